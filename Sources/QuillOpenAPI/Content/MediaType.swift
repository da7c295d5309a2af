import QuillDiagnostics
import QuillNodes

extension OpenAPI {
    /// A body in one media type (OpenAPI 3.1 §4.8.14).
    public struct MediaType: Sendable {
        /// Nil where anything goes, as is usual for binary bodies.
        public var schema: SchemaReference?
        public var example: Node?
        public var examples: Map<Example>
        /// How single properties of a form or multipart body are sent, by property.
        public var encoding: Map<Encoding>
        public var extensions: [Extension]
        public var location: SourceLocation
    }

    /// How one property of a form or multipart body is sent (OpenAPI 3.1 §4.8.15).
    public struct Encoding: Sendable {
        /// Media types of the part, as written: `image/png, image/jpeg`.
        public var contentType: String?
        public var headers: Map<Header>
        /// Nil where neither `style`, `explode` nor `allowReserved` is stated, so that the content type decides.
        public var serialization: Serialization?
        public var extensions: [Extension]
        public var location: SourceLocation
    }

    /// A sample of a value (OpenAPI 3.1 §4.8.19).
    public struct Example: Sendable {
        public var summary: String?
        public var description: String?
        public var value: Node?
        /// Where the sample is to be found instead.
        public var externalValue: String?
        public var extensions: [Extension]
        /// Where it is defined if it can be referred to; nil where it stands inline.
        public var identity: Identity?
        public var location: SourceLocation
    }
}
