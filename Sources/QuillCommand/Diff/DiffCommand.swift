import QuillDiagnostics
import QuillDiff
import QuillNodes
import QuillOpenAPI
import QuillSwiftModel

/// `quill diff OLD NEW [OPTION…]`
struct DiffCommand {
    private static let base = CommandOption.value(
        "base", "REVISION", "Compare the one document that is given with what it was at that revision of git.")
    private static let format = CommandOption.value(
        "format", "FORMAT", "How to print the changes: text, markdown, json, or github for annotations.")
    private static let changelog = CommandOption.flag(
        "changelog", "Print an entry for a changelog instead, in Markdown.")
    private static let migration = CommandOption.flag(
        "migration", "Print what callers have to change instead, in Markdown.")
    private static let failOn = CommandOption.value(
        "fail-on", "SEVERITY", "Exit 1 from that severity on: breaking, warning, any or none; without it breaking.")
    private static let audience = CommandOption.value(
        "audience", "WHO", "Whose severities count: callers, implementers or both; without it callers.")
    private static let show = CommandOption.value(
        "show", "SEVERITY", "Print changes from that severity on: breaking, warning, info, or all with remarks.")
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

    private let arguments: ParsedArguments
    private let session: Session

    init(_ arguments: ParsedArguments, in session: Session) {
        self.arguments = arguments
        self.session = session
    }

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
        let (before, after) = try inputs()
        let configuration = try configuration(of: after)
        var pipeline = Pipeline(session: session)
        let old = try before.document(configuration, &pipeline)
        let new = try after.document(configuration, &pipeline)
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
            ? renames(
                old, new, difference.renamedSchemas,
                Project(document: FilePath(after.name), configuration: configuration))
            : []
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

    private func inputs() throws -> (old: DiffInput, new: DiffInput) {
        let operands = arguments.operands
        guard let base = arguments.value(Self.base) else {
            guard operands.count == 2 else {
                throw InvocationError(
                    "two documents are compared: `quill diff OLD NEW`, or `quill diff --base REVISION DOCUMENT`",
                    command: Self.syntax.name)
            }
            return (try DiffInput(operands[0], in: session), try DiffInput(operands[1], in: session))
        }
        guard operands.count < 2 else {
            throw InvocationError("with `--base` one document is given", command: Self.syntax.name)
        }
        let document =
            try operands.first.map(FilePath.init)
            ?? Project.find(
                document: nil, configuration: arguments.value(InputOptions.config), command: Self.syntax.name,
                in: session
            ).document
        return (try DiffInput(document, at: base, in: session), .file(document))
    }

    /// The configuration that speaks of the new document; an empty one where there is none.
    private func configuration(of input: DiffInput) throws -> Configuration {
        let named = arguments.value(InputOptions.config)
        var configuration = Configuration()
        switch input {
        case .file(let path):
            configuration =
                try Project.find(
                    document: path.text, configuration: named, command: Self.syntax.name, in: session
                ).configuration
        case .revision(_, let path):
            if let named {
                configuration =
                    try Project.find(
                        document: path.text, configuration: named, command: Self.syntax.name, in: session
                    ).configuration
            }
        }
        return try InputOptions(arguments, command: Self.syntax.name).added(to: configuration)
    }

    /// What is called otherwise in Swift; nothing where one of the documents gives no Swift.
    private func renames(
        _ old: OpenAPI.Document, _ new: OpenAPI.Document, _ schemas: [String: String], _ project: Project
    ) -> [SwiftRename] {
        // What is wrong with them is told when they are generated from.
        var pipeline = Pipeline(session: session)
        guard let before = try? pipeline.api(old, of: project), let after = try? pipeline.api(new, of: project) else {
            return []
        }
        return SwiftRenames(old: before, new: after, options: project.swiftOptions(for: after), schemas: schemas).all
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
            form = try Self.choice(DiffCommand.format, arguments) ?? .text
            threshold = try Self.choice(DiffCommand.failOn, arguments) ?? .breaking
            audience = try Self.choice(DiffCommand.audience, arguments) ?? .callers
            detail = try Self.choice(DiffCommand.show, arguments) ?? .info
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

        private static func choice<Choice: RawRepresentable & CaseIterable>(
            _ option: CommandOption, _ arguments: ParsedArguments
        ) throws(InvocationError) -> Choice? where Choice.RawValue == String {
            guard let text = arguments.value(option) else { return nil }
            guard let choice = Choice(rawValue: text) else {
                let known = Choice.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
                throw InvocationError("`--\(option.name) \(text)` is none of \(known)", command: "diff")
            }
            return choice
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
