import QuillDiagnostics
import QuillEmitter
import QuillOutput

/// `quill target [DOCUMENT] --output DIR [OPTION…]`: what the build plugin runs.
struct TargetCommand: Command {
    private static let config = CommandOption.value(
        "config", "FILE", "The configuration, which may name several documents.")
    private static let output = CommandOption.value("output", "DIR", "The folder to write to.")
    private static let parts = CommandOption.value(
        "parts", "LIST", "What the target can use where no configuration says it: client, server, models.")
    private static let input = CommandOption.value(
        "input", "FILE", repeatable: true, "A file whose changes lead to another run in any case.")
    private static let source = CommandOption.value(
        "source", "FILE", repeatable: true, "A Swift file of the target, whose words decide what it uses.")
    private static let again = CommandOption.value(
        "again", "FILE", "Renew this file if others were read than those, so that there is another run in any case.")
    private static let state = CommandOption.value(
        "state", "FILE", "Do nothing if nothing changed since this file was written.")
    private static let tool = CommandOption.value(
        "tool", "FILE", "The path of this command, which may change too.")

    static let syntax = CommandSyntax(
        name: "target", summary: "Write the Swift files of a target (the build plugin runs this)",
        operand: .init(placeholder: "DOCUMENT", meaning: "The OpenAPI document, in YAML or JSON."),
        options: [config, output, parts, input, source, again, state, tool],
        remarks: """
            The files' names are always the same: Quill.swift, QuillModels00.swift and so on. The target
            imports Quill's runtime instead of having copies of it.
            """)

    let arguments: ParsedArguments
    let session: Session

    func run() throws -> ExitCode {
        guard let output = arguments.value(Self.output).map(FilePath.init) else {
            throw InvocationError("nowhere to write to: give `--output DIR`", command: Self.syntax.name)
        }
        let state = arguments.value(Self.state).map {
            RunState(
                file: FilePath($0), question: arguments.text, sources: arguments.values(Self.source).map(FilePath.init),
                in: session)
        }
        if let earlier = try state?.current(), outputsExist(output) {
            try renewIfNeeded(earlier)
            return .done
        }
        if let tool = arguments.value(Self.tool).map(FilePath.init) {
            session.reads.note(tool, at: session.absolute(tool))
        }
        let projects = try projects()
        let module = try module(of: projects)
        try write(module.files, to: output)
        try state?.write(decidingWords: module.decidingWords)
        try renewIfNeeded(session.reads.paths)
        return .done
    }

    /// Sees to it that there is another run, if the builder does not know of all files that were read.
    private func renewIfNeeded(_ reads: [FilePath]) throws(DiagnosticsError) {
        guard let again = arguments.value(Self.again) else { return }
        let known = Set((arguments.values(Self.input) + arguments.values(Self.tool)).map(FilePath.init))
        if !known.isSuperset(of: reads) { try renew(FilePath(again)) }
    }

    private func outputsExist(_ output: FilePath) -> Bool {
        ModuleOutput.paths.allSatisfy { InputFile.exists(session.absolute(output.appending($0))) }
    }

    private func projects() throws -> [Project] {
        try Project.all(
            document: arguments.operand, configuration: arguments.value(Self.config), command: Self.syntax.name,
            in: session)
    }

    private func module(of projects: [Project]) throws -> Generation.Module {
        var pipeline = Pipeline(session: session)
        let offered = try arguments.value(Self.parts).map(OutputPart.list)
        var projects = projects
        for index in projects.indices where projects[index].configuration.shape.parts == nil {
            projects[index].configuration.shape.parts = offered
        }
        let generation = Generation(
            projects: projects, sources: arguments.values(Self.source).map(FilePath.init), command: Self.syntax.name)
        let module = try generation.module(&pipeline)
        session.report(try pipeline.settled())
        return module
    }

    private func write(_ files: [EmittedFile], to output: FilePath) throws(DiagnosticsError) {
        let folder = OutputFolder(path: session.absolute(output).text)
        do throws(OutputError) {
            var outputs: [OutputFile] = []
            for file in files { outputs.append(try OutputFile(path: file.path, contents: file.text)) }
            // The folder is the plugin's own.
            try folder.write(try folder.plan(outputs, force: true))
        } catch {
            throw DiagnosticsError([.error(.output, "cannot write to `\(output.asFolder)`: \(error)", at: nil)])
        }
    }

    private func renew(_ path: FilePath) throws(DiagnosticsError) {
        let file = LoneFile(path: session.absolute(path).text)
        do throws(OutputError) {
            // Other bytes too: some builders look at those.
            let number = Int(String(decoding: try file.contents() ?? [], as: UTF8.self)) ?? 0
            try file.write(Array(String(number &+ 1).utf8))
        } catch {
            throw DiagnosticsError([.error(.output, "cannot write `\(path.text)`: \(error)", at: nil)])
        }
    }
}

extension OutputPart {
    /// `client,server`
    ///
    /// - Throws: where there is another word; `models` are always there.
    static func list(_ text: String) throws(InvocationError) -> Set<OutputPart> {
        var parts: Set<OutputPart> = []
        for word in text.split(separator: ",") where word != "models" {
            guard let part = OutputPart(rawValue: String(word)) else {
                throw InvocationError("`--parts` knows `client`, `server` and `models`, not `\(word)`")
            }
            parts.insert(part)
        }
        return parts
    }
}
