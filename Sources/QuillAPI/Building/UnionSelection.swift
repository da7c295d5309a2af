import QuillDiagnostics
import QuillOpenAPI
import QuillRuntime

/// Finds how the choices of a union are told apart: by a discriminator, which may be stated or be a property whose
/// values differ in each; by the kind of JSON value; by a member that only one must have; and otherwise by reading.
struct UnionSelection {
    /// A choice as the document has it.
    struct Candidate {
        let name: String?
        let type: TypeUse
        let identity: OpenAPI.Identity?
        let location: SourceLocation
        var isDeprecated = false
    }

    private(set) var faults = Faults()
    private let candidates: [Candidate]
    private let discriminator: OpenAPI.Discriminator?
    private let schemas: SchemaLowering

    /// How many unions within each other are looked through: what they lead to multiplies with each.
    private static let nesting = 3

    /// - Parameter id: the union itself.
    init(
        _ candidates: [Candidate], of id: SchemaID, discriminator: OpenAPI.Discriminator?, schemas: SchemaLowering
    ) {
        self.discriminator = discriminator
        self.schemas = schemas
        var faults = Faults()
        let candidates = candidates.filter { candidate in
            guard UnionSelection.leadsBack(candidate.type, to: id, schemas) else { return true }
            faults.warning(
                .endlessChoice,
                "this choice is the union that it is in, or leads back to it through unions alone; "
                    + "it adds no value and is left out", at: candidate.location)
            return false
        }
        self.faults = faults
        // Two choices of one type, as a string of two formats without a type of their own, are one.
        var seen: Set<String> = []
        let ofOneType = Dictionary(grouping: candidates) { UnionSelection.key($0.type) }
        let limits = ofOneType.mapValues { UnionSelection.limits($0) ?? Constraints() }
        self.candidates = candidates.compactMap { candidate in
            let key = UnionSelection.key(candidate.type)
            guard seen.insert(key).inserted else { return nil }
            let type = TypeUse(
                candidate.type.kind, isNullable: candidate.type.isNullable,
                constraints: limits[key] ?? candidate.type.constraints)
            return Candidate(
                name: candidate.name, type: type, identity: candidate.identity, location: candidate.location,
                isDeprecated: ofOneType[key]?.allSatisfy(\.isDeprecated) ?? false)
        }
    }

    /// The limits of choices of one type: each value has to meet those of one of them.
    private static func limits(_ choices: [Candidate]) -> Constraints? {
        let all = choices.map(\.type.constraints)
        guard all.count > 1 else { return all.first }
        var limits = Constraints()
        guard !all.contains(where: \.isEmpty) else { return limits }
        let texts = all.map { constraints in
            var rule = SchemaRule()
            constraints.add(to: &rule)
            for definition in rule.definitions { limits.rule.define(definition.name, definition.text) }
            return rule.text
        }
        limits.rule.add("anyOf", "[\(texts.joined(separator: ", "))]")
        return limits
    }

    /// Whether a choice is the union again, so that reading it would never begin.
    private static func leadsBack(_ type: TypeUse, to id: SchemaID, _ schemas: SchemaLowering) -> Bool {
        var visited: Set<SchemaID> = []
        var waiting = [type]
        while let type = waiting.popLast() {
            guard case .schema(let next) = type.kind, visited.insert(next).inserted else { continue }
            if next == id { return true }
            waiting += schemas.pendingChoices(of: next)
        }
        return false
    }

    mutating func settled() -> Union {
        let tagged = tags()
        let fallback = fallback()
        var rest: [Candidate] = []
        var choices: [Union.Choice] = []
        for (index, candidate) in candidates.enumerated() {
            if let tagged, let tags = tagged.tags[index] {
                if index == fallback {
                    // Nothing has to be written for what is meant where nothing is said.
                    choices.append(choice(candidate, .tags(tags, isDefault: true)))
                    continue
                }
                let isSaid = says(tagged.property, in: candidate.type)
                choices.append(choice(candidate, .tags(tags), tag: isSaid ? nil : tags.first))
            } else {
                rest.append(candidate)
            }
        }
        choices += untagged(rest)
        return Union(choices: choices, discriminator: tagged?.property)
    }

