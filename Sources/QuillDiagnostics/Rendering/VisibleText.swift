/// Text from an input made safe to print: what would move the cursor, change colours or reverse the reading order of a
/// terminal is spelled out, as `\u{1B}`.
package enum VisibleText {
    /// One printed scalar and the columns it takes.
    struct Cell {
        let text: String
        let width: Int
    }

    /// The whole string, made visible.
    package static func of(_ string: String) -> String {
        guard string.unicodeScalars.contains(where: needsEscape) else { return string }
        return string.unicodeScalars.map { cell($0).text }.joined()
    }

    /// The columns that a visible string takes.
    package static func width(of string: String) -> Int {
        string.unicodeScalars.reduce(0) { $0 + width($1) }
    }

    /// A scalar as it is printed. Tabs are the caller's, since their width depends on where they stand.
    static func cell(_ scalar: Unicode.Scalar) -> Cell {
        if needsEscape(scalar) {
            let text = "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            return Cell(text: text, width: text.utf8.count)
        }
        return Cell(text: String(scalar), width: width(scalar))
    }

    private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value >= 0x20 && value < 0x7F { return false }
        if value < 0xA0 { return true }
        switch value {
        case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: return true
        default: return false
        }
    }

    /// Columns of a terminal: none for combining marks, two for East Asian wide characters and emoji (UAX #11).
    private static func width(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF,
            0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
