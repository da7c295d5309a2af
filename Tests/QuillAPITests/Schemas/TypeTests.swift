import QuillAPI
import Testing

@Suite("Types of schemas")
struct TypeTests {
    @Test(arguments: [
        ("{}", "any"),
        ("true", "any"),
        ("{description: Anything.}", "any"),
        ("{type: boolean}", "boolean"),
        ("{type: integer}", "integer"),
        ("{type: integer, format: int32}", "integer(int32)"),
        ("{type: integer, format: int64}", "integer(int64)"),
        ("{type: integer, format: uint8}", "integer"),
        ("{type: number}", "number"),
        ("{type: number, format: float}", "number(float)"),
        ("{type: number, format: double}", "number(double)"),
        ("{type: [number, integer]}", "number"),
        ("{type: string}", "string"),
        ("{type: string, format: date-time}", "string(dateTime)"),
        ("{type: string, format: date}", "string(date)"),
        ("{type: string, format: uuid}", "string(uuid)"),
        ("{type: string, format: uri}", "string(uri)"),
        ("{type: string, format: byte}", "string(byte)"),
        ("{type: string, contentEncoding: base64}", "string(byte)"),
        ("{type: string, contentMediaType: image/png}", "string(binary)"),
        ("{type: string, format: binary}", "string(binary)"),
        ("{type: string, format: email}", "string"),
        ("{type: string, format: no-such-format}", "string"),
        ("{type: array}", "[any]"),
        ("{type: array, items: {type: string}}", "[string]"),
        ("{type: array, items: {type: array, items: {type: integer}}}", "[[integer]]"),
        ("{type: object}", "{any}"),
        ("{type: object, properties: {}}", "{any}"),
        ("{type: object, additionalProperties: true}", "{any}"),
        ("{type: object, additionalProperties: {}}", "{any}"),
        ("{type: object, additionalProperties: {type: number}}", "{number}"),
        ("{type: object, additionalProperties: {$ref: '#/components/schemas/Pet'}}", "{Pet}"),
        ("{$ref: '#/components/schemas/Pet'}", "Pet"),
        ("{$ref: '#/components/schemas/Size'}", "Size"),
    ])
    func readTheKeywords(schema: String, type: String) throws {
        let found = try DocumentText.type(schema)
        #expect(found == type)
    }

    /// What a schema without `type` is for.
    @Test(arguments: [
        ("{minLength: 1}", "string minLength=1"),
        ("{format: uuid}", "string(uuid)"),
        ("{format: int64}", "integer(int64)"),
        ("{format: double}", "number(double)"),
        ("{minimum: 1.5}", "number >=1.5"),
        ("{items: {type: string}}", "[string]"),
        ("{additionalProperties: {type: string}}", "{string}"),
        ("{properties: {a: {type: string}}}", "O.p"),
        ("{enum: [a]}", "O.p"),
    ])
    func areInferredFromOtherKeywords(schema: String, type: String) throws {
        let found = try DocumentText.type(schema)
        #expect(found == type)
    }

    @Test(arguments: [
        ("3.0.3", "{type: string, nullable: true}", "string?"),
        ("3.0.3", "{type: string, nullable: false}", "string"),
        ("3.0.3", "{type: object, nullable: true, properties: {a: {}}}", "O.p?"),
        ("3.0.3", "{type: string, nullable: true, enum: [a, null]}", "O.p?"),
        ("3.0.3", "{type: string, nullable: true, enum: [a]}", "O.p?"),
        ("3.0.3", "{nullable: true, allOf: [{$ref: '#/components/schemas/Pet'}]}", "Pet?"),
        ("3.0.3", "{allOf: [{$ref: '#/components/schemas/Pet'}, {nullable: true}]}", "Pet?"),
        ("3.0.3", "{oneOf: [{$ref: '#/components/schemas/Pet'}], nullable: true}", "Pet?"),
        ("3.1.0", "{type: [string, 'null']}", "string?"),
        ("3.1.0", "{type: ['null', array], items: {type: [integer, 'null']}}", "[integer?]?"),
        ("3.1.0", "{type: [object, 'null'], additionalProperties: {type: string}}", "{string}?"),
        ("3.1.0", "{enum: [a, null]}", "O.p?"),
        ("3.1.0", "{enum: [1, null]}", "O.p?"),
        ("3.1.0", "{anyOf: [{$ref: '#/components/schemas/Pet'}, {type: 'null'}]}", "Pet?"),
        ("3.1.0", "{oneOf: [{type: 'null'}, {type: integer, format: int32}]}", "integer(int32)?"),
        ("3.1.0", "{anyOf: [{type: string}, {const: null}]}", "string?"),
        ("3.1.0", "{anyOf: [{type: string}, {enum: [null]}]}", "string?"),
        ("3.1.0", "{anyOf: [{type: string}, {$ref: '#/components/schemas/Nothing'}]}", "string?"),
        ("3.1.0", "{anyOf: [{$ref: '#/components/schemas/Pet'}]}", "Pet"),
        ("3.1.0", "{$ref: '#/components/schemas/Maybe'}", "string?"),
        ("3.1.0", "{$ref: '#/components/schemas/Maybe', type: string}", "string"),
        ("3.1.0", "{allOf: [{$ref: '#/components/schemas/Maybe'}]}", "string?"),
        ("3.1.0", "{allOf: [{$ref: '#/components/schemas/Maybe'}], type: string}", "string"),
        ("3.1.0", "{allOf: [{type: [object, 'null']}, {type: [object, 'null'], properties: {a: {}}}]}", "O.p?"),
        ("3.1.0", "{allOf: [{type: [object, 'null']}, {type: object, properties: {a: {}}}]}", "O.p"),
    ])
    func areNullableInEverySpelling(version: String, schema: String, type: String) throws {
        let document = version == "3.0.3" ? try nullableInThreeZero(schema) : try DocumentText.type(schema)
        #expect(document == type)
    }

