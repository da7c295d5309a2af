import Foundation
import QuillRuntime

/// What a token is asked for with (RFC 6749 §1.3).
public nonisolated enum OAuthGrant: Sendable {
    /// The program asks for itself; a new token is had at any time.
    case clientCredentials
    /// A user's name and password. A new token is had with them when the last one cannot be refreshed.
    case password(user: String, password: String)
    /// The code that a user's browser brought back, which serves once. See ``AuthorizationRequest``.
    case authorizationCode(String, AuthorizationRequest)
    /// The consent that a user gives on another device, which is waited for. See ``DeviceAuthorization``.
    case device(DeviceAuthorization)
    /// A token had before, which is refreshed when it ends if it came with a refresh token.
    case token(OAuthToken)
    /// A grant of another type (RFC 6749 §4.5), at the address of the client credentials.
    case other(type: String, parameters: [String: String])

    /// A refresh token that was kept.
    public static func refreshToken(_ token: String) -> OAuthGrant {
        .token(OAuthToken(accessToken: "", expiry: .distantPast, refreshToken: token))
    }

    var flow: TokenIssuer.Flow {
        switch self {
        case .clientCredentials, .other: .clientCredentials
        case .password: .password
        case .authorizationCode, .token: .authorizationCode
        case .device: .deviceAuthorization
        }
    }

    /// The parameters of the request for a token; nil where nothing can be asked with it, or not again.
    func form(isFirst: Bool) -> [(String, String)]? {
        switch self {
        case .clientCredentials: [("grant_type", "client_credentials")]
        case .password(let user, let password):
            [("grant_type", "password"), ("username", user), ("password", password)]
        case .authorizationCode(let code, let request):
            isFirst
                ? [
                    ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", request.redirectURI),
                    ("code_verifier", request.verifier),
                ] : nil
        case .device(let authorization):
            isFirst
                ? [
                    ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"),
                    ("device_code", authorization.deviceCode),
                ] : nil
        case .token: nil
        case .other(let type, let parameters):
            [("grant_type", type)] + parameters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        }
    }

    /// Whether the scopes belong into the request for the token: elsewhere they were settled before.
    var namesScopes: Bool {
        switch self {
        case .clientCredentials, .password, .other: true
        case .authorizationCode, .device, .token: false
        }
    }
}

/// A code for the user of a device without a browser (RFC 8628): show ``userCode`` and ``verificationURI``, and make a
/// ``TokenSource`` with ``OAuthGrant/device(_:)``, whose first token waits for the user's consent.
public nonisolated struct DeviceAuthorization: Sendable, Hashable {
    let deviceCode: String
    /// What the user enters.
    public let userCode: String
    /// Where the user enters it.
    public let verificationURI: String
    /// The same with the code in it, for a link or a picture of one.
    public let completeVerificationURI: String?
    /// When the code ends.
    public let expiry: Date
    /// How long to wait between two questions.
    let interval: Duration
}

nonisolated extension TokenIssuer {
    /// Asks for a code that a user enters on another device.
    /// - Throws: ``OAuthError``, and what the transport throws.
    public func deviceAuthorization<Scope: RawRepresentable<String>>(
        for client: OAuthClient, scopes: Set<Scope>, transport: any ClientTransport = URLSessionTransport(),
        timeout: Duration = .seconds(30), timing: RetryTiming = .system
    ) async throws -> DeviceAuthorization {
        let connection = IssuerConnection(transport: transport, timeout: timeout)
        guard let address = try await endpoints(.deviceAuthorization, over: connection).device else {
            throw OAuthError.noEndpoint("devices")
        }
        let now = timing.now()
        let answer = try await connection.post([("scope", scopes.scopeText)], to: address, by: client)
        // Some issuers spell the address as the draft had it.
        guard let code = answer["device_code"]?.string, let userCode = answer["user_code"]?.string,
            let place = (answer["verification_uri"] ?? answer["verification_url"])?.string
        else { throw OAuthError.malformedAnswer("it has no device_code, user_code or verification_uri") }
        return DeviceAuthorization(
            deviceCode: code, userCode: userCode, verificationURI: place,
            completeVerificationURI: answer["verification_uri_complete"]?.string,
            expiry: now.addingTimeInterval(answer["expires_in"]?.double ?? 600),
            interval: .seconds(min(max(answer["interval"]?.double ?? 5, 1), 60)))
    }
}

nonisolated extension Set where Element: RawRepresentable<String> {
    /// Scopes as a request names them (RFC 6749 §3.3), in an order that does not change.
    var scopeText: String { map(\.rawValue).sorted().joined(separator: " ") }
}
