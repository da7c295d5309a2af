import QuillDiagnostics

extension OpenAPI {
    /// One method of one path (OpenAPI 3.1 §4.8.10).
    public struct Operation: Sendable {
        public var method: Method
        public var tags: [String]
        public var summary: String?
        public var description: String?
        public var externalDocs: ExternalDocs?
        /// `operationId`, unique in the document.
        public var operationID: String?
        /// Its own parameters only; ``PathItem/parameters(of:)`` adds those of the path.
        public var parameters: [Parameter]
        public var requestBody: RequestBody?
        public var responses: Responses
        public var callbacks: Map<Callback>
        public var isDeprecated: Bool
        /// Alternatives; nil where not stated, so that the document's statement counts; empty where nothing is needed.
        public var security: [SecurityRequirement]?
        public var servers: [Server]
        public var extensions: [Extension]
        public var location: SourceLocation
    }

    /// Requests that the service sends back, by runtime expression (OpenAPI 3.1 §4.8.18).
    public struct Callback: Sendable {
        /// By expression: `{$request.body#/callbackUrl}`.
        public var paths: Map<PathItem>
        public var extensions: [Extension]
        /// Where it is defined if it can be referred to; nil where it stands inline.
        public var identity: Identity?
        public var location: SourceLocation
    }
}
