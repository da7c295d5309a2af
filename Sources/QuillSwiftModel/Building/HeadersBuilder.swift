import QuillAPI

/// Makes the struct of a set of header fields.
struct HeadersBuilder {
    let types: TypeNames
    let notes: NoteComments

    func type(name: String, _ headers: [ResponseHeader]) -> HeadersType {
        var namespace = Namespace(reserved: ["fields", "body", "headers"])
        let names = headers.map { "`\($0.name)`" }.joined(separator: ", ")
        return HeadersType(
            name: name,
            comment: SwiftText.commentLines("The header \(headers.count == 1 ? "field" : "fields") \(names)."),
            fields: headers.map { field($0, &namespace) })
    }

    private func field(_ header: ResponseHeader, _ namespace: inout Namespace) -> HeadersType.Field {
        let words = Words(splitting: header.name)
        let name = namespace.claim(Identifier.member(words, orElse: "field"), Identifier.verbatim(header.name))
        let literal = SwiftText.literal(header.name)
        var comment = SwiftText.commentLines(header.description ?? "The field `\(header.name)`.")
        let notes = self.notes.lines(header.notes, of: header.type)
        if !notes.isEmpty { comment += [""] + notes }
        let deprecation = header.isDeprecated ? Deprecation.message : nil
        let storage = header.isDeprecated ? namespace.claim("_" + name.filter { $0 != "`" }) : nil
        let stored = storage ?? name
        // Its values may contain commas, so that it is no list in one field (RFC 9110 §5.3).
        if header.name.lowercased() == "set-cookie" {
            return HeadersType.Field(
                name: name, comment: comment, storage: storage, deprecation: deprecation, type: "[String]",
                defaultValue: "[]",
                reading: "each(\(literal))", writing: "writeEach(\(literal), \(stored))")
        }
        let isRequired = header.isRequired && !header.type.isNullable
        let (label, arguments) = layout(header)
        let type = types.spelling(header.type)
        return HeadersType.Field(
            name: name, comment: comment, storage: storage, deprecation: deprecation,
            type: isRequired ? type : type + "?",
            defaultValue: isRequired ? nil : "nil",
            reading: "\(isRequired ? "required" : "optional")(\(label)\(literal)\(arguments.reading))",
            writing: "write(\(literal), \(label)\(stored)\(arguments.writing))")
    }

    private func layout(_ header: ResponseHeader) -> (label: String, arguments: (reading: String, writing: String)) {
        guard let style = header.layout.style else {
            if case .json = header.layout { return ("json: ", ("", "")) }
            return ("", ("", ""))
        }
        let shape = types.shape(of: header.type)
        let name = style.name == .simple || shape == "value" ? "" : ", style: .\(style.name.rawValue)"
        if types.isText(header.type) { return ("", (name, name)) }
        let arguments = name + (style.explode ? ", explode: true" : "")
        return ("model: ", (", as: .\(shape)\(arguments)", arguments))
    }
}
