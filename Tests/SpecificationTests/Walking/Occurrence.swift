import QuillNodes

/// A field where it stands in a document.
struct Occurrence: Sendable {
    /// One step of the way down from the root.
    enum Step: Sendable, Hashable {
        case key(String)
        case index(Int)
    }

    let object: String
    let field: String
    let path: [Step]

    /// Every field of every object, in the document's order.
    static func all(in root: Node, of kind: String, by objects: [String: SpecificationObject]) -> [Occurrence] {
        var found: [Occurrence] = []
        walk(root, kind, [], objects, &found)
        return found
    }

    private static func walk(
        _ node: Node, _ kind: String, _ path: [Step], _ objects: [String: SpecificationObject],
        _ found: inout [Occurrence]
    ) {
        guard let object = node.object, let description = objects[kind] else { return }
        let isReference = object["$ref"] != nil && kind != "Schema" && kind != "Path Item"
        for member in object {
            let here = path + [.key(member.key)]
            if isReference {
                found.append(Occurrence(object: "Reference", field: member.key, path: here))
                continue
            }
            guard let field = description.fields.first(where: { $0.name == member.key }) else {
                if let others = description.others { walk(member.value, others, here, objects, &found) }
                continue
            }
            found.append(Occurrence(object: kind, field: member.key, path: here))
            switch field.content {
            case .value: break
            case .one(let child): walk(member.value, child, here, objects, &found)
            case .list(let child):
                for (index, item) in (member.value.array ?? []).enumerated() {
                    walk(item, child, here + [.index(index)], objects, &found)
                }
            case .map(let child):
                for entry in member.value.object ?? NodeObject([]) {
                    walk(entry.value, child, here + [.key(entry.key)], objects, &found)
                }
            }
        }
    }
}

extension Node {
    /// What stands at the end of a path.
    func value(at path: some Sequence<Occurrence.Step>) -> Node? {
        path.reduce(Optional(self)) { node, step in
            switch step {
            case .key(let key): node?[key]
            case .index(let index): node?.array.flatMap { $0.indices.contains(index) ? $0[index] : nil }
            }
        }
    }

    /// The same tree with another value at the end of a path, or with nothing there.
    func replacing(_ path: ArraySlice<Occurrence.Step>, with replacement: (Node) -> Node?) -> Node? {
        guard let step = path.first else { return replacement(self) }
        switch (step, value) {
        case (.key(let key), .object(let object)):
            return Node(
                .object(
                    NodeObject(
                        object.compactMap { member in
                            guard member.key == key else { return member }
                            return member.value.replacing(path.dropFirst(), with: replacement).map {
                                .init(key: key, keyLocation: member.keyLocation, value: $0)
                            }
                        })), at: location)
        case (.index(let index), .array(let items)):
            return Node(
                .array(
                    items.enumerated().compactMap { position, item in
                        position == index ? item.replacing(path.dropFirst(), with: replacement) : item
                    }), at: location)
        default: return self
        }
    }
}
