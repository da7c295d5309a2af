import QuillDiagnostics

/// Reads YAML 1.2 as nodes: text to events (``YAMLParser``), events to nodes (``YAMLComposer``).
enum YAMLReader {
    /// The one document of the stream.
    static func read(_ source: SourceText, limits: ReadingLimits) throws(DiagnosticsError) -> Node {
        let nodes = try documents(source, limits: limits)
        guard let first = nodes.first else {
            throw DiagnosticsError([
                .error(.emptyDocument, "the document is empty", at: SourceLocation(source, offset: 0))
            ])
        }
        if nodes.count > 1 {
            throw DiagnosticsError([
                .error(
                    .multipleDocuments, "the file holds \(nodes.count) documents, expected one",
                    at: nodes[1].location, notes: [.init("this is the second; '---' starts another document")])
            ])
        }
        return first
    }

    /// All documents of the stream.
    static func documents(_ source: SourceText, limits: ReadingLimits) throws(DiagnosticsError) -> [Node] {
        try UTF8Check.check(source, limits: limits)
        return try source.bytes.withUnsafeBufferPointer { buffer throws(DiagnosticsError) in
            let events = try YAMLParser.events(of: source, DocumentBytes(buffer), limits: limits)
            return try YAMLComposer.documents(of: source, events, limits: limits)
        }
    }
}
