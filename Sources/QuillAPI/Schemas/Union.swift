/// A value of one of several schemas: `oneOf`, `anyOf`, or several types.
public struct Union: Sendable {
    /// In the order in which they are tried.
    public let choices: [Choice]
    /// The property whose text tells the choices apart; nil where there is none.
    public let discriminator: String?

    public struct Choice: Sendable {
        /// What the document calls it: a component's name, a title, a kind of value.
        public let name: String
        public let type: TypeUse
        public let test: Test
        /// What the discriminator has to say of a value that does not contain it.
        public let tag: String?
        /// Whether the document deprecates this choice among others.
        public var isDeprecated = false
    }

    /// How a value is recognised as one of a choice.
    public enum Test: Sendable, Hashable {
        /// By the text of the discriminator; the default also takes every other object (OpenAPI 3.2 §4.25.1).
        case tags([String], isDefault: Bool = false)
        /// By the kind of JSON value, which no other choice has.
        case kind(Kind)
        /// By a member that it must have and others cannot.
        case member(String)
        /// By reading it: it is this choice if nothing is wrong with it as such. The first that fits counts.
        case fit
    }

    /// The kinds of JSON values (RFC 8259 §3); `null` is a choice of none.
    public enum Kind: String, Sendable, Hashable {
        case bool, number, string, array, object
    }
}
