import QuillAPI
import QuillOpenAPI

/// Everything that differs between two versions of an API.
///
///     let difference = APIDifference.between(old, new, options: DifferenceOptions(today: day))
///     for change in difference.changes where change.impact.callers == .breaking { … }
public struct APIDifference: Sendable {
    /// What makes keys fail first, then by how much it matters, then as the documents have it.
    public let changes: [Change]
    /// `info.version` of both documents.
    public let versions: (old: String, new: String)
    /// The new name of each component schema that only has another one.
    public let renamedSchemas: [String: String]

    /// Compares two documents, of any version of OpenAPI each.
    public static func between(
        _ old: OpenAPI.Document, _ new: OpenAPI.Document, options: DifferenceOptions
    ) -> APIDifference {
        var comparison = DocumentComparison(old: old, new: new, options: options)
        let findings = comparison.run()
        let changes = findings.grouped()
        let judged = changes + VersionCheck.changes(from: old, to: new, given: changes)
        return APIDifference(
            changes: sorted(judged), versions: (old.info.version, new.info.version),
            renamedSchemas: comparison.renamedSchemas)
    }

    /// The same with other changes, as an ignore list leaves them.
    public func replacing(_ changes: [Change]) -> APIDifference {
        APIDifference(changes: changes, versions: versions, renamedSchemas: renamedSchemas)
    }

    /// The greatest severity for an audience; nil where nothing changed.
    public func severity(for audience: Audience) -> Severity? {
        changes.map { audience.severity(of: $0.impact) }.max()
    }

    private static func sorted(_ changes: [Change]) -> [Change] {
        func rank(_ change: Change) -> Int {
            let severity = max(change.impact.callers, change.impact.implementers)
            let base = change.impact.callers == .breaking ? 0 : change.impact.callers == .warning ? 2 : 4
            return (change.rule.concern == .security ? 0 : 10) + base + (severity == .breaking ? 0 : 1)
        }
        // The standard library's sort is stable.
        return changes.sorted { rank($0) < rank($1) }
    }
}

/// What the documents do not say and a comparison needs.
public struct DifferenceOptions: Sendable {
    /// What holding a scope includes.
    public var scopeRules: [ScopeRule]
    /// The day of the comparison, which ends of deprecated parts are judged by.
    public var today: Day
    /// How many days must lie between a deprecation and its end; 0 where none have to.
    public var graceDays: Int

    public init(scopeRules: [ScopeRule] = [], today: Day, graceDays: Int = 0) {
        self.scopeRules = scopeRules
        self.today = today
        self.graceDays = graceDays
    }
}
