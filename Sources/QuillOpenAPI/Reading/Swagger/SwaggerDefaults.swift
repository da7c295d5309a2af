import QuillDiagnostics
import QuillNodes

/// What a document of 2.0 states once and its operations may state otherwise.
struct SwaggerDefaults {
    /// `consumes`; nil where not stated.
    var consumes: [SwaggerMediaType]?
    /// `produces` of the operation that is being read, or else of the document; nil where neither states it.
    var produces: [SwaggerMediaType]?
    /// `schemes`, as the texts of URLs have them.
    var schemes: [String] = []
    /// The fields in which nothing is stated although it is needed, each said once.
    var undeclared: Set<String> = []
}

/// One item of `consumes` or `produces`.
struct SwaggerMediaType {
    let text: String
    let location: SourceLocation

    /// Without parameters: `text/plain` of `text/plain; charset=utf-8`.
    private var essence: String {
        text.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
    }

    var isForm: Bool { isMultipart || essence == "application/x-www-form-urlencoded" }
    var isMultipart: Bool { essence == "multipart/form-data" }

    /// Whether bodies of it have a structure that a schema describes.
    var isStructured: Bool {
        essence == "application/json" || essence.hasSuffix("+json") || essence == "application/xml"
            || essence == "text/xml" || essence.hasSuffix("+xml")
    }

    /// Whether bodies of it are bytes that only their own format can describe.
    var isOpaque: Bool {
        essence == "application/octet-stream" || essence == "application/pdf" || essence == "application/zip"
            || ["image/", "audio/", "video/"].contains { essence.hasPrefix($0) && !essence.hasSuffix("+xml") }
    }
}

extension DocumentReading {
    private static let swaggerMediaTypeLimit = 100

    /// The media types of `consumes` or `produces`; nil where not stated.
    mutating func swaggerMediaTypes(_ object: NodeObject, _ key: String) -> [SwaggerMediaType]? {
        guard let node = member(object, key) else { return nil }
        // Every body of the document repeats them, so there must be an end to it.
        if let items = node.array, items.count > Self.swaggerMediaTypeLimit {
            error(
                .tooManyMediaTypes, "`\(key)` has more than \(Self.swaggerMediaTypeLimit) media types",
                at: node.location, note: "state those of single operations there")
            return []
        }
        var known: Set<String> = []
        return list(node, field: key) { reading, item in
            guard let text = reading.text(item, field: key) else { return nil }
            guard known.insert(text).inserted else {
                reading.warn(.repeatedItem, "`\(text)` stands twice in `\(key)`", at: item.location)
                return nil
            }
            return SwaggerMediaType(text: text, location: item.location)
        }
    }

    /// The media types of one body among those stated for a whole operation, requests and responses alike.
    ///
    /// An operation that answers a file or, failing, an object states media types for both: a file is not read as JSON
    /// where it has a media type of its own, nor an object as an image.
    ///
    /// - Parameter field: `consumes` or `produces`.
    mutating func mediaTypes(
        _ stated: [SwaggerMediaType]?, of field: String, for schema: OpenAPI.SchemaReference,
        at location: SourceLocation
    ) -> [SwaggerMediaType] {
        let stated = stated ?? []
        guard !stated.isEmpty else {
            if swagger.undeclared.insert(field).inserted {
                warn(
                    .noMediaType,
                    "bodies are read as `application/json`, here and wherever no `\(field)` says otherwise",
                    at: location, note: "state `\(field)` at the root of the document")
            }
            return [SwaggerMediaType(text: "application/json", location: location)]
        }
        func narrowed(_ isFitting: (SwaggerMediaType) -> Bool, unless isWanted: (SwaggerMediaType) -> Bool)
            -> [SwaggerMediaType]
        {
            stated.contains(where: isWanted) ? stated.filter(isFitting) : stated
        }
        guard case .inline(let schema) = schema, let types = schema.types, types.contains(.string) else {
            return narrowed({ !$0.isOpaque && !$0.isForm }, unless: \.isStructured)
        }
        if schema.format == "binary" { return narrowed({ !$0.isStructured }, unless: { !$0.isStructured }) }
        return stated
    }
}
