import QuillAPI

/// How a client writes a body and a server reads it.
extension OperationBuilder {
    /// The enumeration of an operation's bodies where they differ in type.
    func bodyType(_ endpoint: Endpoint) -> BodyType? {
        guard let groups = endpoint.body.map({ groups($0.contents) }), groups.count > 1 else { return nil }
        return BodyType(
            name: bodyNames[endpoint.id] ?? "Body",
            comment: ["What `\(SwiftText.commentLines(endpoint.id).joined(separator: " "))` takes."],
            cases: zip(groups, caseNames(groups)).map { group, name in
                let mediaTypes = group.mediaTypes.map { "`\($0)`" }.joined(separator: ", ")
                return BodyType.Case(name: name, comment: SwiftText.commentLines(mediaTypes), type: group.type)
            })
    }

    func caseNames(_ groups: [ContentGroup]) -> [String] {
        var namespace = Namespace(reserved: ["some", "none"])
        return groups.map { namespace.claim($0.names.short, $0.names.long) }
    }

    /// The type of the argument.
    func bodyTypeName(_ endpoint: Endpoint, _ body: RequestBody) -> String {
        bodyType(endpoint)?.name ?? type(body.content)
    }

    /// The group whose media type is an argument of its own.
    func openGroup(_ body: RequestBody) -> ContentGroup? {
        let groups = groups(body.contents)
        return groups.count == 1 ? groups.first.flatMap { $0.isOpen ? $0 : nil } : nil
    }

    // MARK: Client

    /// The statements that put the body into the request.
    ///
    /// - Parameters:
    ///   - contentType: the argument that says the media type.
    ///   - switched: the property that asks for a stream.
    func bodyStatements(
        _ endpoint: Endpoint, _ body: RequestBody, named name: String, contentType: String?, switched: String?
    ) -> [String] {
        let groups = groups(body.contents)
        let property = switched.map { Identifier.member(Words(splitting: $0), orElse: "stream") }
        guard groups.count > 1 else {
            let changes = property.map {
                ["var \(name) = \(name)", "\(name)\(body.isRequired ? "" : "?").\($0) = true"]
            }
            return (changes ?? [])
                + groups.flatMap { statement($0, name, contentType: contentType, indentation: 8) }
        }
        var lines = ["switch \(name) {"]
        for (group, choice) in zip(groups, caseNames(groups)) {
            let binding = property == nil ? "let" : "var"
            let statement = statement(group, name, contentType: nil, indentation: 12)
            let head = "case .\(choice)(\(binding) \(name))\(body.isRequired ? "" : "?"):"
            if property == nil, statement.count == 1, let only = statement.first, head.count + only.count < 111 {
                lines.append("\(head) \(only)")
            } else {
                lines.append(head)
                lines += ((property.map { ["\(name).\($0) = true"] } ?? []) + statement).map { "    " + $0 }
            }
        }
        if !body.isRequired { lines.append("case nil: break") }
        return lines + ["}"]
    }

    private func statement(
        _ group: ContentGroup, _ name: String, contentType: String?, indentation: Int
    ) -> [String] {
        let mediaType = SwiftText.literal(group.first.isRange ? "application/octet-stream" : group.first.mediaType)
        switch group.family {
        case .value:
            if group.first.coding == .json {
                let isPlain = group.first.mediaType == "application/json" || group.first.isRange
                return ["request.body(json: \(name)\(isPlain ? "" : ", contentType: \(mediaType)"))"]
            }
            return call(
                "request.body(", name, label: "as: ", [coding(group.first, isSending: true)], ")",
                indentation: indentation)
        case .text:
            return ["request.body(text: \(name), contentType: \(contentType ?? mediaType))"]
        case .bytes:
            let own = group.isOpen && contentType == nil ? "\(name).contentType ?? " : ""
            return ["request.body(\(name), contentType: \(contentType ?? own + mediaType))"]
        case .items(let coding):
            return ["request.body(\(name), as: \(streamCoding(coding)), contentType: \(mediaType))"]
        }
    }

    // MARK: Server

    /// The expression that reads the body, on as many lines as it needs.
    func bodyReading(_ body: RequestBody) -> [String] {
        let groups = groups(body.contents)
        guard groups.count > 1 else {
            return groups.flatMap { reading($0, isRequired: body.isRequired, indentation: 48) }
        }
        let alternatives = groups.map { group in
            let types = group.contents.flatMap { content in
                content.mediaType == "application/json"
                    ? [content.mediaType, "application/*+json"] : [String(content.mediaType.prefix { $0 != ";" })]
            }
            return "[\(types.map(SwiftText.literal).joined(separator: ", "))]"
        }
        let choice = body.isRequired ? "choice" : "optionalChoice"
        var lines = ["switch try call.\(choice)(of: \(alternatives.joined(separator: ", "))) {"]
        if lines[0].count > 70 {
            lines = ["switch try call.\(choice)("]
            for (index, alternative) in alternatives.enumerated() {
                let end = index == alternatives.count - 1 ? ")" : ","
                lines.append("    \(index == 0 ? "of: " : "")\(alternative)\(end)")
            }
            lines.append("{")
        }
        if !body.isRequired { lines.append("case nil: nil") }
        for (index, (group, name)) in zip(groups, caseNames(groups)).enumerated() {
            var reading = reading(group, isRequired: true, indentation: 32)
            let head = index == groups.count - 1 ? "default: " : "case \(index): "
            if let first = reading.first { reading[0] = "\(head).\(name)(\(first)" }
            if let last = reading.last { reading[reading.count - 1] = last + ")" }
            lines += reading
        }
        return lines + ["}"]
    }

    private func reading(_ group: ContentGroup, isRequired: Bool, indentation: Int) -> [String] {
        switch group.family {
        case .value:
            if group.others.isEmpty, group.first.mediaType == "application/json" {
                return ["try await call.\(isRequired ? "jsonBody" : "optionalJSONBody")()"]
            }
            return call(
                "try await call.\(isRequired ? "body" : "optionalBody")(", nil,
                group.contents.map { coding($0, isSending: false) }, ")", indentation: indentation)
        case .text: return ["try await call.textBody(\(literals(group.mediaTypes)))"]
        case .bytes: return ["try await call.bytesBody(\(literals(group.mediaTypes)))"]
        case .items(let coding):
            return ["try await call.items(as: \(streamCoding(coding)), \(literals(group.mediaTypes)))"]
        }
    }
}
