extension OpenAPI {
    /// The types of JSON values that a schema allows (JSON Schema Validation 2020-12 §6.1.1).
    public struct SchemaTypes: OptionSet, Sendable, Hashable, CustomStringConvertible {
        public let rawValue: UInt8

        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        // The names are those of the specification.
        public static let null = SchemaTypes(rawValue: 1)
        public static let boolean = SchemaTypes(rawValue: 2)
        public static let integer = SchemaTypes(rawValue: 4)
        public static let number = SchemaTypes(rawValue: 8)
        public static let string = SchemaTypes(rawValue: 16)
        public static let array = SchemaTypes(rawValue: 32)
        public static let object = SchemaTypes(rawValue: 64)

        /// Each type with its name in the specification.
        public static let named: [(name: String, type: SchemaTypes)] = [
            ("null", .null), ("boolean", .boolean), ("integer", .integer), ("number", .number),
            ("string", .string), ("array", .array), ("object", .object),
        ]

        /// The one type of that name; nil where the specification has none.
        public init?(name: String) {
            guard let match = Self.named.first(where: { $0.name == name }) else { return nil }
            self = match.type
        }

        /// The names in a fixed order.
        public var names: [String] { Self.named.filter { contains($0.type) }.map(\.name) }

        public var description: String { names.joined(separator: ", ") }
    }
}
