import QuillAPI
import QuillNodes

/// Makes the declarations of schemas.
struct DeclarationBuilder {
    let names: TypeNames
    /// The pages among the schemas.
    let pages: [SchemaID: Pagination]
    let rules: RuleBuilder
    let given: MemberNames
    /// Whether members that the document does not name are kept.
    let keepsUnknown: Bool

    func declaration(_ schema: Schema) -> Declaration {
        switch schema.shape {
        case .object(let object): .structure(structure(schema, object))
        case .enumeration(let enumeration): .enumeration(self.enumeration(schema, enumeration))
        case .union(let union): .union(self.union(schema, union))
        }
    }

    // MARK: Structs

    private func structure(_ schema: Schema, _ object: ObjectShape) -> Structure {
        var namespace = Namespace(reserved: StructureNames.reserved)
        let chosen = namespace.claim(chosen: object.properties.map { given.property($0, of: schema) })
        let properties = object.properties.enumerated().map { property($1, chosen: chosen[$0], &namespace) }
        var page: PageConformance?
        if let pagination = pages[schema.id] {
            func name(_ key: String?) -> String? {
                object.properties.firstIndex { $0.key == key }.map { properties[$0].reading }
            }
            if let items = name(pagination.itemsKey) {
                page = PageConformance(
                    item: names.nullableSpelling(pagination.item), itemsProperty: items,
                    nextProperty: name(pagination.nextKey))
            }
        }
        return Structure(
            name: names.name(of: schema.id), comment: comment(schema),
            isMutable: schema.usage.contains(.request), properties: properties,
            additional: object.additional.map {
                Structure.Additional(
                    name: namespace.claim("additionalProperties"), value: names.nullableSpelling($0))
            },
            isClosed: object.isClosed, keepsUnknown: keepsUnknown && object.additional == nil && !object.isClosed,
            rule: RuleLiteral(rules.rule(of: object)), page: page,
            isIdentifiable: zip(object.properties, properties).contains { property, stored in
                property.key == "id" && stored.presence == .required && StructureNames.isIdentity(property.type)
            }, deprecation: schema.isDeprecated ? Deprecation.message : nil,
            completeDeprecation: schema.usage.contains(.request) && !schema.isDeprecated
                ? DeclarationBuilder.completeDeprecation(properties) : nil)
    }

    /// - Returns: nil where there are no deprecated members that can be left out.
    private static func completeDeprecation(_ properties: [StoredProperty]) -> String? {
        let names = properties.filter(\.canBeAvoided).map { $0.name.filter { $0 != "`" } }
        return names.isEmpty
            ? nil : SwiftText.literal("takes what the API deprecates: \(names.joined(separator: ", "))")
    }

    private func property(
        _ property: Property, chosen: String?, _ namespace: inout Namespace
    ) -> StoredProperty {
        let presence = presence(of: property)
        let spelling = names.spelling(property.type)
        let name =
            chosen
            ?? namespace.claim(
                Identifier.member(Words(splitting: property.key), orElse: "empty"), Identifier.verbatim(property.key))
        let isBoxed = names.isStructure(property.type)
        return StoredProperty(
            name: name, access: StructureNames.parameters.contains(name) ? "self.\(name)" : name,
            key: SwiftText.literal(property.key), type: presence.type(of: spelling), presence: presence,
            storage: isBoxed || property.isDeprecated ? namespace.claim("_" + name.filter { $0 != "`" }) : nil,
            isBoxed: isBoxed, comment: propertyComment(property),
            defaultArgument: defaultArgument(property, presence),
            deprecation: property.isDeprecated ? Deprecation.message : nil)
    }

    /// What there is only one value for need not be said.
    private func defaultArgument(_ property: Property, _ presence: StoredProperty.Presence) -> String? {
        if let tag = tagArgument(property) { return presence == .field ? ".value(\(tag))" : tag }
        switch presence {
        case .optional: return "nil"
        case .field: return ".absent"
        case .nullable: return nil
        case .required: break
        }
        let only = property.type.constraints.values.flatMap { $0.count == 1 ? $0.first : nil }
        switch property.type.kind {
        case .boolean: return only
        case .schema(let id):
            guard case .enumeration(let list) = rules.schemas[id]?.shape else { return nil }
            let texts: [String] =
                if case .strings(let values) = list.values { values.map(SchemaRule.quoted) } else { list.values.texts }
            guard let text = only ?? (texts.count == 1 ? texts.first : nil), let schema = rules.schemas[id] else {
                return nil
            }
            return value(text, of: unique(texts), list, schema)
        default: return nil
        }
    }

