import QuillNodes

/// What a type does not say of its values, as keywords of JSON Schema (2020-12): `not`, `if`, `contains`, …
///
/// Texts are JSON. References lead to ``definitions``, by `#/$defs/` and a name.
public struct SchemaRule: Sendable, Hashable {
    public struct Member: Sendable, Hashable {
        public let name: String
        public let text: String

        public init(_ name: String, _ text: String) {
            self.name = name
            self.text = text
        }
    }

    /// In a fixed order, each name once.
    public private(set) var keywords: [Member] = []
    public private(set) var definitions: [Member] = []

    public init() {}

    public var isEmpty: Bool { keywords.isEmpty }

    /// The text of a keyword.
    public subscript(keyword: String) -> String? { keywords.first { $0.name == keyword }?.text }

    /// Adds a keyword. A second one of the same name is held to as well.
    public mutating func add(_ name: String, _ text: String) {
        guard let known = self[name] else { return keywords.append(Member(name, text)) }
        if known == text { return }
        // `allOf: [a, b]` and `[c]` are `[a, b, c]`.
        let more = name == "allOf" ? String(text.dropFirst().dropLast()) : "{\(SchemaRule.quoted(name)): \(text)}"
        if let position = keywords.firstIndex(where: { $0.name == "allOf" }) {
            keywords[position] = Member("allOf", keywords[position].text.dropLast() + ", \(more)]")
        } else {
            keywords.append(Member("allOf", "[\(more)]"))
        }
    }

    /// Adds all that another rule says.
    public mutating func add(_ other: SchemaRule) {
        for keyword in other.keywords { add(keyword.name, keyword.text) }
        for definition in other.definitions { define(definition.name, definition.text) }
    }

    /// Adds a schema that references of the rule lead to.
    public mutating func define(_ name: String, _ text: String) {
        if !definitions.contains(where: { $0.name == name }) { definitions.append(Member(name, text)) }
    }

    /// The keywords as one schema, without the definitions: `{"minItems": 1}`.
    public var text: String { SchemaRule.object(keywords) }

    public static func object(_ members: [Member]) -> String {
        "{" + members.map { "\(quoted($0.name)): \($0.text)" }.joined(separator: ", ") + "}"
    }

    /// A text as a string of JSON.
    public static func quoted(_ text: String) -> String { Node.text(text).jsonText(pretty: false) }
}
