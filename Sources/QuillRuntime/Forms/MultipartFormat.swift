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
            return try await received(body, contentType, validating, limits).value(validating, rule)
        } catch let error as MultipartReader.Malformed {
            throw JSONError.malformed("the multipart body is broken: \(error.reason)")
        }
    }

    private func received(
        _ body: HTTPBody, _ contentType: String?, _ validating: Bool, _ limits: BodyLimits
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
            if validating { try form.check(part, of: name) }
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

/// Bodies of `application/x-www-form-urlencoded`.
///
/// A value's JSON form tells its fields: members in order, texts and numbers as they are, lists one by one.
nonisolated struct FormFormat: BodyFormat {
    let fields: [String: FormField]

    var isUpload: Bool { false }

    func encoded(_ value: some JSONRepresentable, as mediaType: String) -> (body: HTTPBody, contentType: String) {
        let text = FormFormat.members(of: value, files: nil).flatMap { member in
            FormFormat.items(of: member, fields[member.name] ?? .text)
        }.joined(separator: "&")
        return (HTTPBody(text), mediaType)
    }

    func decoded<Value: JSONRepresentable>(
        _ body: HTTPBody, _ contentType: String?, _ validating: Bool, _ rule: (any ValueRule)?, _ limits: BodyLimits
    ) async throws -> Value {
        let bytes = try await body.collect(upTo: limits.memory)
        var form = FormFields(fields: fields, limits: limits)
        try form.add(SentItem.items(inForm: bytes[...]))
        return try form.value(validating, rule)
    }

    /// The members of a value, without those that are null.
    static func members(of value: some JSONRepresentable, files: FileTable?) -> [ParameterValue.Member] {
        var json = JSONWriter()
        json.attachment = files
        value.write(to: &json)
        let bytes = json.finished { Array($0) }
        guard case .object(let members)? = try? ParameterValue(json: bytes) else { return [] }
        return members
    }

    /// The `name=value` of a member, percent-encoded.
    private static func items(of member: ParameterValue.Member, _ field: FormField) -> [String] {
        if let style = field.style {
            return style.items(
                of: member.value, named: member.name, explode: field.explode, allowReserved: field.allowReserved)
        }
        return member.value.elements.flatMap { value in
            let text = field.kind == .json ? value.jsonText() : value.plainText
            return ParameterStyle.form.items(of: .text(text), named: member.name, explode: true)
        }
    }
}

nonisolated extension ParameterValue {
    /// Those of a list, or the value alone.
    var elements: [ParameterValue] {
        if case .list(let elements) = self { elements } else { [self] }
    }
}
