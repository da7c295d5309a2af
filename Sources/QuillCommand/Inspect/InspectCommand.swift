import QuillAPI
import QuillDiagnostics
import QuillNodes

/// `quill inspect [DOCUMENT] [OPTION…]`
struct InspectCommand: Command {
    private static let endpoints = CommandOption.flag(
        "endpoints", "Show the endpoints and what each asks of its caller.")
    private static let scopes = CommandOption.flag("scopes", "Show the scopes and how many operations each opens.")
    private static let schemas = CommandOption.flag("schemas", "Show the schemas and where they are used.")
    private static let scope = CommandOption.value(
        "scope", "NAME", repeatable: true, "Show the operations that a key with these scopes opens.")
    private static let keyFor = CommandOption.value(
        "key-for", "OPERATION", repeatable: true, "Show the smallest key that opens these operations.")
    private static let json = CommandOption.flag("json", "Print JSON.")

    static let syntax = CommandSyntax(
        name: "inspect", summary: "Show the endpoints, scopes and schemas of a document",
        operand: .init(placeholder: "DOCUMENT", meaning: "The OpenAPI document, in YAML or JSON."),
        options: InputOptions.options + [endpoints, scopes, schemas, scope, keyFor, json] + Reporting.options,
        remarks: """
            Without an option that chooses, everything is shown. What a scope includes is written in the
            configuration, which is found as `quill generate` finds it. Exits 1 where no single key opens all
            the operations.
            """)

    let arguments: ParsedArguments
    let session: Session

    func run() throws -> ExitCode {
        let project = try Project.find(
            document: arguments.operand, configuration: arguments.value(InputOptions.config), command: Self.syntax.name,
            in: session
        ).with(try InputOptions(arguments, command: Self.syntax.name))
        var pipeline = Pipeline(session: session)
        let api = try pipeline.api(of: project)
        _ = try pipeline.settled()
        let openings = try openings(api)
        let search = try keys(api)
        session.output.write(
            arguments.has(Self.json) ? json(api, openings, search) : text(api, openings, search))
        pipeline.tellTimes()
        guard let search, search.keys.isEmpty, !search.isOpen else { return .done }
        throw DiagnosticsError([search.fault])
    }

    // MARK: Questions

    /// What keys open that hold the scopes asked about. A name that several schemes have means a key of each.
    private func openings(_ api: API) throws(InvocationError) -> [(key: Key, endpoints: [Endpoint])]? {
        let names = arguments.values(Self.scope)
        guard !names.isEmpty else { return nil }
        let known = api.scopes.map(\.name)
        for name in names where !known.contains(name) { throw unknown("scope", name, known) }
        return api.schemes.compactMap { scheme in
            let own = api.scopes.filter { $0.scheme == scheme.name }.map(\.name)
            let held = own.filter(names.contains)
            guard !held.isEmpty else { return nil }
            let key = Key(scheme: scheme.name, scopes: held, in: api)
            return (key, api.endpoints.filter(key.opens))
        }
    }

    /// The smallest key of each scheme that has one for the operations asked about.
    private struct KeyAnswer {
        let operations: [Endpoint]
        let keys: [KeySearch.Result]

        /// Whether anyone may call all of them.
        var isOpen: Bool { operations.allSatisfy(\.security.admitsAnyone) }

        var fault: Diagnostic {
            .error(
                .noSingleKey,
                operations.count == 1
                    ? "no single key opens this operation" : "no single key opens all of these operations",
                at: nil,
                notes: operations.map { .init("`\($0.id)` needs \(RequirementText.sentence($0.security))") })
        }
    }

    private func keys(_ api: API) throws(InvocationError) -> KeyAnswer? {
        let names = arguments.values(Self.keyFor)
        guard !names.isEmpty else { return nil }
        let known = api.endpoints.map(\.id)
        for name in names where !known.contains(name) { throw unknown("operation", name, known) }
        let operations = api.endpoints.filter { names.contains($0.id) }
        return KeyAnswer(
            operations: operations,
            keys: api.schemes.compactMap { KeySearch(api, scheme: $0.name).smallest(for: operations) })
    }

