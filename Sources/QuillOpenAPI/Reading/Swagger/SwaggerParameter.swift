import QuillDiagnostics
import QuillNodes

/// A parameter of Swagger 2.0, which can be in the body as well.
enum SwaggerParameter: ReferableObject {
    case parameter(OpenAPI.Parameter)
    /// `in: body`
    case body(SwaggerBody)
    /// `in: formData`
    case field(SwaggerFormField)

    static var kind: ObjectKind { .parameter }

    static func read(
        _ object: NodeObject, _ extensions: [OpenAPI.Extension], at location: SourceLocation,
        identity: OpenAPI.Identity?, with reading: inout DocumentReading
    ) -> Self? {
        let name = reading.requiredText(object, "name", of: kind, at: location)
        guard let place = reading.requiredText(object, "in", of: kind, at: location), let name else { return nil }
        switch place {
        case "body":
            return reading.swaggerBody(object, extensions, at: location, identity: identity).map { .body($0) }
        case "formData": return reading.swaggerField(object, called: name, at: location).map { .field($0) }
        case "path", "query", "header":
            let place = OpenAPI.ParameterPlace(rawValue: place) ?? .query
            return reading.swaggerParameter(
                object, extensions, called: name, in: place, at: location, identity: identity
            ).map { .parameter($0) }
        default:
            reading.unknownChoice(
                place, field: "in", known: ["path", "query", "header", "body", "formData"],
                at: object["in"]?.location ?? location)
            return nil
        }
    }

    mutating func override(summary: String?, description: String?) {}

    /// Whether this stands for the same part of a request as another.
    func overrides(_ other: SwaggerParameter) -> Bool {
        switch (self, other) {
        case (.parameter(let one), .parameter(let other)): one.overrides(other)
        case (.body, .body): true
        case (.field(let one), .field(let other)): one.name == other.name
        default: false
        }
    }
}

/// The layouts of lists in 2.0, by `collectionFormat`.
private enum CollectionFormat: String, CaseIterable {
    case csv, ssv, tsv, pipes, multi
}

extension DocumentReading {
    fileprivate mutating func swaggerParameter(
        _ object: NodeObject, _ extensions: [OpenAPI.Extension], called name: String, in place: OpenAPI.ParameterPlace,
        at location: SourceLocation, identity: OpenAPI.Identity?
    ) -> OpenAPI.Parameter? {
        let subject = "the parameter `\(name)`"
        guard let schema = inlineSchema(object, of: subject, at: location) else { return nil }
        let serialization = swaggerSerialization(object, of: subject, in: place)
        var isRequired = flag(object, "required") ?? false
        if place == .path, !isRequired {
            warn(
                .optionalPathParameter, "the path parameter `\(name)` does not say `required: true`; it is read so",
                at: location)
            isRequired = true
        }
        return OpenAPI.Parameter(
            name: name, place: place, description: text(object, "description"), isRequired: isRequired,
            isDeprecated: false, allowsEmptyValue: flag(object, "allowEmptyValue") ?? false,
            value: .schema(schema, serialization), example: nil, examples: OpenAPI.Map(), extensions: extensions,
            identity: identity, location: location)
    }

    fileprivate mutating func swaggerField(
        _ object: NodeObject, called name: String, at location: SourceLocation
    ) -> SwaggerFormField? {
        let subject = "the form field `\(name)`"
        guard var schema = inlineSchema(object, of: subject, at: location) else { return nil }
        if case .inline(var inline) = schema {
            inline.description = text(object, "description")
            inline.extensions = object.filter { $0.key.hasPrefix("x-") }.map { .init(key: $0.key, value: $0.value) }
            schema = .inline(inline)
        }
        if let node = object["allowEmptyValue"], flag(object, "allowEmptyValue") == true,
            object["type"]?.string != "string"
        {
            warn(.ignoredField, "`allowEmptyValue` of \(subject) is ignored", at: node.location)
        }
        let isFile = [object["type"], object["items"]?["type"]].contains { $0?.string == "file" }
        // Files are parts of their own: no text stands between them.
        let standard = OpenAPI.Serialization.standard(in: .query)
        let serialization = isFile ? standard : swaggerSerialization(object, of: subject, in: .query)
        return SwaggerFormField(
            name: name, nameLocation: object["name"]?.location ?? location, schema: schema,
            isRequired: flag(object, "required") ?? false, isFile: isFile,
            serialization: serialization == standard ? nil : serialization, location: location)
    }

