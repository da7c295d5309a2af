import QuillDiagnostics

extension OpenAPI {
    /// What a request carries (OpenAPI 3.1 §4.8.13).
    public struct RequestBody: Sendable {
        public var description: String?
        /// By media type or range, as written: `application/json; charset=utf-8`, `image/*`.
        public var content: Map<MediaType>
        public var isRequired: Bool
        public var extensions: [Extension]
        /// Where it is defined if it can be referred to; nil where it stands inline.
        public var identity: Identity?
        public var location: SourceLocation
    }
}
