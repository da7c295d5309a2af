import QuillAPI
import QuillDiagnostics
import QuillOutput
import QuillSwiftModel

/// `quill init DOCUMENT [OPTION…]`
struct InitCommand: Command {
    private static let force = CommandOption.flag("force", "Overwrite a configuration that is there.")

    static let syntax = CommandSyntax(
        name: "init", summary: "Write a first quill.json for a document",
        operand: .init(placeholder: "DOCUMENT", meaning: "The OpenAPI document, in YAML or JSON."),
        options: [force] + InputOptions.options.filter { $0.name != InputOptions.config.name } + Reporting.options,
        remarks: """
            The configuration is written beside the document, with remarks that say what each key is for, and
            with what can be seen in the document: rules about scopes and about pages, exact dates where
            examples need them, groups by path where tags give none, and shorter names for methods that
            repeat what their group says.
            """)

    let arguments: ParsedArguments
    let session: Session

    func run() throws -> ExitCode {
        guard let operand = arguments.operand else {
            throw InvocationError("name the document: `quill init DOCUMENT`", command: Self.syntax.name)
        }
        let path = FilePath(operand)
        let file = (path.isRemote ? FilePath(".") : path.folder).appending(Project.fileName)
        if !arguments.has(Self.force), InputFile.exists(session.absolute(file)) {
            throw DiagnosticsError([
                .error(
                    .output, "`\(file.text)` is there already", at: nil,
                    notes: [.init("change it by hand, or overwrite it with `--force`")])
            ])
        }
        var project = Project(document: path, configuration: Configuration())
            .with(try InputOptions(arguments, command: Self.syntax.name))
        var pipeline = Pipeline(session: session)
        let document = try pipeline.document(of: project)
        // What is found in reading it as it is would be told twice.
        var plain = pipeline
        let groups = GroupProposal(try plain.api(document, of: project)).rules
        project.configuration.api.groups = groups
        let api = try pipeline.api(document, of: project)
        let warnings = try pipeline.settled()
        var options = project.swiftOptions(for: api)
        let names = OperationNameProposals(api, names: SwiftModelBuilder.names(api, options: options)).all
        options.operationNames.merge(names.map { ($0.operation, $0.name) }) { own, _ in own }
        let proposal = Proposal(api, document: project.document, groups: groups, names: names)
        do {
            try LoneFile(path: session.absolute(file).text).write(Array(proposal.text.utf8))
        } catch {
            throw DiagnosticsError([.error(.output, "cannot write `\(file.text)`: \(error)", at: nil)])
        }
        tell(
            api, SwiftModelBuilder.names(api, options: options), file, proposed: names.count,
            isGrouped: !groups.isEmpty,
            warnings: warnings.count)
        return .done
    }

    /// What was found, and what to do next.
    private func tell(
        _ api: API, _ names: SwiftNames, _ file: FilePath, proposed: Int, isGrouped: Bool, warnings: Int
    ) {
        guard !session.isQuiet else { return }
        func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
        var text = """
            \(VisibleText.of(file.text)) is written: \(counted(api.endpoints.count, "operation")) in \
            \(counted(api.groups.count, "group")), \(counted(api.scopes.count, "scope")), \
            \(counted(api.schemas.count, "schema")).


            """
        if !api.groups.isEmpty { text += groups(api, names).text(bold: session.colorsOutput) + "\n" }
        if isGrouped { text += "Tags do not group all operations; `groups` does, by their paths.\n" }
        let ungrouped = api.endpoints.count { $0.group.isEmpty }
        if ungrouped > 0 {
            let verb = ungrouped == 1 ? "stands" : "stand"
            text += "\(counted(ungrouped, "operation")) \(verb) on the client itself; `groups` can move them.\n"
        }
        if proposed > 0 {
            text +=
                "\(counted(proposed, "method")) \(proposed == 1 ? "has a shorter name" : "have shorter names"): `names`.\n"
        }
        if text.last == "\n", !text.hasSuffix("\n\n") { text += "\n" }
        let command = VisibleText.of(file.text)
        text += """
            Next: look through \(command), what is proposed in it is yours to change; then
              quill validate --config \(command)    \
            \(warnings == 0 ? "reports no faults" : "reports \(counted(warnings, "warning"))")
              quill inspect --config \(command)     shows endpoints, scopes and schemas
              quill generate --config \(command)    writes the package

            """
        session.output.write(text)
    }

    /// The groups as a caller sees them, with some of their methods.
    private func groups(_ api: API, _ names: SwiftNames) -> Table {
        let properties = Dictionary(
            names.groups.map { ($0.path, $0.property) }, uniquingKeysWith: { first, _ in first })
        let methods = Dictionary(grouping: names.operations, by: \.group)
        var table = Table(["Group", "Operations", "For example"])
        for group in api.groups {
            let way = group.path.indices.map { properties[Array(group.path[...$0])] ?? "" }
            let operations = methods[group.path] ?? []
            if operations.isEmpty { continue }
            table.add([
                (["client"] + way).joined(separator: ".").filter { $0 != "`" }, "\(operations.count)",
                operations.prefix(3).compactMap(\.methods.first).joined(separator: ", "),
            ])
        }
        return table
    }
}
