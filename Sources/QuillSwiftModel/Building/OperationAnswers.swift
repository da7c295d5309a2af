import QuillAPI

/// One way in which an operation answers: a status, with one type of body or none.
struct Outcome {
    let response: Response
    let group: ContentGroup?
    /// The case for it in the enumeration of answers.
    let name: String
    /// Whether the response has bodies of other types.
    let isOneOfSeveral: Bool

    var status: Int {
        switch response.status {
        case .code(let code): code
        case .range(let digit): digit * 100
        case .default: 200
        }
    }

    /// Whether the document leaves the status open.
    var isRange: Bool { response.leavesStatusOpen }

    /// Whether the body is taken as it arrives.
    var isStreamed: Bool {
        guard let group else { return false }
        return switch group.family {
        case .bytes, .items: true
        case .value: group.first.coding != .json
        case .text: false
        }
    }
}

/// Which of its answers a client's method asks for.
enum Asking {
    /// The only method of its operation.
    case all
    /// Those that are there at once.
    case whole
    /// Those that come item by item.
    case stream
}

/// How a server writes an answer and a client reads it.
extension OperationBuilder {
    /// The answers that an operation is called for.
    func outcomes(_ endpoint: Endpoint, _ asking: Asking = .all) -> [Outcome] {
        let successes = endpoint.answers.filter { $0.status.isSuccess }
        let answers = successes.isEmpty ? Array(endpoint.answers.prefix(1)) : successes
        var namespace = Namespace(reserved: ["some", "none"])
        let outcomes = answers.flatMap { response -> [Outcome] in
            let status = AnswerType.caseName(response.status)
            let groups = groups(response.contents)
            if groups.count < 2 {
                let name = namespace.claim(status)
                return [Outcome(response: response, group: groups.first, name: name, isOneOfSeveral: false)]
            }
            return groups.map { group in
                let names = group.names
                let name = namespace.claim(names.short, names.long)
                return Outcome(response: response, group: group, name: name, isOneOfSeveral: true)
            }
        }
        return outcomes.filter { outcome in
            let isSequential = outcome.group?.first.coding.isSequential ?? false
            return switch asking {
            case .all: true
            case .whole: !isSequential
            case .stream: isSequential
            }
        }
    }

    /// An operation that answers at once or item by item has a method for each.
    func askings(_ endpoint: Endpoint) -> [Asking] {
        let whole = outcomes(endpoint, .whole)
        let isBoth = whole.contains { $0.group != nil } && !outcomes(endpoint, .stream).isEmpty
        return isBoth ? [.whole, .stream] : [.all]
    }

    /// Whether the outcomes differ in what they carry.
    func differ(_ outcomes: [Outcome]) -> Bool {
        guard outcomes.count > 1, let first = outcomes.first.map(carried) else { return false }
        return outcomes.dropFirst().contains { carried($0) != first }
    }

    /// The enumeration of an operation's successes where they differ in what they carry.
    func answerType(_ endpoint: Endpoint) -> AnswerType? {
        let outcomes = outcomes(endpoint)
        guard differ(outcomes) else { return nil }
        return AnswerType(
            name: answerNames[endpoint.id] ?? "Answer",
            comment: ["What `\(SwiftText.commentLines(endpoint.id).joined(separator: " "))` answers with."],
            cases: cases(outcomes))
    }

    /// Each outcome as a case: what is told by the media type comes before what is left.
    private func cases(_ outcomes: [Outcome]) -> [AnswerType.Case] {
        var cases: [AnswerType.Case] = []
        for outcome in outcomes {
            var pattern = outcome.response.status == .range(2) ? "200..<300" : String(outcome.status)
            var comment = "\(outcome.response.status.description): \(outcome.response.description)"
            if outcome.isOneOfSeveral, let group = outcome.group {
                comment += " (\(group.mediaTypes.map { "`\($0)`" }.joined(separator: ", ")))"
                if isToldByMediaType(outcome) { pattern += " where response.isOf(\(literals(group.mediaTypes)))" }
            }
            cases.append(
                AnswerType.Case(
                    name: outcome.name, comment: SwiftText.commentLines(comment), type: carried(outcome),
                    pattern: pattern, reading: reading(outcome, body: outcome.group.map(reading)),
                    response: response(outcome, of: "value")))
        }
        return cases
    }

