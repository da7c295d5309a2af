import QuillMustache

/// Who can use the output's declarations.
public enum AccessLevel: String, Sendable, CaseIterable {
    case `public`, `package`, `internal`

    /// A template with this level in place of `public`, which stands first on the lines of every template.
    ///
    /// Where a template declares something is known before a document is read, and templates are short: the text that
    /// they become is long, and parts of it are the document's.
    func applied(to template: String) -> String {
        guard self != .public else { return template }
        let replacement = self == .package ? "package " : ""
        return template.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let rest = line.drop { $0 == " " }
            guard rest.hasPrefix("public ") else { return String(line) }
            return line.prefix(line.count - rest.count) + replacement + rest.dropFirst("public ".count)
        }
        .joined(separator: "\n")
    }
}
