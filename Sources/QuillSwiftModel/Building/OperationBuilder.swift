import QuillAPI
import QuillDiagnostics
import QuillNodes

/// Makes the client's methods and the server's handlers of endpoints.
struct OperationBuilder {
    let types: TypeNames
    let scopes: ScopeNames
    let rules: RuleBuilder
    let options: SwiftOptions
    let schemaDescriptions: [SchemaID: String]
    /// The addresses that operations without one of their own are sent to.
    let servers: [String]
    /// The names of the enumerations of operations that succeed in several ways, by the operations' ids.
    let answerNames: [String: String]
    /// The names of the enumerations of bodies of several types, by the operations' ids.
    let bodyNames: [String: String]
    /// What the service sends instead of answering it, by the operations' ids.
    let sent: [String: SentRequest.Occasion]
    let headers: HeaderNames
    let ownServers: OperationServers

    // MARK: What both sides share

    /// The names of the constants of operations, in their order.
    func constantNames(_ endpoints: [Endpoint], _ namespace: inout Namespace) -> [String] {
        OperationNames.claimed(endpoints, &namespace, isGiven: { $0.preferredName != nil }) { endpoint in
            let own = Identifier.member(Words(splitting: endpoint.id), orElse: "operation")
            guard let preferred = endpoint.preferredName else { return [own] }
            // Several groups may have a `list`.
            let words = Words(splitting: preferred)
            let group = endpoint.group.flatMap { Words(splitting: $0).words }
            let isWhole = group.isEmpty || words.dropping(prefix: group) != words
            return [
                isWhole ? Identifier.escaped(preferred) : Identifier.member(Words(group + words.words), orElse: own),
                own,
            ]
        }
    }

    /// The names of the methods of a group, in the order of its operations.
    func methodNames(_ endpoints: [Endpoint], _ namespace: inout Namespace) -> [String] {
        OperationNames.claimed(endpoints, &namespace, isGiven: { given($0) != nil }) { endpoint in
            let full = Words(splitting: endpoint.id)
            let fullName = Identifier.member(full, orElse: "call")
            if let given = given(endpoint) { return [Identifier.escaped(given), fullName] }
            let words = full.dropping(prefix: endpoint.group.flatMap { Words(splitting: $0).words })
            return [Identifier.member(words, orElse: "call"), fullName]
        }
    }

    /// The name that the configuration gives, or that the document chooses.
    private func given(_ endpoint: Endpoint) -> String? {
        options.operationNames[endpoint.id] ?? endpoint.preferredName
    }

    func constant(_ endpoint: Endpoint, name: String) -> OperationConstant {
        OperationConstant(
            name: name, comment: SwiftText.commentLines(place(endpoint)),
            id: SwiftText.literal(endpoint.id), method: method(endpoint.method),
            path: SwiftText.literal(endpoint.path.text), security: ScopeNames.expression(endpoint.security),
            isSent: sent[endpoint.id] != nil,
            bodyRule: endpoint.body.flatMap { RuleLiteral(rules.rule(of: $0.content.type)) },
            answerRules: answerRules(endpoint))
    }

    /// What clients hold answers to whose types do not say it: lists, dictionaries and scalars.
    private func answerRules(_ endpoint: Endpoint) -> [(status: Int, rule: RuleLiteral)] {
        let contents = endpoint.responses.compactMap { response -> (status: Response.Status, rule: RuleLiteral?)? in
            let content = response.status.isSuccess ? ruledContent(response) : errorContent(response)
            return content.map { (response.status, RuleLiteral(rules.rule(of: $0.type))) }
        }
        return contents.compactMap { status, rule in
            switch status {
            case .code(let code):
                // What a range of successes says is not said of a status that has an entry of its own.
                let isInRange = status.isSuccess && contents.contains { $0.status == .range(2) && $0.rule != nil }
                return (rule ?? (isInRange ? .open : nil)).map { (code, $0) }
            case .range(let digit): return rule.map { (digit, $0) }
            case .default: return rule.map { (0, $0) }
            }
        }
    }

    /// The content of a success that is read as a value: the whole before the items of a sequence.
    private func ruledContent(_ response: Response) -> Content? {
        let values = response.contents.filter { $0.coding != .bytes && $0.coding != .raw }
        return values.first { !$0.coding.isSequential } ?? values.first
    }

    private func method(_ name: String) -> String {
        switch name {
        case "GET", "PUT", "POST", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "QUERY": ".\(name.lowercased())"
        default: "HTTPMethod(rawValue: \(SwiftText.literal(name)))"
        }
    }

