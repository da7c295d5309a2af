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
        guard members.count > Self.scanned else {
            positions = nil
            return
        }
        var positions: [String: Int] = [:]
        positions.reserveCapacity(members.count)
        for (index, member) in members.enumerated() { positions[member.key] = index }
        self.positions = positions
    }

    /// The members that a reader has found.
    ///
    /// Keys are compared as `String` compares them, by canonical equivalence: two keys that look the same in every font
    /// are as much a mistake as two equal ones, and dictionaries further down could not tell them apart.
    /// - Throws: where a key appears twice, naming both places.
    init(reading members: [Member]) throws(DiagnosticsError) {
        self.members = members
        guard members.count > Self.scanned else {
            positions = nil
            for index in members.indices.dropFirst() {
                for earlier in 0..<index where members[earlier].key == members[index].key {
                    throw Self.duplicate(members[index], of: members[earlier])
                }
            }
            return
        }
        var positions: [String: Int] = [:]
        positions.reserveCapacity(members.count)
        for (index, member) in members.enumerated() {
            if let earlier = positions.updateValue(index, forKey: member.key) {
                throw Self.duplicate(member, of: members[earlier])
            }
        }
        self.positions = positions
    }

    /// Up to this many members, comparing with each is faster than hashing.
    private static let scanned = 12

    private static func duplicate(_ member: Member, of first: Member) -> DiagnosticsError {
        DiagnosticsError([
            .error(
                .duplicateKey, "the key \"\(member.key)\" appears twice in one object", at: member.keyLocation,
                notes: [.init("it is first given here", at: first.keyLocation)])
        ])
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
