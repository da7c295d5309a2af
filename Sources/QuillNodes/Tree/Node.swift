import QuillDiagnostics

/// A value of JSON or YAML with the place it was read from. Keys keep the document's order.
public struct Node: Sendable {
    public let value: Value
    public let location: SourceLocation

    public enum Value: Sendable {
        case null
        case bool(Bool)
        /// Any number. The text is kept as written, so that no digit is lost.
        case number(NumberText)
        case string(String)
        case array([Node])
        case object(NodeObject)
    }

    public init(_ value: Value, at location: SourceLocation) {
        self.value = value
        self.location = location
    }

    public var isNull: Bool { if case .null = value { true } else { false } }
    public var bool: Bool? { if case .bool(let value) = value { value } else { nil } }
    public var number: NumberText? { if case .number(let value) = value { value } else { nil } }
    public var string: String? { if case .string(let value) = value { value } else { nil } }
    public var array: [Node]? { if case .array(let value) = value { value } else { nil } }
    public var object: NodeObject? { if case .object(let value) = value { value } else { nil } }

    /// The member of that key where this is an object that has it.
    public subscript(key: String) -> Node? { object?[key] }

    /// What kind of value this is, as a person would say it: "a string", "an object".
    public var kindDescription: String {
        switch value {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

/// A number as JSON would write it: `-12.50e+3`. YAML's other notations are converted on reading.
public struct NumberText: Sendable, Hashable {
    public let text: String

    public init(_ text: String) {
        self.text = text
    }

    /// The value where it is a whole number that fits, `1.0` and `1e3` included.
    public var integer: Int? {
        if let value = Int(text) { return value }
        guard let value = Double(text) else { return nil }
        return Int(exactly: value)
    }

    public var double: Double { Double(text) ?? .nan }
}
