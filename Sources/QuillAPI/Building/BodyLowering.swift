import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// What an operation carries and answers with.
extension EndpointLowering {
    mutating func body(
        _ body: OpenAPI.RequestBody, of id: String, _ schemas: inout SchemaLowering
    ) -> RequestBody? {
        if body.content.isEmpty {
            faults.warning(.emptyContent, "the request body has no media type; it is ignored", at: body.location)
        }
        let contents = contents(body.content, id: SchemaID([id, "body"]), &schemas)
        guard let first = contents.first else { return nil }
        return RequestBody(
            isRequired: body.isRequired, description: body.description, content: first,
            others: Array(contents.dropFirst()))
    }

    /// The contents that have a type, what is preferred first; where none has, the first as it comes.
    mutating func contents(
        _ content: OpenAPI.Map<OpenAPI.MediaType>, id: SchemaID, _ schemas: inout SchemaLowering
    ) -> [Content] {
        let coded = content.map { (entry: $0, coding: coding($0)) }
        let isJSON = coded.contains { $0.coding == .json }
        // A table of plain text is no other answer where the same object is there as JSON.
        let typed = coded.filter { entry, coding in
            coding != .raw && !(isJSON && coding == .text && isStructured(entry.value.schema))
        }
        guard let first = typed.first ?? coded.first else { return [] }
        let kept = typed.isEmpty ? [first] : typed
        let preferred = kept.enumerated().min { rank($0) < rank($1) }?.element.entry.key ?? first.entry.key
        for other in content where !kept.contains(where: { $0.entry.key == other.key }) {
            faults.leftOut("the media type `\(other.key)` beside `\(preferred)`", at: other.keyLocation)
        }
        var contents: [Content] = []
        for (entry, coding) in kept.enumerated().sorted(by: { rank($0) < rank($1) }).map(\.element) {
            // The others add a word to the name, so that one more of them renames nothing.
            var name = id
            if !contents.isEmpty { name = id.adding(coding.rawValue) }
            contents.append(lowered(entry, coding, isAlone: contents.isEmpty, id: name, &schemas))
        }
        return contents
    }

    /// JSON is the best known; a sequence is what has to be asked for.
    private func rank(
        _ content: (offset: Int, element: (entry: OpenAPI.Map<OpenAPI.MediaType>.Entry, coding: Content.Coding))
    ) -> (Int, Int) {
        let rank =
            switch content.element.coding {
            case .json: content.element.entry.key.contains("*") ? 2 : isPlainJSON(content.element.entry.key) ? 0 : 1
            case .text, .bytes, .form, .multipart, .raw: 3
            case .events, .lines, .sequence: 4
            }
        return (rank, content.offset)
    }

    private func isPlainJSON(_ mediaType: String) -> Bool {
        Content.Coding.essence(Content.Coding.mended(mediaType)) == "application/json"
    }

    // MARK: Codings

    private mutating func coding(_ entry: OpenAPI.Map<OpenAPI.MediaType>.Entry) -> Content.Coding {
        let coding = Content.Coding(mediaType: entry.key)
        if Content.Coding.mended(entry.key) != entry.key {
            faults.warning(
                .assumedJSON, "`\(entry.key)` is no media type; `\(Content.Coding.mended(entry.key))` is assumed",
                at: entry.keyLocation)
        }
        guard coding == .bytes, isStructured(entry.value.schema) else { return coding }
        let essence = Content.Coding.essence(entry.key)
        // Many frameworks describe JSON this way. Nothing else has a schema of that kind.
        if essence == "*/*" || essence == "application/*" { return .json }
        if essence.hasPrefix("application/vnd.") {
            faults.warning(
                .assumedJSON, "`\(entry.key)` does not say what it is made of; its schema is that of JSON",
                at: entry.keyLocation)
            return .json
        }
        return coding
    }

    /// Whether a schema is that of an object or a list.
    private func isStructured(_ schema: OpenAPI.SchemaReference?) -> Bool {
        guard let schema = schema.flatMap({ document.schemas.resolve($0)?.schema }) else { return false }
        switch SchemaMeaning(schema, in: document.schemas).kind {
        case .object, .merged, .map, .array, .union: return true
        case .wrapper(let inner, _): return inner.target != nil
        default: return false
        }
    }

