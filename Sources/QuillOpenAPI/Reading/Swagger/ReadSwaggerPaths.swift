import QuillDiagnostics
import QuillNodes

/// A response of 2.0, the media types of which stand elsewhere.
struct SwaggerResponse: ReferableObject {
    let description: String
    let headers: OpenAPI.Map<OpenAPI.Header>
    /// Nil for an answer without a body.
    let schema: OpenAPI.SchemaReference?
    /// By media type.
    let examples: OpenAPI.Map<Node>
    let extensions: [OpenAPI.Extension]
    let identity: OpenAPI.Identity?
    let location: SourceLocation

    static var kind: ObjectKind { .response }

    static func read(
        _ object: NodeObject, _ extensions: [OpenAPI.Extension], at location: SourceLocation,
        identity: OpenAPI.Identity?, with reading: inout DocumentReading
    ) -> Self? {
        Self(
            description: reading.requiredText(
                object, "description", of: .response, at: location, severity: .warning) ?? "",
            headers: reading.map(object, "headers") { $0.referable($1.value) },
            schema: reading.member(object, "schema").flatMap { reading.schema($0) },
            examples: reading.map(object, "examples") { $1.value }, extensions: extensions, identity: identity,
            location: location)
    }

    mutating func override(summary: String?, description: String?) {}
}

extension DocumentReading {
    /// Swagger 2.0 "Path Item Object": what it shares can be a body.
    mutating func swaggerPathItem(
        _ object: NodeObject, _ extensions: [OpenAPI.Extension], at location: SourceLocation,
        identity: OpenAPI.Identity?
    ) -> OpenAPI.PathItem {
        let shared = list(object, "parameters") { $0.referable($1, as: SwaggerParameter.self) }
        var operations: [OpenAPI.Operation] = []
        for member in object where ObjectKind.pathItem.fields(in: .v2_0).contains(member.key) {
            guard let method = OpenAPI.PathItem.methods[member.key], let node = self.member(object, member.key) else {
                continue
            }
            if let operation = swaggerOperation(node, method: method, shared: shared) { operations.append(operation) }
        }
        return OpenAPI.PathItem(
            summary: nil, description: nil, operations: operations, servers: [], parameters: modelled(shared),
            extensions: extensions, identity: identity, location: location)
    }

    /// Those that are parameters in OpenAPI 3 too.
    private func modelled(_ parameters: [SwaggerParameter]) -> [OpenAPI.Parameter] {
        parameters.compactMap { if case .parameter(let parameter) = $0 { parameter } else { nil } }
    }

    /// Swagger 2.0 "Operation Object".
    private mutating func swaggerOperation(
        _ node: Node, method: OpenAPI.Method, shared: [SwaggerParameter]
    ) -> OpenAPI.Operation? {
        object(node, .operation) { reading, object, extensions in
            let outer = reading.swagger.produces
            defer { reading.swagger.produces = outer }
            if let produces = reading.swaggerMediaTypes(object, "produces") { reading.swagger.produces = produces }
            let consumes = reading.swaggerMediaTypes(object, "consumes")
            let parameters = reading.list(object, "parameters") { $0.referable($1, as: SwaggerParameter.self) }
            let effective = shared.filter { one in !parameters.contains { $0.overrides(one) } } + parameters
            let body = reading.requestBody(
                from: effective, consumes: consumes ?? reading.swagger.consumes, isShared: consumes == nil)
            if object["responses"] == nil { reading.missing("responses", of: .operation, at: node.location) }
            let responses = reading.member(object, "responses").flatMap { reading.responses($0) }
            return OpenAPI.Operation(
                method: method, tags: reading.texts(object, "tags"), summary: reading.text(object, "summary"),
                description: reading.text(object, "description"), externalDocs: reading.externalDocs(object),
                operationID: reading.text(object, "operationId"), parameters: reading.modelled(parameters),
                requestBody: body,
                responses: responses
                    ?? OpenAPI.Responses(entries: [], extensions: [], location: node.location),
                callbacks: OpenAPI.Map(), isDeprecated: reading.flag(object, "deprecated") ?? false,
                security: reading.securityRequirements(object), servers: reading.ownServers(of: object),
                extensions: extensions, location: node.location)
        }
    }

    /// The document's servers by the schemes of one operation; none where those are the document's.
    private mutating func ownServers(of operation: NodeObject) -> [OpenAPI.Server] {
        guard let node = operation["schemes"] else { return [] }
        let schemes = swaggerSchemes(operation)
        guard !schemes.isEmpty, schemes != swagger.schemes, let root = files.root(of: 0).object else { return [] }
        guard root["host"] != nil else {
            warn(.ignoredField, "`schemes` says nothing without a `host`; it is ignored", at: node.location)
            return []
        }
        return swaggerServers(root, schemes: schemes).map { server in
            var server = server
            server.location = node.location
            return server
        }
    }

    /// The response in the media types that count where it is read.
    mutating func response(of response: SwaggerResponse) -> OpenAPI.Response {
        var content = OpenAPI.Map<OpenAPI.MediaType>()
        if let schema = response.schema {
            let types = mediaTypes(swagger.produces, of: "produces", for: schema, at: response.location)
            content = self.content(types, schema: schema, at: schema.location)
        }
        for example in response.examples where content[example.key] == nil {
            warn(
                .ignoredExample, "the response has no media type `\(example.key)`; the example is ignored",
                at: example.keyLocation)
        }
        content = OpenAPI.Map(
            content.map { entry in
                var media = entry.value
                media.example = response.examples[entry.key]
                return .init(key: entry.key, keyLocation: entry.keyLocation, value: media)
            })
        return OpenAPI.Response(
            description: response.description, headers: response.headers, content: content, links: OpenAPI.Map(),
            extensions: response.extensions, identity: response.identity, location: response.location)
    }
}
