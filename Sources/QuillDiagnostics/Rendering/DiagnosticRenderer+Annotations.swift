extension DiagnosticRenderer {
    /// A workflow command of GitHub Actions for every diagnostic, each on a line of its own, notes in the message:
    ///
    ///     ::error file=api.yaml,line=3,col=5,title=duplicate-key::the key "get" appears twice%0Aremove one of them
    public func annotations(_ diagnostics: [Diagnostic]) -> String {
        var sources = Sources()
        var output = ""
        for diagnostic in diagnostics {
            var properties: [String] = []
            if let location = diagnostic.location {
                let (line, column) = sources.table(of: location.source).position(at: location.offset)
                properties = ["file=\(Self.property(location.source.path))", "line=\(line)", "col=\(column)"]
            }
            properties.append("title=\(Self.property(diagnostic.code.rawValue))")
            let command =
                switch diagnostic.severity {
                case .error: "error"
                case .warning: "warning"
                case .note: "notice"
                }
            let message = ([diagnostic.message] + diagnostic.notes.map(\.message)).joined(separator: "\n")
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
                output += VisibleText.cell(scalar).text
            }
        }
        return output
    }
}
