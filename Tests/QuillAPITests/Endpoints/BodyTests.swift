import QuillAPI
import Testing

@Suite("Bodies and responses")
struct BodyTests {
    private func endpoint(_ members: String) throws -> Endpoint {
        try #require(try DocumentText.operation(members).api().endpoints.first)
    }

    @Test(arguments: [
        ("application/json", "json"),
        ("application/json; charset=utf-8", "json"),
        ("Application/JSON", "json"),
        ("application/problem+json", "json"),
        ("application/vnd.api+json; version=1", "json"),
        ("text/plain", "text"),
        ("text/csv", "text"),
        ("application/octet-stream", "bytes"),
        ("image/png", "bytes"),
        ("image/svg+xml", "bytes"),
    ])
    func areCodedByTheirMediaType(mediaType: String, coding: String) throws {
        let content = try endpoint(
            """
            requestBody:
              required: true
              description: What is sent.
              content: {"\(mediaType)": {schema: {type: string, format: binary}, example: x}}
            """
        ).body
        #expect(content?.content.coding.rawValue == coding)
        #expect(content?.content.mediaType == mediaType)
        #expect(content?.content.type.spelling == (coding == "json" ? "string(binary)" : "string"))
        #expect(content?.content.example?.string == "x")
        #expect(content?.isRequired == true)
        #expect(content?.description == "What is sent.")
    }

    @Test(arguments: [
        ("application/x-www-form-urlencoded", "form"), ("multipart/form-data; boundary=a", "multipart"),
        ("multipart/mixed", "multipart"), ("text/event-stream", "events"), ("application/x-ndjson", "lines"),
        ("application/jsonl", "lines"), ("application/json-seq", "sequence"), ("application/geo+json-seq", "sequence"),
    ])
    func areFormsAndSequencesToo(mediaType: String, coding: String) throws {
        let content = try endpoint(
            "requestBody: {content: {\"\(mediaType)\": {schema: {properties: {a: {type: integer}}}}}}"
        ).body?.content
        #expect(content?.coding.rawValue == coding)
        let id = content?.coding.isSequential == true ? "get_a.body.item" : "get_a.body"
        #expect(content?.type.spelling == id)
    }

