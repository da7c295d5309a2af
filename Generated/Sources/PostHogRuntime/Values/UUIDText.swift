// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// UUIDs as text, eight digits at a time: `497f6eca-6276-4993-bfeb-53cbbbba6f08`.
nonisolated enum UUIDText {
    @inline(__always) static func uuid(_ text: UnsafeBufferPointer<UInt8>) -> UUID? {
        guard text.count == 36, let base = text.baseAddress,
            base[8] == UInt8(ascii: "-"), base[13] == UInt8(ascii: "-"), base[18] == UInt8(ascii: "-"),
            base[23] == UInt8(ascii: "-"),
            let a = value(JSONBytes.load(base)),
            let b = value(JSONBytes.loadHalf(base + 9) | JSONBytes.loadHalf(base + 14) << 32),
            let c = value(JSONBytes.loadHalf(base + 19) | JSONBytes.loadHalf(base + 24) << 32),
            let d = value(JSONBytes.load(base + 28))
        else { return nil }
        func byte(_ word: UInt64, _ position: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: word >> (position * 16)) }
        return UUID(
            uuid: (
                byte(a, 0), byte(a, 1), byte(a, 2), byte(a, 3), byte(b, 0), byte(b, 1), byte(b, 2), byte(b, 3),
                byte(c, 0), byte(c, 1), byte(c, 2), byte(c, 3), byte(d, 0), byte(d, 1), byte(d, 2), byte(d, 3)
            ))
    }

    /// The values of eight hexadecimal digits, as pairs in every other byte; `nil` when one is no digit.
    @inline(__always) private static func value(_ digits: UInt64) -> UInt64? {
        let ones: UInt64 = 0x0101_0101_0101_0101
        // A digit's high half is 3, a letter's 4 or 6; a letter's low half is 1 to 6 and stands for nine more.
        let letters = (digits >> 6) & ones
        let values = (digits & (ones &* 0x0F)) &+ letters &* 9
        let halves = (digits & (ones &* 0xF0)) | (letters &* 0x20)
        let isWellFormed =
            halves == ones &* 0x30 &+ letters &* 0x30
            && ((values &+ ones &* 6) >> 4) & ones == letters
            && values & (ones &* 0xF0) == 0
        return isWellFormed ? (values << 4) | (values >> 8) : nil
    }

    /// Writes the 36 bytes of a UUID.
    @inline(__always) static func write(_ value: UUID, to target: UnsafeMutablePointer<UInt8>) {
        withUnsafeBytes(of: value.uuid) { bytes in
            var position = 0
            for index in 0..<16 {
                if index == 4 || index == 6 || index == 8 || index == 10 {
                    target[position] = UInt8(ascii: "-")
                    position &+= 1
                }
                let byte = bytes[index]
                target[position] = JSONBytes.hexDigit(byte >> 4)
                target[position &+ 1] = JSONBytes.hexDigit(byte & 15)
                position &+= 2
            }
        }
    }
}
