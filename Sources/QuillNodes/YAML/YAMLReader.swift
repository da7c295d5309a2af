import QuillDiagnostics

/// Reads YAML 1.2 as nodes.
enum YAMLReader {
    static func read(_ source: SourceText, limits: ReadingLimits) throws(DiagnosticsError) -> Node {
        throw DiagnosticsError([
            .error("unsupported-format", "YAML cannot be read yet", at: SourceLocation(source, offset: 0))
        ])
    }
}
