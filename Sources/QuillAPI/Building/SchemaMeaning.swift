import QuillNodes
import QuillOpenAPI

/// What kind of type a schema describes, read off its keywords.
struct SchemaMeaning {
    enum Kind {
        case any, nothing, null, boolean, integer, number, string, array, map
        /// An object with properties of its own.
        case object
        /// An object put together from the members of `allOf`.
        case merged
        /// Another schema under a different description, or made nullable; the keyword is the one that says so.
        case wrapper(OpenAPI.SchemaReference, keyword: String)
        /// One of several schemas, in the order of the document.
        case union([OpenAPI.SchemaReference])
        case strings([String])
        case integers([Int])
        /// Something that is not carried through yet, in the words of the specification.
        case unsupported(String)
    }

    let kind: Kind
    let isNullable: Bool

    init(_ schema: OpenAPI.Schema, in table: OpenAPI.SchemaTable) {
        var reading = Reading(schema: schema, table: table)
        kind = reading.kind()
        isNullable = reading.isNullable
    }
}

private struct Reading {
    let schema: OpenAPI.Schema
    let table: OpenAPI.SchemaTable
    var isNullable: Bool
    /// How far this reading is from the schema that it is for.
    let depth: Int

    init(schema: OpenAPI.Schema, table: OpenAPI.SchemaTable, depth: Int = 0) {
        self.depth = depth
        self.schema = schema
        self.table = table
        isNullable = schema.isNullable || schema.types?.contains(.null) == true
    }

    mutating func kind() -> SchemaMeaning.Kind {
        if let boolean = schema.boolean { return boolean ? .any : .nothing }
        if let constant = schema.constant { return values([constant], keyword: "const") }
        if let values = schema.enumeration { return self.values(values, keyword: "enum") }
        if schema.saysComposition, let kind = composed() { return kind }
        guard let stated = schema.types else { return untyped }
        let types = stated.subtracting(.null)
        switch types {
        case []: return .null
        case .boolean: return .boolean
        case .integer: return .integer
        case .number, [.number, .integer]: return .number
        case .string: return .string
        case .array: return .array
        case .object: return object
        default: return .union(eachOf(types))
        }
    }

    // MARK: Composition

    private mutating func composed() -> SchemaMeaning.Kind? {
        let composition = schema.composition
        let keyword = composition.oneOf.isEmpty ? "anyOf" : "oneOf"
        let choices = composition.oneOf + composition.anyOf
        if !choices.isEmpty {
            let others = choices.filter { !isNull($0) }
            if others.isEmpty { return .null }
            guard composition.oneOf.isEmpty || composition.anyOf.isEmpty else {
                return .unsupported("`oneOf` beside `anyOf`")
            }
            if others.count < choices.count { isNullable = true }
            if !others.allSatisfy(\.onlyRequires) {
                if let constants = constants(others) { return constants }
                let isShared = schema.saysObject || !composition.allOf.isEmpty
                if others.count == 1, let only = others.first, !isShared { return .wrapper(only, keyword: keyword) }
                return .union(isShared ? others.map(sharing) : others)
            }
        }
        let members = composition.allOf.filter { !isRemark($0) }
        if members.isEmpty { return nil }
        let meanings = members.map(meaning)
        let unions = members.indices.compactMap { index -> (Int, [OpenAPI.SchemaReference])? in
            guard case .union(let choices) = meanings[index] else { return nil }
            return (index, choices)
        }
        if members.count > 1 || schema.saysObject, let (index, choices) = unions.first {
            guard unions.count == 1 else { return .unsupported("several `oneOf` or `anyOf` within `allOf`") }
            var others = members
            others.remove(at: index)
            return .union(choices.map { merging(others, $0) })
        }
        if members.count > 1 || schema.saysObject, !meanings.allSatisfy({ isObject($0) }) {
            return .unsupported("`allOf` of other than objects")
        }
        if members.count == 1, let only = members.first, !schema.saysObject { return .wrapper(only, keyword: "allOf") }
        if let types = schema.types?.subtracting(.null), !types.contains(.object) {
            return .unsupported("`allOf` of other than objects")
        }
        if schema.types == nil, members.allSatisfy({ allowsNull($0) }) { isNullable = true }
        return .merged
    }

