import QuillAPI

// Short spellings of types and schemas, to stand beside the documents that they come from.

extension TypeUse {
    /// `string(uuid)?`, `[Pet]`, `{integer}`, limits after it: `string minLength=1`.
    var spelling: String {
        var spelling: String
        switch kind {
        case .any: spelling = "any"
        case .boolean: spelling = "boolean"
        case .integer(let format): spelling = format == .plain ? "integer" : "integer(\(format))"
        case .number(let format): spelling = format == .plain ? "number" : "number(\(format))"
        case .string(let format): spelling = format == .plain ? "string" : "string(\(format))"
        case .array(let item): spelling = "[\(item.spelling)]"
        case .map(let value): spelling = "{\(value.spelling)}"
        case .schema(let id): spelling = id.description
        }
        if isNullable { spelling += "?" }
        return ([spelling] + constraints.spellings).joined(separator: " ")
    }
}

extension Constraints {
    var spellings: [String] {
        let counts = [
            ("minLength", minLength), ("maxLength", maxLength), ("minItems", minItems), ("maxItems", maxItems),
            ("minProperties", minProperties), ("maxProperties", maxProperties),
        ]
        return [
            minimum.map { "\($0.isExclusive ? ">" : ">=")\($0.value.text)" },
            maximum.map { "\($0.isExclusive ? "<" : "<=")\($0.value.text)" },
            multipleOf.map { "multipleOf=\($0.text)" },
            pattern.map { "/\($0)/" },
            uniqueItems ? "unique" : nil, values.map { "of " + $0.joined(separator: ", ") },
            rule.isEmpty ? nil : rule.text,
        ].compactMap { $0 } + counts.compactMap { name, count in count.map { "\(name)=\($0)" } }
    }
}

extension Schema {
    /// `Pet {id: string, name?: string?, *: any}`, `Level (1, 2)`
    var spelling: String { "\(id.description) \(shape.spelling)" }
}

extension Schema.Shape {
    var spelling: String {
        switch self {
        case .object(let object):
            let properties = object.properties.map { "\($0.key)\($0.isRequired ? "" : "?"): \($0.type.spelling)" }
            let additional = object.additional.map { ["*: \($0.spelling)"] } ?? []
            return "{" + (properties + additional).joined(separator: ", ") + "}"
                + (object.rule.isEmpty ? "" : " " + object.rule.text)
        case .enumeration(let enumeration):
            switch enumeration.values {
            case .strings(let values): return "(" + values.joined(separator: ", ") + ")"
            case .integers(let values): return "(" + values.map(String.init).joined(separator: ", ") + ")"
            case .numbers(let values): return "(" + values.map(\.text).joined(separator: ", ") + ")"
            }
        case .union(let union): return union.spelling
        }
    }
}

extension Union {
    /// `by kind: Cat (cat) | Dog (dog, hound) | Bird (bird) adding bird`, where the last does not say itself what it is;
    /// `A with a | numbers = [number] as array | string if it fits`. Names only where they are not the type's.
    var spelling: String {
        let choices = choices.map { choice in
            let isNamedByType = choice.name == choice.type.spelling
            let name = isNamedByType ? choice.name : "\(choice.name) = \(choice.type.spelling)"
            return "\(name) \(choice.test.spelling)" + (choice.tag.map { " adding \($0)" } ?? "")
        }
        return (discriminator.map { "by \($0): " } ?? "") + choices.joined(separator: " | ")
    }
}

extension Union.Test {
    /// `(cat, tomcat)`, `as string`, `with bark`, `if it fits`
    var spelling: String {
        switch self {
        case .tags(let tags, let isDefault): "(" + (tags + (isDefault ? ["…"] : [])).joined(separator: ", ") + ")"
        case .kind(let kind): "as \(kind.rawValue)"
        case .member(let key): "with \(key)"
        case .fit: "if it fits"
        }
    }
}

extension API {
    var spellings: [String] { schemas.map(\.spelling) }

    func object(_ words: String...) -> ObjectShape? {
        guard case .object(let object) = schema(SchemaID(words))?.shape else { return nil }
        return object
    }
}

extension DocumentText {
    /// The type of a schema that stands where a property's would.
    static func type(_ schema: String, version: String = "3.1.0") throws -> String {
        let api = try DocumentText.schemas(
            """
            O: {type: object, properties: {p: \(schema)}}
            Pet: {type: object, properties: {name: {type: string}}}
            Size: {type: string, enum: [s, m]}
            Count: {type: integer, minimum: 0}
            Maybe: {type: [string, 'null']}
            Nothing: {type: 'null'}
            """, version: version
        ).api()
        return api.object("O")?.properties.first?.type.spelling ?? "none"
    }
}
