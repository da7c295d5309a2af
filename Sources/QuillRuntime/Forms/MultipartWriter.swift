/// Puts together a multipart body (RFC 2046 §5.1, RFC 7578).
nonisolated struct MultipartWriter {
    let boundary: String
    private var pieces: [HTTPBody] = []
    private var isStream = false

    /// The boundary is random, so that no content can contain it but by design of who does not know it.
    init() {
        boundary =
            "quill-" + String(UInt64.random(in: 0 ... .max), radix: 36)
            + String(UInt64.random(in: 0 ... .max), radix: 36)
    }

    mutating func add(_ text: String, named name: String, contentType: String?, _ headers: HTTPFields) {
        begin(name, fileName: nil, contentType: contentType, [headers])
        pieces.append(HTTPBody(Array(text.utf8)))
    }

    mutating func add(_ file: FilePart, named name: String, contentType: String?, _ headers: HTTPFields) {
        begin(
            name, fileName: file.fileName,
            contentType: file.contentType ?? file.body.contentType ?? contentType ?? "application/octet-stream",
            [file.headers, headers])
        if file.body.bytes == nil { isStream = true }
        pieces.append(file.body)
    }

    private mutating func begin(_ name: String, fileName: String?, contentType: String?, _ headers: [HTTPFields]) {
        // HTTPFields takes line breaks out of values; names of files and fields are escaped before.
        var fields = HTTPFields()
        var disposition = "form-data; name=\"\(MultipartWriter.escaped(name))\""
        if let fileName { disposition += "; filename=\"\(MultipartWriter.escaped(fileName))\"" }
        fields["Content-Disposition"] = disposition
        fields["Content-Type"] = contentType
        // What comes first counts, and may have a field several times.
        for more in headers {
            let known = fields
            for (name, value) in more where known[name] == nil { fields.append(name, value) }
        }
        var text = pieces.isEmpty ? "--\(boundary)\r\n" : "\r\n--\(boundary)\r\n"
        for (name, value) in fields { text += "\(name): \(value)\r\n" }
        pieces.append(HTTPBody(Array((text + "\r\n").utf8)))
    }

    /// As browsers do (HTML §4.10.21.8): quotes and line breaks are percent-encoded, nothing else.
    private static func escaped(_ name: String) -> String {
        var escaped = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "\"": escaped += "%22"
            case "\r": escaped += "%0D"
            case "\n": escaped += "%0A"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// The whole body; a stream where a file is one, so that files of any size take no memory.
    var body: HTTPBody {
        let pieces =
            pieces + [HTTPBody(Array((pieces.isEmpty ? "--\(boundary)--\r\n" : "\r\n--\(boundary)--\r\n").utf8))]
        guard isStream else { return HTTPBody(pieces.flatMap { $0.bytes ?? [] }) }
        let lengths = pieces.map(\.length)
        return HTTPBody(
            stream: ConcatenatedBodies(bodies: pieces),
            length: lengths.contains(nil) ? nil : lengths.reduce(0) { $0 + ($1 ?? 0) })
    }
}

/// Bodies one after the other.
private nonisolated struct ConcatenatedBodies: AsyncSequence, Sendable {
    typealias Element = [UInt8]

    let bodies: [HTTPBody]

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(left: bodies[...]) }

    nonisolated struct AsyncIterator: AsyncIteratorProtocol {
        var left: ArraySlice<HTTPBody>
        var current: HTTPBody.AsyncIterator?

        mutating func next() async throws -> [UInt8]? {
            while true {
                if let chunk = try await current?.next() { return chunk }
                guard let body = left.popFirst() else { return nil }
                current = body.makeAsyncIterator()
            }
        }
    }
}
