import QuillDiagnostics
import QuillOpenAPI

/// The types of schemas without members: scalars, enumerations, lists and maps.
extension SchemaLowering {
    mutating func list(_ schema: OpenAPI.Schema, isNullable: Bool, name: Name) -> TypeUse {
        let item = schema.array.items.map { type(of: $0, name: name.adding("item")) } ?? TypeUse(.any)
        return list(of: item, schema, isNullable: isNullable, name: name)
    }

    mutating func list(
        of item: TypeUse, _ schema: OpenAPI.Schema, isNullable: Bool, name: Name
    ) -> TypeUse {
        let array = schema.array
        var item = item
        if !array.prefixItems.isEmpty {
            let first = array.prefixItems.enumerated().map { position, schema in
                type(of: schema, name: name.adding("item\(position + 1)"))
            }
            let isOpen = array.items == nil && (array.maxItems ?? .max) > first.count
            item = isOpen ? TypeUse(.any) : common(first + (array.items == nil || array.items.isFalse ? [] : [item]))
        }
        return TypeUse(.array(item), isNullable: isNullable, constraints: Constraints(array: array))
            .adding(rule(of: schema))
    }

    mutating func map(_ schema: OpenAPI.Schema, isNullable: Bool, name: Name) -> TypeUse {
        let value = memberType(schema.object, name: name.adding("value"))
        return map(of: value, schema, isNullable: isNullable)
    }

    mutating func map(of value: TypeUse, _ schema: OpenAPI.Schema, isNullable: Bool) -> TypeUse {
        TypeUse(.map(value), isNullable: isNullable, constraints: Constraints(map: schema.object))
            .adding(unknownRequired(schema.object.required, among: [:], at: schema.location))
            .adding(rule(of: schema))
    }

    /// The type of members without a property of their own: that of the schema for them, or of the patterns of their
    /// names where those leave no others and are of one type.
    mutating func memberType(_ object: OpenAPI.Schema.ObjectKeywords, name: Name) -> TypeUse {
        var schemas = object.patternProperties.map(\.value)
        switch object.additionalProperties ?? (schemas.isEmpty ? object.unevaluatedProperties : nil) {
        case .schema(let schema): schemas.append(schema)
        case .some(.none): break
        case .any: return TypeUse(.any)
        case nil:
            let isEveryName = object.patternProperties.contains { ["", ".*", "^.*$", ".+", "^.+$"].contains($0.key) }
            if !isEveryName { return TypeUse(.any) }
        }
        if schemas.count == 1, object.patternProperties.isEmpty { return type(of: schemas[0], name: name) }
        let types = schemas.enumerated().map { position, schema in
            type(of: schema, name: position == 0 ? name : name.adding("choice\(position + 1)"))
        }
        return common(types)
    }

    /// The type that all are of, apart from their limits; any where they differ.
    func common(_ types: [TypeUse]) -> TypeUse {
        guard let first = types.first, Set(types.map { UnionSelection.key($0) }).count == 1 else {
            return TypeUse(.any)
        }
        return TypeUse(first.kind, isNullable: types.contains(where: \.isNullable))
    }

