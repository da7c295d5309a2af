struct InspectCommand {
    static let syntax = CommandSyntax(
        name: "inspect", summary: "Show the endpoints, scopes and schemas of a document",
        operand: .init(placeholder: "DOCUMENT", meaning: "The OpenAPI document, in YAML or JSON."),
        options: [], remarks: "")
    init(_ arguments: ParsedArguments, in session: Session) {}
    func run() throws -> ExitCode { .done }
}
