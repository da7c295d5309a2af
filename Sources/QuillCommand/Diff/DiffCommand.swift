import QuillDiagnostics
import QuillDiff
import QuillNodes
import QuillOpenAPI
import QuillSwiftModel

/// `quill diff OLD NEW [OPTION…]`
struct DiffCommand: Command {
    private static let base = CommandOption.value(
        "base", "REVISION", "Compare the one document that is given with what it was at that revision of git.")
    private static let format = CommandOption.choice(
        "format", "FORMAT", Choices.Form.self,
        "How to print the changes: text, markdown, json, or github for annotations.")
    private static let changelog = CommandOption.flag(
        "changelog", "Print an entry for a changelog instead, in Markdown.")
    private static let migration = CommandOption.flag(
        "migration", "Print what callers have to change instead, in Markdown.")
    private static let failOn = CommandOption.choice(
        "fail-on", "SEVERITY", Choices.Threshold.self,
        "Exit 1 from that severity on: breaking, warning, any or none; without it breaking.")
    private static let audience = CommandOption.choice(
        "audience", "WHO", Audience.self,
        "Whose severities count: callers, implementers or both; without it callers.")
    private static let show = CommandOption.choice(
        "show", "SEVERITY", DifferenceReport.Detail.self,
        "Print changes from that severity on: breaking, warning, info, or all with remarks.")
    private static let ignore = CommandOption.value(
        "ignore", "FILE", repeatable: true, "Changes that were agreed on, each with a reason, in JSON.")
    private static let graceDays = CommandOption.value(
        "grace-days", "DAYS", "How long what is deprecated has to last; `x-sunset` is then required.")
    private static let date = CommandOption.value(
        "date", "DAY", "The day to judge the ends of deprecated parts by; without it today.")
    private static let rules = CommandOption.flag("rules", "Print the documentation of every rule.")

    static let syntax = CommandSyntax(
        name: "diff", summary: "Tell what changed between two versions of a document, and for whom it breaks",
        operand: .init(placeholder: "OLD", meaning: "The document as it was: a file, or REVISION:PATH of git."),
        secondOperand: .init(placeholder: "NEW", meaning: "The document as it is."),
        options: [
            base, format, changelog, migration, failOn, audience, show, ignore, graceDays, date, rules,
        ] + InputOptions.options + Reporting.options,
        remarks: """
            For example `quill diff main:spec/api.yaml spec/api.yaml`, or `quill diff --base main spec/api.yaml`.
            Exits 1 if something breaks callers, 2 if the documents cannot be compared. Scopes include each
            other as the configuration of the new document says.
            """)

    let arguments: ParsedArguments
    let session: Session

    func run() throws -> ExitCode {
        if arguments.has(Self.rules) {
            session.output.write(RulePage.text)
            return .done
        }
        let choices = try Choices(arguments)
        do {
            return try compare(choices)
        } catch let error as DiagnosticsError {
            // As with diff(1): 1 is for differences.
            session.report(error.diagnostics)
            return .invocationAtFault
        }
    }

    private func compare(_ choices: Choices) throws -> ExitCode {
        let (before, after, project) = try inputs()
        let options = try InputOptions(arguments, command: Self.syntax.name)
        let isNamed = arguments.value(InputOptions.config) != nil
        let (former, current) = (
            DiffSide(before, comparedWith: project, isNamed: isNamed, adding: options, in: session),
            DiffSide(after, comparedWith: project, isNamed: isNamed, adding: options, in: session)
        )
        let configuration = current.configuration
        var pipeline = Pipeline(session: session)
        let old = try former.document(&pipeline)
        let new = try current.document(&pipeline)
        let ignoring = try ignoreList(configuration)
        let today = try today()
        let difference = pipeline.time("compare") {
            APIDifference.between(
                old, new,
                options: DifferenceOptions(
                    scopeRules: configuration.api.scopeRules, today: today, graceDays: choices.graceDays))
        }
        let (kept, ignored, unused) = ignoring.apply(to: difference.changes, today: today)
        let report = DifferenceReport(
            difference.replacing(kept), ignored: ignored, names: (before.name, after.name),
            audience: choices.audience, detail: choices.detail)
        let renames =
            choices.isMigration
            ? renames((old, former.project), (new, current.project), difference.renamedSchemas) : []
        let text = pipeline.time("print") {
            choices.text(report, renames: renames, day: today, color: session.colorsOutput)
        }
        session.output.write(text)
        session.report(unused.map(Self.unusedEntry))
        pipeline.tellTimes()
        let severity = difference.replacing(kept).severity(for: choices.audience)
        return choices.fails(severity) ? .inputAtFault : .done
    }

    // MARK: What to compare

