import Foundation
import PostHogDemo
import PostHogServer
import Synchronization
import Testing

extension IntegrationTests {
    @Suite("Connections")
    struct ConnectionTests {
        /// Takes its time for one operation, and tells how that ended.
        private struct SlowService: ExampleAnswers {
            let events: AsyncStream<String>.Continuation

            func environmentsDatasetsList(
                projectID: String, idIn: [UUID]?, limit: Int?, offset: Int?, orderBy: [DatasetOrdering]?,
                search: String?,
                caller: Caller
            ) async throws -> PaginatedDatasetList {
                events.yield("begun")
                do {
                    try await Task.sleep(for: .seconds(20))
                    events.yield("finished")
                } catch {
                    events.yield("cancelled")
                    throw error
                }
                return PaginatedDatasetList(count: 0, next: nil, previous: nil, results: [])
            }
        }

        private let head = "Host: localhost\r\nAuthorization: Bearer phx_all\r\n"

        /// Whether the server still answers.
        private func isWell(_ server: RunningServer) async throws -> Bool {
            try await Curl.send("GET", "\(server.url)/api/environments/1/dashboards/", token: "phx_all").status == 200
        }

        @Test("A connection is kept for further requests, also after refusals")
        func keepAlive() async throws {
            try await RunningServer.serving(ExampleService()) { [head] server in
                let connection = try RawConnection(port: server.port)
                for (target, fields, status) in [
                    ("/api/environments/1/datasets/", head, 200), ("/api/nothing/", head, 404),
                    ("/api/environments/1/datasets/", "Host: localhost\r\n", 401),
                    ("/api/environments/1/datasets/x/", head, 400),
                    ("/api/environments/1/datasets/", head, 200),
                ] {
                    try connection.send("GET \(target) HTTP/1.1\r\n\(fields)\r\n")
                    #expect(await connection.answer().hasPrefix("HTTP/1.1 \(status) "))
                }
                let output = try await Curl.run(
                    [
                        "-w", "%{num_connects} ", "-o", "/dev/null", "-o", "/dev/null", "-H",
                        "Authorization: Bearer phx_all",
                    ]
                        + ["datasets", "dashboards"].map { "\(server.url)/api/environments/1/\($0)/" })
                #expect(String(decoding: output, as: UTF8.self) == "1 0 ")
            }
        }

        @Test("Requests that arrive together are answered in turn")
        func pipelining() async throws {
            try await RunningServer.serving(ExampleService()) { [head] server in
                let connection = try RawConnection(port: server.port)
                let first = "GET /api/environments/1/datasets/ HTTP/1.1\r\n\(head)\r\n"
                let second =
                    "DELETE /api/environments/1/datasets/497f6eca-6276-4993-bfeb-53cbbbba6f08/ HTTP/1.1\r\n\(head)\r\n"
                try connection.send(first + second)
                let answers = await connection.answer() + connection.answer()
                let ok = try #require(answers.range(of: "HTTP/1.1 200 "))
                let refused = try #require(answers.range(of: "HTTP/1.1 405 "))
                #expect(ok.lowerBound < refused.lowerBound)
            }
        }

        @Test("A client that goes away in the middle of its body harms nothing", arguments: [false, true])
        func halfABody(abruptly: Bool) async throws {
            let reported = Mutex(0)
            let options = ServerOptions { _, _ in reported.withLock { $0 += 1 } }
            let address = ServiceAddress()
            try await RunningServer.serving(DemoService(address: address), address: address, options: options) {
                [head] server in
                for _ in 0..<20 {
                    let connection = try RawConnection(port: server.port)
                    // The part that arrives is JSON that would do.
                    try connection.send(
                        "POST /api/environments/1/datasets/ HTTP/1.1\r\n\(head)Content-Type: application/json\r\n"
                            + "Content-Length: 1000\r\n\r\n{\"name\": \"half\"}")
                    connection.hangUp(abruptly: abruptly)
                }
                let early = try RawConnection(port: server.port)
                try early.send("POST /api/environments/1/datasets/ HT")
                early.hangUp(abruptly: abruptly)
                #expect(try await isWell(server))
                let list = try await Curl.send("GET", "\(server.url)/api/environments/1/datasets/", token: "phx_all")
                #expect(try list.json["count"] == 0)
            }
            #expect(reported.withLock { $0 } == 0)
        }

        @Test("A client that does not wait for its answer has its handler cancelled", arguments: [false, true])
        func disconnectWhileHandled(abruptly: Bool) async throws {
            let (events, continuation) = AsyncStream<String>.makeStream()
            let reported = Mutex(0)
            let options = ServerOptions { _, _ in reported.withLock { $0 += 1 } }
            try await RunningServer.serving(SlowService(events: continuation), options: options) { [head] server in
                let connection = try RawConnection(port: server.port)
                try connection.send("GET /api/environments/1/datasets/ HTTP/1.1\r\n\(head)\r\n")
                var iterator = events.makeAsyncIterator()
                #expect(await iterator.next() == "begun")
                connection.hangUp(abruptly: abruptly)
                #expect(await iterator.next() == "cancelled")
                #expect(try await isWell(server))
            }
            #expect(reported.withLock { $0 } == 0)
        }

        @Test("What is no HTTP is refused, and the next connection served")
        func noise() async throws {
            try await RunningServer.serving(ExampleService()) { server in
                for noise in [
                    "\r\n\r\n", "hello\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET /\u{0} HTTP/1.1\r\nHost: a\r\n\r\n",
                ] {
                    let connection = try RawConnection(port: server.port)
                    try connection.send(noise)
                    connection.hangUp()
                }
                let dots = try RawConnection(port: server.port)
                try dots.send("GET /api/environments/../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(await dots.answer().hasPrefix("HTTP/1.1 400 "))
                #expect(try await isWell(server))
            }
        }
    }
}
