import QuillDiagnostics

extension DifferenceReport {
    /// The comparison for people at a terminal.
    public func text(color: Bool = false) -> String {
        var places = ReportPlaces()
        var output =
            "\(VisibleText.of(names.old)) → \(VisibleText.of(names.new)): \(counts) for \(audienceName)\n"
        for group in shownGroups { output += "\n" + entry(group, color: color, &places) }
        if hiddenCount > 0 || !ignored.isEmpty { output += "\n" }
        if hiddenCount > 0 {
            output += "Not shown: \(hiddenCount) \(detail == .info ? "remarks" : "changes") (--show all)\n"
        }
        for (change, reason) in ignored {
            output += "Ignored: \(VisibleText.of(change.message)) [\(change.rule.id)] (\(VisibleText.of(reason)))\n"
        }
        if let versionAdvice { output += "\n\(VisibleText.of(versionAdvice))\n" }
        return output
    }

    /// How many places are told of one change.
    private static let placesShown = 5

    private func entry(_ group: [Change], color: Bool, _ places: inout ReportPlaces) -> String {
        guard let change = group.first else { return "" }
        // Every name in it comes from the documents.
        func safe(_ text: String) -> String { VisibleText.of(text) }
        let severity = severity(change)
        let label = audience == .both ? change.impact.label : severity.label
        var text = "\(Self.painted(label, severity, color)): \(safe(change.message)) [\(change.rule.id)]\n"
        let (lines, more) = places.lines(of: group, limit: Self.placesShown)
        for (occurrence, place) in lines {
            let place = place.isEmpty ? "" : "(\(place))"
            text += "  \(safe([occurrence.text, place].filter { !$0.isEmpty }.joined(separator: " ")))\n"
        }
        if more > 0 { text += "  and \(more) more places\n" }
        if let schema = change.schema { text += "  in the schema \(safe(schema))\n" }
        if severity > .info { text += "  \(change.reason)\n" }
        return text
    }

    private static func painted(_ label: String, _ severity: Severity, _ color: Bool) -> String {
        guard color else { return label }
        let code =
            switch severity {
            case .breaking: "31"
            case .warning: "33"
            case .info: "36"
            }
        return "\u{1B}[1;\(code)m\(label)\u{1B}[0m"
    }
}
