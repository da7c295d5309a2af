/// The bytes of a document as the readers see them: any index may be asked for, and past the end stand zeros.
///
/// A pointer, not an array, because its access stays one comparison and one load in debug builds too, where the readers
/// would otherwise be many times slower. The comparison is what keeps every index in bounds. Valid only inside the
/// `withUnsafeBufferPointer` that it was made in.
struct DocumentBytes {
    private let base: UnsafePointer<UInt8>
    let count: Int

    init(_ buffer: UnsafeBufferPointer<UInt8>) {
        // An empty buffer may have no address; it is never read from then.
        base = buffer.baseAddress ?? ("" as StaticString).utf8Start
        count = buffer.count
    }

    /// The byte, or 0 past the end. The text itself has no NUL: ``UTF8Check`` has refused those.
    subscript(index: Int) -> UInt8 {
        @inline(__always) get {
            UInt(bitPattern: index) < UInt(bitPattern: count) ? base[index] : 0
        }
    }

    /// Eight bytes at once; nil where fewer are left.
    @inline(__always)
    func word(at index: Int) -> UInt64? {
        guard index >= 0, index <= count - 8 else { return nil }
        return UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    }

    /// The bytes of the range as far as there are any.
    @inline(__always)
    func buffer(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
        guard start >= 0, start < end, end <= count else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: base + start, count: end - start)
    }

    /// The text of the range.
    @inline(__always)
    func text(_ start: Int, _ end: Int) -> String {
        String(decoding: buffer(start, end), as: UTF8.self)
    }

    /// Whether those bytes stand there.
    func matches(_ expected: StaticString, at index: Int) -> Bool {
        for offset in 0..<expected.utf8CodeUnitCount where self[index + offset] != expected.utf8Start[offset] {
            return false
        }
        return true
    }

    /// The value of the hexadecimal digit there; nil where none is.
    func hexadecimalDigit(at index: Int) -> UInt8? {
        switch self[index] {
        case let byte where 0x30...0x39 ~= byte: byte - 0x30
        case let byte where 0x41...0x46 ~= byte || 0x61...0x66 ~= byte: (byte | 0x20) - 0x57
        default: nil
        }
    }

    /// The Unicode scalar that starts there; nil at the end.
    func scalar(at index: Int) -> Unicode.Scalar? {
        guard index < count else { return nil }
        return String(decoding: buffer(index, min(index + 4, count)), as: UTF8.self).unicodeScalars.first
    }
}
