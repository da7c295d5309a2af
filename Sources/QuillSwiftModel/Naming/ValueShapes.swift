import QuillAPI

/// How the runtime writes and reads values outside of bodies.
extension TypeNames {
    /// Whether the runtime has a text for the values, or for each value of a list.
    func isText(_ type: TypeUse) -> Bool {
        if case .array(let item) = type.kind { return isSingleText(item) }
        return isSingleText(type)
    }

    func isSingleText(_ type: TypeUse) -> Bool {
        switch type.kind {
        case .any, .array, .map: return false
        case .boolean, .integer, .number, .string: return true
        case .schema(let id):
            if case .enumeration = shape(of: id) { return true }
            return false
        }
    }

    /// The kind of value, as the runtime names it.
    func shape(of type: TypeUse) -> String {
        let kinds = kinds(of: type)
        return kinds.count == 1 ? kinds.first ?? "any" : "any"
    }

    /// The kinds of values that a type has; none of them for any value.
    func kinds(of type: TypeUse) -> Set<String> {
        var seen: Set<SchemaID> = []
        func kinds(_ type: TypeUse) -> Set<String> {
            switch type.kind {
            case .any: return ["any"]
            case .boolean, .integer, .number, .string: return ["value"]
            case .array: return ["list"]
            case .map: return ["object"]
            case .schema(let id):
                guard seen.insert(id).inserted else { return [] }
                switch shape(of: id) {
                case .object: return ["object"]
                case .enumeration: return ["value"]
                case .union(let union): return union.choices.reduce(into: []) { $0.formUnion(kinds($1.type)) }
                case nil: return ["any"]
                }
            }
        }
        return kinds(type)
    }
}
