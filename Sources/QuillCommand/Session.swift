import QuillDiagnostics
import QuillEmitter

/// One invocation: where it runs, and whom it talks to.
struct Session {
    let workingDirectory: FilePath
    let output: Console
    let errors: Console
    /// What has been read so far.
    private(set) var reads = ReadFiles()
    private let mayColor: Bool
    private let progress: ProgressLine?
    private let givenTexts: OutputTexts?
    private var reporting = Reporting.standard
    private var start = ContinuousClock.now

    init(
        workingDirectory: FilePath, output: Console, errors: Console, mayColor: Bool, progress: ProgressLine? = nil,
        texts: OutputTexts? = nil
    ) {
        self.workingDirectory = workingDirectory
        self.output = output
        self.errors = errors
        self.mayColor = mayColor
        self.progress = progress
        givenTexts = texts
    }

    /// Quill's own templates and runtime.
    ///
    /// - Throws: where they are not given and cannot be read.
    func texts() throws(DiagnosticsError) -> OutputTexts {
        if let givenTexts { return givenTexts }
        return try OutputTexts.checkout()
    }

    var colorsOutput: Bool { mayColor && output.isTerminal }

    /// `41 ms`, counted from the start of the invocation.
    var elapsed: String { "\(start.duration(to: .now).wholeMilliseconds) ms" }

    /// A path for the system, whatever the process's own working directory is.
    func absolute(_ path: FilePath) -> FilePath { workingDirectory.appending(path.text) }

    /// The same session, telling what it finds in another way.
    func telling(_ reporting: Reporting) -> Session {
        var session = self
        session.reporting = reporting
        return session
    }

    /// The same session for another run, which has read nothing yet.
    func renewed() -> Session {
        var session = self
        session.reads = ReadFiles()
        session.start = .now
        return session
    }

    var isQuiet: Bool { reporting.isQuiet }
    var isVerbose: Bool { reporting.isVerbose }

    /// The diagnostics as they count in this run: under `--strict` a warning is an error.
    func judged(_ diagnostics: [Diagnostic]) -> [Diagnostic] { reporting.judged(diagnostics) }

    /// Tells everything that a run found. Once in a run: as JSON it is one array.
    func report(_ diagnostics: [Diagnostic]) {
        let text = reporting.text(diagnostics, color: mayColor && errors.isTerminal)
        if !text.isEmpty { errors.write(text) }
    }

    /// Tells what is being done while it goes on, on a terminal, where it takes its time.
    func during<Result, Failure>(
        _ stage: String, _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        progress?.begin(stage)
        defer { progress?.end() }
        return try work()
    }

    func report(_ error: InvocationError) {
        let command = error.command.map { " \($0)" } ?? ""
        errors.write(
            "error: \(VisibleText.of(error.message))\nRun `quill help\(command)` to see what is possible.\n")
    }
}

extension Duration {
    var milliseconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds) * 1e3 + Double(attoseconds) / 1e15
    }

    var wholeMilliseconds: Int { Int(milliseconds.rounded()) }
}
