import QuillDiagnostics
import QuillNodes

extension Project {
    /// What a configuration with several documents names.
    ///
    ///     { "access": "public",
    ///       "documents": [ { "document": "pets.yaml", "name": "Pets" }, { "document": "shops.yaml" } ] }
    ///
    /// Each entry is a configuration; what stands beside `documents` counts for every entry that does not have it.
    /// - Returns: nil where there is no `documents`.
    static func list(_ root: Node, file: FilePath) throws(DiagnosticsError) -> [Project]? {
        guard let object = root.object, let list = object["documents"] else { return nil }
        try ConfigurationCheck.check(root)
        if let other = object.member("document") {
            throw DiagnosticsError([
                .error(
                    .wrongType, "the configuration has both `document` and `documents`", at: other.keyLocation,
                    notes: [.init("move the one into the other, which is a list")])
            ])
        }
        let entries = list.array ?? []
        guard !entries.isEmpty else {
            throw DiagnosticsError([.error(.wrongType, "`documents` is an empty list", at: list.location)])
        }
        var projects: [Project] = []
        for entry in entries { projects.append(try Project(merged(entry, into: object), file: file)) }
        return projects
    }
    /// The part of a configuration that speaks of one document; nil where none does.
    ///
    /// - Parameter names: whether a path in the configuration is that of the document.
    static func part(of root: Node, _ names: (String) -> Bool) -> Node? {
        if let subject = root["document"]?.string { return names(subject) ? root : nil }
        guard let object = root.object, let entries = root["documents"]?.array else { return nil }
        return entries.first { $0["document"]?.string.map(names) ?? false }.map { merged($0, into: object) }
    }

    /// An entry with what stands beside `documents` and is not in it.
    private static func merged(_ entry: Node, into object: NodeObject) -> Node {
        let own = entry.object.map(Array.init) ?? []
        let keys = Set(own.map(\.key)).union(["documents"])
        return Node(.object(NodeObject(own + object.filter { !keys.contains($0.key) })), at: entry.location)
    }
}
