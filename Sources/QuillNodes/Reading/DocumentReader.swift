import QuillDiagnostics

/// Reads documents as located nodes.
///
///     let root = try DocumentReader.read(SourceText(path: "api.yaml", bytes: bytes))
///     let title = root["info"]?["title"]
public enum DocumentReader {
    /// The one value that the text holds.
    ///
    /// JSON is RFC 8259, YAML is 1.2 with the core schema and merge keys; both in UTF-8, a byte order mark is passed over.
    /// Keys that an object has twice, nesting beyond the limits and everything that is not well formed are errors.
    /// - Parameter format: nil to tell by the file name, and otherwise by the text (``DocumentFormat/init(of:)``).
    /// - Throws: the first fault found, with its place.
    public static func read(
        _ source: SourceText, format: DocumentFormat? = nil, limits: ReadingLimits = .standard
    ) throws(DiagnosticsError) -> Node {
        switch format ?? DocumentFormat(of: source) {
        case .json: try JSONReader.read(source, limits: limits)
        case .yaml: try YAMLReader.read(source, limits: limits)
        }
    }
}
