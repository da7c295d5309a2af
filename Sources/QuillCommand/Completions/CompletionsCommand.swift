import QuillDiagnostics

/// `quill completions SHELL`
struct CompletionsCommand: Command {
    enum Shell: String, CaseIterable {
        case bash, zsh, fish
    }

    static let syntax = CommandSyntax(
        name: "completions", summary: "Print what lets a shell complete quill's commands and options",
        operand: .init(placeholder: "SHELL", meaning: "bash, zsh or fish."), options: [],
        remarks: """
            bash: add `eval "$(quill completions bash)"` to ~/.bashrc.
            zsh: save it as _quill in a folder of $fpath.
            fish: save it as ~/.config/fish/completions/quill.fish.
            """)

    let arguments: ParsedArguments
    let session: Session

    func run() throws -> ExitCode {
        guard let shell = Shell(rawValue: arguments.operand ?? "") else {
            throw InvocationError("name a shell: bash, zsh or fish", command: Self.syntax.name)
        }
        let script = CompletionScript(commands: QuillCommand.commands)
        let text =
            switch shell {
            case .bash: script.bash
            case .zsh: script.zsh
            case .fish: script.fish
            }
        session.output.write(text)
        return .done
    }
}
