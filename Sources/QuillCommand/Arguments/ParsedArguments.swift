import QuillDiagnostics

/// The arguments of a command, told apart.
///
/// Values stand behind their option, as in `--name Pets`, or in it, as in `--name=Pets`. Behind `--` nothing is an
/// option.
struct ParsedArguments {
    let operands: [String]
    /// All of them, a line each.
    let text: String
    private let values: [String: [String]]

    /// - Throws: where an option is unknown, has no value, or one too many, and where there are too many operands.
    init(_ arguments: [String], syntax: CommandSyntax) throws(InvocationError) {
        var operands: [String] = []
        var values: [String: [String]] = [:]
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--" {
                operands += rest
                break
            }
            guard argument.hasPrefix("-"), argument != "-" else {
                operands.append(argument)
                continue
            }
            let equals = argument.firstIndex(of: "=")
            let spelling = String(argument[..<(equals ?? argument.endIndex)])
            guard let option = syntax.options.first(where: { "--" + $0.name == spelling }) else {
                throw Self.unknown(spelling, syntax)
            }
            var value = equals.map { String(argument[argument.index(after: $0)...]) }
            if option.placeholder == nil {
                if value != nil { throw InvocationError("`\(spelling)` takes no value", command: syntax.name) }
            } else if value == nil, let next = rest.first, !next.hasPrefix("-") || next == "-" {
                value = next
                rest.removeFirst()
            }
            if option.placeholder != nil, (value ?? "").isEmpty {
                throw InvocationError(
                    "`\(spelling)` needs a value: `\(option.spelling)`", command: syntax.name)
            }
            if values[option.name] != nil, !option.isRepeatable, option.placeholder != nil {
                throw InvocationError("`\(spelling)` is given twice", command: syntax.name)
            }
            values[option.name, default: []].append(value ?? "")
        }
        if let extra = operands.dropFirst(syntax.operands.count).first {
            throw InvocationError("unexpected argument `\(extra)`", command: syntax.name)
        }
        self.operands = operands
        text = arguments.joined(separator: "\n")
        self.values = values
    }

    /// The first operand; nil where there is none.
    var operand: String? { operands.first }

    /// Whether the option is there.
    func has(_ option: CommandOption) -> Bool { values[option.name] != nil }

    /// The option's value; nil where it is not there.
    func value(_ option: CommandOption) -> String? { values[option.name]?.last }

    /// All values of an option that can be repeated.
    func values(_ option: CommandOption) -> [String] { values[option.name] ?? [] }

    /// The option's value, one of a few words; nil where it is not there.
    ///
    /// - Throws: where it is another word.
    func choice<Choice>(
        _ option: CommandOption, _: Choice.Type, of syntax: CommandSyntax
    ) throws(InvocationError) -> Choice? where Choice: RawRepresentable<String> & CaseIterable {
        guard let word = value(option) else { return nil }
        if let choice = Choice(rawValue: word) { return choice }
        let known = Choice.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        throw InvocationError("`--\(option.name) \(word)` is none of \(known)", command: syntax.name)
    }

    private static func unknown(_ spelling: String, _ syntax: CommandSyntax) -> InvocationError {
        let known = syntax.options.map { "--" + $0.name } + ["--help"]
        let hint = Spelling.nearest(to: spelling, among: known).map { "; did you mean `\($0)`?" } ?? ""
        return InvocationError("unknown option `\(spelling)` of `quill \(syntax.name)`\(hint)", command: syntax.name)
    }
}
