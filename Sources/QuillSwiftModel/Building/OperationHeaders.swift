import QuillAPI

/// What an operation's answers carry beside their bodies.
extension OperationBuilder {
    /// The type of what an answer carries: its body, its header fields, or both; nil for neither.
    func carried(_ outcome: Outcome) -> String? {
        let body = outcome.group?.type
        guard let headers = headers.type(outcome.response.headers) else { return body }
        return body.map { "WithHeaders<\($0), \(headers.name)>" } ?? headers.name
    }

    /// An answer without a body, and without those of its header fields that need not be there.
    func plainExample(_ outcomes: [Outcome]) -> String? {
        guard let outcome = outcomes.first, outcome.group == nil,
            let headers = headers.type(outcome.response.headers), headers.isEmptyAllowed
        else { return nil }
        return differ(outcomes) ? ".\(outcome.name)(\(headers.name)())" : "\(headers.name)()"
    }

    /// The client's expression that reads a body, together with the header fields that the document describes.
    func reading(_ body: String?, with fields: [ResponseHeader]) -> String? {
        guard headers.type(fields) != nil else { return body }
        guard let body else { return "try sender.headers(in: response, to: request)" }
        let effects = ["try await ", "try "].first { body.hasPrefix($0) } ?? ""
        let marks = effects.isEmpty ? "try " : effects
        return "\(marks)sender.with(\(body.dropFirst(effects.count)), in: response, to: request)"
    }
}

extension Response {
    /// The pages of a list are items to their caller: their header fields are not handed on.
    var withoutHeaders: Response {
        var response = self
        response.headers = []
        return response
    }
}
