import QuillOpenAPI

/// What became of the members that begin with `x-`.
enum ExtensionDifference {
    /// Each key whose value is another, with both values.
    ///
    /// - Parameter leavingOutAnnouncements: whether `x-sunset` and `x-stability-level` are reported elsewhere.
    static func between(
        _ old: [OpenAPI.Extension], _ new: [OpenAPI.Extension], leavingOutAnnouncements: Bool
    ) -> [(key: String, detail: String)] {
        if old.isEmpty, new.isEmpty { return [] }
        var keys = old.map(\.key)
        keys += new.map(\.key).filter { !keys.contains($0) }
        return keys.compactMap { key in
            if leavingOutAnnouncements, key == "x-sunset" || key == "x-stability-level" { return nil }
            let values = (old.first { $0.key == key }?.value, new.first { $0.key == key }?.value)
            guard values.0.map(NodeText.canonical) != values.1.map(NodeText.canonical) else { return nil }
            return (key, NodeText.change(values.0?.jsonText(), values.1?.jsonText()))
        }
    }
}
