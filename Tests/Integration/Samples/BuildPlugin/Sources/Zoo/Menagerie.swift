import QuillClientRuntime

/// What the rest of the program sees of the zoo: the generated client is internal to this target.
public struct Menagerie: Sendable {
    private let client: ZooClient

    /// - Parameter transport: what requests are sent with; nil for the network.
    public init(transport: (any ClientTransport)? = nil) {
        var configuration = ClientConfiguration.zoo
        if let transport { configuration.transport = transport }
        client = ZooClient(configuration: configuration)
    }

    /// The names of all animals, those with many legs first.
    public func names() async throws -> [String] {
        try await client.animals.listAnimals().sorted { ($0.legs ?? 0) > ($1.legs ?? 0) }.map(\.name)
    }
}
