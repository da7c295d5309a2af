// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

/// An enumeration that may grow: a value that the document does not list is kept by a client, and survives being sent
/// back; a validating reader notes it.
public nonisolated protocol OpenEnum: Model, RawRepresentable, ParameterRepresentable
where RawValue: JSONRepresentable & ParameterRepresentable & Hashable {
    /// Wraps any value, listed or not.
    init(rawValue: RawValue)
    /// The values that the document lists, in its order.
    static var knownValues: [Self] { get }
}

nonisolated extension OpenEnum {
    /// Whether the document lists the value.
    public var isKnown: Bool { Self.knownValues.contains { $0.rawValue == rawValue } }

    /// Says what is wrong with a value that is not listed: `unknown value "x"; known are "a", "b"`.
    public var unknownDescription: String {
        let known = Self.knownValues.prefix(20).map { $0.rawValue.jsonText() }
        let more = Self.knownValues.count > known.count ? ", …" : ""
        let text = (rawValue as? String).map(JSONText.quoted) ?? rawValue.jsonText()
        return "unknown value \(text); known are \(known.joined(separator: ", "))\(more)"
    }

    public init(reading value: JSONReader) {
        self.init(rawValue: RawValue(reading: value))
        if value.isValidating, !isKnown, !value.hasIssue { value.note(unknownDescription) }
    }

    public func write(to json: inout JSONWriter) { rawValue.write(to: &json) }

    public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

    public func hash(into hasher: inout Hasher) { rawValue.hash(into: &hasher) }
}

// The standard library brings `Codable` to raw values of these types as well. These are more specific, so that the
// compiler takes them; between two that are equally good it would silently synthesize a dictionary with a `rawValue`.

nonisolated extension OpenEnum where RawValue == String {
    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
    }
    public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}

nonisolated extension OpenEnum where RawValue == Int {
    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(Int.self))
    }
    public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}

nonisolated extension OpenEnum where RawValue == Int32 {
    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(Int32.self))
    }
    public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}

nonisolated extension OpenEnum where RawValue == Int64 {
    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(Int64.self))
    }
    public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}

nonisolated extension OpenEnum where RawValue == Double {
    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(Double.self))
    }
    public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}