    /// A parameter or the body, in the order of a signature.
    struct Input {
        let name: String
        let parameter: Parameter?
        let body: RequestBody?
        let isRequired: Bool
        /// The media type of the body, where the document leaves it open.
        var isContentType = false
    }

    /// Path parameters as the path has them, what else is required, the body, then what can be left out.
    func inputs(_ endpoint: Endpoint) -> [Input] {
        var namespace = Namespace(reserved: ["caller", "call", "service", "request", "sender", "answer"])
        if sent[endpoint.id] != nil { _ = namespace.claim("url") }
        let order = endpoint.path.parameterNames
        let path = endpoint.parameters.filter { $0.place == .path }.sorted { left, right in
            (order.firstIndex(of: left.name) ?? order.count) < (order.firstIndex(of: right.name) ?? order.count)
        }
        let others = endpoint.parameters.filter { $0.place != .path }
        let ordered = path + others.filter(\.isRequired) + others.filter { !$0.isRequired }
        let chosen = namespace.claim(chosen: ordered.map { options.memberNames.parameter($0, of: endpoint) })
        func input(_ parameter: Parameter) -> Input {
            if let position = ordered.firstIndex(where: { $0.name == parameter.name && $0.place == parameter.place }),
                let name = chosen[position]
            {
                return Input(name: name, parameter: parameter, body: nil, isRequired: parameter.isRequired)
            }
            let words = Words(splitting: parameter.name)
            let name = Identifier.member(words, orElse: "parameter")
            let placed = Identifier.member(Words(words.words + [parameter.place.rawValue]), orElse: "parameter")
            return Input(
                name: namespace.claim(name, placed), parameter: parameter, body: nil, isRequired: parameter.isRequired)
        }
        var inputs = path.map(input)
        inputs += others.filter(\.isRequired).map(input)
        if let body = endpoint.body {
            inputs.append(
                Input(
                    name: namespace.claim("body", "requestBody"), parameter: nil, body: body,
                    isRequired: body.isRequired))
            if let group = openGroup(body) {
                inputs.append(
                    Input(
                        name: namespace.claim("contentType", "bodyContentType"), parameter: nil, body: body,
                        isRequired: body.isRequired && group.usualType == nil, isContentType: true))
            }
        }
        inputs += others.filter { !$0.isRequired }.map(input)
        return inputs.filter(\.isRequired) + inputs.filter { !$0.isRequired }
    }

    func spelling(_ input: Input, of endpoint: Endpoint) -> String {
        if input.isContentType { return "String" }
        if let parameter = input.parameter { return spelling(parameter) }
        return input.body.map { bodyTypeName(endpoint, $0) } ?? "HTTPBody"
    }

    /// The answer that a call is made for.
    func answer(_ endpoint: Endpoint) -> Response? { endpoint.answers.first }

    // MARK: Client

    /// The methods of an operation: one, or two where it answers at once or item by item.
    func methods(
        _ endpoint: Endpoint, named name: String, operation: String, _ namespace: inout Namespace
    ) -> [ClientMethod] {
        calls(endpoint, named: name, operation: operation, &namespace).map(method)
    }

    /// What the methods of an operation are called and ask for.
    func calls(
        _ endpoint: Endpoint, named name: String, operation: String, _ namespace: inout Namespace
    ) -> [Call] {
        askings(endpoint).map { asking in
            let isStream = if case .stream = asking { true } else { false }
            return Call(
                endpoint: endpoint, asking: asking, operation: operation,
                name: isStream ? namespace.claim(Identifier.streaming(name)) : name)
        }
    }

    /// A method that is to be made, its name claimed.
    struct Call {
        let endpoint: Endpoint
        let asking: Asking
        let operation: String
        let name: String
    }

