import QuillAPI
import QuillDiagnostics

/// The Swift name of every declared schema, and the Swift spelling of every type.
struct TypeNames {
    private let names: [SchemaID: String]
    private let structures: Set<SchemaID>

    /// - Parameters:
    ///   - reserved: names of other types in the models module.
    ///   - overrides: names that the configuration gives, by ``SchemaID/description``.
    init(_ schemas: [Schema], reserved: Set<String>, overrides: [String: String]) {
        var namespace = Namespace(reserved: reserved)
        var names: [SchemaID: String] = [:]
        // Components first and shorter identities first, so that what is written inline never takes a component's
        // name.
        for schema in schemas.sorted(by: comesFirst) {
            let words = Words(schema.id.words.flatMap { Words(splitting: $0).words })
            let name = Identifier.type(words, orElse: "Unnamed")
            if let override = overrides[schema.id.description] {
                names[schema.id] = namespace.claim(override, name)
            } else {
                names[schema.id] = namespace.claim(name, name + "Model")
            }
        }
        self.names = names
        structures = Set(
            schemas.compactMap { schema in
                if case .object = schema.shape { schema.id } else { nil }
            })
    }

    func name(of id: SchemaID) -> String { names[id] ?? "JSONValue" }

    /// Whether values of the type are structs with members, stored in a box where they are a property.
    func isStructure(_ type: TypeUse) -> Bool {
        if case .schema(let id) = type.kind { structures.contains(id) } else { false }
    }

    /// The type without regard to `null`.
    func spelling(_ type: TypeUse) -> String {
        switch type.kind {
        case .any: "JSONValue"
        case .boolean: "Bool"
        case .integer(.plain): "Int"
        case .integer(.int32): "Int32"
        case .integer(.int64): "Int64"
        case .number(.float): "Float"
        case .number: "Double"
        case .string(.plain), .string(.binary): "String"
        case .string(.dateTime): "Date"
        case .string(.date): "CalendarDate"
        case .string(.uuid): "UUID"
        case .string(.uri): "URL"
        case .string(.byte): "Data"
        case .array(let item): "[\(nullableSpelling(item))]"
        case .map(let value): "[String: \(nullableSpelling(value))]"
        case .schema(let id): name(of: id)
        }
    }

    /// The type, optional where `null` is one of its values. `JSONValue` has a `null` of its own.
    func nullableSpelling(_ type: TypeUse) -> String {
        if case .any = type.kind { return spelling(type) }
        return type.isNullable ? spelling(type) + "?" : spelling(type)
    }
}

private func comesFirst(_ left: Schema, _ right: Schema) -> Bool {
    let counts = (left.id.words.count, right.id.words.count)
    return counts.0 == counts.1 ? left.id < right.id : counts.0 < counts.1
}
