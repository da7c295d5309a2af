import QuillDiagnostics

/// A change at one place, before the same changes of several places are put together.
struct Finding {
    let rule: Rule
    let impact: Impact
    let reason: String
    let detail: String
    var schema: String?
    let occurrence: Occurrence
    let old: SourceLocation?
    let new: SourceLocation?

    /// - Parameter impact: nil for that of the rule.
    init(
        _ rule: Rule, _ detail: String = "", impact: Impact? = nil, reason: String? = nil, schema: String? = nil,
        at occurrence: Occurrence = Occurrence(), old: SourceLocation?, new: SourceLocation?
    ) {
        self.rule = rule
        self.impact = impact ?? rule.impact
        self.reason = reason ?? rule.reason
        self.detail = detail
        self.schema = schema
        self.occurrence = occurrence
        self.old = old
        self.new = new
    }
}

extension [Finding] {
    /// One change for all findings that tell of the same thing in the same place of the documents.
    func grouped() -> [Change] {
        var positions: [FindingKey: Int] = [:]
        var groups: [(first: Finding, occurrences: [Occurrence], known: Set<Occurrence>)] = []
        for finding in self {
            let key = FindingKey(
                rule: finding.rule.id, impact: finding.impact, detail: finding.detail, old: finding.old,
                new: finding.new)
            if let position = positions[key] {
                if groups[position].known.insert(finding.occurrence).inserted {
                    groups[position].occurrences.append(finding.occurrence)
                }
            } else {
                positions[key] = groups.count
                groups.append((finding, [finding.occurrence], [finding.occurrence]))
            }
        }
        return groups.map { group in
            Change(
                rule: group.first.rule, impact: group.first.impact, reason: group.first.reason,
                detail: group.first.detail,
                schema: group.first.schema, occurrences: group.occurrences, old: group.first.old, new: group.first.new)
        }
    }
}

/// What makes findings tell of the same thing.
private struct FindingKey: Hashable {
    let rule: String
    let impact: Impact
    let detail: String
    let old: SourceLocation?
    let new: SourceLocation?
}
