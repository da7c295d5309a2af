extension DiagnosticCode {
    /// What there is to know about the code, in Markdown, without a heading.
    public var entry: String { "\(meaning)\n\n*\(remedy)*\n" }

    /// The documentation's page of all codes, in Markdown.
    public static var page: String {
        """
        # Diagnostics

        What Quill says about a document, a configuration or the output has a code that stays the same: search for it,
        filter by it, or ask `quill explain CODE`. An error means that nothing is written, since what would be written
        would be wrong. A warning means that the output is right and, where it says so, smaller or wider than the
        document; `--strict` makes every warning an error.

        This page is printed by `quill explain --page`.


        """
            + allCases.sorted { $0.rawValue < $1.rawValue }
            .map { "## \($0.rawValue)\n\n\($0.entry)" }.joined(separator: "\n")
    }
}
