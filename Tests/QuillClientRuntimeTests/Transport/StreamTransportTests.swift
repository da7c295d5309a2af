import Foundation
import QuillRuntime
import Testing

@testable import QuillClientRuntime

/// Answers that are read while they arrive, and bodies that are streams, over URLSession.
@Suite struct StreamTransportTests {
    private func sender(to server: TinyServer, timeout: Duration = .seconds(20)) throws -> OperationSender {
        OperationSender(
            configuration: ClientConfiguration(server: try server.url, retry: .never, timeout: timeout),
            credentials: .none)
    }

    private func open(_ sender: OperationSender) async throws -> HTTPBody {
        try await sender.body(OperationRequest(Operation.open), success: 200)
    }

    private static let head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"

    private static func chunk(_ text: String) -> String { "\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n" }

    @Test func anAnswerIsReadWhileItArrives() async throws {
        let mayGoOn = DispatchSemaphore(value: 0)
        let server = try TinyServer { _, connection in
            connection.write(Self.head + "Transfer-Encoding: chunked\r\n\r\n" + Self.chunk("one"))
            mayGoOn.wait()
            connection.write(Self.chunk("two") + "0\r\n\r\n")
        }
        let body = try await open(sender(to: server))
        #expect(body.bytes == nil && body.length == nil && body.contentType == "text/plain")
        var chunks = body.makeAsyncIterator()
        #expect(try await chunks.next() == Array("one".utf8))
        mayGoOn.signal()
        // Who asks again goes on where the last one stopped.
        var others = body.makeAsyncIterator()
        #expect(try await others.next() == Array("two".utf8))
        #expect(try await others.next() == nil)
        #expect(try await chunks.next() == nil)
    }

    @Test(arguments: ["Content-Length: 6\r\n\r\none", "Transfer-Encoding: chunked\r\n\r\n3\r\none\r\n"])
    func whatBreaksOffIsTruncated(rest: String) async throws {
        let server = try TinyServer { _, connection in connection.write(Self.head + rest) }
        let sender = try sender(to: server)
        let error = await clientError { try await open(sender).collect(upTo: 100) }
        guard case .truncatedBody? = error?.reason else { return unexpected(error) }
    }

    @Test func silenceTimesOutBeforeTheAnswerAndInTheMiddleOfIt() async throws {
        for start in ["", Self.head + "Content-Length: 6\r\n\r\none"] {
            let server = try TinyServer { _, connection in
                connection.write(start)
                connection.wait()
            }
            let sender = try sender(to: server, timeout: .milliseconds(300))
            let error = await clientError { try await open(sender).collect(upTo: 100) }
            guard case .timedOut? = error?.reason else { return unexpected(error) }
        }
    }

    @Test func whoReadsSlowlyDoesNotTimeOut() async throws {
        let server = try TinyServer { _, connection in
            connection.write(Self.head + "Content-Length: 6\r\n\r\none")
            Thread.sleep(forTimeInterval: 0.1)
            connection.write("two")
        }
        var chunks = try await open(sender(to: server, timeout: .milliseconds(400))).makeAsyncIterator()
        var text: [UInt8] = []
        while let chunk = try await chunks.next() {
            text += chunk
            try await Task.sleep(for: .milliseconds(700))
        }
        #expect(text == Array("onetwo".utf8))
    }

