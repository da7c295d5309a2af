/// `quill schema`
struct SchemaCommand: Command {
    static let syntax = CommandSyntax(
        name: "schema", summary: "Print the JSON Schema of quill.json", operand: nil, options: [],
        remarks: """
            Editors complete and check the configuration by it: save it beside quill.json and name it there as
            "$schema".
            """)

    let arguments: ParsedArguments
    let session: Session

    func run() -> ExitCode {
        session.output.write(ConfigurationSchema.text)
        return .done
    }
}
