import QuillAPI

/// What the documentation of a method or handler says.
extension OperationBuilder {
    /// - Parameters:
    ///   - accept: the argument that says which type of answer is wanted.
    ///   - server: the argument that says which server of the operation's own is meant.
    func clientComment(
        _ endpoint: Endpoint, _ inputs: [Input], accept: String?, server: String?, isStream: Bool
    ) -> [String] {
        var lines = heading(endpoint)
        var documented = inputs.compactMap { input -> [String]? in
            let text = input.parameter?.description ?? input.body.flatMap(bodyDescription)
            var described = SwiftText.commentLines(text ?? "")
            let remarks =
                (input.parameter.map(remarks) ?? [])
                // Swift has no attribute for parameters.
                + (input.parameter?.isDeprecated == true ? ["Deprecated by the API."] : [])
            if !remarks.isEmpty, let only = described.first {
                // What stands below a list would be read as the rest of its last item.
                described = (described.count > 1 ? described + [""] : [AnswerText.sentence(only)])
            }
            described += remarks
            guard let first = described.first else { return nil }
            let name = input.name.filter { $0 != "`" }
            return ["  - \(name): \(first)"] + described.dropFirst().map { $0.isEmpty ? "" : "    " + $0 }
        }
        if let accept { documented.append(["  - \(accept): The media types that are wanted as the answer."]) }
        if let server { documented.append(["  - \(server): Where a client of the documented service sends this."]) }
        lines.append("")
        if !documented.isEmpty { lines += ["- Parameters:"] + documented.flatMap { $0 } }
        if let answer = answer(endpoint), answer.status.isSuccess, answer.content != nil {
            let more =
                endpoint.pagination != nil ? "Iterating walks all pages." : isStream ? "Each item as it arrives." : nil
            let text = AnswerText.returned(answer.description)
            let told = [text.map { more == nil ? $0 : AnswerText.sentence($0) }, more].compactMap { $0 }
            if !told.isEmpty { lines += prefixed("- Returns: ", told.joined(separator: " ")) }
        }
        let errors = endpoint.responses.filter { !$0.status.isSuccess }
        if endpoint.pagination == nil {
            for error in errors {
                let fields = headers.type(error.headers).map { " and the headers `\($0.name)`" } ?? ""
                lines += prefixed(
                    "- Throws: ",
                    "`ErrorResponse<\(errorBody(error))>` with status \(error.status.description)\(fields)"
                        + (AnswerText.telling(error.description).map { ": \($0)" } ?? ""))
            }
            if errors.isEmpty { lines.append("- Throws: ``ClientError``") }
        }
        return trimmed(lines)
    }

    /// The service applies its defaults itself: nothing is sent for them.
    private func remarks(_ parameter: Parameter) -> [String] {
        NoteComments(schemas: rules.schemas).lines(
            parameter.notes, of: parameter.type, beside: parameter.description,
            defaultValue: parameter.isRequired ? nil : parameter.defaultValue)
    }

    /// What to call with an answer, and where to read more.
    private func further(_ endpoint: Endpoint) -> [String] {
        var lines: [String] = []
        for response in endpoint.responses {
            for link in response.links {
                let arguments = link.arguments.map { "`\($0.name)`: `\($0.value)`" }.joined(separator: ", ")
                let text =
                    "Link `\(link.name)` (\(response.status.description)): `\(link.operation)`"
                    + (arguments.isEmpty ? "." : " with \(arguments).") + (link.description.map { " \($0)" } ?? "")
                lines += ["", SwiftText.commentLines(text).joined(separator: " ")]
            }
        }
        if let docs = endpoint.externalDocs {
            lines += ["", NoteComments.reference(docs)]
        }
        return lines
    }

    private func bodyDescription(_ body: RequestBody) -> String? {
        if let description = body.description { return description }
        guard case .schema(let id) = body.content.type.kind else { return nil }
        return schemaDescriptions[id]
    }

    /// - Parameter accept: the argument that says which type of answer the client wants most.
    func serverComment(_ endpoint: Endpoint, _ answer: Response?, accept: String? = nil) -> [String] {
        var lines = heading(endpoint)
        if let answer {
            lines.append("")
            if let accept {
                lines.append("- Parameter \(accept): The documented media type that the client wants most.")
            }
            let prefix = answer.content == nil ? "Answered with status " : "- Returns: the answer with status "
            let text = AnswerText.returned(answer.description)
            lines += prefixed(prefix + answer.status.description, text.map { ": \($0)" } ?? ".")
        }
        // A protocol that is called by the output cannot have the attribute.
        if endpoint.isDeprecated { lines += ["", Deprecation.warning] }
        return trimmed(lines)
    }

    /// `` `GET /datasets` ``
    func place(_ endpoint: Endpoint) -> String {
        switch sent[endpoint.id] {
        case nil: "`\(endpoint.method) \(endpoint.path.text)`"
        case .webhook(let name): "`\(endpoint.method)`, the webhook `\(name)`"
        case .callback(let name, let operation, _):
            "`\(endpoint.method)`, the callback `\(name)` of `\(operation)`"
        }
    }

    private func heading(_ endpoint: Endpoint) -> [String] {
        let summary = SwiftText.commentLines(endpoint.summary ?? "")
        let description = SwiftText.commentLines(endpoint.description ?? "")
        var lines = summary.isEmpty ? description : summary
        if lines.isEmpty { lines = SwiftText.commentLines("`\(endpoint.id)`") }
        if let first = lines.first, lines.count == 1, first.last?.isLetter == true { lines[0] = first + "." }
        // Some documents say it twice.
        if !summary.isEmpty, !description.isEmpty, description != summary, description != lines {
            lines += [""] + description
        }
        lines += ["", SwiftText.commentLines(place(endpoint)).joined(separator: " ")]
        if let needs = needs(endpoint.security) {
            lines[lines.count - 1] += SwiftText.commentLines("needs \(needs)").map { " " + $0 }.joined()
        }
        return lines + further(endpoint)
    }

    /// Nil where any credential of the only scheme will do, and where none is asked for.
    private func needs(_ requirement: SecurityRequirement) -> String? {
        func scopes(_ names: [String]) -> String {
            "the \(names.count > 1 ? "scopes" : "scope") \(names.map { "`\($0)`" }.joined(separator: " and "))"
        }
        if requirement.alternatives.count == 1, let only = requirement.alternatives.first, only.count <= 1 {
            guard let part = only.first, !part.scopes.isEmpty else { return nil }
            return scopes(part.scopes)
        }
        let alternatives = requirement.alternatives.map { parts in
            parts.isEmpty
                ? "no credential at all"
                : parts.map { part in
                    "`\(part.scheme)`" + (part.scopes.isEmpty ? "" : " with \(scopes(part.scopes))")
                }.joined(separator: " and ")
        }
        return alternatives.isEmpty ? nil : alternatives.joined(separator: ", or ")
    }

    private func prefixed(_ prefix: String, _ text: String) -> [String] {
        let lines = SwiftText.commentLines(text)
        return [prefix + (lines.first ?? "")] + lines.dropFirst().map { $0.isEmpty ? "" : "  " + $0 }
    }

    private func trimmed(_ lines: [String]) -> [String] {
        var lines = lines
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
