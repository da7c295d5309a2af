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

    private static func reason(_ keyword: String) -> String {
        "warning one-way-property: `a` is \(keyword) and required in a schema that is used both ways; "
            + "it is optional in the output"
    }

    @Test(arguments: [
        ("readOnly", "requestBody", false), ("writeOnly", "requestBody", true), ("readOnly", "response", true),
        ("writeOnly", "response", false),
    ])
    func makesOptionalWhatGoesTheOtherWay(keyword: String, place: String, staysRequired: Bool) throws {
        let content =
            "content: {application/json: {schema: {required: [a], properties: {a: {type: string, \(keyword): true}}}}}"
        let document = DocumentText.operation(
            place == "requestBody"
                ? "requestBody:\n  \(content)" : "responses:\n  '200':\n    description: Good.\n    \(content)")
        let start = place == "requestBody" ? "7:75" : "9:77"
        #expect(document.faults == (staysRequired ? [] : ["\(start) \(Self.reason(keyword))"]))
        let shapes = try document.api(ignoringWarnings: true).spellings
        #expect(shapes == ["get_a.\(place == "requestBody" ? "body" : place) {a\(staysRequired ? "" : "?"): string}"])
    }

    @Test(arguments: ["readOnly", "writeOnly"])
    func makesOneWayPropertiesOptionalInTwoWaySchemas(keyword: String) throws {
        let document = DocumentText.paths(
            """
            /a:
              post:
                requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
                responses:
                  '200':
                    description: Good.
                    content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}
            """, components: "schemas: {A: {required: [a], properties: {a: {type: string, \(keyword): true}}}}")
        #expect(document.faults == ["12:45 \(Self.reason(keyword))"])
        let shapes = try document.api(ignoringWarnings: true).spellings
        #expect(shapes == ["A {a?: string}"])
    }

    @Test(arguments: ["readOnly", "writeOnly"])
    func leavesAloneWhatIsOptionalAnyway(keyword: String) {
        let document = DocumentText.operation(
            """
            requestBody:
              content: {application/json: {schema: {properties: {a: {type: string, \(keyword): true}}}}}
            """)
        #expect(document.faults == [])
    }
}
