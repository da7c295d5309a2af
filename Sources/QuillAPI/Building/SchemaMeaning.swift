import QuillNodes
import QuillOpenAPI

/// What kind of type a schema describes, read off its keywords.
struct SchemaMeaning {
    enum Kind {
        case any, boolean, integer, number, string, array, map
        /// An object with properties of its own.
        case object
        /// An object put together from the members of `allOf`.
        case merged
        /// Values of no one type, told by what the schema says of them alone.
        case mixed
        /// Another schema under a different description, or made nullable; the keyword is the one that says so.
        case wrapper(OpenAPI.SchemaReference, keyword: String)
        /// A scalar or list that other schemas of `allOf` narrow.
        case narrowed(OpenAPI.SchemaReference, by: [OpenAPI.SchemaReference])
        /// One of several schemas, in the order of the document.
        case union([OpenAPI.SchemaReference])
        case strings([String])
        case integers([Int])
        case numbers([NumberText])
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
        isNullable = schema.allowsNull
    }

    mutating func kind() -> SchemaMeaning.Kind {
        if let boolean = schema.boolean { return boolean ? .any : .mixed }
        if let constant = schema.constant { return values([constant]) }
        if let values = schema.enumeration, !values.isEmpty { return self.values(values) }
        if schema.saysComposition, let kind = composed() { return kind }
        guard let stated = schema.types else { return untyped }
        let types = stated.subtracting(.null)
        switch types {
        case []: return .mixed
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
        // Where both are there, the first says the types, and the other what more there is to meet.
        let choices = composition.oneOf.isEmpty ? composition.anyOf : composition.oneOf
        if !choices.isEmpty {
            let others = choices.filter { !isNull($0) }
            if others.isEmpty { return .mixed }
            if others.count < choices.count { isNullable = true }
            if !others.allSatisfy(\.onlyRequires) {
                if let constants = constants(others) { return constants }
                let isShared = schema.saysObject || !composition.allOf.isEmpty
                let others = isShared ? others : others.map(typed)
                if others.count == 1, let only = others.first, !isShared { return .wrapper(only, keyword: keyword) }
                let possible = isShared ? others.filter { typeName(meaning($0)) == nil } : others
                if isShared, possible.count == 1, others.count > 1, let only = possible.first {
                    return .wrapper(sharing(only), keyword: keyword)
                }
                return .union(isShared ? (possible.isEmpty ? others : possible).map(sharing) : others)
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
            // What is a string cannot be the object that the others describe.
            let isObject =
                others.contains { self.isObject(meaning($0)) && typeName(meaning($0)) == nil } || schema.saysObject
            let possible = isObject ? choices.filter { typeName(meaning($0)) == nil } : choices
            if possible.count == 1, let only = possible.first {
                return .wrapper(merging(others, only), keyword: "allOf")
            }
            return .union((possible.isEmpty ? choices : possible).map { merging(others, $0) })
        }
        if members.count > 1 || schema.saysObject, !meanings.allSatisfy({ isObject($0) }) {
            return narrowed(members, meanings)
        }
        if members.count == 1, let only = members.first, !schema.saysObject { return .wrapper(only, keyword: "allOf") }
        if let types = schema.types?.subtracting(.null), !types.contains(.object) {
            return .unsupported("`allOf` of objects beside another type")
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

    /// Where one member says the type, the others can only narrow it.
    private func narrowed(
        _ members: [OpenAPI.SchemaReference], _ meanings: [SchemaMeaning.Kind]
    ) -> SchemaMeaning.Kind {
        let typed = members.indices.filter { if case .any = meanings[$0] { false } else { true } }
        let names = Set(typed.compactMap { typeName(meanings[$0]) })
        let listing = typed.first { index in
            switch meanings[index] {
            case .strings, .integers, .numbers: true
            default: false
            }
        }
        guard let main = listing ?? typed.first, names.count == 1, typed.allSatisfy({ typeName(meanings[$0]) != nil }),
            !schema.saysObject
        else { return .unsupported("`allOf` of other than objects") }
        return .narrowed(members[main], by: members.indices.filter { $0 != main }.map { members[$0] })
    }

    /// The JSON type of what is no object.
    private func typeName(_ meaning: SchemaMeaning.Kind, depth: Int = 0) -> String? {
        switch meaning {
        case .boolean: "boolean"
        case .integer, .number, .integers, .numbers: "number"
        case .string, .strings: "string"
        case .array: "array"
        case .wrapper(let inner, _), .narrowed(let inner, _):
            depth < 6 ? typeName(self.meaning(inner), depth: depth + 1) : nil
        default: nil
        }
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

    /// A choice that leaves its type to what stands beside `oneOf`: `{type: string, oneOf: [{enum: [a]}, {}]}`.
    private func typed(_ choice: OpenAPI.SchemaReference) -> OpenAPI.SchemaReference {
        guard case .inline(var own) = choice, own.types == nil, own.boolean == nil, !own.saysComposition,
            let types = schema.types?.subtracting(.null), types.names.count == 1
        else { return choice }
        own.types = types
        own.format = own.format ?? schema.format
        return .inline(own)
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
        return schema.allowsNull
    }

    /// Whether a member of `allOf` only describes: `allOf: [{$ref: …}, {description: …}]`. One that says `nullable`
    /// makes the whole nullable, which is what its author means.
    private mutating func isRemark(_ member: OpenAPI.SchemaReference) -> Bool {
        guard case .inline(let schema) = member, schema.boolean == nil, schema.types == nil, schema.statesNoType
        else { return false }
        if schema.isNullable { isNullable = true }
        return true
    }

    // MARK: Types

    /// A schema without `type` means the type that its keywords are for.
    private var untyped: SchemaMeaning.Kind {
        let groups = [schema.saysObject, schema.saysArray, schema.saysString, schema.saysNumber]
        if groups.filter({ $0 }).count > 1 { return .mixed }
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
        let others = schema.object.additionalProperties ?? schema.object.unevaluatedProperties
        if case .some(.none) = others, schema.object.patternProperties.isEmpty { return .object }
        return .map
    }

    // MARK: Values

    private mutating func values(_ values: [Node]) -> SchemaMeaning.Kind {
        let present = values.filter { !$0.isNull }
        if present.count < values.count { isNullable = true }
        // An enumeration that is declared already, of which only some values are meant here.
        if schema.composition.allOf.count == 1, let member = schema.composition.allOf.first, member.target != nil,
            lists(member, present)
        {
            return .wrapper(member, keyword: "allOf")
        }
        let types = schema.types?.subtracting(.null) ?? []
        func admits(_ found: OpenAPI.SchemaTypes) -> Bool { types.isEmpty || !types.isDisjoint(with: found) }
        if present.isEmpty { return .mixed }
        let strings = present.compactMap(\.string)
        if strings.count == present.count { return admits(.string) ? .strings(strings) : mismatch }
        let integers = present.compactMap { $0.number?.integer }
        if integers.count == present.count { return admits([.integer, .number]) ? .integers(integers) : mismatch }
        let numbers = present.compactMap(\.number)
        if numbers.count == present.count { return admits([.integer, .number]) ? .numbers(numbers) : mismatch }
        if present.allSatisfy({ $0.bool != nil }) { return admits(.boolean) ? .boolean : mismatch }
        return .mixed
    }

    /// Whether a schema is an enumeration of at least these values.
    private func lists(_ reference: OpenAPI.SchemaReference, _ values: [Node]) -> Bool {
        let listed: Set<String>
        switch meaning(reference) {
        case .strings(let texts): listed = Set(texts.map { Node.text($0).jsonText() })
        case .integers(let integers): listed = Set(integers.map(String.init))
        default: return false
        }
        return !values.isEmpty && values.allSatisfy { listed.contains($0.jsonText()) }
    }

    private var mismatch: SchemaMeaning.Kind { .unsupported("`enum` with values that `type` excludes") }
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

    /// Whether this is `type: 'null'`, written out.
    var isNull: Bool {
        if case .inline(let schema) = self { schema.types == .null } else { false }
    }
}

extension OpenAPI.Schema {
    /// Whether it says itself that values can be null: `nullable` (OpenAPI 3.0) or one of the `type`s.
    var allowsNull: Bool { isNullable || types?.contains(.null) == true }
}
