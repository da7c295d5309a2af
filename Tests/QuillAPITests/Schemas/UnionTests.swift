import QuillAPI
import Testing

@Suite("Unions")
struct UnionTests {
    private static let objects = """
        A: {type: object, required: [a], properties: {a: {type: string}}}
        B: {type: object, required: [b], properties: {b: {type: string}}}
        AB: {type: object, required: [a, b], properties: {a: {type: string}, b: {type: string}}}
        Loose: {type: object, properties: {a: {type: string}, c: {type: string}}}
        Known: {enum: [x, y]}
        Level: {enum: [1, 2]}
        Scalar: {oneOf: [{type: integer}, {type: boolean}]}
        """

    private func union(_ choices: String) throws -> String? {
        try DocumentText.union(choices, beside: Self.objects).api().schema(SchemaID(["U"]))?.shape.spelling
    }

    @Test(arguments: [
        ("{type: string} {type: integer}", "string as string | integer as number"),
        ("A {type: string}", "A as object | string as string"),
        ("Known Level", "Known as string | Level as number"),
        (
            "{type: boolean} {type: number} {type: array,items: {type: integer}} {type: object} {format: uuid}",
            "bool = boolean as bool | number as number | integers = [integer] as array | "
                + "dictionary = {any} as object | uuid = string(uuid) as string"
        ),
        ("{type: string,title: Name} {type: integer}", "Name = string as string | integer as number"),
        ("Scalar {type: string}", "string as string | Scalar if it fits"),
    ])
    func areToldApartByTheKindOfValue(choices: String, union: String) throws {
        let found = try self.union(choices)
        #expect(found == union)
    }

    @Test(arguments: [
        ("A B", "A with a | B with b"),
        // The member has to be one that the others do not know.
        ("AB B", "AB with a | B if it fits"),
        ("A Loose", "A if it fits | Loose if it fits"),
        ("B Loose", "B with b | Loose if it fits"),
        ("Loose B {type: string}", "string as string | B with b | Loose if it fits"),
        // A dictionary can have any member.
        ("A {type: object}", "A if it fits | dictionary = {any} if it fits"),
    ])
    func areToldApartByAMemberThatOneMustHave(choices: String, union: String) throws {
        let found = try self.union(choices)
        #expect(found == union)
    }

    /// What fits least is tried first.
    @Test(arguments: [
        (
            "{type: string} {format: uuid} {format: date-time}",
            "uuid = string(uuid) if it fits | date = string(dateTime) if it fits | string if it fits"
        ),
        ("{type: string} Known", "Known if it fits | string if it fits"),
        ("{type: number} {type: integer} Level", "Level if it fits | integer if it fits | number if it fits"),
        (
            "{type: array,items: {type: string}} {type: array,items: {type: integer}}",
            "integers = [integer] if it fits | strings = [string] if it fits"
        ),
        ("{} {type: string}", "string if it fits | value = any if it fits"),
        (
            "Loose A AB {type: object}",
            "AB if it fits | A if it fits | Loose if it fits | dictionary = {any} if it fits"
        ),
    ])
    func areTriedOtherwiseTheStrictestFirst(choices: String, union: String) throws {
        let found = try self.union(choices)
        #expect(found == union)
    }

    @Test(arguments: [
        ("{type: [string, integer]}", "U integer as number | string as string"),
        ("{type: [string, number, integer]}", "U number as number | string as string"),
        ("{type: [object, boolean], properties: {a: {}}}", "U bool = boolean as bool | choice2 = U.choice2 as object"),
        ("{type: [string, integer], title: Both}", "U integer as number | string as string"),
        ("{type: [string, array], items: {type: string}}", "U string as string | strings = [string] as array"),
    ])
    func areMadeOfSeveralTypes(schema: String, union: String) throws {
        let found = try DocumentText.schemas("U: \(schema)").api().spellings.first
        #expect(found == union)
    }

    @Test(arguments: [
        "{type: [string, integer, 'null']}", "{oneOf: [{type: string}, {type: integer}, {type: 'null'}]}",
        "{anyOf: [{type: 'null'}, {type: string}, {type: integer}]}",
    ])
    func areNullableWithoutAChoiceForNull(schema: String) throws {
        let type = try DocumentText.type(schema)
        #expect(type == "O.p?")
        let shapes = try DocumentText.schemas("O: {properties: {p: \(schema)}}").api().spellings
        let choices = shapes.last?.dropFirst("O.p ".count).split(separator: "|").map { $0.filter { $0 != " " } }
        #expect(choices?.sorted() == ["integerasnumber", "stringasstring"])
    }

    @Test func areNullableInVersionThree() throws {
        let api = try DocumentText.schemas(
            "O: {properties: {p: {nullable: true, oneOf: [{type: string}, {type: integer}]}}}", version: "3.0.3"
        ).api()
        #expect(api.spellings == ["O {p?: O.p?}", "O.p string as string | integer as number"])
    }

    @Test func nameTheirChoicesByComponentTitleOrPlace() throws {
        let api = try DocumentText.schemas(
            """
            U:
              oneOf:
                - $ref: '#/components/schemas/A'
                - {title: Titled, properties: {b: {}}}
                - {properties: {c: {}}}
                - {type: array, items: {title: Inner, properties: {d: {}}}}
            A: {type: object, properties: {a: {}}}
            """
        ).api()
        #expect(
            api.spellings == [
                "U items = [U.choice4.item] as array | A if it fits | Titled = U.Titled if it fits | "
                    + "choice3 = U.choice3 if it fits",
                "A {a?: any}", "U.Titled {b?: any}", "U.choice3 {c?: any}", "U.choice4.item {d?: any}",
            ])
    }

    @Test func canContainThemselves() throws {
        let api = try DocumentText.schemas(
            """
            Tree:
              oneOf:
                - {type: string}
                - {type: array, items: {$ref: '#/components/schemas/Tree'}}
                - {$ref: '#/components/schemas/Fork'}
            Fork: {required: [left], properties: {left: {$ref: '#/components/schemas/Tree'}}}
            """
        ).api()
        #expect(
            api.spellings == [
                "Tree string as string | Trees = [Tree] as array | Fork as object", "Fork {left: Tree}",
            ])
    }

    @Test func areUsedWhereTheirChoicesAre() throws {
        let api = try DocumentText.operation(
            """
            requestBody:
              content:
                application/json: {schema: {oneOf: [{title: A, required: [a], properties: {a: {}}}, {type: string}]}}
            """
        ).api()
        #expect(api.schemas.map(\.id.description) == ["get_a.body", "get_a.body.A"])
        #expect(api.schemas.map(\.usage) == [.request, .request])
    }
}