    /// The choice for objects whose discriminator is missing or means no other.
    private mutating func fallback() -> Int? {
        guard let discriminator, let identity = discriminator.defaultMapping else { return nil }
        let index = candidates.firstIndex { $0.identity == identity && kinds($0.type) == [.object] }
        if index == nil {
            faults.unenforced(
                "`defaultMapping` to what is no object among the choices", at: discriminator.location)
        }
        return index
    }

    private func choice(_ candidate: Candidate, _ test: Union.Test, tag: String? = nil) -> Union.Choice {
        Union.Choice(
            name: candidate.name ?? kindName(candidate.type), type: candidate.type, test: test, tag: tag,
            isDeprecated: candidate.isDeprecated)
    }

    // MARK: Discriminators

    /// The property that tells objects apart, and the texts that mean each candidate.
    private mutating func tags() -> (property: String, tags: [Int: [String]])? {
        if let discriminator { return (discriminator.propertyName, statedTags(discriminator)) }
        let objects = candidates.indices.filter { kinds(candidates[$0].type) == [.object] }
        guard objects.count > 1, let first = objects.first, let known = properties(candidates[first].type) else {
            return nil
        }
        for property in known.values.sorted(by: { $0.key < $1.key }) {
            var used: Set<String> = []
            var tags: [Int: [String]] = [:]
            for index in objects {
                guard let values = values(of: property.key, in: candidates[index].type, required: true),
                    values.allSatisfy({ used.insert($0).inserted })
                else { break }
                tags[index] = values
            }
            if tags.count == objects.count { return (property.key, tags) }
        }
        return nil
    }

    private mutating func statedTags(_ discriminator: OpenAPI.Discriminator) -> [Int: [String]] {
        var tags: [Int: [String]] = [:]
        var used: Set<String> = []
        for (index, candidate) in candidates.enumerated() {
            guard kinds(candidate.type) == [.object] else { continue }
            let mapped = discriminator.mapping.filter { $0.value == candidate.identity }.map(\.key)
            // What the choice itself says of the property is more exact than its name.
            let own =
                mapped.isEmpty ? values(of: discriminator.propertyName, in: candidate.type, required: false) : mapped
            let found = (own ?? candidate.identity.map { [$0.name] } ?? []).filter { used.insert($0).inserted }
            if found.isEmpty, candidate.identity == nil || candidate.identity != discriminator.defaultMapping {
                faults.warning(
                    .unreachableChoice, "no value of `\(discriminator.propertyName)` means this choice",
                    at: candidate.location)
            } else {
                tags[index] = found
            }
        }
        return tags
    }

    /// Whether a value says itself what a property is: written beside it, the property would be there twice.
    private func says(_ property: String, in type: TypeUse, depth: Int = 0) -> Bool {
        guard depth < UnionSelection.nesting, case .schema(let id) = type.kind else { return false }
        switch schemas.shape(of: id) {
        case .object(let object): return object.properties.contains { $0.key == property }
        case .union: return schemas.pendingChoices(of: id).contains { says(property, in: $0, depth: depth + 1) }
        default: return false
        }
    }

    /// The values that a property of an object can only have; nil where there is no list of them.
    ///
    /// - Parameter required: whether only a property that must be there counts.
    private func values(of property: String, in type: TypeUse, required: Bool, depth: Int = 0) -> [String]? {
        guard depth < UnionSelection.nesting, case .schema(let id) = type.kind else { return nil }
        switch schemas.shape(of: id) {
        case .object(let object):
            guard let found = object.properties.first(where: { $0.key == property }), found.isRequired || !required
            else { return nil }
            if let values = found.type.constraints.values {
                let texts = values.compactMap { (try? JSONValue(json: $0))?.string }
                return texts.isEmpty ? nil : texts
            }
            guard
                case .schema(let enumeration) = found.type.kind,
                case .enumeration(let list) = schemas.shape(of: enumeration), case .strings(let values) = list.values
            else { return nil }
            // What extends a base has all values of its property listed, and says one.
            return found.tag.map { values.contains($0) ? [$0] : values } ?? values
        case .union:
            // What all of its choices can have.
            let inner = schemas.pendingChoices(of: id).map {
                values(of: property, in: $0, required: required, depth: depth + 1)
            }
            return inner.contains { $0 == nil } || inner.isEmpty ? nil : inner.flatMap { $0 ?? [] }
        default: return nil
        }
    }

