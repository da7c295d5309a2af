import QuillDiagnostics

/// `quill explain [CODE]`
struct ExplainCommand: Command {
    private static let page = CommandOption.flag("page", "Print all codes as a page of Markdown.")

    static let syntax = CommandSyntax(
        name: "explain", summary: "Say what the code of a diagnostic means and how to mend it",
        operand: .init(
            placeholder: "CODE",
            meaning: "The code, which stands in brackets behind a message; without it, all of them."),
        options: [page], remarks: "")

    let arguments: ParsedArguments
    let session: Session

    func run() throws(InvocationError) -> ExitCode {
        session.output.write(try text())
        return .done
    }

    private func text() throws(InvocationError) -> String {
        if arguments.has(Self.page) { return DiagnosticCode.page }
        guard let name = arguments.operand else {
            var table = Table(["Code", "Meaning"])
            for code in DiagnosticCode.allCases { table.add([code.rawValue, code.meaning]) }
            return table.text(bold: session.colorsOutput)
        }
        guard let code = DiagnosticCode(rawValue: name) else {
            let known = DiagnosticCode.allCases.map(\.rawValue)
            let hint = Spelling.nearest(to: name, among: known).map { "; did you mean `\($0)`?" } ?? ""
            throw InvocationError("there is no code `\(name)`\(hint)", command: Self.syntax.name)
        }
        return "\(code.rawValue): \(code.meaning)\n\(code.remedy)\n"
    }
}