    func method(_ call: Call) -> ClientMethod {
        let (endpoint, asking, operation, name) = (call.endpoint, call.asking, call.operation, call.name)
        let inputs = inputs(endpoint)
        let isSent = sent[endpoint.id] != nil
        var arguments = isSent ? [ClientMethod.Argument(name: "to url", type: "URL", defaultValue: nil)] : []
        arguments += inputs.map { input in
            var (type, defaultValue): (String, String?) = (spelling(input, of: endpoint), nil)
            if input.isContentType, let usual = input.body.flatMap(openGroup)?.usualType {
                defaultValue = SwiftText.literal(usual)
            } else if !input.isRequired {
                (type, defaultValue) = (optional(type), "nil")
            }
            return ClientMethod.Argument(name: input.name, type: type, defaultValue: defaultValue)
        }
        var accept: String?
        if let types = acceptDefault(endpoint, asking) {
            let name = inputs.contains { $0.name == "accept" } ? "acceptedTypes" : "accept"
            arguments.append(
                ClientMethod.Argument(name: name, type: "String", defaultValue: SwiftText.literal(types)))
            accept = name
        }
        var server: String?
        if let type = ownServers.type(endpoint) {
            let name = inputs.contains { $0.name == "server" } ? "ownServer" : "server"
            arguments.append(ClientMethod.Argument(name: name, type: type.name, defaultValue: type.usual))
            server = name
        }
        let isStream = if case .stream = asking { true } else { false }
        return ClientMethod(
            name: name, comment: clientComment(endpoint, inputs, accept: accept, server: server, isStream: isStream),
            deprecation: endpoint.isDeprecated ? Deprecation.message : nil,
            arguments: arguments, requirements: isSent ? [] : scopes.requirements(endpoint.security),
            operation: isSent ? "\(operation), to: url" : operation,
            requestParts: serverPart(endpoint, server)
                + inputs.filter { !$0.isContentType }.flatMap {
                    requestPart($0, of: endpoint, among: inputs, isStream: isStream)
                }
                + endpoint.fixedQuery.map {
                    "request.query(\(SwiftText.literal($0.name)), \(SwiftText.literal($0.value)))"
                },
            isPaged: endpoint.pagination != nil, result: result(endpoint, asking),
            send: send(endpoint, asking, accept: accept), reading: headedReading(endpoint, asking),
            answers: answerCases(endpoint, asking))
    }

    /// - Parameter argument: the argument that says which server.
    private func serverPart(_ endpoint: Endpoint, _ argument: String?) -> [String] {
        guard let server = endpoint.servers.first?.url else { return [] }
        let usual = servers.map(SwiftText.literal).joined(separator: ", ")
        let address = argument.map { "\($0).address" } ?? SwiftText.literal(server)
        return ["request.server(\(address), insteadOf: [\(usual)])"]
    }

    func optional(_ type: String) -> String { type.hasSuffix("?") ? type : type + "?" }

    private func requestPart(
        _ input: Input, of endpoint: Endpoint, among inputs: [Input], isStream: Bool
    ) -> [String] {
        if let parameter = input.parameter {
            return ["request." + requestPart(parameter, input.name)] + check(parameter, input.name)
        }
        guard let body = input.body else { return [] }
        let contentType = inputs.first(where: \.isContentType)
        let usual = openGroup(body)?.usualType
        return bodyStatements(
            endpoint, body, named: input.name,
            contentType: contentType.map {
                $0.isRequired || usual != nil ? $0.name : "\($0.name) ?? \"application/octet-stream\""
            },
            switched: isStream ? endpoint.streamKey : nil)
    }

    // MARK: Server

    func handler(_ endpoint: Endpoint, name: String, operation: String) -> ServiceMethod {
        let outcomes = outcomes(endpoint)
        let answers = answerType(endpoint)
        var arguments = inputs(endpoint).map { argument($0, of: endpoint) }
        var accept: String?
        if let offered = offered(outcomes) {
            let name = arguments.contains { $0.name == "accept" } ? "acceptedType" : "accept"
            arguments.append(
                ServiceMethod.Argument(name: name, label: name, type: "String", reading: "call.accepted(\(offered))"))
            accept = name
        }
        return ServiceMethod(
            name: name, comment: serverComment(endpoint, answer(endpoint), accept: accept), operation: operation,
            arguments: arguments,
            result: answers?.name ?? outcomes.first.flatMap(carried),
            response: response(outcomes.first, of: "answer"), answers: answers?.cases, example: example(outcomes),
            plainExample: plainExample(outcomes), answering: answering(outcomes),
            direct: answers == nil ? direct(outcomes.first) : nil)
    }

    private func argument(_ input: Input, of endpoint: Endpoint) -> ServiceMethod.Argument {
        if input.isContentType {
            return ServiceMethod.Argument(
                name: input.name, label: Identifier.label(input.name), type: "String",
                reading: "call.request.fields[\"Content-Type\"] ?? \"\"", isCall: false)
        }
        guard let parameter = input.parameter else {
            let spelling = spelling(input, of: endpoint)
            let reading = input.body.map(bodyReading) ?? []
            // Bytes and texts that are absent are empty.
            let isOptional =
                !input.isRequired && spelling != "HTTPBody" && spelling != "String"
                && !spelling.hasPrefix("ItemStream<")
            return ServiceMethod.Argument(
                name: input.name, label: Identifier.label(input.name),
                type: isOptional ? optional(spelling) : spelling, reading: reading.first ?? "",
                more: Array(reading.dropFirst()))
        }
        return argument(parameter, input.name, of: endpoint)
    }
}
