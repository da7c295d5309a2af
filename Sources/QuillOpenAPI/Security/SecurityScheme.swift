import QuillDiagnostics

extension OpenAPI {
    /// A way to prove who is calling (OpenAPI 3.1 §4.8.27).
    public struct SecurityScheme: Sendable {
        public var kind: Kind
        public var description: String?
        /// Where the metadata of the authorization server is (RFC 8414); of `oauth2` only (since 3.2).
        public var oauth2MetadataURL: String?
        /// Since 3.2.
        public var isDeprecated = false
        public var extensions: [Extension]
        /// Where it is defined.
        public var identity: Identity?
        public var location: SourceLocation

        /// What has to be proved, and where in the request.
        public enum Kind: Sendable {
            /// A key under that name; never in the path.
            case apiKey(place: ParameterPlace, name: String)
            /// A scheme of the `Authorization` header as written: `bearer`, `basic`.
            case http(scheme: String, bearerFormat: String?)
            case oauth2([OAuthFlow])
            case openIDConnect(url: String)
            case mutualTLS
        }
    }

    /// One way to obtain a token (OpenAPI 3.1 §4.8.29).
    public struct OAuthFlow: Sendable {
        public var grant: Grant
        public var refreshURL: String?
        /// What each scope is for, by scope.
        public var scopes: Map<String>
        public var extensions: [Extension]
        public var location: SourceLocation

        /// The flow with the addresses that it needs (RFC 6749 §1.3).
        public enum Grant: Sendable, Hashable {
            case implicit(authorizationURL: String)
            case password(tokenURL: String)
            case clientCredentials(tokenURL: String)
            case authorizationCode(authorizationURL: String, tokenURL: String)
            /// For devices without a browser (RFC 8628); since 3.2.
            case deviceAuthorization(deviceAuthorizationURL: String, tokenURL: String)
        }
    }
}
