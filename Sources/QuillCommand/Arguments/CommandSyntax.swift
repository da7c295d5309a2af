/// What can be written behind a command's name. Parsing and help both follow it.
struct CommandSyntax: Sendable {
    let name: String
    /// Half a line, for the list of commands.
    let summary: String
    /// The one operand, if it takes any.
    let operand: Operand?
    /// The one behind it, if it takes two.
    let secondOperand: Operand?
    let options: [CommandOption]
    /// What the help says below the options.
    let remarks: String

    init(
        name: String, summary: String, operand: Operand?, secondOperand: Operand? = nil, options: [CommandOption],
        remarks: String
    ) {
        self.name = name
        self.summary = summary
        self.operand = operand
        self.secondOperand = secondOperand
        self.options = options
        self.remarks = remarks
    }

    /// In their order.
    var operands: [Operand] { [operand, secondOperand].compactMap { $0 } }

    struct Operand: Sendable {
        let placeholder: String
        let meaning: String
    }
}

/// `--check`, or `--output DIR`.
struct CommandOption: Sendable {
    /// Without the dashes.
    let name: String
    /// What stands for the value; nil where there is none.
    let placeholder: String?
    /// The words that the value can be, where it is one of a few.
    let choices: [String]
    let isRepeatable: Bool
    let meaning: String

    static func flag(_ name: String, _ meaning: String) -> CommandOption {
        CommandOption(name: name, placeholder: nil, choices: [], isRepeatable: false, meaning: meaning)
    }

    static func value(
        _ name: String, _ placeholder: String, repeatable: Bool = false, _ meaning: String
    ) -> CommandOption {
        CommandOption(name: name, placeholder: placeholder, choices: [], isRepeatable: repeatable, meaning: meaning)
    }

    /// For ``ParsedArguments/choice(_:_:of:)``.
    static func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String, _ placeholder: String, _: Choice.Type, _ meaning: String
    ) -> CommandOption {
        CommandOption(
            name: name, placeholder: placeholder, choices: Choice.allCases.map(\.rawValue), isRepeatable: false,
            meaning: meaning)
    }

    /// `--output DIR`
    var spelling: String { "--\(name)" + (placeholder.map { " \($0)" } ?? "") }
}
