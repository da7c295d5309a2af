// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import PostHogRuntime

/// Tells who presents a credential. The one piece of security that an application writes: what the caller may do is
/// decided by the server from the document.
///
///     struct KeyTable: Authenticator {
///         func caller(
///             presenting credentials: [PresentedCredential], to operation: OperationInfo
///         ) async throws -> Caller? {
///             for case .bearer(let token) in credentials.map(\.kind) {
///                 if let key = try await keys.find(token) {
///                     return Caller(subject: key.owner, grants: ["personalAPIKey": key.scopes])
///                 }
///             }
///             return nil
///         }
///     }
public nonisolated protocol Authenticator: Sendable {
    /// The caller to whom the credentials belong, or nil if they are no one's: the request is then answered with 401.
    ///
    /// The grants name the schemes by which the caller is truly known, whichever operation is called: a personal key
    /// sent to an operation that wants another kind of credential is a known caller without the grant, and gets 403.
    /// - Parameters:
    ///   - credentials: what the request carries for the schemes of the operation, at least one.
    ///   - operation: what is called.
    /// - Throws: a `Problem` or an `ErrorResponse` to answer with; anything else is answered with 500.
    func caller(presenting credentials: [PresentedCredential], to operation: OperationInfo) async throws -> Caller?
}

/// A credential found in a request. Its descriptions leave the secret out.
public nonisolated struct PresentedCredential: Sendable, Hashable {
    /// A credential's form, with its secret.
    public nonisolated enum Kind: Sendable, Hashable {
        /// The token of `Authorization: Bearer …` (RFC 6750), also for OAuth 2 and OpenID Connect.
        case bearer(String)
        /// The decoded user and password of `Authorization: Basic …` (RFC 7617).
        case basic(user: String, password: String)
        /// The value of an API key in a header field, a query parameter or a cookie.
        case apiKey(String)
        /// The rest of an `Authorization` field of another scheme.
        case http(scheme: String, value: String)
        /// What ``ServerOptions/clientCertificate`` says about the connection.
        case certificate(String)
    }

    /// Its form, with the secret.
    public let kind: Kind
    /// The names of the document's schemes that it may belong to: several schemes can share one header field.
    public let schemes: [String]

    /// A credential as it is found in requests; for tests of authenticators.
    public init(_ kind: Kind, schemes: [String]) {
        self.kind = kind
        self.schemes = schemes
    }
}

nonisolated extension PresentedCredential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind and the schemes, never the secret.
    public var description: String { "\(kind) for \(schemes.joined(separator: ", "))" }
    /// The same as ``description``.
    public var debugDescription: String { description }
    /// A mirror without the secret, for `dump`.
    public var customMirror: Mirror { Mirror(self, children: ["schemes": schemes]) }
}

nonisolated extension PresentedCredential.Kind: CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The name of the kind, never the secret.
    public var description: String {
        switch self {
        case .bearer: "bearer token"
        case .basic: "user and password"
        case .apiKey: "API key"
        case .http(let scheme, _): "\(scheme) credential"
        case .certificate: "certificate"
        }
    }
    /// The same as ``description``.
    public var debugDescription: String { description }
    /// A mirror without the secret, for `dump`.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Who is calling, as the application's ``Authenticator`` says, and what they were granted.
public nonisolated struct Caller: Sendable, Hashable {
    /// A name for the caller that the application understands, such as a user's ID.
    public let subject: String?
    /// For each security scheme of the document by which the caller is known, the scopes granted:
    /// `["personalAPIKey": ["dataset:read"]]`. A scheme with no scopes still says that the caller is known by it.
    public let grants: [String: Set<String>]

    /// A caller who was granted scopes under one scheme or several.
    public init(subject: String? = nil, grants: [String: Set<String>]) {
        self.subject = subject
        self.grants = grants
    }

    /// Nobody in particular: the caller of operations that require no security.
    public static var anonymous: Caller { Caller(grants: [:]) }
}

/// The authenticator of those who ask nobody for a credential: whoever presents one is unknown.
public nonisolated struct NoCallers: Authenticator {
    /// It knows nobody.
    public init() {}

    public func caller(
        presenting credentials: [PresentedCredential], to operation: OperationInfo
    ) async throws -> Caller? { nil }
}
