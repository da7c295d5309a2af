import QuillDiagnostics
import QuillSwiftModel

/// `quill validate [DOCUMENT] [OPTION…]`
struct ValidateCommand: Command {
    private static let json = CommandOption.flag("json", "Print what was found as JSON.")

    static let syntax = CommandSyntax(
        name: "validate", summary: "Report everything that is wrong with a document",
        operand: .init(placeholder: "DOCUMENT", meaning: "The OpenAPI document, in YAML or JSON."),
        options: InputOptions.options + InputOptions.selection + [json] + Reporting.options,
        remarks: """
            Exits 1 if anything is an error, which is when `quill generate` would write nothing. The
            configuration is found as `quill generate` finds it.
            """)

    let arguments: ParsedArguments
    let session: Session

    func run() throws -> ExitCode {
        var found: [Diagnostic]
        var subject = arguments.operand
        do {
            let project = try Project.find(
                document: arguments.operand, configuration: arguments.value(InputOptions.config),
                command: Self.syntax.name,
                in: session
            ).with(try InputOptions(arguments, command: Self.syntax.name, selecting: true))
            subject = project.document.text
            found = try warnings(project)
        } catch let error as DiagnosticsError {
            found = error.diagnostics
        }
        found = session.judged(found)
        let errors = found.count { $0.severity == .error }
        if arguments.has(Self.json) {
            session.output.write(DiagnosticRenderer().json(found))
        } else {
            session.report(found)
            let summary = Self.summary(errors: errors, warnings: found.count { $0.severity == .warning })
            guard !session.isQuiet else { return errors == 0 ? .done : .inputAtFault }
            session.output.write("\(subject.map { VisibleText.of($0) + ": " } ?? "")\(summary)\n")
        }
        return errors == 0 ? .done : .inputAtFault
    }

    /// Runs every stage that can find fault with a document.
    private func warnings(_ project: Project) throws(DiagnosticsError) -> [Diagnostic] {
        let configuration = project.configuration
        var pipeline = Pipeline(session: session)
        let api = try pipeline.api(of: project)
        pipeline.warn(configuration.staleNames(in: api))
        _ = try pipeline.model(of: api, options: project.swiftOptions(for: api))
        pipeline.tellTimes()
        return pipeline.warnings
    }

    /// `2 errors, 1 warning`
    private static func summary(errors: Int, warnings: Int) -> String {
        func counted(_ count: Int, _ noun: String) -> String? {
            count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
        }
        let parts = [counted(errors, "error"), counted(warnings, "warning")].compactMap { $0 }
        return parts.isEmpty ? "no faults" : parts.joined(separator: ", ")
    }
}
