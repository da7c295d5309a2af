import QuillNodes

/// Changes to a tree that leave it well-formed: every stage behind the readers meets these.
struct TreeMutation {
    /// What a keyword may hold that it should not, and names that mean something elsewhere.
    private static let keys = [
        "$ref", "$id", "$anchor", "$dynamicRef", "$defs", "type", "properties", "items", "allOf", "oneOf", "anyOf",
        "not",
        "if", "then", "required", "enum", "const", "discriminator", "mapping", "additionalProperties", "format",
        "default",
        "example", "nullable", "readOnly", "schema", "content", "style", "explode", "in", "name", "parameters",
        "security",
        "scopes", "servers", "variables", "callbacks", "links", "headers", "encoding", "itemSchema", "webhooks", "",
        "x-quill-name", "__proto__", "🙂", "a/b~c%25", "\u{0}",
    ]
    private static let texts = [
        "object", "array", "string", "integer", "number", "boolean", "null", "date-time", "binary", "int32", "uuid",
        "form", "deepObject", "matrix", "path", "query", "header", "cookie", "querystring", "oauth2", "apiKey", "http",
        "application/json", "text/event-stream", "multipart/form-data", "*/*", "{", "/{a}/{a}", "{$request.body#/x}",
        "",
        "https://{x}", "^(a+)+$", "(", "\\", "9999999999999999999999", "default", "2XX", "600", "self", "Type", "#",
    ]

    private let root: Node
    private let nodes: [Node]
    private let pointers: [String]

    init(_ root: Node) {
        self.root = root
        var nodes: [Node] = []
        var pointers: [String] = []
        var stack = [(root, "#")]
        while let (node, pointer) = stack.popLast() {
            nodes.append(node)
            pointers.append(pointer)
            switch node.value {
            case .array(let items):
                for (index, item) in items.enumerated() { stack.append((item, "\(pointer)/\(index)")) }
            case .object(let object):
                for member in object {
                    let key = member.key.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined()
                    stack.append((member.value, "\(pointer)/\(key)"))
                }
            default: break
            }
        }
        self.nodes = nodes
        self.pointers = pointers
    }

    /// The tree with some of its nodes changed.
    func applied(using random: inout SplitMix) -> Node {
        var places: Set<Int> = []
        for _ in 0...random.below(5) { places.insert(random.below(nodes.count)) }
        var position = 0
        return changed(root, at: places, &position, &random)
    }

    private func changed(_ node: Node, at places: Set<Int>, _ position: inout Int, _ random: inout SplitMix) -> Node {
        let isChanged = places.contains(position)
        position += 1
        if isChanged { return mutated(node, &random) }
        switch node.value {
        case .array(let items):
            return Node(.array(items.map { changed($0, at: places, &position, &random) }), at: node.location)
        case .object(let object):
            return Node(
                .object(
                    NodeObject(
                        object.map { member in
                            .init(
                                key: member.key, keyLocation: member.keyLocation,
                                value: changed(member.value, at: places, &position, &random))
                        })), at: node.location)
        default: return node
        }
    }

    private func mutated(_ node: Node, _ random: inout SplitMix) -> Node {
        let anywhere = nodes[random.below(nodes.count)]
        switch random.below(10) {
        case 0: return anywhere
        case 1: return Node(.null, at: node.location)
        case 2: return Node(.bool(random.chance(2)), at: node.location)
        case 3:
            let numbers = ["0", "-1", "1e400", "-0.0", "1.5", "9223372036854775808", "1e-9", "255"]
            return Node(.number(NumberText(numbers[random.below(numbers.count)])), at: node.location)
        case 4: return Node(.string(Self.texts[random.below(Self.texts.count)]), at: node.location)
        case 5: return reference(to: pointers[random.below(pointers.count)], node)
        case 6: return Node(.array([node, anywhere]), at: node.location)
        case 7:
            // Deep nesting of one keyword.
            let key = Self.keys[random.below(Self.keys.count)]
            return (0..<random.below(400)).reduce(node) { inner, _ in object([(key, inner)], at: node) }
        default: break
        }
        guard let members = node.object else { return node }
        var changed = members.map { ($0.key, $0.value) }
        let place = random.below(changed.count)
        switch random.below(4) {
        case 0: if !changed.isEmpty { changed.remove(at: place) }
        case 1: changed.append((Self.keys[random.below(Self.keys.count)], anywhere))
        case 2: if !changed.isEmpty { changed[place].0 = Self.keys[random.below(Self.keys.count)] }
        default: changed.shuffle(using: &random)
        }
        return object(changed, at: node)
    }

    private func reference(to pointer: String, _ node: Node) -> Node {
        object([("$ref", Node(.string(pointer), at: node.location))], at: node)
    }

    /// Keys are unique, as the readers make sure.
    private func object(_ members: [(String, Node)], at node: Node) -> Node {
        var seen: Set<String> = []
        return Node(
            .object(
                NodeObject(
                    members.filter { seen.insert($0.0).inserted }.map {
                        .init(key: $0.0, keyLocation: node.location, value: $0.1)
                    })), at: node.location)
    }
}
