/// How much a document may ask for, so that a hostile one is refused with an error rather than with a crash.
public struct ReadingLimits: Sendable, Hashable {
    /// Arrays and objects within each other. Whoever walks a tree of nodes may recurse: this bounds the stack.
    public var depth: Int
    /// The size of a document in bytes.
    public var bytes: Int
    /// The nodes that YAML's aliases and merge keys stand for, all together, were each written out.
    public var aliasedNodes: Int

    public init(depth: Int = 128, bytes: Int = 256 << 20, aliasedNodes: Int = 1_000_000) {
        self.depth = depth
        self.bytes = bytes
        self.aliasedNodes = aliasedNodes
    }

    /// Far above any real document, and safe on a thread with half a megabyte of stack.
    public static let standard = ReadingLimits()
}
