import Foundation
import QuillRuntime
import Testing

@testable import QuillClientRuntime

/// URLSession against servers that keep the rules of HTTP and others that do not.
@Suite struct URLSessionTransportTests {
    private func sender(
        to server: TinyServer, timeout: Duration = .seconds(600), limit: Int = 1 << 20
    ) throws -> OperationSender {
        let configuration = ClientConfiguration(
            server: try server.url, retry: .never, timeout: timeout, maximumResponseBytes: limit)
        return OperationSender(configuration: configuration, credentials: ["key": .bearer("secret-key")])
    }

    private func get(_ sender: OperationSender) async throws -> Dataset {
        var request = OperationRequest(Operation.list)
        request.path("project_id", "ä/b")
        request.query("q", "x y&[z]")
        return try await sender.json(request, success: 200)
    }

    private static func answer(_ body: String, _ fields: String = "", status: String = "200 OK") -> String {
        "HTTP/1.1 \(status)\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\(fields)"
            + "Connection: close\r\n\r\n\(body)"
    }

    @Test func aCallGoesOutAndComesBack() async throws {
        let server = try TinyServer { _, connection in
            connection.write(Self.answer(#"{"id": 1, "name": "grüß"}"#, "Set-Cookie: a=b\r\n"))
        }
        let sender = try sender(to: server)
        #expect(try await get(sender) == Dataset(id: 1, name: "grüß"))
        #expect(try await get(sender).id == 1)
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("GET /api/%C3%A4%2Fb/datasets/?q=x%20y%26%5Bz%5D HTTP/1.1\r\n"))
        #expect(request.contains("Authorization: Bearer secret-key\r\n"))
        #expect(request.contains("Accept: application/json\r\n"))
        // Cookies are not kept.
        #expect(!server.requests.contains { $0.contains("Cookie:") })
    }

    @Test func bodiesArrive() async throws {
        let server = try TinyServer { _, connection in
            connection.write("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
        }
        let sender = try sender(to: server)
        var request = OperationRequest(Operation.send)
        request.body(json: Dataset(id: 1, name: "a"))
        try await sender.empty(request, success: 204)
        #expect(server.requests.last?.hasSuffix("\r\n\r\n" + #"{"id":1,"name":"a"}"#) == true)
        #expect(server.requests.last?.lowercased().contains("content-type: application/json\r\n") == true)
        let long = String(repeating: "0123456789", count: 300_000)
        request.body(text: long)
        try await sender.empty(request, success: 204)
        #expect(server.requests.last?.hasSuffix(long) == true)
        for operation in [Operation.send, Operation.open, Operation.destroy] {
            try await sender.empty(OperationRequest(operation), success: 204)
        }
        #expect(server.requests.count == 5)
    }

    @Test func everyStatusIsAnAnswer() async throws {
        let challenges = ["Bearer", "Basic", "Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"y\"", "realm="]
        for challenge in challenges {
            let server = try TinyServer { _, connection in
                let field = "WWW-Authenticate: \(challenge)\r\n"
                connection.write(Self.answer("no", field, status: "401 Unauthorized"))
            }
            let error = await clientError { try await get(sender(to: server)) }
            #expect(error?.description.hasSuffix("the status 401 is not documented: no") == true, "\(challenge)")
        }
        for status in ["405 Method Not Allowed", "407 Proxy", "503 Unavailable", "304 Not Modified"] {
            let server = try TinyServer { _, connection in
                connection.write(Self.answer("", status: status))
            }
            let error = await clientError { try await get(sender(to: server)) }
            #expect(error?.status == Int(status.prefix(3)), "\(status): \(String(describing: error))")
            #expect(server.requests.count == 1)
        }
    }

    @Test func headAnswersHaveALengthButNoBody() async throws {
        let server = try TinyServer { _, connection in
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\n")
        }
        let head = OperationRequest(OperationInfo("head", .head, "/", .none))
        #expect(try await sender(to: server).response(head).fields["Content-Length"] == "100")
    }

    @Test func aRefusedConnectionIsRefused() async throws {
        let server = try TinyServer(nil)
        let error = await clientError { try await get(sender(to: server)) }
        guard case .transport(TransportError.connectionRefused)? = error?.reason else {
            return unexpected(error)
        }
        #expect(error?.description == "datasets_list: the server refused the connection")
    }

    @Test func anUnknownHostIsNotFound() async throws {
        let transport = URLSessionTransport()
        let sender = OperationSender(transport, server: "http://nowhere.invalid")
        let error = await clientError { try await get(sender) }
        guard case .transport(TransportError.hostNotFound)? = error?.reason else {
            return unexpected(error)
        }
    }

    @Test func silenceTimesOut() async throws {
        let server = try TinyServer { _, connection in connection.wait() }
        let error = await clientError { try await get(sender(to: server, timeout: .milliseconds(200))) }
        guard case .timedOut? = error?.reason else { return unexpected(error) }
    }

    @Test func aDripTimesOutToo() async throws {
        let server = try TinyServer { _, connection in
            connection.write("HTTP/1.1 200 OK\r\n\r\n")
            while connection.write(" ") { Thread.sleep(forTimeInterval: 0.05) }
        }
        let error = await clientError { try await get(sender(to: server, timeout: .milliseconds(500))) }
        guard case .timedOut? = error?.reason else { return unexpected(error) }
    }

    @Test func bodiesThatBreakOffAreTruncated() async throws {
        let starts = [
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"id\": 1",
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n100\r\n{\"id\": 1",
        ]
        for start in starts {
            let server = try TinyServer { _, connection in connection.write(start) }
            let error = await clientError { try await get(sender(to: server)) }
            guard case .truncatedBody? = error?.reason else {
                unexpected(error)
                continue
            }
        }
    }

    @Test func aConnectionThatClosesWithoutAnAnswerIsLost() async throws {
        for start in ["", "HTTP/1.1 200 O"] {
            let server = try TinyServer { _, connection in connection.write(start) }
            let error = await clientError { try await get(sender(to: server)) }
            guard case .transport(TransportError.connectionLost)? = error?.reason else {
                unexpected(error)
                continue
            }
        }
    }

    @Test func noiseIsNoAnswer() async throws {
        for noise in ["SSH-2.0-OpenSSH_9.6\r\n", "\0\0\0\u{1}", "HTTP/9.9 abc\r\n\r\n"] {
            let server = try TinyServer { _, connection in connection.write(noise) }
            #expect(await clientError { try await get(sender(to: server)) } != nil)
        }
    }

    @Test func malformedJSONIsMalformed() async throws {
        let server = try TinyServer { _, connection in connection.write(Self.answer(#"{"id": 1, "na"#)) }
        let error = await clientError { try await get(sender(to: server)) }
        guard case .malformedBody? = error?.reason else { return unexpected(error) }
    }

    @Test func chunkedBodiesAreWhole() async throws {
        let server = try TinyServer { _, connection in
            connection.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
            for chunk in [#"{"id": 1"#, #", "name""#, #": "a"}"#] {
                connection.write("\(String(chunk.utf8.count, radix: 16))\r\n\(chunk)\r\n")
                Thread.sleep(forTimeInterval: 0.01)
            }
            connection.write("0\r\n\r\n")
        }
        #expect(try await get(sender(to: server)) == Dataset(id: 1, name: "a"))
    }

    @Test func bodiesOverTheLimitAreDroppedWhileTheyArrive() async throws {
        let block = [UInt8](repeating: UInt8(ascii: " "), count: 65_536)
        let cut = Waits()
        let server = try TinyServer { request, connection in
            let length = request.contains("/open/") ? "Content-Length: 1073741824\r\n" : ""
            connection.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\(length)\r\n")
            for _ in 0..<16_384 {
                guard connection.write(block) else { return cut.add(.zero) }
            }
        }
        let sender = try sender(to: server, limit: 1 << 20)
        for call in [
            { try await get(sender) }, { try await sender.json(OperationRequest(Operation.open), success: 200) },
        ] as [@Sendable () async throws -> Dataset] {
            let error = await clientError { try await call() }
            guard case .responseTooLarge(limit: 1_048_576)? = error?.reason else {
                unexpected(error)
                continue
            }
        }
        // The server noticed: its connections were closed on it.
        for _ in 0..<200 where cut.all.count < 2 { try await Task.sleep(for: .milliseconds(50)) }
        #expect(cut.all.count == 2)
    }

    @Test func anotherOriginIsNotCalledByARedirect() async throws {
        let other = try TinyServer { _, connection in connection.write(Self.answer(#"{"id": 1, "name": "trap"}"#)) }
        for status in ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"] {
            let server = try TinyServer { [port = other.port] _, connection in
                connection.write(Self.answer("", "Location: http://127.0.0.1:\(port)/trap\r\n", status: status))
            }
            let error = await clientError { try await get(sender(to: server)) }
            guard case .redirected(let place)? = error?.reason else {
                unexpected(error)
                continue
            }
            #expect(place == "http://127.0.0.1:\(other.port)/trap")
            #expect(server.requests.count == 1)
        }
        #expect(other.requests.isEmpty)
    }

    @Test func aRedirectWithinTheOriginIsFollowed() async throws {
        let server = try TinyServer { request, connection in
            connection.write(
                request.contains("/new/")
                    ? Self.answer(#"{"id": 1, "name": "new"}"#)
                    : Self.answer("moved", "Location: /new/\r\n", status: "307 Temporary Redirect"))
        }
        #expect(try await get(sender(to: server)).name == "new")
        #expect(server.requests.allSatisfy { $0.contains("Authorization: Bearer secret-key") })
    }

    @Test func cancellingTheTaskClosesTheConnection() async throws {
        let (arrived, arrival) = AsyncStream<Void>.makeStream()
        let (closed, closing) = AsyncStream<Void>.makeStream()
        let server = try TinyServer { _, connection in
            arrival.finish()
            connection.wait()
            closing.finish()
        }
        let sender = try sender(to: server)
        let call = Task { try await get(sender) }
        for await _ in arrived {}
        call.cancel()
        let error = await clientError { try await call.value }
        guard case .cancelled? = error?.reason else { return unexpected(error) }
        for await _ in closed {}
    }

    @Test func manyCallsAtOnceKeepTheirAnswersApart() async throws {
        let server = try TinyServer { request, connection in
            let number = request.split(separator: "/").dropFirst(2).first ?? ""
            connection.write(Self.answer(#"{"id": \#(number), "name": "a"}"#))
        }
        let sender = try sender(to: server)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<50 {
                group.addTask {
                    var request = OperationRequest(Operation.list)
                    request.path("project_id", number)
                    let dataset: Dataset = try await sender.json(request, success: 200)
                    return dataset.id == number
                }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }

    /// Linux ends the process when a task is cancelled twice around its completion.
    @Test func callsMayEndInSeveralWaysAtTheSameMoment() async throws {
        let block = [UInt8](repeating: UInt8(ascii: " "), count: 400_000)
        let server = try TinyServer { _, connection in
            connection.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n")
            _ = connection.write(block)
        }
        let transport = URLSessionTransport(maximumResponseBytes: 300_000)
        let authority = "127.0.0.1:\(server.port)"
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<300 {
                group.addTask {
                    let call = Task {
                        let request = HTTPRequest(method: .get, scheme: "http", authority: authority, target: "/")
                        return try await transport.send(request, timeout: .milliseconds(1 + number % 37))
                    }
                    try? await Task.sleep(for: .microseconds(number * 131 % 40_000))
                    call.cancel()
                    await #expect(throws: TransportError.self) { try await call.value }
                }
            }
        }
    }
}
