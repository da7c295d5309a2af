import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// Turns one operation into an endpoint.
struct EndpointLowering {
    let document: OpenAPI.Document
    let path: String
    let item: OpenAPI.PathItem
    let operation: OpenAPI.Operation
    var schemas: SchemaLowering
    var faults = Faults()

    init(
        document: OpenAPI.Document, path: String, item: OpenAPI.PathItem, operation: OpenAPI.Operation,
        schemas: SchemaLowering
    ) {
        self.document = document
        self.path = path
        self.item = item
        self.operation = operation
        self.schemas = schemas
    }

    /// The nested groups that a tag names: `environments/datasets`.
    static func groupPath(_ tag: String) -> [String] {
        tag.split(separator: "/").map(String.init)
    }

    mutating func lowered(rules: [PaginationRule]) -> Endpoint {
        if !operation.callbacks.isEmpty { faults.unsupported("`callbacks`", at: operation.location) }
        if !operation.servers.isEmpty || !item.servers.isEmpty {
            faults.unsupported("`servers` of an operation or path", at: operation.location)
        }
        let id = operation.operationID ?? inventedID
        let parameters = item.parameters(of: operation).compactMap { parameter($0, of: id) }
        let body = operation.requestBody.flatMap { self.body($0, of: id) }
        let responses = operation.responses.entries.map { response($0, of: id) }
        let endpoint = Endpoint(
            id: id, method: operation.method.name, path: PathTemplate(text: path),
            group: operation.tags.first.map(EndpointLowering.groupPath) ?? [],
            summary: operation.summary, description: operation.description ?? item.description,
            isDeprecated: operation.isDeprecated, parameters: parameters, body: body, responses: responses,
            security: security, pagination: nil, location: operation.location)
        return paginated(endpoint, rules: rules)
    }

    /// `get_pets_id` for `GET /pets/{id}`
    private var inventedID: String {
        let words = path.split { !$0.isLetter && !$0.isNumber }
        return ([operation.method.name.lowercased()] + words.map(String.init)).joined(separator: "_")
    }

    // MARK: Parameters and bodies

    private mutating func parameter(_ parameter: OpenAPI.Parameter, of id: String) -> Parameter? {
        guard case .schema(let schema, let serialization) = parameter.value else {
            faults.unsupported("`content` of a parameter", at: parameter.location)
            return nil
        }
        let type = schemas.type(of: schema, id: SchemaID([id, parameter.name]))
        switch type.kind {
        case .map, .any:
            faults.unsupported("a parameter that is an object or any value", at: parameter.location)
        case .schema(let schema):
            if case .object = schemas.declared.first(where: { $0.id == schema })?.shape {
                faults.unsupported("a parameter that is an object", at: parameter.location)
            }
        default: break
        }
        return Parameter(
            name: parameter.name, place: Parameter.Location(parameter.place), type: type,
            isRequired: parameter.isRequired, isDeprecated: parameter.isDeprecated,
            style: Parameter.Style(serialization.style), explode: serialization.explode,
            allowReserved: serialization.allowsReserved, description: parameter.description,
            defaultValue: document.schemas.resolve(schema)?.schema.annotations.defaultValue,
            location: parameter.location)
    }

    private mutating func body(_ body: OpenAPI.RequestBody, of id: String) -> RequestBody? {
        guard let content = content(body.content, at: body.location, id: SchemaID([id, "body"])) else { return nil }
        return RequestBody(isRequired: body.isRequired, description: body.description, content: content)
    }

    private mutating func response(_ entry: OpenAPI.Responses.Entry, of id: String) -> Response {
        let response = entry.response
        if let header = response.headers.first {
            faults.unsupported("`headers` of a response", at: header.keyLocation)
        }
        if let link = response.links.first { faults.unsupported("`links`", at: link.keyLocation) }
        let first = operation.responses.entries.first { Response.Status($0.status).isSuccess }?.status
        let words = [id, "response"] + (entry.status == first ? [] : [entry.status.description])
        return Response(
            status: Response.Status(entry.status), description: response.description,
            content: content(response.content, at: response.location, id: SchemaID(words)))
    }

