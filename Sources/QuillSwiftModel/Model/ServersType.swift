/// A struct of the servers that operations have of their own, where there is a choice between them.
public struct ServersType: Sendable {
    public let name: String
    public let comment: [String]
    public let servers: [ClientModel.ServerAddress]

    /// The expression of the first, with the defaults of its parts.
    public var usual: String {
        servers.first.map { ".\($0.name)\($0.parameters.isEmpty ? "" : "()")" } ?? ""
    }
}
