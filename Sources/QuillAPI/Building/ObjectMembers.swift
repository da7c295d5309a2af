import QuillDiagnostics
import QuillOpenAPI

/// What a schema and the members of its `allOf` say about an object's members; the later statement wins.
struct ObjectMembers {
    /// In the order in which they are first stated.
    private(set) var properties: [Member] = []
    private(set) var positions: [String: Int] = [:]
    /// In the order in which they are stated, each once.
    private(set) var required: [String] = []
    /// What is said of the members that no property names; nil where none of them are kept.
    private(set) var additional: OpenAPI.Schema.ObjectKeywords?
    /// Whether the last statement about other members is that there are none.
    private(set) var isClosed = false
    /// Every schema that is part of the object beside the first.
    private(set) var schemas: [OpenAPI.Schema] = []
    /// Those that choose between others, which add members without a property of their own.
    private(set) var unions: [OpenAPI.Schema] = []
    private(set) var faults = Faults()

    private let table: OpenAPI.SchemaTable
    private var requiredNames: Set<String> = []

    struct Member {
        let key: String
        /// The component that ``type`` stands in, where `allOf` leads there; nil where it stands in the object itself.
        var origin: OpenAPI.Identity?
        /// The last statement that says anything about the type.
        var type: OpenAPI.SchemaReference
        /// Everything that is said, for the remarks in it.
        var statements: [OpenAPI.SchemaReference]
        /// Where the key stands that ``type`` belongs to.
        var location: SourceLocation
    }

    init(table: OpenAPI.SchemaTable) {
        self.table = table
    }

    func isRequired(_ key: String) -> Bool { requiredNames.contains(key) }

    private enum Step {
        case member(OpenAPI.SchemaReference, in: OpenAPI.Identity?)
        /// First what it is made of, then what it says itself.
        case parts(OpenAPI.Schema, in: OpenAPI.Identity?)
        case own(OpenAPI.Schema, in: OpenAPI.Identity?)
    }

    /// Each schema that a reference leads to counts once, so that the work is bounded by the document however often
    /// `allOf` leads to the same ones.
    mutating func gather(_ schema: OpenAPI.Schema) {
        var visited: Set<OpenAPI.Identity> = []
        // The last comes next.
        var steps: [Step] = [.parts(schema, in: nil)]
        while let step = steps.popLast() {
            switch step {
            case .parts(let schema, let origin):
                steps.append(.own(schema, in: origin))
                steps += schema.composition.allOf.reversed().map { .member($0, in: origin) }
            case .own(let schema, let origin): note(schema, in: origin)
            case .member(.inline(let schema), let origin): steps += parts(of: schema, in: origin)
            case .member(.reference(let target, let siblings, _), let origin):
                if let siblings { steps += parts(of: siblings, in: origin) }
                if visited.insert(target).inserted, let next = table[target] {
                    steps.append(.member(next, in: target))
                }
            }
        }
    }

    /// The steps for a member of `allOf`, which has to be an object or describe one.
    private mutating func parts(of schema: OpenAPI.Schema, in origin: OpenAPI.Identity?) -> [Step] {
        schemas.append(schema)
        switch SchemaMeaning(schema, in: table).kind {
        case .object, .merged, .map, .any: return [.parts(schema, in: origin)]
        case .wrapper(let inner, _): return [.member(inner, in: origin)]
        case .unsupported(let construct): faults.unsupported(construct, at: schema.location)
        case .union, .mixed: unions.append(schema)
        case .boolean, .integer, .number, .string, .array, .strings, .integers, .numbers, .narrowed:
            faults.unsupported("`allOf` of other than objects", at: schema.location)
        }
        return []
    }

    private mutating func note(_ schema: OpenAPI.Schema, in origin: OpenAPI.Identity?) {
        let object = schema.object
        for name in object.required where requiredNames.insert(name).inserted { required.append(name) }
        for entry in object.properties { note(entry, in: origin) }
        var keywords = object
        // Folded into one object, there is nothing left that has not been looked at (Core §11.3).
        if keywords.additionalProperties == nil, schema.composition.condition == nil,
            object.dependentSchemas.isEmpty, object.patternProperties.isEmpty
        {
            keywords.additionalProperties = object.unevaluatedProperties
        }
        switch keywords.additionalProperties {
        case .any, .schema: (additional, isClosed) = (keywords, false)
        case .some(.none): (additional, isClosed) = (object.patternProperties.isEmpty ? nil : keywords, true)
        case nil where !object.patternProperties.isEmpty: (additional, isClosed) = (keywords, false)
        case nil: break
        }
        if !object.patternProperties.isEmpty { isClosed = false }
    }

    private mutating func note(
        _ entry: OpenAPI.Map<OpenAPI.SchemaReference>.Entry, in origin: OpenAPI.Identity?
    ) {
        guard let position = positions[entry.key] else {
            positions[entry.key] = properties.count
            properties.append(
                Member(
                    key: entry.key, origin: origin, type: entry.value, statements: [entry.value],
                    location: entry.keyLocation))
            return
        }
        let first = properties[position]
        properties[position].statements.append(entry.value)
        guard saysType(entry.value) else { return }
        properties[position].type = entry.value
        properties[position].origin = origin
        properties[position].location = entry.keyLocation
        let isSame = entry.value.target != nil && entry.value.target == first.type.target
        if saysType(first.type), !isSame, !restricts(entry.value, first.type) {
            faults.warning(
                .overriddenProperty, "`allOf` states the type of `\(entry.key)` twice; what stands here counts",
                at: entry.keyLocation, notes: [.init("it is stated here first", at: first.location)])
        }
    }

    /// Whether a schema says more than remarks: `name: {description: …}` leaves the type to the other statement.
    private func saysType(_ reference: OpenAPI.SchemaReference) -> Bool {
        guard case .inline(let schema) = reference else { return true }
        return schema.boolean != nil || schema.types != nil || !schema.statesNoType
    }

    /// Whether what fits the later statement fits the first as well, so that counting the later one loses nothing.
    private func restricts(
        _ later: OpenAPI.SchemaReference, _ first: OpenAPI.SchemaReference, depth: Int = 0
    ) -> Bool {
        guard depth < 8, let later = table.resolve(later)?.schema, let first = table.resolve(first)?.schema,
            first.format == nil || first.format == later.format
        else { return false }
        let (meaning, wider) = (SchemaMeaning(later, in: table), SchemaMeaning(first, in: table))
        if meaning.isNullable, !wider.isNullable { return false }
        switch (wider.kind, meaning.kind) {
        case (.string, .string), (.string, .strings), (.boolean, .boolean), (.integer, .integer), (.integer, .integers),
            (.number, .number), (.number, .numbers), (.number, .integer), (.number, .integers), (.any, _):
            return true
        case (.strings(let all), .strings(let some)): return Set(some).isSubset(of: all)
        case (.integers(let all), .integers(let some)): return Set(some).isSubset(of: all)
        case (.array, .array):
            guard let all = first.array.items else { return true }
            return later.array.items.map { restricts($0, all, depth: depth + 1) } ?? false
        case (.map, .map), (.map, .object), (.map, .merged):
            // An object of anything is what wrappers say of what they wrap.
            guard first.object.patternProperties.isEmpty, first.object.propertyNames == nil else { return false }
            return switch first.object.additionalProperties {
            case nil, .any: true
            case .some(.none), .schema: false
            }
        default: return false
        }
    }
}
