/// Diagnostics as text for people and as JSON for machines.
///
///     api.yaml:3:5: error: the key "get" appears twice [duplicate-key]
///         3 |     get:
///           |     ^
///     api.yaml:2:5: note: it is first given here
///         2 |     get:
///           |     ^
public struct DiagnosticRenderer: Sendable {
    private let color: Bool

    /// - Parameter color: whether to colour with ANSI sequences; for terminals only.
    public init(color: Bool = false) {
        self.color = color
    }

    /// Every diagnostic with its source line, a caret and its notes, each line ended by a line feed.
    ///
    /// Text from the input cannot control the terminal: control characters and marks of direction are spelled out.
    public func text(_ diagnostics: [Diagnostic]) -> String {
        var sources = Sources()
        var output = ""
        for diagnostic in diagnostics {
            append(
                diagnostic.message, diagnostic.severity, code: diagnostic.code, at: diagnostic.location, &sources,
                to: &output)
            for note in diagnostic.notes {
                append(note.message, .note, code: nil, at: note.location, &sources, to: &output)
            }
        }
        return output
    }

    /// A JSON array with an object for every diagnostic: `severity`, `code`, `message`, `file`, `line`, `column` and
    /// `notes`, where each note has `message`, `file`, `line` and `column`. Without a location those three are null.
    public func json(_ diagnostics: [Diagnostic]) -> String {
        var sources = Sources()
        var output: [UInt8] = []
        func member(_ name: String, _ value: String) {
            JSONStringLiteral.append(name, to: &output)
            output.append(contentsOf: ": ".utf8)
            JSONStringLiteral.append(value, to: &output)
            output.append(contentsOf: ", ".utf8)
        }
        func place(_ location: SourceLocation?) {
            guard let location else {
                output.append(contentsOf: #""file": null, "line": null, "column": null"#.utf8)
                return
            }
            let (line, column) = sources.table(of: location.source).position(at: location.offset)
            member("file", location.source.path)
            output.append(contentsOf: "\"line\": \(line), \"column\": \(column)".utf8)
        }
        output.append(contentsOf: "[".utf8)
        for (index, diagnostic) in diagnostics.enumerated() {
            output.append(contentsOf: (index == 0 ? "\n  {" : ",\n  {").utf8)
            member("severity", diagnostic.severity.rawValue)
            member("code", diagnostic.code.rawValue)
            member("message", diagnostic.message)
            place(diagnostic.location)
            output.append(contentsOf: #", "notes": ["#.utf8)
            for (index, note) in diagnostic.notes.enumerated() {
                output.append(contentsOf: (index == 0 ? "{" : ", {").utf8)
                member("message", note.message)
                place(note.location)
                output.append(contentsOf: "}".utf8)
            }
            output.append(contentsOf: "]}".utf8)
        }
        output.append(contentsOf: (diagnostics.isEmpty ? "]\n" : "\n]\n").utf8)
        return String(decoding: output, as: UTF8.self)
    }

    private func append(
        _ message: String, _ severity: Diagnostic.Severity, code: DiagnosticCode?, at location: SourceLocation?,
        _ sources: inout Sources, to output: inout String
    ) {
        if let location {
            let (line, column) = sources.table(of: location.source).position(at: location.offset)
            output += styled("\(VisibleText.of(location.source.path)):\(line):\(column):", .bold) + " "
        }
        output += styled("\(severity.rawValue):", .of(severity)) + " " + styled(VisibleText.of(message), .bold)
        if let code { output += " [\(code)]" }
        output += "\n"
        guard let location else { return }

        let table = sources.table(of: location.source)
        let line = table.position(at: location.offset).line
        let excerpt = SourceExcerpt(location.source.bytes, line: table.bytes(ofLine: line), offset: location.offset)
        let number = String(line)
        let gutter = String(repeating: " ", count: max(0, 5 - number.count)) + number
        output += styled(gutter + " |", .faint) + (excerpt.text.isEmpty ? "" : " " + excerpt.text) + "\n"
        output += styled(String(repeating: " ", count: gutter.count) + " |", .faint)
        output += " " + String(repeating: " ", count: excerpt.caret) + styled("^", .caret) + "\n"
    }

    private func styled(_ text: String, _ style: Style) -> String {
        color ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// The parameters of an ANSI "select graphic rendition" sequence (ECMA-48 §8.3.117).
    private enum Style: String {
        case bold = "1"
        case faint = "2"
        case error = "1;31"
        case warning = "1;35"
        case note = "1;36"
        case caret = "1;32"

        static func of(_ severity: Diagnostic.Severity) -> Style {
            switch severity {
            case .error: .error
            case .warning: .warning
            case .note: .note
            }
        }
    }

    /// The line tables made so far: a faulty document can give thousands of diagnostics.
    struct Sources {
        private var tables: [ObjectIdentifier: LineTable] = [:]

        mutating func table(of source: SourceText) -> LineTable {
            if let table = tables[ObjectIdentifier(source)] { return table }
            let table = LineTable(source)
            tables[ObjectIdentifier(source)] = table
            return table
        }
    }
}