    @Test(arguments: [
        ("application/xml", "XML is neither written nor read"), ("text/xml", "XML is neither written nor read"),
        ("application/atom+xml", "XML is neither written nor read"), ("text", "this is no media type"),
        ("", "this is no media type"),
    ])
    func areRawWhereNothingWritesThem(mediaType: String, reason: String) throws {
        let text = """
            requestBody:
              content:
                "\(mediaType)": {schema: {type: string}}
            """
        let document = DocumentText.operation(text)
        #expect(
            document.faults == ["8:11 warning raw-body: a body of `\(mediaType)` is passed as it is: \(reason)"])
        let content = try document.api(ignoringWarnings: true).endpoints.first?.body?.content
        #expect(content?.coding == .raw)
        #expect(content?.mediaType == mediaType)
    }

    @Test(arguments: ["json", "JSON"])
    func areJSONWhereTheirNameSaysNoMore(mediaType: String) throws {
        let document = DocumentText.operation("requestBody: {content: {\(mediaType): {schema: {type: integer}}}}")
        #expect(
            document.faults.map { $0.drop { $0 != " " } }
                == [" warning assumed-json: `\(mediaType)` is no media type; `application/json` is assumed"])
        let content = try document.api(ignoringWarnings: true).endpoints.first?.body?.content
        #expect(content?.coding == .json && content?.mediaType == "application/json")
    }

    /// JSON is the best known, a sequence has to be asked for; what nothing writes is left out beside others.
    @Test(arguments: [
        ("[text/plain, application/json]", "application/json text/plain"),
        ("[application/problem+json, application/json]", "application/json application/problem+json"),
        ("[text/event-stream, text/csv]", "text/csv text/event-stream"),
        ("[multipart/form-data, text/csv, text/plain]", "multipart/form-data text/csv text/plain"),
        ("[application/xml, image/png]", "image/png"),
        ("[application/xml, text/xml]", "application/xml"),
        ("['image/*', image/png]", "image/* image/png"),
    ])
    func keepEveryMediaTypeWithATypedForm(mediaTypes: String, kept: String) throws {
        let members = mediaTypes.replacing(",", with: ": {},").replacing("]", with: ": {}}").replacing("[", with: "{")
        let document = DocumentText.operation("requestBody: {content: \(members)}")
        let body = try document.api(ignoringWarnings: true).endpoints.first?.body
        #expect(body?.contents.map(\.mediaType).joined(separator: " ") == kept)
        let all = mediaTypes.split { "[]', ".contains($0) }.count
        let left = document.faults.filter { $0.contains("not-generated") }
        #expect(left.count == all - kept.split(separator: " ").count)
    }

    /// Where an object or a list is described, a range or a vendor's type can only mean JSON.
    @Test(arguments: [
        ("*/*", "{type: object, properties: {a: {}}}", "json"), ("application/*", "{type: array, items: {}}", "json"),
        ("*/*", "{type: string}", "bytes"), ("*/*", "{}", "bytes"), ("image/*", "{type: object}", "bytes"),
        ("text/*", "{type: string}", "text"), ("application/vnd.a.b", "{type: object, properties: {a: {}}}", "json"),
        ("application/octet-stream", "{type: string, format: binary}", "bytes"),
    ])
    func areJSONInRangesWhereTheSchemaIs(mediaType: String, schema: String, coding: String) throws {
        let content = try DocumentText.operation("requestBody: {content: {'\(mediaType)': {schema: \(schema)}}}")
            .api(ignoringWarnings: true).endpoints.first?.body?.content
        #expect(content?.coding.rawValue == coding)
    }

    @Test func saysWhenJSONIsAssumed() {
        let text = "requestBody: {content: {application/vnd.a: {schema: {type: object}}}}"
        #expect(
            DocumentText.operation(text).faults == [
                "6:31 warning assumed-json: `application/vnd.a` does not say what it is made of; its schema is that of JSON"
            ])
    }

    @Test(arguments: [
        ("text/plain", "{type: integer}", "string"), ("text/csv", "{type: array, items: {}}", "string"),
        ("text/plain", "{enum: [a]}", #"string of "a""#), ("text/plain", "{minLength: 2}", "string minLength=2"),
        ("application/octet-stream", "{type: object}", "string"),
    ])
    func areStringsWhereTheyAreNotJSON(mediaType: String, schema: String, type: String) throws {
        let document = DocumentText.operation("requestBody: {content: {\(mediaType): {schema: \(schema)}}}")
        let found = try document.api(ignoringWarnings: true).endpoints.first?.body
        #expect(found?.content.type.spelling == type)
        // What the schema says beyond that is left out, and said to be.
        #expect(document.faults.count == (schema.contains("type") ? 1 : 0))
        #expect(document.faults.allSatisfy { $0.contains("the schema of a body of `\(mediaType)`") })
    }

    @Test func canBeAnythingWithoutASchema() throws {
        let endpoint = try endpoint(
            """
            requestBody: {content: {application/json: {}}}
            responses: {'200': {description: Good., content: {image/png: {}}}}
            """)
        #expect(endpoint.body?.content.type.spelling == "any")
        #expect(endpoint.body?.isRequired == false)
        #expect(endpoint.responses.first?.content?.type.spelling == "string")
    }

    @Test func haveTheFirstExample() throws {
        let endpoint = try endpoint(
            """
            requestBody:
              content: {application/json: {examples: {one: {value: 1}, two: {value: 2}}}}
            """)
        #expect(endpoint.body?.content.example?.number?.integer == 1)
    }

    @Test(arguments: [
        ("'200': {description: A.}\n  '404': {description: B.}\n  default: {description: C.}", "200"),
        ("'404': {description: A.}\n  '201': {description: B.}\n  '204': {description: C.}", "201 204"),
        ("2XX: {description: A.}\n  5XX: {description: B.}", "2XX"),
        ("'405': {description: A.}\n  '404': {description: B.}", "405 404"),
        ("'302': {description: A.}", "302"),
    ])
    func thatAnswerAreSuccessesOrWhateverIsDocumented(responses: String, answers: String) throws {
        let endpoint = try endpoint("responses:\n  \(responses)")
        #expect(endpoint.answers.map(\.status.description).joined(separator: " ") == answers)
    }

    @Test func keepTheirOrderAndDescription() throws {
        let endpoint = try endpoint(
            """
            responses:
              '404': {description: None., content: {application/problem+json: {schema: {type: string}}}}
              '204': {description: Done.}
            """)
        #expect(endpoint.responses.map(\.description) == ["None.", "Done."])
        #expect(endpoint.responses.map(\.status) == [.code(404), .code(204)])
        #expect(endpoint.responses.map { $0.content?.coding } == [.json, nil])
    }

    /// Where only `default` or nothing at all is documented, success is what is left.
    @Test(arguments: [
        ("{}", "2XX"),
        ("{default: {description: A.}}", "2XX default"),
        ("{'404': {description: A.}, default: {description: B.}}", "2XX 404 default"),
        ("{'200': {description: A.}, default: {description: B.}}", "200 default"),
    ])
    func succeedAsDefaultWhereNoneTellsSuccess(responses: String, statuses: String) throws {
        let endpoint = try endpoint("responses: \(responses)")
        #expect(endpoint.responses.map(\.status.description).joined(separator: " ") == statuses)
    }

    @Test func shareTheContentOfDefault() throws {
        let endpoint = try endpoint(
            "responses: {default: {description: A., content: {application/json: {schema: {properties: {a: {}}}}}}}")
        #expect(endpoint.answers.map(\.status) == [.range(2)])
        let types = endpoint.responses.map { $0.content?.type.spelling }
        #expect(types == ["get_a.response.default", "get_a.response.default"])
    }

    @Test func warnOfWhatTheSpecificationIgnores() {
        let text = """
            requestBody:
              content: {application/json: {schema: {}, encoding: {a: {contentType: text/plain}}}}
            responses:
              '204': {description: Done., headers: {Content-Type: {schema: {type: string}}}}
            """
        #expect(
            DocumentText.operation(text).faults == [
                "7:61 warning ignored-encoding: `encoding` is for forms only (OpenAPI 3.1 §4.8.14.1); it is ignored",
                "9:47 warning ignored-header: the header `Content-Type` is ignored",
            ])
        let sequence = DocumentText.operation(
            "requestBody: {content: {application/json: {itemSchema: {}, itemEncoding: {}}}}", version: "3.2.0")
        #expect(
            sequence.faults == [
                "6:62 warning ignored-field: `itemSchema` is for sequences (OpenAPI 3.2 §4.14.3); it is ignored",
                "6:80 warning ignored-encoding: `encoding` is for forms only (OpenAPI 3.1 §4.8.14.1); it is ignored",
            ])
        #expect(
            DocumentText.operation("requestBody: {content: {}}").faults == [
                "6:20 warning empty-content: the request body has no media type; it is ignored"
            ])
    }
}
