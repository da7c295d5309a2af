import BodiesClient
import BodiesServer
import Foundation
import Synchronization
import Testing

extension BodiesTests {
    @Suite("Sequences")
    struct StreamTests {
        @Test("curl -N: each event arrives when it happens, before the answer ends")
        func oneByOne() async throws {
            try await RunningServer.serving { server in
                let lines = try await Curl.lines(["-N", "-i", "\(server.url)/events"])
                #expect(lines.contains { $0.text.lowercased().hasPrefix("content-type: text/event-stream") })
                let events = lines.filter { $0.text.hasPrefix("data: ") }
                #expect(events.map(\.text) == (1...3).map { #"data: {"number":\#($0),"word":"line\nbreak"}"# })
                #expect(lines.filter { $0.text.hasPrefix("id: ") }.map(\.text) == ["id: 1", "id: 2", "id: 3"])
                for (event, next) in zip(events, events.dropFirst()) {
                    #expect(next.seconds - event.seconds > 0.2, "\(events)")
                }
            }
        }

        @Test("The client is given each event when it arrives, with its name and identifier")
        func client() async throws {
            try await RunningServer.serving { server in
                let clock = ContinuousClock()
                var (times, numbers): ([ContinuousClock.Instant], [Int]) = ([], [])
                for try await event in try await server.client().watchEvents().events {
                    times.append(clock.now)
                    numbers.append(event.data.number)
                    #expect(event.event == "tick" && event.id == "\(event.data.number)")
                    #expect(event.data.word == "line\nbreak")
                }
                #expect(numbers == [1, 2, 3])
                for (time, next) in zip(times, times.dropFirst()) { #expect(next - time > .milliseconds(200)) }
            }
        }

        @Test("An error in the middle ends the stream visibly, for curl and for the client, and is reported")
        func failing() async throws {
            let reported = Mutex<[String]>([])
            let options = ServerOptions { error, operation in
                reported.withLock { $0.append("\(operation.id): \(error)") }
            }
            try await RunningServer.serving(options: options) { server in
                // 18: the body ended before it was complete.
                let failure = await #expect(throws: Curl.Failure.self) {
                    try await Curl.lines(["-N", "\(server.url)/events?ending=badly"])
                }
                #expect(failure?.code == 18, "\(failure?.message ?? "")")
                let output = String(decoding: failure?.output ?? [], as: UTF8.self)
                #expect(output.contains(#""number":3"#))
                var numbers: [Int] = []
                let error = await #expect(throws: ClientError.self) {
                    for try await tick in try await server.client().watchEvents(ending: .badly) {
                        numbers.append(tick.number)
                    }
                }
                #expect(numbers == [1, 2, 3])
                guard case .truncatedBody? = error?.reason else {
                    Issue.record("\(String(describing: error))")
                    return
                }
            }
            #expect(reported.withLock { $0 } == Array(repeating: "watch_events: Broken()", count: 2))
        }

        @Test("A client that goes away cancels the handler's stream, be it curl or URLSession")
        func disconnect() async throws {
            let (events, continuation) = AsyncStream<String>.makeStream()
            try await RunningServer.serving(Service(events: continuation)) { server in
                var ends = events.makeAsyncIterator()
                // 28: time is over.
                let failure = await #expect(throws: Curl.Failure.self) {
                    try await Curl.lines(["-N", "--max-time", "1", "\(server.url)/events?ending=never"])
                }
                #expect(failure?.code == 28)
                #expect(await ends.next() == "cancelled")

                for try await _ in try await server.client().watchEvents(ending: .never) { break }
                #expect(await ends.next() == "cancelled")

                let reader = Task {
                    for try await _ in try await server.client().watchEvents(ending: .never) {}
                }
                try await Task.sleep(for: .seconds(1))
                reader.cancel()
                #expect(await ends.next() == "cancelled")
                await #expect(throws: (any Error).self) { try await reader.value }
            }
        }

        @Test("Who reads a stream of bytes no further ends it")
        func abandonedBytes() async throws {
            let (events, continuation) = AsyncStream<String>.makeStream()
            try await RunningServer.serving(Service(events: continuation)) { server in
                for try await _ in try await server.client().getBlob(size: 1 << 32) { break }
                var ends = events.makeAsyncIterator()
                #expect(await ends.next() == "dropped")
            }
        }

        @Test("One operation answers at once and as a stream")
        func question() async throws {
            try await RunningServer.serving { server in
                let client = server.client()
                #expect(try await client.createQuestion(body: .init(text: "a b c")).word == "a b c")
                var words: [String?] = []
                for try await tick in try await client.createQuestionStream(body: .init(text: "a b c")) {
                    words.append(tick.word)
                }
                #expect(words == ["a", "b", "c"])
                let lines = try await Curl.lines([
                    "-N", "-H", "Content-Type: application/json", "-d", #"{"text": "x y", "stream": true}"#,
                    "\(server.url)/questions",
                ])
                #expect(lines.filter { $0.text.hasPrefix("data: ") }.count == 2)
            }
        }

        @Test("Lines of JSON go both ways")
        func lines() async throws {
            try await RunningServer.serving { server in
                let numbers = AsyncStream { continuation in
                    for number in 0..<1000 { continuation.yield(Tick(number: number)) }
                    continuation.finish()
                }
                var doubled: [Int] = []
                for try await tick in try await server.client().doubleLines(body: ItemStream(numbers)) {
                    doubled.append(tick.number)
                }
                #expect(doubled == (0..<1000).map { $0 * 2 })

                let body = Array("{\"number\": 1}\r\n\n  {\"number\": 2}".utf8)
                let type = ["-H", "Content-Type: application/x-ndjson", "--data-binary", "@-", "\(server.url)/lines"]
                let output = try await Curl.run(type, input: body)
                #expect(String(decoding: output, as: UTF8.self) == "{\"number\":2}\n{\"number\":4}\n")
                // The answer has begun when the second line is read.
                let failure = await #expect(throws: Curl.Failure.self) {
                    try await Curl.run(type, input: Array("{\"number\": 1}\n{\"number\": }\n".utf8))
                }
                #expect(failure?.code == 18)
                let other = try await Curl.send(
                    "-H", "Content-Type: application/json", "-d", "[]", "\(server.url)/lines")
                #expect(other.status == 415)
            }
        }
    }
}
