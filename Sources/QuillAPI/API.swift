import QuillDiagnostics

/// What a service offers, free of OpenAPI's spelling and of any programming language: endpoints, scopes and schemas.
///
/// This is the intermediate representation: `quill inspect` prints it and comparisons between versions of an API
/// work on it. Everything is in the document's order, and every reference between parts is by identity
/// (``SchemaID``, the names of schemes and scopes), so the whole is a plain value.
public struct API: Sendable {
    public let title: String
    public let version: String
    public let description: String?
    /// What else the document says about the API as a whole, a line each: terms, contact, license, manual.
    public let facts: [String]
    public let servers: [Server]
    public let groups: [Group]
    public let endpoints: [Endpoint]
    /// What the service sends itself: webhooks and callbacks.
    public let sent: [SentRequest]
    public let schemes: [SecurityScheme]
    public let scopes: [Scope]
    public let schemas: [Schema]

    /// Where the service is reached (OpenAPI 3.1 §4.8.5).
    public struct Server: Sendable, Hashable {
        /// With the default of each variable. Without a host it is relative to where the document is served.
        public let url: String
        /// As the document has it: `https://{region}.example.com/v1`.
        public let template: String
        public let name: String?
        public let description: String?
        /// Those that the template speaks of.
        public let variables: [Variable]

        /// What a part of the address can be (OpenAPI 3.1 §4.8.6).
        public struct Variable: Sendable, Hashable {
            public let name: String
            public let defaultValue: String
            /// The only values; empty where any will do.
            public let allowedValues: [String]
            public let description: String?
        }
    }

    /// A set of endpoints that belong together, from a tag. A `/` in the tag's name nests groups.
    public struct Group: Sendable, Hashable {
        /// The names from the outermost group inwards: `["environments", "datasets"]`.
        public let path: [String]
        /// What the document wants it to be called in the output.
        public let preferredName: String?
        public let description: String?
        /// Where the document describes it; nil where only operations name it.
        public let location: SourceLocation?
    }

    /// The declaration behind an identity. Every ``SchemaID`` in an API has one.
    public func schema(_ id: SchemaID) -> Schema? { schemaPositions[id].map { schemas[$0] } }

    private let schemaPositions: [SchemaID: Int]

    init(
        title: String, version: String, description: String?, facts: [String], servers: [Server], groups: [Group],
        endpoints: [Endpoint], sent: [SentRequest], schemes: [SecurityScheme], scopes: [Scope], schemas: [Schema]
    ) {
        self.title = title
        self.version = version
        self.description = description
        self.facts = facts
        self.servers = servers
        self.groups = groups
        self.endpoints = endpoints
        self.sent = sent
        self.schemes = schemes
        self.scopes = scopes
        self.schemas = schemas
        schemaPositions = Dictionary(zip(schemas.map(\.id), schemas.indices), uniquingKeysWith: { first, _ in first })
    }
}
