// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

// A validating reader holds members to the constraints of their schemas (JSON Schema 2020-12, validation §6). Fields that
// are absent or null, and members that could not be read, are not looked at.

nonisolated extension JSONObjectReader {
    /// Holds a string to its constraints. The length is that in Unicode scalars.
    public func check(
        _ key: StaticString, _ value: String?, minLength: Int? = nil, maxLength: Int? = nil,
        pattern: StaticString? = nil
    ) {
        guard document.isValidating, let value else { return }
        if let fault = Constraint.fault(value, minLength: minLength, maxLength: maxLength) { note(fault, about: key) }
        if let pattern, !document.matches(value, pattern) { note("does not match \(pattern)", about: key) }
    }

    /// Holds an integer to its constraints.
    public func check<Integer: FixedWidthInteger & Sendable>(
        _ key: StaticString, _ value: Integer?, minimum: Int64? = nil, maximum: Int64? = nil,
        exclusiveMinimum: Int64? = nil, exclusiveMaximum: Int64? = nil, multipleOf: Int64? = nil
    ) {
        guard document.isValidating, let value else { return }
        let fault = Constraint.fault(
            Int64(clamping: value), minimum: minimum, maximum: maximum, exclusiveMinimum: exclusiveMinimum,
            exclusiveMaximum: exclusiveMaximum, multipleOf: multipleOf)
        if let fault { note(fault, about: key) }
    }

    /// Holds a number to its constraints.
    public func check(
        _ key: StaticString, _ value: Double?, minimum: Double? = nil, maximum: Double? = nil,
        exclusiveMinimum: Double? = nil, exclusiveMaximum: Double? = nil, multipleOf: Double? = nil
    ) {
        guard document.isValidating, let value else { return }
        let fault = Constraint.fault(
            value, minimum: minimum, maximum: maximum, exclusiveMinimum: exclusiveMinimum,
            exclusiveMaximum: exclusiveMaximum, multipleOf: multipleOf)
        if let fault { note(fault, about: key) }
    }

    /// Holds a number to its constraints.
    public func check(
        _ key: StaticString, _ value: Float?, minimum: Double? = nil, maximum: Double? = nil,
        exclusiveMinimum: Double? = nil, exclusiveMaximum: Double? = nil, multipleOf: Double? = nil
    ) {
        check(
            key, value.map(Double.init), minimum: minimum, maximum: maximum, exclusiveMinimum: exclusiveMinimum,
            exclusiveMaximum: exclusiveMaximum, multipleOf: multipleOf)
    }

    /// Holds an array to its constraints. Elements are the same when their documents are.
    public func check<Element: JSONRepresentable>(
        _ key: StaticString, _ value: [Element]?, minItems: Int? = nil, maxItems: Int? = nil, uniqueItems: Bool = false
    ) {
        guard document.isValidating, let value else { return }
        if let fault = Constraint.fault(count: value.count, of: "element", minimum: minItems, maximum: maxItems) {
            note(fault, about: key)
        }
        if uniqueItems, Set(value.map { $0.jsonBytes() }).count < value.count {
            note("has equal elements", about: key)
        }
    }

    /// Holds a dictionary to its constraints.
    public func check<Value: JSONRepresentable>(
        _ key: StaticString, _ value: [String: Value]?, minProperties: Int? = nil, maxProperties: Int? = nil
    ) {
        guard document.isValidating, let value else { return }
        let fault = Constraint.fault(count: value.count, of: "member", minimum: minProperties, maximum: maxProperties)
        if let fault { note(fault, about: key) }
    }
}

nonisolated extension JSONObjectReader {
    /// Holds a string to its constraints, where there is one.
    public func check(
        _ key: StaticString, _ value: Field<String>, minLength: Int? = nil, maxLength: Int? = nil,
        pattern: StaticString? = nil
    ) {
        check(key, value.value, minLength: minLength, maxLength: maxLength, pattern: pattern)
    }

    /// Holds an integer to its constraints, where there is one.
    public func check<Integer: FixedWidthInteger & Sendable>(
        _ key: StaticString, _ value: Field<Integer>, minimum: Int64? = nil, maximum: Int64? = nil,
        exclusiveMinimum: Int64? = nil, exclusiveMaximum: Int64? = nil, multipleOf: Int64? = nil
    ) {
        check(
            key, value.value, minimum: minimum, maximum: maximum, exclusiveMinimum: exclusiveMinimum,
            exclusiveMaximum: exclusiveMaximum, multipleOf: multipleOf)
    }

    /// Holds a number to its constraints, where there is one.
    public func check(
        _ key: StaticString, _ value: Field<Double>, minimum: Double? = nil, maximum: Double? = nil,
        exclusiveMinimum: Double? = nil, exclusiveMaximum: Double? = nil, multipleOf: Double? = nil
    ) {
        check(
            key, value.value, minimum: minimum, maximum: maximum, exclusiveMinimum: exclusiveMinimum,
            exclusiveMaximum: exclusiveMaximum, multipleOf: multipleOf)
    }

    /// Holds a number to its constraints, where there is one.
    public func check(
        _ key: StaticString, _ value: Field<Float>, minimum: Double? = nil, maximum: Double? = nil,
        exclusiveMinimum: Double? = nil, exclusiveMaximum: Double? = nil, multipleOf: Double? = nil
    ) {
        check(
            key, value.value, minimum: minimum, maximum: maximum, exclusiveMinimum: exclusiveMinimum,
            exclusiveMaximum: exclusiveMaximum, multipleOf: multipleOf)
    }

    /// Holds an array to its constraints, where there is one.
    public func check<Element: JSONRepresentable>(
        _ key: StaticString, _ value: Field<[Element]>, minItems: Int? = nil, maxItems: Int? = nil,
        uniqueItems: Bool = false
    ) {
        check(key, value.value, minItems: minItems, maxItems: maxItems, uniqueItems: uniqueItems)
    }

    /// Holds a dictionary to its constraints, where there is one.
    public func check<Value: JSONRepresentable>(
        _ key: StaticString, _ value: Field<[String: Value]>, minProperties: Int? = nil, maxProperties: Int? = nil
    ) {
        check(key, value.value, minProperties: minProperties, maxProperties: maxProperties)
    }
}
