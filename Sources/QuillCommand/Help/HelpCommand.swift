/// `quill help [COMMAND]`
struct HelpCommand: Command {
    static let syntax = CommandSyntax(
        name: "help", summary: "Explain a command",
        operand: .init(placeholder: "COMMAND", meaning: "The command; without it, all of them are listed."),
        options: [], remarks: "")

    let arguments: ParsedArguments
    let session: Session

    func run() throws -> ExitCode {
        guard let name = arguments.operand else {
            session.output.write(Self.overview)
            return .done
        }
        guard let syntax = QuillCommand.commands.first(where: { $0.name == name }) else {
            throw QuillCommand.unknown(name)
        }
        session.output.write(Self.text(of: syntax))
        return .done
    }

    /// What quill is for, and its commands.
    static var overview: String {
        let commands = QuillCommand.commands.map { ($0.name, $0.summary) }
        let options = [
            ("--help", "Print this; behind a command, explain that command."), ("--version", "Print the version."),
        ]
        return """
            Quill reads an OpenAPI document and writes a Swift client and server for it.

            Usage: quill COMMAND [OPTION…]

            Commands:
            \(listed(commands))
            Options:
            \(listed(options))
            Exit codes: 0 done, 1 the input is at fault, 2 the invocation is.

            """
    }

    /// One command with all its options.
    static func text(of syntax: CommandSyntax) -> String {
        var usage = "Usage: quill \(syntax.name)"
        for operand in syntax.operands { usage += " [\(operand.placeholder)]" }
        if !syntax.options.isEmpty { usage += " [OPTION…]" }
        var text = "\(syntax.summary).\n\n\(usage)\n\n"
        let operands = syntax.operands.map { ($0.placeholder, $0.meaning) }
        let options = syntax.options.map { ($0.spelling + ($0.isRepeatable ? " …" : ""), $0.meaning) }
        text += listed(operands + options + [("--help", "Print this.")])
        if !syntax.remarks.isEmpty { text += "\n" + syntax.remarks + "\n" }
        return text
    }

    /// Two columns, the second one wrapped.
    private static func listed(_ rows: [(String, String)]) -> String {
        let width = (rows.map(\.0.count).max() ?? 0) + 2
        var text = ""
        for (name, meaning) in rows {
            let lines = wrapped(meaning, to: 96 - width)
            for (index, line) in lines.enumerated() {
                let margin = index == 0 ? name : ""
                text += "  " + margin + String(repeating: " ", count: width - margin.count) + line + "\n"
            }
        }
        return text
    }

    private static func wrapped(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
