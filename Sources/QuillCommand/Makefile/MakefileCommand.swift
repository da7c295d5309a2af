import QuillEmitter

/// `quill makefile [DOCUMENT] [OPTION…]`
struct MakefileCommand: Command {
    private static let output = CommandOption.value(
        "output", "DIR", "The folder that quill writes to; without it `Generated`.")
    private static let prefix = CommandOption.value(
        "prefix", "NAME", "What variables and targets begin with, for several documents; without it `QUILL`.")

    static let syntax = CommandSyntax(
        name: "makefile", summary: "Print a fragment for a Makefile to include",
        operand: .init(placeholder: "DOCUMENT", meaning: "The OpenAPI document; without it `openapi.yaml`."),
        options: [output, prefix],
        remarks: """
            For example `quill makefile spec/api.yaml > quill.mk`, and `include quill.mk` in the Makefile:
            it then has the targets `generate`, `check` and `diff`. Its variables can be set before that.
            """)

    let arguments: ParsedArguments
    let session: Session

    func run() throws -> ExitCode {
        let document = arguments.operand ?? "openapi.yaml"
        let output = arguments.value(Self.output) ?? "Generated"
        let prefix = arguments.value(Self.prefix) ?? "QUILL"
        guard prefix.utf8.allSatisfy({ isASCIILetterOrDigit($0) || $0 == UInt8(ascii: "_") }) else {
            throw InvocationError(
                "`--prefix \(prefix)` cannot begin a variable: it may have letters, digits and `_`",
                command: Self.syntax.name)
        }
        for path in [document, output] where !isWord(path) {
            throw InvocationError(
                "`\(path)` cannot stand in a Makefile: it has spaces or characters that mean something to Make",
                command: Self.syntax.name)
        }
        let fragment = MakefileFragment(document: document, output: output, prefix: prefix)
        session.output.write(try Emitter(texts: session.texts()).makefile(fragment))
        return .done
    }

    /// Whether a path is one word for Make and for the shell.
    private func isWord(_ path: String) -> Bool {
        path.utf8.allSatisfy { isASCIILetterOrDigit($0) || "/._-+@,".utf8.contains($0) || $0 >= 0x80 }
    }

    private func isASCIILetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
