import Foundation
import QuillRuntime

/// An access token and what came with it (RFC 6749 §5.1). Its descriptions show no secret; encoding it does, so that a
/// token can be kept where secrets are kept.
public nonisolated struct OAuthToken: Sendable, Hashable, Codable {
    /// What a request carries: `Authorization: Bearer …`.
    public var accessToken: String
    /// When the access token ends; nil where the issuer does not say.
    public var expiry: Date?
    /// What another access token is had with.
    public var refreshToken: String?
    /// The scopes that were granted; nil where they are those that were asked for.
    public var scopes: Set<String>?
    /// The identity of the user as OpenID Connect tells it: a JSON Web Token, which is not checked here.
    public var idToken: String?

    public init(
        accessToken: String, expiry: Date? = nil, refreshToken: String? = nil, scopes: Set<String>? = nil,
        idToken: String? = nil
    ) {
        self.accessToken = accessToken
        self.expiry = expiry
        self.refreshToken = refreshToken
        self.scopes = scopes
        self.idToken = idToken
    }

    /// The token of an issuer's answer, whose members are JSON values or the texts of a redirect's fragment.
    /// - Throws: ``OAuthError``
    init(_ answer: JSONValue, now: Date) throws {
        guard let token = answer["access_token"]?.string, !token.isEmpty else {
            throw OAuthError.malformedAnswer("it has no access_token")
        }
        // Of another type it is unknown how the token is to be sent (RFC 6749 §7.1).
        if let type = answer["token_type"]?.string, type.lowercased() != "bearer" {
            throw OAuthError.malformedAnswer("the token is of the type \(type) instead of Bearer")
        }
        let seconds = answer["expires_in"].flatMap { $0.double ?? $0.string.flatMap(Double.init) }
        self.init(
            accessToken: token, expiry: seconds.map { now.addingTimeInterval($0) },
            refreshToken: answer["refresh_token"]?.string,
            scopes: answer["scope"]?.string.map { Set($0.split(separator: " ").map(String.init)) },
            idToken: answer["id_token"]?.string)
    }
}

nonisolated extension OAuthToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// `token until 2026-11-21 10:00:00 +0000`
    public var description: String { expiry.map { "token until \($0)" } ?? "token" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["description": description], displayStyle: .struct) }
}

/// The program as the issuer of its tokens knows it (RFC 6749 §2.3). Its descriptions show no secret.
public nonisolated struct OAuthClient: Sendable, Hashable {
    /// How the program proves who it is.
    public nonisolated enum Authentication: Sendable, Hashable {
        /// By its identifier alone: a program that can keep no secret.
        case none
        /// By a secret in the `Authorization` header, which every issuer takes.
        case basic(secret: String)
        /// By a secret in the body of the request, for issuers that take it there only.
        case body(secret: String)
    }

    public var id: String
    public var authentication: Authentication

    public init(id: String, authentication: Authentication) {
        self.id = id
        self.authentication = authentication
    }

    /// - Parameter secret: nil for a program that can keep none.
    public init(id: String, secret: String? = nil) {
        self.init(id: id, authentication: secret.map { .basic(secret: $0) } ?? .none)
    }
}

nonisolated extension OAuthClient: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "client \(id)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["id": id], displayStyle: .struct) }
}

/// What kept a token from being had.
public nonisolated enum OAuthError: Error, Sendable, Hashable {
    /// Neither the document nor the issuer's metadata names an address for this.
    case noEndpoint(String)
    /// An address that is no URL, or not of `https`, where secrets would be read on the way.
    case unusableEndpoint(String)
    /// The issuer refused, in its own words: `invalid_grant` (RFC 6749 §5.2).
    case refused(error: String, description: String?)
    /// The issuer answered with another status than the protocol has.
    case unexpectedStatus(Int)
    case malformedAnswer(String)
    /// The redirect carries another `state` than the request: it is not the answer to it.
    case foreignRedirect
    /// The token has ended, and what it was had with can be used once only: the user has to sign in again.
    case signInNeeded
}

nonisolated extension OAuthError: CustomStringConvertible, LocalizedError {
    public var description: String {
        switch self {
        case .noEndpoint(let name): "the issuer has no address for \(name)"
        case .unusableEndpoint(let address): "the issuer's address \(address) is no URL of https"
        case .refused(let error, let description):
            "the issuer refused: \(error)" + (description.map { " (\($0))" } ?? "")
        case .unexpectedStatus(let status): "the issuer answered with the status \(status)"
        case .malformedAnswer(let fault): "the issuer's answer cannot be used: \(fault)"
        case .foreignRedirect: "the redirect does not belong to the request"
        case .signInNeeded: "the token has ended and cannot be renewed: the user has to sign in again"
        }
    }

    public var errorDescription: String? { description }
}
