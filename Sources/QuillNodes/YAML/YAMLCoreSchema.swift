/// What scalars without quotes mean in the core schema (YAML 1.2 §10.3.2).
enum YAMLCoreSchema {
    enum Meaning {
        case null
        case bool(Bool)
        case integer(NumberText)
        case float(NumberText)
        /// `.inf` and `.nan`: numbers for YAML, but not for JSON, nor then for ``Node``.
        case notFinite
        /// An integer in octal or hexadecimal digits beyond 64 bits.
        case tooLarge
        case string
    }

    /// - Parameters:
    ///   - start: the scalar's first byte.
    ///   - end: the byte behind its last.
    static func meaning(of bytes: DocumentBytes, _ start: Int, _ end: Int) -> Meaning {
        if start >= end { return .null }
        switch bytes[start] {
        case 0x7E: return end - start == 1 ? .null : .string
        case 0x6E, 0x4E: return isOne(of: "null", "Null", "NULL", bytes, start, end) ? .null : .string
        case 0x74, 0x54: return isOne(of: "true", "True", "TRUE", bytes, start, end) ? .bool(true) : .string
        case 0x66, 0x46: return isOne(of: "false", "False", "FALSE", bytes, start, end) ? .bool(false) : .string
        case 0x2B, 0x2D, 0x2E, 0x30...0x39: return number(bytes, start, end)
        default: return .string
        }
    }

    private static func isOne(
        of first: StaticString, _ second: StaticString, _ third: StaticString, _ bytes: DocumentBytes, _ start: Int,
        _ end: Int
    ) -> Bool {
        end - start == first.utf8CodeUnitCount
            && (bytes.matches(first, at: start) || bytes.matches(second, at: start) || bytes.matches(third, at: start))
    }

    private static func number(_ bytes: DocumentBytes, _ start: Int, _ end: Int) -> Meaning {
        if bytes[start] == 0x30, end - start > 2 {
            if bytes[start + 1] == 0x6F { return whole(bytes.text(start + 2, end), radix: 8) }
            if bytes[start + 1] == 0x78 { return whole(bytes.text(start + 2, end), radix: 16) }
        }
        var index = start
        let isSigned = bytes[start] == 0x2B || bytes[start] == 0x2D
        if isSigned { index += 1 }
        if isOne(of: ".inf", ".Inf", ".INF", bytes, index, end) { return .notFinite }
        if !isSigned, isOne(of: ".nan", ".NaN", ".NAN", bytes, index, end) { return .notFinite }

        func skipDigits() { while index < end, bytes[index] &- 0x30 < 10 { index += 1 } }
        let whole = index
        skipDigits()
        let wholeEnd = index
        var fraction = index
        if index < end, bytes[index] == 0x2E {
            index += 1
            fraction = index
            skipDigits()
        }
        let fractionEnd = index
        guard wholeEnd > whole || fractionEnd > fraction else { return .string }
        if index < end, bytes[index] | 0x20 == 0x65 {
            index += 1
            if index < end, bytes[index] == 0x2B || bytes[index] == 0x2D { index += 1 }
            let exponent = index
            skipDigits()
            guard index > exponent else { return .string }
        }
        guard index == end else { return .string }

        // As written where JSON writes it so, too; else without plus sign and leading zeros, and with a digit on either
        // side of the point.
        let isFloat = end > wholeEnd
        let hasPoint = isFloat && bytes[wholeEnd] == 0x2E
        let isJSON =
            bytes[start] != 0x2B && wholeEnd > whole && (bytes[whole] != 0x30 || wholeEnd - whole == 1)
            && (!hasPoint || fractionEnd > fraction)
        var text: String
        if isJSON {
            text = bytes.text(start, end)
        } else {
            var digits = whole
            while digits < wholeEnd - 1, bytes[digits] == 0x30 { digits += 1 }
            text = bytes[start] == 0x2D ? "-" : ""
            text += wholeEnd > whole ? bytes.text(digits, wholeEnd) : "0"
            if fractionEnd > fraction { text += "." + bytes.text(fraction, fractionEnd) }
            text += bytes.text(fractionEnd, end)
        }
        return isFloat ? .float(NumberText(text)) : .integer(NumberText(text))
    }

    private static func whole(_ digits: String, radix: Int) -> Meaning {
        let isNumber = digits.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x37: true
            case 0x38...0x39, 0x41...0x46, 0x61...0x66: radix == 16
            default: false
            }
        }
        guard isNumber else { return .string }
        return UInt64(digits, radix: radix).map { .integer(NumberText(String($0))) } ?? .tooLarge
    }
}
