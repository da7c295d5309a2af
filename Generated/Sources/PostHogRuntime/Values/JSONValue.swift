// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

/// Any JSON value.
///
///     let metadata: JSONValue = ["source": "import", "rows": 12]
///     metadata["rows"]?.integer   // 12
public nonisolated enum JSONValue: Model {
    case null
    case bool(Bool)
    /// A number that is an integer of 64 bits, however it is written.
    case integer(Int64)
    /// A number that is no such integer.
    case number(Double)
    /// A number that neither holds exactly, as its text: `"123456789012345678901234567890"`.
    case decimal(String)
    case string(String)
    case array([JSONValue])
    /// The members; they are written sorted by name.
    case object([String: JSONValue])
}

nonisolated extension JSONValue {
    public init(reading value: JSONReader) {
        switch value.kind {
        case .null: self = .null
        case .bool: self = .bool(value.bool())
        case .number: self = JSONValue(number: value.numberText())
        case .string: self = .string(value.string())
        case .array:
            var elements: [JSONValue] = []
            for element in value.array() { elements.append(JSONValue(reading: element)) }
            self = .array(elements)
        case .object: self = .object([String: JSONValue](reading: value))
        }
    }

    /// Chooses the form for a number in JSON's grammar.
    private init(number text: UnsafeBufferPointer<UInt8>) {
        if case .value(let integer) = JSONNumber.integer(text, isPlain: false) {
            self = .integer(integer)
            return
        }
        // Seventeen digits tell all doubles apart; what has more says more than a double can hold.
        let digits = text.prefix { $0 | 0x20 != UInt8(ascii: "e") }.count { $0 &- 0x30 < 10 }
        let value = JSONNumber.double(text)
        let isExact = digits <= 17 && value.isFinite && value != 0
        self = isExact ? .number(value) : .decimal(String(decoding: text, as: UTF8.self))
    }

    public func write(to json: inout JSONWriter) {
        switch self {
        case .null: json.null()
        case .bool(let value): json.write(value)
        case .integer(let value): json.write(value)
        case .number(let value): json.write(value)
        case .decimal(let text): JSONValue.write(decimal: text, to: &json)
        case .string(let value): json.write(value)
        case .array(let elements): elements.write(to: &json)
        case .object(let members): members.write(to: &json)
        }
    }

    /// Anybody can make a `.decimal`; only a number may go out without quotes.
    private static func write(decimal text: String, to json: inout JSONWriter) {
        let bytes = Array(text.utf8)
        let parsed = bytes.withUnsafeBufferPointer { JSONDocument.parse($0, validating: false, limits: .standard) }
        if case .success(let document) = parsed,
            document.entry(JSONDocument.root).code == JSONEntry.Code.number,
            document.entry(JSONDocument.root).length == bytes.count
        {
            json.writeVerbatim(text)
        } else {
            json.write(text)
        }
    }
}

nonisolated extension JSONValue {
    /// The member of that name, when this is an object that has it. Setting makes an object of whatever this is;
    /// setting `nil` removes the member.
    public subscript(name: String) -> JSONValue? {
        get { object?[name] }
        set {
            var members = object ?? [:]
            members[name] = newValue
            self = .object(members)
        }
    }

    /// The element at that position, when this is an array that has it.
    public subscript(position: Int) -> JSONValue? {
        guard let array, array.indices.contains(position) else { return nil }
        return array[position]
    }

    /// Whether this is null.
    public var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// The value of `true` or `false`.
    public var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The integer, when the number is one of 64 bits.
    public var integer: Int64? {
        if case .integer(let value) = self { value } else { nil }
    }

    /// The number, rounded where it has to be.
    public var double: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        case .decimal(let text): JSONNumber.double(text)
        default: nil
        }
    }

    /// The text of a string.
    public var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The elements of an array.
    public var array: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The members of an object.
    public var object: [String: JSONValue]? {
        if case .object(let members) = self { members } else { nil }
    }
}

nonisolated extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(nilLiteral: ()) { self = .null }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(integerLiteral value: Int64) { self = .integer(value) }
    public init(floatLiteral value: Double) { self = .number(value) }
    public init(stringLiteral value: String) { self = .string(value) }
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(Dictionary(elements) { $1 })
    }
}

nonisolated extension JSONValue: CustomStringConvertible {
    /// The document.
    public var description: String { jsonText() }
}

nonisolated extension JSONValue {
    /// Reads what any decoder holds.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .decimal(let text): try container.encode(JSONNumber.double(text) ?? 0)
        case .string(let value): try container.encode(value)
        case .array(let elements): try container.encode(elements)
        case .object(let members): try container.encode(members)
        }
    }
}
