/// The keywords of schemas that are understood: JSON Schema 2020-12, OpenAPI's, and those of 3.0's dialect.
enum SchemaKeyword: String, CaseIterable {
    case type, format, `enum`, const, title, description, deprecated, readOnly, writeOnly, nullable
    case `default`, example, examples, externalDocs, xml
    case comment = "$comment"
    case minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf
    case minLength, maxLength, pattern, contentEncoding, contentMediaType, contentSchema
    case items, prefixItems, contains, minContains, maxContains, minItems, maxItems, uniqueItems, unevaluatedItems
    case properties, required, additionalProperties, patternProperties, propertyNames, minProperties, maxProperties
    case dependentRequired, dependentSchemas, unevaluatedProperties
    case allOf, anyOf, oneOf, not, `if`, then, `else`, discriminator
    case id = "$id"
    case dialect = "$schema"
    case anchor = "$anchor"
    case dynamicAnchor = "$dynamicAnchor"
    case dynamicReference = "$dynamicRef"
    case vocabulary = "$vocabulary"
    case definitions = "$defs"
    case reference = "$ref"
    /// Of JSON Schema 2019-09; understood where they can be translated.
    case recursiveReference = "$recursiveRef"
    case recursiveAnchor = "$recursiveAnchor"

    /// Looked up for every member of every schema, so not by comparing with one spelling after the other.
    static let named: [String: SchemaKeyword] = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

    /// The version that added the keyword; nil for those of 2.0.
    var since: OpenAPI.Version? {
        switch self {
        case .anyOf, .oneOf, .not, .nullable, .writeOnly, .deprecated: .v3_0
        case .const, .examples, .comment, .contentEncoding, .contentMediaType, .contentSchema, .prefixItems, .contains,
            .minContains, .maxContains, .unevaluatedItems, .patternProperties, .propertyNames, .dependentRequired,
            .dependentSchemas, .unevaluatedProperties, .if, .then, .else, .id, .dialect, .anchor, .dynamicAnchor,
            .dynamicReference, .vocabulary, .definitions, .recursiveReference, .recursiveAnchor:
            .v3_1
        default: nil
        }
    }
}
