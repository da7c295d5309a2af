/// A pair for every rule of schemas, and pairs that only look different.
enum SchemaPairs {
    static let all =
        types + formats + values + numbers + strings + arrays + objects + properties + marks + unions + choices
        + discriminators + conditions + announcements + remarks + sameMeaning

    static let types: [SchemaPair] = [
        SchemaPair("{type: string}", "{type: boolean}", ["type-changed"], ["type-changed"]),
        SchemaPair("{type: integer}", "{type: number}", ["type-generalized"], ["type-specialized"]),
        SchemaPair("{type: string}", "{}", ["type-generalized"], ["type-specialized"]),
        SchemaPair(
            "{type: string}", "{type: [string, integer]}", ["list-of-types-widened"], ["list-of-types-narrowed"]),
        SchemaPair("{type: [string, integer]}", "{type: boolean}", ["type-changed"], ["type-changed"]),
        SchemaPair(
            "{required: [a]}", "{type: object, required: [a]}", ["type-stated"], ["type-unstated"]),
        SchemaPair("{type: string}", "{type: [string, 'null']}", ["became-nullable"], ["became-not-nullable"]),
        SchemaPair(
            "{type: string}", "{anyOf: [{type: string}, {type: 'null'}]}", ["became-nullable"],
            ["became-not-nullable"]),
        SchemaPair(
            "{$ref: '#/components/schemas/A'}", "{oneOf: [{$ref: '#/components/schemas/A'}, {type: 'null'}]}",
            ["became-nullable"], ["became-not-nullable"],
            components: "{A: {type: object, properties: {n: {type: string}}}}"),
        SchemaPair(
            "{type: array, items: {type: string}}", "{type: array, items: {type: integer}}", [".type-changed"],
            [".type-changed"]),
    ]

    static let formats: [SchemaPair] = [
        SchemaPair("{type: string}", "{type: string, format: uuid}", ["format-added"], ["format-removed"]),
        SchemaPair(
            "{type: string, format: uuid}", "{type: string, format: date}", ["format-changed"], ["format-changed"]),
        SchemaPair(
            "{type: integer, format: int32}", "{type: integer, format: int64}", ["format-generalized"],
            ["format-specialized"]),
    ]

    static let values: [SchemaPair] = [
        SchemaPair("{type: string}", "{type: string, enum: [a, b]}", ["became-enum"], ["no-longer-enum"]),
        SchemaPair(
            "{type: string, enum: [a]}", "{type: string, enum: [b, a]}", ["enum-value-added"], ["enum-value-removed"]),
        SchemaPair("{type: string}", "{type: string, const: a}", ["const-added"], ["const-removed"]),
        SchemaPair(
            "{type: string, const: a}", "{type: string, const: b}", ["const-changed"], ["const-changed"]),
        SchemaPair(
            "{type: string, x-extensible-enum: [a, b]}", "{type: string, x-extensible-enum: [a]}",
            ["x-extensible-enum-value-removed"], ["x-extensible-enum-value-added"]),
        SchemaPair(
            "{type: integer}", "{type: integer, default: 1}", ["default-value-added"], ["default-value-removed"]),
        SchemaPair(
            "{type: integer, default: 1}", "{type: integer, default: 2}", ["default-value-changed"],
            ["default-value-changed"]),
    ]

    static let numbers: [SchemaPair] = [
        SchemaPair("{type: number}", "{type: number, maximum: 9}", ["max-set"], ["max-unset"]),
        SchemaPair(
            "{type: number, maximum: 9}", "{type: number, maximum: 10}", ["max-increased"], ["max-decreased"]),
        SchemaPair("{type: number}", "{type: number, minimum: 9}", ["min-set"], ["min-unset"]),
        SchemaPair(
            "{type: number, minimum: 9}", "{type: number, minimum: 10}", ["min-increased"], ["min-decreased"]),
        SchemaPair(
            "{type: number}", "{type: number, exclusiveMaximum: 9}", ["exclusive-max-set"], ["exclusive-max-unset"]),
        SchemaPair(
            "{type: number, exclusiveMaximum: 9}", "{type: number, exclusiveMaximum: 9.5}",
            ["exclusive-max-increased"], ["exclusive-max-decreased"]),
        SchemaPair(
            "{type: number}", "{type: number, exclusiveMinimum: 9}", ["exclusive-min-set"], ["exclusive-min-unset"]),
        SchemaPair(
            "{type: number, exclusiveMinimum: 9}", "{type: number, exclusiveMinimum: 10}",
            ["exclusive-min-increased"], ["exclusive-min-decreased"]),
        SchemaPair(
            "{type: number, maximum: 9}", "{type: number, exclusiveMaximum: 9}", ["limit-became-exclusive"],
            ["limit-became-inclusive"]),
        SchemaPair(
            "{type: integer}", "{type: integer, multipleOf: 4}", ["multiple-of-set"], ["multiple-of-unset"]),
        SchemaPair(
            "{type: integer, multipleOf: 4}", "{type: integer, multipleOf: 2}", ["multiple-of-generalized"],
            ["multiple-of-specialized"]),
        SchemaPair(
            "{type: integer, multipleOf: 4}", "{type: integer, multipleOf: 6}", ["multiple-of-changed"],
            ["multiple-of-changed"]),
    ]

