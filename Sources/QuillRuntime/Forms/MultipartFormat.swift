import Foundation

/// Bodies of `multipart/form-data` and of others of that structure.
nonisolated struct MultipartFormat: BodyFormat {
    let fields: [String: FormField]

    var isUpload: Bool { true }

    func encoded(_ value: some JSONRepresentable, as mediaType: String) -> (body: HTTPBody, contentType: String) {
        let files = FileTable()
        var writer = MultipartWriter()
        for member in FormFormat.members(of: value, files: files) {
            let field = fields[member.name] ?? .text
            for value in member.value.elements {
                if case .text(let text) = value, let file = files.file(text) {
                    writer.add(file, named: member.name, contentType: field.contentType, field.headers)
                } else {
                    let isJSON = field.kind == .json || !value.isScalar
                    writer.add(
                        isJSON ? value.jsonText() : value.plainText, named: member.name,
                        contentType: field.contentType ?? (isJSON ? "application/json" : nil), field.headers)
                }
            }
        }
        return (writer.body, "\(mediaType); boundary=\(writer.boundary)")
    }

    func decoded<Value: JSONRepresentable>(
        _ body: HTTPBody, _ contentType: String?, _ validating: Bool, _ rule: (any ValueRule)?, _ limits: BodyLimits
    ) async throws -> Value {
        do {
            return try await received(body, contentType, limits).value(validating, rule)
        } catch let error as MultipartReader.Malformed {
            throw JSONError.malformed("the multipart body is broken: \(error.reason)")
        }
    }

    private func received(
        _ body: HTTPBody, _ contentType: String?, _ limits: BodyLimits
    ) async throws -> FormFields {
        guard let boundary = HTTPMediaType(contentType)?["boundary"], (1...200).contains(boundary.utf8.count) else {
            throw MultipartReader.Malformed(reason: "its content type has no boundary")
        }
        var form = FormFields(fields: fields, limits: limits)
        form.files = FileTable()
        var reader = MultipartReader(body, boundary: boundary)
        var (memory, total, parts) = (limits.memory, limits.upload, limits.parts)
        func take(_ count: Int, of left: inout Int, _ limit: Int) throws {
            left -= count
            if left < 0 { throw HTTPBody.TooLarge(limit: limit) }
        }
        while let part = try await reader.nextPart() {
            parts -= 1
            if parts < 0 { throw MultipartReader.Malformed(reason: "it has more than \(limits.parts) parts") }
            guard let name = part.dispositionParameter("name") else {
                throw MultipartReader.Malformed(reason: "a part has no name")
            }
            let isFile = fields[name]?.kind == .file
            var bytes: [UInt8] = []
            var spool: (file: SpooledFile, handle: FileHandle, length: Int)?
            while let chunk = try await reader.nextChunk() {
                try take(chunk.count, of: &total, limits.upload)
                if isFile, spool == nil, chunk.count > memory || bytes.count + chunk.count > 256 << 10 {
                    let file = try SpooledFile()
                    let handle = try FileHandle(forWritingTo: file.url)
                    try handle.write(contentsOf: bytes)
                    memory += bytes.count
                    spool = (file, handle, bytes.count)
                    bytes = []
                }
                if let open = spool {
                    try open.handle.write(contentsOf: chunk)
                    spool?.length += chunk.count
                } else {
                    try take(chunk.count, of: &memory, limits.memory)
                    bytes += chunk
                }
            }
            try spool?.handle.close()
            if isFile {
                var headers = part
                for name in ["content-disposition", "content-type"] { headers.remove(name) }
                let content = spool.map { $0.file.body(length: $0.length) } ?? HTTPBody(bytes)
                form.add(
                    name,
                    FilePart(
                        content, fileName: part.dispositionParameter("filename"), contentType: part["content-type"],
                        headers: headers))
            } else {
                let text = String(decoding: bytes, as: UTF8.self)
                guard text.utf8.elementsEqual(bytes) else {
                    throw MultipartReader.Malformed(reason: "the part `\(name.prefix(60))` is not UTF-8")
                }
                form.add(name, text)
            }
        }
        return form
    }
}
