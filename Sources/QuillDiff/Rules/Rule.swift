/// A kind of change, and how it is judged.
public struct Rule: Sendable, Hashable {
    /// A stable name in kebab case, `request-property-became-required`; oasdiff's where the meaning is the same.
    public let id: String
    public let concern: Concern
    /// What happened, for any value: `The maximum was lowered`.
    public let summary: String
    /// Why it is judged as it is, by the specification.
    public let reason: String
    public let impact: Impact
    /// Whether the change only says something else about an API that stays the same.
    public let isDocumentation: Bool

    init(
        _ id: String, _ concern: Concern, _ summary: String, callers: Severity, implementers: Severity,
        documents: Bool = false, because reason: String
    ) {
        self.id = id
        self.concern = concern
        self.summary = summary
        self.reason = reason
        impact = Impact(callers: callers, implementers: implementers)
        isDocumentation = documents
    }

    /// A rule for what changes nothing on the wire.
    static func documentation(_ id: String, _ concern: Concern, _ summary: String, because reason: String? = nil)
        -> Rule
    {
        Rule(
            id, concern, summary, callers: .info, implementers: .info, documents: true,
            because: reason ?? "It describes the API and changes nothing of what is sent.")
    }
}

/// What a rule is about, in the order of reports: what makes keys fail comes first.
public enum Concern: String, Sendable, Hashable, Comparable, CaseIterable {
    case security, operations, parameters, requestBodies, responses, schemas, servers, webhooks, components, lifecycle
    case documentation

    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
