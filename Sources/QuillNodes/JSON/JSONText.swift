import QuillDiagnostics

/// Writes nodes as JSON (RFC 8259), members in their order, numbers as they were written.
struct JSONText {
    private let pretty: Bool
    private var output: [UInt8] = []
    private var depth = 0

    static func of(_ node: Node, pretty: Bool) -> String {
        var text = JSONText(pretty: pretty)
        text.append(node)
        return String(decoding: text.output, as: UTF8.self)
    }

    private init(pretty: Bool) {
        self.pretty = pretty
    }

    // Recursive: the readers bound the depth of every tree.
    private mutating func append(_ node: Node) {
        switch node.value {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let number): output.append(contentsOf: number.text.utf8)
        case .string(let string): JSONStringLiteral.append(string, to: &output)
        case .array(let elements):
            output.append(0x5B)
            depth += 1
            for (index, element) in elements.enumerated() {
                separate(isFirst: index == 0)
                append(element)
            }
            close(isEmpty: elements.isEmpty, 0x5D)
        case .object(let object):
            output.append(0x7B)
            depth += 1
            for (index, member) in object.enumerated() {
                separate(isFirst: index == 0)
                JSONStringLiteral.append(member.key, to: &output)
                output.append(0x3A)
                if pretty { output.append(0x20) }
                append(member.value)
            }
            close(isEmpty: object.isEmpty, 0x7D)
        }
    }

    private mutating func separate(isFirst: Bool) {
        if !isFirst { output.append(0x2C) }
        if pretty { newLine() }
    }

    private mutating func close(isEmpty: Bool, _ bracket: UInt8) {
        depth -= 1
        if pretty && !isEmpty { newLine() }
        output.append(bracket)
    }

    private mutating func newLine() {
        output.append(0x0A)
        for _ in 0..<depth * 2 { output.append(0x20) }
    }
}

extension Node {
    /// The node as JSON: `{"a":[1,2]}`, or with a line per value, indented by two spaces, where pretty.
    public func jsonText(pretty: Bool = false) -> String {
        JSONText.of(self, pretty: pretty)
    }
}
