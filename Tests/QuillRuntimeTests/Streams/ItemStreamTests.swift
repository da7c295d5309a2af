import Testing

@testable import QuillRuntime

@Suite("Sequences of items") struct ItemStreamTests {
    private func items<Item>(
        _ text: String, _ coding: StreamCoding, by size: Int = 3, of: Item.Type = Int.self
    ) async throws -> [Item] where Item: JSONRepresentable {
        var items: [Item] = []
        for try await item in ItemStream<Item>(reading: stream(text, by: size), as: coding) { items.append(item) }
        return items
    }

    private func events(_ text: String, by size: Int) async throws -> [String] {
        var events: [String] = []
        for try await event in ItemStream<String>(reading: stream(text, by: size), as: .events).events {
            events.append("\(event.event ?? "-") \(event.id ?? "-") \(event.retry ?? -1) \(event.data)")
        }
        return events
    }

    /// HTML §9.2.6, its examples among them.
    @Test(
        "Events",
        arguments: [
            ("data: a\n\n", ["- - -1 a"]), ("data:a\r\rdata: b\r\r\n", ["- - -1 a", "- - -1 b"]),
            ("\u{FEFF}data:  a\r\n\r\n", ["- - -1  a"]),
            ("data: YHOO\ndata: +2\ndata: 10\n\n", ["- - -1 YHOO\n+2\n10"]),
            (": comment\n\ndata: a\nid: 1\n\ndata:b\nid\n\ndata:  c\n\n", ["- 1 -1 a", "-  -1 b", "-  -1  c"]),
            ("data\n\ndata\ndata\n\ndata:", ["- - -1 ", "- - -1 \n"]),
            ("event: add\ndata: 7\nretry: 10\n\ndata: 8\n\n", ["add - 10 7", "- - -1 8"]),
            ("event: x\n\ndata: a\n\n", ["- - -1 a"]), ("data: not over\n", []),
            ("nonsense: 1\nretry: x\ndata: a\n\n", ["- - -1 a"]),
            ("id: 1\u{0}\ndata: a\n\n", ["- - -1 a"]), ("", []),
        ])
    func events(text: String, expected: [String]) async throws {
        for size in [1, 2, 5, 1000] { #expect(try await events(text, by: size) == expected, "in chunks of \(size)") }
    }

    @Test("The data of an event is the item, and `[DONE]` is the end")
    func items() async throws {
        #expect(try await items("data: 1\n\ndata: 2\n\ndata: [DONE]\n\ndata: 3\n\n", .events) == [1, 2])
        #expect(try await items("data: [DONE]\n\ndata: a\n\n", .events, of: String.self) == ["[DONE]", "a"])
        #expect(try await items("data: [\ndata: 1]\n\n", .events, of: [Int].self) == [[1]])
        await #expect(throws: JSONError.self) { try await items("data: x\n\n", .events) }
    }

    @Test(
        "Lines and records",
        arguments: [
            ("1\n2\n", StreamCoding.lines, [1, 2]), ("1\r\n\n2", .lines, [1, 2]), ("", .lines, []), ("\n", .lines, []),
            ("\u{1E}1\n\u{1E}2\n", .sequence, [1, 2]), ("\u{1E}\u{1E}1", .sequence, [1]),
        ])
    func records(text: String, coding: StreamCoding, expected: [Int]) async throws {
        for size in [1, 4, 100] { #expect(try await items(text, coding, by: size) == expected) }
    }

    @Test("What is written is read back", arguments: [StreamCoding.events, .lines, .sequence])
    func roundTrip(coding: StreamCoding) async throws {
        let values: [JSONValue] = [["a": "x\ny\r\u{2028}"], 1, nil, "[DONE]"]
        let body = ItemStream(
            AsyncStream { continuation in
                for value in values { continuation.yield(value) }
                continuation.finish()
            }
        ).body(as: coding)
        var read: [JSONValue] = []
        for try await item in ItemStream<JSONValue>(reading: body, as: coding) { read.append(item) }
        #expect(read == values)
    }

    @Test("Events keep their names, and no name is two fields")
    func written() async throws {
        let events = AsyncStream<ServerSentEvent<String>> { continuation in
            continuation.yield(ServerSentEvent("a\nb\r\nc\rd", event: "x\ndata: evil", id: "1\r2", retry: 5))
            continuation.finish()
        }
        let bytes = try await ItemStream(events: events).body(as: .events).collect(upTo: 1000)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "event: xdata: evil\nid: 12\nretry: 5\ndata: a\ndata: b\ndata: c\ndata: d\n\n")
    }

    @Test("An item is limited, however it arrives", arguments: [StreamCoding.events, .lines, .sequence])
    func limits(coding: StreamCoding) async {
        let endless = HTTPBody(
            stream: AsyncStream<[UInt8]> { Array((coding == .events ? "data: 11111111\n" : "11111111").utf8) })
        await #expect(throws: HTTPBody.TooLarge.self) {
            for try await _ in ItemStream<Int>(reading: endless, as: coding, limits: JSONLimits(maximumBytes: 1000)) {}
        }
    }

    @Test("Nothing is read ahead")
    func lazily() async throws {
        let counter = Counted()
        let body = HTTPBody(
            stream: AsyncStream<[UInt8]> {
                await counter.increment()
                return Array("1\n2\n".utf8)
            })
        var iterator = ItemStream<Int>(reading: body, as: .lines).makeAsyncIterator()
        #expect(try await iterator.next() == 1)
        #expect(try await iterator.next() == 2)
        #expect(await counter.value == 1)
        #expect(try await iterator.next() == 1)
        #expect(await counter.value == 2)
    }

    private actor Counted {
        var value = 0
        func increment() { value += 1 }
    }
}
