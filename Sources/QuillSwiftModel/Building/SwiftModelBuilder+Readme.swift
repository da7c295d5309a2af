import QuillAPI

/// What the README of a generated package says.
extension SwiftModelBuilder {
    func readme(_ root: Group) -> ReadmeModel {
        var groups: [ReadmeModel.Group] = []
        func add(_ group: Group, _ path: String) {
            for child in group.children {
                let childPath = path + "." + child.property
                if !child.endpoints.isEmpty {
                    groups.append(
                        ReadmeModel.Group(path: "client" + childPath, summary: summary(child)))
                }
                add(child, childPath)
            }
        }
        add(root, "")
        return ReadmeModel(
            title: SwiftText.commentLines(api.title).joined(separator: " "),
            description: SwiftText.commentLines(api.description ?? ""),
            facts: api.facts.map { SwiftText.commentLines($0).joined(separator: " ") }, example: readmeExample(root),
            groups: groups)
    }

    /// What a row of a table has room for: the first sentence of what the document says.
    private func summary(_ group: Group) -> String {
        let paragraph = comment(group).prefix { !$0.allSatisfy(\.isWhitespace) }.joined(separator: " ")
        guard let end = paragraph.firstRange(of: ". ") else { return paragraph }
        return String(paragraph[..<end.lowerBound]) + "."
    }

    /// Walking a list shows most, best one that needs nothing; failing that, the first operation does.
    private func readmeExample(_ root: Group) -> ReadmeModel.Example? {
        func all(_ group: Group, _ path: String) -> [(path: String, endpoint: Endpoint)] {
            group.endpoints.map { (path, $0.endpoint) } + group.children.flatMap { all($0, "\(path).\($0.property)") }
        }
        let candidates = all(root, "client")
        let lists = candidates.filter { $0.endpoint.pagination != nil }
        func demands(_ endpoint: Endpoint) -> Int { endpoint.parameters.filter(\.isRequired).count }
        guard let chosen = lists.min(by: { demands($0.endpoint) < demands($1.endpoint) }) ?? candidates.first else {
            return nil
        }
        var namespace = Namespace()
        let name = operations.methodNames([chosen.endpoint], &namespace).first ?? ""
        guard let method = operations.methods(chosen.endpoint, named: name, operation: "", &namespace).first
        else { return nil }
        let arguments = method.arguments.filter { $0.defaultValue == nil }.map { argument in
            "\(argument.name): \(argument.type == "String" ? "\"…\"" : "…")"
        }
        return ReadmeModel.Example(
            call: "\(chosen.path).\(method.name)(\(arguments.joined(separator: ", ")))", isPaged: method.isPaged,
            hasResult: method.result != nil, credential: credentialArguments(for: chosen.endpoint.security),
            configuration: ServerAddresses(api.servers, namespace: options.namespace).addresses
                .contains(where: \.isDefault) ? nil : "configuration: ClientConfiguration(address: \"https://…\")",
            scopes: scopes.declaration(for: chosen.endpoint.security), service: options.name + "Service")
    }

    /// What a client is given for a call; nil where that needs nothing.
    private func credentialArguments(for security: SecurityRequirement) -> String? {
        guard !scopes.requirements(security).isEmpty else { return nil }
        let name = security.alternatives.first?.first?.scheme
        let scheme = zip(api.schemes, scopes.model.schemes).first { $0.0.name == name }?.1
        guard let parameters = scheme?.credential?.parameters else { return "…" }
        let labels = parameters.split(separator: ", ").compactMap { $0.split { " :".contains($0) }.first }
        return labels.map { "\($0): \"…\"" }.joined(separator: ", ")
    }
}
