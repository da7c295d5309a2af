/// The items of a body that is sent and read one by one: server-sent events, lines of JSON.
///
///     for try await chunk in try await client.chat.createStream(body: request) { … }
///     return ItemStream(numbers)          // what a server's handler answers; `numbers` is any AsyncSequence
///
/// Nothing is read ahead: who takes items slowly slows down who sends them.
public nonisolated struct ItemStream<Item: JSONRepresentable>: Sendable {
    private let start: @Sendable () -> Events.AsyncIterator

    /// The items of any sequence. It can be read as often as `items` can be iterated.
    public init<Items: AsyncSequence & Sendable>(_ items: Items) where Items.Element == Item {
        start = {
            var iterator = items.makeAsyncIterator()
            return Events.AsyncIterator { try await iterator.next().map { ServerSentEvent($0) } }
        }
    }

    /// Events of any sequence, with their names and identifiers; where the body is no stream of events, only their data
    /// is sent.
    public init<Source: AsyncSequence & Sendable>(events: Source) where Source.Element == ServerSentEvent<Item> {
        start = {
            var iterator = events.makeAsyncIterator()
            return Events.AsyncIterator { try await iterator.next() }
        }
    }

    /// The items in a body that was received.
    /// - Parameters:
    ///   - limits: what one item may be at most.
    ///   - validating: whether constraints and enumerations are held to, as a server must.
    ///   - rule: what each item has to meet beyond its type, when validating.
    ///   - failure: what is thrown for an error of the body, or for a `JSONError` of an item.
    public init(
        reading body: HTTPBody, as coding: StreamCoding, limits: JSONLimits = .standard, validating: Bool = false,
        rule: (any ValueRule)? = nil, failure: @escaping @Sendable (any Error) -> any Error = { $0 }
    ) {
        start = {
            var records = RecordReader(body, coding, maximumBytes: limits.maximumBytes)
            return Events.AsyncIterator {
                do {
                    guard let record = try await records.next() else { return nil }
                    if let text = record.data as? Item { return record.with(text) }
                    // RFC 8259: no JSON looks like this. Services end their streams with it.
                    if coding == .events, record.data == "[DONE]" { return nil }
                    let bytes = Array(record.data.utf8)
                    return record.with(try Item(json: bytes, validating: validating, limits: limits, rule: rule))
                } catch {
                    throw failure(error)
                }
            }
        }
    }

    /// The same items with what else was sent with each: the name of the event, its identifier.
    public var events: Events { Events(start: start) }

    /// The items with what was sent with each.
    public nonisolated struct Events: AsyncSequence, Sendable {
        public typealias Element = ServerSentEvent<Item>

        let start: @Sendable () -> AsyncIterator

        public func makeAsyncIterator() -> AsyncIterator { start() }

        /// Hands out the events.
        public nonisolated struct AsyncIterator: AsyncIteratorProtocol {
            private let pull: () async throws -> ServerSentEvent<Item>?
            private var isAtEnd = false

            init(_ pull: @escaping () async throws -> ServerSentEvent<Item>?) { self.pull = pull }

            public mutating func next() async throws -> ServerSentEvent<Item>? {
                if isAtEnd { return nil }
                let event = try await pull()
                isAtEnd = event == nil
                return event
            }
        }
    }

    /// The items as a body, each sent when there is one.
    public func body(as coding: StreamCoding) -> HTTPBody {
        HTTPBody(stream: EncodedItems(events: events, coding: coding))
    }
}

nonisolated extension ItemStream: AsyncSequence {
    public typealias Element = Item

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(events: start()) }

    /// Hands out the items.
    public nonisolated struct AsyncIterator: AsyncIteratorProtocol {
        var events: Events.AsyncIterator

        public mutating func next() async throws -> Item? { try await events.next()?.data }
    }
}

/// How items follow each other in a body.
public nonisolated enum StreamCoding: Sendable, Hashable {
    /// `text/event-stream` (HTML §9.2). Data that is `[DONE]` ends the stream, unless the items are texts.
    case events
    /// A line for each item: `application/jsonl`, `application/x-ndjson`.
    case lines
    /// A record separator before each item: `application/json-seq` (RFC 7464).
    case sequence
}

/// One event of a stream (HTML §9.2.6).
public nonisolated struct ServerSentEvent<Item: Sendable>: Sendable {
    /// The item; in the stream its JSON, or the text itself where items are texts.
    public var data: Item
    /// What happened: `event`.
    public var event: String?
    /// Where to go on from after a break: the last `id` so far.
    public var id: String?
    /// How many milliseconds to wait before connecting again.
    public var retry: Int?

    /// An event of these parts.
    public init(_ data: Item, event: String? = nil, id: String? = nil, retry: Int? = nil) {
        self.data = data
        self.event = event
        self.id = id
        self.retry = retry
    }

    func with<Other>(_ data: Other) -> ServerSentEvent<Other> {
        ServerSentEvent<Other>(data, event: event, id: id, retry: retry)
    }
}

/// The items of a stream in their form.
private nonisolated struct EncodedItems<Item: JSONRepresentable>: AsyncSequence, Sendable {
    typealias Element = [UInt8]

    let events: ItemStream<Item>.Events
    let coding: StreamCoding

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(events: events.makeAsyncIterator(), coding: coding) }

    nonisolated struct AsyncIterator: AsyncIteratorProtocol {
        var events: ItemStream<Item>.Events.AsyncIterator
        let coding: StreamCoding

        mutating func next() async throws -> [UInt8]? {
            guard let event = try await events.next() else { return nil }
            switch coding {
            case .lines: return event.data.jsonBytes() + [0x0A]
            case .sequence: return [0x1E] + event.data.jsonBytes() + [0x0A]
            case .events:
                var text = ""
                // A line break would begin another field.
                func field(_ name: String, _ value: String) {
                    text +=
                        "\(name): \(String(value.unicodeScalars.filter { $0 != "\r" && $0 != "\n" && $0 != "\0" }))\n"
                }
                if let name = event.event { field("event", name) }
                if let id = event.id { field("id", id) }
                if let retry = event.retry { field("retry", String(retry)) }
                let data = event.data as? String ?? event.data.jsonText()
                let lines = data.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
                for line in lines.split(separator: "\n", omittingEmptySubsequences: false) { text += "data: \(line)\n" }
                return Array((text + "\n").utf8)
            }
        }
    }
}
