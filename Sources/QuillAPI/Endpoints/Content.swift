import QuillNodes

/// What a request carries.
public struct RequestBody: Sendable {
    public let isRequired: Bool
    public let description: String?
    /// What is preferred.
    public internal(set) var content: Content
    /// What it may be instead, by other media types, in the document's order.
    public internal(set) var others: [Content]

    /// A content for each media type, what is preferred first.
    public var contents: [Content] { [content] + others }
}

/// A body in one media type.
public struct Content: Sendable {
    /// How the value is written.
    public enum Coding: String, Sendable {
        case json, text, bytes
        /// `application/x-www-form-urlencoded`.
        case form
        /// `multipart/form-data`, and the other media types of that form (RFC 2046 §5.1).
        case multipart
        /// Server-sent events: a sequence of which ``Content/type`` is one item.
        case events
        /// A line of JSON for each item of a sequence.
        case lines
        /// Items of a sequence between record separators (RFC 7464).
        case sequence
        /// A body with a structure that is not carried through: bytes, with a media type that the caller completes.
        case raw

        /// Whether the body is a sequence that is sent and read item by item.
        public var isSequential: Bool {
            switch self {
            case .events, .lines, .sequence: true
            case .json, .text, .bytes, .form, .multipart, .raw: false
            }
        }
    }

    /// As the document writes it: `application/json; charset=utf-8`, `image/*`.
    public let mediaType: String
    public let coding: Coding
    /// The type of the body; of a sequence, that of its items.
    public internal(set) var type: TypeUse
    /// The fields of a form that are more than a piece of text, in the order of the properties.
    public let fields: [FormField]
    /// A documented example of the whole body.
    public let example: Node?

    /// Whether the media type is a range, so that the sender has to say which one it is.
    public var isRange: Bool { mediaType.utf8.prefix { $0 != UInt8(ascii: ";") }.contains(UInt8(ascii: "*")) }
}

/// A property of a form or multipart body, where it is sent in another way than as one piece of text.
public struct FormField: Sendable {
    public enum Kind: String, Sendable {
        case text, number, flag, json, file
        /// JSON where it is an object or a list, else text.
        case any
    }

    public let key: String
    public let kind: Kind
    /// Whether the field stands once for each element of a list.
    public let isList: Bool
    /// How a value of several parts is laid out; nil where the kind alone decides (OpenAPI 3.1 §4.8.15).
    public let style: Style?
    /// The media type of the part, where the document names exactly one.
    public let contentType: String?
    /// Header fields that every part of it has.
    public let headers: [Header]
    /// All header fields that the document describes of its parts, as what is received is held to them.
    public let described: [PartHeader]

    /// A header field that is always the same.
    public struct Header: Sendable, Hashable {
        public let name: String
        public let value: String
    }

    public struct Style: Sendable, Hashable {
        public let style: ValueLayout.Style
        public let explode: Bool
        public let allowReserved: Bool
    }

    /// Whether the field is sent as any piece of text is.
    var isPlain: Bool {
        kind == .text && !isList && style == nil && contentType == nil && headers.isEmpty && described.isEmpty
    }
}

/// A header field of the parts of a multipart body, to be checked where one is read.
public struct PartHeader: Sendable {
    public let name: String
    public let isRequired: Bool
    /// What its values are: scalars and lists of them, and any value besides. Nothing is declared for them.
    public let type: TypeUse
    /// Whether the value is a JSON text.
    public let isJSON: Bool
    /// Whether each member of an object stands on its own.
    public let explode: Bool
    /// What a value has to meet beyond its type.
    public let rule: SchemaRule
}