    /// What contains no other type, or not yet.
    mutating func leaf(_ schema: OpenAPI.Schema, _ meaning: SchemaMeaning, name: Name) -> TypeUse {
        func use(_ kind: TypeUse.Kind, _ constraints: Constraints = Constraints()) -> TypeUse {
            TypeUse(kind, isNullable: meaning.isNullable, constraints: constraints)
        }
        switch meaning.kind {
        case .boolean: return use(.boolean)
        case .integer:
            let format = schema.format.flatMap(TypeUse.IntegerFormat.init) ?? .plain
            if let constraints = Constraints(integer: schema.number, format: format) {
                return use(.integer(format), constraints)
            }
            // Limits that no whole number meets, and multiples of a fraction, as they are written.
            var rule = SchemaRule()
            Constraints(number: schema.number).add(to: &rule)
            return use(.integer(format)).adding(rule)
        case .number:
            return use(
                .number(schema.format.flatMap(TypeUse.NumberFormat.init) ?? .plain), Constraints(number: schema.number))
        case .string:
            return string(schema, isNullable: meaning.isNullable)
        case .object, .merged:
            let id = declare(.object(ObjectShape(properties: [], additional: nil)), of: schema, name: name)
            unfinished.append(Unfinished(position: declared.count - 1, schema: schema, choices: nil))
            return use(.schema(id))
        case .union(let choices):
            if let scalar = scalar(choices, isNullable: meaning.isNullable, at: schema.location) { return scalar }
            let id = declare(.union(Union(choices: [], discriminator: nil)), of: schema, name: name)
            unfinished.append(Unfinished(position: declared.count - 1, schema: schema, choices: choices))
            return use(.schema(id))
        case .strings(let values):
            return use(.schema(declareList(.strings(values), of: schema, name: name)))
        case .integers(let values):
            return use(.schema(declareList(.integers(values), of: schema, name: name)))
        case .numbers(let values):
            return use(.schema(declareList(.numbers(values), of: schema, name: name)))
        case .unsupported(let construct): faults.untyped(construct, at: schema.location)
        case .any, .mixed, .array, .map, .wrapper, .narrowed: break
        }
        return TypeUse(.any)
    }

    /// The one type of choices that differ in their limits only.
    mutating func scalar(
        _ choices: [OpenAPI.SchemaReference], isNullable: Bool, at location: SourceLocation
    ) -> TypeUse? {
        for choice in choices {
            guard let schema = table.resolve(choice)?.schema else { return nil }
            switch SchemaMeaning(schema, in: table).kind {
            case .boolean, .integer, .number, .string: break
            default: return nil
            }
        }
        // None of them has a declaration that would need a name.
        let types = choices.map { type(of: $0, name: .proposed(SchemaID([]))) }
        let shared = common(types)
        if case .any = shared.kind { return nil }
        let use = isNullable ? shared.nullable : shared
        let isLimited = types.allSatisfy { !$0.constraints.isEmpty }
        return isLimited ? use.adding(choiceRule(choices, isNullable: isNullable, at: location)) : use
    }

    mutating func string(_ schema: OpenAPI.Schema, isNullable: Bool) -> TypeUse {
        let format = stringFormat(schema)
        return TypeUse(.string(format), isNullable: isNullable, constraints: Constraints(string: schema.string))
    }

    mutating func stringFormat(_ schema: OpenAPI.Schema) -> TypeUse.StringFormat {
        guard let encoding = schema.string.contentEncoding else {
            // Since 3.1 a media type alone says that the string stands for bytes (OpenAPI 3.1 §4.8.14.2).
            return describesBytes(schema) ? .binary : TypeUse.StringFormat(schema.format)
        }
        switch encoding.lowercased() {
        // RFC 4648 §4, which 3.0 calls `format: byte`.
        case "base64": return .byte
        // RFC 2045 §6.8: nothing is encoded.
        case "binary", "8bit", "7bit": return .binary
        default: break
        }
        faults.warning(
            .textEncoding, "the `contentEncoding` `\(encoding)` is not undone: the encoded text is passed as it is",
            at: schema.location)
        return .plain
    }

    mutating func declareList(
        _ values: Enumeration.Values, of schema: OpenAPI.Schema, name: Name
    ) -> SchemaID {
        declare(.enumeration(Enumeration(values: values, names: valueNames(of: schema))), of: schema, name: name)
    }

    func describesBytes(_ schema: OpenAPI.Schema) -> Bool {
        guard schema.format == nil, schema.saysString, let mediaType = schema.string.contentMediaType,
            schema.string.contentEncoding == nil
        else { return false }
        let coding = Content.Coding(mediaType: mediaType)
        return coding == .bytes || coding == .multipart
    }
}

extension TypeUse.StringFormat {
    init(_ format: String?) {
        switch format {
        case "date-time": self = .dateTime
        case "date": self = .date
        case "uuid": self = .uuid
        case "uri", "url": self = .uri
        case "byte", "base64": self = .byte
        case "binary": self = .binary
        default: self = .plain
        }
    }
}
