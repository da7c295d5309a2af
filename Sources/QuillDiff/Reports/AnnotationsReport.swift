import QuillDiagnostics

extension DifferenceReport {
    /// A workflow command of GitHub Actions for every change that is shown, which appears at the line in a pull request:
    ///
    ///     ::error file=api.yaml,line=3,col=5,title=endpoint-removed::An operation was removed
    public var annotations: String {
        var places = ReportPlaces()
        var output = ""
        for change in shown {
            var properties: [String] = []
            // Only the new document is in the pull request.
            if let location = change.new {
                let (line, column) = places.position(of: location)
                properties = ["file=\(Self.property(location.source.path))", "line=\(line)", "col=\(column)"]
            }
            properties.append("title=\(Self.property(change.rule.id))")
            let command =
                switch severity(change) {
                case .breaking: "error"
                case .warning: "warning"
                case .info: "notice"
                }
            let shownPlaces = change.occurrences.prefix(3).map(\.text).filter { !$0.isEmpty }
            let more = change.occurrences.count > 3 ? ["and \(change.occurrences.count - 3) more places"] : []
            let message = ([change.message] + shownPlaces + more + [change.reason]).joined(separator: "\n")
            output += "::\(command) \(properties.joined(separator: ","))::\(Self.data(message))\n"
        }
        return output
    }

    /// Text behind the colons: only the percent sign and line ends mean something there.
    private static func data(_ text: String) -> String { escaped(text, ["%", "\r", "\n"]) }

    /// A value before the colons, where commas and colons mean something too.
    private static func property(_ text: String) -> String { escaped(text, ["%", "\r", "\n", ":", ","]) }

    private static func escaped(_ text: String, _ special: Set<Unicode.Scalar>) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            if special.contains(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                output += "%" + (digits.count == 1 ? "0" : "") + digits
            } else {
                output += VisibleText.of(String(scalar))
            }
        }
        return output
    }
}
