import QuillDiagnostics

extension OpenAPI {
    /// Where the API is served (OpenAPI 3.1 §4.8.5).
    public struct Server: Sendable {
        /// A URL, possibly relative to the document's own, possibly with variables: `https://{region}.example.com/v1`.
        public var url: String
        /// What to call the server (since 3.2).
        public var name: String?
        public var description: String?
        public var variables: Map<ServerVariable>
        public var extensions: [Extension]
        public var location: SourceLocation
    }

    /// What may stand for a `{name}` in a server's URL (OpenAPI 3.1 §4.8.6).
    public struct ServerVariable: Sendable {
        public var defaultValue: String
        /// The only values allowed; empty where any is.
        public var allowedValues: [String]
        public var description: String?
        public var extensions: [Extension]
        public var location: SourceLocation
    }
}
