import QuillAPI

/// What an operation's answers carry beside their bodies.
extension OperationBuilder {
    /// The type of what an answer carries: its body, its header fields, its status where the document leaves it open;
    /// nil for none of them.
    func carried(_ outcome: Outcome) -> String? {
        var carried = outcome.group?.type
        if let headers = headers.type(outcome.response.headers) {
            carried = carried.map { "WithHeaders<\($0), \(headers.name)>" } ?? headers.name
        }
        return outcome.isRange ? "WithStatus<\(carried ?? "NoBody")>" : carried
    }

    /// Whether more than a body is carried, or something without one.
    func isWrapped(_ outcome: Outcome) -> Bool {
        outcome.isRange || headers.type(outcome.response.headers) != nil
    }

    /// An answer that is a text or has no body, without those of its header fields that need not be there.
    func plainExample(_ outcomes: [Outcome]) -> String? {
        guard let outcome = outcomes.first else { return nil }
        if let group = outcome.group { return textExample(outcome, of: group, among: outcomes) }
        guard isWrapped(outcome) else { return nil }
        var example = outcome.isRange ? "WithStatus(status: \(outcome.status))" : ""
        if let headers = headers.type(outcome.response.headers) {
            guard headers.isEmptyAllowed else { return nil }
            example = outcome.isRange ? "WithStatus(\(headers.name)())" : "\(headers.name)()"
        }
        return differ(outcomes) ? ".\(outcome.name)(\(example))" : example
    }

    /// The client's expression that reads an outcome, of the expression that reads its body.
    func reading(_ outcome: Outcome, body: String?) -> String? {
        var reading = body
        if headers.type(outcome.response.headers) != nil {
            if let body {
                let (marks, call) = OperationBuilder.effects(of: body)
                reading = "\(marks.isEmpty ? "try " : marks)sender.with(\(call), in: response, to: request)"
            } else {
                reading = "try sender.headers(in: response, to: request)"
            }
        }
        guard outcome.isRange else { return reading }
        guard let reading else { return "WithStatus(status: response.status)" }
        let (marks, call) = OperationBuilder.effects(of: reading)
        return "\(marks)WithStatus(\(call), status: response.status)"
    }

    /// `try await ` and what follows.
    static func effects(of expression: String) -> (marks: String, call: Substring) {
        let marks = ["try await ", "try "].first { expression.hasPrefix($0) } ?? ""
        return (marks, expression.dropFirst(marks.count))
    }
}
