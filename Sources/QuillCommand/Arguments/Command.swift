/// What quill does behind a word: `quill generate …`.
protocol Command {
    static var syntax: CommandSyntax { get }

    /// - Parameter arguments: what stands behind the word, by the syntax.
    init(arguments: ParsedArguments, session: Session)

    func run() throws -> ExitCode
}
