import QuillAPI

/// What the operations, groups and schemas of an API are called in the output.
public struct SwiftNames: Sendable {
    public internal(set) var operations: [Operation] = []
    public internal(set) var groups: [Group] = []
    public internal(set) var schemas: [SchemaID: String] = [:]

    /// The types of what the service sends of itself.
    public internal(set) var webhooks: [String] = []

    /// An operation by its `operationId`.
    public struct Operation: Sendable {
        public let id: String
        public let group: [String]
        /// The client's methods: `list`, and `createStream` beside `create`.
        public let methods: [String]
        /// The constant and the server's method: `datasetsList`.
        public let constant: String
        /// The types of its answers and bodies, if it could have such.
        public let types: [String]
    }

    /// A group by its path.
    public struct Group: Sendable {
        public let path: [String]
        /// `datasets`
        public let property: String
        /// `Datasets`
        public let type: String
    }
}
