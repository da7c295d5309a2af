import BodiesServer

/// Tells what it was sent, and gives what is asked for.
struct Service: BodiesService {
    /// Told what becomes of the streams.
    var events: AsyncStream<String>.Continuation?

    func createNote(body: Note, caller: Caller) async throws -> Note { body }

    func createAlbum(body: AlbumForm, caller: Caller) async throws -> AlbumReport {
        var files: [Arrived] = []
        for file in [body.cover] + (body.pictures ?? []) { files.append(try await Arrived(file)) }
        return AlbumReport(
            title: body.title, remark: body.remark, year: body.year, tags: body.tags, note: body.note, files: files)
    }

    func getAlbum(caller: Caller) async throws -> AlbumForm {
        AlbumForm(
            title: "Grüße", year: 2026, tags: ["a", "b"], note: Note(title: "n", count: 3),
            cover: FilePart(HTTPBody([1, 2, 3]), fileName: "cover.png", contentType: "image/png"),
            pictures: [FilePart(HTTPBody(stream: Zeros(count: 1 << 20)), fileName: "zeros")])
    }

    func createDocument(
        body: CreateDocumentBody, accept: String, caller: Caller
    ) async throws -> CreateDocumentAnswer {
        let text =
            switch body {
            case .json(let note): "note \(note.title)"
            case .multipart(let form): try await "file \(form.file.fileName ?? "") \(Arrived(form.file).bytes)"
            case .text(let text): "text \(text)"
            case .zip(let bytes): try await "\(bytes.contentType ?? "") \(bytes.collect(upTo: 1000).count)"
            }
        return switch accept {
        case "text/csv": .csv(text)
        case "image/png": .png(HTTPBody(text))
        default: .json(Note(title: text))
        }
    }

    func addMedia(body: AddMediaBody, caller: Caller) async throws -> WithStatus<Arrived> {
        switch body {
        case .upload(let upload): WithStatus(try await Arrived(upload.file), status: 201)
        case .link(let link): WithStatus(Arrived(name: link.url, bytes: 0, sum: 0), status: 202)
        case .other: throw Problem(title: "Bad Request", status: 400)
        }
    }

    func getBlob(size: Int, caller: Caller) async throws -> HTTPBody {
        HTTPBody(stream: Zeros(count: size, events: events), length: size)
    }

    func putBlob(size: Int, body: HTTPBody, caller: Caller) async throws -> Arrived {
        try await Arrived(FilePart(body, fileName: nil, contentType: body.contentType))
    }

    func echoBlob(size: Int, body: HTTPBody, caller: Caller) async throws -> HTTPBody { body }

    func echoText(body: String, caller: Caller) async throws -> String { body }

    func watchEvents(ending: WatchEventsEnding, caller: Caller) async throws -> ItemStream<Tick> {
        let stream = Ticks(ending: ending.rawValue, events: events)
        return ItemStream(events: stream)
    }

    func createQuestion(
        body: CreateQuestionBody, accept: String, caller: Caller
    ) async throws -> CreateQuestionAnswer {
        guard body.stream == true else { return .json(Tick(number: 0, word: body.text)) }
        let words = body.text.split(separator: " ").enumerated().map { Tick(number: $0, word: String($1)) }
        return .events(
            ItemStream(
                AsyncStream { continuation in
                    for word in words { continuation.yield(word) }
                    continuation.finish()
                }))
    }

    func doubleLines(body: ItemStream<Tick>, caller: Caller) async throws -> ItemStream<Tick> {
        ItemStream(body.map { tick in Tick(number: tick.number * 2, word: tick.word) })
    }
}

extension Arrived {
    /// Reads a file chunk by chunk.
    init(_ file: FilePart) async throws {
        var (count, sum) = (0, 0)
        for try await chunk in file.body {
            count += chunk.count
            for byte in chunk { sum &+= Int(byte) }
        }
        self.init(
            name: file.fileName, type: file.contentType, rotation: file.headers["X-Rotation"], bytes: count, sum: sum)
    }
}

/// Bytes that take no memory. Tells when they are read no further.
struct Zeros: AsyncSequence, Sendable {
    let count: Int
    var events: AsyncStream<String>.Continuation?

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(left: count, end: events.map(End.init)) }

    final class End: Sendable {
        let events: AsyncStream<String>.Continuation
        init(events: AsyncStream<String>.Continuation) { self.events = events }
        deinit { events.yield("dropped") }
    }

    struct AsyncIterator: AsyncIteratorProtocol {
        var left: Int
        let end: End?

        mutating func next() async throws -> [UInt8]? {
            try Task.checkCancellation()
            guard left > 0 else { return nil }
            let size = Swift.min(left, 64 << 10)
            left -= size
            return [UInt8](repeating: 1, count: size)
        }
    }
}

/// Three events, 0.3 s apart, and then an end: well, with an error, or never.
struct Ticks: AsyncSequence, Sendable {
    typealias Element = ServerSentEvent<Tick>

    struct Broken: Error {}

    let ending: String
    let events: AsyncStream<String>.Continuation?

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(ticks: self) }

    struct AsyncIterator: AsyncIteratorProtocol {
        let ticks: Ticks
        var number = 0

        mutating func next() async throws -> ServerSentEvent<Tick>? {
            number += 1
            do {
                if number > 1 { try await Task.sleep(for: .milliseconds(300)) }
                if number > 3, ticks.ending == "never" { try await Task.sleep(for: .seconds(60)) }
            } catch {
                ticks.events?.yield("cancelled")
                throw error
            }
            guard number > 3 else {
                return ServerSentEvent(Tick(number: number, word: "line\nbreak"), event: "tick", id: "\(number)")
            }
            if ticks.ending == "badly" { throw Ticks.Broken() }
            return nil
        }
    }
}
