import QuillDiagnostics
import QuillNodes

extension OpenAPI.PathItem: ReferableObject {
    static var kind: ObjectKind { .pathItem }

    static func read(
        _ object: NodeObject, _ extensions: [OpenAPI.Extension], at location: SourceLocation,
        identity: OpenAPI.Identity?, with reading: inout DocumentReading
    ) -> Self? {
        if reading.version == .v2_0 {
            return reading.swaggerPathItem(object, extensions, at: location, identity: identity)
        }
        var operations: [OpenAPI.Operation] = []
        for member in object {
            if member.key == "additionalOperations" { operations += reading.additionalOperations(object) }
            guard let method = methods[member.key] else { continue }
            guard let node = reading.member(object, member.key) else { continue }
            if let operation = reading.operation(node, method: method) { operations.append(operation) }
        }
        return Self(
            summary: reading.text(object, "summary"), description: reading.text(object, "description"),
            operations: operations, servers: reading.servers(object),
            parameters: reading.list(object, "parameters") { $0.referable($1) }, extensions: extensions,
            identity: identity, location: location)
    }

    package static let methods: [String: OpenAPI.Method] = [
        "get": .get, "put": .put, "post": .post, "delete": .delete, "options": .options, "head": .head,
        "patch": .patch, "trace": .trace, "query": .query,
    ]

    mutating func override(summary: String?, description: String?) {
        self.summary = summary ?? self.summary
        self.description = description ?? self.description
    }

    /// Takes what stands beside a `$ref` in a path item; what is stated there counts more.
    mutating func override(by siblings: Self) {
        override(summary: siblings.summary, description: siblings.description)
        operations = operations.filter { one in !siblings.operations.contains { $0.method == one.method } }
        operations += siblings.operations
        parameters = parameters.filter { one in !siblings.parameters.contains { $0.overrides(one) } }
        parameters += siblings.parameters
        if !siblings.servers.isEmpty { servers = siblings.servers }
        extensions = extensions.filter { one in !siblings.extensions.contains { $0.key == one.key } }
        extensions += siblings.extensions
    }
}

extension OpenAPI.Callback: ReferableObject {
    static var kind: ObjectKind { .callback }

    static func read(
        _ object: NodeObject, _ extensions: [OpenAPI.Extension], at location: SourceLocation,
        identity: OpenAPI.Identity?, with reading: inout DocumentReading
    ) -> Self? {
        let paths = reading.entries(of: object) { reading, member in
            member.key.hasPrefix("x-") ? nil : reading.pathItem(member.value)
        }
        return Self(paths: paths, extensions: extensions, identity: identity, location: location)
    }

    mutating func override(summary: String?, description: String?) {}
}

extension DocumentReading {
    /// A path item, whose `$ref` is a field among others: they add to what it leads to (OpenAPI 3.1 §4.8.9.1).
    mutating func pathItem(_ node: Node) -> OpenAPI.PathItem? {
        guard let object = node.object, let reference = object["$ref"], object.count > 1 else {
            return referable(node)
        }
        guard enter(node.location) else { return nil }
        defer { leave() }
        guard let target = target(of: reference, kind: .pathItem),
            var item = referredTo(target, as: OpenAPI.PathItem.self, by: reference)
        else { return nil }
        let extensions = checkFields(of: object, .pathItem)
        let siblings = OpenAPI.PathItem.read(object, extensions, at: node.location, identity: nil, with: &self)
        if let siblings { item.override(by: siblings) }
        return item
    }

    /// Operations by method, in the letters that are sent (OpenAPI 3.2 §4.9.1).
    fileprivate mutating func additionalOperations(_ item: NodeObject) -> [OpenAPI.Operation] {
        map(item, "additionalOperations") { reading, member -> OpenAPI.Operation? in
            let field = member.key.lowercased()
            guard OpenAPI.PathItem.methods[field] == nil else {
                reading.error(
                    .misplacedMethod, "`\(member.key)` has a field of its own in a path item",
                    at: member.keyLocation, note: "move the operation to `\(field)`")
                return nil
            }
            guard OpenAPI.Method.isToken(member.key) else {
                reading.error(
                    .malformedMethod, "`\(member.key)` is no method of HTTP", at: member.keyLocation,
                    note: "a method is made of letters, digits and a few marks such as `-`")
                return nil
            }
            return reading.operation(member.value, method: OpenAPI.Method(member.key))
        }.map(\.value)
    }

    mutating func operation(_ node: Node, method: OpenAPI.Method) -> OpenAPI.Operation? {
        object(node, .operation) { reading, object, extensions in
            let responses: OpenAPI.Responses
            if let node = reading.member(object, "responses") {
                guard let read = reading.responses(node) else { return nil }
                responses = read
            } else {
                if reading.version < .v3_1, object["responses"] == nil {
                    reading.missing("responses", of: .operation, at: node.location)
                }
                responses = OpenAPI.Responses(entries: [], extensions: [], location: node.location)
            }
            return OpenAPI.Operation(
                method: method, tags: reading.texts(object, "tags"), summary: reading.text(object, "summary"),
                description: reading.text(object, "description"), externalDocs: reading.externalDocs(object),
                operationID: reading.text(object, "operationId"),
                parameters: reading.list(object, "parameters") { $0.referable($1) },
                requestBody: reading.member(object, "requestBody").flatMap { reading.referable($0) },
                responses: responses,
                callbacks: reading.map(object, "callbacks") { $0.referable($1.value) },
                isDeprecated: reading.flag(object, "deprecated") ?? false,
                security: reading.securityRequirements(object), servers: reading.servers(object),
                extensions: extensions, location: node.location)
        }
    }
}

extension OpenAPI.Method {
    /// RFC 9110 §5.6.2.
    fileprivate static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }
}