    /// A header of a response (Swagger 2.0 "Header Object").
    mutating func swaggerHeader(
        _ object: NodeObject, _ extensions: [OpenAPI.Extension], at location: SourceLocation,
        identity: OpenAPI.Identity?
    ) -> OpenAPI.Header? {
        let subject = "the header"
        guard let schema = inlineSchema(object, of: subject, at: location) else { return nil }
        return OpenAPI.Header(
            description: text(object, "description"), isRequired: false, isDeprecated: false,
            value: .schema(schema, swaggerSerialization(object, of: subject, in: .header)), example: nil,
            examples: OpenAPI.Map(), extensions: extensions, identity: identity, location: location)
    }

    // MARK: Inline types

    /// The schema that the keywords in a parameter or header make.
    private mutating func inlineSchema(
        _ object: NodeObject, of subject: String, at location: SourceLocation
    ) -> OpenAPI.SchemaReference? {
        if object["type"] == nil {
            if let node = object["schema"] {
                warn(
                    .schemaOf30, "\(subject) has a `schema` as in OpenAPI 3; it is read so", at: node.location,
                    note: "write `type` and what belongs to it beside `name`")
                return schema(node)
            }
            warn(
                .missingField, "\(subject) has no `type`; it is read as a string", at: location,
                note: "add `type: string`, or what it is")
        } else if let node = object["schema"] {
            warn(.ignoredField, "\(subject) has a `type` already; its `schema` is ignored", at: node.location)
        }
        let members = object.compactMap { member -> NodeObject.Member? in
            guard ObjectKind.inlineKeywords.contains(member.key) || member.key == "x-nullable" else { return nil }
            guard member.key == "items" else { return member }
            return .init(
                key: member.key, keyLocation: member.keyLocation, value: withoutCollectionFormat(member.value))
        }
        var schema = schema(NodeObject(members), at: location)
        schema.extensions = []
        if object["type"] == nil { schema.types = schema.isNullable ? [.string, .null] : .string }
        return .inline(schema)
    }

    /// The items of a list without the layout of lists inside the list, which only `csv` can be: the model has one
    /// layout for a parameter.
    private mutating func withoutCollectionFormat(_ items: Node) -> Node {
        guard let object = items.object, let format = object.member("collectionFormat") else { return items }
        if object["type"]?.string != "array" {
            warn(.ignoredField, "`collectionFormat` says nothing about what is no list", at: format.keyLocation)
        } else if format.value.string != "csv" {
            error(
                .unsupportedCollectionFormat, "lists in lists can only be `csv`", at: format.value.location)
        }
        return Node(.object(NodeObject(object.filter { $0.key != "collectionFormat" })), at: items.location)
    }

    /// How a list is laid out: by commas where nothing is stated.
    private mutating func swaggerSerialization(
        _ object: NodeObject, of subject: String, in place: OpenAPI.ParameterPlace
    ) -> OpenAPI.Serialization {
        var serialization = OpenAPI.Serialization.standard(in: place)
        let schema = object["type"] == nil ? object["schema"]?.object ?? object : object
        guard schema["type"]?.string == "array" else {
            if let member = object.member("collectionFormat") {
                warn(.ignoredField, "`collectionFormat` says nothing about what is no list", at: member.keyLocation)
            }
            return serialization
        }
        serialization.explode = false
        guard let node = object["collectionFormat"],
            let format = choice(object, "collectionFormat", as: CollectionFormat.self)
        else { return serialization }
        switch (format, place) {
        case (.csv, _): break
        case (.multi, .query): serialization.explode = true
        case (.ssv, _): serialization.style = .spaceDelimited
        case (.pipes, _): serialization.style = .pipeDelimited
        case (.tsv, _): serialization.style = .tabDelimited
        case (.multi, _):
            error(
                .unsupportedCollectionFormat,
                "\(subject) cannot have the `collectionFormat` multi: only queries and forms can",
                at: node.location, note: "write `csv` if the service understands it")
        }
        return serialization
    }
}
