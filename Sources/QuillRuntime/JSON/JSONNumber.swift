/// Numbers and their text.
nonisolated enum JSONNumber {
    enum Integer {
        case value(Int64)
        case fraction
        case overflow
    }

    /// The integer that a number (in JSON's grammar) stands for exactly: `12`, `12.0`, `1.2e1`.
    /// - Parameter isPlain: Whether there is neither fraction nor exponent.
    @inline(__always) static func integer(_ text: UnsafeBufferPointer<UInt8>, isPlain: Bool) -> Integer {
        guard isPlain, text.count <= 18, let base = text.baseAddress else { return integerSlowly(text) }
        var position = 0
        let isNegative = base[0] == UInt8(ascii: "-")
        if isNegative { position = 1 }
        var value: Int64 = 0
        while position < text.count {
            value = value &* 10 &+ Int64(truncatingIfNeeded: base[position] &- 0x30)
            position &+= 1
        }
        return .value(isNegative ? 0 &- value : value)
    }

    @inline(never) private static func integerSlowly(_ text: UnsafeBufferPointer<UInt8>) -> Integer {
        var digits: [UInt8] = []
        var exponent = 0
        var isNegative = false
        var isFraction = false
        scan: for (position, byte) in text.enumerated() {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): isFraction = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                // An exponent beyond all digits there could be acts like any other such.
                let written = String(decoding: text[(position + 1)...], as: UTF8.self)
                exponent += Int(written) ?? (written.first == "-" ? -1 << 40 : 1 << 40)
                break scan
            default:
                if isFraction { exponent -= 1 }
                if !digits.isEmpty || byte != 0x30 { digits.append(byte) }
            }
        }
        while exponent < 0, digits.last == 0x30 {
            digits.removeLast()
            exponent += 1
        }
        if digits.isEmpty { return .value(0) }
        if exponent < 0 { return .fraction }
        if digits.count + exponent > 19 { return .overflow }
        digits += Array(repeating: 0x30, count: exponent)
        let whole = String(decoding: digits, as: UTF8.self)
        return Int64(isNegative ? "-" + whole : whole).map(Integer.value) ?? .overflow
    }

    /// The double nearest to a number in JSON's grammar; infinite when it is too large.
    ///
    /// With at most 53 bits of digits and a power of ten up to 22 both are exact doubles, so that one operation rounds
    /// correctly (Clinger 1990). Swift's own reading does the rest.
    @inline(__always) static func double(_ text: UnsafeBufferPointer<UInt8>) -> Double {
        guard text.count <= 19, let base = text.baseAddress else { return doubleSlowly(text) }
        var position = 0
        if base[0] == UInt8(ascii: "-") { position = 1 }
        var digits: UInt64 = 0
        var places = 0
        var isFraction = false
        while position < text.count {
            let digit = base[position] &- 0x30
            if digit < 10 {
                digits = digits &* 10 &+ UInt64(truncatingIfNeeded: digit)
                if isFraction { places &+= 1 }
            } else if base[position] == UInt8(ascii: ".") {
                isFraction = true
            } else {
                return doubleSlowly(text)
            }
            position &+= 1
        }
        guard digits <= 1 << 53 else { return doubleSlowly(text) }
        let value = Double(digits) / power(places)
        return base[0] == UInt8(ascii: "-") ? -value : value
    }

    @inline(never) private static func doubleSlowly(_ text: UnsafeBufferPointer<UInt8>) -> Double {
        Double(String(decoding: text, as: UTF8.self)) ?? .infinity
    }

    /// An exact power of ten, for exponents up to 22.
    @inline(__always) private static func power(_ exponent: Int) -> Double {
        var result = 1.0
        for _ in 0..<exponent { result *= 10 }
        return result
    }

    /// The double that a text in JSON's grammar for numbers stands for; `nil` when it is another text or too large.
    static func double(_ text: String) -> Double? {
        guard let first = text.utf8.first, first == UInt8(ascii: "-") || first &- 0x30 < 10,
            text.utf8.allSatisfy({ $0 &- 0x30 < 10 || "+-.eE".utf8.contains($0) }),
            let value = Double(text), value.isFinite
        else { return nil }
        return value
    }

    /// The shortest text that reads back as the same double: `"1"`, `"0.1"`, `"1e+20"`; `"null"` for what is no number.
    static func text(_ value: Double) -> String {
        // Doubles that are integers and below 2^53 are exact as such; negative zero is not among them.
        if value.magnitude < 0x1p53, value == value.rounded(.towardZero), value != 0 || value.sign == .plus {
            return String(Int64(value))
        }
        return value.isFinite ? value.description : "null"
    }
}
