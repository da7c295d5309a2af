import Foundation
import QuillRuntime

/// A user's way through the issuer's pages and back (RFC 6749 §4.1, with the proof of RFC 7636):
///
///     let request = try await TokenIssuer.login.authorizationRequest(
///         for: client, scopes: [Scope.identify], redirectURI: "myapp://signed-in")
///     // Open request.url in a browser; it comes back to the redirect URI.
///     let tokens = TokenSource(try request.grant(from: redirect), from: .login, for: client)
///
/// Keep it as a secret until the redirect arrives: its verifier proves that the same program asks for the token.
public nonisolated struct AuthorizationRequest: Sendable, Hashable, Codable {
    /// What the user's browser is to open.
    public let url: URL
    public let redirectURI: String
    let state: String
    let verifier: String

    /// What the redirect grants.
    /// - Throws: ``OAuthError``: the user refused, or the redirect does not belong to this request.
    public func grant(from redirect: URL) throws -> OAuthGrant {
        let answer = try parameters(of: redirect)
        guard let code = answer["code"], !code.isEmpty else { throw OAuthError.malformedAnswer("it has no code") }
        return .authorizationCode(code, self)
    }

    /// The token that the redirect of an implicit flow carries (RFC 6749 §4.2.2).
    /// - Throws: ``OAuthError``: the user refused, or the redirect does not belong to this request.
    public func token(from redirect: URL, now: Date = Date()) throws -> OAuthToken {
        try OAuthToken(.object(try parameters(of: redirect).mapValues { .string($0) }), now: now)
    }

    /// Of the query, or of the fragment, where an implicit flow has them.
    private func parameters(of redirect: URL) throws -> [String: String] {
        let parts = URLComponents(url: redirect, resolvingAgainstBaseURL: true)
        let text = [parts?.percentEncodedQuery, parts?.percentEncodedFragment].compactMap { $0 }.joined(separator: "&")
        var found: [String: String] = [:]
        for pair in text.split(separator: "&") {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = halves.first.flatMap({ PercentEncoding.decode($0, plusIsSpace: true) }) else { continue }
            found[name] = halves.count > 1 ? PercentEncoding.decode(halves[1], plusIsSpace: true) : ""
        }
        guard found["state"] == state else { throw OAuthError.foreignRedirect }
        if let error = found["error"] {
            throw OAuthError.refused(error: error, description: found["error_description"])
        }
        return found
    }
}

nonisolated extension TokenIssuer {
    /// Makes the address that a user's browser is to open.
    ///
    /// - Parameters:
    ///   - redirectURI: where the browser goes afterwards; the issuer has to know it.
    ///   - parameters: others that the issuer understands: `["prompt": "consent"]`.
    ///   - flow: `.implicit` for issuers that offer nothing better; the redirect then carries the token itself.
    /// - Throws: ``OAuthError``, and what the transport throws where metadata have to be fetched.
    public func authorizationRequest<Scope: RawRepresentable<String>>(
        for client: OAuthClient, scopes: Set<Scope>, redirectURI: String, parameters: [String: String] = [:],
        flow: Flow = .authorizationCode, transport: any ClientTransport = URLSessionTransport(),
        timeout: Duration = .seconds(30)
    ) async throws -> AuthorizationRequest {
        let connection = IssuerConnection(transport: transport, timeout: timeout)
        guard let address = try await endpoints(flow, over: connection).authorization else {
            throw OAuthError.noEndpoint("authorization")
        }
        let (state, verifier) = (Self.random(), Self.random())
        var query = [
            ("response_type", flow == .implicit ? "token" : "code"), ("client_id", client.id),
            ("redirect_uri", redirectURI), ("scope", scopes.scopeText), ("state", state),
        ]
        if flow != .implicit {
            query += [("code_challenge", Self.challenge(verifier)), ("code_challenge_method", "S256")]
        }
        query += parameters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        let encoding = PercentEncoding.unreserved
        let text = query.map { "\(encoding.encode($0))=\(encoding.encode($1))" }.joined(separator: "&")
        guard let url = URL(string: address + (address.contains("?") ? "&" : "?") + text) else {
            throw OAuthError.unusableEndpoint(address)
        }
        return AuthorizationRequest(url: url, redirectURI: redirectURI, state: state, verifier: verifier)
    }

    /// 256 random bits in letters that stand for themselves in a URL.
    private static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        return base64URL((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    /// RFC 7636 §4.2.
    static func challenge(_ verifier: String) -> String { base64URL(SHA256.digest(Array(verifier.utf8))) }

    private static func base64URL(_ bytes: [UInt8]) -> String {
        String(
            Data(bytes).base64EncodedString().compactMap { character in
                switch character {
                case "+": "-"
                case "/": "_"
                case "=": nil
                default: character
                }
            })
    }
}
