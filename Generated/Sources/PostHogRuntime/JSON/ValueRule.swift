// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

/// What a value has to meet beyond being of its type: a `JSONRule`, where a document has any.
public nonisolated protocol ValueRule: Sendable {
    /// Holds a value to the rule when validating: what breaks it is noted, at its place.
    func check(_ value: JSONReader)
}

nonisolated extension ValueRule {
    /// Holds a text to the rule that came as it is and not as JSON.
    /// - Throws: `JSONError` with everything that it does not meet.
    public func check(text: String) throws(JSONError) {
        _ = try String(json: text.jsonBytes(), validating: true, limits: JSONLimits(maximumBytes: .max), rule: self)
    }
}