    /// How a member of `allOf` is read, as far as that needs no long way.
    private func meaning(_ member: OpenAPI.SchemaReference) -> SchemaMeaning.Kind {
        guard depth < 6, let schema = table.resolve(member)?.schema else { return .any }
        var reading = Reading(schema: schema, table: table, depth: depth + 1)
        return reading.kind()
    }

    private func isObject(_ meaning: SchemaMeaning.Kind, depth: Int = 0) -> Bool {
        switch meaning {
        case .object, .merged, .map, .any: true
        case .wrapper(let inner, _): depth < 6 && isObject(self.meaning(inner), depth: depth + 1)
        default: false
        }
    }

    private func merging(
        _ others: [OpenAPI.SchemaReference], _ choice: OpenAPI.SchemaReference
    ) -> OpenAPI.SchemaReference {
        var shared = OpenAPI.Schema(at: schema.location)
        shared.object = schema.object
        var merged = OpenAPI.Schema(at: choice.location)
        merged.composition.allOf = others + (schema.saysObject ? [.inline(shared)] : []) + [choice]
        if case .inline(let schema) = choice { merged.title = schema.title }
        return .inline(merged)
    }

    /// `oneOf` of constants, each with a title of its own, is an enumeration.
    private mutating func constants(_ choices: [OpenAPI.SchemaReference]) -> SchemaMeaning.Kind? {
        let values = choices.map { table.resolve($0)?.schema.constant }
        guard values.count > 1, values.allSatisfy({ $0 != nil }) else { return nil }
        let present = values.compactMap { $0 }
        let strings = present.compactMap(\.string)
        if strings.count == present.count { return .strings(strings) }
        let integers = present.compactMap { $0.number?.integer }
        return integers.count == present.count ? .integers(integers) : nil
    }

    /// A choice together with what stands beside `oneOf` or `anyOf` and counts for each of them.
    private func sharing(_ choice: OpenAPI.SchemaReference) -> OpenAPI.SchemaReference {
        var shared = OpenAPI.Schema(at: schema.location)
        shared.types = schema.types
        shared.object = schema.object
        var merged = OpenAPI.Schema(at: choice.location)
        merged.composition.allOf = schema.composition.allOf + [.inline(shared), choice]
        if case .inline(let schema) = choice { merged.title = schema.title }
        return .inline(merged)
    }

    /// The schema once for each of its types.
    private func eachOf(_ types: OpenAPI.SchemaTypes) -> [OpenAPI.SchemaReference] {
        OpenAPI.SchemaTypes.named.filter { types.contains($0.type) }.compactMap { name, type in
            if type == .integer, types.contains(.number) { return nil }
            var single = schema
            single.types = type
            // It names the whole.
            single.title = nil
            single.isNullable = false
            return .inline(single)
        }
    }

    /// Whether a schema admits `null` and nothing else.
    private func isNull(_ reference: OpenAPI.SchemaReference) -> Bool {
        guard let schema = table.resolve(reference)?.schema else { return false }
        return schema.types == .null || schema.constant?.isNull == true
            || schema.enumeration.map { !$0.isEmpty && $0.allSatisfy(\.isNull) } ?? false
    }

    private func allowsNull(_ reference: OpenAPI.SchemaReference) -> Bool {
        guard let schema = table.resolve(reference)?.schema else { return false }
        return schema.isNullable || schema.types?.contains(.null) == true
    }

    /// Whether a member of `allOf` only describes: `allOf: [{$ref: …}, {description: …}]`. One that says `nullable`
    /// makes the whole nullable, which is what its author means.
    private mutating func isRemark(_ member: OpenAPI.SchemaReference) -> Bool {
        guard case .inline(let schema) = member, schema.boolean == nil, schema.types == nil, schema.statesNoType,
            schema.identifiers.dynamicReference == nil
        else { return false }
        if schema.isNullable { isNullable = true }
        return true
    }