    /// Whether a success is told from others with its status by its media type; one of them is what is left.
    private func isToldByMediaType(_ outcome: Outcome) -> Bool {
        guard outcome.isOneOfSeveral, let group = outcome.group else { return false }
        return group.first.mediaType != outcome.response.content?.mediaType
    }

    // MARK: Client

    func result(_ endpoint: Endpoint, _ asking: Asking) -> String? {
        let outcomes = outcomes(endpoint, asking)
        if let pagination = endpoint.pagination {
            let page = types.name(of: pagination.page)
            guard let answer = outcomes.first?.response, let headers = headers.type(answer.headers) else {
                return "PagedResults<\(page)>"
            }
            return "PagedResults<WithHeaders<\(page), \(headers.name)>>"
        }
        guard outcomes.first?.response.status.isSuccess == true else { return nil }
        return differ(outcomes) ? answerType(endpoint)?.name : outcomes.first.flatMap(carried)
    }

    /// The successes to tell apart, where there are several: a range of statuses comes behind those with an entry of their
    /// own, and what is left when no media type fits behind the others.
    func answerCases(_ endpoint: Endpoint, _ asking: Asking) -> [AnswerType.Case]? {
        let outcomes = outcomes(endpoint, asking)
        guard differ(outcomes), endpoint.pagination == nil, outcomes.first?.response.status.isSuccess == true else {
            return nil
        }
        let cases = zip(outcomes, cases(outcomes))
        let ranks = [(false, true), (false, false), (true, true), (true, false)]
        return ranks.flatMap { isRange, isTold in
            cases.filter { ($0.0.response.status == .range(2), isToldByMediaType($0.0)) == (isRange, isTold) }.map(\.1)
        }
    }

    /// What to ask for by default, where the caller can choose between types.
    func acceptDefault(_ endpoint: Endpoint, _ asking: Asking) -> String? {
        let outcomes = outcomes(endpoint, asking).filter(\.isOneOfSeveral)
        guard answerCases(endpoint, asking) != nil, outcomes.count > 1 else { return nil }
        var types: [String] = []
        for outcome in outcomes {
            if let accepted = outcome.group?.accepted, !types.contains(accepted) { types.append(accepted) }
        }
        return types.joined(separator: ", ")
    }

    func send(_ endpoint: Endpoint, _ asking: Asking, accept: String?) -> ClientMethod.Call {
        let outcomes = outcomes(endpoint, asking)
        let errors = endpoint.responses.filter { !$0.status.isSuccess }.map(documentedError)
        let successes = outcomes.map(\.response.status).filter(\.isSuccess)
        var patterns: [String] = []
        for status in successes {
            let pattern = if case .range(let digit) = status { ".range(\(digit))" } else { status.description }
            if !patterns.contains(pattern) { patterns.append(pattern) }
        }
        let only = patterns.count == 1 ? patterns.first.flatMap { Int($0) } : nil
        var (method, arguments) = ("empty", ["request"])
        if endpoint.pagination != nil {
            method = "pages"
        } else if !successes.isEmpty {
            if answerCases(endpoint, asking) != nil || headedReading(endpoint, asking) != nil {
                method = "response"
                if let accept { arguments.append("accepting: \(accept)") }
                if outcomes.contains(where: \.isStreamed) { arguments.append("isStreamed: true") }
            } else if let group = outcomes.first?.group {
                let (name, more) = sending(group)
                method = isHeadedJSON(outcomes) ? "jsonWithHeaders" : name
                arguments += more
            }
        }
        arguments.append("success: \(only.map(String.init) ?? "[\(patterns.joined(separator: ", "))]")")
        if let pagination = endpoint.pagination, pagination.nextKey == nil, let offset = pagination.offsetParameter {
            arguments.append("offset: \(SwiftText.literal(offset))")
        }
        if !errors.isEmpty { arguments.append("errors: [\(errors.joined(separator: ", "))]") }
        return ClientMethod.Call(method: method, arguments: arguments)
    }

    /// Whether an operation answers with JSON and header fields alone, for which the sender has a method.
    private func isHeadedJSON(_ outcomes: [Outcome]) -> Bool {
        guard !differ(outcomes), let outcome = outcomes.first, let group = outcome.group, !outcome.isRange,
            outcome.response.status.isSuccess, headers.type(outcome.response.headers) != nil
        else { return false }
        return if case .value = group.family { group.first.coding == .json } else { false }
    }

