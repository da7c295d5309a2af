/// The constraints of a parameter's schema (JSON Schema Validation §6.2 to §6.4): `.init(minimum: 1, maximum: 100)`.
public nonisolated struct ParameterRules: Sendable {
    let minimum: NumberBound?
    let maximum: NumberBound?
    let exclusiveMinimum: NumberBound?
    let exclusiveMaximum: NumberBound?
    let multipleOf: NumberBound?
    let minLength: Int?
    let maxLength: Int?
    let pattern: ParameterPattern?
    let minItems: Int?
    let maxItems: Int?
    let uniqueItems: Bool
    /// None or one: those of each element of a list.
    public let items: [ParameterRules]

    /// No constraints.
    public static var none: ParameterRules { ParameterRules() }

    /// Constraints; those that are left out allow everything.
    public init(
        minimum: NumberBound? = nil, maximum: NumberBound? = nil, exclusiveMinimum: NumberBound? = nil,
        exclusiveMaximum: NumberBound? = nil, multipleOf: NumberBound? = nil, minLength: Int? = nil,
        maxLength: Int? = nil, pattern: ParameterPattern? = nil, minItems: Int? = nil, maxItems: Int? = nil,
        uniqueItems: Bool = false, items: ParameterRules? = nil
    ) {
        self.minimum = minimum
        self.maximum = maximum
        self.exclusiveMinimum = exclusiveMinimum
        self.exclusiveMaximum = exclusiveMaximum
        self.multipleOf = multipleOf
        self.minLength = minLength
        self.maxLength = maxLength
        self.pattern = pattern
        self.minItems = minItems
        self.maxItems = maxItems
        self.uniqueItems = uniqueItems
        self.items = items.map { [$0] } ?? []
    }

    /// What is wrong with a value, to follow "The parameter …", or nil.
    public func fault(_ value: some ParameterRepresentable) -> String? {
        switch value {
        case let text as String: fault(text)
        case let number as any BinaryInteger: fault(Int64(clamping: number))
        case let number as any BinaryFloatingPoint: fault(Double(number))
        // An enumeration of the document is closed for whoever validates.
        case let value as any ListedValue: value.isKnown ? nil : "has the \(value.unknownDescription)"
        default: nil
        }
    }

    /// What is wrong with the list of texts, to follow "The parameter …", or nil.
    public func fault(list texts: [String]) -> String? {
        if let fault = Constraint.fault(count: texts.count, of: "element", minimum: minItems, maximum: maxItems) {
            return "has \(fault)"
        }
        return uniqueItems && Set(texts).count < texts.count ? "has equal elements" : nil
    }

    private func fault(_ number: Int64) -> String? {
        Constraint.fault(
            number, minimum: minimum?.integer, maximum: maximum?.integer,
            exclusiveMinimum: exclusiveMinimum?.integer, exclusiveMaximum: exclusiveMaximum?.integer,
            multipleOf: multipleOf?.integer
        ).map { "is \($0)" }
    }

    private func fault(_ number: Double) -> String? {
        Constraint.fault(
            number, minimum: minimum?.number, maximum: maximum?.number, exclusiveMinimum: exclusiveMinimum?.number,
            exclusiveMaximum: exclusiveMaximum?.number, multipleOf: multipleOf?.number
        ).map { "is \($0)" }
    }

    private func fault(_ text: String) -> String? {
        if let fault = Constraint.fault(text, minLength: minLength, maxLength: maxLength) { return "is \(fault)" }
        return pattern?.fault(text)
    }
}

/// A limit of numbers, exact for integers: `1`, `0.5`.
public nonisolated enum NumberBound: Sendable, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    case integer(Int64)
    case number(Double)

    public init(integerLiteral value: Int64) { self = .integer(value) }
    public init(floatLiteral value: Double) { self = .number(value) }

    /// The bound for integers; those of a document are integers themselves.
    var integer: Int64? {
        if case .integer(let value) = self { value } else { nil }
    }

    var number: Double {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        }
    }
}
