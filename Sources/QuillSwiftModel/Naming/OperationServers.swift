import QuillAPI

/// The structs of the servers that operations have of their own: one for each set of servers, however many operations
/// have it. A single address that leaves nothing open needs none.
///
/// A struct is named after the first of the servers, so that an operation more or less renames none.
struct OperationServers {
    /// In the order of their names.
    let structs: [ServersType]
    private let positions: [[API.Server]: Int]

    init(_ endpoints: [Endpoint], reserved: Set<String>) {
        var sets: [[API.Server]: String] = [:]
        for servers in endpoints.map(\.servers) where OperationServers.isOpen(servers) {
            sets[servers] = servers.map { "\($0.template) \($0.name ?? "")" }.joined(separator: "\n")
        }
        var namespace = Namespace(reserved: reserved)
        var structs: [(set: [API.Server], type: ServersType)] = []
        for (set, _) in sets.sorted(by: { $0.value < $1.value }) {
            let addresses = ServerAddresses(set, namespace: nil, isComplete: true).addresses
            let words = Words(splitting: addresses.first?.name ?? "").words + ["server"]
            let name = namespace.claim(Identifier.type(Words(words), orElse: "OtherServer"))
            let comment = addresses.count > 1 ? "The servers of some operations." : "The server of some operations."
            structs.append((set, ServersType(name: name, comment: [comment], servers: addresses)))
        }
        structs.sort { $0.type.name < $1.type.name }
        self.structs = structs.map(\.type)
        positions = Dictionary(zip(structs.map(\.set), structs.indices), uniquingKeysWith: { first, _ in first })
    }

    /// The struct of an operation's servers; nil where there is nothing to choose.
    func type(_ endpoint: Endpoint) -> ServersType? { positions[endpoint.servers].map { structs[$0] } }

    private static func isOpen(_ servers: [API.Server]) -> Bool {
        servers.count > 1 || servers.contains { !$0.variables.isEmpty }
    }
}
