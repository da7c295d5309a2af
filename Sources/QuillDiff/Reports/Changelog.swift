extension DifferenceReport {
    /// An entry for a changelog in Markdown, for those who call the API.
    ///
    /// - Parameter day: the day of the release.
    public func changelog(day: Day) -> String {
        var output = "## \(MarkdownText.plain(version)) (\(day))\n"
        let told = difference.changes.filter { !$0.rule.isDocumentation }
        if told.isEmpty { output += "\nNothing changed but documentation.\n" }
        for section in ChangelogSection.allCases {
            let changes = told.filter { section == ChangelogSection($0) }
            guard !changes.isEmpty else { continue }
            output += "\n### \(section.rawValue)\n\n"
            for change in changes { output += line(change) }
        }
        return output
    }

    private var version: String {
        let stated = difference.versions.new
        guard let next = difference.nextVersion, SemanticVersion(stated).map({ $0 < next }) ?? true else {
            return stated
        }
        return next.description
    }

    private func line(_ change: Change) -> String {
        var text = "- "
        if change.impact.callers == .breaking { text += "**Breaking:** " }
        text += MarkdownText.plain(change.message)
        let places = change.occurrences.filter { !$0.text.isEmpty }
        if let first = places.first {
            text += " (\(MarkdownText.occurrence(first))"
            if places.count > 1 { text += " and \(places.count - 1) more" }
            text += ")"
        } else if let schema = change.schema {
            text += " (\(MarkdownText.code(schema)))"
        }
        return text + "\n"
    }
}

/// The headings of a changelog entry, in their order.
private enum ChangelogSection: String, CaseIterable {
    case security = "Security and scopes"
    case removed = "Removed"
    case changed = "Changed"
    case deprecated = "Deprecated"
    case added = "Added"

    init(_ change: Change) {
        let id = change.rule.id
        if change.rule.concern == .security {
            self = .security
        } else if id.contains("deprecated") && !id.contains("removed") || id.contains("sunset-date") {
            self = .deprecated
        } else if id.hasPrefix("new-") || id.hasSuffix("-added") {
            self = .added
        } else if id.contains("-removed") {
            self = .removed
        } else {
            self = .changed
        }
    }
}
