import QuillDiagnostics

/// Scripts that complete what the commands' syntax allows.
struct CompletionScript {
    let commands: [CommandSyntax]

    /// What the operand of a command, or the value of an option, can be.
    fileprivate enum Values {
        case files
        case words([String])
        case anything
    }

    // MARK: bash

    var bash: String {
        var cases = ""
        for command in commands {
            let valued = command.options.filter { $0.placeholder != nil }
            let files = valued.filter { values(of: $0).areFiles }.map { "--" + $0.name }
            let texts = valued.filter { !values(of: $0).areFiles }
            var branches = ""
            if !files.isEmpty {
                branches +=
                    "                \(files.joined(separator: "|"))) COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n"
            }
            for option in texts {
                let words = values(of: option).words.joined(separator: " ")
                branches +=
                    "                --\(option.name)) COMPREPLY=($(compgen -W \"\(words)\" -- \"$word\")); return ;;\n"
            }
            let operand: String =
                switch values(ofOperandOf: command) {
                case .files: "compgen -f"
                case .words(let words): "compgen -W \"\(words.joined(separator: " "))\""
                case .anything: "compgen -W \"\""
                }
            let options = (command.options.map(\.name) + ["help"]).map { "--" + $0 }.joined(separator: " ")
            cases += "        \(command.name))\n"
            if !branches.isEmpty { cases += "            case \"$previous\" in\n\(branches)            esac\n" }
            cases += """
                            case "$word" in
                                -*) COMPREPLY=($(compgen -W "\(options)" -- "$word")) ;;
                                *) COMPREPLY=($(\(operand) -- "$word")) ;;
                            esac ;;

                """
        }
        let names = commands.map(\.name) + ["--help", "--version"]
        return """
            _quill() {
                local word="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"
                # bash takes --option=value apart.
                if [ "$word" = = ]; then word=; elif [ "$previous" = = ]; then previous="${COMP_WORDS[COMP_CWORD-2]}"; fi
                if [ "$COMP_CWORD" -eq 1 ]; then
                    COMPREPLY=($(compgen -W "\(names.joined(separator: " "))" -- "$word"))
                    return
                fi
                case "${COMP_WORDS[1]}" in
            \(cases)    esac
            }
            complete -o filenames -o bashdefault -F _quill quill

            """
    }

    // MARK: zsh

    var zsh: String {
        let names = commands.map { "        '\($0.name):\(Self.zshText($0.summary))'\n" }.joined()
        var cases = ""
        for command in commands {
            var lines = command.options.map { option -> String in
                let mark = option.isRepeatable ? "*" : ""
                let value = option.placeholder.map { ":\($0):\(Self.zshValues(values(of: option)))" } ?? ""
                let equals = option.placeholder == nil ? "" : "="
                return "'\(mark)--\(option.name)\(equals)[\(Self.zshText(option.meaning))]\(value)'"
            }
            lines.append("'--help[Print what the command does.]'")
            for (number, operand) in command.operands.enumerated() {
                lines.append("'\(number + 1):\(operand.placeholder):\(Self.zshValues(values(ofOperandOf: command)))'")
            }
            let indented = lines.map { "                \($0)" }.joined(separator: " \\\n")
            cases += "        \(command.name))\n            _arguments \\\n\(indented) ;;\n"
        }
        return """
            #compdef quill
            _quill() {
                local -a commands
                commands=(
            \(names)    )
                if (( CURRENT == 2 )); then
                    _describe command commands
                    return
                fi
                shift words
                (( CURRENT-- ))
                case $words[1] in
            \(cases)    esac
            }
            if [ "$funcstack[1]" = _quill ]; then _quill "$@"; else compdef _quill quill; fi

            """
    }

    private static func zshValues(_ values: Values) -> String {
        switch values {
        case .files: "_files"
        case .words(let words): "(\(words.joined(separator: " ")))"
        case .anything: " "
        }
    }

    /// Text between brackets and single quotation marks.
    private static func zshText(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]")
            .replacing(":", with: "\\:").replacing("'", with: "'\\''")
    }

    // MARK: fish

    var fish: String {
        var lines = ["complete -c quill -f"]
        for command in commands {
            lines.append(
                "complete -c quill -n __fish_use_subcommand -a \(command.name) -d '\(Self.fishText(command.summary))'")
        }
        for command in commands {
            let condition = "complete -c quill -n '__fish_seen_subcommand_from \(command.name)'"
            switch values(ofOperandOf: command) {
            case .files: lines.append(condition + " -F")
            case .words(let words): lines.append(condition + " -a '\(words.joined(separator: " "))'")
            case .anything: break
            }
            for option in command.options {
                var line = condition + " -l \(option.name)"
                if option.placeholder != nil {
                    switch values(of: option) {
                    case .files: line += " -r -F"
                    case .words(let words): line += " -x -a '\(words.joined(separator: " "))'"
                    case .anything: line += " -x"
                    }
                }
                lines.append(line + " -d '\(Self.fishText(option.meaning))'")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func fishText(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
    }

    // MARK: Values

    private func values(of option: CommandOption) -> Values {
        if !option.choices.isEmpty { return .words(option.choices) }
        return switch option.placeholder {
        case "FILE", "DIR", "FOLDER": .files
        default: .anything
        }
    }

    private func values(ofOperandOf command: CommandSyntax) -> Values {
        guard command.operand != nil else { return .anything }
        return switch command.name {
        case HelpCommand.syntax.name: .words(commands.map(\.name))
        case ExplainCommand.syntax.name: .words(DiagnosticCode.allCases.map(\.rawValue))
        case CompletionsCommand.syntax.name: .words(CompletionsCommand.Shell.allCases.map(\.rawValue))
        default: .files
        }
    }
}

extension CompletionScript.Values {
    fileprivate var areFiles: Bool { if case .files = self { true } else { false } }
    fileprivate var words: [String] { if case .words(let words) = self { words } else { [] } }
}
