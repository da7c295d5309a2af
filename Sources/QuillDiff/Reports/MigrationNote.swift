extension DifferenceReport {
    /// What callers have to change, operation by operation, in Markdown.
    ///
    /// - Parameter renames: names in generated Swift code that are others now, in the order to tell them.
    public func migrationNote(renames: [SwiftRename] = []) -> String {
        var output =
            "# Moving from \(MarkdownText.plain(difference.versions.old)) to "
            + "\(MarkdownText.plain(difference.versions.new))\n"
        let told = difference.changes.filter { $0.impact.callers >= .warning && !$0.rule.isDocumentation }
        if told.isEmpty, renames.isEmpty { output += "\nCallers have nothing to change.\n" }
        let scopes = told.filter { $0.rule.concern == .security }
        if !scopes.isEmpty {
            output += "\n## Keys and scopes\n\n"
            for change in scopes { output += entry(change, showingAll: true) }
        }
        for (title, changes) in grouped(told.filter { $0.rule.concern != .security }) {
            output += "\n## \(title)\n\n"
            for change in changes { output += entry(change, showingAll: false) }
        }
        if !renames.isEmpty {
            output += "\n## Names in Swift\n\n| before | now |\n| --- | --- |\n"
            for rename in renames {
                output += "| \(MarkdownText.cell(rename.old)) | \(MarkdownText.cell(rename.new)) |\n"
            }
        }
        return output
    }

    /// The changes by the operation that they show in first; those of schemas that several operations share together.
    private func grouped(_ changes: [Change]) -> [(title: String, changes: [Change])] {
        var groups: [(title: String, changes: [Change])] = []
        for change in changes {
            let operations = Set(change.occurrences.compactMap(\.operation))
            let title: String
            if operations.count > 1, let schema = change.schema {
                title = "The schema \(MarkdownText.code(schema))"
            } else if let operation = change.occurrences.first?.operation {
                title = MarkdownText.code(operation.text)
            } else {
                title = "All operations"
            }
            if let index = groups.firstIndex(where: { $0.title == title }) {
                groups[index].changes.append(change)
            } else {
                groups.append((title, [change]))
            }
        }
        return groups
    }

    private func entry(_ change: Change, showingAll: Bool) -> String {
        var text = "- \(MarkdownText.plain(change.message))."
        if change.impact.callers == .warning { text += " This may break." }
        text += " \(MarkdownText.plain(change.reason))\n"
        let limit = showingAll ? 20 : 3
        for occurrence in change.occurrences.prefix(limit) where !occurrence.text.isEmpty {
            text += "  - \(MarkdownText.occurrence(occurrence))\n"
        }
        if change.occurrences.count > limit {
            text += "  - and \(change.occurrences.count - limit) more places\n"
        }
        return text
    }
}

/// A name in generated code that is another one now.
public struct SwiftRename: Sendable, Hashable {
    public let old: String
    public let new: String

    public init(old: String, new: String) {
        self.old = old
        self.new = new
    }
}

extension MarkdownText {
    /// Code in a cell of a table.
    static func cell(_ text: String) -> String { code(text.replacing("|", with: "\\|")) }
}
