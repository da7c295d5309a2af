import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// Turns one operation into an endpoint.
struct EndpointLowering {
    let document: OpenAPI.Document
    let path: OpenAPI.Map<OpenAPI.PathItem>.Entry
    let operation: OpenAPI.Operation
    let id: String
    /// Where a receiver waits for what the service sends instead of answering it.
    private let receivingPath: PathTemplate?
    /// The group that the configuration puts it into.
    var groupRule: GroupRule?
    var faults = Faults()

    init(
        document: OpenAPI.Document, path: OpenAPI.Map<OpenAPI.PathItem>.Entry, operation: OpenAPI.Operation,
        id: String, receivedAt receivingPath: PathTemplate? = nil
    ) {
        self.document = document
        self.path = path
        self.operation = operation
        self.id = id
        self.receivingPath = receivingPath
    }

    private var isSent: Bool { receivingPath != nil }

    /// The nested groups that a tag names: `environments/datasets`.
    static func groupPath(_ tag: String) -> [String] {
        tag.split(separator: "/").map(String.init)
    }

    mutating func lowered(rules: [PaginationRule], _ schemas: inout SchemaLowering) -> Endpoint {
        checkOperation()
        let item = path.value
        let parameters = item.parameters(of: operation).compactMap { parameter($0, of: id, &schemas) }
        let body = operation.requestBody.flatMap { self.body($0, of: id, &schemas) }
        var responses = operation.responses.entries.map { response($0, of: id, &schemas) }
        // A `default` beside successful responses describes failures; without one it describes success as well.
        if !responses.contains(where: \.status.isSuccess) {
            if let fallback = responses.first(where: { $0.status == .default }) {
                responses.insert(
                    Response(
                        status: .range(2), description: fallback.description, contents: fallback.contents,
                        links: fallback.links, headers: fallback.headers), at: 0)
            } else if responses.isEmpty {
                responses.append(
                    Response(status: .range(2), description: "No answer is documented.", contents: [], links: []))
            }
        }
        let (wirePath, fixedQuery) = wirePath
        let endpoint = Endpoint(
            id: id,
            preferredName: PreferredName(in: operation.extensions, of: .operation, &faults)?.text,
            method: operation.method.name, path: wirePath, fixedQuery: fixedQuery,
            servers: isSent
                ? [] : (operation.servers.isEmpty ? item.servers : operation.servers).map { API.Server($0) },
            group: groupRule?.group ?? operation.tags.first.map(EndpointLowering.groupPath) ?? [],
            summary: operation.summary ?? item.summary, description: operation.description ?? item.description,
            externalDocs: operation.externalDocs.map { ExternalDocs(url: $0.url, description: $0.description) },
            isDeprecated: operation.isDeprecated, parameters: parameters, body: body, responses: responses,
            streamKey: streamKey(body, responses, schemas), security: security(), pagination: nil,
            location: operation.location)
        return paginated(endpoint, rules: rules, schemas)
    }

    private mutating func checkOperation() {
        if isSent { return }
        if let fragment = path.key.utf8.firstIndex(of: UInt8(ascii: "#")) {
            faults.warning(
                .pathFragment,
                "the fragment `\(path.key[fragment...])` of a path is never sent: a server cannot see it",
                at: path.keyLocation)
        }
        if groupRule == nil, operation.tags.count > 1, let first = operation.tags.first {
            faults.warning(
                .severalTags, "the operation is grouped by its first tag, `\(first)`; its other tags are ignored",
                at: operation.location)
        }
    }

