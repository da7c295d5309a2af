import QuillAPI
import QuillDiagnostics
import QuillOutput

/// `quill init DOCUMENT [OPTION…]`
struct InitCommand {
    private static let force = CommandOption.flag("force", "Overwrite a configuration that is there.")

    static let syntax = CommandSyntax(
        name: "init", summary: "Write a first quill.json for a document",
        operand: .init(placeholder: "DOCUMENT", meaning: "The OpenAPI document, in YAML or JSON."),
        options: [force] + InputOptions.options.filter { $0.name != InputOptions.config.name } + Reporting.options,
        remarks: """
            The configuration is written beside the document, with remarks that say what each key is for, and
            with what can be seen in the document: rules about scopes and about pages.
            """)

    private let arguments: ParsedArguments
    private let session: Session

    init(_ arguments: ParsedArguments, in session: Session) {
        self.arguments = arguments
        self.session = session
    }

    func run() throws -> ExitCode {
        guard let operand = arguments.operand else {
            throw InvocationError("name the document: `quill init DOCUMENT`", command: Self.syntax.name)
        }
        let document = FilePath(operand)
        let file = (document.isRemote ? FilePath(".") : document.folder).appending(Project.fileName)
        if !arguments.has(Self.force), InputFile.exists(session.absolute(file)) {
            throw DiagnosticsError([
                .error(
                    .output, "`\(file.text)` is there already", at: nil,
                    notes: [.init("change it by hand, or overwrite it with `--force`")])
            ])
        }
        let project = Project(document: document, configuration: Configuration())
            .with(try InputOptions(arguments, command: Self.syntax.name))
        var pipeline = Pipeline(session: session)
        let api = try pipeline.api(of: project)
        let warnings = try pipeline.settled()
        let proposal = Proposal(api, document: document)
        do {
            try LoneFile(path: session.absolute(file).text).write(Array(proposal.text.utf8))
        } catch {
            throw DiagnosticsError([.error(.output, "cannot write `\(file.text)`: \(error)", at: nil)])
        }
        tell(api, file, warnings: warnings.count)
        return .done
    }

    /// What was found, and what to do next.
    private func tell(_ api: API, _ file: FilePath, warnings: Int) {
        guard !session.isQuiet else { return }
        func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
        var text = """
            \(VisibleText.of(file.text)) is written: \(counted(api.endpoints.count, "operation")) in \
            \(counted(api.groups.count, "group")), \(counted(api.scopes.count, "scope")), \
            \(counted(api.schemas.count, "schema")).


            """
        if !api.groups.isEmpty {
            var table = Table(["Group", "Operations"])
            for group in api.groups {
                table.add([
                    "client." + group.path.joined(separator: "."),
                    "\(api.endpoints.count { $0.group == group.path })",
                ])
            }
            text += table.text(bold: session.colorsOutput) + "\n"
        }
        let ungrouped = api.endpoints.count { $0.group.isEmpty }
        if ungrouped > 0 {
            text += """
                \(counted(ungrouped, "operation")) without a tag stand on the client itself; an overlay can add tags:
                https://spec.openapis.org/overlay/latest.html, `"overlays"` in the configuration.


                """
        }
        let command = VisibleText.of(file.text)
        text += """
            Next:
              quill validate --config \(command)    \
            \(warnings == 0 ? "reports no faults" : "reports \(counted(warnings, "warning"))")
              quill inspect --config \(command)     shows endpoints, scopes and schemas
              quill generate --config \(command)    writes the package

            """
        session.output.write(text)
    }
}
