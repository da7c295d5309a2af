import QuillNodes

/// A type where it is used: what values it holds, whether `null` is one of them, and their limits.
public struct TypeUse: Sendable {
    public let kind: Kind
    public let isNullable: Bool
    public var constraints: Constraints { limits?.constraints ?? Constraints() }
    /// Apart from the type, most uses of which have none: what is worked on while types contain types stays small.
    private let limits: Limits?

    private final class Limits: Sendable {
        let constraints: Constraints
        init(_ constraints: Constraints) { self.constraints = constraints }
    }

    public init(_ kind: Kind, isNullable: Bool = false, constraints: Constraints = Constraints()) {
        self.kind = kind
        self.isNullable = isNullable
        limits = constraints.isEmpty ? nil : Limits(constraints)
    }

    public indirect enum Kind: Sendable {
        /// Any JSON value.
        case any
        case boolean
        case integer(IntegerFormat)
        case number(NumberFormat)
        case string(StringFormat)
        case array(TypeUse)
        /// An object used as a dictionary.
        case map(TypeUse)
        case schema(SchemaID)
    }

    public enum IntegerFormat: String, Sendable { case plain, int32, int64 }
    public enum NumberFormat: String, Sendable { case plain, float, double }
    /// The formats that give a string a type of its own; any other is text.
    public enum StringFormat: String, Sendable {
        case plain, dateTime, date, uuid, uri, byte, binary
        /// A part of a multipart body with bytes of any kind, a name and a media type.
        case file
    }

    var nullable: TypeUse { TypeUse(kind, isNullable: true, constraints: constraints) }
    var withoutNull: TypeUse { TypeUse(kind, isNullable: false, constraints: constraints) }

    /// The same with fewer values, given as texts of JSON.
    func only(_ values: [String]) -> TypeUse {
        var constraints = constraints
        constraints.values = values
        return TypeUse(kind, isNullable: isNullable, constraints: constraints)
    }

    /// The same with something more to meet.
    func adding(_ rule: SchemaRule) -> TypeUse {
        if rule.isEmpty { return self }
        var constraints = constraints
        constraints.rule.add(rule)
        return TypeUse(kind, isNullable: isNullable, constraints: constraints)
    }
}

/// The limits that a schema sets (JSON Schema Validation §6). Numbers keep their digits.
public struct Constraints: Sendable, Hashable {
    public var minimum: Bound?
    public var maximum: Bound?
    public var multipleOf: NumberText?
    public var minLength: Int?
    public var maxLength: Int?
    public var pattern: String?
    public var minItems: Int?
    public var maxItems: Int?
    public var uniqueItems = false
    public var minProperties: Int?
    public var maxProperties: Int?
    /// The only values, as texts of JSON, where a type has more of them.
    public var values: [String]?
    /// What no other limit here says.
    public var rule = SchemaRule()

    public struct Bound: Sendable, Hashable {
        public let value: NumberText
        public let isExclusive: Bool
    }

    public init() {}

    public var isEmpty: Bool { self == Constraints() }
}
