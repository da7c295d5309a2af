import QuillDiagnostics

extension OpenAPI {
    /// Schemes that must all be satisfied; one alternative of a list of which any will do (OpenAPI 3.1 §4.8.30).
    public struct SecurityRequirement: Sendable {
        /// In the order of the document. None: a caller who proves nothing is welcome.
        public var schemes: [SchemeRequirement]
        public var location: SourceLocation
    }

    /// One scheme that must be satisfied, with all of its scopes.
    public struct SchemeRequirement: Sendable {
        /// The key of the scheme in ``Components/securitySchemes``.
        public var name: String
        /// Scopes, or roles where the scheme knows no scopes (since 3.1); empty where none is stated.
        public var scopes: [Scope]
        /// Where the name stands.
        public var location: SourceLocation

        /// One scope, as written.
        public struct Scope: Sendable {
            public var name: String
            public var location: SourceLocation
        }
    }
}
