import QuillAPI
import Testing

@Suite("Objects")
struct ObjectTests {
    @Test func knowTheFourWaysInWhichAMemberIsThere() throws {
        let api = try DocumentText.schemas(
            """
            Thing:
              type: object
              required: [a, b]
              properties:
                a: {type: string}
                b: {type: [string, 'null']}
                c: {type: string}
                d: {type: [string, 'null']}
            """
        ).api()
        #expect(api.spellings == ["Thing {a: string, b: string?, c?: string, d?: string?}"])
    }

    @Test(arguments: [
        ("{type: object, properties: {a: {}}}", "A {a?: any}"),
        ("{type: object, properties: {a: {}}, additionalProperties: false}", "A {a?: any}"),
        ("{type: object, properties: {a: {}}, additionalProperties: true}", "A {a?: any, *: any}"),
        ("{type: object, properties: {a: {}}, additionalProperties: {type: integer}}", "A {a?: any, *: integer}"),
        ("{type: object, additionalProperties: false}", "A {}"),
    ])
    func keepFurtherMembersWhereTheDocumentSaysSo(schema: String, shape: String) throws {
        let found = try DocumentText.schemas("A: \(schema)").api().spellings
        #expect(found == [shape])
    }

    @Test func nameTheSchemasInsideByTheirPlace() throws {
        let api = try DocumentText.schemas(
            """
            A:
              type: object
              properties:
                one: {type: object, properties: {two: {enum: [x]}}}
                list: {type: array, items: {enum: [1]}}
                map: {type: object, additionalProperties: {enum: [y]}}
              additionalProperties: {type: object, properties: {z: {}}}
            """
        ).api()
        #expect(
            api.spellings == [
                "A {one?: A.one, list?: [A.list.item], map?: {A.map.value}, *: A.additional}",
                "A.one {two?: A.one.two}",
                "A.list.item (1)",
                "A.map.value (y)",
                "A.additional {z?: any}",
                "A.one.two (x)",
            ])
    }

    @Test func canContainThemselves() throws {
        let api = try DocumentText.schemas(
            """
            Node:
              type: object
              required: [children]
              properties:
                parent: {$ref: '#/components/schemas/Node'}
                children: {type: array, items: {$ref: '#/components/schemas/Node'}}
                names: {type: object, additionalProperties: {$ref: '#/components/schemas/Node'}}
                maybe: {anyOf: [{$ref: '#/components/schemas/Node'}, {type: 'null'}]}
                list: {$ref: '#/components/schemas/Nodes'}
                other: {$ref: '#/components/schemas/Optional'}
            Nodes: {type: array, items: {$ref: '#/components/schemas/Node'}}
            Optional:
              anyOf:
                - type: object
                  properties: {again: {$ref: '#/components/schemas/Optional'}}
                - type: 'null'
            """
        ).api()
        #expect(
            api.spellings == [
                "Node {parent?: Node, children: [Node], names?: {Node}, maybe?: Node?, list?: [Node], "
                    + "other?: Optional?}",
                "Optional {again?: Optional?}",
            ])
    }

    @Test(arguments: [
        ("A: {type: array, items: {$ref: '#/components/schemas/A'}}", "6:29"),
        ("A: {type: object, additionalProperties: {$ref: '#/components/schemas/A'}}", "6:45"),
        (
            """
            A: {type: array, items: {$ref: '#/components/schemas/B'}}
            B: {anyOf: [{$ref: '#/components/schemas/A'}, {type: 'null'}]}
            """, "7:17"
        ),
    ])
    func areNeededForASchemaToContainItself(schemas: String, place: String) {
        #expect(
            DocumentText.schemas(schemas).faults == [
                Gap.untyped.fault("a schema that contains itself without an object in between", at: place)
            ])
    }

    @Test func warnOfRequiredMembersThatTheyDoNotHave() {
        #expect(
            DocumentText.schemas("A: {type: object, required: [a, b], properties: {a: {}}}").faults == [
                "6:8 warning unknown-required-property: `required` names `b`, "
                    + "which is no property here; a server demands it all the same"
            ])
        #expect(
            DocumentText.schemas("A: {type: object, required: [a]}").faults == [
                "6:8 warning unknown-required-property: `required` names `a`, "
                    + "which is no property here; a server demands it all the same"
            ])
    }

    @Test func takeRemarksFromTheNearestPlace() throws {
        let api = try DocumentText.schemas(
            """
            Name: {type: string, description: What people say., default: Kim, deprecated: true}
            Pet: {type: object, description: A pet., properties: {a: {}}}
            A:
              type: object
              properties:
                plain: {type: string, title: Title, default: 1}
                name: {$ref: '#/components/schemas/Name'}
                own: {$ref: '#/components/schemas/Name', description: Own., default: Lou}
                wrapped: {allOf: [{$ref: '#/components/schemas/Name'}], description: Wrapped.}
                beside: {allOf: [{$ref: '#/components/schemas/Name'}, {description: Beside., default: Max}]}
                pet: {$ref: '#/components/schemas/Pet'}
            """
        ).api()
        let properties = try #require(api.object("A")).properties
        #expect(
            properties.map { "\($0.key): \($0.description ?? "-") \($0.defaultValue?.jsonText() ?? "-")" } == [
                "plain: Title 1", "name: What people say. \"Kim\"", "own: Own. \"Lou\"", "wrapped: Wrapped. \"Kim\"",
                "beside: Beside. \"Max\"", "pet: - -",
            ])
        #expect(properties.map(\.isDeprecated) == [false, true, true, true, true, false])
    }

    /// What offers something else than what is deprecated is not deprecated itself.
    @Test(arguments: [
        ("$ref: '#/components/schemas/Old'", true), ("allOf: [{$ref: '#/components/schemas/Old'}]", true),
        ("oneOf: [{$ref: '#/components/schemas/Old'}, {type: 'null'}]", true),
        ("oneOf: [{$ref: '#/components/schemas/Old'}, {type: integer, deprecated: true}]", true),
        ("oneOf: [{$ref: '#/components/schemas/Old'}, {type: integer}]", false),
        ("anyOf: [{$ref: '#/components/schemas/Old'}, {allOf: [{$ref: '#/components/schemas/Old'}]}]", true),
        ("$ref: '#/components/schemas/Choice'", false), ("$ref: '#/components/schemas/Loop'", false),
    ])
    func isDeprecatedWhereAllThatItCanBeIs(property: String, isDeprecated: Bool) throws {
        let api = try DocumentText.schemas(
            """
            A: {type: object, properties: {a: {\(property)}}}
            Old: {type: object, deprecated: true, properties: {b: {}}}
            Choice: {oneOf: [{$ref: '#/components/schemas/Old'}, {type: integer}]}
            Loop: {type: object, allOf: [{properties: {c: {$ref: '#/components/schemas/Loop'}}}]}
            """
        ).api(ignoringWarnings: true)
        #expect(api.object("A")?.properties.map(\.isDeprecated) == [isDeprecated])
    }

    @Test func choicesAreDeprecatedByWhatTheyAre() throws {
        let api = try DocumentText.schemas(
            """
            A:
              oneOf:
                - {$ref: '#/components/schemas/Old'}
                - {$ref: '#/components/schemas/New'}
                - {type: integer, deprecated: true}
            Old: {type: object, deprecated: true, required: [b], properties: {b: {}}}
            New: {type: object, required: [c], properties: {c: {}}}
            """
        ).api()
        guard case .union(let union)? = api.schema(SchemaID(["A"]))?.shape else {
            Issue.record("no union")
            return
        }
        #expect(union.choices.map { "\($0.name) \($0.isDeprecated)" } == ["integer true", "Old true", "New false"])
    }

    @Test func findReadOnlyAndWriteOnlyThroughReferences() throws {
        let api = try DocumentText.schemas(
            """
            Id: {type: string, readOnly: true}
            A:
              type: object
              properties:
                a: {$ref: '#/components/schemas/Id'}
                b: {allOf: [{$ref: '#/components/schemas/Id'}]}
                c: {type: string, writeOnly: true}
                d: {allOf: [{$ref: '#/components/schemas/B'}, {readOnly: true}]}
                e: {type: string}
            B: {type: object, properties: {x: {}}}
            """
        ).api()
        let properties = try #require(api.object("A")).properties
        #expect(properties.map(\.isReadOnly) == [true, true, false, true, false])
        #expect(properties.map(\.isWriteOnly) == [false, false, true, false, false])
    }
}

