import QuillDiagnostics
import QuillEmitter
import QuillMustache
import QuillOutput
import QuillSwiftModel

/// `quill generate [DOCUMENT] [OPTION…]`
struct GenerateCommand {
    private static let config = CommandOption.value("config", "FILE", "The configuration, usually quill.json.")
    private static let output = CommandOption.value("output", "DIR", "The folder to write to.")
    private static let name = CommandOption.value(
        "name", "NAME", "What the modules' names begin with. Without it and a configuration, the document's title.")
    private static let templates = CommandOption.value(
        "templates", "DIR", "A folder of templates that replace Quill's own of the same name.")
    private static let shards = CommandOption.value(
        "shards", "N", "Combine the Swift files of each module into N, called after the module: PetsModels1.swift ….")
    private static let check = CommandOption.flag(
        "check", "Write nothing; print how the output differs from what the document gives, and exit 1 if it does.")
    private static let force = CommandOption.flag("force", "Overwrite files that Quill did not write.")

    static let syntax = CommandSyntax(
        name: "generate", summary: "Write a Swift package for an OpenAPI document",
        operand: .init(placeholder: "DOCUMENT", meaning: "The OpenAPI document, in YAML or JSON."),
        options: [
            config, output, name, templates, shards, check, force, BuildRecord.depfile, BuildRecord.stamp,
        ] + Reporting.options,
        remarks: """
            The configuration is the --config FILE, or the quill.json beside DOCUMENT if that names it. Without
            DOCUMENT it is quill.json or spec/quill.json. Options count for more than what is written there.
            """)

    private let arguments: ParsedArguments
    private let session: Session

    init(_ arguments: ParsedArguments, in session: Session) throws(InvocationError) {
        self.arguments = arguments
        self.session = session
        if let name = arguments.value(Self.name), !SwiftName.isModule(name) {
            throw InvocationError(
                "`--name \(name)` cannot be a name in Swift: \(SwiftName.rule(isModule: true))",
                command: Self.syntax.name)
        }
    }

    /// The number behind `--shards`; nil without it.
    private func shardCount() throws(InvocationError) -> Int? {
        guard let text = arguments.value(Self.shards) else { return nil }
        guard let count = Int(text), (1...1_000).contains(count) else {
            throw InvocationError(
                "`--shards \(text)` is no number of files: it has to be from 1 to 1000", command: Self.syntax.name)
        }
        return count
    }

    func run() throws -> ExitCode {
        let record = try BuildRecord(arguments, in: session)
        let project = try Project.find(
            document: arguments.operand, configuration: arguments.value(Self.config), command: Self.syntax.name,
            in: session)
        guard let output = arguments.value(Self.output).map(FilePath.init) ?? project.configuration.output else {
            throw InvocationError(
                "nowhere to write to: give `--output DIR`, or `output` in a `quill.json`", command: Self.syntax.name)
        }
        var pipeline = Pipeline(session: session)
        let files = try files(of: project, &pipeline)
        let warnings = try pipeline.settled()
        do throws(DiagnosticsError) {
            let summary = try write(files, to: output, of: project, &pipeline)
            try record.write(target: output.appending(OutputFolder.manifestName))
            session.report(warnings)
            say(summary)
        } catch {
            throw DiagnosticsError(warnings + error.diagnostics)
        }
        pipeline.tellTimes()
        return .done
    }

    private func files(of project: Project, _ pipeline: inout Pipeline) throws -> [EmittedFile] {
        let configuration = project.configuration
        let folder = arguments.value(Self.templates).map(FilePath.init) ?? configuration.templates
        let (templates, emitter) = try pipeline.time("read templates") { () throws(DiagnosticsError) in
            let templates =
                try folder.map { folder throws(DiagnosticsError) in
                    try TemplateOverrides(folder: folder, in: session)
                } ?? TemplateOverrides.none
            return (templates, try templates.emitter())
        }
        let api = try pipeline.api(of: project.document, options: configuration.api)
        pipeline.warn(configuration.staleNames(in: api))
        guard
            let name = arguments.value(Self.name) ?? configuration.name ?? SwiftName.module(ofTitle: api.title)
        else {
            throw InvocationError(
                "no name can be made of the document's title `\(api.title)`; give `--name NAME`",
                command: Self.syntax.name)
        }
        let options = SwiftOptions(
            name: name, operationNames: configuration.operationNames.bySubject,
            schemaNames: configuration.schemaNames.bySubject, shards: try shardCount())
        let model = try pipeline.model(of: api, options: options)
        return try pipeline.files(of: model, templates: templates, emitter: emitter)
    }

    private func write(
        _ files: [EmittedFile], to output: FilePath, of project: Project, _ pipeline: inout Pipeline
    ) throws(DiagnosticsError) -> String {
        let folder = OutputFolder(path: session.absolute(output).text)
        let isCheck = arguments.has(Self.check)
        let plan: OutputPlan
        do throws(OutputError) {
            plan = try pipeline.time("compare") { () throws(OutputError) in
                var outputs: [OutputFile] = []
                for file in files { outputs.append(try OutputFile(path: file.path, contents: file.text)) }
                return try folder.plan(outputs, force: isCheck || arguments.has(Self.force))
            }
            if !isCheck { try pipeline.time("write") { () throws(OutputError) in try folder.write(plan) } }
        } catch {
            throw DiagnosticsError([diagnostic(error, output)])
        }
        if isCheck { return try checked(plan, output, project) }
        let written = plan.created.count + plan.changed.count
        return "\(output.asFolder): \(written) written, \(plan.stale.count) removed, \(plan.unchanged.count) unchanged"
    }

    private func checked(
        _ plan: OutputPlan, _ output: FilePath, _ project: Project
    ) throws(DiagnosticsError) -> String {
        if plan.isUpToDate { return "\(output.asFolder): up to date, \(plan.unchanged.count) files" }
        if !session.isQuiet { session.output.write(plan.differences()) }
        throw DiagnosticsError([
            .error(
                .outOfDate,
                "`\(output.asFolder)` is not what `\(project.document.text)` gives: \(plan.created.count) to create, "
                    + "\(plan.changed.count) to change, \(plan.stale.count) to remove",
                at: nil, notes: [.init("`quill generate` without `--check` brings it up to date")])
        ])
    }

    private func diagnostic(_ error: OutputError, _ output: FilePath) -> Diagnostic {
        var notes: [Diagnostic.Note] = []
        if case .notOurs = error.reason {
            notes = [.init("choose another folder, or overwrite with `--force`")]
        }
        return .error(.output, "cannot write to `\(output.asFolder)`: \(error)", at: nil, notes: notes)
    }

    private func say(_ summary: String) {
        guard !session.isQuiet else { return }
        session.output.write("\(VisibleText.of(summary)) (\(session.elapsed))\n")
    }
}