    private mutating func lowered(
        _ entry: OpenAPI.Map<OpenAPI.MediaType>.Entry, _ coding: Content.Coding, isAlone: Bool, id: SchemaID,
        _ schemas: inout SchemaLowering
    ) -> Content {
        let media = entry.value
        let example = media.example ?? media.examples.first.flatMap { $0.value.value ?? $0.value.dataValue }
        func content(_ coding: Content.Coding, _ type: TypeUse, _ fields: [FormField] = []) -> Content {
            Content(
                mediaType: Content.Coding.mended(entry.key), coding: coding, type: type, fields: fields,
                example: example)
        }
        if !coding.isSequential, coding != .multipart, let schema = media.itemSchema {
            faults.warning(
                .ignoredField, "`itemSchema` is for sequences (OpenAPI 3.2 §4.14.3); it is ignored",
                at: schema.location)
        }
        let encoding =
            media.encoding.first?.keyLocation ?? (media.prefixEncoding.first ?? media.itemEncoding)?.location
        if coding != .form, coding != .multipart, let encoding {
            faults.warning(
                .ignoredEncoding, "`encoding` is for forms only (OpenAPI 3.1 §4.8.14.1); it is ignored", at: encoding)
        }
        switch coding {
        case .json:
            return content(.json, media.schema.map { schemas.type(of: $0, id: id) } ?? TypeUse(.any))
        case .text, .bytes:
            noteSchema(media.schema, of: entry.key)
            let limited = coding == .text ? media.schema.flatMap { text($0, id: id, &schemas) } : nil
            return content(coding, limited ?? TypeUse(.string(.plain)))
        case .events, .lines, .sequence:
            return content(coding, itemType(of: media, coding, id: id, &schemas))
        case .form, .multipart:
            if media.itemSchema == nil, media.prefixEncoding.isEmpty, media.itemEncoding == nil {
                let form =
                    media.schema.map { schemas.form(of: $0, id: id, isMultipart: coding == .multipart, media.encoding) }
                    ?? FormType(type: TypeUse(.map(TypeUse(.any))), fields: [])
                if let form { return content(coding, form.type, form.fields) }
            }
            faults.warning(
                .rawBody,
                "a body of `\(entry.key)` whose parts are not the properties of one object: it is passed as it is",
                at: entry.keyLocation)
        case .raw:
            let essence = Content.Coding.essence(entry.key)
            let reason = essence.hasSuffix("xml") ? "XML is neither written nor read" : "this is no media type"
            faults.warning(
                .rawBody, "a body of `\(entry.key)` is passed as it is: \(reason)", at: entry.keyLocation)
        }
        return content(.raw, TypeUse(.any))
    }

    /// A text with the limits that a schema sets; nil where that is of anything else.
    private func text(
        _ schema: OpenAPI.SchemaReference, id: SchemaID, _ schemas: inout SchemaLowering
    ) -> TypeUse? {
        guard let stated = document.schemas.resolve(schema)?.schema else { return nil }
        switch SchemaMeaning(stated, in: document.schemas).kind {
        case .string:
            return TypeUse(.string(.plain), constraints: schemas.type(of: schema, id: id).constraints)
        case .strings(let values):
            return TypeUse(.string(.plain)).only(values.map { Node.text($0).jsonText(pretty: false) })
        default: return nil
        }
    }

    private mutating func noteSchema(_ schema: OpenAPI.SchemaReference?, of mediaType: String) {
        guard let schema = schema.flatMap({ document.schemas.resolve($0)?.schema }),
            let types = schema.types?.subtracting(.null), !types.isEmpty, types != .string
        else { return }
        faults.leftOut("the schema of a body of `\(mediaType)`, which is passed as it is", at: schema.location)
    }

    // MARK: Sequences

    /// The type of the items of a sequence: `itemSchema` says it since 3.2; before, documents describe the item, or a
    /// list of them, as if it were the whole.
    private mutating func itemType(
        of media: OpenAPI.MediaType, _ coding: Content.Coding, id: SchemaID, _ schemas: inout SchemaLowering
    ) -> TypeUse {
        let text = TypeUse(.string(.plain))
        guard var schema = media.itemSchema ?? media.schema else { return coding == .events ? text : TypeUse(.any) }
        if coding == .events {
            if let data = eventData(of: schema) {
                guard let typed = data else { return text }
                schema = typed
            }
        }
        if media.itemSchema == nil, let list = document.schemas.resolve(schema)?.schema,
            case .array = SchemaMeaning(list, in: document.schemas).kind, let item = list.array.items
        {
            schema = item
        }
        return schemas.type(of: schema, id: id.adding("item")).withoutNull
    }