    /// How the only answer of an operation is read together with its header fields, where that is no JSON.
    func headedReading(_ endpoint: Endpoint, _ asking: Asking) -> String? {
        let outcomes = outcomes(endpoint, asking)
        guard endpoint.pagination == nil, !differ(outcomes), !isHeadedJSON(outcomes), let outcome = outcomes.first,
            outcome.response.status.isSuccess, isWrapped(outcome)
        else { return nil }
        return reading(outcome, body: outcome.group.map(reading))
    }

    /// The sender's method for one type of body, and the arguments that it needs beside the usual.
    private func sending(_ group: ContentGroup) -> (String, [String]) {
        let accepting = "accepting: \(SwiftText.literal(group.accepted))"
        switch group.family {
        case .value where group.first.coding == .json:
            return ("json", group.accepted == "application/json" ? [] : [accepting])
        case .value: return ("value", ["as: \(text(coding(group.first, isSending: false)))"])
        case .text: return ("text", group.accepted == "text/plain" ? [] : [accepting])
        case .bytes: return ("body", group.accepted == "*/*" ? [] : [accepting])
        case .items(let coding): return ("items", ["as: \(streamCoding(coding))", accepting])
        }
    }

    private func reading(_ group: ContentGroup) -> String {
        switch group.family {
        case .value where group.first.coding == .json: "try await sender.json(in: response, to: request)"
        case .value:
            "try await sender.value(in: response, to: request, as: \(text(coding(group.first, isSending: false))))"
        case .text: "try await sender.text(in: response, to: request)"
        case .bytes: "response.body"
        case .items(let coding): "try sender.items(in: response, to: request, as: \(streamCoding(coding)))"
        }
    }

    // MARK: Errors

    /// What an error carries: JSON, or else text.
    func errorContent(_ response: Response) -> Content? {
        response.contents.first { $0.coding == .json } ?? response.contents.first { $0.coding == .text }
    }

    /// The type of the body of an error.
    func errorBody(_ response: Response) -> String { errorContent(response).map(type) ?? "NoBody" }

    private func documentedError(_ response: Response) -> String {
        let status =
            switch response.status {
            case .code(let code): String(code)
            case .range(let digit): ".range(\(digit))"
            case .default: ".default"
            }
        guard let content = errorContent(response) else { return ".empty(\(status))" }
        return content.coding == .text ? ".text(\(status))" : ".json(\(status), \(type(content)).self)"
    }

    // MARK: Server

    /// The expression of a server's response.
    ///
    /// - Parameter value: what stands for the body.
    func response(_ outcome: Outcome?, of value: String) -> String {
        guard let outcome else { return ".empty(200)" }
        let status = outcome.isRange ? "\(value).status" : String(outcome.status)
        let value = outcome.isRange ? "\(value).body" : value
        guard headers.type(outcome.response.headers) != nil else { return plainResponse(outcome, status, of: value) }
        guard let group = outcome.group else { return "\(plainResponse(outcome, status, of: value)).adding(\(value))" }
        // The most usual answer has a form of its own, since every call in a handler is code to compile.
        if isPlainJSON(group) { return plainResponse(outcome, status, of: value) }
        return "\(plainResponse(outcome, status, of: "\(value).body")).adding(\(value).headers)"
    }

