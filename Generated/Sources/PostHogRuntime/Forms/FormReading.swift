// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import Foundation

/// How much of a body is read.
public nonisolated struct BodyLimits: Sendable {
    /// The bytes that are kept in memory; files of a multipart body beyond this go to temporary files.
    public var memory: Int
    /// The bytes of a body with files altogether.
    public var upload: Int
    /// The parts of a multipart body.
    public var parts: Int
    /// The limits on the JSON in it.
    public var json: JSONLimits

    /// Limits on a body.
    public init(memory: Int, upload: Int, parts: Int = 1000, json: JSONLimits = .standard) {
        self.memory = memory
        self.upload = upload
        self.parts = parts
        self.json = json
    }
}

nonisolated extension BodyCoding {
    /// The value that a body is.
    /// - Parameters:
    ///   - body: what was received.
    ///   - contentType: its `Content-Type`, which has the boundary of a multipart body.
    ///   - validating: whether constraints and enumerations are held to, as a server must.
    ///   - rule: what the whole has to meet beyond its type, when validating.
    ///   - limits: how much of it is read.
    /// - Throws: `JSONError`, of the kind `malformed` for what is not in the form of the media type;
    ///   `HTTPBody.TooLarge`; what the body throws.
    public func decoded<Value: JSONRepresentable>(
        _ body: HTTPBody, contentType: String?, validating: Bool, rule: JSONRule? = nil, limits: BodyLimits
    ) async throws -> Value {
        switch structure {
        case .json:
            let bytes = try await body.collect(upTo: limits.memory)
            return try Value(json: bytes, validating: validating, limits: limits.json, rule: rule)
        case .form(let fields):
            let bytes = try await body.collect(upTo: limits.memory)
            var form = FormFields(fields: fields, limits: limits)
            try form.add(SentItem.items(inForm: bytes[...]))
            return try form.value(validating, rule)
        case .multipart(let fields):
            do {
                return try await multipart(fields, body, contentType, limits).value(validating, rule)
            } catch let error as MultipartReader.Malformed {
                throw JSONError.malformed("the multipart body is broken: \(error.reason)")
            }
        }
    }

    private func multipart(
        _ fields: [String: FormField], _ body: HTTPBody, _ contentType: String?, _ limits: BodyLimits
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

/// The fields of a form that was received, on their way to be the members of an object.
private nonisolated struct FormFields {
    let fields: [String: FormField]
    let limits: BodyLimits
    var files: FileTable?
    private var names: [String] = []
    private var texts: [String: [String]] = [:]
    /// Those that are laid out in a style.
    private var laidOut: [ParameterValue.Member] = []

    init(fields: [String: FormField], limits: BodyLimits) {
        self.fields = fields
        self.limits = limits
    }

    mutating func add(_ name: String, _ text: String) {
        if texts[name] == nil { names.append(name) }
        texts[name, default: []].append(text)
    }

    mutating func add(_ name: String, _ file: FilePart) {
        if let files { add(name, files.mark(file)) }
    }

    /// The items of a form, those in a style put together.
    mutating func add(_ items: [SentItem]) throws(JSONError) {
        let styled = fields.filter { $0.value.style != nil && ($0.value.isList || $0.value.kind != .text) }
        for (name, field) in styled.sorted(by: { $0.key < $1.key }) {
            let form = ParameterForm(name: name, place: .query, style: field.style ?? .form, explode: field.explode)
            do throws(BrokenForm) {
                // The members of an object that stand on their own are those that no other field has.
                let found = try form.candidates(
                    as: field.isList ? .list : .object, among: items, values: form.values(in: items),
                    spread: .besides(fields.keys.filter { $0 != name }))
                if let value = found.first { laidOut.append(.init(name: name, value: value)) }
            } catch {
                throw .malformed("the field `\(name)` \(error.reason)")
            }
        }
        for item in items where !styled.keys.contains(where: { item.name == $0 || item.name.hasPrefix($0 + "[") }) {
            guard let text = PercentEncoding.decode(item.encoded, plusIsSpace: true) else {
                throw .malformed("the field `\(item.name)` \(BrokenForm.encoding.reason)")
            }
            add(item.name, text)
        }
    }

    func value<Value: JSONRepresentable>(_ validating: Bool, _ rule: JSONRule?) throws(JSONError) -> Value {
        do throws(JSONError) {
            return try read(json(byLook: true), validating, rule)
        } catch {
            // A choice between kinds may want the text after all; of two errors the first says more.
            guard fields.contains(where: { $0.value.kind == .any }), let texts = try? json(byLook: false),
                let value: Value = try? read(texts, validating, rule)
            else { throw error }
            return value
        }
    }

    private func read<Value: JSONRepresentable>(
        _ json: [UInt8], _ validating: Bool, _ rule: JSONRule?
    ) throws(JSONError) -> Value {
        // Of what is in a style only texts are known.
        let parsed = json.withUnsafeBufferPointer {
            JSONDocument.parse(
                $0, validating: validating, limits: limits.json, texts: laidOut.isEmpty ? .none : .asTexts)
        }
        try parsed.get().attach(files)
        return try JSONDocument.read(parsed, rule: rule)
    }

    /// The object that the fields make.
    /// - Parameter byLook: whether a text that may be of several kinds is of that which it looks like.
    private func json(byLook: Bool) throws(JSONError) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        for member in laidOut {
            json.key(member.name)
            member.value.write(to: &json)
        }
        for name in names {
            let (field, values) = (fields[name] ?? .text, texts[name] ?? [])
            json.key(name)
            // What stands several times without being a list is a list that the model refuses.
            if field.isList || values.count != 1 { json.beginArray() }
            for value in values { try write(value, field, name, byLook, to: &json) }
            if field.isList || values.count != 1 { json.endArray() }
        }
        json.endObject()
        return json.finished { Array($0) }
    }

    private func write(
        _ text: String, _ field: FormField, _ name: String, _ byLook: Bool, to json: inout JSONWriter
    ) throws(JSONError) {
        switch field.kind {
        case .text, .file: json.write(text)
        // What is no such value stays a text, which the model refuses.
        case .number: write(text, as: [.number], to: &json)
        case .flag: write(text, as: [.bool], to: &json)
        case .any: write(text, as: byLook ? [.number, .bool, .array, .object] : [.array, .object], to: &json)
        case .json:
            guard let value = try? JSONValue(json: text, limits: limits.json) else {
                throw .malformed("the field `\(name)` is not JSON")
            }
            value.write(to: &json)
        }
    }

    private func write(_ text: String, as kinds: Set<JSONReader.Kind>, to json: inout JSONWriter) {
        if let value = try? JSONValue(json: text, limits: limits.json), kinds.contains(value.kind) {
            value.write(to: &json)
        } else {
            json.write(text)
        }
    }
}

nonisolated extension JSONValue {
    fileprivate var kind: JSONReader.Kind {
        switch self {
        case .null: .null
        case .bool: .bool
        case .integer, .number, .decimal: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }
}

nonisolated extension JSONError {
    fileprivate static func malformed(_ message: String) -> JSONError {
        JSONError(kind: .malformed, issues: [JSONIssue(pointer: "", message: message)])
    }
}
