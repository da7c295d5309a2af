import QuillDiagnostics
import QuillNodes

/// The keywords of schemas that contain no schemas.
extension DocumentReading {
    mutating func readGeneral(_ keyword: SchemaKeyword, _ node: Node, into schema: inout OpenAPI.Schema) {
        switch keyword {
        case .type where version == .v2_0 && node.string == "file":
            schema.types = .string
            schema.format = "binary"
        case .type: schema.types = types(node)
        // A `type: file` before it has decided already.
        case .format where schema.format == "binary" && version == .v2_0: break
        case .format: schema.format = text(node, field: keyword.rawValue)
        case .enum:
            if let values = node.array {
                schema.enumeration = values
            } else {
                wrongType(node, field: keyword.rawValue, expected: "a list of values")
            }
        case .const: schema.constant = node
        case .title: schema.title = text(node, field: keyword.rawValue)
        case .description: schema.description = text(node, field: keyword.rawValue)
        case .deprecated: schema.isDeprecated = flag(node, field: keyword.rawValue) ?? false
        case .readOnly: schema.isReadOnly = flag(node, field: keyword.rawValue) ?? false
        case .writeOnly: schema.isWriteOnly = flag(node, field: keyword.rawValue) ?? false
        default:
            schema.isNullable = flag(node, field: keyword.rawValue) ?? false
            if version > .v3_0 {
                warn(
                    .nullableIn31, "OpenAPI 3.1 has no `nullable` any more; it is read as 3.0 would",
                    at: node.location, note: "add `\"null\"` to `type`")
            }
        }
    }

    /// `string`, or since 3.1 `[string, "null"]`.
    private mutating func types(_ node: Node) -> OpenAPI.SchemaTypes? {
        guard let items = node.array else { return type(node) }
        if version == .v3_0 {
            warn(
                .laterField, "`type` can be a list only since OpenAPI 3.1; it is read as 3.1 would",
                at: node.location, note: "declare `openapi: 3.1.0`, or write `nullable: true` for `null`")
        }
        var types = OpenAPI.SchemaTypes()
        for item in items { types.formUnion(type(item) ?? []) }
        return types.isEmpty ? nil : types
    }

    private mutating func type(_ node: Node) -> OpenAPI.SchemaTypes? {
        if node.isNull {
            warn(.unquotedText, "the type `null` is a string", at: node.location, note: "put it in quotation marks")
            return .null
        }
        guard let name = text(node, field: "type") else { return nil }
        guard let type = OpenAPI.SchemaTypes(name: name) else {
            let note: String? =
                switch name {
                case "file": "write `type: string` and `format: binary`"
                case "any": "leave `type` out"
                case "date", "datetime", "date-time", "uuid": "write `type: string` and the `format`"
                case "float", "double": "write `type: number` and the `format`"
                default: nil
                }
            if let note {
                error(.unknownValue, "`\(name)` is no type of JSON", at: node.location, note: note)
            } else {
                unknownChoice(
                    name, field: "type", known: OpenAPI.SchemaTypes.named.map(\.name), at: node.location)
            }
            return nil
        }
        if type == .null, version == .v3_0 {
            warn(
                .laterField, "the type `null` is known only since OpenAPI 3.1; it is read as 3.1 would",
                at: node.location, note: "write `nullable: true` beside another type")
        }
        return type
    }

    mutating func readAnnotation(_ keyword: SchemaKeyword, _ node: Node, into draft: SchemaDraft) {
        if keyword == .example {
            draft.example = node
            return
        }
        var annotations = draft.annotations ?? .init()
        switch keyword {
        case .default: annotations.defaultValue = node
        case .examples: annotations.examples = examples(node)
        case .externalDocs:
            annotations.externalDocs = externalDocs(
                NodeObject([.init(key: keyword.rawValue, keyLocation: node.location, value: node)]))
        case .xml: annotations.xml = xml(node)
        default: annotations.comment = text(node, field: keyword.rawValue)
        }
        draft.annotations = annotations
    }

    /// A list; the map that stands elsewhere in OpenAPI is understood.
    private mutating func examples(_ node: Node) -> [Node] {
        if let items = node.array { return items }
        guard let object = node.object else {
            wrongType(node, field: "examples", expected: "a list of values")
            return []
        }
        warn(
            .examplesByName, "`examples` of a schema is a list of values; the names are ignored",
            at: node.location)
        return object.map { $0.value.object?["value"] ?? $0.value }
    }

    mutating func readNumber(_ keyword: SchemaKeyword, _ node: Node, into draft: SchemaDraft) {
        switch keyword {
        case .minimum: draft.minimum.inclusive = number(node, field: keyword.rawValue)
        case .maximum: draft.maximum.inclusive = number(node, field: keyword.rawValue)
        case .exclusiveMinimum: readExclusive(keyword, node, into: &draft.minimum)
        case .exclusiveMaximum: readExclusive(keyword, node, into: &draft.maximum)
        default:
            var number = draft.number ?? .init()
            number.multipleOf = self.number(node, field: keyword.rawValue)
            if let value = number.multipleOf, !(value.double > 0) {
                error(.outOfRange, "`multipleOf` must be greater than 0", at: node.location)
                number.multipleOf = nil
            }
            draft.number = number
        }
    }

