extension DiagnosticRenderer {
    /// A workflow command of GitHub Actions for every diagnostic, each on a line of its own, notes in the message.
    public func annotations(_ diagnostics: [Diagnostic]) -> String {
        var sources = Sources()
        return diagnostics.map { diagnostic in
            let place = diagnostic.location.map { location in
                let (line, column) = sources.table(of: location.source).position(at: location.offset)
                return (file: location.source.path, line: line, column: column)
            }
            let level: WorkflowCommand.Level =
                switch diagnostic.severity {
                case .error: .error
                case .warning: .warning
                case .note: .notice
                }
            return WorkflowCommand(
                level, at: place, title: diagnostic.code.rawValue,
                message: [diagnostic.message] + diagnostic.notes.map(\.message)
            ).text
        }.joined()
    }
}
