/// A command of a GitHub workflow that shows a message at a line in a pull request.
///
///     ::error file=api.yaml,line=3,col=5,title=duplicate-key::the key "get" appears twice%0Aremove one of them
public struct WorkflowCommand {
    /// How the message is shown.
    public enum Level: String {
        case error, warning, notice
    }

    /// The command with the line end behind it.
    public let text: String

    /// - Parameters:
    ///   - place: the file, and where in it.
    ///   - message: line by line.
    public init(
        _ level: Level, at place: (file: String, line: Int, column: Int)?, title: String, message: [String]
    ) {
        var properties: [String] = []
        if let place {
            properties = ["file=\(Self.property(place.file))", "line=\(place.line)", "col=\(place.column)"]
        }
        properties.append("title=\(Self.property(title))")
        let data = Self.escaped(message.joined(separator: "\n"), ["%", "\r", "\n"])
        text = "::\(level.rawValue) \(properties.joined(separator: ","))::\(data)\n"
    }

    /// A value before the colons, where commas and colons mean something beside the percent sign and line ends.
    private static func property(_ text: String) -> String { escaped(text, ["%", "\r", "\n", ":", ","]) }

    private static func escaped(_ text: String, _ special: Set<Unicode.Scalar>) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            if special.contains(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                output += "%" + (digits.count == 1 ? "0" : "") + digits
            } else {
                output += VisibleText.cell(scalar).text
            }
        }
        return output
    }
}
