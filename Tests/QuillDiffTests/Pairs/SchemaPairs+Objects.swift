extension SchemaPairs {
    static let objects: [SchemaPair] = [
        SchemaPair(
            "{type: object}", "{type: object, maxProperties: 9}", ["max-properties-set"], ["max-properties-unset"]),
        SchemaPair(
            "{type: object, maxProperties: 9}", "{type: object, maxProperties: 10}", ["max-properties-increased"],
            ["max-properties-decreased"]),
        SchemaPair(
            "{type: object}", "{type: object, minProperties: 9}", ["min-properties-set"], ["min-properties-unset"]),
        SchemaPair(
            "{type: object, minProperties: 9}", "{type: object, minProperties: 10}", ["min-properties-increased"],
            ["min-properties-decreased"]),
        SchemaPair(
            "{type: object}", "{type: object, additionalProperties: false}", ["additional-properties-forbidden"],
            ["additional-properties-allowed"]),
        SchemaPair(
            "{type: object, additionalProperties: true}", "{type: object, additionalProperties: {type: string}}",
            ["additional-properties-schema-added"], ["additional-properties-schema-removed"]),
        SchemaPair(
            "{type: object, additionalProperties: {type: string}}",
            "{type: object, additionalProperties: {type: integer}}", [".type-changed"], [".type-changed"]),
        SchemaPair(
            "{type: object}", "{type: object, patternProperties: {'^a': {type: string}}}", ["pattern-property-added"],
            ["pattern-property-removed"]),
        SchemaPair(
            "{type: object}", "{type: object, propertyNames: {pattern: '^a'}}", ["property-names-added"],
            ["property-names-removed"]),
        SchemaPair(
            "{type: object}", "{type: object, unevaluatedProperties: false}", ["unevaluated-properties-added"],
            ["unevaluated-properties-removed"]),
        SchemaPair(
            "{type: object}", "{type: object, dependentRequired: {a: [b]}}", ["dependent-required-added"],
            ["dependent-required-removed"]),
        SchemaPair(
            "{type: object, dependentRequired: {a: [b]}}", "{type: object, dependentRequired: {a: [c]}}",
            ["dependent-required-changed"], ["dependent-required-changed"]),
        SchemaPair(
            "{type: object}", "{type: object, dependentSchemas: {a: {minProperties: 2}}}",
            ["dependent-schema-added"], ["dependent-schema-removed"]),
    ]

    private static let empty = "{type: object}"
    private static let optional = "{type: object, properties: {a: {type: string}}}"
    private static let required = "{type: object, required: [a], properties: {a: {type: string}}}"

    static let properties: [SchemaPair] = [
        SchemaPair(empty, optional, [".optional:added"], [".optional:removed"]),
        SchemaPair(empty, required, [".required:added"], [".required:removed"]),
        SchemaPair(
            empty, "{type: object, required: [a], properties: {a: {type: string, default: x}}}",
            [".required:added-with-default"], [".required:removed"]),
        SchemaPair(optional, required, [".became-required"], [".became-optional"]),
        SchemaPair(
            "{type: object, properties: {a: {type: string, default: x}}}",
            "{type: object, required: [a], properties: {a: {type: string, default: x}}}",
            [".became-required-with-default"], [".became-optional"]),
        SchemaPair(empty, "{type: object, required: [a]}", [".became-required"], [".became-optional"]),
    ]

    /// Marks of one property, which stands in a place where the other mark hides it as well.
    static let marks: [SchemaPair] = [false, true].flatMap { isRequired -> [SchemaPair] in
        let head = "{type: object, \(isRequired ? "required: [a], " : "")properties: {a: {type: string"
        let need = isRequired ? "required" : "optional"
        return [
            SchemaPair(
                "\(head)}}}", "\(head), readOnly: true}}}", [".\(need):became-read-only"],
                [".\(need):became-not-read-only"]),
            SchemaPair(
                "\(head)}}}", "\(head), writeOnly: true}}}", [".\(need):became-write-only"],
                [".\(need):became-not-write-only"]),
        ]
    }

    private static let animals = """
        {Cat: {type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer}}},
        Dog: {type: object, required: [kind], properties: {kind: {type: string}, bark: {type: string}}}}
        """
    private static let cat = "{$ref: '#/components/schemas/Cat'}"
    private static let dog = "{$ref: '#/components/schemas/Dog'}"

    static let unions: [SchemaPair] = [
        SchemaPair(
            "{oneOf: [\(cat), \(dog)]}", "{oneOf: [\(cat), \(dog), {type: string}]}", ["one-of-added"],
            ["one-of-removed"], components: animals),
        SchemaPair(
            "{anyOf: [\(cat), \(dog)]}", "{anyOf: [{type: string}, \(cat), \(dog)]}", ["any-of-added"],
            ["any-of-removed"], components: animals),
        SchemaPair(
            cat, "{oneOf: [\(cat), \(dog)]}", ["wrapped-in-one-of"], ["unwrapped-from-one-of"], components: animals),
        SchemaPair(
            cat, "{anyOf: [\(cat), \(dog)]}", ["wrapped-in-any-of"], ["unwrapped-from-any-of"], components: animals),
        SchemaPair(
            "{type: object, properties: {a: {type: string}}}",
            "{type: object, properties: {a: {type: string}}, oneOf: [\(cat), \(dog)]}", ["choice-added"],
            ["choice-removed"], components: animals),
        SchemaPair(
            "{type: boolean}", "{oneOf: [\(cat), \(dog)]}", ["union-changed"], ["union-changed"], components: animals),
        SchemaPair(
            "{anyOf: [\(cat), \(dog)]}", "{oneOf: [\(cat), \(dog)]}", ["any-of-changed-to-one-of"],
            ["one-of-changed-to-any-of"], components: animals),
        SchemaPair(
            "{allOf: [\(cat)]}", "{allOf: [\(cat), {title: More}]}", ["all-of-added", "title-changed"],
            ["all-of-removed", "title-changed"], components: animals),
        SchemaPair(
            "{allOf: [\(cat)]}", "{allOf: [\(cat), \(dog)]}", ["all-of-added", ".optional:added"],
            ["all-of-removed", ".optional:removed"], components: animals),
    ]

    static let choices: [SchemaPair] = [
        SchemaPair(
            "{oneOf: [{type: array, items: \(cat)}, {type: array, items: \(dog)}]}",
            "{oneOf: [{type: array, items: \(dog)}, {type: array, items: \(cat)}]}", [".optional:added"],
            [".optional:removed"], components: animals,
            newComponents: animals.replacing("lives: {type: integer}", with: "lives: {type: integer}, age: {}")),
        SchemaPair(
            "{oneOf: [\(cat), \(dog)]}", "{oneOf: [\(cat), \(dog)]}", [".optional:removed"], [".optional:added"],
            components: animals, newComponents: animals.replacing(", bark: {type: string}", with: "")),
    ]

    static let discriminators: [SchemaPair] = [
        SchemaPair(
            "{oneOf: [\(cat), \(dog)]}", "{oneOf: [\(cat), \(dog)], discriminator: {propertyName: kind}}",
            ["discriminator-added"], ["discriminator-removed"], components: animals),
        SchemaPair(
            "{oneOf: [\(cat), \(dog)], discriminator: {propertyName: kind}}",
            "{oneOf: [\(cat), \(dog)], discriminator: {propertyName: type}}",
            ["discriminator-property-name-changed"], ["discriminator-property-name-changed"], components: animals),
        SchemaPair(
            "{oneOf: [\(cat), \(dog)], discriminator: {propertyName: kind, mapping: {c: Cat, d: Dog}}}",
            "{oneOf: [\(cat), \(dog)], discriminator: {propertyName: kind, mapping: {c: Cat, d: Dog, k: Cat}}}",
            ["discriminator-mapping-added"], ["discriminator-mapping-deleted"], components: animals),
        SchemaPair(
            "{oneOf: [\(cat), \(dog)], discriminator: {propertyName: kind, mapping: {c: Cat, d: Dog}}}",
            "{oneOf: [\(cat), \(dog)], discriminator: {propertyName: kind, mapping: {c: Dog, d: Cat}}}",
            ["discriminator-mapping-changed"], ["discriminator-mapping-changed"], components: animals),
        SchemaPair(
            "{oneOf: [\(cat), \(dog)], discriminator: {propertyName: kind, defaultMapping: Cat}}",
            "{oneOf: [\(cat), \(dog)], discriminator: {propertyName: kind, defaultMapping: Dog}}",
            ["discriminator-default-mapping-changed"], ["discriminator-default-mapping-changed"],
            components: animals),
        // A choice with its name as the value.
        SchemaPair(
            "{oneOf: [\(cat), \(dog)], discriminator: {propertyName: kind}}",
            "{oneOf: [\(cat), \(dog), {$ref: '#/components/schemas/Cow'}], discriminator: {propertyName: kind}}",
            ["one-of-added"], ["one-of-removed"],
            components: animals.replacing("{Cat:", with: "{Cow: {type: object, required: [moo]}, Cat:")),
    ]

    static let conditions: [SchemaPair] = [
        SchemaPair("{type: string}", "{type: string, not: {const: a}}", ["not-added"], ["not-removed"]),
        SchemaPair(
            "{type: string, not: {const: b}}", "{type: string, not: {const: a}}", ["not-changed"], ["not-changed"]),
        SchemaPair(
            "{type: object}", "{type: object, if: {required: [a]}, then: {required: [b]}}", ["if-added"],
            ["if-removed"]),
        SchemaPair(
            "{type: object, if: {required: [a]}, then: {required: [b]}}",
            "{type: object, if: {required: [c]}, then: {required: [b]}}", ["if-changed"], ["if-changed"]),
        SchemaPair(
            "{type: object, if: {required: [a]}}", "{type: object, if: {required: [a]}, then: {required: [b]}}",
            ["then-added"], ["then-removed"]),
        SchemaPair(
            "{type: object, if: {required: [a]}}", "{type: object, if: {required: [a]}, else: {required: [b]}}",
            ["else-added"], ["else-removed"]),
    ]

    static let announcements: [SchemaPair] = [
        SchemaPair("{type: string}", "{type: string, deprecated: true}", ["deprecated"], ["reactivated"]),
        SchemaPair(
            "{type: string}", "{type: string, deprecated: true, x-sunset: '2027-05-01'}", ["deprecated-with-sunset"],
            ["reactivated"]),
        SchemaPair(
            "{type: string}", "{type: string, deprecated: true}", ["deprecated-sunset-missing"], ["reactivated"],
            graceDays: 90),
        SchemaPair(
            "{type: string}", "{type: string, deprecated: true, x-sunset: soon}", ["deprecated-sunset-invalid"],
            ["reactivated"]),
        SchemaPair(
            "{type: string}", "{type: string, deprecated: true, x-sunset: '2026-12-24'}", ["sunset-date-too-small"],
            ["reactivated"], graceDays: 90),
        SchemaPair(
            "{type: string, deprecated: true, x-sunset: '2027-05-01'}", "{type: string, deprecated: true}",
            ["sunset-deleted"], ["extension-changed"]),
        SchemaPair(
            "{type: string, deprecated: true, x-sunset: '2027-05-01'}",
            "{type: string, deprecated: true, x-sunset: '2027-04-01'}", ["sunset-date-changed-too-small"],
            ["extension-changed"]),
        SchemaPair(
            "{type: string}", "{type: string, x-stability-level: beta}", ["stability-decreased"],
            ["stability-increased"]),
        SchemaPair(
            "{type: string}", "{type: string, x-stability-level: firm}", ["invalid-stability-level"],
            ["extension-changed"]),
    ]

    static let remarks: [SchemaPair] = [
        SchemaPair("{type: string}", "{type: string, title: A}", ["title-changed"], ["title-changed"]),
        SchemaPair(
            "{type: string}", "{type: string, description: A}", ["description-changed"], ["description-changed"]),
        SchemaPair("{type: string}", "{type: string, examples: [a]}", ["examples-changed"], ["examples-changed"]),
        SchemaPair("{type: string}", "{type: string, $comment: a}", ["comment-changed"], ["comment-changed"]),
        SchemaPair(
            "{type: string}", "{type: string, externalDocs: {url: 'https://a.example'}}", ["external-docs-changed"],
            ["external-docs-changed"]),
        SchemaPair("{type: string}", "{type: string, xml: {name: a}}", ["xml-changed"], ["xml-changed"]),
        SchemaPair("{type: string}", "{type: string, x-mark: 1}", ["extension-changed"], ["extension-changed"]),
    ]

    /// What is spelled in another way and means the same.
    static let sameMeaning: [SchemaPair] = [
        SchemaPair("{type: string, maxLength: 3}", "{maxLength: 3, type: string}", [], []),
        SchemaPair(cat, "{$ref: '#/components/schemas/Cat', readOnly: false}", [], [], components: animals),
        SchemaPair("{type: integer, exclusiveMaximum: 10}", "{type: integer, maximum: 9}", [], []),
        SchemaPair("{type: string, enum: [a, b]}", "{type: string, enum: [b, a]}", [], []),
        SchemaPair("{type: string, const: a}", "{type: string, enum: [a]}", [], []),
        SchemaPair("{type: number, maximum: 1}", "{type: number, maximum: 1.0}", [], []),
        SchemaPair("{anyOf: [{type: string}, {type: integer}]}", "{type: [integer, string]}", [], []),
        SchemaPair("{oneOf: [{const: a}, {const: b}]}", "{enum: [a, b]}", [], []),
        SchemaPair("{oneOf: [\(cat)]}", cat, [], [], components: animals),
        SchemaPair("{oneOf: [\(cat), \(dog)]}", "{oneOf: [\(dog), \(cat)]}", [], [], components: animals),
        SchemaPair("{type: array, items: {}}", "{type: array, items: true}", [], []),
        SchemaPair("{type: object, additionalProperties: {}}", "{type: object}", [], []),
        SchemaPair("{type: string, minLength: 0}", "{type: string}", [], []),
        SchemaPair("{type: string, pattern: '.*'}", "{type: string}", [], []),
        SchemaPair(
            "{type: array, contains: {type: string}}", "{type: array, contains: {type: string}, minContains: 1}", [],
            []),
        // Inline and by reference.
        SchemaPair(
            "{type: object, required: [kind], properties: {lives: {type: integer}, kind: {type: string}}}", cat, [],
            [], components: animals),
        // Parts moved between `allOf` and the schema itself; the number of parts is told as a remark.
        SchemaPair(
            "{allOf: [\(cat), {type: object, properties: {a: {type: string}}}]}",
            "{allOf: [{type: object, properties: {a: {type: string}, kind: {type: string}}}, "
                + "{type: object, required: [kind], properties: {lives: {type: integer}}}]}", [], [],
            components: animals),
    ]
}
