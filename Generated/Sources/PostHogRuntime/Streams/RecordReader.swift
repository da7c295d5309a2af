// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

/// Takes the records out of a body as they arrive: events, lines or what stands between record separators. No more is
/// in memory than a chunk and a record.
nonisolated struct RecordReader {
    private var chunks: HTTPBody.AsyncIterator
    private let coding: StreamCoding
    private let maximumBytes: Int
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    private var isFirstLine = true
    private var lastID: String?

    init(_ body: HTTPBody, _ coding: StreamCoding, maximumBytes: Int) {
        chunks = body.makeAsyncIterator()
        self.coding = coding
        self.maximumBytes = maximumBytes
    }

    /// The next record; nil at the end.
    /// - Throws: `HTTPBody.TooLarge` for a record over the limit; what the body throws.
    mutating func next() async throws -> ServerSentEvent<String>? {
        if coding == .events { return try await event() }
        while let record = try await record(endedBy: coding == .lines ? 0x0A : 0x1E) {
            if record.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }) {
                return ServerSentEvent(String(decoding: record, as: UTF8.self))
            }
        }
        return nil
    }

    /// HTML §9.2.6: what a stream ends within is no event.
    private mutating func event() async throws -> ServerSentEvent<String>? {
        var data: [Substring] = []
        var size = 0
        var (name, retry): (String?, Int?)
        while var line = try await line() {
            if isFirstLine {
                isFirstLine = false
                if line.unicodeScalars.first == "\u{FEFF}" { line = String(line.unicodeScalars.dropFirst()) }
            }
            if line.isEmpty {
                if !data.isEmpty {
                    return ServerSentEvent(data.joined(separator: "\n"), event: name, id: lastID, retry: retry)
                }
                (name, retry) = (nil, nil)
                continue
            }
            // By byte: a combining mark would make another character of a delimiter.
            let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
            var value = line.utf8[colon...].dropFirst()
            if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
            switch line[..<colon] {
            case "data":
                size += value.count
                if size > maximumBytes { throw HTTPBody.TooLarge(limit: maximumBytes) }
                data.append(Substring(value))
            case "event": name = String(Substring(value))
            case "id": if !value.contains(0) { lastID = String(Substring(value)) }
            case "retry": retry = Int(Substring(value)) ?? retry
            default: break
            }
        }
        return nil
    }

    /// A line without its end, which is CR, LF or both.
    private mutating func line() async throws -> String? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
                // Whether an LF follows a CR has to be known before the line is over.
                if buffer[end] == 0x0A || end + 1 < buffer.count || isAtEnd {
                    defer {
                        start =
                            buffer[end] == 0x0D && end + 1 < buffer.count && buffer[end + 1] == 0x0A ? end + 2 : end + 1
                    }
                    return String(decoding: buffer[start..<end], as: UTF8.self)
                }
                searched = end
            } else {
                searched = buffer.count
            }
            let offset = searched - start
            guard try await fill() else { return nil }
            searched = start + offset
        }
    }

    private mutating func record(endedBy separator: UInt8) async throws -> [UInt8]? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: separator) {
                defer { start = end + 1 }
                return Array(buffer[start..<end])
            }
            let offset = buffer.count - start
            guard try await fill() else {
                defer { start = buffer.count }
                return start < buffer.count ? Array(buffer[start...]) : nil
            }
            searched = start + offset
        }
    }

    /// Adds a chunk to what is not read yet; false at the end, said once more before what is left is given up.
    private mutating func fill() async throws -> Bool {
        if isAtEnd { return false }
        if start > 0 {
            buffer.removeSubrange(..<start)
            start = 0
        }
        if buffer.count > maximumBytes { throw HTTPBody.TooLarge(limit: maximumBytes) }
        guard let chunk = try await chunks.next() else {
            isAtEnd = true
            return coding == .events && !buffer.isEmpty
        }
        buffer += chunk
        return true
    }
}
