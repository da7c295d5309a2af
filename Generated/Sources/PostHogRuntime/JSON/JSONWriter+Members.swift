// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// The counterparts of the object reader's functions: `required` writes a member, `nullable` writes `nil` as null,
// `optional` leaves `nil` out, `field` does what the field says.

nonisolated extension JSONWriter {
    /// A member that is always there.
    public mutating func required<Value: JSONRepresentable>(_ key: StaticString, _ value: Value) {
        self.key(key)
        value.write(to: &self)
    }

    /// A member that is null when there is no value.
    public mutating func nullable<Value: JSONRepresentable>(_ key: StaticString, _ value: Value?) {
        self.key(key)
        if let value { value.write(to: &self) } else { null() }
    }

    /// A member that is left out when there is no value.
    public mutating func optional<Value: JSONRepresentable>(_ key: StaticString, _ value: Value?) {
        guard let value else { return }
        self.key(key)
        value.write(to: &self)
    }

    /// A member that is left out, null, or a value.
    public mutating func field<Value: JSONRepresentable>(_ key: StaticString, _ value: Field<Value>) {
        switch value {
        case .absent: break
        case .null:
            self.key(key)
            null()
        case .value(let value):
            self.key(key)
            value.write(to: &self)
        }
    }

    /// Members with names of their own, sorted by name.
    public mutating func remaining<Value: JSONRepresentable>(_ members: [String: Value]) {
        if members.isEmpty { return }
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            key(name)
            value.write(to: &self)
        }
    }
}

nonisolated extension JSONWriter {
    /// A string that is always there.
    public mutating func required(_ key: StaticString, _ value: String) {
        self.key(key)
        write(value)
    }

    /// A string that is null when there is none.
    public mutating func nullable(_ key: StaticString, _ value: String?) {
        self.key(key)
        if let value { write(value) } else { null() }
    }

    /// A string that is left out when there is none.
    public mutating func optional(_ key: StaticString, _ value: String?) {
        if let value { required(key, value) }
    }
}

nonisolated extension JSONWriter {
    /// True or false that is always there.
    public mutating func required(_ key: StaticString, _ value: Bool) {
        self.key(key)
        write(value)
    }

    /// True or false that is null when there is none.
    public mutating func nullable(_ key: StaticString, _ value: Bool?) {
        self.key(key)
        if let value { write(value) } else { null() }
    }

    /// True or false that is left out when there is none.
    public mutating func optional(_ key: StaticString, _ value: Bool?) {
        if let value { required(key, value) }
    }
}

nonisolated extension JSONWriter {
    /// An integer that is always there.
    public mutating func required(_ key: StaticString, _ value: Int) {
        self.key(key)
        write(Int64(value))
    }

    /// An integer that is null when there is none.
    public mutating func nullable(_ key: StaticString, _ value: Int?) {
        self.key(key)
        if let value { write(Int64(value)) } else { null() }
    }

    /// An integer that is left out when there is none.
    public mutating func optional(_ key: StaticString, _ value: Int?) {
        if let value { required(key, value) }
    }
}

nonisolated extension JSONWriter {
    /// A point in time that is always there.
    public mutating func required(_ key: StaticString, _ value: Date) {
        self.key(key)
        write(value)
    }

    /// A point in time that is null when there is none.
    public mutating func nullable(_ key: StaticString, _ value: Date?) {
        self.key(key)
        if let value { write(value) } else { null() }
    }

    /// A point in time that is left out when there is none.
    public mutating func optional(_ key: StaticString, _ value: Date?) {
        if let value { required(key, value) }
    }
}

nonisolated extension JSONWriter {
    /// A UUID that is always there.
    public mutating func required(_ key: StaticString, _ value: UUID) {
        self.key(key)
        write(value)
    }

    /// A UUID that is null when there is none.
    public mutating func nullable(_ key: StaticString, _ value: UUID?) {
        self.key(key)
        if let value { write(value) } else { null() }
    }

    /// A UUID that is left out when there is none.
    public mutating func optional(_ key: StaticString, _ value: UUID?) {
        if let value { required(key, value) }
    }
}