    private func plainResponse(_ outcome: Outcome, _ status: String, of value: String) -> String {
        guard let group = outcome.group else { return ".empty(\(status))" }
        let content = group.first
        var contentType = SwiftText.literal(content.isRange ? "application/octet-stream" : content.mediaType)
        switch group.family {
        case .value:
            let others = group.contents.filter { $0.coding == .json && !$0.isRange }
            if others.count > 1 { contentType = "call.accepted(\(literals(others.map(\.mediaType))))" }
            if content.coding != .json {
                return ".body(\(status), \(value), as: \(text(coding(content, isSending: true))))"
            }
            return ".json(\(status), \(value)\(isPlainJSON(group) ? "" : ", contentType: \(contentType)"))"
        case .text:
            if group.contents.count > 1 { contentType = "call.accepted(\(literals(group.mediaTypes)))" }
            return ".text(\(status), \(value), contentType: \(content.isRange ? "\"text/plain\"" : contentType))"
        case .bytes: return ".stream(\(status), \(value), contentType: \(contentType))"
        case .items(let coding):
            return ".items(\(status), \(value), as: \(streamCoding(coding)), contentType: \(contentType))"
        }
    }

    /// How a route makes the most usual responses of what the handler returns.
    func direct(_ outcome: Outcome?) -> ServiceMethod.DirectAnswer? {
        guard let outcome else { return ServiceMethod.DirectAnswer(kind: .empty, status: 200) }
        if outcome.isRange { return nil }
        let hasHeaders = headers.type(outcome.response.headers) != nil
        guard let group = outcome.group else {
            return hasHeaders ? nil : ServiceMethod.DirectAnswer(kind: .empty, status: outcome.status)
        }
        guard isPlainJSON(group) else { return nil }
        return ServiceMethod.DirectAnswer(kind: hasHeaders ? .jsonWithHeaders : .json, status: outcome.status)
    }

    /// Whether it is JSON of the media type that nobody has to name.
    private func isPlainJSON(_ group: ContentGroup) -> Bool {
        guard case .value = group.family, group.first.coding == .json else { return false }
        return group.contents.count { $0.coding == .json && !$0.isRange } < 2
            && (group.first.mediaType == "application/json" || group.first.isRange)
    }

    /// The media types of the successes, where they are not just JSON.
    func answering(_ outcomes: [Outcome]) -> String? {
        var mediaTypes: [String] = []
        for outcome in outcomes {
            // Without a body anything is acceptable.
            guard let group = outcome.group else { return "[]" }
            for type in group.mediaTypes where !mediaTypes.contains(type) { mediaTypes.append(type) }
        }
        if mediaTypes.contains("*/*") { return "[]" }
        return mediaTypes == ["application/json"] ? nil : "[\(literals(mediaTypes))]"
    }

    /// All media types of the successes, where a handler has to choose among several for one status.
    func offered(_ outcomes: [Outcome]) -> String? {
        guard differ(outcomes), outcomes.count(where: \.isOneOfSeveral) > 1 else { return nil }
        var mediaTypes: [String] = []
        for type in outcomes.flatMap({ $0.group?.mediaTypes ?? [] }) where !mediaTypes.contains(type) {
            mediaTypes.append(type)
        }
        return mediaTypes.map(SwiftText.literal).joined(separator: ", ")
    }

    /// Documented JSON; other examples are no text that a literal of JSON could hold.
    func example(_ outcomes: [Outcome]) -> ServiceMethod.Example? {
        guard let outcome = outcomes.first, let group = outcome.group, group.first.coding == .json,
            let node = group.contents.lazy.compactMap(\.example).first,
            let wrapping = wrapping(outcome, among: outcomes)
        else { return nil }
        let text = SwiftText.visibleJSON(node.jsonText(pretty: true))
        return ServiceMethod.Example(
            type: group.type, opening: wrapping.opening, closing: wrapping.closing,
            delimiter: SwiftText.rawDelimiter(for: text),
            lines: SwiftText.lines(text))
    }

    /// A documented text, where its media type is no question.
    func textExample(_ outcome: Outcome, of group: ContentGroup, among outcomes: [Outcome]) -> String? {
        guard group.first.coding == .text, !group.isOpen, let text = group.first.example?.string,
            let wrapping = wrapping(outcome, among: outcomes)
        else { return nil }
        return wrapping.opening + SwiftText.literal(text) + wrapping.closing
    }

    /// What stands around the body of an example; nil where there are header fields that it says nothing of.
    private func wrapping(_ outcome: Outcome, among outcomes: [Outcome]) -> (opening: String, closing: String)? {
        var wrapping = (opening: "", closing: "")
        if let headers = headers.type(outcome.response.headers) {
            guard headers.isEmptyAllowed else { return nil }
            wrapping = ("WithHeaders(", ", \(headers.name)())")
        }
        if outcome.isRange { wrapping = ("WithStatus(\(wrapping.opening)", wrapping.closing + ")") }
        if differ(outcomes) { wrapping = (".\(outcome.name)(\(wrapping.opening)", wrapping.closing + ")") }
        return wrapping
    }
}
