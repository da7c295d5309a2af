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
    private(set) var isDeprecated = false

    /// - Parameter references: what stands for the value, what counts more first.
    init(on references: [OpenAPI.SchemaReference], in table: OpenAPI.SchemaTable) {
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
        isDeprecated = isDeprecated || schema.isDeprecated
        let composition = schema.composition
        return (composition.allOf + composition.oneOf + composition.anyOf).reversed()
    }
}

extension OpenAPI.Schema {
    fileprivate var hasNotes: Bool { !annotations.examples.isEmpty || annotations.externalDocs != nil }
}
