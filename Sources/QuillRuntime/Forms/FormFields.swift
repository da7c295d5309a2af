/// The fields of a form that was received, on their way to be the members of an object.
nonisolated struct FormFields {
    let fields: [String: FormField]
    let limits: BodyLimits
    var files: FileTable?
    private var names: [String] = []
    private var texts: [String: [String]] = [:]
    /// Those that are laid out in a style.
    private var laidOut: [ParameterValue.Member] = []
    /// What is wrong with the header fields of parts.
    private var headerIssues: [JSONIssue] = []

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

    /// Holds the header fields of the next part of a name to their descriptions.
    /// - Throws: where one cannot be read.
    mutating func check(_ headers: HTTPFields, of name: String) throws(JSONError) {
        guard let field = fields[name], !field.described.isEmpty else { return }
        var pointer = "/" + name.replacing("~", with: "~0").replacing("/", with: "~1")
        if field.isList { pointer += "/\(texts[name]?.count ?? 0)" }
        for header in field.described where headerIssues.count < 50 {
            headerIssues += try header.issues(in: headers, at: pointer, limits.json)
        }
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

    func value<Value: JSONRepresentable>(_ validating: Bool, _ rule: (any ValueRule)?) throws(JSONError) -> Value {
        let value: Value
        do throws(JSONError) {
            value = try read(validating, rule)
        } catch {
            throw JSONError(
                kind: error.kind, issues: error.kind == .mismatch ? headerIssues + error.issues : error.issues)
        }
        if !headerIssues.isEmpty { throw JSONError(kind: .mismatch, issues: headerIssues) }
        return value
    }

    private func read<Value: JSONRepresentable>(
        _ validating: Bool, _ rule: (any ValueRule)?
    ) throws(JSONError) -> Value {
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
        _ json: [UInt8], _ validating: Bool, _ rule: (any ValueRule)?
    ) throws(JSONError) -> Value {
        // Of what is in a style only texts are known.
        let parsed = json.withUnsafeBufferPointer {
            JSONDocument.parse(
                $0, validating: validating, limits: limits.json, texts: laidOut.isEmpty ? .none : .asTexts)
        }
        try parsed.get().attach(files)
        let value: Value = try JSONDocument.read(parsed, rule: rule)
        // Rules look at values of their kind, which texts are not.
        guard validating, !laidOut.isEmpty else { return value }
        return try Value(json: value.jsonBytes(), validating: true, limits: limits.json, rule: rule)
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
    static func malformed(_ message: String) -> JSONError {
        JSONError(kind: .malformed, issues: [JSONIssue(pointer: "", message: message)])
    }
}

/// How a property of a form or multipart body is sent, where it is more than one piece of text:
///
///     ["file": .file, "tags": .text.list, "address": .json, "point": .json.style(.deepObject)]
public nonisolated struct FormField: Sendable {
    nonisolated enum Kind: Sendable { case text, number, flag, json, file, any }

    let kind: Kind
    var isList = false
    var style: ParameterStyle?
    var explode = true
    var allowReserved = false
    var contentType: String?
    /// Those that are always the same.
    var headers = HTTPFields()
    /// Those that are held to when they are read.
    private(set) var described: [Header] = []

    private init(_ kind: Kind) { self.kind = kind }

    /// One piece of text.
    public static let text = FormField(.text)
    /// One number.
    public static let number = FormField(.number)
    /// `true` or `false`.
    public static let flag = FormField(.flag)
    /// JSON.
    public static let json = FormField(.json)
    /// A file; in multipart bodies only.
    public static let file = FormField(.file)
    /// JSON where it is an object or a list, else a piece of text.
    public static let any = FormField(.any)

    /// A field for each element of a list.
    public var list: FormField { changed { $0.isList = true } }

    /// A value of several parts, laid out like a parameter (OpenAPI 3.1 §4.8.15); in forms only.
    public func style(_ style: ParameterStyle, explode: Bool = true, allowReserved: Bool = false) -> FormField {
        changed { ($0.style, $0.explode, $0.allowReserved) = (style, explode, allowReserved) }
    }

    /// A part with a media type of its own; in multipart bodies only.
    public func type(_ contentType: String) -> FormField { changed { $0.contentType = contentType } }

    /// A part with a header field that is always the same; in multipart bodies only.
    public func header(_ name: String, _ value: String) -> FormField { changed { $0.headers.append(name, value) } }

    /// A part with a header field whose value is checked.
    func checking(
        _ name: String, _ isRequired: Bool, check: @escaping @Sendable (String, JSONLimits) throws(JSONError) -> Void
    ) -> FormField {
        changed { $0.described.append(Header(name: name, isRequired: isRequired, check: check)) }
    }

    private func changed(_ change: (inout FormField) -> Void) -> FormField {
        var field = self
        change(&field)
        return field
    }
}

nonisolated extension BodyCoding {
    /// `application/x-www-form-urlencoded`, with the fields that are more than a piece of text.
    public static func form(_ fields: [String: FormField] = [:]) -> BodyCoding {
        BodyCoding(mediaType: "application/x-www-form-urlencoded", format: FormFormat(fields: fields))
    }

    /// `multipart/form-data`, or another media type of that structure (RFC 2046 §5.1).
    public static func multipart(
        _ fields: [String: FormField] = [:], as mediaType: String = "multipart/form-data"
    ) -> BodyCoding {
        BodyCoding(mediaType: mediaType, format: MultipartFormat(fields: fields))
    }
}
