// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

/// Reads a multipart body part by part as it arrives (RFC 2046 §5.1):
///
///     var reader = MultipartReader(body, boundary: "…")
///     while let fields = try await reader.nextPart() {
///         while let chunk = try await reader.nextChunk() { … }
///     }
///
/// No more of it is in memory than a chunk, or the fields of a part.
nonisolated struct MultipartReader {
    /// What breaks the form of a multipart body.
    nonisolated struct Malformed: Error { let reason: String }

    private var chunks: HTTPBody.AsyncIterator
    private var buffer: [UInt8]
    private var start = 0
    private var isAtEnd = false
    /// What stands before the first boundary is read like a part, and skipped.
    private var isInPart = true
    /// Whether the line break that ends the header is still there: a part without content ends with it.
    private var isAtHeaderEnd = false
    /// A line break, two hyphens and the boundary: what ends a part.
    private let delimiter: [UInt8]
    private let maximumFieldBytes: Int

    init(_ body: HTTPBody, boundary: String, maximumFieldBytes: Int = 16 << 10) {
        chunks = body.makeAsyncIterator()
        delimiter = Array("\r\n--\(boundary)".utf8)
        // The first boundary needs no line break before it.
        buffer = [0x0D, 0x0A]
        self.maximumFieldBytes = maximumFieldBytes
    }

    /// The header fields of the next part; what was not read of the last one is skipped. Nil at the end.
    /// - Throws: ``Malformed``, or what the body throws.
    mutating func nextPart() async throws -> HTTPFields? {
        while try await nextChunk() != nil {}
        guard !isAtEnd else { return nil }
        // Behind a boundary stands the end of the line, or the two hyphens of the last one.
        while true {
            while buffer.count - start < 2 {
                guard try await fill() else { throw Malformed(reason: "it ends within a boundary") }
            }
            switch (buffer[start], buffer[start + 1]) {
            case (0x2D, 0x2D):
                isAtEnd = true
                return nil
            case (0x0D, 0x0A):
                start += 2
                isInPart = true
                return try await fields()
            case (0x20, _), (0x09, _): start += 1
            default: throw Malformed(reason: "a boundary does not end its line")
            }
        }
    }

    /// The next bytes of the part; nil at its end.
    /// - Throws: ``Malformed``, or what the body throws.
    mutating func nextChunk() async throws -> [UInt8]? {
        if isAtHeaderEnd {
            isAtHeaderEnd = false
            while buffer.count - start < delimiter.count, try await fill() {}
            if !buffer[start...].starts(with: delimiter) { start += 2 }
        }
        while isInPart {
            let (safe, isFound) = scan()
            if isFound {
                isInPart = false
                let chunk = Array(buffer[start..<safe])
                start = safe + delimiter.count
                if !chunk.isEmpty { return chunk }
                return nil
            }
            if safe > start {
                let chunk = Array(buffer[start..<safe])
                start = safe
                return chunk
            }
            guard try await fill() else { throw Malformed(reason: "it ends before its last boundary") }
        }
        return nil
    }

    /// Where the delimiter begins, or the first place where it still could.
    private func scan() -> (place: Int, isFound: Bool) {
        let length = delimiter.count
        return buffer.withUnsafeBufferPointer { bytes in
            delimiter.withUnsafeBufferPointer { wanted in
                var place = start
                while place < bytes.count {
                    if bytes[place] == 0x0D {
                        var matched = 1
                        while matched < length, place + matched < bytes.count, bytes[place + matched] == wanted[matched]
                        {
                            matched += 1
                        }
                        if matched == length { return (place, true) }
                        if place + matched == bytes.count { return (place, false) }
                    }
                    place += 1
                }
                return (place, false)
            }
        }
    }

    private mutating func fields() async throws -> HTTPFields {
        var fields = HTTPFields()
        var total = 0
        while let line = try await line(upTo: maximumFieldBytes - total) {
            if line.isEmpty {
                start -= 2
                isAtHeaderEnd = true
                return fields
            }
            total += line.count
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
                throw Malformed(reason: "a line of a part's header has no colon")
            }
            let name = String(decoding: line[..<colon], as: UTF8.self)
            guard fields.append(name, String(decoding: line[(colon + 1)...], as: UTF8.self)) else {
                throw Malformed(reason: "a part has a header field without a proper name")
            }
        }
        throw Malformed(reason: "it ends within a part's header")
    }

    private mutating func line(upTo limit: Int) async throws -> ArraySlice<UInt8>? {
        var searched = start
        while true {
            while searched + 1 < buffer.count {
                if buffer[searched] == 0x0D, buffer[searched + 1] == 0x0A {
                    defer { start = searched + 2 }
                    return buffer[start..<searched]
                }
                searched += 1
            }
            guard buffer.count - start <= limit else { throw Malformed(reason: "a part's header is too long") }
            let offset = searched - start
            guard try await fill() else { return nil }
            searched = start + offset
        }
    }

    /// Adds a chunk to what is not read yet.
    private mutating func fill() async throws -> Bool {
        if start > 0 {
            buffer.removeSubrange(..<start)
            start = 0
        }
        guard let chunk = try await chunks.next() else { return false }
        buffer += chunk
        return true
    }
}

nonisolated extension HTTPFields {
    /// A parameter of the part's `Content-Disposition`: its `name` or `filename` (RFC 7578 §4.2).
    func dispositionParameter(_ name: String) -> String? {
        let pieces = HTTPMediaType.split(self["content-disposition"] ?? "", at: UInt8(ascii: ";")).dropFirst()
        let parameters = pieces.compactMap(HTTPMediaType.parameter)
        // RFC 8187: UTF-8''na%C3%AFve.txt
        if let extended = parameters.first(where: { $0.name == name + "*" })?.value,
            extended.lowercased().hasPrefix("utf-8'"), let quote = extended.lastIndex(of: "'"),
            let decoded = PercentEncoding.decode(extended[extended.index(after: quote)...])
        {
            return decoded
        }
        // What browsers escape (HTML §4.10.21.8).
        return parameters.first { $0.name == name }?.value
            .replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
    }
}
