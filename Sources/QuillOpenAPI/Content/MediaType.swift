import QuillDiagnostics
import QuillNodes

extension OpenAPI {
    /// A body in one media type (OpenAPI 3.1 §4.8.14).
    public struct MediaType: Sendable {
        /// Nil where anything goes, as is usual for binary bodies.
        public var schema: SchemaReference?
        /// Each item of a sequence that is sent bit by bit (OpenAPI 3.2 §4.14.3): a line of JSON, an event.
        public var itemSchema: SchemaReference?
        public var example: Node?
        public var examples: Map<Example>
        /// How single properties of a form or multipart body are sent, by property.
        public var encoding: Map<Encoding>
        /// How the first parts of a multipart body are sent, by position (since 3.2).
        public var prefixEncoding: [Encoding] = []
        /// How the parts after those of ``prefixEncoding`` are sent (since 3.2).
        public var itemEncoding: Encoding?
        public var extensions: [Extension]
        /// Where it is defined if it can be referred to (since 3.2); nil where it stands inline.
        public var identity: Identity?
        public var location: SourceLocation
    }

    /// How one property of a form or multipart body is sent (OpenAPI 3.1 §4.8.15).
    public struct Encoding: Sendable {
        /// Media types of the part, as written: `image/png, image/jpeg`.
        public var contentType: String?
        public var headers: Map<Header>
        /// Nil where neither `style`, `explode` nor `allowReserved` is stated, so that the content type decides.
        public var serialization: Serialization?
        /// Within a part that is multipart or a form itself, as in ``MediaType`` (since 3.2).
        public var encoding = Map<Encoding>()
        public var prefixEncoding: [Encoding] = []
        public var itemEncoding: Encoding? {
            get { itemEncodings.first }
            set { itemEncodings = newValue.map { [$0] } ?? [] }
        }
        public var extensions: [Extension]
        public var location: SourceLocation

        /// None or one: a list can hold a value of the type that it is part of.
        private var itemEncodings: [Encoding] = []

        init(
            contentType: String?, headers: Map<Header>, serialization: Serialization?, extensions: [Extension],
            location: SourceLocation
        ) {
            self.contentType = contentType
            self.headers = headers
            self.serialization = serialization
            self.extensions = extensions
            self.location = location
        }
    }

    /// A sample of a value (OpenAPI 3.1 §4.8.19).
    public struct Example: Sendable {
        public var summary: String?
        public var description: String?
        public var value: Node?
        /// The value before it is serialized (since 3.2), whatever the media type.
        public var dataValue: Node?
        /// The value as it is sent (since 3.2), percent-encoding and escapes included.
        public var serializedValue: String?
        /// Where the sample is to be found instead.
        public var externalValue: String?
        public var extensions: [Extension]
        /// Where it is defined if it can be referred to; nil where it stands inline.
        public var identity: Identity?
        public var location: SourceLocation
    }
}