    // MARK: Everything else

    private func untagged(_ candidates: [Candidate]) -> [Union.Choice] {
        var byTest: [(rank: Int, choice: Union.Choice)] = []
        for candidate in candidates {
            let own = kinds(candidate.type)
            let others = candidates.filter { UnionSelection.key($0.type) != UnionSelection.key(candidate.type) }.flatMap
            { kinds($0.type) }
            if own.count == 1, let kind = own.first, !others.contains(kind) {
                byTest.append((0, choice(candidate, .kind(kind))))
            } else if let member = distinguishingMember(of: candidate, among: candidates) {
                byTest.append((1, choice(candidate, .member(member))))
            } else {
                byTest.append((2 + looseness(candidate.type), choice(candidate, .fit)))
            }
        }
        // The strictest first; of equals the document's first.
        return byTest.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map(\.element.choice)
    }

    private func distinguishingMember(of candidate: Candidate, among candidates: [Candidate]) -> String? {
        guard let own = properties(candidate.type) else { return nil }
        let others = candidates.filter {
            UnionSelection.key($0.type) != UnionSelection.key(candidate.type) && kinds($0.type).contains(.object)
        }
        let known = others.map { properties($0.type) }
        if known.contains(where: { $0 == nil }) { return nil }
        return own.values.filter(\.isRequired).map(\.key).sorted().first { key in
            known.allSatisfy { $0?[key] == nil }
        }
    }

    /// How much fits a type: the more members it demands, the less.
    private func looseness(_ type: TypeUse) -> Int {
        switch type.kind {
        case .string(.plain): 900
        case .string, .boolean: 0
        case .integer: 100
        case .number: 200
        case .array(let item): 300 + min(looseness(item), 600) / 2
        case .schema(let id):
            switch schemas.shape(of: id) {
            case .enumeration: 0
            case .object(let object): 400 - min(object.properties.count(where: \.isRequired), 300)
            default: 500
            }
        case .map: 800
        case .any: 1000
        }
    }

    /// The properties of a type that is an object with a closed set of them.
    private func properties(_ type: TypeUse) -> [String: Property]? {
        guard case .schema(let id) = type.kind, case .object(let object) = schemas.shape(of: id) else { return nil }
        return Dictionary(object.properties.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func kinds(_ type: TypeUse, depth: Int = 0) -> Set<Union.Kind> {
        switch type.kind {
        case .any: return [.bool, .number, .string, .array, .object]
        case .boolean: return [.bool]
        case .integer, .number: return [.number]
        case .string: return [.string]
        case .array: return [.array]
        case .map: return [.object]
        case .schema(let id):
            switch schemas.shape(of: id) {
            case .object, nil: return [.object]
            case .enumeration(let list):
                if case .strings = list.values { return [.string] }
                return [.number]
            case .union:
                guard depth < UnionSelection.nesting else { return [.object] }
                return Set(schemas.pendingChoices(of: id).flatMap { kinds($0, depth: depth + 1) })
            }
        }
    }

    private func kindName(_ type: TypeUse) -> String {
        switch type.kind {
        case .any: "value"
        case .boolean: "bool"
        case .integer: "integer"
        case .number: "number"
        case .string(.dateTime): "date"
        case .string(.date): "day"
        case .string(.uuid): "uuid"
        case .string(.uri): "url"
        case .string(.byte): "data"
        case .string: "string"
        case .array(let item): kindName(item) + "s"
        case .map: "dictionary"
        case .schema(let id): id.words.last ?? "value"
        }
    }

    /// Tells types apart, without their limits.
    static func key(_ type: TypeUse) -> String {
        switch type.kind {
        case .any: "any"
        case .boolean: "boolean"
        case .integer(let format): "integer \(format)"
        case .number: "number"
        case .string(.binary): "string \(TypeUse.StringFormat.plain)"
        case .string(let format): "string \(format)"
        case .array(let item): "array " + key(item)
        case .map(let value): "map " + key(value)
        case .schema(let id): "schema " + id.description
        }
    }
}