@Suite("Objects of `allOf`")
struct MergedObjectTests {
    @Test func haveTheMembersOfAllPartsInTheirOrder() throws {
        let api = try DocumentText.schemas(
            """
            Base: {type: object, required: [id], properties: {id: {type: integer}, kind: {type: string}}}
            Named: {type: object, properties: {name: {type: string}}}
            A:
              allOf:
                - $ref: '#/components/schemas/Base'
                - $ref: '#/components/schemas/Named'
                - {type: object, required: [size, name], properties: {size: {type: number}}}
              required: [last]
              properties: {last: {type: string}}
            """
        ).api()
        #expect(api.spellings.last == "A {id: integer, kind?: string, name: string, size: number, last: string}")
    }

    @Test func followPartsOfParts() throws {
        let api = try DocumentText.schemas(
            """
            A: {allOf: [{$ref: '#/components/schemas/B'}], properties: {a: {}}}
            B: {allOf: [{allOf: [{$ref: '#/components/schemas/C'}]}, {properties: {b: {}}}]}
            C: {$ref: '#/components/schemas/D'}
            D: {anyOf: [{type: object, properties: {d: {}}}, {type: 'null'}]}
            """
        ).api()
        #expect(api.spellings == ["A {d?: any, b?: any, a?: any}", "B {d?: any, b?: any}", "D {d?: any}"])
    }

