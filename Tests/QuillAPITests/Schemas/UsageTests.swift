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
        ("readOnly", "requestBody", ["`readOnly` in a schema of requests"]),
        ("writeOnly", "requestBody", []),
        ("readOnly", "response", []),
        ("writeOnly", "response", ["`writeOnly` in a schema of responses"]),
    ])
    func refusesPropertiesThatGoTheOtherWay(keyword: String, place: String, constructs: [String]) {
        let content =
            "content: {application/json: {schema: {properties: {a: {type: string, \(keyword): true}}}}}"
        let document = DocumentText.operation(
            place == "requestBody"
                ? "requestBody:\n  \(content)" : "responses:\n  '200':\n    description: Good.\n    \(content)")
        let start = place == "requestBody" ? "7:60" : "9:62"
        #expect(document.faults == constructs.map { "\(start) error unsupported: \($0): not supported yet" })
    }

    @Test(arguments: ["readOnly", "writeOnly"])
    func refusesOneWayPropertiesInTwoWaySchemas(keyword: String) {
        let document = DocumentText.paths(
            """
            /a:
              post:
                requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
                responses:
                  '200':
                    description: Good.
                    content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}
            """, components: "schemas: {A: {type: object, properties: {a: {type: string, \(keyword): true}}}}")
        #expect(
            document.faults == [
                "12:44 error unsupported: `\(keyword)` in a schema of both requests and responses: not supported yet"
            ])
    }
}
