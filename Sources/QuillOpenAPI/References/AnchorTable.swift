import QuillNodes

/// The names that schemas of a file give themselves (JSON Schema Core 2020-12 §8.2), each with the way to the schema.
///
/// Gathered only when a reference uses such a name, which is rare. `$id` is understood as a name for exactly that
/// absolute URI; it does not change what relative references inside the schema are relative to.
struct AnchorTable {
    private(set) var anchors: [String: [String]] = [:]
    private(set) var identifiers: [String: [String]] = [:]

    init(of root: Node) {
        // OpenAPI 3.2 §4.1.1: the whole document's.
        if let uri = root["$self"]?.string { identifiers[uri] = [] }
        var stack: [(node: Node, path: [String])] = [(root, [])]
        while let (node, path) = stack.popLast() {
            switch node.value {
            case .object(let object):
                for key in ["$anchor", "$dynamicAnchor"] {
                    if let name = object[key]?.string, anchors[name] == nil { anchors[name] = path }
                }
                if let identifier = object["$id"]?.string {
                    identifiers[identifier.last == "#" ? String(identifier.dropLast()) : identifier] = path
                }
                for member in object.reversed() where Self.canHoldMore(member.value) {
                    stack.append((member.value, path + [member.key]))
                }
            case .array(let items):
                for (index, item) in items.enumerated().reversed() where Self.canHoldMore(item) {
                    stack.append((item, path + ["\(index)"]))
                }
            default: break
            }
        }
    }

    private static func canHoldMore(_ node: Node) -> Bool {
        switch node.value {
        case .object, .array: true
        default: false
        }
    }
}