    /// Both documents, and the new one with its configuration.
    private func inputs() throws -> (old: DiffInput, new: DiffInput, project: Project) {
        let operands = arguments.operands
        guard let base = arguments.value(Self.base) else {
            guard operands.count == 2 else {
                throw InvocationError(
                    "two documents are compared: `quill diff OLD NEW`, or `quill diff --base REVISION DOCUMENT`",
                    command: Self.syntax.name)
            }
            let new = try DiffInput(operands[1], in: session)
            return (try DiffInput(operands[0], in: session), new, try project(of: new))
        }
        guard operands.count < 2 else {
            throw InvocationError("with `--base` one document is given", command: Self.syntax.name)
        }
        let project = try find(operands.first)
        return (try DiffInput(project.document, at: base, in: session), .file(project.document), project)
    }

    /// The new document with the configuration that speaks of it; an empty one where there is none.
    private func project(of input: DiffInput) throws -> Project {
        switch input {
        case .file(let path): return try find(path.text)
        case .revision(_, let path):
            if arguments.value(InputOptions.config) != nil { return try find(path.text) }
            return Project(document: path, configuration: Configuration())
        }
    }

    private func find(_ document: String?) throws -> Project {
        try Project.find(
            document: document, configuration: arguments.value(InputOptions.config), command: Self.syntax.name,
            in: session)
    }

    /// What is called otherwise in Swift; nothing where one of the documents gives no Swift.
    private func renames(
        _ old: (document: OpenAPI.Document, project: Project), _ new: (document: OpenAPI.Document, project: Project),
        _ schemas: [String: String]
    ) -> [SwiftRename] {
        // What is wrong with them is told when they are generated from.
        var pipeline = Pipeline(session: session)
        guard let before = try? pipeline.api(old.document, of: old.project),
            let after = try? pipeline.api(new.document, of: new.project)
        else { return [] }
        return SwiftRenames(
            old: before, old.project.swiftOptions(for: before), new: after, new.project.swiftOptions(for: after),
            schemas: schemas
        ).all
    }

    private func ignoreList(_ configuration: Configuration) throws(DiagnosticsError) -> IgnoreList {
        var entries: [IgnoreList.Entry] = []
        if let node = configuration.ignoredChanges { entries += try IgnoreList(node).entries }
        for file in arguments.values(Self.ignore) {
            let source = try InputFile.source(at: FilePath(file), in: session)
            entries += try IgnoreList(try DocumentReader.read(source)).entries
        }
        return IgnoreList(entries)
    }

    private static func unusedEntry(_ entry: IgnoreList.Entry) -> Diagnostic {
        .warning(
            .unusedIgnore, "nothing that changed is of the rule `\(entry.rule)` where this says", at: entry.location,
            notes: [.init("remove the entry: \(entry.reason)")])
    }

    private func today() throws(InvocationError) -> Day {
        guard let text = arguments.value(Self.date) else { return Calendar.today }
        guard let day = Day(text) else {
            throw InvocationError("`--date \(text)` is no day; write it as 2027-01-31", command: Self.syntax.name)
        }
        return day
    }

    // MARK: Choices

    /// What the options say.
    private struct Choices {
        /// What is printed.
        enum Form: String, CaseIterable {
            case text, markdown, json, github
        }

        enum Threshold: String, CaseIterable {
            case breaking, warning, any, none
        }

        let audience: Audience
        let detail: DifferenceReport.Detail
        let graceDays: Int
        private let form: Form
        private let threshold: Threshold
        private let isChangelog: Bool
        let isMigration: Bool

        init(_ arguments: ParsedArguments) throws(InvocationError) {
            form = try arguments.choice(DiffCommand.format, Form.self, of: DiffCommand.syntax) ?? .text
            threshold = try arguments.choice(DiffCommand.failOn, Threshold.self, of: DiffCommand.syntax) ?? .breaking
            audience = try arguments.choice(DiffCommand.audience, Audience.self, of: DiffCommand.syntax) ?? .callers
            detail =
                try arguments.choice(DiffCommand.show, DifferenceReport.Detail.self, of: DiffCommand.syntax) ?? .info
            isChangelog = arguments.has(DiffCommand.changelog)
            isMigration = arguments.has(DiffCommand.migration)
            let days = arguments.value(DiffCommand.graceDays)
            guard let graceDays = days.map({ Int($0) }) ?? 0, (0...36_500).contains(graceDays) else {
                throw InvocationError("`--grace-days \(days ?? "")` is no number of days", command: "diff")
            }
            self.graceDays = graceDays
            let forms = [arguments.has(DiffCommand.format), isChangelog, isMigration]
            guard forms.count(where: { $0 }) < 2 else {
                throw InvocationError(
                    "`--format`, `--changelog` and `--migration` exclude each other", command: "diff")
            }
        }

        func text(_ report: DifferenceReport, renames: [SwiftRename], day: Day, color: Bool) -> String {
            if isChangelog { return report.changelog(day: day) }
            if isMigration { return report.migrationNote(renames: renames) }
            return switch form {
            case .text: report.text(color: color)
            case .markdown: report.markdown
            case .json: report.json
            case .github: report.annotations
            }
        }

        func fails(_ severity: Severity?) -> Bool {
            guard let severity else { return false }
            return switch threshold {
            case .breaking: severity == .breaking
            case .warning: severity >= .warning
            case .any: true
            case .none: false
            }
        }
    }
}
