// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import Foundation
import PostHogRuntime

/// What a client proves itself with under one security scheme: a token, a user and password, a certificate.
///
/// No description of it, `dump` included, shows the secret.
public nonisolated struct ClientCredential: Sendable {
    enum Secret: Sendable {
        case token(any CredentialSource)
        /// The whole of the `Authorization` field.
        case authorization(any CredentialSource)
        case password(user: String, password: String)
        case transport
    }

    let secret: Secret
    /// The scopes that the credential holds; nil where they are not known here, and nothing is checked before sending.
    public let scopes: Set<String>?

    /// A token for `Authorization: Bearer …`.
    public static func bearer(_ token: String, scopes: Set<String>? = nil) -> ClientCredential {
        ClientCredential(secret: .token(ProvidedSecret { token }), scopes: scopes)
    }

    /// A token that its source keeps up to date, such as a `TokenSource` of OAuth 2.
    public static func bearer(_ source: any CredentialSource, scopes: Set<String>? = nil) -> ClientCredential {
        ClientCredential(secret: .token(source), scopes: scopes)
    }

    /// A token that changes: asked for before each attempt, so keep it and refresh it only when it is due.
    public static func bearer(
        scopes: Set<String>? = nil, token: @escaping @Sendable () async throws -> String
    ) -> ClientCredential {
        ClientCredential(secret: .token(ProvidedSecret(provide: token)), scopes: scopes)
    }

    /// A user and password for `Authorization: Basic …` (RFC 7617).
    public static func basic(user: String, password: String, scopes: Set<String>? = nil) -> ClientCredential {
        ClientCredential(secret: .password(user: user, password: password), scopes: scopes)
    }

    /// A key that goes where its scheme says: a header, the query or a cookie.
    public static func apiKey(_ key: String, scopes: Set<String>? = nil) -> ClientCredential {
        ClientCredential(secret: .token(ProvidedSecret { key }), scopes: scopes)
    }

    /// The value of the `Authorization` field, computed for each request: for schemes such as Digest or a signature.
    public static func authorization(
        _ source: any CredentialSource, scopes: Set<String>? = nil
    ) -> ClientCredential {
        ClientCredential(secret: .authorization(source), scopes: scopes)
    }

    /// A certificate that the transport presents (mutual TLS); the request itself carries nothing.
    public static func certificate(scopes: Set<String>? = nil) -> ClientCredential {
        ClientCredential(secret: .transport, scopes: scopes)
    }

    /// Whether the scheme can be satisfied with this kind of credential.
    func fits(_ scheme: SecuritySchemeInfo?) -> Bool {
        switch (secret, scheme) {
        case (.transport, .mutualTLS), (.password, .basic), (.password, nil), (.token, nil): true
        case (.authorization, .apiKey), (.authorization, .mutualTLS): false
        case (.transport, _), (.password, _), (.token, .basic), (.token, .mutualTLS): false
        case (.token, _), (.authorization, _): true
        }
    }

    /// Puts the credential on a request in the way that its scheme prescribes.
    /// - Returns: what came from a source.
    /// - Throws: what the source throws; ``UnusableSecret``.
    func present(as scheme: SecuritySchemeInfo?, on request: inout HTTPRequest) async throws -> String? {
        switch secret {
        case .transport: return nil
        case .password(let user, let password):
            request.fields["Authorization"] = "Basic " + Data("\(user):\(password)".utf8).base64EncodedString()
            return nil
        case .authorization(let source):
            let value = try await usable(source.secret(for: request))
            request.fields["Authorization"] = value
            return value
        case .token(let source):
            let token = try await usable(source.secret(for: request))
            switch scheme {
            case .apiKey(in: .header, let name)?: request.fields[name] = token
            case .apiKey(in: .query, let name)?: request.setQuery(name, to: token)
            case .apiKey(in: .cookie, let name)?:
                request.fields.addCookie(
                    ParameterStyle.form.text(of: .text(token), named: name, explode: false)[...])
            case .http(let scheme)?: request.fields["Authorization"] = "\(scheme) \(token)"
            default: request.fields["Authorization"] = "Bearer \(token)"
            }
            return token
        }
    }

    /// Whether the source of a secret that the service refused has another one.
    func renew(_ refused: String, after answer: HTTPResponse) async throws -> Bool {
        switch secret {
        case .token(let source), .authorization(let source): try await source.renew(refused, after: answer)
        case .password, .transport: false
        }
    }

    /// A line break would start a header field of the secret's own.
    private func usable(_ secret: String) throws -> String {
        guard !secret.isEmpty, secret.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { throw UnusableSecret() }
        return secret
    }
}

/// A token that cannot be sent: it is empty, or contains a line break or another control character.
public nonisolated struct UnusableSecret: Error, Sendable, CustomStringConvertible {
    public var description: String {
        "the token is empty or contains a line break or another control character"
    }
}

nonisolated extension ClientCredential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// `token, scopes dataset:read`
    public var description: String {
        let kind =
            switch secret {
            case .token: "token"
            case .authorization: "authorization"
            case .password: "user and password"
            case .transport: "certificate"
            }
        return scopes.map { "\(kind), scopes \($0.sorted().joined(separator: " "))" } ?? kind
    }

    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["description": description], displayStyle: .struct) }
}