    /// What the data of an event is, where a schema describes the event with its fields (OpenAPI 3.2 §4.14.4.2): the
    /// schema of its content, or none where it is any text. Nil where the schema describes the data itself.
    private func eventData(of schema: OpenAPI.SchemaReference) -> OpenAPI.SchemaReference?? {
        guard let resolved = document.schemas.resolve(schema)?.schema else { return nil }
        let choices = resolved.saysComposition ? resolved.composition.oneOf + resolved.composition.anyOf : []
        if !choices.isEmpty {
            let data = choices.map { choice -> OpenAPI.SchemaReference?? in
                document.schemas.resolve(choice).flatMap { eventData(in: $0.schema) }
            }
            guard data.allSatisfy({ $0 != nil }) else { return nil }
            let typed = data.compactMap { $0 ?? nil }
            guard typed.count == choices.count else { return .some(nil) }
            var union = OpenAPI.Schema(at: resolved.location)
            union.composition.oneOf = typed
            return .some(.inline(union))
        }
        return eventData(in: resolved)
    }

    private func eventData(in schema: OpenAPI.Schema) -> OpenAPI.SchemaReference?? {
        let members = schema.object.properties
        guard let data = members.first(where: { $0.key == "data" })?.value,
            members.allSatisfy({ ["data", "event", "id", "retry", "comment"].contains($0.key) }),
            let text = document.schemas.resolve(data)?.schema, text.types == .string || text.string.contentSchema != nil
        else { return nil }
        return .some(text.string.contentSchema)
    }

    /// The property of the body that says whether the answer is a stream, where the operation has both.
    func streamKey(_ body: RequestBody?, _ responses: [Response], _ schemas: SchemaLowering) -> String? {
        let contents = responses.filter(\.status.isSuccess).flatMap(\.contents)
        guard contents.contains(where: \.coding.isSequential), contents.contains(where: { !$0.coding.isSequential }),
            let body
        else { return nil }
        let key = "stream"
        let isSwitch = body.contents.allSatisfy { content in
            guard case .schema(let id) = content.type.kind, case .object(let object) = schemas.shape(of: id) else {
                return false
            }
            return object.properties.contains { property in
                if property.key == key, case .boolean = property.type.kind { true } else { false }
            }
        }
        return isSwitch ? key : nil
    }
}

extension Content.Coding {
    /// Without parameters, in lower case: `text/csv`.
    static func essence(_ mediaType: String) -> String {
        let name = Substring(mediaType.utf8.prefix { $0 != UInt8(ascii: ";") })
        // Looking properties of characters up is slow.
        let isPlain = name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        return (isPlain ? name : name.filter { !$0.isWhitespace }).lowercased()
    }

    /// The media type that is meant where a document says `json`.
    static func mended(_ mediaType: String) -> String { essence(mediaType) == "json" ? "application/json" : mediaType }

    /// How bodies of a media type, or of a range of them, are written.
    init(mediaType: String) {
        let essence = Content.Coding.essence(Content.Coding.mended(mediaType))
        let names = essence.split(separator: "/", omittingEmptySubsequences: false)
        guard names.count == 2, let type = names.first, let subtype = names.last, !type.isEmpty, !subtype.isEmpty else {
            self = .raw
            return
        }
        switch essence {
        case "application/json", "text/json": self = .json
        case "application/x-www-form-urlencoded": self = .form
        case "text/event-stream": self = .events
        case "application/json-seq": self = .sequence
        case "application/jsonl", "application/x-ndjson", "application/ndjson", "application/x-jsonlines",
            "application/jsonlines", "application/json-lines", "application/x-jsonl", "text/jsonl":
            self = .lines
        case _ where subtype.hasSuffix("+json-seq"): self = .sequence
        case _ where subtype.hasSuffix("+jsonl"): self = .lines
        case _ where subtype.hasSuffix("+json") || subtype.hasPrefix("json+"): self = .json
        case _ where type == "multipart": self = subtype == "*" ? .bytes : .multipart
        case _ where subtype == "xml" || subtype.hasSuffix("+xml") && type != "image": self = .raw
        case _ where type == "text": self = .text
        default: self = .bytes
        }
    }
}