    /// On Linux all sessions of a process share one thread.
    @Test func whoReadsSlowlyHoldsUpNobodyElseAndMissesNothing() async throws {
        // No two pieces of it that could be mistaken for each other stand next to each other.
        let block = [UInt8]((0..<(251 * 1024)).map { UInt8($0 % 251) })
        let length = block.count * 32
        let server = try TinyServer { request, connection in
            guard request.hasPrefix("GET /open/") else {
                connection.write("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
                return
            }
            connection.write(Self.head + "Content-Length: \(length)\r\n\r\n")
            for _ in 0..<32 {
                guard connection.write(block) else { return }
            }
        }
        let body = try await open(sender(to: server))
        #expect(body.length == length)
        var chunks = body.makeAsyncIterator()
        let first = try await chunks.next()
        var received = Data(try #require(first))
        for _ in 0..<20 {
            try await sender(to: server, timeout: .seconds(5)).empty(OperationRequest(Operation.send), success: 204)
        }
        try await Task.sleep(for: .milliseconds(500))
        while let chunk = try await chunks.next() {
            #expect(chunk.count <= 1 << 20)
            received += Data(chunk)
        }
        var expected = Data()
        for _ in 0..<32 { expected += Data(block) }
        #expect(received == expected)
    }

    #if canImport(FoundationNetworking)
        /// Elsewhere the server waits.
        @Test func whoReadsTooSlowlyIsToldSoAfterWhatWasKept() async throws {
            let block = [UInt8](repeating: 7, count: 1 << 20)
            let (closed, closing) = AsyncStream<Void>.makeStream()
            let server = try TinyServer { _, connection in
                connection.write(Self.head + "Content-Length: \(block.count * 64)\r\n\r\n")
                for _ in 0..<64 {
                    guard connection.write(block) else { break }
                }
                closing.finish()
            }
            let sender = OperationSender(
                configuration: ClientConfiguration(
                    server: try server.url, transport: URLSessionTransport(maximumUnreadBytes: 4 << 20), retry: .never),
                credentials: .none)
            let body = try await open(sender)
            for await _ in closed {}
            var received = 0
            let error = await clientError { for try await chunk in body { received += chunk.count } }
            guard case .transport(let fault)? = error?.reason, case .unread(4_194_304)? = fault as? TransportError
            else {
                return unexpected(error)
            }
            #expect(error?.description.hasSuffix("more than 4194304 bytes of it wait to be read") == true)
            #expect(received <= 5 << 20)
        }
    #endif

    @Test func whoReadsNoFurtherClosesTheConnection() async throws {
        for isCancelled in [false, true] {
            let (closed, closing) = AsyncStream<Void>.makeStream()
            let server = try TinyServer { _, connection in
                connection.write(Self.head + "Content-Length: 6\r\n\r\none")
                connection.wait()
                closing.finish()
            }
            let sender = try sender(to: server)
            let reader = Task {
                for try await _ in try await open(sender) where !isCancelled { break }
            }
            if isCancelled {
                try await Task.sleep(for: .milliseconds(300))
                reader.cancel()
                let error = await clientError { try await reader.value }
                guard case .cancelled? = error?.reason else { return unexpected(error) }
            } else {
                try await reader.value
            }
            for await _ in closed {}
        }
    }

    @Test func anErrorIsReadAsAWhole() async throws {
        let server = try TinyServer { _, connection in
            connection.write(
                "HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n"
                    + #"{"detail": "x"}"#)
        }
        let sender = try sender(to: server)
        let error = await #expect(throws: ErrorResponse<BasicError>.self) {
            try await sender.body(
                OperationRequest(Operation.open), success: 200, errors: [.json(404, BasicError.self)])
        }
        #expect(error?.body.detail == "x")
    }

    @Test func eventsArriveAsItems() async throws {
        let server = try TinyServer { _, connection in
            connection.write(
                Self.head.replacing("text/plain", with: "text/event-stream")
                    + "\r\ndata: {\"id\": 1, \"name\": \"a\"}\n\ndata: {\"id\": 2}\n\n")
        }
        let items: ItemStream<Dataset> = try await sender(to: server).items(
            OperationRequest(Operation.open), as: .events, accepting: "text/event-stream", success: 200)
        var iterator = items.makeAsyncIterator()
        #expect(try await iterator.next() == Dataset(id: 1, name: "a"))
        let error = await clientError { try await iterator.next() }
        guard case .malformedBody? = error?.reason else { return unexpected(error) }
        #expect(server.requests.first?.contains("Accept: text/event-stream\r\n") == true)
    }

    // MARK: Uploads

    private struct Broken: Error {}

    private func chunks(_ count: Int, failing: Bool = false) -> HTTPBody {
        HTTPBody(
            stream: AsyncThrowingStream<[UInt8], any Error> { continuation in
                for _ in 0..<count { continuation.yield(Array("chunk ".utf8)) }
                continuation.finish(throwing: failing ? Broken() : nil)
            })
    }

    @Test func aStreamArrivesWithItsLength() async throws {
        let server = try TinyServer { _, connection in connection.write("HTTP/1.1 204 No Content\r\n\r\n") }
        var request = OperationRequest(Operation.send)
        request.body(chunks(1000), contentType: "application/octet-stream")
        try await sender(to: server).empty(request, success: 204)
        let sent = try #require(server.requests.first)
        #expect(sent.lowercased().contains("content-length: 6000\r\n"))
        #expect(sent.hasSuffix("\r\n\r\n" + String(repeating: "chunk ", count: 1000)))
    }

    @Test func aStreamThatFailsIsNotSent() async throws {
        let server = try TinyServer { _, connection in connection.write("HTTP/1.1 204 No Content\r\n\r\n") }
        let missing = HTTPBody(contentsOf: URL(fileURLWithPath: "/nowhere/\(UUID().uuidString)"))
        for body in [chunks(3, failing: true), missing] {
            var request = OperationRequest(Operation.send)
            request.body(body, contentType: "application/octet-stream")
            let error = await clientError { try await sender(to: server).empty(request, success: 204) }
            guard case .transport? = error?.reason else { return unexpected(error) }
        }
        #expect(server.requests.isEmpty)
    }

    @Test func aStreamIsSentOnce() async throws {
        let server = try TinyServer { _, connection in
            connection.write("HTTP/1.1 503 Unavailable\r\nContent-Length: 0\r\n\r\n")
        }
        let sender = OperationSender(
            configuration: ClientConfiguration(server: try server.url, timing: .immediate()), credentials: .none)
        for (body, count) in [(HTTPBody("text"), 3), (chunks(1), 1)] {
            let before = server.requests.count
            var request = OperationRequest(OperationInfo("replace", .put, "/open/", .none))
            request.body(body, contentType: "text/plain")
            let error = await clientError { try await sender.empty(request, success: 204) }
            #expect(error?.status == 503)
            #expect(server.requests.count - before == count)
        }
    }
}
