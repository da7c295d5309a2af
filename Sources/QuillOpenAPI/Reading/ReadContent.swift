import QuillDiagnostics
import QuillNodes

extension OpenAPI.RequestBody: ReferableObject {
    static var kind: ObjectKind { .requestBody }

    static func read(
        _ object: NodeObject, _ extensions: [OpenAPI.Extension], at location: SourceLocation,
        identity: OpenAPI.Identity?, with reading: inout DocumentReading
    ) -> Self? {
        guard let content = reading.member(object, "content") else {
            if object["content"] == nil { reading.missing("content", of: .requestBody, at: location) }
            return nil
        }
        return Self(
            description: reading.text(object, "description"), content: reading.content(content),
            isRequired: reading.flag(object, "required") ?? false, extensions: extensions, identity: identity,
            location: location)
    }

    mutating func override(summary: String?, description: String?) {
        self.description = description ?? self.description
    }
}

extension OpenAPI.Example: ReferableObject {
    static var kind: ObjectKind { .example }

    static func read(
        _ object: NodeObject, _ extensions: [OpenAPI.Extension], at location: SourceLocation,
        identity: OpenAPI.Identity?, with reading: inout DocumentReading
    ) -> Self? {
        Self(
            summary: reading.text(object, "summary"), description: reading.text(object, "description"),
            value: object["value"], dataValue: object["dataValue"],
            serializedValue: reading.text(object, "serializedValue"),
            externalValue: reading.text(object, "externalValue"), extensions: extensions, identity: identity,
            location: location)
    }

    mutating func override(summary: String?, description: String?) {
        self.summary = summary ?? self.summary
        self.description = description ?? self.description
    }
}

extension OpenAPI.MediaType: ReferableObject {
    static var kind: ObjectKind { .mediaType }

    static func read(
        _ object: NodeObject, _ extensions: [OpenAPI.Extension], at location: SourceLocation,
        identity: OpenAPI.Identity?, with reading: inout DocumentReading
    ) -> Self? {
        reading.checkEncodings(object)
        return Self(
            schema: reading.member(object, "schema").flatMap { reading.schema($0) },
            itemSchema: reading.member(object, "itemSchema").flatMap { reading.schema($0) },
            example: object["example"], examples: reading.map(object, "examples") { $0.referable($1.value) },
            encoding: reading.map(object, "encoding") { $0.encoding($1.value) },
            prefixEncoding: reading.list(object, "prefixEncoding") { $0.encoding($1) },
            itemEncoding: reading.member(object, "itemEncoding").flatMap { reading.encoding($0) },
            extensions: extensions, identity: identity, location: location)
    }

    mutating func override(summary: String?, description: String?) {}
}

extension DocumentReading {
    mutating func content(_ node: Node) -> OpenAPI.Map<OpenAPI.MediaType> {
        map(node, field: "content") { reading, member in reading.mediaType(member.value) }
    }

    /// Before 3.2 a reference to one is out of place, and is said to be.
    private mutating func mediaType(_ node: Node) -> OpenAPI.MediaType? {
        guard version < .v3_2 else { return referable(node) }
        return object(node, .mediaType) { reading, object, extensions in
            OpenAPI.MediaType.read(object, extensions, at: node.location, identity: nil, with: &reading)
        }
    }

    /// Parts have names or positions, not both (OpenAPI 3.2 §4.14.5).
    fileprivate mutating func checkEncodings(_ object: NodeObject) {
        guard object["encoding"] != nil, let member = object.member("prefixEncoding") ?? object.member("itemEncoding")
        else { return }
        error(
            .encodingByNameAndPosition, "`\(member.key)` cannot stand beside `encoding`", at: member.keyLocation,
            note: "describe the parts by their names or by their positions")
    }

    fileprivate mutating func encoding(_ node: Node) -> OpenAPI.Encoding? {
        object(node, .encoding) { reading, object, extensions in
            reading.checkEncodings(object)
            let statesStyle = ["style", "explode", "allowReserved"].contains { object[$0] != nil }
            var encoding = OpenAPI.Encoding(
                contentType: reading.text(object, "contentType"),
                headers: reading.map(object, "headers") { $0.referable($1.value) },
                serialization: statesStyle ? reading.serialization(object, in: .query) : nil, extensions: extensions,
                location: node.location)
            encoding.encoding = reading.map(object, "encoding") { $0.encoding($1.value) }
            encoding.prefixEncoding = reading.list(object, "prefixEncoding") { $0.encoding($1) }
            encoding.itemEncoding = reading.member(object, "itemEncoding").flatMap { reading.encoding($0) }
            return encoding
        }
    }
}
