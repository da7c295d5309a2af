import QuillRuntime
import QuillServerRuntime
import Testing

@Suite("The way of a request")
struct OperationServerTests {
    private struct Secret: Error { let text = "password" }

    private func answer(throwing error: any Error, options: ServerOptions = ServerOptions()) async throws -> Answer {
        try await server(options: options) { _ in throw error }.answer("/")
    }

    @Test("What is at no path is 404, what is not at a path 405 with the methods that are")
    func unknown() async throws {
        let server = server(.get, "/a/") { _ in "" }
        #expect(try await server.answer("/b").problem.status == 404)
        let answer = try await server.answer("/a", .post)
        #expect(answer.status == 405)
        #expect(answer.fields["Allow"] == "GET, HEAD, OPTIONS")
        #expect(try answer.problem.title == "Method Not Allowed")
        #expect(try await server.answer("/..").problem.status == 400)
        #expect(try await server.answer("/%").problem.status == 400)
    }

    @Test("HEAD is answered as GET, without the body")
    func head() async throws {
        let server = server(.get, "/a/") { _ in "12345" }
        let answer = try await server.answer("/a/", .head)
        #expect(answer.status == 200)
        #expect(answer.text.isEmpty)
        #expect(answer.fields["Content-Length"] == "5")
        #expect(answer.fields["Content-Type"] == "text/plain; charset=utf-8")
        let missing = try await server.answer("/b", .head)
        #expect(missing.status == 404)
        #expect(missing.text.isEmpty)
    }

    @Test("OPTIONS is answered with the methods, without a credential")
    func options() async throws {
        let server = server(.post, "/a/", security: .scheme("key")) { _ in "" }
        let answer = try await server.answer("/a/", .options)
        #expect(answer.status == 204)
        #expect(answer.fields["Allow"] == "POST, OPTIONS")
        #expect(try await server.answer("*", .options).status == 204)
        #expect(try await server.answer("/b", .options).status == 404)
    }

    @Test("Both slash forms are the same operation, without a redirect")
    func slashes() async throws {
        let server = server(.get, "/a/{x}/") { $0.path("x") as String }
        #expect(try await server.answer("/a/1/").text == "1")
        #expect(try await server.answer("/a/1").text == "1")
    }

    @Test("A documented error is answered as it is")
    func documentedErrors() async throws {
        #expect(try await answer(throwing: ErrorResponse(status: 405)).status == 405)
        let missing = try await answer(throwing: ErrorResponse(status: 404, body: Note(title: "none", count: nil)))
        #expect(missing.status == 404)
        #expect(missing.text == #"{"title":"none"}"#)
        #expect(missing.fields["Content-Type"] == "application/json")
        let fields: HTTPFields = ["Retry-After": "3"]
        let busy = try await answer(throwing: ErrorResponse(status: 429, fields: fields, body: NoBody()))
        #expect(busy.fields["Retry-After"] == "3")
        #expect(busy.text.isEmpty)
        let typed = ErrorResponse(status: 400, body: Problem(title: "Typed", status: 400))
        #expect(try await answer(throwing: typed).problem.title == "Typed")
        let problem = try await answer(throwing: Problem(title: "Out of paper", status: 507, detail: "Tray 2"))
        #expect(problem.status == 507)
        #expect(try problem.problem.detail == "Tray 2")
    }

    @Test("A documented 405 names the other methods of its path")
    func documented405() async throws {
        let routes = [HTTPMethod.get, .delete].map { method in
            Route<NoService>(OperationInfo("x", method, "/a/", .none), answering: []) { _, _ in .empty(405) }
        }
        let server = OperationServer(
            service: NoService(), routes: routes, authenticator: TokenAuthenticator())
        #expect(try await server.answer("/a/", .delete).fields["Allow"] == "GET, HEAD, OPTIONS")
    }

    @Test("Any other error is 500, leaks nothing and is reported")
    func internalErrors() async throws {
        let reported = Counter()
        let options = ServerOptions { error, operation in
            if error is Secret, operation.id == "operation" { reported.increment() }
        }
        let answer = try await answer(throwing: Secret(), options: options)
        #expect(answer.status == 500)
        #expect(!answer.text.contains("password"))
        #expect(try answer.problem.title == "Internal Server Error")
        #expect(reported.value == 1)
        // A body that cannot be sent is the program's fault too.
        let unsendable = ErrorResponse(status: 404, body: Counter())
        #expect(try await self.answer(throwing: unsendable, options: options).status == 500)
        #expect(try await self.answer(throwing: CancellationError(), options: options).status == 503)
        #expect(reported.value == 1)
    }

    @Test(
        "Accept refuses only what it excludes",
        arguments: [
            (nil, 200), ("*/*", 200), ("application/*", 200), ("application/json", 200), ("APPLICATION/JSON", 200),
            ("text/html, */*;q=0.1", 200), ("text/html", 406), ("application/json;q=0", 406),
            ("*/*, application/json;q=0", 200), ("application/*;q=1, application/json;q=0", 406),
            ("application/json;q=0.5, */*;q=0", 200), ("nonsense", 200), ("", 200),
            ("text/csv", 200), ("application/xml, text/csv;q=0.000", 406),
        ] as [(String?, Int)])
    func accept(field: String?, status: Int) async throws {
        let handled = Counter()
        let server = server(answering: ["application/json", "text/csv"]) { _ in
            handled.increment()
            return ""
        }
        let answer = try await server.answer("/", fields: field.map { ["Accept": $0] } ?? [:])
        #expect(answer.status == status)
        #expect(handled.value == (status == 200 ? 1 : 0))
        if status == 406 {
            #expect(try answer.problem.detail == "The operation answers with application/json, text/csv.")
        }
    }

    @Test("An operation that answers without a body does not mind Accept")
    func acceptNothing() async throws {
        #expect(try await server(answering: []) { _ in "" }.answer("/", fields: ["Accept": "text/html"]).status == 200)
    }

    @Test("Security comes before Accept, parameters and body")
    func order() async throws {
        let server = server(.post, "/{id}", security: .scheme("key", "a"), options: ServerOptions(maximumBodyBytes: 1))
        {
            call in
            let _: Int = call.path("id")
            let _: Note = try await call.jsonBody()
            return ""
        }
        let large = HTTPBody([1, 2, 3])
        func status(_ fields: HTTPFields) async throws -> Int {
            try await server.answer("/x", .post, fields: fields, body: large).status
        }
        #expect(try await status(["Accept": "text/html"]) == 401)
        #expect(try await status(["Authorization": "Bearer key:b", "Accept": "text/html"]) == 403)
        #expect(try await status(["Authorization": "Bearer key:a", "Accept": "text/html"]) == 406)
        #expect(try await status(["Authorization": "Bearer key:a"]) == 413)
    }

    @Test("A service stands under a base path")
    func basePath() async throws {
        var options = ServerOptions()
        options.basePath = "/v1"
        let server = server(.get, "/a/", options: options) { _ in "a" }
        #expect(try await server.answer("/v1/a").text == "a")
        #expect(try await server.answer("/a").status == 404)
    }

    @Test("Answers of each kind")
    func answers() async throws {
        #expect(HTTPResponse.empty(204).body.isEmpty)
        let json = HTTPResponse.json(201, Note(title: "a", count: 1))
        #expect(json.status == 201)
        #expect(json.body.bytes.map { String(decoding: $0, as: UTF8.self) } == #"{"title":"a","count":1}"#)
        #expect(HTTPResponse.bytes(200, [1], contentType: "image/png").fields["content-type"] == "image/png")
        #expect(HTTPResponse.text(200, "é").body.length == 2)
    }
}
