import QuillRuntime
import QuillServerRuntime
import Synchronization
import Testing

@Suite("Bodies of several media types, and sequences")
struct CodingTests {
    private func send(
        _ text: String, _ type: String?, to server: OperationServer<NoService>, accept: String? = nil
    ) async throws -> Answer {
        var fields = HTTPFields()
        fields["Content-Type"] = type
        fields["Accept"] = accept
        return try await server.answer("/", .post, fields: fields, body: HTTPBody(text))
    }

    @Test(
        "A value is read as its content type says, as the first where there is none",
        arguments: [
            ("application/json", #"{"title": "a", "count": 1}"#), (nil, #"{"title": "a", "count": 1}"#),
            ("application/vnd.x+json", #"{"title": "a", "count": 1}"#),
            ("application/x-www-form-urlencoded", "title=a&count=1"),
            (
                "multipart/form-data; boundary=b",
                "--b\r\nContent-Disposition: form-data; name=title\r\n\r\na\r\n"
                    + "--b\r\nContent-Disposition: form-data; name=count\r\n\r\n1\r\n--b--"
            ),
        ] as [(String?, String)])
    func codings(type: String?, text: String) async throws {
        let server = server(.post) { call in
            let note: Note = try await call.body(.json, .form(["count": .number]), .multipart(["count": .number]))
            return "\(note.title) \(note.count ?? 0)"
        }
        #expect(try await send(text, type, to: server).text == "a 1")
        let other = try await send(text, "text/csv", to: server)
        #expect(other.status == 415)
        #expect(
            other.fields["Accept"] == "application/json, application/x-www-form-urlencoded, multipart/form-data")
    }

    @Test(
        "Alternatives are told apart by content type",
        arguments: [
            ("application/json", "0"), ("application/hal+json", "0"), ("image/png", "1"), ("text/plain", "2"), (nil, "0"),
        ] as [(String?, String)])
    func alternatives(type: String?, choice: String) async throws {
        let required = server(.post) { call in
            "\(try call.choice(of: ["application/json", "application/*+json"], ["image/*"], ["text/plain"]))"
        }
        #expect(try await send("x", type, to: required).text == choice)
        #expect(try await send("x", "audio/ogg", to: required).status == 415)
        #expect(try await send("", type, to: required).status == 400)
        let optional = server(.post) { call in
            let choice = try call.optionalChoice(of: ["application/json"], ["image/*"])
            return choice.map { "\($0)" } ?? "none"
        }
        #expect(try await send("", nil, to: optional).text == "none")
        #expect(try await send("x", "image/gif", to: optional).text == "1")
    }

    @Test(
        "What the client wants most is what is answered",
        arguments: [
            (nil, "application/json"), ("*/*", "application/json"), ("text/csv", "text/csv"),
            ("text/*;q=0.1, application/json;q=0.2", "application/json"), ("image/gif, */*;q=0.1", "image/*"),
            ("text/csv;q=0.5, text/*;q=0.9, application/json;q=0.6", "application/json"), ("nonsense", "application/json"),
        ] as [(String?, String)])
    func accepted(accept: String?, type: String) async throws {
        let types = ["application/json", "text/csv", "image/*"]
        let server = server(.post, answering: types) { call in
            call.accepted("application/json", "text/csv", "image/*")
        }
        #expect(try await send("", nil, to: server, accept: accept).text == type)
    }

    @Test("Items are read one by one; one that is not as described is refused when it is reached")
    func items() async throws {
        let read = Mutex<[String]>([])
        let server = server(.post) { call in
            for try await note in try await call.items(as: .lines, "application/jsonl") as ItemStream<Note> {
                read.withLock { $0.append(note.title) }
            }
            return "all"
        }
        let lines = #"{"title": "a"}"# + "\n\r\n" + #"{"title": "b"}"#
        #expect(try await send(lines, "application/jsonl", to: server).text == "all")
        #expect(read.withLock { $0 } == ["a", "b"])
        let invalid = try await send(lines + "\n{\"title\": \"\"}\n", "application/jsonl", to: server)
        #expect(invalid.status == 422)
        #expect(try invalid.problem.errors?.map(\.pointer) == ["/title"])
        let malformed = try await send(lines + "\n{", "application/jsonl", to: server)
        #expect(malformed.status == 400)
        #expect(try malformed.problem.detail?.hasPrefix("An item cannot be read: not JSON") == true)
        #expect(read.withLock { $0 } == ["a", "b", "a", "b", "a", "b"])
        #expect(try await send(lines, "application/json", to: server).status == 415)
        let long = HTTPBody(stream: AsyncStream<[UInt8]> { Array("{\"title\": \"a\"}\n".utf8) })
        let endless = try await server.answer("/", .post, fields: ["Content-Type": "application/jsonl"], body: long)
        #expect(endless.status == 413)
    }

    @Test("What breaks off an answer is told, and so is what keeps it from beginning; a client that leaves is not")
    func reporting() async throws {
        struct Broken: Error {}
        let reported = Counter()
        let options = ServerOptions { _, _ in reported.increment() }
        func server(_ error: any Error) -> OperationServer<NoService> {
            let body = HTTPBody(
                stream: AsyncThrowingStream<[UInt8], any Error> { continuation in
                    continuation.yield([1])
                    continuation.finish(throwing: error)
                })
            let route = Route<NoService>(OperationInfo("get", .get, "/", .none)) { _, _ in
                .stream(200, body, contentType: "image/png")
            }
            return OperationServer(
                service: NoService(), routes: [route], authenticator: TokenAuthenticator(), options: options)
        }
        await #expect(throws: Broken.self) { try await server(Broken()).answer("/") }
        #expect(reported.value == 1)
        await #expect(throws: CancellationError.self) { try await server(CancellationError()).answer("/") }
        #expect(reported.value == 1)
    }
}