    /// What an object says for readers to know it by is known beforehand.
    private func tagArgument(_ property: Property) -> String? {
        guard let tag = property.tag else { return nil }
        switch property.type.kind {
        case .string(.plain): return SwiftText.literal(tag)
        case .schema(let id):
            guard let schema = rules.schemas[id], case .enumeration(let list) = schema.shape,
                case .strings(let values) = list.values
            else { return nil }
            return value(SchemaRule.quoted(tag), of: unique(values).map(SchemaRule.quoted), list, schema)
        default: return nil
        }
    }

    /// `.active`
    private func value(
        _ text: String, of texts: [String], _ list: Enumeration, _ schema: Schema
    ) -> String? {
        zip(texts, enumeration(schema, list).cases).first { $0.0 == text }.map { _, value in
            // The named value would warn.
            schema.isDeprecated ? ".init(rawValue: \(value.literal))" : ".\(value.name)"
        }
    }

    private func presence(of property: Property) -> StoredProperty.Presence {
        if case .any = property.type.kind { return property.isRequired ? .required : .optional }
        switch (property.isRequired, property.type.isNullable) {
        case (true, false): return .required
        case (true, true): return .nullable
        case (false, false): return .optional
        case (false, true): return .field
        }
    }

    private func comment(_ schema: Schema) -> [String] {
        var lines = SwiftText.commentLines(
            schema.description ?? schema.title ?? "The schema `\(schema.id.description)`.")
        if schema.description != nil, let title = title(schema) { lines = [title, ""] + lines }
        let notes = self.notes.lines(schema.notes, of: TypeUse(.schema(schema.id)))
        if !notes.isEmpty { lines += [""] + notes }
        return lines + (schema.isDeprecated ? ["", Deprecation.warning] : [])
    }

    /// A title that tells more than the name does, on a line.
    private func title(_ schema: Schema) -> String? {
        guard let title = schema.title else { return nil }
        let words = Words(splitting: title).upperCamel.lowercased()
        let known = [names.name(of: schema.id), Words(splitting: schema.id.words.last ?? "").upperCamel]
        if known.contains(where: { $0.lowercased() == words }) || schema.description?.hasPrefix(title) == true {
            return nil
        }
        let line = SwiftText.commentLines(title).joined(separator: " ")
        return line.isEmpty ? nil : line.last?.isLetter == true ? line + "." : line
    }

    private var notes: NoteComments { NoteComments(schemas: rules.schemas) }

    private func propertyComment(_ property: Property) -> [String] {
        var lines = SwiftText.commentLines(property.description ?? "")
        let more = notes.lines(
            property.notes, of: property.type, beside: property.description, defaultValue: property.defaultValue)
        if !lines.isEmpty, !more.isEmpty { lines.append("") }
        lines += more
        return lines
    }

    // MARK: Unions

    private func union(_ schema: Schema, _ union: Union) -> UnionType {
        var namespace = Namespace(reserved: StructureNames.reserved)
        let cases = union.choices.map { choice in
            let test: UnionType.Test =
                switch choice.test {
                case .tags(let tags, let isDefault):
                    .tags(tags.map(SwiftText.literal).joined(separator: ", "), isDefault: isDefault)
                case .kind(let kind): .condition("value.kind == .\(kind.rawValue)")
                case .member(let key): .condition("value.has(\(SwiftText.literal(key)))")
                case .fit: .fit
                }
            let words = Words(splitting: choice.name)
            return UnionType.Case(
                name: namespace.claim(Identifier.member(words, orElse: "choice"), Identifier.verbatim(choice.name)),
                type: names.nullableSpelling(choice.type), test: test, tag: choice.tag.map(SwiftText.literal),
                deprecation: schema.isDeprecated || choice.isDeprecated ? Deprecation.message : nil)
        }
        return UnionType(
            name: names.name(of: schema.id), comment: comment(schema), cases: cases,
            otherName: namespace.claim("other", "otherValue"),
            discriminator: union.discriminator.map(SwiftText.literal),
            rule: RuleLiteral(rules.rule(of: union)),
            deprecation: mentionsDeprecated(schema) ? Deprecation.message : nil)
    }

