/// The one place that writes JSON strings (RFC 8259 §7).
public enum JSONStringLiteral {
    /// Appends the string in quotes: `"line\nbreak"`.
    ///
    /// Beside what JSON requires, escapes DEL and the line and paragraph separators, which break lines in some viewers.
    public static func append(_ string: String, to output: inout [UInt8]) {
        output.append(0x22)
        var string = string
        string.withUTF8 { bytes in
            var copied = 0
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                var length = 1
                var escape: [UInt8]?
                if byte < 0x20 || byte == 0x7F {
                    escape = escapes[byte] ?? unicodeEscape(UInt32(byte))
                } else if byte == 0x22 || byte == 0x5C {
                    escape = [0x5C, byte]
                } else if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
                    bytes[index + 2] & 0xFE == 0xA8
                {
                    escape = unicodeEscape(0x2028 + UInt32(bytes[index + 2] & 1))
                    length = 3
                }
                if let escape {
                    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<index]))
                    output.append(contentsOf: escape)
                    copied = index + length
                }
                index += length
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
        }
        output.append(0x22)
    }

    private static let escapes: [UInt8: [UInt8]] = [
        0x08: Array(#"\b"#.utf8), 0x09: Array(#"\t"#.utf8), 0x0A: Array(#"\n"#.utf8),
        0x0C: Array(#"\f"#.utf8), 0x0D: Array(#"\r"#.utf8),
    ]

    private static func unicodeEscape(_ value: UInt32) -> [UInt8] {
        let digits = String(value, radix: 16)
        return Array((#"\u"# + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
    }
}