    @Test func countWhatStandsBesideReferences() throws {
        let api = try DocumentText.schemas(
            """
            B: {type: object, properties: {b: {type: string}}}
            A: {allOf: [{$ref: '#/components/schemas/B', required: [b], properties: {c: {}}}, {properties: {d: {}}}]}
            """
        ).api()
        #expect(api.spellings.last == "A {b: string, c?: any, d?: any}")
    }

    @Test func letTheLastStatementOfATypeCount() throws {
        let document = DocumentText.schemas(
            """
            Base: {type: object, properties: {kind: {type: string, enum: [a]}, id: {type: string}}}
            A:
              allOf: [{$ref: '#/components/schemas/Base'}]
              properties:
                kind: {type: string, enum: [b]}
            """)
        let api = try document.api(ignoringWarnings: true)
        #expect(
            api.spellings == [
                "Base {kind?: Base.kind, id?: string}", "A {kind?: A.kind, id?: string}", "Base.kind (a)", "A.kind (b)",
            ])
        #expect(
            document.faults == [
                "10:9 warning overridden-property: `allOf` states the type of `kind` twice; what stands here counts",
                "- 6:39 it is stated here first",
            ])
    }

    @Test func letTheLastStatementRestrictTheFirst() throws {
        let document = DocumentText.schemas(
            """
            Base:
              type: object
              properties:
                kind: {type: string}
                state: {type: string, enum: [a, b, c]}
                count: {type: number}
                date: {type: string, format: date-time}
                note: {type: string}
                data: {type: array, items: {type: object}}
                links: {type: object}
                self: {type: array, items: {type: object, additionalProperties: {type: string}}}
            A:
              allOf: [{$ref: '#/components/schemas/Base'}]
              properties:
                data: {type: array, items: {$ref: '#/components/schemas/A'}}
                links: {type: object, properties: {next: {type: string}}}
                self: {type: array, items: {type: object}}
                kind: {type: string, enum: [b]}
                state: {type: string, enum: [c, a]}
                count: {type: integer}
                date: {type: string}
                note: {type: string, nullable: true}
            """)
        _ = try document.api(ignoringWarnings: true)
        #expect(
            document.faults.filter { $0.contains("warning") } == [
                "22:9 warning overridden-property: `allOf` states the type of `self` twice; what stands here counts",
                "26:9 warning overridden-property: `allOf` states the type of `date` twice; what stands here counts",
                "27:9 warning overridden-property: `allOf` states the type of `note` twice; what stands here counts",
            ])
    }

    /// A statement without a type only describes.
    @Test func keepTheTypeBesideRemarks() throws {
        let api = try DocumentText.schemas(
            """
            Base: {type: object, properties: {a: {type: string, description: Base., default: x}}}
            A:
              allOf: [{$ref: '#/components/schemas/Base'}]
              properties: {a: {description: Own., readOnly: true}}
            B:
              properties: {a: {description: Own.}}
              allOf: [{properties: {a: {deprecated: true}}}, {$ref: '#/components/schemas/Base'}]
            """
        ).api()
        #expect(api.spellings.last == "B {a?: string}")
        let property = try #require(api.object("A")?.properties.first)
        #expect(property.type.spelling == "string")
        #expect(property.description == "Own.")
        #expect(property.defaultValue?.string == "x")
        #expect(property.isReadOnly && !property.isDeprecated)
        #expect(api.object("B")?.properties.first?.isDeprecated == true)
    }

    @Test func keepTheFurtherMembersOfTheLastStatement() throws {
        let api = try DocumentText.schemas(
            """
            Open: {type: object, additionalProperties: {type: integer}, properties: {a: {}}}
            A: {allOf: [{$ref: '#/components/schemas/Open'}, {type: object, properties: {b: {}}}]}
            B: {allOf: [{$ref: '#/components/schemas/Open'}], additionalProperties: false}
            """
        ).api()
        #expect(api.spellings.dropFirst() == ["A {a?: any, b?: any, *: integer}", "B {a?: any}"])
    }

    @Test(arguments: [
        "{allOf: [{$ref: '#/components/schemas/S'}, {properties: {a: {}}}]}",
        "{allOf: [{properties: {a: {}}}, false]}",
        "{allOf: [{type: string}, {type: integer}]}",
    ])
    func areMadeOfObjectsOnly(schema: String) {
        #expect(
            DocumentText.schemas("A: \(schema)\nS: {type: string}").faults
                == [Gap.untyped.fault("`allOf` of other than objects", at: "6:8")])
    }

    @Test func sayWhatTheirPartsSay() throws {
        let api = try DocumentText.schemas(
            """
            A:
              allOf:
                - {oneOf: [{type: object, properties: {a: {}}}, {type: string}]}
                - {type: object, patternProperties: {x: {type: string}}}
                - {type: object, minProperties: 1}
            """
        ).api()
        #expect(
            api.spellings == [
                "A {a?: any, *: any} {\"allOf\": [{\"patternProperties\": {\"x\": {\"type\": \"string\"}}}], \"minProperties\": 1}"
            ])
    }
}
