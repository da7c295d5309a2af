/// How the output says that the document deprecates something.
enum Deprecation {
    /// The message of an attribute, as a literal.
    static let message = "\"deprecated by the API\""
    /// A line of a comment, where no attribute can stand.
    static let warning = "- Warning: Deprecated by the API."
}
