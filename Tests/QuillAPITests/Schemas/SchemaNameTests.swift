import QuillAPI
import Testing

@Suite("Names of schemas")
struct SchemaNameTests {
    private func names(_ document: DocumentText) throws -> [String] {
        try document.api().schemas.map(\.id.description)
    }

    @Test func areThoseOfComponentsInTheirOrder() throws {
        let document = DocumentText.schemas(
            """
            B: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}
            A: {type: object, properties: {x: {enum: [1]}}}
            """)
        let found = try names(document)
        #expect(found == ["B", "A", "A.x"])
    }

    @Test func ofInlineSchemasAreTheirPlaces() throws {
        let document = DocumentText.operation(
            """
            operationId: pets_list
            parameters: [{name: sort, in: query, schema: {enum: [up]}}]
            requestBody: {content: {application/json: {schema: {properties: {a: {}}}}}}
            responses:
              '200': {description: Good., content: {application/json: {schema: {properties: {a: {}}}}}}
              '201': {description: Made., content: {application/json: {schema: {properties: {a: {}}}}}}
              '404': {description: None., content: {application/json: {schema: {type: array, items: {enum: [x]}}}}}
              default: {description: Other., content: {application/json: {schema: {properties: {a: {}}}}}}
            """)
        let found = try names(document)
        #expect(
            found == [
                "pets_list.sort", "pets_list.body", "pets_list.response", "pets_list.response.201",
                "pets_list.response.404.item", "pets_list.response.default",
            ])
    }

    /// Words of one place can be words of another.
    @Test func areNeverGivenTwice() throws {
        let document = DocumentText.paths(
            """
            /a:
              get:
                operationId: pet
                parameters:
                  - {name: body, in: query, schema: {enum: [a]}}
                  - {name: body, in: header, schema: {enum: [b]}}
                requestBody: {content: {application/json: {schema: {properties: {a: {}}}}}}
                responses: {'204': {description: Done.}}
            """, components: "schemas: {pet: {type: object, properties: {body: {enum: [c]}}}}")
        let found = try document.api().spellings
        #expect(
            found == [
                "pet {body?: pet.body}", "pet.body (c)", "pet.body2 (a)", "pet.body3 (b)", "pet.body4 {a?: any}",
            ])
    }

    @Test func ofWhatOperationsShareAreThoseOfThePart() throws {
        let found = try names(
            .paths(
                """
                /a:
                  get:
                    operationId: a
                    parameters: [{$ref: '#/components/parameters/order'}]
                    requestBody: {$ref: '#/components/requestBodies/pet'}
                    responses: {'200': {$ref: '#/components/responses/PetResponse'}}
                  put:
                    operationId: b
                    parameters: [{$ref: '#/components/parameters/order'}]
                    requestBody: {$ref: '#/components/requestBodies/pet'}
                    responses: {'200': {$ref: '#/components/responses/PetResponse'}}
                """,
                components: """
                    parameters: {order: {name: sort, in: query, schema: {enum: [up, down]}}}
                    requestBodies: {pet: {content: {application/json: {schema: {properties: {a: {enum: [x]}}}}}}}
                    responses:
                      PetResponse: {description: OK, content: {application/json: {schema: {properties: {a: {}}}}}}
                    """))
        #expect(found == ["order.parameter", "pet.body", "pet.body.a", "PetResponse"])
    }

    @Test(arguments: [["Base", "First", "Second"], ["First", "Second", "Base"]])
    func ofWhatComesByAllOfAreThoseOfWhereItIsWritten(_ order: [String]) throws {
        let schemas = [
            "Base": "Base: {type: object, properties: {kind: {enum: [a, b]}}}",
            "First": "First: {allOf: [{$ref: '#/components/schemas/Base'}], properties: {x: {}}}",
            "Second": "Second: {allOf: [{$ref: '#/components/schemas/First'}], properties: {y: {}}}",
        ]
        let found = try DocumentText.schemas(order.compactMap { schemas[$0] }.joined(separator: "\n")).api().spellings
        #expect(
            found.sorted() == [
                "Base {kind?: Base.kind}", "Base.kind (a, b)", "First {kind?: Base.kind, x?: any}",
                "Second {kind?: Base.kind, x?: any, y?: any}",
            ])
    }

    private let otherFiles = [
        "models/pet.yaml": """
        type: object
        properties: {tag: {$ref: '#/$defs/Tag'}, name: {$ref: '#/$defs/Name'}}
        $defs: {Tag: {type: object, properties: {a: {}}}, Name: {type: object, properties: {b: {}}}}
        """,
        "models/zoo.yaml": """
        type: object
        properties: {tag: {$ref: '#/$defs/Tag'}}
        $defs: {Tag: {type: object, properties: {c: {}}}}
        """,
        "old/pet.yaml": "{type: object, properties: {a: {}}}",
    ]

    @Test func ofOtherFilesAreThoseOfTheirPlace() throws {
        let document = DocumentText.schemas("Animal: {$ref: models/pet.yaml}", files: otherFiles)
        let found = try names(document)
        #expect(found == ["pet", "Tag", "Name"])
    }

    @Test func ofOtherFilesGiveWayToComponents() throws {
        let document = DocumentText.schemas(
            """
            Animal: {$ref: models/pet.yaml}
            Name: {type: object, properties: {x: {}}}
            """, files: otherFiles)
        let found = try names(document)
        #expect(found == ["pet", "Name", "Tag", "models.pet.Name"])
    }

    /// Neither is the first: which is met first depends on the rest of the document.
    @Test func ofTwoFilesThatClashBothNameTheirFile() throws {
        let document = DocumentText.schemas(
            """
            A: {$ref: models/zoo.yaml}
            B: {$ref: models/pet.yaml}
            C: {$ref: old/pet.yaml}
            """, files: otherFiles)
        let found = try names(document)
        #expect(found == ["zoo", "models.pet", "old.pet", "models.zoo.Tag", "models.pet.Tag", "Name"])
    }

    @Test func ofPlacesThatEndAlikeNameTheWholePlace() throws {
        let document = DocumentText.schemas(
            """
            A:
              type: object
              properties:
                x: {$ref: '#/components/schemas/B/properties/one/items'}
                y: {$ref: '#/components/schemas/B/properties/two/items'}
            B:
              type: object
              properties:
                one: {type: array, items: {properties: {a: {}}}}
                two: {type: array, items: {properties: {b: {}}}}
            """)
        let found = try names(document)
        #expect(
            found == [
                "A", "B", "api.components.schemas.B.properties.one.items",
                "api.components.schemas.B.properties.two.items", "B.one.item", "B.two.item",
            ])
    }

    @Test func doNotDependOnWhatStandsElsewhere() throws {
        let one = """
            /pets:
              get:
                operationId: pets
                parameters: [{name: sort, in: query, schema: {enum: [up]}}]
                responses: {'200': {description: Good., content: {application/json: {schema: {properties: {a: {}}}}}}}
            """
        let other = """
            /other:
              get:
                operationId: other
                parameters: [{name: sort, in: query, schema: {enum: [down]}}]
                responses: {'200': {description: Good., content: {application/json: {schema: {properties: {b: {}}}}}}}
            """
        let few = try names(.paths(one))
        let many = try names(.paths(other + "\n" + one))
        #expect(few == ["pets.sort", "pets.response"])
        #expect(many.filter { $0.hasPrefix("pets") } == few)
    }
}
