import QuillDiagnostics

/// Reads documents as located nodes.
///
///     let root = try DocumentReader.read(SourceText(path: "api.yaml", bytes: bytes))
///     let title = root["info"]?["title"]
public enum DocumentReader {
    /// The one value that the text holds.
    ///
    /// JSON is RFC 8259, YAML is 1.2 with the core schema and merge keys; both are in UTF-8, a byte order mark is
    /// passed over. Keys that an object has twice, nesting beyond the limits and everything not well formed are errors.
    ///
    /// Of YAML, what JSON can say becomes what JSON would say: keys are their text (`200:` is `"200"`), numbers are in
    /// JSON's notation (`0x1F` is `31`), timestamps are strings. Infinity and not-a-number are errors, as are keys that
    /// are sequences or mappings, and further documents in the file. What an alias stands for keeps the location of its
    /// anchor.
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
