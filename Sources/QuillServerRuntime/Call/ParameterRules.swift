import QuillRuntime

/// The constraints of a parameter's schema (JSON Schema Validation §6.2 and §6.3).
nonisolated struct ParameterRules: Sendable {
    var minimum: Double?
    var maximum: Double?
    var exclusiveMinimum: Double?
    var exclusiveMaximum: Double?
    var multipleOf: Double?
    var minLength: Int?
    var maxLength: Int?
    var pattern: StaticString?

    /// What is wrong with a value, to follow "The parameter …", or nil.
    func fault(_ value: some ParameterRepresentable) -> String? {
        switch value {
        case let text as String: fault(text)
        case let number as any BinaryInteger: fault(Double(number))
        case let number as any BinaryFloatingPoint: fault(Double(number))
        // An enumeration of the document is closed for a server.
        case let value as any OpenEnum: value.isKnown ? nil : "has the \(value.unknownDescription)"
        default: nil
        }
    }

    private func fault(_ number: Double) -> String? {
        Constraint.fault(
            number, minimum: minimum, maximum: maximum, exclusiveMinimum: exclusiveMinimum,
            exclusiveMaximum: exclusiveMaximum, multipleOf: multipleOf
        ).map { "is \($0)" }
    }

    private func fault(_ text: String) -> String? {
        if let fault = Constraint.fault(text, minLength: minLength, maxLength: maxLength) { return "is \(fault)" }
        guard let pattern, let regex = try? Regex(pattern.description).matchingSemantics(.unicodeScalar),
            text.firstMatch(of: regex) == nil
        else { return nil }
        return "does not match \(pattern)"
    }
}

/// The constraints of a list (JSON Schema Validation §6.4).
nonisolated struct ListRules: Sendable {
    var minItems: Int?
    var maxItems: Int?
    var uniqueItems = false

    /// What is wrong with the list of texts, to follow "The parameter …", or nil.
    func fault(_ texts: [String]) -> String? {
        if let fault = Constraint.fault(count: texts.count, of: "element", minimum: minItems, maximum: maxItems) {
            return "has \(fault)"
        }
        return uniqueItems && Set(texts).count < texts.count ? "has equal elements" : nil
    }
}

nonisolated extension ParameterRepresentable {
    /// What a text of this type is, to follow "is not".
    static var expectation: String {
        switch "\(self)" {
        case "Int", "Int32", "Int64": "an integer"
        case "Double", "Float": "a number"
        case "Bool": "`true` or `false`"
        case "UUID": "a UUID"
        case "Date": "a date and time like 2019-08-24T14:15:22Z"
        case "CalendarDate": "a date like 2019-08-24"
        case "URL": "a URL"
        default: "a value of the type \(self)"
        }
    }
}
