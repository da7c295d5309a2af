import QuillDiagnostics

/// A comparison as it is told: what was found, for whom, and how much of it.
public struct DifferenceReport: Sendable {
    public let difference: APIDifference
    /// What an ignore list took out, with the reasons.
    public let ignored: [(change: Change, reason: String)]
    /// What a person calls the two documents.
    public let names: (old: String, new: String)
    public let audience: Audience
    public let detail: Detail

    /// How much is told to people; machines are told everything.
    public enum Detail: String, Sendable, CaseIterable {
        case breaking, warning
        /// Everything that can matter to a program.
        case info
        /// Descriptions, examples and titles as well.
        case all
    }

    public init(
        _ difference: APIDifference, ignored: [(change: Change, reason: String)] = [],
        names: (old: String, new: String),
        audience: Audience = .callers, detail: Detail = .info
    ) {
        self.difference = difference
        self.ignored = ignored
        self.names = names
        self.audience = audience
        self.detail = detail
    }

    /// What a person is told.
    var shown: [Change] {
        difference.changes.filter { change in
            let severity = severity(change)
            return switch detail {
            case .breaking: severity == .breaking
            case .warning: severity >= .warning
            case .info: !change.rule.isDocumentation || severity >= .warning
            case .all: true
            }
        }
    }

    /// The same, with what is told in the same words together: a scope that many operations require now.
    var shownGroups: [[Change]] {
        var groups: [[Change]] = []
        var positions: [String: Int] = [:]
        for change in shown {
            let key = [
                change.rule.id, change.detail, change.schema ?? "", change.impact.callers.rawValue,
                change.impact.implementers.rawValue,
            ].joined(separator: "\n")
            if let position = positions[key] {
                groups[position].append(change)
            } else {
                positions[key] = groups.count
                groups.append([change])
            }
        }
        return groups
    }

    var hiddenCount: Int { difference.changes.count - shown.count }

    func severity(_ change: Change) -> Severity { audience.severity(of: change.impact) }

    func count(_ severity: Severity) -> Int { difference.changes.count { self.severity($0) == severity } }

    /// `2 breaking, 1 possibly breaking, 14 other changes`
    var counts: String {
        let counts = [(count(.breaking), "breaking"), (count(.warning), "possibly breaking"), (count(.info), "other")]
        let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        guard !parts.isEmpty else { return "no changes" }
        let isOne = counts.map(\.0).reduce(0, +) == 1
        return parts.joined(separator: ", ") + (isOne ? " change" : " changes")
    }

    var audienceName: String {
        switch audience {
        case .callers: "callers"
        case .implementers: "implementers"
        case .both: "callers and implementers"
        }
    }

    /// What the next version is called for; nil where nothing calls for one.
    var versionAdvice: String? {
        let step = difference.step
        guard step != .none else { return nil }
        guard let next = difference.nextVersion else {
            return
                "`\(difference.versions.old)` is no semantic version; the changes are of the kind `\(step.rawValue)`."
        }
        let stated = difference.versions.new
        if SemanticVersion(stated).map({ $0 >= next }) ?? false {
            return "The version \(stated) goes with the changes."
        }
        return "The next version after \(difference.versions.old) is \(next)."
    }
}

extension Severity {
    /// What a person reads.
    var label: String {
        switch self {
        case .breaking: "breaking"
        case .warning: "possibly breaking"
        case .info: "info"
        }
    }
}

extension Impact {
    /// `breaking`, or what each side has to expect where that differs.
    var label: String {
        callers == implementers
            ? callers.label : "\(callers.label) for callers, \(implementers.label) for implementers"
    }
}

/// Lines and columns, each source scanned once.
struct ReportPlaces {
    private var tables: [ObjectIdentifier: LineTable] = [:]

    /// A place by its line and column.
    mutating func position(of location: SourceLocation) -> (line: Int, column: Int) {
        let key = ObjectIdentifier(location.source)
        let table = tables[key] ?? LineTable(location.source)
        tables[key] = table
        return table.position(at: location.offset)
    }

    /// `api.yaml:12:5`
    mutating func text(of location: SourceLocation) -> String {
        let (line, column) = position(of: location)
        return "\(location.source.path):\(line):\(column)"
    }

    /// What a group of changes is told with: where each shows, with its places in the documents.
    mutating func lines(of group: [Change], limit: Int) -> (lines: [(occurrence: Occurrence, place: String)], more: Int)
    {
        var lines: [(occurrence: Occurrence, place: String)] = []
        for change in group {
            for (index, occurrence) in change.occurrences.enumerated() where lines.count < limit {
                lines.append((occurrence, index == 0 ? text(of: change) : ""))
            }
        }
        return (lines, group.reduce(0) { $0 + $1.occurrences.count } - lines.count)
    }

    /// Both places of a change: `old.yaml:12:5 → new.yaml:14:5`
    mutating func text(of change: Change) -> String {
        [change.old, change.new].compactMap { $0.map { text(of: $0) } }.joined(separator: " → ")
    }
}
