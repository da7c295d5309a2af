import QuillDiagnostics
import QuillNodes

extension OpenAPI {
    /// A whole description of an API, references resolved across all its files (OpenAPI 3.1 §4.8.1).
    public struct Document: Sendable {
        /// The version that decided how the document was read.
        public var version: Version
        /// The version as the document states it: `3.1.0`.
        public var versionText: String
        /// `$self` (since 3.2): the URI that other documents know this one by. References by it lead here.
        public var selfURI: String?
        /// Every file that the document is made of, as ``Identity/file`` has them, the root document first.
        public var files: [String]
        public var info: Info
        /// `jsonSchemaDialect`.
        public var schemaDialect: String?
        /// Empty where none is stated, which the specification reads as one server at `/`.
        public var servers: [Server]
        /// By path template, each beginning with a slash, in the order of the document.
        public var paths: Map<PathItem>
        /// The extensions that stand among the paths.
        public var pathExtensions: [Extension]
        public var webhooks: Map<PathItem>
        public var components: Components
        /// What an operation needs that states no requirement of its own: any one of these. Nil where not stated.
        public var security: [SecurityRequirement]?
        public var tags: [Tag]
        public var externalDocs: ExternalDocs?
        /// Every schema that stands under `components` or that a reference leads to.
        public var schemas: SchemaTable
        public var extensions: [Extension]
        public var location: SourceLocation
    }

    /// The versions that are read, the oldest first; 2.0 is still called Swagger.
    public enum Version: Sendable, Hashable, Comparable {
        case v2_0, v3_0, v3_1, v3_2
    }

    /// A member that begins with `x-`, which means what its author's tools make of it.
    public struct Extension: Sendable {
        public var key: String
        public var value: Node

        public init(key: String, value: Node) {
            self.key = key
            self.value = value
        }
    }
}

extension OpenAPI.Document {
    /// What an operation requires: its own statement, or else the document's. Nil where neither states anything.
    ///
    /// An empty list is the statement that nothing is required.
    public func security(of operation: OpenAPI.Operation) -> [OpenAPI.SecurityRequirement]? {
        operation.security ?? security
    }

    /// The servers that answer an operation: the most specific statement counts.
    public func servers(of operation: OpenAPI.Operation, in path: OpenAPI.PathItem) -> [OpenAPI.Server] {
        if !operation.servers.isEmpty { return operation.servers }
        return path.servers.isEmpty ? servers : path.servers
    }
}
