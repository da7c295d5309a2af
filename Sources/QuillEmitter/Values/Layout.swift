import QuillMustache

/// Texts between commas: on one line where it fits the page, else on a line each.
struct Layout {
    let line: String
    /// Whether one line is too narrow for them.
    let isWide: Bool

    /// How wide a line of the output is meant to be at most.
    private static let pageWidth = 120

    /// - Parameter rest: what else stands on the line.
    init(_ texts: [String], beside rest: String) {
        line = texts.joined(separator: ", ")
        // Characters take long to count, and there are no more of them than bytes.
        isWide =
            line.utf8.count + rest.utf8.count > Layout.pageWidth && line.count + rest.count > Layout.pageWidth
    }

    /// The lines that a text takes, broken behind commas.
    ///
    /// - Parameters:
    ///   - column: where it begins.
    ///   - indentation: where further lines begin.
    static func filled(_ text: String, from column: Int, indentation: Int) -> [String] {
        guard column + text.utf8.count > pageWidth, column + text.count > pageWidth else { return [text] }
        var lines: [String] = []
        var line = ""
        for piece in pieces(of: text) {
            let start = lines.isEmpty ? column : indentation
            // Arguments that do not fit begin below what is called.
            let isCall = lines.isEmpty && line.last == "("
            if isCall || start + line.count + piece.count > pageWidth + 1, !line.isEmpty {
                lines.append(line.last == " " ? String(line.dropLast()) : line)
                line = ""
            }
            line += piece
        }
        return lines + [line]
    }

    /// The text cut behind the first `(`, `, ` and `??`, except within literals.
    private static func pieces(of text: String) -> [Substring] {
        var pieces: [Substring] = []
        var start = text.startIndex
        var index = start
        var isQuoted = false
        var isEscaped = false
        while index < text.endIndex {
            let character = text[index]
            let next = text.index(after: index)
            if isQuoted {
                if isEscaped {
                    isEscaped = false
                } else if character == "\"" {
                    isQuoted = false
                } else {
                    isEscaped = character == "\\"
                }
            } else if character == "\"" {
                isQuoted = true
            } else if character == " " && (text[..<index].hasSuffix(",") || text[..<index].hasSuffix("??"))
                || character == "(" && pieces.isEmpty
            {
                pieces.append(text[start..<next])
                start = next
            }
            index = next
        }
        return pieces + [text[start...]]
    }
}
