import QuillNodes
import QuillOpenAPI

/// What is said about a schema where it is used, apart from its type.
struct SchemaRemarks {
    /// From the place of use.
    private(set) var description: String?
    /// From what references lead to. Where that has a declaration of its own, the description stays with it.
    private(set) var typeDescription: String?
    /// From the place of use, and from what references lead to.
    private(set) var notes = ReaderNotes()
    private(set) var typeNotes = ReaderNotes()
    private(set) var defaultValue: Node?
    private(set) var isReadOnly = false
    private(set) var isWriteOnly = false
    /// Of a choice that is deprecated others are left: all have to be.
    let isDeprecated: Bool

    /// - Parameter references: what stands for the value, what counts more first.
    init(on references: [OpenAPI.SchemaReference], in table: OpenAPI.SchemaTable) {
        isDeprecated = table.isDeprecated(anyOf: references)
        // What stands at the place of use counts before what it leads to. Of each list the last comes next.
        var own = Array(references.reversed())
        var targets: [OpenAPI.Identity] = []
        while let reference = own.popLast() {
            own += note(reference, &targets) { remarks, schema in
                remarks.description = remarks.description ?? schema.description ?? schema.title
                if schema.hasNotes { remarks.notes = remarks.notes.orElse(ReaderNotes(schema.annotations)) }
            }
        }
        var visited: Set<OpenAPI.Identity> = []
        while let target = targets.popLast() {
            guard visited.insert(target).inserted, let next = table[target] else { continue }
            var led = [next]
            while let reference = led.popLast() {
                led += note(reference, &targets) { remarks, schema in
                    remarks.typeDescription = remarks.typeDescription ?? schema.description ?? schema.title
                    if schema.hasNotes { remarks.typeNotes = remarks.typeNotes.orElse(ReaderNotes(schema.annotations)) }
                }
            }
        }
    }

    /// - Returns: the schemas that stand in this one, the last first.
    private mutating func note(
        _ reference: OpenAPI.SchemaReference, _ targets: inout [OpenAPI.Identity],
        describe: (inout SchemaRemarks, OpenAPI.Schema) -> Void
    ) -> [OpenAPI.SchemaReference] {
        let stated: OpenAPI.Schema?
        switch reference {
        case .inline(let schema): stated = schema
        case .reference(let target, let siblings, _):
            targets.append(target)
            stated = siblings
        }
        guard let schema = stated else { return [] }
        describe(&self, schema)
        defaultValue = defaultValue ?? schema.annotations.defaultValue
        isReadOnly = isReadOnly || schema.isReadOnly
        isWriteOnly = isWriteOnly || schema.isWriteOnly
        let composition = schema.composition
        return (composition.allOf + composition.oneOf + composition.anyOf).reversed()
    }
}

extension OpenAPI.SchemaTable {
    /// Whether one of several schemas is deprecated that a value meets: by what it says, or by what it refers to.
    func isDeprecated(anyOf references: [OpenAPI.SchemaReference]) -> Bool {
        var known: [OpenAPI.Identity: Bool] = [:]
        return references.contains { isDeprecated($0, &known) }
    }

    private func isDeprecated(
        _ reference: OpenAPI.SchemaReference, _ known: inout [OpenAPI.Identity: Bool], depth: Int = 0
    ) -> Bool {
        // A chain of references is as long as a document makes it.
        guard depth < 64 else { return false }
        var stated: OpenAPI.Schema?
        switch reference {
        case .inline(let schema): stated = schema
        case .reference(let target, let siblings, _):
            if known[target] == nil, let next = self[target] {
                known[target] = false
                known[target] = isDeprecated(next, &known, depth: depth + 1)
            }
            if known[target] == true { return true }
            stated = siblings
        }
        guard let schema = stated else { return false }
        if schema.isDeprecated { return true }
        guard schema.saysComposition else { return false }
        let composition = schema.composition
        if composition.allOf.contains(where: { isDeprecated($0, &known, depth: depth + 1) }) { return true }
        return [composition.oneOf, composition.anyOf].contains { choices in
            let values = choices.filter { !$0.isNull }
            return !values.isEmpty && values.allSatisfy { isDeprecated($0, &known, depth: depth + 1) }
        }
    }
}

extension OpenAPI.Schema {
    fileprivate var hasNotes: Bool { !annotations.examples.isEmpty || annotations.externalDocs != nil }
}
