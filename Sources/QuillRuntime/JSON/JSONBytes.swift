/// Steps that parser, reader and writer share, each over bytes that the caller vouches for.
nonisolated enum JSONBytes {
    /// Eight bytes, the first of them lowest.
    @inline(__always) static func load(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    }

    /// Four bytes, the first of them lowest.
    @inline(__always) static func loadHalf(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(UInt32(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self)))
    }

    /// Marks (with 0x80) the bytes of a word that cannot stand in a string as they are: controls, `"` and `\`; on
    /// demand also what is not ASCII. The lowest mark is exact; above it there may be marks too many.
    @inline(__always) static func special(in word: UInt64, andNonASCII: Bool) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = word ^ (ones &* 0x22)
        let backslashes = word ^ (ones &* 0x5C)
        let controls = (word &- ones &* 0x20) & ~word
        var marks = controls | ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
        if andNonASCII { marks |= word }
        return marks & (ones &* 0x80)
    }

    /// The digit for a value below sixteen: `a` for 10.
    @inline(__always) static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 &+ value : 0x57 &+ value }

    /// Whether so many bytes are the same at both places; either may be the end of readable memory.
    @inline(__always)
    static func areEqual(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, count: Int) -> Bool {
        if count >= 8 {
            var position = 0
            while position &+ 8 <= count {
                if load(left + position) != load(right + position) { return false }
                position &+= 8
            }
            return load(left + (count &- 8)) == load(right + (count &- 8))
        }
        if count >= 4 {
            return loadHalf(left) == loadHalf(right) && loadHalf(left + (count &- 4)) == loadHalf(right + (count &- 4))
        }
        for position in 0..<count where left[position] != right[position] { return false }
        return true
    }

    /// The length of the escape that begins here, a surrogate pair being one; `nil` when there is no such escape. Half
    /// of a pair is refused: it is no character, and no UTF-8 can carry it.
    static func escapeLength(_ bytes: UnsafePointer<UInt8>) -> Int? {
        switch bytes[1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return 2
        case UInt8(ascii: "u"):
            guard let unit = codeUnit(bytes + 2) else { return nil }
            switch unit {
            case 0xD800...0xDBFF:
                guard bytes[6] == UInt8(ascii: "\\"), bytes[7] == UInt8(ascii: "u"), let low = codeUnit(bytes + 8),
                    (0xDC00...0xDFFF).contains(low)
                else { return nil }
                return 12
            case 0xDC00...0xDFFF: return nil
            default: return 6
            }
        default: return nil
        }
    }

    /// The value of four hexadecimal digits.
    static func codeUnit(_ bytes: UnsafePointer<UInt8>) -> UInt32? {
        var unit: UInt32 = 0
        for position in 0..<4 {
            let digit: UInt8
            switch bytes[position] {
            case let byte where byte &- 0x30 < 10: digit = byte &- 0x30
            case let byte where (byte | 0x20) &- 0x61 < 6: digit = (byte | 0x20) &- 0x61 &+ 10
            default: return nil
            }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }

    /// The length of the scalar value that begins here with a byte above 0x7F; `nil` when it is not well-formed UTF-8
    /// (Unicode 15, table 3-7).
    @inline(__always) static func scalarLength(_ bytes: UnsafePointer<UInt8>) -> Int? {
        func continues(_ position: Int) -> Bool { bytes[position] & 0xC0 == 0x80 }
        switch bytes[0] {
        case 0xC2...0xDF: return continues(1) ? 2 : nil
        case 0xE0: return bytes[1] >= 0xA0 && continues(1) && continues(2) ? 3 : nil
        case 0xED: return bytes[1] < 0xA0 && continues(1) && continues(2) ? 3 : nil
        case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : nil
        case 0xF0: return bytes[1] >= 0x90 && continues(1) && continues(2) && continues(3) ? 4 : nil
        case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : nil
        case 0xF4: return bytes[1] < 0x90 && continues(1) && continues(2) && continues(3) ? 4 : nil
        default: return nil
        }
    }

    /// Decodes the escapes of a string that the parser has checked.
    static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        guard let base = bytes.baseAddress else { return [] }
        return [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
            // No escape is shorter than what it stands for.
            var position = 0
            while position < bytes.count {
                if base[position] != UInt8(ascii: "\\") {
                    buffer[count] = base[position]
                    count += 1
                    position += 1
                    continue
                }
                let escaped = base[position + 1]
                var scalar: UInt32
                switch escaped {
                case UInt8(ascii: "b"): scalar = 0x08
                case UInt8(ascii: "f"): scalar = 0x0C
                case UInt8(ascii: "n"): scalar = 0x0A
                case UInt8(ascii: "r"): scalar = 0x0D
                case UInt8(ascii: "t"): scalar = 0x09
                case UInt8(ascii: "u"):
                    scalar = codeUnit(base + position + 2) ?? 0xFFFD
                    if scalar & 0xFC00 == 0xD800 {
                        scalar = 0x10000 + (scalar & 0x3FF) << 10 + ((codeUnit(base + position + 8) ?? 0) & 0x3FF)
                        position += 6
                    }
                    position += 4
                default: scalar = UInt32(escaped)
                }
                position += 2
                for byte in UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}").unsafelyUnwrapped {
                    buffer[count] = byte
                    count += 1
                }
            }
        }
    }
}

/// How values appear in messages.
nonisolated enum JSONText {
    /// A string in quotes, cut short when it is long: `"x"`.
    static func quoted(_ text: String) -> String {
        let short = text.unicodeScalars.prefix(60)
        let isCut = short.endIndex != text.unicodeScalars.endIndex
        return (String(short) + (isCut ? "…" : "")).jsonText()
    }
}
