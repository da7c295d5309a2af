import Foundation
import QuillRuntime

/// Keeps a token at hand: asks for it when it is needed first, refreshes it before it ends or when the service refuses
/// it, and lets all calls that wait for it share one request.
///
///     let tokens = TokenSource(.clientCredentials, from: .login, for: OAuthClient(id: "me", secret: "…"))
///
/// A refresh that the issuer refuses is followed by the grant itself where that can be used again.
public actor TokenSource: CredentialSource {
    private let grant: OAuthGrant
    private let issuer: TokenIssuer
    private let client: OAuthClient
    private let scopeText: String
    private let leeway: Duration
    private let connection: IssuerConnection
    private let timing: RetryTiming
    private let onToken: (@Sendable (OAuthToken) async -> Void)?

    private var current: OAuthToken?
    private var isFirst = true
    private var endpoints: TokenIssuer.Endpoints?
    private var renewal: Task<OAuthToken, any Error>?

    /// - Parameters:
    ///   - grant: what the token is asked for with.
    ///   - issuer: who is asked; the document's are members of ``TokenIssuer``.
    ///   - scopes: what the token is asked for.
    ///   - leeway: how long before its end a token is no longer used.
    ///   - transport: what carries requests to the issuer; it never sees those to the service.
    ///   - onToken: told of every new token, to keep it for the next run.
    public init<Scope: RawRepresentable<String>>(
        _ grant: OAuthGrant, from issuer: TokenIssuer, for client: OAuthClient, scopes: Set<Scope>,
        leeway: Duration = .seconds(30), transport: any ClientTransport = URLSessionTransport(),
        timeout: Duration = .seconds(30), timing: RetryTiming = .system,
        onToken: (@Sendable (OAuthToken) async -> Void)? = nil
    ) {
        self.grant = grant
        self.issuer = issuer
        self.client = client
        self.leeway = leeway
        self.timing = timing
        self.onToken = onToken
        scopeText = scopes.scopeText
        connection = IssuerConnection(transport: transport, timeout: timeout)
        if case .token(let token) = grant { current = token }
    }

    /// A token that is good for now.
    /// - Throws: ``OAuthError``, and what the transport throws.
    public func token() async throws -> OAuthToken {
        if let current, isGood(current) { return current }
        return try await renewed()
    }

    public func secret(for request: HTTPRequest) async throws -> String { try await token().accessToken }

    /// Called when the service refuses a token: has a new one, unless another call has had it already.
    public func renew(_ refused: String, after answer: HTTPResponse) async throws -> Bool {
        if let current, current.accessToken != refused { return true }
        guard current?.refreshToken != nil || grant.form(isFirst: isFirst) != nil else { return false }
        return try await renewed().accessToken != refused
    }

    private func isGood(_ token: OAuthToken) -> Bool {
        guard let expiry = token.expiry else { return true }
        let seconds = Double(leeway.components.seconds)
        return timing.now().addingTimeInterval(seconds) < expiry
    }

    /// One request serves all who wait. It goes on when one of them is cancelled.
    private func renewed() async throws -> OAuthToken {
        if let renewal { return try await renewal.value }
        let task = Task { try await self.obtain() }
        renewal = task
        return try await task.value
    }

    private func obtain() async throws -> OAuthToken {
        // Here and not where it began: who is told of the token may be back, refused, before that goes on.
        defer { renewal = nil }
        var token = try await obtained()
        // An issuer that sends no new refresh token leaves the old one in force (RFC 6749 §6).
        token.refreshToken = token.refreshToken ?? current?.refreshToken
        current = token
        await onToken?(token)
        return token
    }

    private func obtained() async throws -> OAuthToken {
        if let refreshToken = current?.refreshToken {
            let endpoints = try await endpointsOfGrant()
            let form = [("grant_type", "refresh_token"), ("refresh_token", refreshToken)]
            do {
                return try await ask(form, at: endpoints.refresh ?? endpoints.token)
            } catch OAuthError.refused(let error, _) where error == "invalid_grant" {
                current?.refreshToken = nil
            }
        }
        guard var form = grant.form(isFirst: isFirst) else { throw OAuthError.signInNeeded }
        if grant.namesScopes, !scopeText.isEmpty { form.append(("scope", scopeText)) }
        let token = try await endpointsOfGrant().token
        let answer: OAuthToken
        if case .device(let authorization) = grant {
            answer = try await consented(authorization, form, at: token)
        } else {
            answer = try await ask(form, at: token)
        }
        isFirst = false
        return answer
    }

    /// Asks until the user has consented on another device (RFC 8628 §3.5).
    private func consented(
        _ authorization: DeviceAuthorization, _ form: [(String, String)], at address: String?
    ) async throws -> OAuthToken {
        var interval = authorization.interval
        while true {
            do {
                return try await ask(form, at: address)
            } catch OAuthError.refused(let error, _) where error == "slow_down" {
                interval += .seconds(5)
            } catch OAuthError.refused(let error, _) where error == "authorization_pending" {
                guard timing.now() < authorization.expiry else { throw OAuthError.signInNeeded }
            }
            try await timing.sleep(interval)
        }
    }

    private func ask(_ form: [(String, String)], at address: String?) async throws -> OAuthToken {
        guard let address else { throw OAuthError.noEndpoint("tokens") }
        let now = timing.now()
        return try OAuthToken(try await connection.post(form, to: address, by: client), now: now)
    }

    /// Of the flow of the grant; a token had before may be of any flow.
    private func endpointsOfGrant() async throws -> TokenIssuer.Endpoints {
        if let endpoints { return endpoints }
        var flow = grant.flow
        if case .token = grant, issuer.flows[flow] == nil {
            let others: [TokenIssuer.Flow] = [.password, .deviceAuthorization, .clientCredentials, .implicit]
            flow = others.first { issuer.flows[$0] != nil } ?? flow
        }
        let found = try await issuer.endpoints(flow, over: connection)
        endpoints = found
        return found
    }
}

extension TokenSource {
    /// A source of tokens without scopes.
    public init(
        _ grant: OAuthGrant, from issuer: TokenIssuer, for client: OAuthClient,
        transport: any ClientTransport = URLSessionTransport(), timing: RetryTiming = .system,
        onToken: (@Sendable (OAuthToken) async -> Void)? = nil
    ) {
        self.init(
            grant, from: issuer, for: client, scopes: Set<NoScope>(), transport: transport, timing: timing,
            onToken: onToken)
    }
}

/// What a set of scopes is of that has none.
private nonisolated enum NoScope: String { case none }
