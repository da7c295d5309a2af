import QuillDiagnostics

/// How a command tells what it finds: the options that every command has that reads a document.
struct Reporting: Sendable {
    /// How diagnostics are written.
    enum Format: String, CaseIterable, Sendable {
        /// With the source line and a caret, for people.
        case text
        /// One array, for machines.
        case json
        /// A workflow command for each, which GitHub shows at the line in a pull request.
        case github
    }

    let format: Format
    /// Whether every warning is an error.
    let isStrict: Bool
    /// Whether only errors are told.
    let isQuiet: Bool
    /// Whether it is told how long each stage took.
    let isVerbose: Bool

    /// What is done without any option.
    static let standard = Reporting(format: .text, isStrict: false, isQuiet: false, isVerbose: false)

    private static let strict = CommandOption.flag("strict", "Make every warning an error.")
    private static let quiet = CommandOption.flag("quiet", "Print errors only.")
    private static let verbose = CommandOption.flag("verbose", "Print how long each stage took.")
    private static let diagnostics = CommandOption.choice(
        "diagnostics", "FORMAT", Format.self, "How to print errors and warnings: text, json, or github for annotations."
    )

    /// For a ``CommandSyntax``.
    static let options = [strict, quiet, verbose, diagnostics]

    private init(format: Format, isStrict: Bool, isQuiet: Bool, isVerbose: Bool) {
        self.format = format
        self.isStrict = isStrict
        self.isQuiet = isQuiet
        self.isVerbose = isVerbose
    }

    /// What the options of a command say; the standard where it has none of them.
    init(_ arguments: ParsedArguments, of syntax: CommandSyntax) throws(InvocationError) {
        let format = try arguments.choice(Self.diagnostics, Format.self, of: syntax)
        self.init(
            format: format ?? .text, isStrict: arguments.has(Self.strict), isQuiet: arguments.has(Self.quiet),
            isVerbose: arguments.has(Self.verbose))
        if isQuiet, isVerbose {
            throw InvocationError("`--quiet` and `--verbose` contradict each other", command: syntax.name)
        }
        if isVerbose, self.format == .json {
            throw InvocationError(
                "`--verbose` and `--diagnostics json` contradict each other: both write to the standard error",
                command: syntax.name)
        }
    }

    /// The diagnostics as they count here: under `--strict` a warning is an error.
    func judged(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        isStrict ? diagnostics.map { $0.severity == .warning ? $0.asError : $0 } : diagnostics
    }

    /// What is told of them, as one text.
    func text(_ diagnostics: [Diagnostic], color: Bool) -> String {
        let told = judged(diagnostics).filter { !isQuiet || $0.severity == .error }
        return switch format {
        case .text: DiagnosticRenderer(color: color).text(told)
        case .json: DiagnosticRenderer().json(told)
        case .github: DiagnosticRenderer().annotations(told)
        }
    }
}

extension Diagnostic {
    fileprivate var asError: Diagnostic { .error(code, message, at: location, notes: notes) }
}
