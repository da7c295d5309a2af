import QuillDiagnostics

/// Schemas that consist of themselves: by references that are nothing else, or by `allOf`.
///
/// Such a schema says nothing that could be checked (JSON Schema Core 2020-12 §9.4.1). Recursion by properties, items
/// and alternatives is what schemas are for.
enum SchemaCycles {
    private typealias Edge = (target: OpenAPI.Identity, location: SourceLocation)

    static func faults(in table: OpenAPI.SchemaTable) -> [Diagnostic] { cycles(in: table).map(\.fault) }

    /// Schemas without which there would be no such schema, each with what is to be said.
    fileprivate static func cycles(
        in table: OpenAPI.SchemaTable
    ) -> [(identity: OpenAPI.Identity, fault: Diagnostic)] {
        var cycles: [(identity: OpenAPI.Identity, fault: Diagnostic)] = []
        var finished: Set<OpenAPI.Identity> = []
        for start in table where !finished.contains(start.identity) {
            // Depth first, with a stack of its own: a chain of references can be as long as the document.
            var path: [(identity: OpenAPI.Identity, edges: [Edge])] = [(start.identity, edges(of: start.schema))]
            var onPath: Set<OpenAPI.Identity> = [start.identity]
            while let last = path.last {
                guard let edge = last.edges.last else {
                    path.removeLast()
                    onPath.remove(last.identity)
                    finished.insert(last.identity)
                    continue
                }
                path[path.count - 1].edges.removeLast()
                if onPath.contains(edge.target) {
                    let names = path.drop { $0.identity != edge.target }.map { "`\($0.identity.name)`" }
                    let fault = Diagnostic.error(
                        .referenceCycle,
                        "the schema `\(edge.target.name)` consists of itself: "
                            + (names + ["`\(edge.target.name)`"]).joined(separator: " → "),
                        at: edge.location)
                    cycles.append((edge.target, fault))
                } else if !finished.contains(edge.target), let next = table[edge.target] {
                    path.append((edge.target, edges(of: next)))
                    onPath.insert(edge.target)
                }
            }
        }
        return cycles
    }

    /// What a schema consists of, the last first. Bounded by how deep schemas can be nested.
    private static func edges(of reference: OpenAPI.SchemaReference) -> [Edge] {
        switch reference {
        case .inline(let schema):
            guard schema.saysComposition else { return [] }
            return schema.composition.allOf.reversed().flatMap(edges)
        case .reference(let target, let siblings, let location):
            let further = siblings?.composition.allOf.reversed().flatMap(edges) ?? []
            return further + [(target, location)]
        }
    }
}

extension OpenAPI.SchemaTable {
    /// Puts schemas that say nothing where schemas would consist of themselves.
    mutating func cutCycles() {
        for (identity, fault) in SchemaCycles.cycles(in: self) {
            guard let location = fault.location else { continue }
            replace(identity, by: .inline(OpenAPI.Schema(at: location)))
        }
    }
}
