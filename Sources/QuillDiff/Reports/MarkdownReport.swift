import QuillDiagnostics

extension DifferenceReport {
    /// The comparison as a comment on a pull request.
    public var markdown: String {
        var places = ReportPlaces()
        var output = "## API changes: \(counts) for \(audienceName)\n"
        if let versionAdvice { output += "\n\(MarkdownText.plain(versionAdvice))\n" }
        for section in MarkdownSection.allCases {
            let groups = shownGroups.filter { $0.first.map { section.contains($0, severity($0)) } ?? false }
            guard !groups.isEmpty else { continue }
            output += "\n### \(section.title)\n\n"
            for group in groups { output += entry(group, &places) }
        }
        if !ignored.isEmpty {
            output += "\n### Ignored\n\n"
            for (change, reason) in ignored {
                output +=
                    "- \(MarkdownText.plain(change.message)) (`\(change.rule.id)`): \(MarkdownText.plain(reason))\n"
            }
        }
        if hiddenCount > 0 { output += "\n\(hiddenCount) further changes are not shown.\n" }
        return output
    }

    private static let placesShown = 5

    private func entry(_ group: [Change], _ places: inout ReportPlaces) -> String {
        guard let change = group.first else { return "" }
        let severity = severity(change)
        var text = "- **\(MarkdownText.plain(change.message))**"
        if audience == .both { text += " (\(change.impact.label))" }
        text += " `\(change.rule.id)`"
        if let schema = change.schema { text += " in \(MarkdownText.code(schema))" }
        text += severity > .info ? "  \n  \(MarkdownText.plain(change.reason))\n" : "\n"
        let (lines, more) = places.lines(of: group, limit: Self.placesShown)
        for (occurrence, place) in lines {
            let parts = [MarkdownText.occurrence(occurrence), place.isEmpty ? "" : "(\(MarkdownText.code(place)))"]
            text += "  - \(parts.filter { !$0.isEmpty }.joined(separator: " "))\n"
        }
        if more > 0 { text += "  - and \(more) more places\n" }
        return text
    }
}

/// The parts of a report, in their order.
private enum MarkdownSection: CaseIterable {
    case security, breaking, warning, info

    var title: String {
        switch self {
        case .security: "Security and scopes"
        case .breaking: "Breaking"
        case .warning: "Possibly breaking"
        case .info: "Other changes"
        }
    }

    func contains(_ change: Change, _ severity: Severity) -> Bool {
        if change.rule.concern == .security { return self == .security }
        return switch severity {
        case .breaking: self == .breaking
        case .warning: self == .warning
        case .info: self == .info
        }
    }
}

/// Text from documents in Markdown, where it means nothing but itself.
enum MarkdownText {
    /// Plain text; what stands between backticks is code.
    static func plain(_ text: String) -> String {
        var output = ""
        var isCode = false
        for (index, part) in VisibleText.of(text).split(separator: "`", omittingEmptySubsequences: false).enumerated() {
            isCode = index % 2 == 1
            output += isCode ? code(String(part)) : escaped(String(part))
        }
        return output
    }

    /// Code, whatever it contains.
    static func code(_ text: String) -> String {
        let text = VisibleText.of(text)
        guard !text.isEmpty else { return "" }
        var (longest, current) = (0, 0)
        for character in text {
            current = character == "`" ? current + 1 : 0
            longest = max(longest, current)
        }
        let fence = String(repeating: "`", count: longest + 1)
        let gap = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
        return fence + gap + text + gap + fence
    }

    /// An operation and a place in it.
    static func occurrence(_ occurrence: Occurrence) -> String {
        [
            occurrence.operation.map { code($0.text) } ?? "", plain(occurrence.part),
            occurrence.path.isEmpty ? "" : code(occurrence.path),
        ].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private static func escaped(_ text: String) -> String {
        var output = ""
        for character in text {
            switch character {
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "&": output += "&amp;"
            case "\\", "*", "_", "[", "]", "#", "|", "~": output += "\\\(character)"
            // No mention of a person and no link to an issue.
            case "@": output += "&#64;"
            default: output.append(character)
            }
        }
        return output
    }
}