    private func nullableInThreeZero(_ schema: String) throws -> String {
        let api = try DocumentText.schemas(
            """
            O: {type: object, properties: {p: \(schema)}}
            Pet: {type: object, properties: {name: {type: string}}}
            """, version: "3.0.3"
        ).api()
        return api.object("O")?.properties.first?.type.spelling ?? "none"
    }

    /// A schema that says nothing of its own is the one that it wraps.
    @Test(arguments: [
        ("{allOf: [{$ref: '#/components/schemas/Size'}], default: s}", "Size"),
        ("{allOf: [{$ref: '#/components/schemas/Pet'}], description: A pet., readOnly: false}", "Pet"),
        ("{allOf: [{$ref: '#/components/schemas/Pet'}], type: object}", "Pet"),
        ("{allOf: [{$ref: '#/components/schemas/Pet'}, {description: A pet.}]}", "Pet"),
        ("{allOf: [{type: string, maxLength: 3}]}", "string maxLength=3"),
        ("{type: string, allOf: [{description: Text.}]}", "string"),
        ("{$ref: '#/components/schemas/Count', description: How many.}", "integer >=0"),
        ("{$ref: '#/components/schemas/Count', type: integer}", "integer >=0"),
        ("{allOf: [{$ref: '#/components/schemas/Count'}]}", "integer >=0"),
    ])
    func seeThroughWrappers(schema: String, type: String) throws {
        let found = try DocumentText.type(schema)
        #expect(found == type)
    }

    @Test(arguments: [
        ("{type: integer, minimum: 1, maximum: 10, multipleOf: 5}", "integer >=1 <=10 multipleOf=5"),
        ("{type: integer, exclusiveMinimum: 0, exclusiveMaximum: 10}", "integer >0 <10"),
        ("{type: integer, minimum: 0.5, maximum: 1.5}", "integer >=1 <=1"),
        ("{type: integer, minimum: 1.0, maximum: 1e3}", "integer >=1 <=1000"),
        ("{type: integer, maximum: 18446744073709551615, minimum: -1e40}", "integer"),
        ("{type: integer, format: int32, maximum: 4294967295}", "integer(int32)"),
        ("{type: integer, multipleOf: 0.01}", "integer"),
        ("{type: number, minimum: 0.50, exclusiveMaximum: 1e400}", "number >=0.50 <1e400"),
        ("{type: string, minLength: 1, maxLength: 3, pattern: '^a'}", "string /^a/ minLength=1 maxLength=3"),
        ("{type: array, minItems: 1, maxItems: 2, uniqueItems: true}", "[any] unique minItems=1 maxItems=2"),
        ("{type: object, minProperties: 1, maxProperties: 2}", "{any} minProperties=1 maxProperties=2"),
        ("{type: integer, maxLength: 3}", "integer"),
        ("{type: string, minimum: 3}", "string"),
        ("{type: string, maxItems: 3}", "string"),
    ])
    func keepTheLimitsOfTheirOwnType(schema: String, type: String) throws {
        let found = try DocumentText.type(schema)
        #expect(found == type)
    }

    @Test func ofComponentsWithoutDeclarationAppearWhereTheyAreUsed() throws {
        let api = try DocumentText.schemas(
            """
            Name: {type: string, format: uuid}
            Names: {type: array, items: {$ref: '#/components/schemas/Name'}}
            Index: {type: object, additionalProperties: {$ref: '#/components/schemas/Names'}}
            Other: {$ref: '#/components/schemas/Pet'}
            Pet: {type: object, properties: {names: {$ref: '#/components/schemas/Index'}}}
            Pets: {type: array, items: {$ref: '#/components/schemas/Other'}}
            Zoo: {type: object, properties: {pets: {$ref: '#/components/schemas/Pets'}}}
            """
        ).api()
        #expect(api.spellings == ["Pet {names?: {[string(uuid)]}}", "Zoo {pets?: [Pet]}"])
    }
}