    static let strings: [SchemaPair] = [
        SchemaPair("{type: string}", "{type: string, maxLength: 9}", ["max-length-set"], ["max-length-unset"]),
        SchemaPair(
            "{type: string, maxLength: 9}", "{type: string, maxLength: 10}", ["max-length-increased"],
            ["max-length-decreased"]),
        SchemaPair("{type: string}", "{type: string, minLength: 9}", ["min-length-set"], ["min-length-unset"]),
        SchemaPair(
            "{type: string, minLength: 9}", "{type: string, minLength: 10}", ["min-length-increased"],
            ["min-length-decreased"]),
        SchemaPair("{type: string}", "{type: string, pattern: a+}", ["pattern-added"], ["pattern-removed"]),
        SchemaPair(
            "{type: string, pattern: a+}", "{type: string, pattern: b+}", ["pattern-changed"], ["pattern-changed"]),
        SchemaPair(
            "{type: string, pattern: a+}", "{type: string, pattern: .*}", ["pattern-generalized"],
            ["pattern-specialized"]),
        SchemaPair(
            "{type: string}", "{type: string, contentEncoding: base64}", ["content-encoding-changed"],
            ["content-encoding-changed"]),
        SchemaPair(
            "{type: string}", "{type: string, contentMediaType: image/png}", ["content-media-type-changed"],
            ["content-media-type-changed"]),
        SchemaPair(
            "{type: string, contentMediaType: application/json}",
            "{type: string, contentMediaType: application/json, contentSchema: {type: object}}",
            ["content-schema-added"], ["content-schema-removed"]),
    ]

    static let arrays: [SchemaPair] = [
        SchemaPair("{type: array}", "{type: array, maxItems: 9}", ["max-items-set"], ["max-items-unset"]),
        SchemaPair(
            "{type: array, maxItems: 9}", "{type: array, maxItems: 10}", ["max-items-increased"],
            ["max-items-decreased"]),
        SchemaPair("{type: array}", "{type: array, minItems: 9}", ["min-items-set"], ["min-items-unset"]),
        SchemaPair(
            "{type: array, minItems: 9}", "{type: array, minItems: 10}", ["min-items-increased"],
            ["min-items-decreased"]),
        SchemaPair(
            "{type: array}", "{type: array, uniqueItems: true}", ["unique-items-set"], ["unique-items-unset"]),
        SchemaPair(
            "{type: array}", "{type: array, items: {type: string}}", ["items-schema-added"], ["items-schema-removed"]),
        SchemaPair(
            "{type: array}", "{type: array, contains: {type: string}}", ["contains-added"], ["contains-removed"]),
        SchemaPair(
            "{type: array, contains: {type: string}}", "{type: array, contains: {type: string}, minContains: 2}",
            ["min-contains-increased"], ["min-contains-decreased"]),
        SchemaPair(
            "{type: array, contains: {type: string}}", "{type: array, contains: {type: string}, maxContains: 2}",
            ["max-contains-set"], ["max-contains-unset"]),
        SchemaPair(
            "{type: array, contains: {type: string}, maxContains: 2}",
            "{type: array, contains: {type: string}, maxContains: 3}", ["max-contains-increased"],
            ["max-contains-decreased"]),
        SchemaPair(
            "{type: array, prefixItems: [{type: string}]}",
            "{type: array, prefixItems: [{type: string}, {type: string}]}", ["prefix-items-added"],
            ["prefix-items-removed"]),
        SchemaPair(
            "{type: array, items: false, prefixItems: [{type: string}]}",
            "{type: array, items: false, prefixItems: [{type: string}, {type: string}]}", ["prefix-items-extended"],
            ["prefix-items-shortened"]),
        SchemaPair(
            "{type: array}", "{type: array, unevaluatedItems: {type: string}}", ["unevaluated-items-added"],
            ["unevaluated-items-removed"]),
    ]
}
