import QuillAPI

/// Names that the configuration gives to what is inside of schemas and operations, and to groups.
public struct MemberNames: Sendable, Hashable {
    /// By schema and key: `Dataset.created_at`.
    public var properties: [String: String] = [:]
    /// By operation and name: `listDatasets.page_size`.
    public var parameters: [String: String] = [:]
    /// By schema and value: `Color.#ff0000`.
    public var values: [String: String] = [:]
    /// By tag: `environments/datasets`.
    public var groups: [String: String] = [:]

    public init() {}

    /// What stands for a property, parameter or value in the configuration.
    public static func subject(_ name: String, of owner: String) -> String { "\(owner).\(name)" }

    /// What stands for a group in the configuration.
    public static func subject(_ group: [String]) -> String { group.joined(separator: "/") }

    func property(_ property: Property, of schema: Schema) -> String? {
        if properties.isEmpty { return property.preferredName }
        let subjects = [schema.id, schema.original].compactMap { $0 }.map {
            Self.subject(property.key, of: $0.description)
        }
        return subjects.lazy.compactMap { properties[$0] }.first ?? property.preferredName
    }

    func parameter(_ parameter: Parameter, of endpoint: Endpoint) -> String? {
        parameters[Self.subject(parameter.name, of: endpoint.id)] ?? parameter.preferredName
    }

    /// - Parameter text: the value as text.
    func value(_ text: String, _ enumeration: Enumeration, of schema: Schema) -> String? {
        if !values.isEmpty, let name = values[Self.subject(text, of: schema.id.description)] { return name }
        // Lists of names are written for many languages: `NOT_FOUND` is `notFound` in this one.
        return enumeration.names[text].map { name in
            name.unicodeScalars.first?.properties.isLowercase == true && !name.contains("_")
                ? name : Identifier.memberStem(Words(splitting: name), orElse: name)
        }
    }

    func group(_ group: API.Group) -> String? { groups[Self.subject(group.path)] ?? group.preferredName }
}
