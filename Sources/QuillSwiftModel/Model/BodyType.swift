/// An enumeration of what an operation's body can be.
public struct BodyType: Sendable {
    public let name: String
    public let comment: [String]
    public let cases: [Case]

    public struct Case: Sendable {
        public let name: String
        public let comment: [String]
        /// What the body is in this case.
        public let type: String
    }
}
