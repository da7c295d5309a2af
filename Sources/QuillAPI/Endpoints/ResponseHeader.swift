import QuillDiagnostics

/// A header field of an answer.
public struct ResponseHeader: Sendable {
    /// As the document writes it; names of fields ignore case.
    public let name: String
    public let type: TypeUse
    public let isRequired: Bool
    public let isDeprecated: Bool
    public let layout: ValueLayout
    public let description: String?
    public let notes: ReaderNotes
    public let location: SourceLocation
}
