import QuillDiagnostics
import QuillNodes

/// Reads the objects of an overlay and gathers what is wrong with them.
struct OverlayReading {
    private(set) var diagnostics: [Diagnostic] = []

    mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// The version, and fields that no overlay has (Overlay 1.0 §4.4.1).
    mutating func checkHead(_ root: Node) {
        guard let object = root.object else {
            return wrongType(root, "an overlay", expected: "an object")
        }
        checkFields(of: object, "an overlay", known: ["overlay", "info", "extends", "actions"])
        guard let version = object["overlay"] else {
            return add(
                .error(
                    .missingField, "the file is no overlay: it states no version", at: root.location,
                    notes: [.init("an overlay begins with `overlay: 1.0.0`")]))
        }
        let text = version.string ?? version.number?.text ?? ""
        guard text == "1.0" || text == "1.1" || text.hasPrefix("1.0.") || text.hasPrefix("1.1.") else {
            return add(
                .error(
                    .unsupportedVersion, "`\(text)` is no version of OpenAPI Overlay that is read; 1.0 and 1.1 are",
                    at: version.location))
        }
    }

    /// The actions that are objects with a target.
    mutating func actions(_ root: Node) -> [NodeObject] {
        guard root.object != nil else { return [] }
        guard let node = root["actions"] else {
            add(.error(.missingField, "the overlay has no `actions`", at: root.location))
            return []
        }
        guard let items = node.array else {
            wrongType(node, "`actions`", expected: "a list")
            return []
        }
        return items.compactMap { item in
            guard let object = item.object else {
                wrongType(item, "an action", expected: "an object")
                return nil
            }
            checkFields(of: object, "an action", known: ["target", "description", "update", "remove", "copy"])
            guard object["target"] != nil else {
                add(.error(.missingField, "the action has no `target`", at: item.location))
                return nil
            }
            return object
        }
    }

    mutating func path(_ node: Node, _ field: String) -> JSONPath? {
        guard let text = node.string else {
            wrongType(node, "`\(field)`", expected: "a string")
            return nil
        }
        do {
            return try JSONPath(text)
        } catch {
            add(
                .error(
                    .invalidJSONPath, "`\(text)` is no JSONPath: \(error.description)", at: node.location,
                    notes: [.init("the fault is at character \(error.offset + 1) (RFC 9535)")]))
            return nil
        }
    }

    mutating func flag(_ node: Node?, _ field: String) -> Bool {
        guard let node else { return false }
        if node.bool == nil { wrongType(node, "`\(field)`", expected: "a boolean") }
        return node.bool ?? false
    }

    private mutating func checkFields(of object: NodeObject, _ noun: String, known: [String]) {
        for member in object where !known.contains(member.key) && !member.key.hasPrefix("x-") {
            let near = Spelling.nearest(to: member.key, among: known)
            add(
                .warning(
                    .unknownField, "\(noun) has no field `\(member.key)`; it is ignored", at: member.keyLocation,
                    notes: [.init(near.map { "did you mean `\($0)`?" } ?? "extensions begin with `x-`")]))
        }
    }

    mutating func wrongType(_ node: Node, _ noun: String, expected: String) {
        add(.error(.wrongType, "\(noun) is \(node.kindDescription), where \(expected) is expected", at: node.location))
    }
}
