import QuillNodes
import QuillOpenAPI

/// The header fields that an `encoding` describes of a part of a multipart body (OpenAPI 3.1 §4.8.15): who sends a file
/// sends them with it, and those that can have one value only are sent by themselves. Other values have none. What is
/// received is held to all of them.
extension SchemaLowering {
    typealias HeaderEntry = OpenAPI.Map<OpenAPI.Header>.Entry

    /// Those that every part has, with the same text each time.
    func fixedHeaders(of encoding: OpenAPI.Encoding?) -> [FormField.Header] {
        headers(of: encoding).compactMap { header in
            fixedText(header.value).map { FormField.Header(name: header.key, value: $0) }
        }
    }

    /// Those that somebody has to say.
    func openHeaders(of encoding: OpenAPI.Encoding?) -> [HeaderEntry] {
        headers(of: encoding).filter { fixedText($0.value) == nil }
    }

    /// What the description of a file says, and which header fields there are.
    func description(_ description: String?, naming headers: [HeaderEntry]) -> String? {
        if headers.isEmpty { return description }
        let lines = headers.map { header in
            let remarks = [header.value.isRequired ? "required" : nil, header.value.description].compactMap { $0 }
            return "- `\(header.key)`" + (remarks.isEmpty ? "" : ": \(remarks.joined(separator: "; "))")
        }
        let list = "Header fields of its part:\n\n" + lines.joined(separator: "\n")
        return description.map { "\($0)\n\n\(list)" } ?? list
    }

    /// All of them, with what their values have to meet.
    mutating func describedHeaders(of encoding: OpenAPI.Encoding?) -> [PartHeader] {
        var known: Set<String> = []
        return headers(of: encoding).compactMap { entry in
            let header = entry.value
            guard known.insert(entry.key.lowercased()).inserted else { return nil }
            switch header.value {
            case .schema(let schema, let serialization):
                let (type, rule) = plainValue(schema)
                return PartHeader(
                    name: entry.key, isRequired: header.isRequired, type: type, isJSON: false,
                    explode: serialization.explode, rule: rule)
            case .content(let mediaType, let content):
                let isJSON = ValueLayout.isJSON(mediaType)
                let rule = isJSON ? content.schema.map { plainValue($0, asJSON: true).rule } : nil
                return PartHeader(
                    name: entry.key, isRequired: header.isRequired,
                    type: TypeUse(isJSON ? .any : .string(.plain)), isJSON: isJSON, explode: false,
                    rule: rule ?? SchemaRule())
            }
        }
    }

    /// A type that needs no declaration, and what it leaves to be checked.
    private mutating func plainValue(
        _ reference: OpenAPI.SchemaReference, asJSON: Bool = false
    ) -> (type: TypeUse, rule: SchemaRule) {
        guard let schema = table.resolve(reference)?.schema else { return (TypeUse(.any), SchemaRule()) }
        checkPatterns(of: schema)
        let kind = asJSON ? .any : plainKind(schema) ?? structuredKind(schema)
        let isWhole = if case .reference(_, .some, _) = reference { true } else { false }
        var rule = SchemaRule()
        rule.add(isWhole ? allRule([reference], at: schema.location) : wholeRule(of: schema))
        if case .any = kind { return (TypeUse(kind), rule) }
        // What the type says already.
        var rest = SchemaRule()
        for keyword in rule.keywords where keyword.name != "type" { rest.add(keyword.name, keyword.text) }
        for definition in rule.definitions { rest.define(definition.name, definition.text) }
        return (TypeUse(kind), rest)
    }

    /// What a list or an object is, by the kind alone where more would need a declaration.
    private mutating func structuredKind(_ schema: OpenAPI.Schema) -> TypeUse.Kind {
        switch SchemaMeaning(schema, in: table).kind {
        case .array:
            let item = schema.array.items.flatMap { table.resolve($0)?.schema }.flatMap { plainKind($0) }
            return .array(TypeUse(item ?? .any))
        case .object, .merged, .map: return .map(TypeUse(.any))
        default: return .any
        }
    }

    /// What a scalar is; nil for anything else.
    private mutating func plainKind(_ schema: OpenAPI.Schema) -> TypeUse.Kind? {
        switch SchemaMeaning(schema, in: table).kind {
        case .boolean: return .boolean
        case .integer: return .integer(schema.format.flatMap(TypeUse.IntegerFormat.init) ?? .plain)
        case .number: return .number(schema.format.flatMap(TypeUse.NumberFormat.init) ?? .plain)
        case .string:
            let format = stringFormat(schema)
            return .string(format == .binary ? .plain : format)
        case .strings: return .string(.plain)
        case .integers: return .integer(.plain)
        case .numbers: return .number(.plain)
        default: return nil
        }
    }

    /// Tells of what is not carried: the header fields of a part that is no file, and in other forms any.
    mutating func noteLeftOut(_ encoding: OpenAPI.Encoding?, of key: String, isMultipart: Bool, isFile: Bool) {
        guard let encoding else { return }
        if let contentType = encoding.headers.first(where: { isContentType($0) }) {
            faults.warning(
                .ignoredHeader, "the media type of a part is that of its `contentType`; the header is ignored",
                at: contentType.keyLocation)
        }
        if !isMultipart {
            guard let header = headers(of: encoding).first else { return }
            faults.warning(
                .ignoredEncoding, "`headers` are for multipart bodies only (OpenAPI 3.1 §4.8.15.1); they are ignored",
                at: header.keyLocation)
            return
        }
        for header in headers(of: encoding) {
            if !header.value.isRequired, !isFile {
                faults.leftOut(
                    "the header `\(header.key)` of the part `\(key)`, which is no file", at: header.keyLocation)
            }
        }
    }

    private func headers(of encoding: OpenAPI.Encoding?) -> [HeaderEntry] {
        (encoding?.headers).map { $0.filter { !isContentType($0) } } ?? []
    }

    private func isContentType(_ header: HeaderEntry) -> Bool { header.key.lowercased() == "content-type" }

    /// The text of a required header that can have only one; one that is optional stays the sender's choice.
    private func fixedText(_ header: OpenAPI.Header) -> String? {
        guard header.isRequired, case .schema(let reference, _) = header.value,
            let schema = table.resolve(reference)?.schema
        else { return nil }
        let only = schema.enumeration.flatMap { $0.count == 1 ? $0.first : nil }
        guard let value = schema.constant ?? only else { return nil }
        return switch value.value {
        case .string(let text): text
        case .number(let number): number.text
        case .bool(let flag): String(flag)
        case .null, .array, .object: nil
        }
    }
}
