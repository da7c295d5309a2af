import QuillAPI
import Testing

@Suite("Unions beside other keywords")
struct ComposedUnionTests {
    private static let parts = """
        Base: {type: object, required: [id], properties: {id: {type: integer}}}
        A: {type: object, required: [a], properties: {a: {type: string}}}
        B: {type: object, required: [b], properties: {b: {type: string}}}
        Either: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
        """

    private func ref(_ name: String) -> String { "{$ref: '#/components/schemas/\(name)'}" }

    /// The shapes of `U` and of what is inside of it.
    private func shapes(_ schema: String) throws -> [String] {
        try DocumentText.schemas("U: \(schema)\n\(Self.parts)").api().spellings.filter { $0.hasPrefix("U") }
    }

    private static let either =
        "oneOf: [{$ref: '#/components/schemas/A'}, {title: Other, required: [o], properties: {o: {type: string}}}]"
    private static let base = "{$ref: '#/components/schemas/Base'}"

    @Test(arguments: [
        "{type: object, required: [id], properties: {id: {type: integer}}, \(either)}",
        "{required: [id], properties: {id: {type: integer}}, \(either)}",
        "{allOf: [\(base)], \(either)}",
        "{allOf: [\(base), {\(either)}]}",
        "{allOf: [{\(either)}, \(base)]}",
        "{allOf: [{\(either)}], required: [id], properties: {id: {type: integer}}}",
    ])
    func shareWhatStandsBesideTheirChoices(schema: String) throws {
        let found = try shapes(schema)
        #expect(found.first == "U A = U.A with a | Other = U.Other with o")
        let members = found.dropFirst().map { Set($0.filter { !"{},".contains($0) }.split(separator: " ")) }
        #expect(
            members == [["U.A", "id:", "integer", "a:", "string"], ["U.Other", "id:", "integer", "o:", "string"]])
    }

    @Test func shareThroughReferencesToUnions() throws {
        let found = try shapes("{allOf: [\(ref("Base")), \(ref("Either"))]}")
        #expect(
            found == [
                "U A = U.A with a | B = U.B with b", "U.A {id: integer, a: string}", "U.B {id: integer, b: string}",
            ])
    }

    @Test(arguments: [
        "{allOf: [\(base)], \(either), discriminator: {propertyName: kind, mapping: {x: A}}}",
        "{allOf: [\(base), {\(either), discriminator: {propertyName: kind, mapping: {x: A}}}]}",
    ])
    func keepTheirDiscriminator(schema: String) throws {
        let document = DocumentText.schemas("U: \(schema)\n\(Self.parts)")
        let found = try document.api(ignoringWarnings: true).schema(SchemaID(["U"]))?.shape.spelling
        #expect(found == "by kind: A = U.A (x) adding x | Other = U.Other as object")
    }

    /// `required` alone in a choice makes no type: it says which members go together.
    @Test(arguments: [
        ("{properties: {a: {}, b: {}}, oneOf: [{required: [a]}, {required: [b]}]}", "U {a?: any, b?: any}", "oneOf"),
        ("{type: object, properties: {a: {}}, anyOf: [{type: object, required: [a]}]}", "U {a?: any}", "anyOf"),
        ("{type: object, anyOf: [{required: [a]}, {required: [b]}]}", "", ""),
        ("{allOf: [\(base)], properties: {a: {}}, anyOf: [{required: [a]}]}", "U {id: integer, a?: any}", "anyOf"),
        ("{allOf: [\(base), {properties: {a: {}}}], oneOf: [{required: [a]}]}", "U {id: integer, a?: any}", "oneOf"),
        ("{type: object, properties: {a: {}}, anyOf: [{required: [a]}, {type: 'null'}]}", "U {a?: any}", "anyOf"),
    ])
    func areNoneWhereChoicesOnlyRequire(schema: String, shape: String, keyword: String) throws {
        let found = try DocumentText.schemas("U: \(schema)\n\(Self.parts)").api().spellings.filter { $0.hasPrefix("U") }
        #expect(found.count == (shape.isEmpty ? 0 : 1))
        for schema in found { #expect(schema.hasPrefix(shape + " {\"\(keyword)\": [")) }
    }

    @Test func areNoneOfSeveral() {
        let document = DocumentText.schemas(
            "U: {allOf: [{\(Self.either)}, \(ref("Either"))]}\n\(Self.parts)")
        #expect(document.faults == [Gap.untyped.fault("several `oneOf` or `anyOf` within `allOf`", at: "6:8")])
    }

    @Test func haveAChoiceForWhatNamesNone() throws {
        let shapes = try DocumentText.schemas(
            """
            U: {oneOf: [\(ref("A")), \(ref("B"))], discriminator: {propertyName: kind, defaultMapping: B}}
            \(Self.parts)
            """, version: "3.2.0"
        ).api().spellings
        #expect(shapes.first == "U by kind: A (A) adding A | B (B, …)")
    }
}
