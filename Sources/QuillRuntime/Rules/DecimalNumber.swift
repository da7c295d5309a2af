/// A number as it is written in JSON, exactly: `0.01` and `123456789012345678901234567890` are what they say.
nonisolated struct DecimalNumber: Sendable {
    private let isNegative: Bool
    /// Without zeros at either end; empty for zero.
    private let digits: [UInt8]
    /// The power of ten that the last digit counts.
    private let exponent: Int
    /// The value where it is an integer of 64 bits.
    let integer: Int64?

    /// - Parameter text: a number in JSON's grammar.
    init(_ text: some Sequence<UInt8>) {
        var (digits, exponent, isNegative, isFraction) = ([UInt8](), 0, false, false)
        var power: [UInt8]?
        for byte in text {
            switch byte {
            case _ where power != nil: power?.append(byte)
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): isFraction = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"): power = []
            default:
                if isFraction { exponent -= 1 }
                if !digits.isEmpty || byte != 0x30 { digits.append(byte &- 0x30) }
            }
        }
        if let power {
            let written = String(decoding: power, as: UTF8.self)
            // An exponent beyond all digits there could be acts like any other such.
            exponent += Int(written).map { max(min($0, 1 << 40), -1 << 40) } ?? (power.first == 0x2D ? -1 : 1) << 40
        }
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
        self.isNegative = isNegative && !digits.isEmpty
        self.digits = digits
        self.exponent = digits.isEmpty ? 0 : exponent
        integer = DecimalNumber.integer(digits, exponent, isNegative: isNegative)
    }

    private static func integer(_ digits: [UInt8], _ exponent: Int, isNegative: Bool) -> Int64? {
        if digits.isEmpty { return 0 }
        guard exponent >= 0, digits.count + exponent <= 19 else { return nil }
        var value: Int64 = 0
        for digit in digits + Array(repeating: 0, count: exponent) {
            let (product, isOver) = value.multipliedReportingOverflow(by: 10)
            let (sum, isPast) = product.subtractingReportingOverflow(Int64(digit))
            if isOver || isPast { return nil }
            value = sum
        }
        if isNegative { return value }
        return value == Int64.min ? nil : -value
    }

    static func < (left: Self, right: Self) -> Bool {
        if let one = left.integer, let other = right.integer { return one < other }
        if left.isNegative != right.isNegative { return left.isNegative }
        let (smaller, larger) = left.isNegative ? (right, left) : (left, right)
        if smaller.digits.isEmpty || larger.digits.isEmpty { return smaller.digits.isEmpty && !larger.digits.isEmpty }
        let (one, other) = (smaller.digits.count + smaller.exponent, larger.digits.count + larger.exponent)
        return one == other ? smaller.digits.lexicographicallyPrecedes(larger.digits) : one < other
    }

    /// Whether this is a whole number of steps. A step of more than eighteen digits divides everything.
    func isMultiple(of step: DecimalNumber) -> Bool {
        if digits.isEmpty { return true }
        guard !step.digits.isEmpty, step.digits.count <= 18 else { return true }
        // All multiples of the step end in so many zeros, and this number does not.
        guard exponent >= step.exponent else { return false }
        let divisor = step.digits.reduce(0 as UInt64) { $0 * 10 + UInt64($1) }
        func product(_ one: UInt64, _ other: UInt64) -> UInt64 {
            divisor.dividingFullWidth(one.multipliedFullWidth(by: other)).remainder
        }
        var remainder = digits.reduce(0 as UInt64) { ($0 * 10 + UInt64($1)) % divisor }
        // Times ten to the difference of the exponents, by squaring.
        var (power, left) = (10 % divisor, exponent - step.exponent)
        while left > 0 {
            if left & 1 == 1 { remainder = product(remainder, power) }
            power = product(power, power)
            left >>= 1
        }
        return remainder == 0
    }
}
