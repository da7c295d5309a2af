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
        #expect(content?.content.type.spelling == "string(binary)")
        #expect(content?.content.example?.string == "x")
        #expect(content?.isRequired == true)
        #expect(content?.description == "What is sent.")
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/mixed", "application/x-www-form-urlencoded", "application/xml", "text/xml",
        "application/atom+xml", "text/event-stream", "application/x-ndjson", "*/*", "image/*", "json", "",
    ])
    func areRefusedInOtherMediaTypes(mediaType: String) {
        let text = """
            requestBody:
              content:
                "\(mediaType)": {schema: {type: string}}
            """
        #expect(
            DocumentText.operation(text).faults == [
                "8:11 error unsupported: a body of `\(mediaType)`: not supported yet"
            ])
    }

    @Test(arguments: [
        ("text/plain", "{type: integer}"), ("text/csv", "{type: array, items: {}}"), ("text/plain", "{enum: [a]}"),
        ("application/octet-stream", "{type: object}"),
    ])
    func areStringsWhereTheyAreNotJSON(mediaType: String, schema: String) {
        #expect(
            DocumentText.operation("requestBody: {content: {\(mediaType): {schema: \(schema)}}}").faults == [
                "6:31 error unsupported: a body of `\(mediaType)` that is no string: not supported yet"
            ])
    }

    @Test func canBeAnythingWithoutASchema() throws {
        let endpoint = try endpoint(
            """
            requestBody: {content: {application/json: {}}}
            responses: {'200': {description: Good., content: {image/png: {}}}}
            """)
        #expect(endpoint.body?.content.type.spelling == "any")
        #expect(endpoint.body?.isRequired == false)
        #expect(endpoint.responses.first?.content?.type.spelling == "any")
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

    @Test(arguments: [
        ("responses: {}", "6:7", "an operation without responses"),
        ("responses: {default: {description: A.}}", "6:19", "a `default` response that stands for success too"),
        (
            "responses: {'404': {description: A.}, default: {description: A.}}", "6:45",
            "a `default` response that stands for success too"
        ),
    ])
    func areRefusedWhereNoneTellsSuccess(responses: String, place: String, construct: String) {
        #expect(
            DocumentText.operation(responses).faults == ["\(place) error unsupported: \(construct): not supported yet"])
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
        #expect(
            DocumentText.operation("requestBody: {content: {}}").faults == [
                "6:20 warning empty-content: the request body has no media type; it is ignored"
            ])
    }
}
