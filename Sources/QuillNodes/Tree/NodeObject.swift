import QuillDiagnostics

/// The members of an object in the order of the document. Keys are unique: the readers refuse duplicates.
public struct NodeObject: Sendable, RandomAccessCollection {
    public struct Member: Sendable {
        public let key: String
        public let keyLocation: SourceLocation
        public let value: Node

        public init(key: String, keyLocation: SourceLocation, value: Node) {
            self.key = key
            self.keyLocation = keyLocation
            self.value = value
        }
    }

    private let members: [Member]
    /// Only for objects so large that a scan would show.
    private let positions: [String: Int]?

    public init(_ members: [Member]) {
        self.members = members
        guard members.count > 12 else {
            positions = nil
            return
        }
        var positions: [String: Int] = [:]
        positions.reserveCapacity(members.count)
        for (index, member) in members.enumerated() { positions[member.key] = index }
        self.positions = positions
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { members.count }
    public subscript(position: Int) -> Member { members[position] }

    /// The value of a key.
    public subscript(key: String) -> Node? { member(key)?.value }

    /// The member of a key, for the place of the key itself.
    public func member(_ key: String) -> Member? {
        if let positions { return positions[key].map { members[$0] } }
        return members.first { $0.key == key }
    }
}
