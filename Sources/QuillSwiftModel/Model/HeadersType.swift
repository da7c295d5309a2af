/// A struct of the header fields that answers have, shared by all answers that have the same ones.
public struct HeadersType: Sendable {
    public let name: String
    public let comment: [String]
    public let fields: [Field]

    /// Whether a value can be made without any field.
    public var isEmptyAllowed: Bool { fields.allSatisfy { $0.defaultValue != nil } }

    public struct Field: Sendable {
        public let name: String
        public let comment: [String]
        /// The name of what stores a deprecated field, so that the struct's own code does not warn of itself.
        public let storage: String?
        /// The message of its deprecation as a literal.
        public let deprecation: String?
        /// With its optionality: `String?`.
        public let type: String
        /// What an initializer's argument defaults to.
        public let defaultValue: String?
        /// The expression that reads it from `fields`: `optional("Link")`.
        public let reading: String
        /// The call that writes it to `fields`: `write("Link", link)`.
        public let writing: String
    }
}
