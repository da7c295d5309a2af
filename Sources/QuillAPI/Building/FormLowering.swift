import QuillDiagnostics
import QuillOpenAPI

/// The type of a form or multipart body, and how its fields are sent.
struct FormType {
    let type: TypeUse
    let fields: [FormField]
}

/// Bodies whose properties are sent one by one (OpenAPI 3.1 §4.8.14.3 and §4.8.14.4).
extension SchemaLowering {
    /// The type of such a body. Where files are in it, it is a type of its own: as JSON the same schema has texts there.
    ///
    /// - Returns: nil where the schema is not that of an object, or of one of several objects.
    mutating func form(
        of schema: OpenAPI.SchemaReference, id: SchemaID, isMultipart: Bool,
        _ encodings: OpenAPI.Map<OpenAPI.Encoding>
    ) -> FormType? {
        let known = declared.count
        var type = type(of: schema, id: id).withoutNull
        if isMultipart, case .schema(let base) = type.kind, let union = unionForm(of: base, encodings, since: known) {
            type = TypeUse(.schema(union))
        } else if isMultipart, case .schema(let base) = type.kind, case .object(let object) = shape(of: base) {
            let properties = object.properties.map { property in
                withFiles(property, encodings.first { $0.key == property.key }?.value)
            }
            if properties.contains(where: { isFile($0.type) }) {
                let shape = ObjectShape(
                    properties: properties, additional: object.additional, isClosed: object.isClosed)
                type = TypeUse(.schema(declareForm(of: base, shape, replacing: isNew(base, since: known))))
            }
        }
        guard let properties = formProperties(of: type, isMultipart: isMultipart) else { return nil }
        for entry in encodings where !properties.contains(where: { $0.key == entry.key }) {
            faults.warning(
                .ignoredEncoding, "`\(entry.key)` is no property of this form; its encoding is ignored",
                at: entry.keyLocation)
        }
        var fields: [FormField] = []
        for property in properties where !fields.contains(where: { $0.key == property.key }) {
            let encoding = encodings.first { $0.key == property.key }
            fields.append(field(property, encoding, isMultipart: isMultipart))
        }
        return FormType(type: type, fields: fields.filter { !$0.isPlain })
    }

    /// The properties of an object, or of all objects that a union chooses between; nil where there is anything else.
    private func formProperties(of type: TypeUse, isMultipart: Bool, depth: Int = 0) -> [Property]? {
        switch type.kind {
        case .map, .any: return []
        case .schema(let id):
            if case .object(let object) = shape(of: id) {
                // In a union within a union.
                let hasBytes = object.properties.contains { fileKind($0.type) != nil && !isFile($0.type) }
                return depth > 0 && hasBytes && isMultipart ? nil : object.properties
            }
            let choices = pendingChoices(of: id)
            guard !choices.isEmpty, depth < 8 else { return nil }
            let properties = choices.map { formProperties(of: $0, isMultipart: isMultipart, depth: depth + 1) }
            return properties.contains { $0 == nil } ? nil : properties.flatMap { $0 ?? [] }
        default: return nil
        }
    }

    // MARK: Files

    /// What a union of objects is as a multipart body; nil where none of them has files, and where something else than
    /// objects is chosen between.
    private mutating func unionForm(
        of base: SchemaID, _ encodings: OpenAPI.Map<OpenAPI.Encoding>, since known: Int
    ) -> SchemaID? {
        let choices = pendingChoices(of: base).map { ($0, object($0)) }
        guard !choices.isEmpty, choices.allSatisfy({ $0.1 != nil }) else { return nil }
        var types: [TypeUse] = []
        var hasFiles = false
        for (choice, object) in choices {
            guard let (id, shape) = object else { continue }
            let properties = shape.properties.map { property in
                withFiles(property, encodings.first { $0.key == property.key }?.value)
            }
            guard properties.contains(where: { isFile($0.type) }) else {
                types.append(choice)
                continue
            }
            hasFiles = true
            let form = ObjectShape(properties: properties, additional: shape.additional, isClosed: shape.isClosed)
            types.append(TypeUse(.schema(declareForm(of: id, form, replacing: isNew(id, since: known)))))
        }
        return hasFiles ? declareUnionForm(of: base, choosing: types, replacing: isNew(base, since: known)) : nil
    }

    private func object(_ type: TypeUse) -> (id: SchemaID, shape: ObjectShape)? {
        guard case .schema(let id) = type.kind, case .object(let object) = shape(of: id) else { return nil }
        return (id, object)
    }

    private enum FileKind { case one, several, orValue }

