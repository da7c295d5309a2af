import QuillAPI

/// A type's name in an earlier output, which goes on to stand for it.
public struct FormerName: Sendable, Hashable {
    public let old: String
    public let schema: SchemaID

    public init(old: String, schema: SchemaID) {
        self.old = old
        self.schema = schema
    }
}

/// A deprecated name of a type.
public struct TypeAlias: Sendable {
    public let name: String
    public let target: String
}
