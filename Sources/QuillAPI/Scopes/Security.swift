/// A way to prove who is calling (OpenAPI 3.1 §4.8.27).
public struct SecurityScheme: Sendable, Hashable {
    public let name: String
    public let kind: Kind
    public let description: String?
    public let isDeprecated: Bool
    /// Where the scheme's tokens are had; nil where they are none.
    public let issuer: TokenIssuer?

    public enum Kind: Sendable, Hashable {
        case bearer
        case basic
        /// Another scheme of the `Authorization` header.
        case http(String)
        case apiKey(place: Parameter.Location, name: String)
        case oauth2
        case openIDConnect
        case mutualTLS
    }
}

/// Who issues the tokens of a scheme: by flows that the document describes, or as metadata of its own say.
public struct TokenIssuer: Sendable, Hashable {
    public let flows: [Flow]
    /// The URL of the issuer's metadata (OpenID Connect Discovery 1.0, RFC 8414).
    public let metadata: String?

    /// A way to a token (OpenAPI 3.1 §4.8.29).
    public struct Flow: Sendable, Hashable {
        public enum Grant: String, Sendable {
            case authorizationCode, clientCredentials, deviceAuthorization, implicit, password
        }

        public let grant: Grant
        public let authorizationURL: String?
        public let deviceURL: String?
        public let tokenURL: String?
        public let refreshURL: String?
    }
}

/// A permission that a credential of a scheme can hold.
public struct Scope: Sendable, Hashable {
    public let scheme: String
    public let name: String
    /// What holding it means.
    public let meaning: String?
    /// Every other scope of the scheme that holding this one includes, transitively, in the order of the scopes.
    public let includes: [String]
}

/// What an operation asks of its caller: one of several alternatives, each asking for all of its parts.
public struct SecurityRequirement: Sendable, Hashable {
    /// Empty where anyone may call; an alternative without parts admits anonymous callers beside others.
    public let alternatives: [[Part]]

    /// A scheme, and the scopes needed with it; no scopes where the document states none.
    public struct Part: Sendable, Hashable {
        public let scheme: String
        public let scopes: [String]

        public init(scheme: String, scopes: [String]) {
            self.scheme = scheme
            self.scopes = scopes
        }
    }
}