    /// Whether what reads and writes a union speaks of a deprecated case, of its own or of another union's functions
    /// that are deprecated therefore.
    private func mentionsDeprecated(_ schema: Schema) -> Bool {
        var visited: Set<SchemaID> = []
        var waiting = [schema]
        while let next = waiting.popLast() {
            guard visited.insert(next.id).inserted, case .union(let union) = next.shape else { continue }
            if next.isDeprecated || union.choices.contains(where: \.isDeprecated) { return true }
            for choice in union.choices {
                if case .schema(let id) = choice.type.kind, let inner = rules.schemas[id] { waiting.append(inner) }
            }
        }
        return false
    }

    // MARK: Enumerations

    private func enumeration(_ schema: Schema, _ enumeration: Enumeration) -> EnumerationType {
        var namespace = Namespace(reserved: StructureNames.reservedInEnumerations)
        let cases: [EnumerationType.Case]
        let rawType: String
        let texts = unique(enumeration.values.texts)
        let places = Dictionary(zip(texts, texts.indices), uniquingKeysWith: { first, _ in first })
        let chosen = namespace.claim(chosen: texts.map { given.value($0, enumeration, of: schema) })
        func name(_ text: String, orElse candidates: String...) -> String {
            places[text].flatMap { chosen[$0] } ?? namespace.claim(candidates)
        }
        switch enumeration.values {
        case .strings(let values):
            rawType = "String"
            let all = Set(values)
            cases = unique(values).map { value in
                EnumerationType.Case(
                    name: name(value, orElse: caseName(value, among: all), Identifier.verbatim(value)),
                    literal: SwiftText.literal(value))
            }
        case .integers(let values):
            rawType = "Int"
            cases = unique(values).map { value in
                let natural = value < 0 ? "minus\(value.magnitude)" : "v\(value)"
                return EnumerationType.Case(name: name(String(value), orElse: natural), literal: String(value))
            }
        case .numbers(let values):
            rawType = "Double"
            let written = Dictionary(values.map { ($0.double, $0.text) }, uniquingKeysWith: { first, _ in first })
            cases = unique(values.map(\.double)).map { value in
                let text = Int(exactly: value.magnitude).map(String.init) ?? "\(value.magnitude)"
                let words = text.map { $0 == "." ? "_" : $0 == "-" ? "m" : String($0) }.joined()
                return EnumerationType.Case(
                    name: name(
                        written[value] ?? text, orElse: (value < 0 ? "minus" : "v") + words.filter { $0 != "+" }),
                    literal: "\(value)")
            }
        }
        return EnumerationType(
            name: names.name(of: schema.id), valuesName: names.valuesName(of: schema.id), comment: comment(schema),
            rawType: rawType,
            cases: cases, deprecation: schema.isDeprecated ? Deprecation.message : nil)
    }

    /// `-created_at` beside `created_at` is the same order the other way round.
    private func caseName(_ value: String, among all: Set<String>) -> String {
        if value.hasPrefix("-"), all.contains(String(value.dropFirst())) {
            let words = Words(splitting: String(value.dropFirst())).words + ["descending"]
            return Identifier.member(Words(words), orElse: "descending")
        }
        return Identifier.member(Words(splitting: value), orElse: "empty")
    }

    private func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        return values.filter { seen.insert($0).inserted }
    }
}

extension StoredProperty.Presence {
    func type(of spelling: String) -> String {
        switch self {
        case .required: spelling
        case .nullable, .optional: spelling + "?"
        case .field: "Field<\(spelling)>"
        }
    }
}

private enum StructureNames {
    /// What every model has.
    static let reserved: Set<String> = ["pageItems", "nextPage", "jsonBytes", "jsonText", "rule", "unknownMembers"]
    /// The parameters and variables of a struct's own code.
    static let parameters: Set<String> = ["value", "object", "json"]
    static let reservedInEnumerations: Set<String> = [
        "knownValues", "rawValue", "jsonBytes", "jsonText", "none", "some", "parameterPlaceholder",
    ]

    static func isIdentity(_ type: TypeUse) -> Bool {
        switch type.kind {
        case .integer, .string: true
        default: false
        }
    }
}
