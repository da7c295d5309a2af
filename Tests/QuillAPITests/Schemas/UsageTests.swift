import QuillAPI
import Testing

@Suite("Use of schemas")
struct UsageTests {
    @Test func isMarkedThroughEverythingThatContainsThem() throws {
        let api = try DocumentText.paths(
            """
            /a:
              post:
                parameters: [{name: q, in: query, schema: {$ref: '#/components/schemas/Asked'}}]
                requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Sent'}}}}
                responses:
                  '200':
                    description: Good.
                    content: {application/json: {schema: {$ref: '#/components/schemas/Got'}}}
                  '400':
                    description: Bad.
                    content: {application/json: {schema: {$ref: '#/components/schemas/Fault'}}}
            """,
            components: """
                schemas:
                  Sent: {properties: {list: {type: array, items: {$ref: '#/components/schemas/Both'}}}}
                  Got: {additionalProperties: {additionalProperties: {$ref: '#/components/schemas/Both'}}}
                  Both: {properties: {self: {$ref: '#/components/schemas/Both'}, inner: {enum: [a]}}}
                  Asked: {enum: [b]}
                  Fault: {properties: {a: {}}, additionalProperties: {$ref: '#/components/schemas/Detail'}}
                  Detail: {enum: [c]}
                  Unused: {properties: {a: {$ref: '#/components/schemas/Detail'}}}
                """
        ).api()
        let usages = api.schemas.map { schema in
            let marks = (schema.usage.contains(.request) ? ">" : "") + (schema.usage.contains(.response) ? "<" : "")
            return "\(schema.id.description) \(marks)"
        }
        #expect(
            usages == ["Sent >", "Both ><", "Asked >", "Fault <", "Detail <", "Unused ", "Both.inner ><"])
    }

    @Test(arguments: [
        ("readOnly", "requestBody", "{}"), ("writeOnly", "requestBody", "{a: string}"),
        ("readOnly", "response", "{a: string}"), ("writeOnly", "response", "{}"),
    ])
    func leavesOutWhatGoesTheOtherWay(keyword: String, place: String, shape: String) throws {
        let content =
            "content: {application/json: {schema: {required: [a], properties: {a: {type: string, \(keyword): true}}}}}"
        let document = DocumentText.operation(
            place == "requestBody"
                ? "requestBody:\n  \(content)" : "responses:\n  '200':\n    description: Good.\n    \(content)")
        let shapes = try document.api().spellings
        #expect(shapes == ["get_a.\(place == "requestBody" ? "body" : place) \(shape)"])
    }

    /// Both ways through the component `A`.
    private static func twoWay(_ schemas: String) -> DocumentText {
        DocumentText.paths(
            """
            /a:
              post:
                requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
                responses:
                  '200':
                    description: Good.
                    content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}
            """, components: "schemas:\n" + schemas.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
    }

    @Test(arguments: [
        ("readOnly", ["A {a: string, b?: string}", "A.Input {b?: string}"]),
        ("writeOnly", ["A {b?: string}", "A.Input {a: string, b?: string}"]),
    ])
    func givesRequestsAShapeOfTheirOwnWhereRequiredMembersDiffer(keyword: String, shapes: [String]) throws {
        let api = try Self.twoWay(
            "A: {required: [a], properties: {a: {type: string, \(keyword): true}, b: {type: string}}}"
        ).api()
        #expect(api.spellings == shapes)
        #expect(api.endpoints.first?.body?.content.type.spelling == "A.Input")
        #expect(api.endpoints.first?.responses.first?.content?.type.spelling == "A")
    }

    @Test func givesShapesToAllThatContainsThem() throws {
        let api = try Self.twoWay(
            """
            A: {properties: {list: {type: array, items: {$ref: '#/components/schemas/B'}}, c: {$ref: '#/components/schemas/C'}}}
            B: {oneOf: [{$ref: '#/components/schemas/D'}, {type: string}]}
            C: {properties: {id: {type: string, readOnly: true}}}
            D: {required: [id], properties: {id: {type: string, readOnly: true}, a: {$ref: '#/components/schemas/A'}}}
            """
        ).api()
        #expect(
            api.spellings == [
                "A {list?: [B], c?: C}", "A.Input {list?: [B.Input], c?: C}",
                "B D as object | string as string", "B.Input D = D.Input as object | string as string",
                "C {id?: string}", "D {id: string, a?: A}", "D.Input {a?: A.Input}",
            ])
    }

    @Test func keepsWhatAClosedObjectWouldRefuse() throws {
        let document = DocumentText.operation(
            """
            requestBody:
              content:
                application/json:
                  schema: {required: [a], properties: {a: {readOnly: true}}, additionalProperties: false}
            """)
        #expect(try document.api().spellings == ["get_a.body {a?: any}"])
    }

    @Test(arguments: [
        (APIOptions.SchemaSelection.all, ["Used", "Inner", "Unused", "Unused.a"]), (.used, ["Used", "Inner"]),
    ])
    func decidesWhatIsPartOfTheAPI(_ selection: APIOptions.SchemaSelection, _ names: [String]) throws {
        var document = DocumentText.paths(
            """
            /a: {get: {responses: {'200': {description: A., content: {application/json: {schema: \
            {$ref: '#/components/schemas/Used'}}}}}}}
            """,
            components: """
                schemas:
                      Used: {type: object, properties: {inner: {$ref: '#/components/schemas/Inner'}}}
                      Inner: {type: object, properties: {a: {}}}
                      Unused: {type: object, properties: {a: {enum: [x]}, used: {$ref: '#/components/schemas/Used'}}}
                """)
        document.options.schemas = selection
        #expect(try document.api().schemas.map(\.id.description) == names)
    }

    @Test func decidesNothingWhereThereAreNoOperations() throws {
        var document = DocumentText.schemas("A: {type: object, properties: {a: {}}}")
        document.options.schemas = .used
        #expect(try document.api().schemas.map(\.id.description) == ["A"])
    }
}
