import QuillDiagnostics

/// The notations that documents are written in.
public enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
    case json, yaml

    /// The format that the file name's ending names, as in `api.yml`, or else the one that the text begins like: what
    /// starts with `{` or `[` is JSON.
    public init(of source: SourceText) {
        let name = source.path.lowercased()
        if name.hasSuffix(".json") {
            self = .json
        } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
            self = .yaml
        } else {
            let hasMark = source.bytes.starts(with: UTF8Check.byteOrderMark)
            let text = source.bytes.dropFirst(hasMark ? UTF8Check.byteOrderMark.count : 0)
            let first = text.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
            self = first == 0x7B || first == 0x5B ? .json : .yaml
        }
    }
}
