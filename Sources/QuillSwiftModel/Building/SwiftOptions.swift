/// What the configuration decides about the output.
public struct SwiftOptions: Sendable, Hashable {
    /// The stem of every module's name: `PostHog`.
    public var name: String
    /// Names that replace Quill's own: of operations' methods by `operationId`, of schemas by their name.
    public var operationNames: [String: String]
    public var schemaNames: [String: String]

    public init(name: String, operationNames: [String: String] = [:], schemaNames: [String: String] = [:]) {
        self.name = name
        self.operationNames = operationNames
        self.schemaNames = schemaNames
    }
}
