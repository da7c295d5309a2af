import QuillDiagnostics
import QuillNodes

/// A parameter of a request outside of its body.
public struct Parameter: Sendable {
    public enum Location: String, Sendable {
        case path, query, header, cookie
        /// The whole query (OpenAPI 3.2 §4.12.1).
        case querystring
    }

    public let name: String
    /// What the document wants it to be called in the output.
    public let preferredName: String?
    public let place: Location
    public internal(set) var type: TypeUse
    public let isRequired: Bool
    public let isDeprecated: Bool
    /// Whether an empty text means the same as none (`allowEmptyValue`).
    public let allowsEmpty: Bool
    public let layout: ValueLayout
    public let description: String?
    public let defaultValue: Node?
    public let notes: ReaderNotes
    public let location: SourceLocation
}

/// How the value of a parameter or header becomes text (OpenAPI 3.2 §4.12.2).
public enum ValueLayout: Sendable {
    case style(Style, explode: Bool, allowReserved: Bool)
    /// Text of another media type, in whose form whoever sends it has put it.
    case text
    case json
    /// `application/x-www-form-urlencoded`, with the members of the object that are not written `name=value`.
    case form([(key: String, layout: MemberLayout)])

    /// How a value that is not a scalar becomes text (OpenAPI 3.2 §4.12.2.3).
    public enum Style: String, Sendable {
        case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject
        /// Since 3.2: pairs as a `Cookie` field has them, nothing percent-encoded.
        case cookie
        /// `collectionFormat: tsv` of Swagger 2.0.
        case tabDelimited
    }

    /// How one member of a form becomes text.
    public enum MemberLayout: Sendable {
        case list(Style, explode: Bool)
        case object(Style, explode: Bool)
        case json
        case reserved
    }

    /// The style with its `explode` and `allowReserved`; nil where a media type says how.
    public var style: (name: Style, explode: Bool, allowReserved: Bool)? {
        if case .style(let name, let explode, let allowReserved) = self { (name, explode, allowReserved) } else { nil }
    }
}
