import QuillRuntime
import QuillServerRuntime
import Testing

@Suite("Receiving webhooks")
struct WebhookServerTests {
    private func server(
        _ routing: WebhookRouting, security: SecurityRequirement = .none,
        authenticator: any Authenticator = NoCallers(), options: ServerOptions = ServerOptions()
    ) -> WebhookServer<NoService> {
        let routes = ["/order.made", "/create/on%20data"].map { path in
            Route<NoService>(OperationInfo(path, .post, path, security), answering: []) { call, _ in
                .text(200, "\(call.operation.id) \(try await call.textBody() as String)")
            }
        }
        return WebhookServer(
            service: NoService(), routes: routes, routing: routing, schemes: ["key": .bearer], scopeRules: ScopeRules(),
            authenticator: authenticator, options: options)
    }

    private func body(_ text: String) -> HTTPBody { HTTPBody(Array(text.utf8)) }

    @Test("Each arrives at its name, or at a path of its own")
    func paths() async throws {
        let usual = server(.paths([:]))
        #expect(try await usual.answer("/order.made", .post).text == "/order.made ")
        #expect(try await usual.answer("/create/on%20data", .post).text == "/create/on%20data ")
        let chosen = server(.paths(["order.made": "/hooks/orders", "create/on data": "/hooks/data"]))
        #expect(try await chosen.answer("/hooks/orders", .post).text == "/order.made ")
        #expect(try await chosen.answer("/hooks/data", .post).text == "/create/on%20data ")
        #expect(try await chosen.answer("/order.made", .post).status == 404)
    }

    @Test("A path of its own changes nothing about what a body has to meet")
    func rules() async throws {
        let operation = OperationInfo("made", .post, "/made", .none, bodyRule: JSONRule(#"{"maxItems": 1}"#))
        let route = Route<NoService>(operation, answering: []) { call, _ in
            .text(200, "\((try await call.jsonBody() as [Int]).count)")
        }
        let server = WebhookServer(
            service: NoService(), routes: [route], routing: .paths(["made": "/hooks"]), schemes: [:],
            scopeRules: ScopeRules(), authenticator: NoCallers(), options: ServerOptions())
        #expect(try await server.answer("/hooks", .post, body: body("[1]")).text == "1")
        #expect(try await server.answer("/hooks", .post, body: body("[1, 2]")).status == 422)
    }

    @Test("A field says what a request is about")
    func field() async throws {
        let server = server(.field("X-Event"))
        let fields: HTTPFields = ["X-Event": "create/on data", "Content-Type": "text/plain"]
        #expect(
            try await server.answer("/any?a=1", .post, fields: fields, body: body("x")).text == "/create/on%20data x")
        #expect(try await server.answer("/any", .post, fields: ["X-Event": "other"]).status == 404)
        #expect(try await server.answer("/any", .post, fields: ["X-Event": "../order.made"]).status != 200)
        #expect(try await server.answer("/order.made", .post).status == 400)
    }

    @Test("A member of the body says what a request is about, and the handler sees the whole body")
    func member() async throws {
        var options = ServerOptions()
        options.maximumBodyBytes = 40
        let server = server(.member("type"), options: options)
        let text = #"{"type": "order.made", "id": 1}"#
        let fields: HTTPFields = ["Content-Type": "text/plain"]
        #expect(try await server.answer("/", .post, fields: fields, body: body(text)).text == "/order.made " + text)
        #expect(try await server.answer("/", .post, body: body(#"{"type": 1}"#)).status == 400)
        #expect(try await server.answer("/", .post, body: body("[")).status == 400)
        #expect(try await server.answer("/", .post, body: body(text + text)).status == 413)
    }

    @Test("Credentials are asked for where the document does")
    func security() async throws {
        let strict = server(.field("X-Event"), security: .scheme("key"), authenticator: TokenAuthenticator())
        #expect(try await strict.answer("/", .post, fields: ["X-Event": "order.made"]).status == 401)
        let fields: HTTPFields = ["X-Event": "order.made", "Authorization": "Bearer key:"]
        #expect(try await strict.answer("/", .post, fields: fields).status == 200)
        let nobody = server(.field("X-Event"), security: .scheme("key"))
        #expect(try await nobody.answer("/", .post, fields: fields).status == 401)
    }
}
