import QuillNodes
import QuillOpenAPI

/// What the document shows readers of a value beside its description.
public struct ReaderNotes: Sendable {
    /// Documented values, what counts more first.
    public var examples: [Node] = []
    /// Where to read more.
    public var externalDocs: ExternalDocs?

    public init() {}

    init(_ annotations: OpenAPI.Schema.Annotations) {
        examples = annotations.examples
        externalDocs = annotations.externalDocs.map { ExternalDocs(url: $0.url, description: $0.description) }
    }

    init(example: Node?, examples: OpenAPI.Map<OpenAPI.Example>) {
        self.examples = [example].compactMap { $0 } + examples.compactMap { $0.value.value ?? $0.value.dataValue }
    }

    /// These, and what others say where these say nothing.
    func orElse(_ others: ReaderNotes) -> ReaderNotes {
        var notes = self
        if examples.isEmpty { notes.examples = others.examples }
        notes.externalDocs = externalDocs ?? others.externalDocs
        return notes
    }
}
