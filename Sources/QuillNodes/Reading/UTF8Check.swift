import QuillDiagnostics

/// Whether a document is UTF-8, asked once before it is read, so that the readers can take bytes as they are.
enum UTF8Check {
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// - Throws: where the text is too large, is UTF-16 or UTF-32, or where the first byte stands that is not UTF-8.
    static func check(_ source: SourceText, limits: ReadingLimits) throws(DiagnosticsError) {
        guard source.bytes.count <= limits.bytes else {
            throw DiagnosticsError([
                .error(
                    .documentTooLarge, "the document has \(source.bytes.count) bytes, the limit is \(limits.bytes)",
                    at: SourceLocation(source, offset: 0))
            ])
        }
        guard let offset = source.bytes.withUnsafeBufferPointer({ firstFault(DocumentBytes($0)) }) else { return }
        let start = source.bytes.prefix(4)
        let wide =
            start.starts(with: [0xFE, 0xFF]) || start.starts(with: [0xFF, 0xFE])
            || (start.count > 1 && start.contains(0))
        if source.bytes[offset] == 0 && !wide {
            throw DiagnosticsError([
                .error(
                    .controlCharacter, "the text contains a NUL character",
                    at: SourceLocation(source, offset: offset))
            ])
        }
        throw DiagnosticsError([
            .error(
                .invalidUTF8,
                wide
                    ? "the text is UTF-16 or UTF-32, expected UTF-8"
                    : "the byte \(hexadecimal(source.bytes[offset])) is not valid UTF-8 here",
                at: SourceLocation(source, offset: wide ? 0 : offset), notes: [.init("save the document as UTF-8")])
        ])
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }

    /// The first byte of the first sequence that is not well formed (Unicode 15, table 3-7), or of a NUL, which neither
    /// notation admits and which the readers take for the end.
    private static func firstFault(_ bytes: DocumentBytes) -> Int? {
        let count = bytes.count
        var index = 0
        while index < count {
            // Eight ASCII bytes at a time: a word has a zero byte exactly if this difference sets a high bit.
            while let word = bytes.word(at: index) {
                let highBits: UInt64 = 0x8080_8080_8080_8080
                guard (word | ((word &- 0x0101_0101_0101_0101) & ~word)) & highBits == 0 else { break }
                index += 8
            }
            guard index < count else { return nil }
            let byte = bytes[index]
            if byte < 0x80 {
                if byte == 0 { return index }
                index += 1
                continue
            }
            func continues(_ distance: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
                range.contains(bytes[index + distance])
            }
            switch byte {
            case 0xC2...0xDF where continues(1): index += 2
            case 0xE0 where continues(1, 0xA0...0xBF) && continues(2): index += 3
            case 0xED where continues(1, 0x80...0x9F) && continues(2): index += 3
            case 0xE1...0xEF where byte != 0xED && continues(1) && continues(2): index += 3
            case 0xF0 where continues(1, 0x90...0xBF) && continues(2) && continues(3): index += 4
            case 0xF1...0xF3 where continues(1) && continues(2) && continues(3): index += 4
            case 0xF4 where continues(1, 0x80...0x8F) && continues(2) && continues(3): index += 4
            default: return index
            }
        }
        return nil
    }
}
