import PostHogServer

/// An authenticator for demonstrations, whose keys are known to everybody:
///
/// | token | caller |
/// | --- | --- |
/// | `phx_all` | a personal key of all scopes |
/// | `phx_read` | a personal key of the scopes that read |
/// | `phx_none` | a personal key without scopes |
/// | `phx_dataset:write`, … | a personal key of that one scope |
/// | `phi_internal` | a credential of PostHog's own services |
public struct DemoKeys: Authenticator {
    private let callers: [String: Caller]

    /// The keys of the table.
    public init() {
        let requirements = Operation.all.flatMap { $0.security.alternatives.joined() }
        let scopes = Set(requirements.filter { $0.scheme == Scheme.personalAPIKey.rawValue }.flatMap(\.scopes))
        var callers: [String: Caller] = [
            "phx_all": .personalAPIKey(scopes: [.all], subject: "all"),
            "phx_read": .personalAPIKey(
                scopes: Set(scopes.filter { $0.hasSuffix(":read") }.map { Scope(rawValue: $0) }), subject: "read"),
            "phx_none": .personalAPIKey(scopes: [], subject: "none"),
            "phi_internal": .internalCredential(scopes: [.internal], subject: "internal"),
        ]
        for scope in scopes {
            callers["phx_\(scope)"] = .personalAPIKey(scopes: [Scope(rawValue: scope)], subject: scope)
        }
        self.callers = callers
    }

    public func caller(
        presenting credentials: [PresentedCredential], to operation: OperationInfo
    ) async throws -> Caller? {
        for case .bearer(let token) in credentials.map(\.kind) {
            if let caller = callers[token] { return caller }
        }
        return nil
    }
}
