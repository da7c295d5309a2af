/// How much a change matters to one of the two sides.
public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
    /// Nothing that worked stops working.
    case info
    /// Something may stop working; the document alone cannot tell.
    case warning
    /// What was right under the old document is wrong under the new one.
    case breaking

    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .breaking: 2
        }
    }
}

/// How much a change matters to each side of an API.
public struct Impact: Sendable, Hashable {
    /// Those who call the API: clients.
    public let callers: Severity
    /// Those who serve it: an implementation of the old document.
    public let implementers: Severity

    public init(callers: Severity, implementers: Severity) {
        self.callers = callers
        self.implementers = implementers
    }

    /// The same for both.
    static func both(_ severity: Severity) -> Impact { Impact(callers: severity, implementers: severity) }
}

/// Whose judgement counts.
public enum Audience: String, Sendable, Hashable, CaseIterable {
    case callers, implementers, both

    /// The severity that counts.
    public func severity(of impact: Impact) -> Severity {
        switch self {
        case .callers: impact.callers
        case .implementers: impact.implementers
        case .both: max(impact.callers, impact.implementers)
        }
    }
}
