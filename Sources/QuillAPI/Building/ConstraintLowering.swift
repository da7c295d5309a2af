import QuillNodes
import QuillOpenAPI

/// Each keyword limits values of its own type only (JSON Schema Validation 2020-12 §6): beside another type it says
/// nothing.
extension Constraints {
    init(number: OpenAPI.Schema.NumberKeywords) {
        self.init()
        minimum = number.minimum.map { Bound(value: $0.value, isExclusive: $0.isExclusive) }
        maximum = number.maximum.map { Bound(value: $0.value, isExclusive: $0.isExclusive) }
        multipleOf = number.multipleOf
    }

    /// Limits of whole numbers are whole numbers in the range of their type; those that say no more than the type does
    /// are left out.
    ///
    /// - Returns: nil where no whole number satisfies them, or only the multiples of a fraction.
    init?(integer: OpenAPI.Schema.NumberKeywords, format: TypeUse.IntegerFormat) {
        self.init()
        let range = format == .int32 ? Int(Int32.min)...Int(Int32.max) : Int.min...Int.max
        if let bound = integer.minimum {
            switch WholeBound(bound, rounding: .up, in: range) {
            case .whole(let value, let isExclusive): minimum = Bound(value: value, isExclusive: isExclusive)
            case .below: break
            case .above: return nil
            }
        }
        if let bound = integer.maximum {
            switch WholeBound(bound, rounding: .down, in: range) {
            case .whole(let value, let isExclusive): maximum = Bound(value: value, isExclusive: isExclusive)
            case .above: break
            case .below: return nil
            }
        }
        if let step = integer.multipleOf {
            if let whole = step.integer {
                multipleOf = NumberText(String(whole))
            } else if (1 / step.double).rounded() * step.double != 1 {
                // Of 0.5 or 0.01 every whole number is a multiple.
                return nil
            }
        }
    }

    init(string: OpenAPI.Schema.StringKeywords) {
        self.init()
        add(string: string)
    }

    mutating func add(string: OpenAPI.Schema.StringKeywords) {
        minLength = string.minLength
        maxLength = string.maxLength
        pattern = string.pattern
    }

    init(array: OpenAPI.Schema.ArrayKeywords) {
        self.init()
        add(array: array)
    }

    mutating func add(array: OpenAPI.Schema.ArrayKeywords) {
        minItems = array.minItems
        maxItems = array.maxItems
        uniqueItems = array.isUnique
    }

    init(map: OpenAPI.Schema.ObjectKeywords) {
        self.init()
        add(map: map)
    }

    mutating func add(map: OpenAPI.Schema.ObjectKeywords) {
        minProperties = map.minProperties
        maxProperties = map.maxProperties
    }
}

extension Constraints {
    /// Says the same in JSON Schema.
    public func add(to rule: inout SchemaRule) {
        if let minimum { rule.add(minimum.isExclusive ? "exclusiveMinimum" : "minimum", minimum.value.text) }
        if let maximum { rule.add(maximum.isExclusive ? "exclusiveMaximum" : "maximum", maximum.value.text) }
        if let multipleOf { rule.add("multipleOf", multipleOf.text) }
        let counts = [
            ("minLength", minLength), ("maxLength", maxLength), ("minItems", minItems), ("maxItems", maxItems),
            ("minProperties", minProperties), ("maxProperties", maxProperties),
        ]
        for (name, count) in counts { if let count { rule.add(name, String(count)) } }
        if let pattern { rule.add("pattern", SchemaRule.quoted(pattern)) }
        if uniqueItems { rule.add("uniqueItems", "true") }
        if let values { rule.add("enum", "[\(values.joined(separator: ", "))]") }
        rule.add(self.rule)
    }
}

/// Where a limit lies among the values of an integer type.
private enum WholeBound {
    case whole(NumberText, isExclusive: Bool)
    /// Lower or higher than every value.
    case below, above

    init(_ bound: OpenAPI.Schema.Bound, rounding: FloatingPointRoundingRule, in range: ClosedRange<Int>) {
        if let value = bound.value.integer, range.contains(value) {
            self = .whole(NumberText(String(value)), isExclusive: bound.isExclusive)
            return
        }
        let rounded = bound.value.double.rounded(rounding)
        if let value = Int(exactly: rounded), range.contains(value) {
            // `> 0.5` is `>= 1`.
            self = .whole(NumberText(String(value)), isExclusive: false)
        } else {
            self = rounded < 0 ? .below : .above
        }
    }
}
