import QuillDiagnostics

/// One invocation: where it runs, and whom it talks to.
struct Session {
    let workingDirectory: FilePath
    let output: Console
    let errors: Console
    /// What has been read so far.
    let reads = ReadFiles()
    private let mayColor: Bool
    private let start = ContinuousClock.now

    init(workingDirectory: FilePath, output: Console, errors: Console, mayColor: Bool) {
        self.workingDirectory = workingDirectory
        self.output = output
        self.errors = errors
        self.mayColor = mayColor
    }

    var colorsOutput: Bool { mayColor && output.isTerminal }

    /// `41 ms`, counted from the start of the invocation.
    var elapsed: String { "\(start.duration(to: .now).wholeMilliseconds) ms" }

    /// A path for the system, whatever the process's own working directory is.
    func absolute(_ path: FilePath) -> FilePath { workingDirectory.appending(path.text) }

    func report(_ diagnostics: [Diagnostic]) {
        guard !diagnostics.isEmpty else { return }
        errors.write(renderer.text(diagnostics))
    }

    func report(_ error: InvocationError) {
        let command = error.command.map { " \($0)" } ?? ""
        errors.write(
            "error: \(VisibleText.of(error.message))\nRun `quill help\(command)` to see what is possible.\n")
    }

    private var renderer: DiagnosticRenderer { DiagnosticRenderer(color: mayColor && errors.isTerminal) }
}

extension Duration {
    var milliseconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds) * 1e3 + Double(attoseconds) / 1e15
    }

    var wholeMilliseconds: Int { Int(milliseconds.rounded()) }
}