    /// Whether a value is a file where it is a part of a multipart body: bytes without a text form.
    private func fileKind(_ type: TypeUse) -> FileKind? {
        switch type.kind {
        case .string(.binary), .string(.file): return .one
        case .array(let item):
            if case .string(.binary) = item.kind { return .several }
            if case .string(.file) = item.kind { return .several }
            return nil
        case .schema(let id):
            let choices = pendingChoices(of: id)
            let kinds = choices.map { choice -> FileKind? in
                if case .schema = choice.kind { return nil }
                return fileKind(choice)
            }
            guard kinds.contains(where: { $0 != nil }) else { return nil }
            if kinds.contains(where: { $0 == nil }) { return .orValue }
            return kinds.contains(.several) ? .several : .one
        default: return nil
        }
    }

    private func isFile(_ type: TypeUse) -> Bool {
        switch type.kind {
        case .string(.file): true
        case .array(let item): isFile(item)
        default: false
        }
    }

    private mutating func withFiles(_ property: Property, _ encoding: OpenAPI.Encoding?) -> Property {
        var kind = fileKind(property.type)
        if kind == nil, let contentType = encoding?.contentType, !isCarried(contentType, property.type) {
            faults.warning(
                .rawPart, "the part `\(property.key)` is passed as it is: nothing writes `\(contentType)`",
                at: encoding?.location)
            kind = rawKind(property.type)
        }
        let headers = openHeaders(of: encoding)
        if kind == nil, let header = headers.first(where: \.value.isRequired) {
            faults.warning(
                .rawPart,
                "the part `\(property.key)` is passed as it is, since only a file has headers such as "
                    + "`\(header.key)`", at: header.keyLocation)
            kind = rawKind(property.type)
        }
        guard let kind else { return property }
        if kind == .orValue {
            faults.warning(
                .rawPart, "the part `\(property.key)`, a file or a value, is passed as a file of either content",
                at: property.location)
        }
        let file = TypeUse(.string(.file))
        var type = file
        if kind == .several { type = TypeUse(.array(file), constraints: property.type.constraints) }
        return Property(
            key: property.key, preferredName: property.preferredName, type: type,
            isRequired: property.isRequired && !property.type.isNullable, isReadOnly: property.isReadOnly,
            isWriteOnly: property.isWriteOnly, isDeprecated: property.isDeprecated,
            description: description(property.description, naming: headers), notes: ReaderNotes(), defaultValue: nil,
            tag: nil, location: property.location)
    }

    /// What a value is as files: a list one for each element.
    private func rawKind(_ type: TypeUse) -> FileKind {
        if case .array = type.kind { .several } else { .one }
    }

    /// Whether a value can be written in a media type: anything as JSON, and what is one text as it is.
    private func isCarried(_ contentType: String, _ type: TypeUse) -> Bool {
        switch Content.Coding(mediaType: contentType) {
        case .json: true
        default: [.text, .number, .flag].contains(kind(of: type).kind)
        }
    }

    // MARK: Fields

    private mutating func field(
        _ property: Property, _ encoding: OpenAPI.Map<OpenAPI.Encoding>.Entry?, isMultipart: Bool
    ) -> FormField {
        var (kind, isList) = kind(of: property.type)
        var style: FormField.Style?
        var contentType: String?
        if let stated = encoding?.value.contentType, encoding?.value.serialization == nil || isMultipart {
            let types = stated.split(separator: ",")
            if Content.Coding(mediaType: stated) == .json { kind = .json }
            if isMultipart, types.count == 1, !stated.contains("*") { contentType = stated }
        }
        if let encoding, let serialization = encoding.value.serialization, !isMultipart {
            let name = ValueLayout.Style(serialization.style)
            // What is not stated otherwise is what a form does anyway. There is no deep object in one piece.
            let explode = serialization.explode || name == .deepObject
            let isUsual = name == .form && explode && kind != .json && kind != .any
            if !isUsual || serialization.allowsReserved {
                style = FormField.Style(style: name, explode: explode, allowReserved: serialization.allowsReserved)
            }
        }
        noteLeftOut(encoding?.value, of: property.key, isMultipart: isMultipart, isFile: kind == .file)
        return FormField(
            key: property.key, kind: kind, isList: isList, style: style, contentType: contentType,
            headers: isMultipart ? fixedHeaders(of: encoding?.value) : [],
            described: isMultipart ? describedHeaders(of: encoding?.value) : [])
    }

    private func kind(of type: TypeUse) -> (kind: FormField.Kind, isList: Bool) {
        switch type.kind {
        case .array(let item):
            let inner = kind(of: item)
            return (inner.isList ? .json : inner.kind, true)
        case .map: return (.json, false)
        case .any: return (.any, false)
        case .string(.file): return (.file, false)
        case .string: return (.text, false)
        case .boolean: return (.flag, false)
        case .integer, .number: return (.number, false)
        case .schema(let id):
            switch shape(of: id) {
            case .enumeration(let enumeration):
                switch enumeration.values {
                case .strings: return (.text, false)
                case .integers, .numbers: return (.number, false)
                }
            case .object: return (.json, false)
            case .union, nil: return (.any, false)
            }
        }
    }
}
