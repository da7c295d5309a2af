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
    /// What the service sends instead of answering it, by the operations' ids.
    let sent: [String: SentRequest.Occasion]
    let headers: HeaderNames

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
            bodyRule: endpoint.body.flatMap { RuleLiteral(rules.rule(of: $0.content.type)) })
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
        /// The media type of a raw body, which only the caller knows in full: a boundary is part of it.
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
            if body.content.coding == .raw {
                inputs.append(
                    Input(
                        name: namespace.claim("contentType", "bodyContentType"), parameter: nil, body: body,
                        isRequired: body.isRequired, isContentType: true))
            }
        }
        inputs += others.filter { !$0.isRequired }.map(input)
        return inputs.filter(\.isRequired) + inputs.filter { !$0.isRequired }
    }

    func type(_ content: Content) -> String {
        switch content.coding {
        case .json: types.nullableSpelling(content.type)
        case .text: "String"
        case .bytes, .raw: "HTTPBody"
        }
    }

    func spelling(_ input: Input) -> String {
        if input.isContentType { return "String" }
        if let parameter = input.parameter { return spelling(parameter) }
        return input.body.map { type($0.content) } ?? "HTTPBody"
    }

    /// The answer that a call is made for.
    func answer(_ endpoint: Endpoint) -> Response? { endpoint.answers.first }

    private func isSuccessful(_ endpoint: Endpoint) -> Bool { answer(endpoint)?.status.isSuccess == true }

    // MARK: Client

    func method(
        _ endpoint: Endpoint, named name: String, operation: String
    ) -> ClientMethod {
        let inputs = inputs(endpoint)
        let isPaged = endpoint.pagination != nil
        let isSent = sent[endpoint.id] != nil
        return ClientMethod(
            name: name, comment: clientComment(endpoint, inputs),
            deprecation: endpoint.isDeprecated ? SwiftText.literal("deprecated by the API") : nil,
            arguments: (isSent ? [ClientMethod.Argument(name: "to url", type: "URL", defaultValue: nil)] : [])
                + inputs.map { input in
                    ClientMethod.Argument(
                        name: input.name, type: input.isRequired ? spelling(input) : optional(spelling(input)),
                        defaultValue: input.isRequired ? nil : "nil")
                },
            requirements: isSent ? [] : scopes.requirements(endpoint.security),
            operation: isSent ? "\(operation), to: url" : operation,
            requestParts: serverPart(endpoint)
                + inputs.filter { !$0.isContentType }.map { requestPart($0, among: inputs) }
                + endpoint.fixedQuery.map {
                    "query(\(SwiftText.literal($0.name)), \(SwiftText.literal($0.value)))"
                },
            isPaged: isPaged, result: clientResult(endpoint), send: send(endpoint), reading: headedReading(endpoint),
            answers: answerType(endpoint)?.cases)
    }

    private func serverPart(_ endpoint: Endpoint) -> [String] {
        guard let server = endpoint.server else { return [] }
        let usual = servers.map(SwiftText.literal).joined(separator: ", ")
        return ["server(\(SwiftText.literal(server)), insteadOf: [\(usual)])"]
    }

    func optional(_ type: String) -> String { type.hasSuffix("?") ? type : type + "?" }

    private func requestPart(_ input: Input, among inputs: [Input]) -> String {
        guard let parameter = input.parameter else {
            let mediaType = input.body?.content.mediaType ?? ""
            switch input.body?.content.coding {
            case .json:
                let isPlain = mediaType == "application/json"
                return "body(json: \(input.name)\(isPlain ? "" : ", contentType: \(SwiftText.literal(mediaType))"))"
            case .text: return "body(text: \(input.name), contentType: \(SwiftText.literal(mediaType)))"
            case .raw:
                let contentType = inputs.first(where: \.isContentType)
                let given = contentType.map {
                    $0.isRequired ? $0.name : "\($0.name) ?? \(SwiftText.literal(mediaType))"
                }
                return "body(\(input.name), contentType: \(given ?? SwiftText.literal(mediaType)))"
            case .bytes, nil: return "body(\(input.name), contentType: \(SwiftText.literal(mediaType)))"
            }
        }
        return requestPart(parameter, input.name)
    }

    private func clientResult(_ endpoint: Endpoint) -> String? {
        if let pagination = endpoint.pagination { return "PagedResults<\(types.name(of: pagination.page))>" }
        guard isSuccessful(endpoint) else { return nil }
        return answerType(endpoint)?.name ?? answer(endpoint).flatMap(carried)
    }

    /// The enumeration of an operation's successes where they differ in what they carry.
    func answerType(_ endpoint: Endpoint) -> AnswerType? {
        let successes = endpoint.answers.filter { $0.status.isSuccess }
        guard Set(successes.map { carried($0) ?? "" }).count > 1 else { return nil }
        var namespace = Namespace(reserved: ["some", "none"])
        return AnswerType(
            name: answerNames[endpoint.id] ?? "Answer",
            comment: ["What `\(SwiftText.commentLines(endpoint.id).joined(separator: " "))` answers with."],
            cases: successes.map { answer in
                let status = statusNumber(answer)
                return AnswerType.Case(
                    name: namespace.claim(AnswerType.caseName(answer.status)),
                    comment: SwiftText.commentLines("\(answer.status.description): \(answer.description)"),
                    type: carried(answer),
                    pattern: answer.status == .range(2) ? "200..<300" : String(status), reading: reading(answer),
                    response: response(answer, of: "value"))
            })
    }

    /// The client's expression for what an answer carries; nil where it carries nothing.
    private func reading(_ answer: Response) -> String? {
        let body = answer.content.map { content in
            switch content.coding {
            case .json: "try sender.json(in: response, to: request)"
            case .text: "String(decoding: response.body.bytes ?? [], as: UTF8.self)"
            case .bytes, .raw: "response.body"
            }
        }
        return reading(body, with: answer.headers)
    }

    private func statusNumber(_ answer: Response?) -> Int {
        switch answer?.status {
        case .code(let code): code
        case .range(let digit): digit * 100
        case .default, nil: 200
        }
    }

    /// The expression of a server's response.
    ///
    /// - Parameter value: what stands for the body.
    private func response(_ answer: Response?, of value: String) -> String {
        guard let answer, headers.type(answer.headers) != nil else { return plainResponse(answer, of: value) }
        return answer.content == nil
            ? "\(plainResponse(answer, of: value)).adding(\(value))"
            : "\(plainResponse(answer, of: "\(value).body")).adding(\(value).headers)"
    }

    private func plainResponse(_ answer: Response?, of value: String) -> String {
        let status = statusNumber(answer)
        let mediaType = answer?.content?.mediaType ?? ""
        return switch answer?.content?.coding {
        case .json where mediaType == "application/json": ".json(\(status), \(value))"
        case .json: ".json(\(status), \(value), contentType: \(SwiftText.literal(mediaType)))"
        case .text: ".text(\(status), \(value), contentType: \(SwiftText.literal(mediaType)))"
        case .bytes, .raw: ".stream(\(status), \(value), contentType: \(SwiftText.literal(mediaType)))"
        case nil: ".empty(\(status))"
        }
    }

    private func send(_ endpoint: Endpoint) -> ClientMethod.Call {
        let errors = endpoint.responses.filter { !$0.status.isSuccess }.map(documentedError)
        let patterns = endpoint.answers.filter { $0.status.isSuccess }.map { answer in
            if case .range(let digit) = answer.status { ".range(\(digit))" } else { answer.status.description }
        }
        let only = patterns.count == 1 ? patterns.first.flatMap { Int($0) } : nil
        let success = only.map(String.init) ?? "[\(patterns.joined(separator: ", "))]"
        var arguments = ["request", "success: \(success)"]
        if let pagination = endpoint.pagination, pagination.nextKey == nil, let offset = pagination.offsetParameter {
            arguments.append("offset: \(SwiftText.literal(offset))")
        }
        if !errors.isEmpty { arguments.append("errors: [\(errors.joined(separator: ", "))]") }
        return ClientMethod.Call(method: sendMethod(endpoint), arguments: arguments)
    }

    /// How the only answer of an operation is read together with its header fields.
    private func headedReading(_ endpoint: Endpoint) -> String? {
        guard endpoint.pagination == nil, answerType(endpoint) == nil, isSuccessful(endpoint),
            let answer = answer(endpoint), headers.type(answer.headers) != nil
        else { return nil }
        return reading(answer)
    }

    private func sendMethod(_ endpoint: Endpoint) -> String {
        if endpoint.pagination != nil { return "pages" }
        guard isSuccessful(endpoint) else { return "empty" }
        if answerType(endpoint) != nil || answer(endpoint).flatMap({ headers.type($0.headers) }) != nil {
            return "response"
        }
        switch answer(endpoint)?.content?.coding {
        case .json: return "json"
        case .text: return "text"
        case .bytes, .raw: return "body"
        case nil: return "empty"
        }
    }

    private func documentedError(_ response: Response) -> String {
        let status =
            switch response.status {
            case .code(let code): String(code)
            case .range(let digit): ".range(\(digit))"
            case .default: ".default"
            }
        guard let content = response.content, content.coding == .json else { return ".empty(\(status))" }
        return ".json(\(status), \(types.nullableSpelling(content.type)).self)"
    }

    // MARK: Server

    func handler(_ endpoint: Endpoint, name: String, operation: String) -> ServiceMethod {
        let answer = endpoint.pagination == nil ? answer(endpoint) : answer(endpoint)?.withoutHeaders
        let answers = answerType(endpoint)
        let result = answers?.name ?? answer.flatMap(carried)
        return ServiceMethod(
            name: name, comment: serverComment(endpoint, answer), operation: operation,
            arguments: inputs(endpoint).map { argument($0, of: endpoint) }, result: result,
            response: response(answer, of: "answer"), answers: answers?.cases,
            example: answer.flatMap { answer in
                answer.content.flatMap { content in example(answer, content, isChoice: answers != nil) }
            }, plainExample: answer.flatMap { plainExample($0, isChoice: answers != nil) },
            answering: answering(answer))
    }

    private func answering(_ answer: Response?) -> String? {
        guard let content = answer?.content else { return "[]" }
        if content.coding == .raw, content.mediaType.contains("*") { return "[]" }
        return content.mediaType == "application/json" ? nil : "[\(SwiftText.literal(content.mediaType))]"
    }

    private func argument(_ input: Input, of endpoint: Endpoint) -> ServiceMethod.Argument {
        let spelling = spelling(input)
        if input.isContentType {
            return ServiceMethod.Argument(
                name: input.name, label: Identifier.label(input.name), type: input.isRequired ? "String" : "String?",
                reading: input.isRequired
                    ? "call.request.fields[\"Content-Type\"] ?? \"\"" : "call.request.fields[\"Content-Type\"]")
        }
        guard let parameter = input.parameter else {
            let isJSON = input.body?.content.coding == .json
            let reading =
                switch (isJSON, input.isRequired) {
                case (true, true): "try await call.jsonBody()"
                case (true, false): "try await call.optionalJSONBody()"
                case (false, _):
                    input.body?.content.coding == .text ? "try await call.textBody()" : "try await call.bytesBody()"
                }
            return ServiceMethod.Argument(
                name: input.name, label: Identifier.label(input.name),
                type: input.isRequired || !isJSON ? spelling : optional(spelling), reading: reading)
        }
        return argument(parameter, input.name, of: endpoint)
    }

    /// Documented JSON; other examples are no text that a literal of JSON could hold.
    private func example(_ answer: Response, _ content: Content, isChoice: Bool) -> ServiceMethod.Example? {
        guard content.coding == .json, let node = content.example else { return nil }
        var wrapping = (opening: "", closing: "")
        if let headers = headers.type(answer.headers) {
            // An example says nothing of the header fields.
            guard headers.isEmptyAllowed else { return nil }
            wrapping = ("WithHeaders(", ", \(headers.name)())")
        }
        if isChoice {
            wrapping = (".\(AnswerType.caseName(answer.status))(\(wrapping.opening)", wrapping.closing + ")")
        }
        let text = SwiftText.visibleJSON(node.jsonText(pretty: true))
        return ServiceMethod.Example(
            type: type(content), opening: wrapping.opening, closing: wrapping.closing,
            delimiter: SwiftText.rawDelimiter(for: text),
            lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }
}
