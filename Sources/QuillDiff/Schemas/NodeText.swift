import QuillNodes

/// Values of a document as text that is the same exactly for values that are equal.
enum NodeText {
    /// `{"a":1,"b":[true]}`: members by name, numbers by value.
    static func canonical(_ node: Node) -> String {
        switch node.value {
        case .null, .bool, .string: node.jsonText()
        case .number(let number): canonical(number)
        case .array(let items): "[" + items.map(canonical).joined(separator: ",") + "]"
        case .object(let members):
            "{"
                + members.sorted { $0.key < $1.key }.map { "\($0.key.debugDescription):\(canonical($0.value))" }
                .joined(separator: ",") + "}"
        }
    }

    /// `1` for `1.0` and `1e0` alike.
    static func canonical(_ number: NumberText) -> String {
        if let whole = number.integer { return String(whole) }
        let value = number.double
        return value.isFinite ? "\(value)" : number.text
    }

    /// A value as a sentence has it, cut where it is long: `"cat"`.
    static func short(_ node: Node) -> String { short(node.jsonText()) }

    /// A text cut where it is long.
    static func short(_ text: String) -> String {
        let limit = 60
        return text.count > limit ? text.prefix(limit - 1) + "…" : text
    }

    /// `10 → 20`, with a dash for what is not there.
    static func change(_ old: String?, _ new: String?) -> String {
        "\(old.map(short) ?? "none") → \(new.map(short) ?? "none")"
    }
}
