// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

/// A member for which absent, null and a value are three different things, as in a partial update:
///
///     var update = DatasetUpdate()
///     update.name = "Golden set"      // is sent
///     update.description = .null      // is cleared
///     update.metadata = .absent       // stays as it is
public nonisolated enum Field<Value> {
    case absent
    case null
    case value(Value)
}

nonisolated extension Field {
    /// A value, or null in place of `nil`.
    public init(_ optional: Value?) {
        if let optional { self = .value(optional) } else { self = .null }
    }

    /// The value; `nil` when the member is absent or null.
    public var value: Value? {
        if case .value(let value) = self { value } else { nil }
    }

    /// Whether the member is left out.
    public var isAbsent: Bool {
        if case .absent = self { true } else { false }
    }

    /// Whether the member is null.
    public var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// The same field with its value transformed, if it has one.
    public func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Field<Other> {
        switch self {
        case .absent: .absent
        case .null: .null
        case .value(let value): .value(try transform(value))
        }
    }
}

nonisolated extension Field: Sendable where Value: Sendable {}
nonisolated extension Field: Equatable where Value: Equatable {}
nonisolated extension Field: Hashable where Value: Hashable {}

nonisolated extension Field: ExpressibleByUnicodeScalarLiteral where Value: ExpressibleByUnicodeScalarLiteral {
    public init(unicodeScalarLiteral value: Value.UnicodeScalarLiteralType) {
        self = .value(Value(unicodeScalarLiteral: value))
    }
}

nonisolated extension Field: ExpressibleByExtendedGraphemeClusterLiteral
where Value: ExpressibleByExtendedGraphemeClusterLiteral {
    public init(extendedGraphemeClusterLiteral value: Value.ExtendedGraphemeClusterLiteralType) {
        self = .value(Value(extendedGraphemeClusterLiteral: value))
    }
}

nonisolated extension Field: ExpressibleByStringLiteral where Value: ExpressibleByStringLiteral {
    public init(stringLiteral value: Value.StringLiteralType) { self = .value(Value(stringLiteral: value)) }
}

nonisolated extension Field: ExpressibleByIntegerLiteral where Value: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Value.IntegerLiteralType) { self = .value(Value(integerLiteral: value)) }
}

nonisolated extension Field: ExpressibleByFloatLiteral where Value: ExpressibleByFloatLiteral {
    public init(floatLiteral value: Value.FloatLiteralType) { self = .value(Value(floatLiteral: value)) }
}

nonisolated extension Field: ExpressibleByBooleanLiteral where Value: ExpressibleByBooleanLiteral {
    public init(booleanLiteral value: Value.BooleanLiteralType) { self = .value(Value(booleanLiteral: value)) }
}

/// A value that array literals can make, one element at a time; how `Field` takes them.
public nonisolated protocol ArrayLiteralRepresentable: ExpressibleByArrayLiteral {
    init(literalElements: [ArrayLiteralElement])
}

nonisolated extension Array: ArrayLiteralRepresentable {
    public init(literalElements: [Element]) { self = literalElements }
}

nonisolated extension Field: ExpressibleByArrayLiteral where Value: ArrayLiteralRepresentable {
    public init(arrayLiteral elements: Value.ArrayLiteralElement...) {
        self = .value(Value(literalElements: elements))
    }
}

/// A value that dictionary literals can make; how `Field` takes them.
public nonisolated protocol DictionaryLiteralRepresentable: ExpressibleByDictionaryLiteral {
    init(literalElements: [(Key, Value)])
}

nonisolated extension Dictionary: DictionaryLiteralRepresentable {
    /// Of elements with the same key, the last one counts.
    public init(literalElements: [(Key, Value)]) { self.init(literalElements) { $1 } }
}

nonisolated extension Field: ExpressibleByDictionaryLiteral where Value: DictionaryLiteralRepresentable {
    public init(dictionaryLiteral elements: (Value.Key, Value.Value)...) {
        self = .value(Value(literalElements: elements))
    }
}
