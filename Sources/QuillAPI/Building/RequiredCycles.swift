import QuillDiagnostics

/// Finds properties by which objects would have to contain themselves without end.
///
/// No finite value has them all, and code that reads one would never stop making placeholders. The property that
/// closes such a circle is made optional, which is what the document has to mean.
struct RequiredCycles {
    private let schemas: [Schema]
    private let positions: [SchemaID: Int]

    init(_ schemas: [Schema]) {
        self.schemas = schemas
        positions = Dictionary(zip(schemas.map(\.id), schemas.indices), uniquingKeysWith: { first, _ in first })
    }

    /// The positions of schemas, each with the keys of its properties that close a circle.
    func closing() -> [Int: Set<String>] {
        var closing: [Int: Set<String>] = [:]
        var states = [State](repeating: .new, count: schemas.count)
        for start in schemas.indices where states[start] == .new {
            var path: [(schema: Int, edges: ArraySlice<(key: String, target: Int)>)] = [(start, edges(of: start)[...])]
            states[start] = .open
            while let (schema, edges) = path.last {
                guard let edge = edges.first else {
                    states[schema] = .done
                    path.removeLast()
                    continue
                }
                path[path.count - 1].edges = edges.dropFirst()
                switch states[edge.target] {
                case .open: closing[schema, default: []].insert(edge.key)
                case .new:
                    states[edge.target] = .open
                    path.append((edge.target, self.edges(of: edge.target)[...]))
                case .done: break
                }
            }
        }
        return closing
    }

    private enum State { case new, open, done }

    /// The objects that an object cannot be without.
    private func edges(of position: Int) -> [(key: String, target: Int)] {
        guard case .object(let object) = schemas[position].shape else { return [] }
        return object.properties.compactMap { property in
            guard property.isRequired, !property.type.isNullable, case .schema(let id) = property.type.kind,
                let target = positions[id], case .object = schemas[target].shape
            else { return nil }
            return (property.key, target)
        }
    }
}
