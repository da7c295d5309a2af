/// An enumeration with a case per choice of a union, and one for what is none of them.
public struct UnionType: Sendable, Hashable {
    public let name: String
    public let comment: [String]
    /// In the order of the document's choices, as far as nothing has to be tried earlier.
    public let cases: [Case]
    /// The case that keeps what is none of the others.
    public let otherName: String
    /// The key of the discriminator as a literal, where there is one.
    public let discriminator: String?
    public let rule: RuleLiteral?
    /// The message, a literal, of the functions that read and write it, where a case is deprecated that they speak of.
    /// Nobody is warned of them: what reads and writes values does so by their protocol.
    public let deprecation: String?

    public struct Case: Sendable, Hashable {
        public let name: String
        public let type: String
        public let test: Test
        /// The literal of the tag that has to be written because the value does not contain it.
        public let tag: String?
        /// The message of its deprecation as a literal.
        public let deprecation: String?
    }

    public enum Test: Sendable, Hashable {
        /// `"cat", "kitten"`; the default also takes every other object.
        case tags(String, isDefault: Bool)
        /// `value.kind == .string`
        case condition(String)
        case fit
    }
}