    private func unknown(_ noun: String, _ name: String, _ known: [String]) -> InvocationError {
        let hint = Spelling.nearest(to: name, among: known).map { "; did you mean `\($0)`?" } ?? ""
        return InvocationError("the document has no \(noun) `\(name)`\(hint)", command: Self.syntax.name)
    }

    // MARK: Answers

    private func text(
        _ api: API, _ openings: [(key: Key, endpoints: [Endpoint])]?, _ search: KeyAnswer?
    ) -> String {
        let tables = InspectionTables(api: api, bold: session.colorsOutput)
        var sections: [String] = []
        let choices = [Self.endpoints, Self.scopes, Self.schemas].filter(arguments.has)
        let showsAll = choices.isEmpty && openings == nil && search == nil
        if showsAll { sections.append(tables.summary) }
        if showsAll || arguments.has(Self.endpoints) { sections.append(tables.endpoints(api.endpoints)) }
        if showsAll || arguments.has(Self.scopes) { sections.append(tables.scopes) }
        if showsAll || arguments.has(Self.schemas) { sections.append(tables.schemas) }
        for (key, endpoints) in openings ?? [] {
            sections.append(
                "\(VisibleText.of(description(key))) opens \(endpoints.count) of \(api.endpoints.count) operations\n")
            sections.append(tables.endpoints(endpoints))
        }
        if let search {
            sections += search.isOpen ? ["No key is needed\n"] : search.keys.map { answer($0, api) }
        }
        return sections.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// `a key of personalApiKey with dataset:write (which includes dataset:read)`
    private func description(_ key: Key) -> String {
        "A key of \(key.scheme)"
            + (key.scopes.isEmpty ? " with any scopes" : " with \(key.scopes.joined(separator: ", "))")
            + (key.included.isEmpty ? "" : " (which includes \(key.included.joined(separator: ", ")))")
    }

    private func answer(_ result: KeySearch.Result, _ api: API) -> String {
        let key = result.key
        var table = Table(["Scheme", "Scope", "Meaning"])
        if key.scopes.isEmpty { table.add([key.scheme, "(none)", "The document states no scope."]) }
        for scope in api.scopes where scope.scheme == key.scheme && key.scopes.contains(scope.name) {
            table.add([key.scheme, scope.name, scope.meaning ?? ""])
        }
        let opened = api.endpoints.count { key.opens($0) }
        return table.text(bold: session.colorsOutput)
            + (result.isSmallest ? "" : "\nThere were too many combinations to try them all: a smaller key may do\n")
            + "\n\(VisibleText.of(description(key))) opens \(opened) of \(api.endpoints.count) operations\n"
    }

    private func json(_ api: API, _ openings: [(key: Key, endpoints: [Endpoint])]?, _ search: KeyAnswer?) -> String {
        let chosen: Set<String> = Set(
            (arguments.has(Self.endpoints) ? ["groups", "endpoints"] : [])
                + (arguments.has(Self.scopes) ? ["schemes", "scopes"] : [])
                + (arguments.has(Self.schemas) ? ["schemas"] : []))
        let answers = Node.object([
            "opens": openings.map { .list($0.map { node($0.key, opening: $0.endpoints) }) },
            "keys": search.map { search in
                .list(
                    search.keys.map { result in
                        node(result.key, opening: api.endpoints.filter(result.key.opens))
                            .adding(["isSmallest": .flag(result.isSmallest)])
                    })
            },
            "needs": search.map { search in
                .list(search.operations.map { .object(["operation": .text($0.id), "security": $0.security.node]) })
            },
        ])
        let whole = api.node
        guard !chosen.isEmpty || answers.object?.isEmpty == false else { return whole.jsonText(pretty: true) + "\n" }
        let head: Set<String> = ["format", "title", "version"]
        let members = (whole.object ?? NodeObject([])).filter { head.contains($0.key) || chosen.contains($0.key) }
        let chosenParts = NodeObject(members + Array(answers.object ?? NodeObject([])))
        return Node(.object(chosenParts), at: whole.location).jsonText(pretty: true) + "\n"
    }

    private func node(_ key: Key, opening endpoints: [Endpoint]) -> Node {
        .object([
            "scheme": .text(key.scheme), "scopes": .texts(key.scopes), "includes": .texts(key.included),
            "operations": .texts(endpoints.map(\.id)),
        ])
    }
}
