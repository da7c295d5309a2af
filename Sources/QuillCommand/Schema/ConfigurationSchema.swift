import QuillAPI
import QuillNodes

/// The JSON Schema of `quill.json`, made of the table that the reader follows.
enum ConfigurationSchema {
    /// The whole schema, with a line for every value.
    static var text: String {
        let root = schema(of: ConfigurationTable.root)
        let head: [(String, Node?)] = [
            ("$schema", .text("http://json-schema.org/draft-07/schema#")),
            ("title", .text("Configuration of Quill")),
            ("description", .text("What `quill generate` makes of an OpenAPI document.")),
        ]
        return Node.object(members: head + root).jsonText(pretty: true) + "\n"
    }

    // Draft 7, since that is what editors know. Recursive, as deep as the table.
    private static func schema(of shape: ConfigurationShape) -> [(String, Node?)] {
        switch shape {
        case .text: [("type", .text("string"))]
        case .flag: [("type", .text("boolean"))]
        case .path: [("type", .text("string")), ("minLength", .integer(1))]
        case .moduleName:
            [("type", .text("string")), ("pattern", .text("^[A-Za-z_][A-Za-z0-9_]*$")), ("maxLength", .integer(100))]
        case .host:
            [("type", .text("string")), ("pattern", .text(#"^(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(:[0-9]+)?$"#))]
        case .swiftName: [("type", .text("string")), ("minLength", .integer(1))]
        case .choice(let words): [("type", .text("string")), ("enum", .texts(words))]
        case .list(let item, _): [("type", .text("array")), ("items", .object(members: schema(of: item)))]
        case .map(let value, let keys):
            [
                ("type", .text("object")),
                ("description", .text("Each key is \(keys).")),
                ("patternProperties", remarks),
                ("additionalProperties", .object(members: schema(of: value))),
            ]
        case .object(let keys):
            [
                ("type", .text("object")),
                (
                    "properties",
                    .object(
                        members: keys.map { key in
                            let own = schema(of: key.shape).filter { $0.0 != "description" }
                            return (key.name, .object(members: [("description", .text(description(of: key)))] + own))
                        })
                ),
                ("required", keys.contains(where: \.isRequired) ? .texts(keys.filter(\.isRequired).map(\.name)) : nil),
                ("patternProperties", remarks),
                ("additionalProperties", .flag(false)),
            ]
        }
    }

    /// What the key is for, and what its own keys are where the document decides them.
    private static func description(of key: ConfigurationKey) -> String {
        guard case .map(_, let keys) = key.shape else { return key.meaning }
        return "\(key.meaning) Each key is \(keys)."
    }

    private static let remarks = Node.object(["^//": .object(["description": .text("A remark.")])])
}
