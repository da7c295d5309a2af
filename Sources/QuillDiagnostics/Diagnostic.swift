/// Something to tell the user about the input: what was found, where, and how to mend it.
public struct Diagnostic: Error, Sendable, Hashable {
    /// How much it matters. Any ``error`` means that nothing is written.
    public enum Severity: String, Sendable, Hashable, Comparable {
        case note, warning, error

        public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    public let severity: Severity
    /// A stable name for the fault, in kebab case: `unresolved-reference`. Users filter and look up by it.
    public let code: DiagnosticCode
    /// One sentence without a full stop: what was found and what was expected.
    public let message: String
    /// Where; nil only where no input exists to point at.
    public let location: SourceLocation?
    /// How to mend it, or where the other half of a conflict stands.
    public let notes: [Note]

    /// A second line under a diagnostic.
    public struct Note: Sendable, Hashable {
        public let message: String
        public let location: SourceLocation?

        public init(_ message: String, at location: SourceLocation? = nil) {
            self.message = message
            self.location = location
        }
    }

    public init(
        _ severity: Severity, _ code: DiagnosticCode, _ message: String, at location: SourceLocation?,
        notes: [Note] = []
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.location = location
        self.notes = notes
    }

    public static func error(
        _ code: DiagnosticCode, _ message: String, at location: SourceLocation?, notes: [Note] = []
    ) -> Diagnostic {
        Diagnostic(.error, code, message, at: location, notes: notes)
    }

    public static func warning(
        _ code: DiagnosticCode, _ message: String, at location: SourceLocation?, notes: [Note] = []
    ) -> Diagnostic {
        Diagnostic(.warning, code, message, at: location, notes: notes)
    }
}

/// Thrown where a stage cannot go on: everything it found wrong up to there.
public struct DiagnosticsError: Error, Sendable {
    public let diagnostics: [Diagnostic]

    public init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }
}
