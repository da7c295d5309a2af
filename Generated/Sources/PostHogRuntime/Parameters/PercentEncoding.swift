// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

/// Percent-encoding (RFC 3986 §2.1), the one place where it is done.
public nonisolated enum PercentEncoding: Sendable, Hashable {
    /// Letters, digits and `-._~` stay; everything else is encoded (RFC 6570 §3.2.1).
    case unreserved
    /// The delimiters of RFC 3986 §2.2 and existing escapes stay as well (RFC 6570 §3.2.3).
    case reserved

    /// The text with everything that may not stay encoded as UTF-8: `"a b"` → `"a%20b"`.
    /// - Parameter always: Characters of ASCII that are encoded although they could stay.
    public func encode(_ text: String, always: String = "") -> String {
        let utf8 = text.utf8
        let isExcluded = { (byte: UInt8) in !always.isEmpty && always.utf8.contains(byte) }
        if utf8.allSatisfy({ PercentEncoding.isUnreserved($0) && !isExcluded($0) }) { return text }
        let bytes = Array(utf8)
        var encoded: [UInt8] = []
        encoded.reserveCapacity(bytes.count + bytes.count / 2)
        for (position, byte) in bytes.enumerated() {
            let stays =
                PercentEncoding.isUnreserved(byte)
                || (self == .reserved && staysReserved(byte, at: position, of: bytes))
            if stays, !isExcluded(byte) {
                encoded.append(byte)
            } else {
                encoded.append(UInt8(ascii: "%"))
                encoded.append(PercentEncoding.digit(byte >> 4))
                encoded.append(PercentEncoding.digit(byte & 15))
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    /// The text with its escapes decoded: `"a%20b"` → `"a b"`.
    /// - Parameter plusIsSpace: Whether `+` means a space, as forms have it.
    /// - Returns: `nil` when an escape is broken or what comes out is not UTF-8.
    public static func decode(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(text.utf8.count)
        var rest = text.utf8.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(hexValue), let low = rest.next().flatMap(hexValue) else {
                    return nil
                }
                decoded.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace: decoded.append(UInt8(ascii: " "))
            default: decoded.append(byte)
            }
        }
        // Decoding repairs what is not UTF-8, so only valid bytes come out as they went in.
        let text = String(decoding: decoded, as: UTF8.self)
        return text.utf8.elementsEqual(decoded) ? text : nil
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }

    private func staysReserved(_ byte: UInt8, at position: Int, of bytes: [UInt8]) -> Bool {
        if byte == UInt8(ascii: "%") {
            return bytes[position...].dropFirst().prefix(2).compactMap(PercentEncoding.hexValue).count == 2
        }
        return ":/?#[]@!$&'()*+,;=".utf8.contains(byte)
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x41 - 10 + value }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
