import QuillRuntime
import QuillServerRuntime
import Testing

@Suite("Reading bodies")
struct BodyTests {
    private let json: HTTPFields = ["Content-Type": "application/json"]

    private func notes(maximumBodyBytes: Int = 1000, handled: Counter = Counter()) -> OperationServer<NoService> {
        server(.post, "/", options: ServerOptions(maximumBodyBytes: maximumBodyBytes)) { call in
            let limit: Int? = call.query("limit", where: .init(minimum: 1))
            let note: Note = try await call.jsonBody()
            try call.checked()
            handled.increment()
            return "\(note.title) \(limit ?? 0)"
        }
    }

    private func post(
        _ text: String, fields: HTTPFields = ["Content-Type": "application/json"], target: String = "/"
    ) async throws -> Answer {
        try await notes().answer(target, .post, fields: fields, body: HTTPBody(Array(text.utf8)))
    }

    /// A body of unknown length that comes in chunks.
    private func stream(_ chunks: Int, of size: Int, failing: Bool = false) -> HTTPBody {
        struct Broken: Error {}
        return HTTPBody(
            stream: AsyncThrowingStream<[UInt8], any Error> { continuation in
                for _ in 0..<chunks { continuation.yield([UInt8](repeating: UInt8(ascii: " "), count: size)) }
                continuation.finish(throwing: failing ? Broken() : nil)
            }, length: nil)
    }

    @Test("A body that is right reaches the handler")
    func right() async throws {
        #expect(try await post(#"{"title": "a"}"#).text == "a 0")
        #expect(try await post(#"{"title": "a"}"#, target: "/?limit=2").text == "a 2")
    }

    @Test("What is not JSON is 400", arguments: ["", "{", "{\"title\": }", "\u{FEFF}", "nul"])
    func malformed(text: String) async throws {
        let answer = try await post(text)
        #expect(answer.status == 400)
        #expect(try answer.problem.detail?.isEmpty == false)
    }

    @Test("JSON that breaks the schema is 422 and lists every fault by its pointer")
    func invalid() async throws {
        let answer = try await post(#"{"title": "too long", "count": -1}"#)
        #expect(answer.status == 422)
        #expect(try answer.problem.errors?.map(\.pointer) == ["/title", "/count"])
        #expect(try await post("{}").problem.errors?.map(\.pointer) == ["/title"])
        #expect(try await post("[]").status == 422)
        #expect(try await post("null").status == 422)
    }

    @Test("Faults of parameters and body come in one answer")
    func parametersToo() async throws {
        let answer = try await post(#"{"title": ""}"#, target: "/?limit=0")
        #expect(answer.status == 422)
        #expect(try answer.problem.errors?.map(\.parameter) == ["limit", nil])
        #expect(try answer.problem.errors?.map(\.pointer) == [nil, "/title"])
    }

    @Test(
        "Content types",
        arguments: [
            ("application/json", 200), ("APPLICATION/JSON; Charset=\"UTF-8\"", 200), ("application/json;", 200),
            ("application/merge-patch+json", 200), ("application/json; charset=latin1", 415), ("text/json", 415),
            ("text/plain", 415), ("application/x-www-form-urlencoded", 415), ("application/jsonx", 415), ("json", 415),
            ("", 415), ("application/", 415), ("*/*", 415),
        ])
    func contentTypes(type: String, status: Int) async throws {
        let answer = try await post(#"{"title": "a"}"#, fields: ["Content-Type": type])
        #expect(answer.status == status)
        if status == 415 { #expect(answer.fields["Accept"] == "application/json") }
    }

    @Test("A body that does not say what it is, is taken for JSON; an encoded one is refused")
    func otherFields() async throws {
        #expect(try await post(#"{"title": "a"}"#, fields: [:]).status == 200)
        #expect(try await post("x", fields: ["Content-Encoding": "gzip"]).status == 415)
        #expect(try await post(#"{"title": "a"}"#, fields: ["Content-Encoding": "identity"]).status == 200)
    }

    @Test("A body over the limit is 413, whether its length is known or not, and the handler does not run")
    func tooLarge() async throws {
        let handled = Counter()
        let server = notes(maximumBodyBytes: 20, handled: handled)
        let exact = HTTPBody(Array(#"{"title": "abcd"   }"#.utf8))
        #expect(try await server.answer("/", .post, fields: json, body: exact).status == 200)
        #expect(handled.value == 1)
        for body in [
            HTTPBody([UInt8](repeating: 32, count: 21)), stream(21, of: 1), stream(1, of: 21), stream(1000, of: 1000),
        ] {
            let answer = try await server.answer("/", .post, fields: json, body: body)
            #expect(answer.status == 413)
            #expect(try answer.problem.detail == "The body is larger than 20 bytes.")
        }
        // A length that is only declared is enough.
        var fields = json
        fields["Content-Length"] = "21"
        #expect(try await server.answer("/", .post, fields: fields, body: stream(0, of: 0)).status == 413)
        #expect(handled.value == 1)
    }

    @Test("A stream that breaks off is the client's fault")
    func brokenStream() async throws {
        #expect(try await notes().answer("/", .post, fields: json, body: stream(2, of: 2, failing: true)).status == 400)
    }

    @Test("An optional body may be absent, but not broken")
    func optionalBody() async throws {
        let server = server(.post) { call in
            let note: Note? = try await call.optionalJSONBody()
            return note?.title ?? "none"
        }
        #expect(try await server.answer("/", .post).text == "none")
        #expect(try await server.answer("/", .post, fields: ["Content-Type": "text/plain"]).text == "none")
        #expect(try await server.answer("/", .post, body: HTTPBody(Array(#"{"title":"a"}"#.utf8))).text == "a")
        #expect(try await server.answer("/", .post, body: HTTPBody([1])).status == 400)
    }

    @Test("Bodies of other types")
    func otherTypes() async throws {
        func send(_ type: String, _ bytes: [UInt8], to server: OperationServer<NoService>) async throws -> Answer {
            try await server.answer("/", .post, fields: ["Content-Type": type], body: HTTPBody(bytes))
        }
        let bytes = server(.post) { call in "\(try await call.bytesBody("image/*", "text/csv").collect(upTo: 9))" }
        #expect(try await send("image/png", [0, 255], to: bytes).text == "[0, 255]")
        #expect(try await send("text/html", [0], to: bytes).status == 415)
        let text = server(.post) { call in try await call.textBody("text/plain") }
        #expect(try await send("text/plain", Array("é".utf8), to: text).text == "é")
        #expect(try await send("text/plain", [0xC3], to: text).status == 400)
    }

    @Test("A body that a handler reads as it comes is bounded too")
    func boundedStream() async throws {
        let server = server(.post, options: ServerOptions(maximumBodyBytes: 20)) { call in
            var count = 0
            for try await chunk in try await call.bytesBody() { count += chunk.count }
            return "\(count)"
        }
        #expect(try await server.answer("/", .post, body: stream(20, of: 1)).text == "20")
        #expect(try await server.answer("/", .post, body: stream(21, of: 1)).status == 413)
        #expect(try await server.answer("/", .post, body: HTTPBody([UInt8](repeating: 0, count: 21))).status == 413)
    }

    @Test("Nesting is bounded")
    func depth() async throws {
        #expect(try await post(String(repeating: "[", count: 900)).status == 400)
    }
}
