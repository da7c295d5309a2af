import QuillDiagnostics
import QuillNodes

extension OpenAPI.Response: ReferableObject {
    static var kind: ObjectKind { .response }

    static func read(
        _ object: NodeObject, _ extensions: [OpenAPI.Extension], at location: SourceLocation,
        identity: OpenAPI.Identity?, with reading: inout DocumentReading
    ) -> Self? {
        let description =
            reading.version < .v3_2
            ? reading.requiredText(object, "description", of: .response, at: location, severity: .warning)
            : reading.text(object, "description")
        return Self(
            summary: reading.text(object, "summary"), description: description ?? "",
            headers: reading.map(object, "headers") { $0.referable($1.value) },
            content: reading.member(object, "content").map { reading.content($0) } ?? OpenAPI.Map(),
            links: reading.map(object, "links") { $0.referable($1.value) }, extensions: extensions,
            identity: identity, location: location)
    }

    mutating func override(summary: String?, description: String?) {
        self.summary = summary ?? self.summary
        self.description = description ?? self.description
    }
}

extension OpenAPI.Link: ReferableObject {
    static var kind: ObjectKind { .link }

    static func read(
        _ object: NodeObject, _ extensions: [OpenAPI.Extension], at location: SourceLocation,
        identity: OpenAPI.Identity?, with reading: inout DocumentReading
    ) -> Self? {
        let target: OpenAPI.LinkTarget
        if let name = reading.text(object, "operationId") {
            target = .operationID(name)
        } else if let reference = reading.text(object, "operationRef") {
            target = .operationReference(reference)
        } else {
            reading.warn(
                .linkWithoutTarget, "a link has neither `operationId` nor `operationRef`; it is ignored",
                at: location)
            return nil
        }
        return Self(
            target: target, parameters: reading.map(object, "parameters") { $1.value },
            requestBody: object["requestBody"], description: reading.text(object, "description"),
            server: reading.member(object, "server").flatMap { reading.server($0) }, extensions: extensions,
            identity: identity, location: location)
    }

    mutating func override(summary: String?, description: String?) {
        self.description = description ?? self.description
    }
}

extension DocumentReading {
    mutating func responses(_ node: Node) -> OpenAPI.Responses? {
        object(node, .responses) { reading, object, extensions in
            OpenAPI.Responses(
                entries: reading.responseEntries(object), extensions: extensions, location: node.location)
        }
    }

    private mutating func response(_ node: Node) -> OpenAPI.Response? {
        guard version == .v2_0 else { return referable(node) }
        return referable(node, as: SwaggerResponse.self).map { response(of: $0) }
    }

    private mutating func responseEntries(_ object: NodeObject) -> [OpenAPI.Responses.Entry] {
        var entries: [OpenAPI.Responses.Entry] = []
        for member in object where !member.key.hasPrefix("x-") {
            guard let status = OpenAPI.StatusPattern(member.key) else {
                error(
                    .unknownStatus, "`\(member.key)` is no status of a response", at: member.keyLocation,
                    note: "it is `default`, a code such as `404`, or a range such as `4XX`")
                continue
            }
            guard !entries.contains(where: { $0.status == status }) else {
                error(.repeatedStatus, "there is a response for `\(status)` already", at: member.keyLocation)
                continue
            }
            guard let node = self.member(object, member.key), let response = response(node) else { continue }
            entries.append(.init(status: status, response: response, location: member.keyLocation))
        }
        return entries
    }
}

extension OpenAPI.StatusPattern {
    /// `default`, `404` or `4XX`; nil for anything else.
    init?(_ text: String) {
        if text == "default" {
            self = .default
            return
        }
        guard text.utf8.count == 3, let first = text.first?.wholeNumberValue, (1...9).contains(first) else {
            return nil
        }
        if text.dropFirst().lowercased() == "xx" {
            self = .range(first)
        } else if let code = Int(text) {
            self = .code(code)
        } else {
            return nil
        }
    }
}
