import QuillDiagnostics
import QuillNodes

/// The body of a request in 2.0, the media types of which stand elsewhere.
struct SwaggerBody: Sendable {
    let description: String?
    let isRequired: Bool
    let schema: OpenAPI.SchemaReference
    let extensions: [OpenAPI.Extension]
    let identity: OpenAPI.Identity?
    let location: SourceLocation
}

/// One field of a form in 2.0, a parameter of its own there.
struct SwaggerFormField: Sendable {
    let name: String
    let nameLocation: SourceLocation
    let schema: OpenAPI.SchemaReference
    let isRequired: Bool
    let isFile: Bool
    /// How a list is laid out; nil for what OpenAPI 3 does where nothing is stated.
    let serialization: OpenAPI.Serialization?
    let location: SourceLocation
}

extension DocumentReading {
    mutating func swaggerBody(
        _ object: NodeObject, _ extensions: [OpenAPI.Extension], at location: SourceLocation,
        identity: OpenAPI.Identity?
    ) -> SwaggerBody? {
        for member in object where ObjectKind.inlineKeywords.contains(member.key) {
            warn(
                .ignoredField, "`\(member.key)` of a body is ignored", at: member.keyLocation,
                note: "move it to `schema`")
        }
        guard let node = member(object, "schema") else {
            if object["schema"] == nil { missing("schema", of: .parameter, at: location) }
            return nil
        }
        guard let schema = schema(node) else { return nil }
        return SwaggerBody(
            description: text(object, "description"), isRequired: flag(object, "required") ?? false, schema: schema,
            extensions: extensions, identity: identity, location: location)
    }

    /// What an operation takes as its body.
    ///
    /// - Parameters:
    ///   - parameters: all that count for the operation.
    ///   - consumes: what the operation states, or else the document.
    ///   - isShared: whether that is the document's.
    mutating func requestBody(
        from parameters: [SwaggerParameter], consumes: [SwaggerMediaType]?, isShared: Bool
    ) -> OpenAPI.RequestBody? {
        var bodies: [SwaggerBody] = []
        var fields: [SwaggerFormField] = []
        for parameter in parameters {
            switch parameter {
            case .body(let body): bodies.append(body)
            case .field(let field): fields.append(field)
            case .parameter: break
            }
        }
        if bodies.count > 1 {
            error(.severalBodies, "an operation can have one parameter `in: body` only", at: bodies[1].location)
        }
        guard let body = bodies.first else { return form(of: fields, consumes: consumes) }
        if let field = fields.first {
            error(
                .bodyAndForm, "an operation cannot have parameters `in: body` and `in: formData`",
                at: field.location)
        }
        return requestBody(of: body, consumes: consumes, isShared: isShared)
    }

    mutating func requestBody(
        of body: SwaggerBody, consumes: [SwaggerMediaType]?, isShared: Bool
    ) -> OpenAPI.RequestBody {
        let mediaTypes = mediaTypes(consumes, of: "consumes", for: body.schema, at: body.location)
        return OpenAPI.RequestBody(
            description: body.description,
            content: content(mediaTypes, schema: body.schema, at: body.schema.location), isRequired: body.isRequired,
            extensions: body.extensions, identity: isShared ? body.identity : nil, location: body.location)
    }

    func content(
        _ mediaTypes: [SwaggerMediaType], schema: OpenAPI.SchemaReference, at location: SourceLocation
    ) -> OpenAPI.Map<OpenAPI.MediaType> {
        OpenAPI.Map(
            mediaTypes.map { type in
                .init(
                    key: type.text, keyLocation: type.location,
                    value: OpenAPI.MediaType(
                        schema: schema, example: nil, examples: OpenAPI.Map(), encoding: OpenAPI.Map(),
                        extensions: [], location: location))
            })
    }

    // MARK: Forms

    private mutating func form(
        of fields: [SwaggerFormField], consumes: [SwaggerMediaType]?
    ) -> OpenAPI.RequestBody? {
        guard let first = fields.first else { return nil }
        checkRepetition(in: fields)
        let schema = OpenAPI.SchemaReference.inline(formSchema(of: fields, at: first.location))
        var content = content(formTypes(of: fields, consumes: consumes), schema: schema, at: first.location)
        let encoding = OpenAPI.Map(
            fields.compactMap { field -> OpenAPI.Map<OpenAPI.Encoding>.Entry? in
                guard let serialization = field.serialization else { return nil }
                return .init(
                    key: field.name, keyLocation: field.nameLocation,
                    value: OpenAPI.Encoding(
                        contentType: nil, headers: OpenAPI.Map(), serialization: serialization, extensions: [],
                        location: field.location))
            })
        content = content.mapValues { media in
            var media = media
            media.encoding = encoding
            return media
        }
        return OpenAPI.RequestBody(
            description: nil, content: content, isRequired: fields.contains(where: \.isRequired), extensions: [],
            identity: nil, location: first.location)
    }

    private mutating func checkRepetition(in fields: [SwaggerFormField]) {
        var known: Set<String> = []
        for field in fields where !known.insert(field.name).inserted {
            error(
                .duplicateParameter, "the parameter `\(field.name)` in formData stands twice in one list",
                at: field.location)
        }
    }

    private func formSchema(of fields: [SwaggerFormField], at location: SourceLocation) -> OpenAPI.Schema {
        var schema = OpenAPI.Schema(at: location)
        schema.types = .object
        var object = OpenAPI.Schema.ObjectKeywords()
        object.properties = OpenAPI.Map(
            fields.map { .init(key: $0.name, keyLocation: $0.nameLocation, value: $0.schema) })
        object.required = fields.filter(\.isRequired).map(\.name)
        schema.object = object
        return schema
    }

    /// Those of the media types that are forms. A file can only be in a multipart form, whatever is stated.
    private func formTypes(of fields: [SwaggerFormField], consumes: [SwaggerMediaType]?) -> [SwaggerMediaType] {
        let hasFile = fields.contains(where: \.isFile)
        let stated = (consumes ?? []).filter { hasFile ? $0.isMultipart : $0.isForm }
        guard stated.isEmpty, let location = fields.first?.location else { return stated }
        let text = hasFile ? "multipart/form-data" : "application/x-www-form-urlencoded"
        return [SwaggerMediaType(text: text, location: location)]
    }
}
