import QuillNodes

/// A sample with a payload in every place that takes one.
struct HostileDocument {
    /// Where text of the author stands: a string, or a name that a member can be added under.
    enum Site: Hashable {
        case string([Occurrence.Step])
        case name([Occurrence.Step])
    }

    let sample: Node
    let payload: Payload
    private(set) var sites: [Site]

    init(_ sample: Sample, payload: Payload) {
        self.sample = sample.root
        self.payload = payload
        let maps = sample.occurrences.filter { occurrence in
            guard let fields = sample.objects[occurrence.object]?.fields else { return false }
            return fields.contains { field in
                if case .map = field.content { field.name == occurrence.field } else { false }
            }
        }
        // The name of a path parameter stands twice and must stay the same; the golden case `hostile` has such names.
        let twice = Set(sample.occurrences.filter { $0.object == "Parameter" && $0.field == "name" }.map(\.path))
            .filter { sample.root.value(at: $0.dropLast() + [.key("in")])?.string == "path" }
        let identifiers = ["$self", "$id", "$anchor", "$dynamicAnchor"]
        let named = Set(sample.occurrences.filter { identifiers.contains($0.field) }.map(\.path))
        sites =
            Self.strings(in: sample.root, []).filter { !twice.contains($0) && !named.contains($0) }.map(Site.string)
            + maps.map { Site.name($0.path) }
    }

    /// The document's JSON.
    var text: String {
        let names = Set(sites.compactMap { if case .name(let path) = $0 { path } else { nil } })
        let strings = Set(sites.compactMap { if case .string(let path) = $0 { path } else { nil } })
        return infected(sample, [], strings, names).jsonText()
    }

    /// Leaves the places as they are where a reader finds fault, given the tree that the faults are in.
    ///
    /// - Returns: whether there was such a place.
    mutating func spare(_ offsets: Set<Int>, in tree: Node) -> Bool {
        let count = sites.count
        // A fault is at a value or at its key; if no payload stands right there, it is somewhere below.
        var exact: Set<[Occurrence.Step]> = []
        var around: [[Occurrence.Step]] = []
        Self.visit(tree, []) { node, key, path in
            guard offsets.contains(node.location.offset) || key.map(offsets.contains) == true else { return }
            exact.insert(path)
            around.append(path)
        }
        let infected = payload.applied(to: Self.addedName)
        func own(_ site: Site) -> [Occurrence.Step] {
            switch site {
            case .string(let path): path
            case .name(let path): path + [.key(infected)]
            }
        }
        sites.removeAll { exact.contains(own($0)) }
        guard sites.count == count else { return true }
        sites.removeAll { site in around.contains { own(site).starts(with: $0) } }
        guard sites.count == count else { return true }
        // A copy under an added name may repeat what must be unique, an operation id for one.
        sites.removeAll { site in around.contains { $0.starts(with: own(site)) } }
        guard sites.count == count else { return true }
        // The fault may be beside the payload that makes it.
        sites.removeAll { site in around.contains { $0.dropLast().elementsEqual(own(site).dropLast()) } }
        return sites.count != count
    }

    private static let addedName = "added"

    private func infected(
        _ node: Node, _ path: [Occurrence.Step], _ strings: Set<[Occurrence.Step]>, _ names: Set<[Occurrence.Step]>
    ) -> Node {
        switch node.value {
        case .string(let text):
            return strings.contains(path) ? Node(.string(payload.applied(to: text)), at: node.location) : node
        case .array(let items):
            return Node(
                .array(items.enumerated().map { infected($1, path + [.index($0)], strings, names) }),
                at: node.location)
        case .object(let object):
            var members = object.map { member in
                NodeObject.Member(
                    key: member.key, keyLocation: member.keyLocation,
                    value: infected(member.value, path + [.key(member.key)], strings, names))
            }
            if names.contains(path), let first = object.first {
                // As it was before the payloads came, so that nothing is there twice that must be unique.
                members.append(
                    .init(
                        key: payload.applied(to: Self.addedName), keyLocation: first.keyLocation,
                        value: first.value))
            }
            return Node(.object(NodeObject(members)), at: node.location)
        default:
            return node
        }
    }

    private static func strings(in node: Node, _ path: [Occurrence.Step]) -> [[Occurrence.Step]] {
        var found: [[Occurrence.Step]] = []
        visit(node, path) { node, _, path in
            if node.string != nil { found.append(path) }
        }
        return found
    }

    /// Every value with the offset of its key.
    private static func visit(
        _ node: Node, _ path: [Occurrence.Step], key: Int? = nil, _ body: (Node, Int?, [Occurrence.Step]) -> Void
    ) {
        body(node, key, path)
        switch node.value {
        case .array(let items):
            for (index, item) in items.enumerated() { visit(item, path + [.index(index)], body) }
        case .object(let object):
            for member in object {
                visit(member.value, path + [.key(member.key)], key: member.keyLocation.offset, body)
            }
        default: break
        }
    }
}