    private mutating func content(
        _ content: OpenAPI.Map<OpenAPI.MediaType>, at location: SourceLocation, id: SchemaID
    ) -> Content? {
        guard let first = content.first else { return nil }
        if content.count > 1 {
            faults.unsupported("several media types for one body (\(content.keys.joined(separator: ", ")))", at: location)
        }
        let mediaType = first.key.split(separator: ";").first.map { $0.filter { $0 != " " }.lowercased() } ?? ""
        let coding: Content.Coding
        switch mediaType {
        case "application/json": coding = .json
        case _ where mediaType.hasSuffix("+json"): coding = .json
        case "multipart/form-data", "application/x-www-form-urlencoded", "application/xml", "text/xml",
            "text/event-stream":
            faults.unsupported("a body of `\(mediaType)`", at: first.keyLocation)
            return nil
        case _ where mediaType.contains("*") || mediaType.split(separator: "/").count != 2:
            faults.unsupported("a body of `\(mediaType)`", at: first.keyLocation)
            return nil
        case _ where mediaType.hasPrefix("text/"): coding = .text
        default: coding = .bytes
        }
        let type = first.value.schema.map { schemas.type(of: $0, id: id) } ?? TypeUse(.any)
        return Content(
            mediaType: first.key, coding: coding, type: type,
            example: first.value.example ?? first.value.examples.first?.value.value)
    }

    // MARK: Security and pages

    private var security: SecurityRequirement {
        let alternatives = document.security(of: operation) ?? []
        return SecurityRequirement(
            alternatives: alternatives.map { alternative in
                alternative.schemes.map {
                    SecurityRequirement.Part(scheme: $0.name, scopes: $0.scopes.map(\.name))
                }
            })
    }

    private func paginated(_ endpoint: Endpoint, rules: [PaginationRule]) -> Endpoint {
        guard endpoint.method == "GET", endpoint.answers.count == 1,
            case .schema(let page) = endpoint.answers.first?.content?.type.kind,
            case .object(let object) = schemas.declared.first(where: { $0.id == page })?.shape
        else { return endpoint }
        for rule in rules {
            guard let items = object.properties.first(where: { $0.key == rule.items }), items.isRequired,
                case .array(let item) = items.type.kind, !items.type.isNullable
            else { continue }
            if let key = rule.next {
                guard let next = object.properties.first(where: { $0.key == key }), next.isRequired,
                    case .string(.uri) = next.type.kind
                else { continue }
            }
            func parameter(_ name: String?) -> String? {
                endpoint.parameters.first { $0.name == name && $0.place == .query }?.name
            }
            if rule.next == nil && parameter(rule.offset) == nil { continue }
            let pagination = Pagination(
                page: page, itemsKey: rule.items, item: item, nextKey: rule.next,
                offsetParameter: parameter(rule.offset), limitParameter: parameter(rule.limit))
            return Endpoint(
                id: endpoint.id, method: endpoint.method, path: endpoint.path, group: endpoint.group,
                summary: endpoint.summary, description: endpoint.description, isDeprecated: endpoint.isDeprecated,
                parameters: endpoint.parameters, body: endpoint.body, responses: endpoint.responses,
                security: endpoint.security, pagination: pagination, location: endpoint.location)
        }
        return endpoint
    }
}

extension Parameter.Location {
    init(_ place: OpenAPI.ParameterPlace) {
        switch place {
        case .path: self = .path
        case .query: self = .query
        case .header: self = .header
        case .cookie: self = .cookie
        }
    }
}

extension Parameter.Style {
    init(_ style: OpenAPI.Style) {
        switch style {
        case .matrix: self = .matrix
        case .label: self = .label
        case .form: self = .form
        case .simple: self = .simple
        case .spaceDelimited: self = .spaceDelimited
        case .pipeDelimited: self = .pipeDelimited
        case .deepObject: self = .deepObject
        }
    }
}

extension Response.Status {
    init(_ pattern: OpenAPI.StatusPattern) {
        switch pattern {
        case .code(let code): self = .code(code)
        case .range(let digit): self = .range(digit)
        case .default: self = .default
        }
    }
}
