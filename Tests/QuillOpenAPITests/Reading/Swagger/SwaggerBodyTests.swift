import QuillOpenAPI
import Testing

@Suite("Reading Swagger 2.0 bodies")
struct SwaggerBodyTests {
    private func operation(_ members: String, root: String = "") throws -> OpenAPI.Operation {
        let document = try Files.swaggerOperation(members, root: root).document()
        return try #require(document.paths.first?.value.operations.first)
    }

    @Test func givesBodiesTheMediaTypesOfTheOperationOrElseTheDocument() throws {
        let body = #""parameters":[{"name":"b","in":"body","schema":{"type":"object"}}]"#
        let own = try operation(
            body + #","consumes":["application/xml","text/json"]"#, root: #","consumes":["application/json"]"#)
        #expect(own.requestBody?.content.keys == ["application/xml", "text/json"])
        let shared = try operation(body, root: #","consumes":["application/json"]"#)
        #expect(shared.requestBody?.content.keys == ["application/json"])
        #expect(
            Files.swaggerOperation(body).faults() == [
                "3:15 warning no-media-type: bodies are read as `application/json`, here and wherever no `consumes` "
                    + "says otherwise",
                "- state `consumes` at the root of the document",
            ])
    }

    @Test func readsFormsAsObjects() throws {
        let operation = try operation(
            #"""
            "parameters":[{"name":"name","in":"formData","type":"string","required":true,"description":"N","x-f":1},
              {"name":"tags","in":"formData","type":"array","items":{"type":"string"}},
              {"name":"ids","in":"formData","type":"array","items":{"type":"string"},"collectionFormat":"multi"}]
            """#)
        let body = try #require(operation.requestBody)
        #expect(body.isRequired)
        #expect(body.content.keys == ["application/x-www-form-urlencoded"])
        let media = try #require(body.content.first?.value)
        guard case .inline(let schema) = media.schema, case .inline(let name) = schema.object.properties["name"] else {
            Issue.record("no schema")
            return
        }
        #expect(schema.types == .object)
        #expect(schema.object.properties.keys == ["name", "tags", "ids"])
        #expect(schema.object.required == ["name"])
        #expect(name.description == "N")
        #expect(name.extensions.map(\.key) == ["x-f"])
        #expect(media.encoding.keys == ["tags"])
        #expect(
            media.encoding["tags"]?.serialization == .init(style: .form, explode: false, allowsReserved: false))
    }

    @Test(arguments: [
        (#""type":"file""#, "", ["multipart/form-data"]),
        (#""type":"file""#, #","consumes":["application/x-www-form-urlencoded"]"#, ["multipart/form-data"]),
        (#""type":"array","items":{"type":"file"}"#, "", ["multipart/form-data"]),
        (#""type":"string""#, #","consumes":["application/json"]"#, ["application/x-www-form-urlencoded"]),
        (#""type":"string""#, #","consumes":["multipart/form-data"]"#, ["multipart/form-data"]),
        (
            #""type":"string""#, #","consumes":["multipart/form-data","application/x-www-form-urlencoded"]"#,
            ["multipart/form-data", "application/x-www-form-urlencoded"]
        ),
    ])
    func choosesTheKindOfForm(_ type: String, _ consumes: String, _ expected: [String]) throws {
        let operation = try operation(#""parameters":[{"name":"f","in":"formData",\#(type)}]"# + consumes)
        #expect(operation.requestBody?.content.keys == expected)
        #expect(operation.requestBody?.content.first?.value.encoding.isEmpty == true)
    }

    @Test func refusesSeveralBodies() {
        let faults = Files.swaggerOperation(
            #"""
            "consumes":["application/json"],"parameters":[{"name":"b","in":"body","schema":{}},
            {"name":"c","in":"body","schema":{}},{"name":"f","in":"formData","type":"string"},{"name":"d","in":"body"}]
            """#
        ).faults()
        #expect(
            faults == [
                "4:1 error several-bodies: an operation can have one parameter `in: body` only",
                "4:38 error body-and-form: an operation cannot have parameters `in: body` and `in: formData`",
                "4:83 error missing-field: a parameter has no `schema`",
            ])
    }

    @Test func readsResponses() throws {
        let files = Files.swagger(
            #"""
            "produces":["application/json"],"paths":{"/a":{"get":{
              "produces":["application/json","image/png"],"responses":{
              "200":{"description":"file","schema":{"type":"file"}},
              "201":{"description":"object","schema":{"$ref":"#/definitions/Pet"},
                "examples":{"application/json":{"a":1}},"headers":{
                  "X-Rate":{"type":"integer","description":"R"},"X-List":{"type":"array","items":{"type":"string"}}}},
              "204":{"description":"nothing"},"default":{"$ref":"#/responses/error"}}},
             "put":{"responses":{"default":{"$ref":"#/responses/error"}}}}},
            "responses":{"error":{"description":"E","schema":{"type":"string"}}},"definitions":{"Pet":{}}
            """#)
        let (document, warnings) = try files.read()
        #expect(warnings.isEmpty)
        let operations = try #require(document.paths.first?.value.operations)
        let responses = try #require(operations.first?.responses)
        #expect(responses[.code(200)]?.content.keys == ["image/png"])
        let object = try #require(responses[.code(201)])
        #expect(object.content.keys == ["application/json"])
        #expect(object.content.first?.value.example?["a"]?.number?.integer == 1)
        #expect(object.headers["X-Rate"]?.description == "R")
        guard case .schema(.inline(let rate), let serialization) = object.headers["X-Rate"]?.value else {
            Issue.record("no schema")
            return
        }
        #expect(rate.types == .integer)
        #expect(serialization == .standard(in: .header))
        #expect(responses[.code(204)]?.content.isEmpty == true)
        #expect(responses[.default]?.content.keys == ["application/json", "image/png"])
        #expect(operations.last?.responses[.default]?.content.keys == ["application/json"])
        #expect(document.components.responses["error"]?.content.keys == ["application/json"])
        #expect(document.components.responses["error"]?.identity?.pointer == "/responses/error")
    }

    @Test func saysWhichExamplesHaveNoPlace() {
        let faults = Files.swagger(
            #"""
            "produces":["application/json"],"paths":{"/a":{"get":{"responses":{"200":{"description":"",
            "schema":{},"examples":{"text/plain":"a"}}}}}}
            """#
        ).faults()
        #expect(
            faults == [
                "3:25 warning ignored-example: the response has no media type `text/plain`; the example is ignored"
            ])
    }
}
