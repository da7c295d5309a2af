import QuillAPI
import QuillNodes

extension TypeUse {
    /// The arguments of the runtime's checks: those limits that say something about values of this type (JSON Schema
    /// Validation §6: a limit on strings allows every number). Nil where there is nothing to check.
    var checkArguments: String? {
        let arguments: [String?]
        switch kind {
        case .integer:
            arguments = bounds { $0.integer.map(String.init) }
        case .number:
            arguments = bounds { $0.double.isFinite ? $0.integer.map(String.init) ?? $0.text : nil }
        case .string(.plain), .string(.binary):
            arguments = [
                constraints.minLength.map { "minLength: \($0)" }, constraints.maxLength.map { "maxLength: \($0)" },
                constraints.pattern.map { "pattern: \(SwiftText.literal($0))" },
            ]
        case .array:
            arguments = [
                constraints.minItems.map { "minItems: \($0)" }, constraints.maxItems.map { "maxItems: \($0)" },
                constraints.uniqueItems ? "uniqueItems: true" : nil,
            ]
        case .map:
            arguments = [
                constraints.minProperties.map { "minProperties: \($0)" },
                constraints.maxProperties.map { "maxProperties: \($0)" },
            ]
        case .any, .boolean, .string, .schema:
            arguments = []
        }
        let present = arguments.compactMap { $0 }
        return present.isEmpty ? nil : present.joined(separator: ", ")
    }

    /// - Parameter literal: the bound as a literal of the type; nil where no value of the type can reach it.
    private func bounds(_ literal: (NumberText) -> String?) -> [String?] {
        func argument(_ label: String, _ bound: Constraints.Bound?, isExclusive: Bool) -> String? {
            guard let bound, bound.isExclusive == isExclusive else { return nil }
            return literal(bound.value).map { "\(label): \($0)" }
        }
        return [
            argument("minimum", constraints.minimum, isExclusive: false),
            argument("maximum", constraints.maximum, isExclusive: false),
            argument("exclusiveMinimum", constraints.minimum, isExclusive: true),
            argument("exclusiveMaximum", constraints.maximum, isExclusive: true),
            constraints.multipleOf.flatMap(literal).map { "multipleOf: \($0)" },
        ]
    }
}
