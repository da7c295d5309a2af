import QuillAPI
import Testing

@Suite("Enumerations")
struct EnumerationTests {
    @Test(arguments: [
        ("{type: string, enum: [a, B, '']}", "E (a, B, )"),
        ("{enum: [a]}", "E (a)"),
        ("{type: integer, enum: [1, -3, 2]}", "E (1, -3, 2)"),
        ("{type: number, enum: [1, 2.0, 3e0]}", "E (1, 2, 3)"),
        ("{type: [string, 'null'], enum: [a, null]}", "E (a)"),
        ("{const: only}", "E (only)"),
        ("{type: integer, const: 7}", "E (7)"),
        ("{type: string, enum: ['1', 'true']}", "E (1, true)"),
        ("{type: string, const: b, enum: [a, b]}", "E (b)"),
        ("{enum: [b], allOf: [{enum: [a, b, c]}, {const: b}]}", "E (b)"),
        ("{oneOf: [{const: a, title: First}, {const: b, description: The other.}]}", "E (a, b)"),
        ("{anyOf: [{const: 1}, {const: 2}]}", "E (1, 2)"),
        ("{oneOf: [{const: a}, {const: b}, {type: 'null'}]}", "E (a, b)"),
        ("{type: string, enum: [a, b], oneOf: [{const: a, title: First}, {const: b}]}", "E (a, b)"),
    ])
    func listTheirValues(schema: String, shape: String) throws {
        let found = try DocumentText.schemas("E: \(schema)").api().spellings
        #expect(found == [shape])
    }

    @Test(arguments: [
        ("{enum: [true]}", "`enum` with values other than strings and integers"),
        ("{type: boolean, enum: [true, false]}", "`enum` with values other than strings and integers"),
        ("{enum: [1.5]}", "`enum` with values other than strings and integers"),
        ("{enum: [a, 1]}", "`enum` with values other than strings and integers"),
        ("{enum: [{a: 1}]}", "`enum` with values other than strings and integers"),
        ("{const: true}", "`const` with values other than strings and integers"),
        ("{const: [1]}", "`const` with values other than strings and integers"),
        ("{type: string, enum: [1, 2]}", "`enum` with values that `type` excludes"),
        ("{type: integer, enum: ['1']}", "`enum` with values that `type` excludes"),
        ("{enum: []}", "an empty `enum`"),
        ("{enum: [d], allOf: [{enum: [a, b, c]}]}", "`enum` beside `allOf`, `anyOf` or `oneOf`"),
        ("{enum: [a], allOf: [{type: string}]}", "`enum` beside `allOf`, `anyOf` or `oneOf`"),
        ("{const: a, anyOf: [{type: string}]}", "`const` beside `allOf`, `anyOf` or `oneOf`"),
    ])
    func ofOtherValuesAreUntyped(schema: String, construct: String) {
        #expect(DocumentText.schemas("E: \(schema)").faults == [Gap.untyped.fault(construct, at: "6:8")])
    }

    @Test func ofNothingButNullAreUntypedWhereTheyAreUsed() {
        let text = """
            NullEnum: {enum: [null]}
            A: {type: object, properties: {a: {$ref: '#/components/schemas/NullEnum'}, b: {const: null}}}
            """
        #expect(
            DocumentText.schemas(text).faults == [
                Gap.untyped.fault("`null` as the only value", at: "6:15"),
                Gap.untyped.fault("`null` as the only value", at: "7:83"),
            ])
    }
}
