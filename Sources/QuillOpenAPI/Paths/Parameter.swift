import QuillDiagnostics
import QuillNodes

extension OpenAPI {
    /// A value in the path, the query, a header or a cookie (OpenAPI 3.1 §4.8.12).
    public struct Parameter: Sendable {
        public var name: String
        /// `in`.
        public var place: ParameterPlace
        public var description: String?
        /// Always true in the path.
        public var isRequired: Bool
        public var isDeprecated: Bool
        public var allowsEmptyValue: Bool
        /// What the value looks like, by a schema or by a media type.
        public var value: ParameterValue
        /// `example`, where one stands outside the schema.
        public var example: Node?
        public var examples: Map<Example>
        public var extensions: [Extension]
        /// Where it is defined if it can be referred to; nil where it stands inline.
        public var identity: Identity?
        public var location: SourceLocation

        /// Whether this stands for the same value of a request as another; header names ignore case.
        public func overrides(_ other: Parameter) -> Bool {
            place == other.place
                && (place == .header ? name.lowercased() == other.name.lowercased() : name == other.name)
        }
    }

    /// The parts of a request that a parameter can be in.
    public enum ParameterPlace: String, Sendable, Hashable, CaseIterable {
        case path, query, header, cookie
        /// The whole query, by a media type (OpenAPI 3.2 §4.12.1): ``ParameterValue/content(mediaType:_:)`` only.
        case querystring
    }

    /// How the text of a parameter or header comes about.
    public enum ParameterValue: Sendable {
        /// By the rules of a style (RFC 6570).
        case schema(SchemaReference, Serialization)
        /// As a body of that media type would be.
        case content(mediaType: String, MediaType)
    }

    /// How a value is laid out as text, defaults filled in (OpenAPI 3.1 §4.8.12.2).
    public struct Serialization: Sendable, Hashable {
        public var style: Style
        /// Whether each item of a list, and each member of an object, stands on its own.
        public var explode: Bool
        /// Whether characters such as `/` and `?` are sent as they are.
        public var allowsReserved: Bool

        public init(style: Style, explode: Bool, allowsReserved: Bool) {
            self.style = style
            self.explode = explode
            self.allowsReserved = allowsReserved
        }

        /// What counts where a parameter in that place states nothing.
        public static func standard(in place: ParameterPlace) -> Serialization {
            switch place {
            case .path, .header: Serialization(style: .simple, explode: false, allowsReserved: false)
            case .query, .cookie, .querystring: Serialization(style: .form, explode: true, allowsReserved: false)
            }
        }
    }

    /// The layouts by name (OpenAPI 3.1 §4.8.12.3).
    public enum Style: String, Sendable, Hashable, CaseIterable {
        case matrix, label, form, simple, spaceDelimited, pipeDelimited, deepObject
        /// Since 3.2: as `form` does, but with `; ` between the parts and nothing percent-encoded.
        case cookie
        /// Items with tabs between them: `collectionFormat: tsv` of Swagger 2.0, for which OpenAPI 3 has no style.
        case tabDelimited
    }
}