    /// A boolean in 3.0 and a number in 3.1; each is understood in both.
    private mutating func readExclusive(
        _ keyword: SchemaKeyword, _ node: Node, into limit: inout SchemaDraft.Limit
    ) {
        if let value = node.bool {
            limit.isExclusive = value
            if version > .v3_0 {
                warn(
                    .exclusiveLimitOf30,
                    "`\(keyword.rawValue)` is a number since OpenAPI 3.1; it is read as 3.0 would",
                    at: node.location)
            }
            return
        }
        limit.exclusive = number(node, field: keyword.rawValue)
        if version < .v3_1 {
            warn(
                .laterField, "`\(keyword.rawValue)` is a boolean up to OpenAPI 3.0; it is read as 3.1 would",
                at: node.location)
        }
    }

    private mutating func number(_ node: Node, field: String) -> NumberText? {
        if let number = node.number { return number }
        if let text = node.string, let value = Double(text), value.isFinite {
            warn(
                .quotedNumber, "`\(field)` is a string; it is read as the number", at: node.location,
                note: "leave the quotation marks out")
            return NumberText(text)
        }
        wrongType(node, field: field, expected: "a number")
        return nil
    }

    /// A length or count. One that is greater than any can be says nothing.
    mutating func count(_ node: Node, field: String) -> Int? {
        guard let number = number(node, field: field) else { return nil }
        if let count = number.integer, count >= 0 { return count }
        guard number.double >= 0, number.double == number.double.rounded() else {
            error(
                .outOfRange, "`\(field)` is \(number.text), where a whole number from 0 on is expected",
                at: node.location)
            return nil
        }
        return field.hasPrefix("max") ? nil : Int.max
    }

    mutating func discriminator(_ node: Node) -> OpenAPI.Discriminator? {
        if let name = node.string {
            if version > .v2_0 {
                warn(
                    .discriminatorOf20, "`discriminator` is an object; the string is read as its `propertyName`",
                    at: node.location)
            }
            return .init(propertyName: name, mapping: .init(), extensions: [], location: node.location)
        }
        return object(node, .discriminator) { reading, object, extensions in
            let name = reading.requiredText(object, "propertyName", of: .discriminator, at: node.location)
            guard let name else { return nil }
            return OpenAPI.Discriminator(
                propertyName: name,
                mapping: reading.map(object, "mapping") { reading, member in
                    reading.mappedSchema(member.value, for: member.key)
                },
                defaultMapping: reading.member(object, "defaultMapping").flatMap {
                    reading.mappedSchema($0, for: "defaultMapping")
                },
                extensions: extensions, location: node.location)
        }
    }

    /// The schema that a mapping names: a name of a schema counts before a relative reference (OpenAPI 3.1 §4.8.25.1).
    private mutating func mappedSchema(_ node: Node, for value: String) -> OpenAPI.Identity? {
        guard let text = text(node, field: value) else { return nil }
        let names = rootSchemas
        let isName = !text.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") }
        if isName, names?[text] != nil {
            let outer = (file, resource)
            (file, resource) = (0, nil)
            defer { (file, resource) = outer }
            return mappedSchema("#" + componentPointer(text, in: .schema), at: node.location)
        }
        if isName, !text.utf8.contains(UInt8(ascii: ".")) {
            let near = names.flatMap { Spelling.nearest(to: text, among: $0.lazy.map(\.key)) }
            error(
                .unresolvedReference,
                "`\(text)` leads nowhere: `\(version == .v2_0 ? "definitions" : "components.schemas")` has no schema "
                    + "of that name",
                at: node.location, note: near.map { "did you mean `\($0)`?" })
            return nil
        }
        return mappedSchema(text, at: node.location)
    }

    private mutating func mappedSchema(_ reference: String, at location: SourceLocation) -> OpenAPI.Identity? {
        guard let target = target(of: reference, at: location, kind: .schema) else { return nil }
        noteReferred(to: target)
        return target.identity
    }

    private mutating func xml(_ node: Node) -> OpenAPI.XML? {
        object(node, .xml) { reading, object, extensions in
            OpenAPI.XML(
                name: reading.text(object, "name"), namespace: reading.text(object, "namespace"),
                prefix: reading.text(object, "prefix"), isAttribute: reading.flag(object, "attribute") ?? false,
                isWrapped: reading.flag(object, "wrapped") ?? false,
                nodeType: reading.choice(object, "nodeType", as: OpenAPI.XML.NodeType.self), extensions: extensions,
                location: node.location)
        }
    }
}
