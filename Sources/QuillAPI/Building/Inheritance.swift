import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// The schemas that stand for all that extend them: those with a `discriminator` and no choices of their own (OpenAPI
/// 3.0 §4.7.25, Swagger 2.0's only way).
///
/// From such a base descends what has it in `allOf`, directly or through others, and what its `mapping` names. A base
/// from which nothing descends is an object like any other.
struct Inheritance {
    struct Base {
        let property: String
        let descendants: [Descendant]
    }

    struct Descendant {
        let identity: OpenAPI.Identity
        /// The values of the property that mean it.
        let tags: [String]
    }

    /// By where they stand.
    private var bases: [SourceLocation: Base] = [:]
    /// What the schemas that descend from others say of themselves: values by property.
    private var tags: [SourceLocation: [String: String]] = [:]

    private let table: OpenAPI.SchemaTable

    init(_ table: OpenAPI.SchemaTable) {
        self.table = table
        let stated = table.filter { entry in
            guard case .inline(let schema) = entry.schema else { return false }
            return Inheritance.isBase(schema, in: table)
        }
        if stated.isEmpty { return }
        var children: [OpenAPI.Identity: [OpenAPI.Identity]] = [:]
        for entry in table {
            guard case .inline(let schema) = entry.schema, schema.saysComposition else { continue }
            let parents = schema.composition.allOf.compactMap(\.target)
            // A base under another name, made nullable, is no schema of its own.
            if parents.count == 1, schema.composition.allOf.count == 1, schema.isNullable, !schema.saysObject {
                continue
            }
            for parent in parents { children[parent, default: []].append(entry.identity) }
        }
        for entry in stated {
            guard case .inline(let schema) = entry.schema, let discriminator = schema.composition.discriminator else {
                continue
            }
            add(schema, entry.identity, discriminator, children: children)
        }
    }

    /// Whether a schema stands for those that extend it.
    func base(at location: SourceLocation) -> Base? { bases[location] }

    /// Whether a schema extends a base.
    func isDescendant(_ location: SourceLocation) -> Bool { tags[location] != nil }

    /// What an object says in a property for readers to know it by.
    func tag(of property: String, at location: SourceLocation) -> String? { tags[location]?[property] }

    private static func isBase(_ schema: OpenAPI.Schema, in table: OpenAPI.SchemaTable) -> Bool {
        guard schema.saysComposition, schema.composition.discriminator != nil, schema.composition.oneOf.isEmpty,
            schema.composition.anyOf.isEmpty
        else { return false }
        return isObject(schema, in: table)
    }

    private static func isObject(_ schema: OpenAPI.Schema, in table: OpenAPI.SchemaTable) -> Bool {
        switch SchemaMeaning(schema, in: table).kind {
        case .object, .merged, .map, .any: true
        case .wrapper(_, let keyword): keyword == "allOf"
        default: false
        }
    }

    private mutating func add(
        _ base: OpenAPI.Schema, _ identity: OpenAPI.Identity, _ discriminator: OpenAPI.Discriminator,
        children: [OpenAPI.Identity: [OpenAPI.Identity]]
    ) {
        var found: [OpenAPI.Identity] = []
        var known: Set<OpenAPI.Identity> = [identity]
        var waiting = Array((children[identity] ?? []).reversed())
        while let next = waiting.popLast() {
            guard known.insert(next).inserted else { continue }
            found.append(next)
            waiting += (children[next] ?? []).reversed()
        }
        for entry in discriminator.mapping where known.insert(entry.value).inserted {
            // What is a base of its own and no part of this one could lead back here without end.
            guard case .inline(let schema)? = table[entry.value], !Inheritance.isBase(schema, in: table) else {
                continue
            }
            found.append(entry.value)
        }
        var used: Set<String> = []
        var descendants: [Descendant] = []
        for identity in found {
            guard case .inline(let schema)? = table[identity], Inheritance.isObject(schema, in: table) else { continue }
            let mapped = discriminator.mapping.filter { $0.value == identity }.map(\.key)
            let own = mapped.isEmpty ? [value(of: schema, identity, base, discriminator.propertyName)] : mapped
            if let first = own.first { tags[schema.location, default: [:]][discriminator.propertyName] = first }
            descendants.append(Descendant(identity: identity, tags: own.filter { used.insert($0).inserted }))
        }
        if descendants.isEmpty { return }
        bases[base.location] = Base(property: discriminator.propertyName, descendants: descendants)
    }

    /// What a schema that no mapping names is known by: the value that it states, else its name as the base spells it.
    private func value(
        of schema: OpenAPI.Schema, _ identity: OpenAPI.Identity, _ base: OpenAPI.Schema, _ property: String
    ) -> String {
        // Of Microsoft's documents, for Swagger 2.0, which has no mapping.
        let marked = schema.extensions.first { $0.key == "x-ms-discriminator-value" }?.value.string
        let parts =
            [schema]
            + schema.composition.allOf.compactMap { part in
                if case .inline(let part) = part { part } else { nil }
            }
        let stated = parts.lazy.compactMap { values(of: property, in: $0) }.first { $0.count == 1 }?.first
        if let value = marked ?? stated { return value }
        let listed = values(of: property, in: base) ?? []
        if listed.contains(identity.name) { return identity.name }
        let plain = Inheritance.plain(identity.name)
        return listed.first { Inheritance.plain($0) == plain } ?? identity.name
    }

    /// The texts that a schema lists for a property.
    private func values(of property: String, in schema: OpenAPI.Schema) -> [String]? {
        guard let reference = schema.object.properties[property], let found = table.resolve(reference)?.schema else {
            return nil
        }
        return (found.enumeration ?? found.constant.map { [$0] })?.compactMap(\.string)
    }

    /// `bigCat`, `big_cat` and `BigCat` are one name.
    private static func plain(_ name: String) -> String {
        name.filter { $0.isLetter || $0.isNumber }.lowercased()
    }
}
