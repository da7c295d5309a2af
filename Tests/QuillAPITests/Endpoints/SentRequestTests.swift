import QuillAPI
import Testing

@Suite("What a service sends")
struct SentRequestTests {
    private let done = "{responses: {'204': {description: Done.}}}"

    private func api(_ webhooks: String, callbacks: String = "{}", document: String = "tags: []") throws -> API {
        try DocumentText(
            """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            \(document)
            paths:
              /a: {post: {operationId: ask, responses: {'204': {description: Done.}}, callbacks: \(callbacks)}}
            webhooks: \(webhooks)
            components: {securitySchemes: {key: {type: http, scheme: bearer}}}
            """
        ).api()
    }

    private func listed(_ api: API) -> [String] {
        api.sent.map { "\($0.endpoint.id): \($0.endpoint.method) \($0.endpoint.path.text)" }
    }

    @Test func isNamedAfterWhatItTells() throws {
        #expect(
            try listed(api("{order.made: {post: \(done)}, both: {post: \(done), put: \(done)}}")) == [
                "order_made: POST /order.made", "both_post: POST /both", "both_put: PUT /both",
            ])
        #expect(
            try listed(api("{own: {post: {operationId: mine, responses: {'204': {description: Done.}}}}}")) == [
                "mine: POST /own"
            ])
    }

    @Test func isNotTakenForAnOperation() throws {
        let api = try api("{ask: {post: \(done)}}")
        #expect(listed(api) == ["ask_webhook: POST /ask"])
        #expect(api.endpoints.map(\.id) == ["ask"])
    }

    @Test func waitsAtAPathThatANameCanBe() throws {
        #expect(
            try listed(api("{'a b/{c}': {post: \(done)}, '..': {post: \(done)}}")).map { $0.split(separator: " ").last }
                == [
                    "/a%20b/%7Bc%7D", "/%2E%2E",
                ])
    }

    @Test func belongsToTheOperationThatAskedForIt() throws {
        let api = try api(
            "{}",
            callbacks:
                "{onData: {'{$request.body#/url}': {post: \(done)}}, onEnd: {'https://a/{$url}': {post: \(done)}}}")
        #expect(listed(api) == ["ask_onData: POST /ask/onData", "ask_onEnd: POST /ask/onEnd"])
        #expect(
            api.sent.map(\.occasion) == [
                .callback(name: "onData", operation: "ask", address: "{$request.body#/url}"),
                .callback(name: "onEnd", operation: "ask", address: "https://a/{$url}"),
            ])
    }

    @Test func asksOfItsReceiverOnlyWhatItSaysItself() throws {
        let api = try api(
            "{quiet: {post: \(done)}, asking: {post: {security: [{key: []}], responses: {'204': {description: D.}}}}}",
            document: "security: [{key: []}]")
        #expect(api.sent.map(\.endpoint.security.alternatives.count) == [0, 1])
        #expect(api.endpoints.map(\.security.alternatives.count) == [1])
    }

    @Test func isFilledInByTheService() throws {
        let body =
            "requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}"
        let api = try api("{event: {post: {\(body), responses: {'204': {description: Done.}}}}}")
        #expect(api.schemas.map(\.usage) == [.response])
    }

    @Test(arguments: ["{request.body}", "$request.cookie.a", "{$url", "https://a/}"])
    func goesWhereAnExpressionSays(address: String) throws {
        let document = DocumentText.operation(
            "callbacks: {event: {'\(address)': {post: {responses: {'204': {description: Done.}}}}}}")
        #expect(
            document.faults == [
                "6:27 warning malformed-expression: `\(address)` is no runtime expression that Quill can read: "
                    + "whoever sends `event` has to know its address"
            ])
    }
}
