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
        ("{type: string, enum: [1, 2]}", "`enum` with values that `type` excludes"),
        ("{type: integer, enum: ['1']}", "`enum` with values that `type` excludes"),
    ])
    func ofOtherValuesAreUntyped(schema: String, construct: String) {
        #expect(DocumentText.schemas("E: \(schema)").faults == [Gap.untyped.fault(construct, at: "6:8")])
    }

    @Test(arguments: [
        ("{enum: [true]}", "boolean of true"),
        ("{type: boolean, enum: [true, false]}", "boolean"),
        ("{const: true}", "boolean of true"),
        ("{enum: [a, 1]}", #"any {"enum": ["a",1]}"#),
        ("{enum: [{a: 1}]}", #"any {"enum": [{"a":1}]}"#),
        ("{const: [1]}", #"any {"const": [1]}"#),
        ("{enum: [null]}", #"any {"enum": [null]}"#),
        ("{type: 'null'}", #"any {"type": "null"}"#),
    ])
    func ofOtherValuesAreHeldTo(schema: String, type: String) throws {
        let found = try DocumentText.type(schema)
        #expect(found == type)
    }

    @Test func canBeNumbers() throws {
        let found = try DocumentText.schemas("E: {type: number, enum: [1.5, 2]}").api().spellings
        #expect(found == ["E (1.5, 2)"])
    }

    @Test(arguments: [
        ("{enum: [d], allOf: [{enum: [a, b, c]}]}", "E (d)"), ("{enum: [a], allOf: [{type: string}]}", "E (a)"),
        ("{const: a, anyOf: [{type: string}]}", "E (a)"),
    ])
    func countBesideOtherSchemas(schema: String, shape: String) throws {
        let found = try DocumentText.schemas("E: \(schema)").api().spellings
        #expect(found == [shape])
    }

    @Test func ofNoValueAreIgnored() throws {
        #expect(
            DocumentText.schemas("E: {enum: []}").faults == [
                "6:8 warning empty-enum: `enum` lists no value; it is ignored"
            ])
    }
}