    /// The path as it is sent, without a fragment, and the query that some documents write behind it.
    private var wirePath: (path: PathTemplate, query: [FixedParameter]) {
        if let receivingPath { return (receivingPath, []) }
        let sent = Substring(path.key.utf8.prefix { $0 != UInt8(ascii: "#") })
        guard let mark = sent.utf8.firstIndex(of: UInt8(ascii: "?")) else {
            return (PathTemplate(text: String(sent)), [])
        }
        let query = sent[sent.index(after: mark)...].split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1).map(decoded)
            return FixedParameter(name: parts.first ?? "", value: parts.count > 1 ? parts[1] : "")
        }
        return (PathTemplate(text: String(sent[..<mark])), query)
    }

    /// Text as it was before it was percent-encoded for the path; sending encodes it again.
    private func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
                rest.count >= 2
            {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: Answers

    private mutating func response(
        _ entry: OpenAPI.Responses.Entry, of id: String, _ schemas: inout SchemaLowering
    ) -> Response {
        let response = entry.response
        let first = operation.responses.entries.first { Response.Status($0.status).isSuccess }?.status
        let words = [id, "response"] + (entry.status == first ? [] : [entry.status.description])
        let status = Response.Status(entry.status)
        return Response(
            status: status, description: response.text,
            // RFC 9110 §9.3.2: the answer to HEAD has the fields of a body, and never the body.
            contents: operation.method == .head ? [] : contents(response.content, id: SchemaID(words), &schemas),
            links: response.links.map { Link(name: $0.key, $0.value) },
            headers: headers(of: response, id: SchemaID(words), &schemas),
            leavesStatusOpen: status == .range(2))
    }

    // MARK: Security and pages

    private mutating func security() -> SecurityRequirement {
        // What the document as a whole asks for is asked of callers of the service, not by its receivers.
        let alternatives = (isSent ? operation.security : document.security(of: operation)) ?? []
        for alternative in alternatives { warnOfClash(alternative.schemes) }
        return SecurityRequirement(
            alternatives: alternatives.map { alternative in
                alternative.schemes.map {
                    SecurityRequirement.Part(scheme: $0.name, scopes: $0.scopes.map(\.name))
                }
            })
    }

    /// A request has one place for each credential: with two in one place, the second would replace the first.
    private mutating func warnOfClash(_ requirements: [OpenAPI.SchemeRequirement]) {
        var taken: [String: OpenAPI.SchemeRequirement] = [:]
        for requirement in requirements {
            let scheme = document.components.securitySchemes.first { $0.key == requirement.name }?.value
            guard let place = scheme?.credentialPlace else { continue }
            guard let other = taken.updateValue(requirement, forKey: place), other.name != requirement.name else {
                continue
            }
            faults.warning(
                .clashingSchemes,
                "`\(other.name)` and `\(requirement.name)` are both sent in \(place), which has room for one; a client "
                    + "with both sends the latter", at: requirement.location,
                notes: [.init("the other stands here", at: other.location)])
        }
    }

    private func paginated(
        _ endpoint: Endpoint, rules: [PaginationRule], _ schemas: SchemaLowering
    ) -> Endpoint {
        guard endpoint.method == "GET", endpoint.answers.count == 1, endpoint.answers.first?.contents.count == 1,
            case .schema(let page) = endpoint.answers.first?.content?.type.kind,
            case .object(let object) = schemas.shape(of: page)
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
            var paginated = endpoint
            paginated.pagination = pagination
            return paginated
        }
        return endpoint
    }
}

extension OpenAPI.SecurityScheme {
    /// Where a request has its credential; nil where the connection has it.
    fileprivate var credentialPlace: String? {
        switch kind {
        case .http, .oauth2, .openIDConnect: "the header `Authorization`"
        case .apiKey(.header, let name):
            name.lowercased() == "authorization" ? "the header `Authorization`" : "the header `\(name.lowercased())`"
        case .apiKey(let place, let name): "the \(place) parameter `\(name)`"
        case .mutualTLS: nil
        }
    }
}

extension Link {
    fileprivate init(name: String, _ link: OpenAPI.Link) {
        func text(_ node: Node) -> String { node.string ?? node.jsonText(pretty: false) }
        let target =
            switch link.target {
            case .operationID(let id): id
            case .operationReference(let reference): reference
            }
        var arguments = link.parameters.map { Argument(name: $0.key, value: text($0.value)) }
        if let body = link.requestBody { arguments.append(Argument(name: "body", value: text(body))) }
        self.init(name: name, operation: target, arguments: arguments, description: link.description)
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
