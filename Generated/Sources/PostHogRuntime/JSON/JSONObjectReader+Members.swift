// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// `required` reads a member that must be there, `nullable` one that must be there but may be null, `optional` one that
// may be left out, `field` one where all of that differs. The types that nearly every member has get functions of their
// own: they spare the detour through a protocol, which costs more than the reading.

nonisolated extension JSONObjectReader {
    /// The place of a member that must be there.
    @inline(__always) private mutating func demanded(_ key: StaticString) -> JSONReader {
        let value = member(key)
        if value.place == JSONDocument.missing { noteMissing(key) }
        return value
    }

    /// A member that must be there but may be null; `nil` when there is nothing to read.
    @inline(__always) private mutating func demandedUnlessNull(_ key: StaticString) -> JSONReader? {
        let value = demanded(key)
        return value.isNull ? nil : value
    }

    /// A member that may be left out; `nil` when there is nothing to read.
    @inline(__always) private mutating func present(_ key: StaticString) -> JSONReader? {
        let value = member(key)
        if !value.isNull { return value }
        if value.place != JSONDocument.missing { noteNull(value.place) }
        return nil
    }

    /// A member that must be there.
    public mutating func required<Value: JSONRepresentable>(_ key: StaticString) -> Value {
        Value(reading: demanded(key))
    }

    /// A member that must be there but may be null.
    public mutating func nullable<Value: JSONRepresentable>(_ key: StaticString) -> Value? {
        demandedUnlessNull(key).map(Value.init(reading:))
    }

    /// A member that may be left out. Null is taken for absence by a client, and noted when validating.
    public mutating func optional<Value: JSONRepresentable>(_ key: StaticString) -> Value? {
        present(key).map(Value.init(reading:))
    }

    /// A member that may be left out or null.
    public mutating func field<Value: JSONRepresentable>(_ key: StaticString) -> Field<Value> {
        let value = member(key)
        if !value.isNull { return .value(Value(reading: value)) }
        return value.place == JSONDocument.missing ? .absent : .null
    }
}

nonisolated extension JSONObjectReader {
    /// A string that must be there.
    public mutating func required(_ key: StaticString) -> String { demanded(key).string() }
    /// A string that must be there but may be null.
    public mutating func nullable(_ key: StaticString) -> String? { demandedUnlessNull(key)?.string() }
    /// A string that may be left out.
    public mutating func optional(_ key: StaticString) -> String? { present(key)?.string() }
}

nonisolated extension JSONObjectReader {
    /// True or false that must be there.
    public mutating func required(_ key: StaticString) -> Bool { demanded(key).bool() }
    /// True or false that must be there but may be null.
    public mutating func nullable(_ key: StaticString) -> Bool? { demandedUnlessNull(key)?.bool() }
    /// True or false that may be left out.
    public mutating func optional(_ key: StaticString) -> Bool? { present(key)?.bool() }
}

nonisolated extension JSONObjectReader {
    /// An integer that must be there.
    public mutating func required(_ key: StaticString) -> Int { demanded(key).integer() }
    /// An integer that must be there but may be null.
    public mutating func nullable(_ key: StaticString) -> Int? { demandedUnlessNull(key)?.integer() }
    /// An integer that may be left out.
    public mutating func optional(_ key: StaticString) -> Int? { present(key)?.integer() }
}

nonisolated extension JSONObjectReader {
    /// A point in time that must be there.
    public mutating func required(_ key: StaticString) -> Date { demanded(key).date() }
    /// A point in time that must be there but may be null.
    public mutating func nullable(_ key: StaticString) -> Date? { demandedUnlessNull(key)?.date() }
    /// A point in time that may be left out.
    public mutating func optional(_ key: StaticString) -> Date? { present(key)?.date() }
}

nonisolated extension JSONObjectReader {
    /// A UUID that must be there.
    public mutating func required(_ key: StaticString) -> UUID { demanded(key).uuid() }
    /// A UUID that must be there but may be null.
    public mutating func nullable(_ key: StaticString) -> UUID? { demandedUnlessNull(key)?.uuid() }
    /// A UUID that may be left out.
    public mutating func optional(_ key: StaticString) -> UUID? { present(key)?.uuid() }
}

nonisolated extension JSONObjectReader {
    /// Any value, null among them: for it, absence and null are different without a ``Field``.
    public mutating func optional(_ key: StaticString) -> JSONValue? {
        let value = member(key)
        guard value.place != JSONDocument.missing else { return Optional.none }
        return JSONValue(reading: value)
    }
}
