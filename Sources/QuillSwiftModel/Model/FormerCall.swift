/// A call of an earlier output, which goes on to be there under the name that it had.
public struct FormerCall: Sendable, Hashable {
    /// The `operationId` that it has now.
    public let operation: String
    /// The groups that it was in, from the client inwards.
    public let groups: [Group]
    /// `create`
    public let method: String

    /// A group as it was called.
    public struct Group: Sendable, Hashable {
        /// `datasets`
        public let property: String
        /// `Datasets`
        public let type: String

        public init(property: String, type: String) {
            self.property = property
            self.type = type
        }
    }

    public init(operation: String, groups: [Group], method: String) {
        self.operation = operation
        self.groups = groups
        self.method = method
    }
}

/// Calls and groups of a client under their earlier names.
public struct FormerCallsModel: Sendable {
    /// Groups that there are no more.
    public let groups: [Group]
    /// The calls, by the group that they were in.
    public let owners: [Owner]

    public struct Group: Sendable {
        /// What it is declared in: `PostHogClient`.
        public let owner: String
        public let property: String
        public let type: String
    }

    public struct Owner: Sendable {
        /// `PostHogClient.Datasets`
        public let type: String
        public let methods: [Method]
    }

    public struct Method: Sendable {
        /// The call of today, by its earlier name.
        public let method: ClientMethod
        /// What it hands on: `limit: limit`.
        public var arguments: [String] { method.arguments.map { "\(Identifier.label($0.name)): \($0.name)" } }
        /// What it is called now.
        public let name: String
        /// Where it is now, `client.datasets`, and the type of that; nil where it only has another name.
        public let place: (path: String, type: String)?
    }
}
