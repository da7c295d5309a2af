import QuillDiagnostics

extension OpenAPI {
    /// What the document names for use in several places (OpenAPI 3.1 §4.8.7), in the order of the document.
    ///
    /// In Swagger 2.0 they stand at the root, as `definitions` and so on. Its form fields are not here but in the
    /// bodies of the operations that use them, and its bodies and responses have the document's media types here.
    ///
    /// All but schemas are also resolved wherever a reference stands for them.
    public struct Components: Sendable {
        /// By name; the schemas themselves are in ``Document/schemas``.
        public var schemas = Map<Identity>()
        public var responses = Map<Response>()
        public var parameters = Map<Parameter>()
        public var examples = Map<Example>()
        public var requestBodies = Map<RequestBody>()
        public var headers = Map<Header>()
        public var securitySchemes = Map<SecurityScheme>()
        public var links = Map<Link>()
        public var callbacks = Map<Callback>()
        public var pathItems = Map<PathItem>()
        /// Since 3.2.
        public var mediaTypes = Map<MediaType>()
        public var extensions: [Extension] = []
        /// Nil where the document has no components.
        public var location: SourceLocation?

        public init() {}
    }
}
