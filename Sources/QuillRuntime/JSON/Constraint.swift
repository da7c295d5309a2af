/// The constraints of JSON Schema (2020-12, validation §6), and how breaking one reads. Bodies and parameters are held
/// to them alike.
public nonisolated enum Constraint {
    /// What is wrong with a text: `"longer than 400 characters"`; `nil` when nothing is.
    public static func fault(_ text: String, minLength: Int? = nil, maxLength: Int? = nil) -> String? {
        // No text has more scalars than bytes, nor fewer than a quarter of them.
        if let maxLength, text.utf8.count > maxLength, text.unicodeScalars.count > maxLength {
            return "longer than \(counted(maxLength, "character"))"
        }
        if let minLength, text.utf8.count / 4 < minLength, text.unicodeScalars.count < minLength {
            return minLength == 1 ? "empty" : "shorter than \(counted(minLength, "character"))"
        }
        return nil
    }

    /// What is wrong with an integer: `"less than 0"`; `nil` when nothing is.
    public static func fault(
        _ value: Int64, minimum: Int64? = nil, maximum: Int64? = nil, exclusiveMinimum: Int64? = nil,
        exclusiveMaximum: Int64? = nil, multipleOf: Int64? = nil
    ) -> String? {
        if let minimum, value < minimum { return "less than \(minimum)" }
        if let maximum, value > maximum { return "greater than \(maximum)" }
        if let exclusiveMinimum, value <= exclusiveMinimum { return "not greater than \(exclusiveMinimum)" }
        if let exclusiveMaximum, value >= exclusiveMaximum { return "not less than \(exclusiveMaximum)" }
        if let multipleOf, !value.isMultiple(of: multipleOf) { return "not a multiple of \(multipleOf)" }
        return nil
    }

    /// What is wrong with a number; `nil` when nothing is.
    public static func fault(
        _ value: Double, minimum: Double? = nil, maximum: Double? = nil, exclusiveMinimum: Double? = nil,
        exclusiveMaximum: Double? = nil, multipleOf: Double? = nil
    ) -> String? {
        func text(_ bound: Double) -> String { JSONNumber.text(bound) }
        if let minimum, value < minimum { return "less than \(text(minimum))" }
        if let maximum, value > maximum { return "greater than \(text(maximum))" }
        if let exclusiveMinimum, value <= exclusiveMinimum { return "not greater than \(text(exclusiveMinimum))" }
        if let exclusiveMaximum, value >= exclusiveMaximum { return "not less than \(text(exclusiveMaximum))" }
        if let multipleOf, multipleOf != 0 {
            // Both are decimals as a rule, and 0.3 is a multiple of 0.1 although its nearest double is not.
            let nearest = (value / multipleOf).rounded() * multipleOf
            if abs(nearest - value) > 2 * value.ulp { return "not a multiple of \(text(multipleOf))" }
        }
        return nil
    }

    /// What is wrong with a number of elements or members: `"fewer than 2 elements"`; `nil` when nothing is.
    public static func fault(count: Int, of things: String, minimum: Int? = nil, maximum: Int? = nil) -> String? {
        if let minimum, count < minimum { return "fewer than \(counted(minimum, things))" }
        if let maximum, count > maximum { return "more than \(counted(maximum, things))" }
        return nil
    }

    private static func counted(_ count: Int, _ thing: String) -> String {
        count == 1 ? "1 \(thing)" : "\(count) \(thing)s"
    }
}

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

/// What tells whether a text is as an expression of `pattern` wants it: `TextPattern`, where a document has any.
public nonisolated protocol TextMatcher: Sendable {
    /// - Throws: where the expression cannot be read.
    init(_ pattern: String) throws
    /// Whether the text contains a match; nil where that takes too long to find out.
    func matches(_ text: String) -> Bool?
}
