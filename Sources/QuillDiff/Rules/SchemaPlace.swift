/// The kinds of places that a schema can stand in; each makes rules of its own out of the rules for schemas.
public enum SchemaPlace: String, Sendable, Hashable, CaseIterable {
    case requestBody = "request-body"
    case requestProperty = "request-property"
    /// A property that is `readOnly` in both documents, and so no part of a request.
    case requestReadOnlyProperty = "request-read-only-property"
    case requestParameter = "request-parameter"
    case requestParameterProperty = "request-parameter-property"
    case responseBody = "response-body"
    case responseProperty = "response-property"
    /// A property that is `writeOnly` in both documents, and so no part of a response.
    case responseWriteOnlyProperty = "response-write-only-property"
    case responseHeader = "response-header"
    case responseHeaderProperty = "response-header-property"

    /// What ids begin with.
    public var prefix: String { rawValue }

    /// Whether the place is in a request.
    public var isRequest: Bool {
        switch self {
        case .requestBody, .requestProperty, .requestReadOnlyProperty, .requestParameter, .requestParameterProperty:
            true
        default: false
        }
    }

    /// Whether something has the value, rather than being it.
    var isProperty: Bool { inside == self || isHidden }

    /// Whether values of this place are not sent at all.
    var isHidden: Bool { self == .requestReadOnlyProperty || self == .responseWriteOnlyProperty }

    /// The place of the properties of a value here.
    var inside: SchemaPlace {
        switch self {
        case .requestBody, .requestProperty: .requestProperty
        case .requestReadOnlyProperty: .requestReadOnlyProperty
        case .requestParameter, .requestParameterProperty: .requestParameterProperty
        case .responseBody, .responseProperty: .responseProperty
        case .responseWriteOnlyProperty: .responseWriteOnlyProperty
        case .responseHeader, .responseHeaderProperty: .responseHeaderProperty
        }
    }

    /// The place of a property with those marks.
    func property(readOnly: Bool, writeOnly: Bool) -> SchemaPlace {
        switch inside {
        case .requestProperty where readOnly: .requestReadOnlyProperty
        case .responseProperty where writeOnly: .responseWriteOnlyProperty
        default: inside
        }
    }

    /// What ids of rules about a property as such begin and end with: `request`, `property`.
    var ofProperty: (owner: String, noun: String) {
        switch inside {
        case .requestReadOnlyProperty: ("request", "read-only-property")
        case .requestParameterProperty: ("request-parameter", "property")
        case .responseWriteOnlyProperty: ("response", "write-only-property")
        case .responseHeaderProperty: ("response-header", "property")
        default: (isRequest ? "request" : "response", "property")
        }
    }
}