    // MARK: Types

    /// A schema without `type` means the type that its keywords are for.
    private var untyped: SchemaMeaning.Kind {
        let groups = [schema.saysObject, schema.saysArray, schema.saysString, schema.saysNumber]
        if groups.filter({ $0 }).count > 1 { return .unsupported("keywords for several types without `type`") }
        if schema.saysObject { return object }
        if schema.saysArray { return .array }
        if schema.saysString { return .string }
        switch schema.format {
        case "int32", "int64": return .integer
        case "float", "double": return .number
        case nil: return schema.saysNumber ? .number : .any
        default: return schema.saysNumber ? .number : .string
        }
    }

    private var object: SchemaMeaning.Kind {
        if !schema.object.properties.isEmpty { return .object }
        if case .some(.none) = schema.object.additionalProperties { return .object }
        return .map
    }

    // MARK: Values

    private mutating func values(_ values: [Node], keyword: String) -> SchemaMeaning.Kind {
        let composition = schema.composition
        // `oneOf` of constants gives the values titles.
        let titled = composition.anyOf + composition.oneOf
        let texts = Set(values.map { $0.jsonText() })
        let isTitled = titled.allSatisfy { choice in
            guard let constant = table.resolve(choice)?.schema.constant else { return false }
            return texts.contains(constant.jsonText())
        }
        if !isTitled || !composition.allOf.allSatisfy({ lists($0, values) }) {
            return .unsupported("`\(keyword)` beside `allOf`, `anyOf` or `oneOf`")
        }
        let present = values.filter { !$0.isNull }
        if present.isEmpty { return values.isEmpty ? .unsupported("an empty `\(keyword)`") : .null }
        if present.count < values.count { isNullable = true }
        let types = schema.types?.subtracting(.null) ?? []
        let strings = present.compactMap(\.string)
        if strings.count == present.count {
            return admits(types, .string) ? .strings(strings) : mismatch(keyword)
        }
        let integers = present.compactMap { $0.number?.integer }
        if integers.count == present.count {
            return admits(types, [.integer, .number]) ? .integers(integers) : mismatch(keyword)
        }
        return .unsupported("`\(keyword)` with values other than strings and integers")
    }

    /// Whether a schema is an enumeration of at least these values, so that beside it the shorter list counts.
    private func lists(_ reference: OpenAPI.SchemaReference, _ values: [Node]) -> Bool {
        guard let schema = table.resolve(reference)?.schema, !schema.saysComposition,
            let listed = schema.enumeration ?? schema.constant.map({ [$0] })
        else { return false }
        let texts = Set(listed.map { $0.jsonText() })
        return values.allSatisfy { texts.contains($0.jsonText()) }
    }

    private func admits(_ stated: OpenAPI.SchemaTypes, _ found: OpenAPI.SchemaTypes) -> Bool {
        stated.isEmpty || !stated.isDisjoint(with: found)
    }

    private func mismatch(_ keyword: String) -> SchemaMeaning.Kind {
        .unsupported("`\(keyword)` with values that `type` excludes")
    }
}

extension OpenAPI.Schema {
    /// Whether no keyword but `type`, `nullable` and remarks is stated.
    var statesNoType: Bool {
        format == nil && enumeration == nil && constant == nil && !saysNumber && !saysString && !saysArray
            && !saysObject && !saysComposition
    }
}

extension OpenAPI.SchemaReference {
    /// Whether this is `required: [a]` and no more: as an alternative it makes no type of its own, but says which of
    /// the properties beside it go together.
    var onlyRequires: Bool {
        guard case .inline(let schema) = self, schema.object.properties.isEmpty, schema.boolean == nil,
            schema.enumeration == nil, schema.constant == nil, !schema.saysComposition,
            (schema.types ?? .object) == .object
        else { return false }
        return !schema.object.required.isEmpty
    }
}
