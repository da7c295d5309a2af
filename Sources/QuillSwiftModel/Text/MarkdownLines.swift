/// Breaks the long lines of a documentation comment, so that it reads in an editor as if somebody had written it there.
public enum MarkdownLines {
    /// Characters in a line. With `///` and an indentation it stays below the 120 columns of the code around it.
    private static let width = 108

    /// The same Markdown with lines of bounded length; tables, headings and code stay as they are.
    public static func wrapped(_ lines: [String]) -> [String] {
        guard lines.contains(where: { $0.utf8.count > width }) else { return lines }
        var wrapped: [String] = []
        var isFenced = false
        var isInList = false
        for line in lines {
            let indentation = line.prefix { $0 == " " }.count
            let text = line.dropFirst(indentation)
            let marker = markerWidth(text)
            if marker > 0 { isInList = true }
            if isFence(text) { isFenced.toggle() }
            // Four spaces begin code, except where they continue the item of a list.
            let isCode = isFenced || isFence(text) || (indentation >= 4 && !isInList)
            if isCode || text.first == "|" || text.first == "#" || line.count <= width {
                wrapped.append(line)
            } else {
                wrapped += broken(text, indentation: indentation, marker: marker)
            }
        }
        return wrapped
    }

    private static func broken(_ text: Substring, indentation: Int, marker: Int) -> [String] {
        let hanging = String(repeating: " ", count: indentation + marker)
        var lines: [String] = []
        var line = String(repeating: " ", count: indentation) + text.prefix(marker)
        var count = line.count
        var isEmpty = true
        for word in words(text.dropFirst(marker)) {
            let length = word.count
            if !isEmpty, count + 1 + length > width, !opensBlock(word) {
                lines.append(line)
                (line, count, isEmpty) = (hanging, hanging.count, true)
            }
            if !isEmpty {
                line += " "
                count += 1
            }
            line += word
            count += length
            isEmpty = false
        }
        return lines + [line]
    }

    /// What stands between spaces, a code span in one piece.
    private static func words(_ text: Substring) -> [Substring] {
        guard text.contains("`") else { return text.split(separator: " ") }
        var words: [Substring] = []
        var start = text.startIndex
        var isCode = false
        for index in text.indices {
            if text[index] == "`" { isCode.toggle() }
            guard text[index] == " ", !isCode else { continue }
            if start < index { words.append(text[start..<index]) }
            start = text.index(after: index)
        }
        // A backtick without another opens nothing.
        let rest = text[start...]
        return words + (isCode ? rest.split(separator: " ") : rest.isEmpty ? [] : [rest])
    }

    /// The width of `- ` or `1. ` at the start of an item, or zero.
    private static func markerWidth(_ text: Substring) -> Int {
        let digits = text.prefix { $0.isASCII && $0.isNumber }.count
        let rest = text.dropFirst(digits)
        guard let sign = rest.first, rest.dropFirst().first == " " else { return 0 }
        return (digits == 0 ? "-*+" : ".)").contains(sign) ? digits + 2 : 0
    }

    private static func isFence(_ text: Substring) -> Bool { text.hasPrefix("```") || text.hasPrefix("~~~") }

    /// Whether a word would be read as other than text at the start of a line.
    private static func opensBlock(_ word: Substring) -> Bool {
        guard let first = word.first else { return false }
        return "#>|=~".contains(first) || isFence(word) || word.allSatisfy { "-*+_".contains($0) }
            || markerWidth(word + " ") > 0
    }
}
