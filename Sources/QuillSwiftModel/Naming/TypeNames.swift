import QuillAPI
import QuillDiagnostics
import QuillParallel

/// The Swift name of every declared schema, and the Swift spelling of every type.
struct TypeNames {
    private let names: [SchemaID: String]
    private let shapes: [SchemaID: Schema.Shape]
    private let schemes: [SecurityScheme]
    private let valuesNames: [SchemaID: String]
    private let exactDates: Bool

    /// - Parameters:
    ///   - reserved: names of other types in the models module.
    ///   - overrides: names that the configuration gives, by ``SchemaID/description``. They count before those that
    ///     the document chooses.
    ///   - schemes: whose keys can stand beside parameters.
    ///   - exactDates: whether points in time are kept as they are written.
    init(
        _ schemas: [Schema], reserved: Set<String>, overrides: [String: String], schemes: [SecurityScheme] = [],
        exactDates: Bool = false
    ) {
        var namespace = Namespace(reserved: reserved)
        var names: [SchemaID: String] = [:]
        let claims = schemas.concurrentMap { Claim($0, given: TypeNames.given($0, overrides)) }
        let order = claims.sorted()
        for claim in order { names[claim.id] = namespace.claim(claim.name, claim.name + "Model") }
        shapes = Dictionary(schemas.map { ($0.id, $0.shape) }, uniquingKeysWith: { first, _ in first })
        // Nobody writes these: they give way to every schema.
        var valuesNames: [SchemaID: String] = [:]
        for claim in order {
            guard case .enumeration = shapes[claim.id] else { continue }
            valuesNames[claim.id] = namespace.claim((names[claim.id] ?? claim.name) + "Values")
        }
        self.names = names
        all = Set(names.values)
        self.valuesNames = valuesNames
        self.schemes = schemes
        self.exactDates = exactDates
    }

    /// The name that the configuration gives to a schema, or to the one that it is another shape of.
    static func given(_ schema: Schema, _ overrides: [String: String]) -> String? {
        if overrides.isEmpty { return nil }
        if let name = overrides[schema.id.description] { return name }
        guard let original = schema.original, let name = overrides[original.description] else { return nil }
        return name + (schema.id.words.last ?? "")
    }

    func shape(of id: SchemaID) -> Schema.Shape? { shapes[id] }

    /// The names of the API keys in a place.
    func keys(in place: Parameter.Location) -> [String] {
        schemes.compactMap { scheme in
            if case .apiKey(place, let name) = scheme.kind { name } else { nil }
        }
    }

    /// The names of all types.
    let all: Set<String>

    func name(of id: SchemaID) -> String { names[id] ?? "JSONValue" }

    /// The name of the type with an enumeration's values.
    func valuesName(of id: SchemaID) -> String { valuesNames[id] ?? name(of: id) + "Values" }

    /// Whether values of the type are structs with members, stored in a box where they are a property.
    func isStructure(_ type: TypeUse) -> Bool {
        guard case .schema(let id) = type.kind, case .object = shapes[id] else { return false }
        return true
    }

    /// The type without regard to `null`.
    func spelling(_ type: TypeUse) -> String {
        switch type.kind {
        case .any: "JSONValue"
        case .boolean: "Bool"
        case .integer(.plain): "Int"
        case .integer(.int32): "Int32"
        case .integer(.int64): "Int64"
        case .number: "Double"
        case .string(.plain), .string(.binary): "String"
        case .string(.dateTime): exactDates ? "ExactDate" : "Date"
        case .string(.date): "CalendarDate"
        case .string(.uuid): "UUID"
        case .string(.uri): "URL"
        case .string(.byte): "Data"
        case .string(.file): "FilePart"
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

/// The name that a schema should have. Those that come first get theirs.
private struct Claim: Comparable, Sendable {
    let id: SchemaID
    let name: String
    private let rank: Int

    init(_ schema: Schema, given: String?) {
        let id = schema.id
        self.id = id
        let words = Words(id.words.flatMap { Words(splitting: $0).words })
        name = (given ?? schema.preferredName).map(Identifier.type(given:)) ?? Identifier.type(words, orElse: "Unnamed")
        // What the configuration says counts, then what the document chooses. Names that need no change come before
        // those that do, so that the schema
        // `error` cannot take the name of another one called `Error`, nor `Error` that of `ErrorModel`.
        rank = given != nil ? 0 : schema.preferredName != nil ? 1 : id.words == [name] ? 2 : 3
    }

    /// Components, of one word, come before what is written inside of others.
    static func < (left: Self, right: Self) -> Bool {
        let (one, other) = ((left.rank, left.id.words.count), (right.rank, right.id.words.count))
        return one == other ? left.id < right.id : one < other
    }
}
