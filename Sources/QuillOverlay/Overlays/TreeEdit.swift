import QuillNodes

/// Changes at several places of a tree, made in one walk.
struct TreeEdit {
    private var children: [TreeStep: TreeEdit] = [:]
    private var isTarget = false

    /// - Parameter places: the ways to what is changed, from the root.
    init(at places: some Sequence<[TreeStep]>) {
        for place in places { add(place[...]) }
    }

    private init() {}

    private mutating func add(_ path: ArraySlice<TreeStep>) {
        guard let step = path.first else {
            isTarget = true
            return
        }
        children[step, default: TreeEdit()].add(path.dropFirst())
    }

    /// The tree with every place replaced; what is inside of a place is replaced first.
    ///
    /// - Parameter change: what becomes of a node; nil to remove it.
    func applied(to node: Node, _ change: (Node) throws -> Node?) rethrows -> Node? {
        var node = node
        if !children.isEmpty {
            switch node.value {
            case .object(let object):
                let members = try object.compactMap { member -> NodeObject.Member? in
                    guard let child = children[.key(member.key)] else { return member }
                    return try child.applied(to: member.value, change).map {
                        NodeObject.Member(key: member.key, keyLocation: member.keyLocation, value: $0)
                    }
                }
                node = Node(.object(NodeObject(members)), at: node.location)
            case .array(let items):
                let changed = try items.enumerated().compactMap { index, item in
                    guard let child = children[.index(index)] else { return item }
                    return try child.applied(to: item, change)
                }
                node = Node(.array(changed), at: node.location)
            case .null, .bool, .number, .string: break
            }
        }
        return isTarget ? try change(node) : node
    }
}

extension Node {
    /// The node with the members of another one merged into it, all the way down; lists get the other's items behind
    /// their own, and everything else is replaced (OpenAPI Overlay 1.0 §4.4.3).
    func merged(with update: Node) -> Node {
        switch (value, update.value) {
        case (.object(let object), .object(let more)):
            var members = object.map { member in
                more[member.key].map {
                    NodeObject.Member(
                        key: member.key, keyLocation: member.keyLocation, value: member.value.merged(with: $0))
                } ?? member
            }
            members += more.filter { object[$0.key] == nil }
            return Node(.object(NodeObject(members)), at: location)
        case (.array(let items), .array(let more)): return Node(.array(items + more), at: location)
        default: return update
        }
    }
}
