/// Breaks the long lines of a documentation comment, so that it reads in an editor as if somebody had written it there.
///
/// Works on bytes: all that Markdown goes by is ASCII, and comments are most of the text of an output.
public enum MarkdownLines {
    /// Characters in a line. With `///` and an indentation it stays below the 120 columns of the code around it.
    private static let width = 108

    private typealias Text = ArraySlice<UInt8>

    /// The same Markdown with one blank line where there are several, but in code.
    public static func tightened(_ lines: [String]) -> [String] {
        guard zip(lines, lines.dropFirst()).contains(where: { $0.isEmpty && $1.isEmpty }) else { return lines }
        var tightened: [String] = []
        var isFenced = false
        for line in lines {
            if isFence(Array(line.utf8).drop { $0 == space }) { isFenced.toggle() }
            if isFenced || !line.isEmpty || tightened.last?.isEmpty == false { tightened.append(line) }
        }
        return tightened
    }

    /// The same Markdown with lines of bounded length; tables, headings and code stay as they are.
    public static func wrapped(_ lines: [String]) -> [String] {
        guard lines.contains(where: { $0.utf8.count > width }) else { return lines }
        var wrapped: [String] = []
        var isFenced = false
        var isInList = false
        for line in lines {
            let all = Array(line.utf8)[...]
            let text = all.drop { $0 == space }
            let marker = markerWidth(text)
            if marker > 0 { isInList = true }
            if isFence(text) { isFenced.toggle() }
            // Four spaces begin code, except where they continue the item of a list.
            let isCode = isFenced || isFence(text) || (text.startIndex >= 4 && !isInList)
            if isCode || text.first == UInt8(ascii: "|") || text.first == UInt8(ascii: "#") || length(all) <= width {
                wrapped.append(line)
            } else {
                wrapped += broken(text, indentation: text.startIndex, marker: marker)
            }
        }
        return wrapped
    }

    private static func broken(_ text: Text, indentation: Int, marker: Int) -> [String] {
        let hanging = [UInt8](repeating: space, count: indentation + marker)
        var lines: [String] = []
        var line = hanging.prefix(indentation) + text.prefix(marker)
        var count = indentation + marker
        var isEmpty = true
        for word in words(text.dropFirst(marker)) {
            let length = length(word)
            if !isEmpty, count + 1 + length > width, !opensBlock(word) {
                lines.append(String(decoding: line, as: UTF8.self))
                (line, count, isEmpty) = (hanging[...], indentation + marker, true)
            }
            if !isEmpty {
                line.append(space)
                count += 1
            }
            line += word
            count += length
            isEmpty = false
        }
        return lines + [String(decoding: line, as: UTF8.self)]
    }

    /// What stands between spaces, a code span in one piece.
    private static func words(_ text: Text) -> [Text] {
        var words: [Text] = []
        var start = text.startIndex
        var isCode = false
        for index in text.indices {
            let byte = text[index]
            if byte == UInt8(ascii: "`") { isCode.toggle() }
            guard byte == space, !isCode else { continue }
            if start < index { words.append(text[start..<index]) }
            start = index + 1
        }
        // A backtick without another opens nothing.
        let rest = text[start...]
        return words + (isCode ? rest.split(separator: space) : rest.isEmpty ? [] : [rest])
    }

    /// How many characters there are.
    private static func length(_ text: Text) -> Int {
        text.allSatisfy { $0 < 0x80 } ? text.count : String(decoding: text, as: UTF8.self).count
    }

    /// The width of `- ` or `1. ` at the start of an item, or zero.
    private static func markerWidth(_ text: Text) -> Int {
        guard let width = signWidth(text), text.dropFirst(width).first == space else { return 0 }
        return width + 1
    }

    /// The width of `-` or `1.` at the start; nil where there is none.
    private static func signWidth(_ text: Text) -> Int? {
        let rest = text.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let digits = text.count - rest.count
        guard let sign = rest.first, (digits == 0 ? "-*+" : ".)").utf8.contains(sign) else { return nil }
        return digits + 1
    }

    private static func isFence(_ text: Text) -> Bool { text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8) }

    /// Whether a word would be read as other than text at the start of a line.
    private static func opensBlock(_ word: Text) -> Bool {
        guard let first = word.first else { return false }
        return "#>|=~".utf8.contains(first) || isFence(word) || word.allSatisfy { "-*+_".utf8.contains($0) }
            || signWidth(word) == word.count
    }

    private static let space = UInt8(ascii: " ")
}
