import QuillDiagnostics

extension DifferenceReport {
    /// A workflow command of GitHub Actions for every change that is shown, which appears at the line in a pull request.
    public var annotations: String {
        var places = ReportPlaces()
        return shown.map { change in
            // Only the new document is in the pull request.
            let place = change.new.map { location in
                let (line, column) = places.position(of: location)
                return (file: location.source.path, line: line, column: column)
            }
            let level: WorkflowCommand.Level =
                switch severity(change) {
                case .breaking: .error
                case .warning: .warning
                case .info: .notice
                }
            let shownPlaces = change.occurrences.prefix(3).map(\.text).filter { !$0.isEmpty }
            let more = change.occurrences.count > 3 ? ["and \(change.occurrences.count - 3) more places"] : []
            return WorkflowCommand(
                level, at: place, title: change.rule.id,
                message: [change.message] + shownPlaces + more + [change.reason]
            ).text
        }.joined()
    }
}
