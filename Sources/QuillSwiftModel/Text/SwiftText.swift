/// The one place where text of a document becomes text of Swift. Nothing that a document contains can end a literal
/// or a comment, or hide from a reader of the output.
public enum SwiftText {
    /// A string literal on one line, quotes included.
    public static func literal(_ text: String) -> String {
        let isPlain = allBytes(of: text) {
            isPlainASCII($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        }
        if isPlain { return "\"\(text)\"" }
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "\t": literal += "\\t"
            // The compiler takes these as they are and not by number.
            case _ where isArabicNoncharacter(scalar): literal.unicodeScalars.append(scalar)
            case _ where isInvisible(scalar): literal += "\\u{\(String(scalar.value, radix: 16))}"
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }

    /// The lines of a documentation comment without their `///`, blank lines at the ends removed.
    public static func commentLines(_ text: String) -> [String] {
        if allBytes(of: text, { isPlainASCII($0) || $0 == UInt8(ascii: "\n") }) { return plainLines(text) }
        var lines: [String] = [""]
        var previousWasReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where previousWasReturn: break
            case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": lines.append("")
            case "\t": lines[lines.count - 1] += "    "
            // Persian and emoji are written with them.
            case "\u{200C}", "\u{200D}": lines[lines.count - 1].unicodeScalars.append(scalar)
            case _ where isInvisible(scalar): lines[lines.count - 1] += "\u{FFFD}"
            default: lines[lines.count - 1].unicodeScalars.append(scalar)
            }
            previousWasReturn = scalar == "\r"
        }
        while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
        return lines.map { trimmingEnd($0[...]) }
    }

    /// The same for text of which only the ends of lines and blanks at them need a look, as most text does.
    private static func plainLines(_ text: String) -> [String] {
        var lines = bytesOfLines(text).map { line in
            var line = line
            while line.last == UInt8(ascii: " ") { line.removeLast() }
            return String(decoding: line, as: UTF8.self)
        }
        let first = lines.firstIndex { !$0.isEmpty } ?? lines.endIndex
        lines.removeFirst(first)
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private static func trimmingEnd(_ line: Substring) -> String {
        var line = line
        while line.last?.isWhitespace == true { line.removeLast() }
        return String(line)
    }

    /// In memory, where a text has its bytes there: every text is looked through, some several times.
    private static func allBytes(of text: String, _ isFine: (UInt8) -> Bool) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isFine) } ?? text.utf8.allSatisfy(isFine)
    }

    /// Whether a byte stands for itself in every context: most text needs no closer look.
    private static func isPlainASCII(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F }

    /// Text that stays as it is in a multi-line raw string literal: the literal's opening and closing delimiters are
    /// chosen so that the text cannot end it. Meant for text whose own syntax escapes control characters (JSON).
    public static func rawDelimiter(for text: String) -> String {
        var longest = 0
        var run = 0
        var afterQuotes = false
        var quotes = 0
        for byte in Array(text.utf8) {
            switch byte {
            case UInt8(ascii: "\""):
                quotes += 1
                run = 0
                afterQuotes = quotes >= 3
            case UInt8(ascii: "#"):
                run += 1
                if afterQuotes { longest = max(longest, run) }
                quotes = 0
            default:
                // `\#` would interpolate or escape in a raw literal of one `#`.
                run = 0
                quotes = 0
                afterQuotes = byte == UInt8(ascii: "\\")
            }
        }
        return String(repeating: "#", count: longest + 1)
    }

    /// A raw string literal of text on one line whose own syntax escapes control characters (JSON):
    /// `#"{"minLength": 1}"#`.
    public static func rawLiteral(_ text: String) -> String {
        guard allBytes(of: text, { isPlainASCII($0) || $0 >= 0x80 }) else { return literal(text) }
        // As many number signs as could follow a quote, or stand behind a backslash, and one more.
        var (longest, run, counts) = (0, 0, false)
        for byte in text.utf8 {
            if byte == UInt8(ascii: "#") {
                run += 1
                if counts { longest = max(longest, run) }
            } else {
                run = 0
                counts = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
            }
        }
        let delimiter = String(repeating: "#", count: longest + 1)
        return "\(delimiter)\"\(text)\"\(delimiter)"
    }

    /// JSON with everything that an editor would hide spelled out. Such characters stand in strings only, where an
    /// escape means the same (RFC 8259 §7).
    public static func visibleJSON(_ text: String) -> String {
        if allBytes(of: text, { isPlainASCII($0) || $0 == UInt8(ascii: "\n") }) { return text }
        var visible = ""
        for scalar in text.unicodeScalars {
            guard isInvisible(scalar), scalar != "\n" else {
                visible.unicodeScalars.append(scalar)
                continue
            }
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16)
                visible += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
        return visible
    }

    /// The lines of text whose line ends are all `\n`.
    public static func lines(_ text: String) -> [String] {
        bytesOfLines(text).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func bytesOfLines(_ text: String) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var rest = Array(text.utf8)[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            lines.append(rest[..<end])
            rest = rest[(end + 1)...]
        }
        return lines + [rest]
    }

    /// Control characters, and the marks that reorder or hide text in an editor.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: return true
        // Which others are assigned depends on the version of Unicode; the output must not.
        default: return scalar.value & 0xFFFE == 0xFFFE || isArabicNoncharacter(scalar) || isBlank(scalar)
        }
    }

    /// The noncharacters that do not end a plane.
    private static func isArabicNoncharacter(_ scalar: Unicode.Scalar) -> Bool {
        (0xFDD0...0xFDEF).contains(scalar.value)
    }

    /// Letters that look like nothing. Not the selectors of a character's form, as in ❤️.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isDefaultIgnorableCodePoint && !(0xFE00...0xFE0F).contains(scalar.value)
    }
}
