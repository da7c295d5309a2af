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
