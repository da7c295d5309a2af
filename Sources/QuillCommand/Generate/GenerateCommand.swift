import QuillDiagnostics
import QuillEmitter
import QuillOutput

/// `quill generate [DOCUMENT] [OPTION…]`
struct GenerateCommand: Command {
    private static let output = CommandOption.value("output", "DIR", "The folder to write to.")
    private static let name = CommandOption.value(
        "name", "NAME", "What the modules' names begin with. Without it and a configuration, the document's title.")
    private static let templates = CommandOption.value(
        "templates", "DIR", "A folder of templates that replace Quill's own of the same name.")
    private static let shards = CommandOption.value(
        "shards", "N", "Combine the Swift files of each module into N, called after the module: PetsModels1.swift ….")
    private static let layout = CommandOption.choice(
        "layout", "LAYOUT", OutputShape.Layout.self,
        "package: a package of its own; module: files for a target that imports Quill's runtime.")
    private static let access = CommandOption.choice(
        "access", "LEVEL", AccessLevel.self,
        "Who can use a module's declarations: public, package or internal, which is the default.")
    private static let parts = CommandOption.value(
        "parts", "LIST", "What a module has beside the models: client, server or both, separated by a comma.")
    private static let usedBy = CommandOption.value(
        "used-by", "FOLDER", "Only the operations that the Swift files in a folder call, and what they need.")
    private static let check = CommandOption.flag(
        "check", "Write nothing; print how the output differs from what the document gives, and exit 1 if it does.")
    private static let aliasesFrom = CommandOption.value(
        "aliases-from", "OLD",
        "Keep deprecated aliases of what had other names with this document: a file, or REVISION:PATH of git.")
    private static let force = CommandOption.flag("force", "Overwrite files that Quill did not write.")

    static let syntax = CommandSyntax(
        name: "generate", summary: "Write a Swift package for an OpenAPI document",
        operand: .init(placeholder: "DOCUMENT", meaning: "The OpenAPI document, in YAML or JSON."),
        options: InputOptions.options + InputOptions.selection
            + [
                output, name, templates, layout, access, parts, usedBy, shards, aliasesFrom, check, force,
                BuildRecord.depfile, BuildRecord.stamp, Watch.option,
            ] + Reporting.options,
        remarks: """
            The configuration is the --config FILE, or the quill.json beside DOCUMENT if that names it. Without
            DOCUMENT it is quill.json or spec/quill.json. Options count for more than what is written there.
            """)

    let arguments: ParsedArguments
    let session: Session

    /// Refuses options that contradict each other before anything is read.
    private func checkArguments() throws(InvocationError) {
        if arguments.has(Watch.option), arguments.has(Self.check) {
            throw InvocationError("`--watch` and `--check` contradict each other", command: Self.syntax.name)
        }
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
        try checkArguments()
        let record = try BuildRecord(arguments, in: session)
        let options = try InputOptions(arguments, command: Self.syntax.name, selecting: true)
        let projects = try Project.all(
            document: arguments.operand, configuration: arguments.value(InputOptions.config),
            command: Self.syntax.name, in: session
        ).map { $0.with(options) }
        let jobs = try jobs(projects)
        var pipeline = Pipeline(session: session)
        let outputs = try jobs.map { ($0, try files(of: $0, &pipeline)) }
        let warnings = try pipeline.settled()
        do throws(DiagnosticsError) {
            var summaries: [String] = []
            for (job, files) in outputs { summaries.append(try write(files, of: job, &pipeline)) }
            if let first = jobs.first { try record.write(target: first.output.appending(OutputFolder.manifestName)) }
            session.report(warnings)
            for summary in summaries { say(summary) }
        } catch {
            throw DiagnosticsError(warnings + error.diagnostics)
        }
        pipeline.tellTimes()
        return .done
    }

    /// An output folder and the documents that it is made from.
    private struct Job {
        let output: FilePath
        let layout: OutputShape.Layout
        var projects: [Project]
    }

    /// What is to be written, never nothing: a package for each document, or a module for those with one folder.
    private func jobs(_ projects: [Project]) throws -> [Job] {
        var jobs: [Job] = []
        let layout = try arguments.choice(Self.layout, OutputShape.Layout.self, of: Self.syntax)
        if arguments.has(Self.name), projects.count > 1 {
            throw InvocationError("`--name` cannot name several documents", command: Self.syntax.name)
        }
        for project in projects {
            guard let output = arguments.value(Self.output).map(FilePath.init) ?? project.configuration.output else {
                throw InvocationError(
                    "nowhere to write to: give `--output DIR`, or `output` in a `quill.json`",
                    command: Self.syntax.name)
            }
            let job = Job(
                output: output, layout: layout ?? project.configuration.shape.layout ?? .package, projects: [project])
            guard let index = jobs.firstIndex(where: { $0.output == output }) else {
                jobs.append(job)
                continue
            }
            guard job.layout == .module, jobs[index].layout == .module else {
                throw DiagnosticsError([
                    .error(
                        .output, "two packages cannot be written to one folder, `\(output.asFolder)`", at: nil,
                        notes: [.init("give each document an `output` of its own, or write a `module`")])
                ])
            }
            jobs[index].projects.append(project)
        }
        return jobs
    }

    private func files(of job: Job, _ pipeline: inout Pipeline) throws -> [EmittedFile] {
        let usedBy = arguments.value(Self.usedBy).map(FilePath.init)
        var projects = job.projects
        for index in projects.indices where usedBy != nil { projects[index].configuration.shape.usedOnly = true }
        if usedBy == nil, projects.contains(where: \.configuration.shape.usedOnly) {
            throw InvocationError(
                "which operations are used? Say `--used-by FOLDER`, the folder of the sources",
                command: Self.syntax.name)
        }
        let generation = Generation(
            projects: projects, name: arguments.value(Self.name),
            templates: arguments.value(Self.templates).map(FilePath.init),
            access: try arguments.choice(Self.access, AccessLevel.self, of: Self.syntax),
            parts: try arguments.value(Self.parts).map(OutputPart.list), shards: try shardCount(),
            formerly: try arguments.value(Self.aliasesFrom).map { text throws(InvocationError) in
                try DiffInput(text, in: session)
            },
            sources: try usedBy.map { try SourceWords.files(below: $0, except: job.output, in: session) } ?? [],
            command: Self.syntax.name)
        return try job.layout == .module ? generation.module(&pipeline).files : generation.package(&pipeline)
    }

    private func write(
        _ files: [EmittedFile], of job: Job, _ pipeline: inout Pipeline
    ) throws(DiagnosticsError) -> String {
        let output = job.output
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
        if isCheck { return try checked(plan, job) }
        let written = plan.created.count + plan.changed.count
        return "\(output.asFolder): \(written) written, \(plan.stale.count) removed, \(plan.unchanged.count) unchanged"
    }

    private func checked(_ plan: OutputPlan, _ job: Job) throws(DiagnosticsError) -> String {
        let output = job.output
        let documents = job.projects.map { "`\($0.document.text)`" }.joined(separator: ", ")
        if plan.isUpToDate { return "\(output.asFolder): up to date, \(plan.unchanged.count) files" }
        if !session.isQuiet { session.output.write(plan.differences()) }
        throw DiagnosticsError([
            .error(
                .outOfDate,
                "`\(output.asFolder)` is not what \(documents) gives: \(plan.created.count) to create, "
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
