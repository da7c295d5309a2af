/// What tells whether a text is as an expression of `pattern` wants it: `TextPattern`, where a document has any.
public nonisolated protocol TextMatcher: Sendable {
    /// - Throws: where the expression cannot be read.
    init(_ pattern: String) throws
    /// Whether the text contains a match; nil where that takes too long to find out.
    func matches(_ text: String) -> Bool?
}
