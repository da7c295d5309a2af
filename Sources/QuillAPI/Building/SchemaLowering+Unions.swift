import QuillDiagnostics
import QuillOpenAPI

/// What unions choose between, settled once the schemas are known that the choices lead to.
extension SchemaLowering {
    /// A union before it is known how its choices are told apart: that depends on the schemas that they lead to.
    struct PendingUnion {
        let position: Int
        let choices: [UnionSelection.Candidate]
        let discriminator: OpenAPI.Discriminator?
    }

    mutating func union(
        of choices: [OpenAPI.SchemaReference], schema: OpenAPI.Schema, id: SchemaID, position: Int
    ) -> PendingUnion {
        let candidates = choices.enumerated().map { index, choice in
            let word = choiceName(choice) ?? "choice\(index + 1)"
            let type = type(of: choice, name: .proposed(id.adding(word)))
            return UnionSelection.Candidate(
                name: choiceName(choice), type: type,
                identity: component(choice), location: choice.location,
                isDeprecated: table.isDeprecated(anyOf: [choice]))
        }
        return PendingUnion(
            position: position, choices: candidates,
            discriminator: schema.saysComposition ? discriminator(schema.composition) : nil)
    }

    /// The one that stands beside the choices, which can be those of a member of `allOf`.
    func discriminator(_ composition: OpenAPI.Schema.CompositionKeywords) -> OpenAPI.Discriminator? {
        if let own = composition.discriminator { return own }
        for member in composition.allOf {
            guard let schema = table.resolve(member)?.schema, schema.saysComposition else { continue }
            let inner = schema.composition
            if !inner.oneOf.isEmpty || !inner.anyOf.isEmpty, let found = inner.discriminator { return found }
        }
        return nil
    }

    func component(_ choice: OpenAPI.SchemaReference) -> OpenAPI.Identity? {
        if let target = choice.target { return target }
        // A choice that was put together with what stands beside it.
        guard case .inline(let schema) = choice, schema.saysComposition else { return nil }
        return schema.composition.allOf.last?.target
    }

    func choiceName(_ choice: OpenAPI.SchemaReference) -> String? {
        if let target = component(choice) { return target.name }
        guard case .inline(let schema) = choice else { return nil }
        return schema.title
    }

    /// Settles how the choices of every union are told apart, once all schemas are known.
    mutating func settleUnions() {
        let asTheyAre = self
        for union in unions {
            var selection = UnionSelection(
                union.choices, of: declared[union.position].id, discriminator: union.discriminator, schemas: asTheyAre)
            let settled = selection.settled()
            faults.add(selection.faults)
            declared[union.position] = declared[union.position].with(shape: .union(settled))
        }
        for family in families {
            declared[family.position] = declared[family.position].with(shape: .union(settled(family)))
        }
        unions.removeAll()
        families.removeAll()
    }

    /// What a union chooses between that is not settled yet.
    func pendingChoices(of id: SchemaID) -> [TypeUse] {
        guard let position = positions[id] else { return [] }
        if let family = families.first(where: { $0.position == position }) {
            return family.members.map(\.type) + [family.base]
        }
        return unions.first { $0.position == position }?.choices.map(\.type) ?? []
    }
}
