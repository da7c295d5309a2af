import QuillOpenAPI

/// Schemas that stand for all that extend them, as unions of these.
extension SchemaLowering {
    /// A union of what extends a base, before it is known what its choices say of themselves.
    struct PendingFamily {
        let position: Int
        let property: String
        /// What is not known, or nothing but the base.
        let base: TypeUse
        let members: [(name: String, type: TypeUse, tags: [String])]
    }

    /// The union that a base stands for, or the object that extends one although it adds no member; nil for any other.
    mutating func inherited(_ schema: OpenAPI.Schema, _ id: SchemaID) -> TypeUse? {
        let isBase = inheritance.base(at: schema.location) != nil
        guard isBase || inheritance.isDescendant(schema.location) else { return nil }
        let meaning = SchemaMeaning(schema, in: table)
        switch meaning.kind {
        case .object, .merged, .map, .any: break
        case .wrapper(_, let keyword) where keyword == "allOf": break
        default: return nil
        }
        let shape: Schema.Shape =
            isBase
            ? .union(Union(choices: [], discriminator: nil)) : .object(ObjectShape(properties: [], additional: nil))
        declareLater(shape, of: schema, id: id)
        return TypeUse(.schema(id), isNullable: meaning.isNullable)
    }

    /// Looks at what extends a base, and declares the base itself for what is not known: with all of its members, so
    /// that nothing of it is lost.
    mutating func family(of base: Inheritance.Base, schema: OpenAPI.Schema, id: SchemaID, position: Int)
        -> PendingFamily
    {
        let own = declareBase(of: schema, id: id)
        let members = base.descendants.compactMap { descendant -> (name: String, type: TypeUse, tags: [String])? in
            guard let location = table[descendant.identity]?.location else { return nil }
            if descendant.tags.isEmpty {
                faults.warning(
                    .unreachableChoice,
                    "no value of `\(base.property)` means this schema, which extends `\(id.description)`",
                    at: location)
                return nil
            }
            return (descendant.identity.name, target(descendant.identity, at: location), descendant.tags)
        }
        return PendingFamily(position: position, property: base.property, base: TypeUse(.schema(own)), members: members)
    }

    /// The choices of a family, once the members of their objects are known.
    func settled(_ family: PendingFamily) -> Union {
        let choices = family.members.map { member in
            let isSaid = says(family.property, in: member.type)
            return Union.Choice(
                name: member.name, type: member.type, test: .tags(member.tags), tag: isSaid ? nil : member.tags.first,
                isDeprecated: isDeclaredDeprecated(member.type))
        }
        let base = Union.Choice(name: "base", type: family.base, test: .tags([], isDefault: true), tag: nil)
        return Union(choices: choices + [base], discriminator: family.property)
    }

    private func isDeclaredDeprecated(_ type: TypeUse) -> Bool {
        guard case .schema(let id) = type.kind, let position = positions[id] else { return false }
        return declared[position].isDeprecated
    }

    /// Whether an object has a property, or all have it that a base stands for.
    private func says(_ property: String, in type: TypeUse) -> Bool {
        guard case .schema(let id) = type.kind else { return false }
        switch shape(of: id) {
        case .object(let object): return object.properties.contains { $0.key == property }
        case .union: return true
        default: return false
        }
    }
}
