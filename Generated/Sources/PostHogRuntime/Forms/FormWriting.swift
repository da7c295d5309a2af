// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

// A value's JSON form tells its fields: members in order, texts and numbers as they are, lists one by one.

nonisolated extension BodyCoding {
    /// A value as a body, and the `Content-Type` of it. A multipart body is a stream only if one of its files is.
    public func encoded(_ value: some JSONRepresentable) -> (body: HTTPBody, contentType: String) {
        switch structure {
        case .json: return (HTTPBody(value.jsonBytes()), mediaType)
        case .form(let fields):
            let text = BodyCoding.members(of: value, files: nil).flatMap { member in
                BodyCoding.items(of: member, fields[member.name] ?? .text)
            }.joined(separator: "&")
            return (HTTPBody(text), mediaType)
        case .multipart(let fields):
            let files = FileTable()
            var writer = MultipartWriter()
            for member in BodyCoding.members(of: value, files: files) {
                let field = fields[member.name] ?? .text
                for value in member.value.elements {
                    if case .text(let text) = value, let file = files.file(text) {
                        writer.add(file, named: member.name, contentType: field.contentType)
                    } else {
                        let isJSON = field.kind == .json || !value.isScalar
                        writer.add(
                            isJSON ? value.jsonText() : value.plainText, named: member.name,
                            contentType: field.contentType ?? (isJSON ? "application/json" : nil))
                    }
                }
            }
            return (writer.body, "\(mediaType); boundary=\(writer.boundary)")
        }
    }

    /// The members of a value, without those that are null.
    private static func members(of value: some JSONRepresentable, files: FileTable?) -> [ParameterValue.Member] {
        var json = JSONWriter()
        json.files = files
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
    fileprivate var elements: [ParameterValue] {
        if case .list(let elements) = self { elements } else { [self] }
    }
}
