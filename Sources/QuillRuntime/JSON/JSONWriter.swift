#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Writes a document, member by member:
///
///     json.beginObject()
///     json.required("id", id)
///     json.optional("name", name)
///     json.endObject()
///
/// Every value is followed by a comma; the end of an object or array takes the last one back. So nothing needs to be
/// remembered about what was written before.
public nonisolated struct JSONWriter: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>
    private var count = 0
    private var capacity = 1024
    /// Where goes what has no place in JSON: the files of a multipart body.
    var attachment: AnyObject?

    init() { base = .allocate(capacity: capacity) }

    deinit { base.deallocate() }

    /// The document.
    consuming func finished<Result>(_ result: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if count > 0, base[count - 1] == UInt8(ascii: ",") { count -= 1 }
        return result(UnsafeBufferPointer(start: base, count: count))
    }

    /// Makes room for so many bytes more.
    @inline(__always) private mutating func reserve(_ room: Int) {
        if capacity &- count < room { grow(room) }
    }

    @inline(never) private mutating func grow(_ room: Int) {
        capacity = max(capacity * 2, count + room)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.moveInitialize(from: base, count: count)
        base.deallocate()
        base = larger
    }

    /// Adds a byte for which there is room.
    @inline(__always) private mutating func put(_ byte: UInt8) {
        base[count] = byte
        count &+= 1
    }

    @inline(__always) private mutating func putHalf(_ bytes: UInt32) {
        UnsafeMutableRawPointer(base + count).storeBytes(of: bytes.littleEndian, as: UInt32.self)
        count &+= 4
    }

    // MARK: Structure

    /// Begins an object: `{`.
    public mutating func beginObject() {
        reserve(1)
        put(UInt8(ascii: "{"))
    }

    /// Ends the object that was begun last.
    public mutating func endObject() { end(UInt8(ascii: "}")) }

    /// Begins an array: `[`.
    public mutating func beginArray() {
        reserve(1)
        put(UInt8(ascii: "["))
    }

    /// Ends the array that was begun last.
    public mutating func endArray() { end(UInt8(ascii: "]")) }

    @inline(__always) private mutating func end(_ bracket: UInt8) {
        reserve(2)
        if count > 0, base[count &- 1] == UInt8(ascii: ",") { count &-= 1 }
        put(bracket)
        put(UInt8(ascii: ","))
    }

    /// A member's name, which a value must follow.
    public mutating func key(_ key: StaticString) {
        let count = key.utf8CodeUnitCount
        quote(UnsafeBufferPointer(start: key.utf8Start, count: count), followedBy: UInt8(ascii: ":"))
    }

    /// A member's name, which a value must follow.
    public mutating func key(_ key: String) { quote(key, followedBy: UInt8(ascii: ":")) }

    /// Writes an object with a member before its own: the text that says which schema it is of.
    public mutating func tagged<Value: JSONRepresentable>(
        _ key: StaticString, _ tag: StaticString, _ value: Value
    ) {
        let start = count
        value.write(to: &self)
        // Only an object has room for a member.
        guard count > start + 2, base[start] == UInt8(ascii: "{") else { return }
        let isEmpty = base[start + 1] == UInt8(ascii: "}")
        let end = count
        self.key(key)
        quote(UnsafeBufferPointer(start: tag.utf8Start, count: tag.utf8CodeUnitCount), followedBy: UInt8(ascii: ","))
        let member = Array(UnsafeBufferPointer(start: base + end, count: count - end - (isEmpty ? 1 : 0)))
        count = end + member.count
        UnsafeMutableRawPointer(base + start + 1 + member.count)
            .copyMemory(from: base + start + 1, byteCount: end - start - 1)
        for (offset, byte) in member.enumerated() { base[start + 1 + offset] = byte }
    }

    // MARK: Scalars

    /// `null`.
    public mutating func null() {
        reserve(5)
        putHalf(0x6C6C_756E)
        put(UInt8(ascii: ","))
    }

    /// `true` or `false`.
    public mutating func write(_ value: Bool) {
        reserve(6)
        if value {
            putHalf(0x6575_7274)
        } else {
            put(UInt8(ascii: "f"))
            putHalf(0x6573_6C61)
        }
        put(UInt8(ascii: ","))
    }

    /// A string; what JSON does not allow in one is escaped.
    public mutating func write(_ value: String) { quote(value, followedBy: UInt8(ascii: ",")) }

    /// An integer.
    public mutating func write(_ value: Int64) {
        reserve(21)
        var rest = value.magnitude
        if value < 0 { put(UInt8(ascii: "-")) }
        var length = 1
        var bound: UInt64 = 10
        while rest >= bound {
            length &+= 1
            if length == 20 { break }
            bound &*= 10
        }
        var position = count &+ length
        count = position
        repeat {
            position &-= 1
            base[position] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
        put(UInt8(ascii: ","))
    }

    /// A number in its shortest form; `null` for what JSON has no number for.
    public mutating func write(_ value: Double) {
        if value == value.rounded(.towardZero), value.magnitude < 0x1p53, value != 0 || value.sign == .plus {
            write(Int64(value))
        } else {
            writeVerbatim(JSONNumber.text(value))
        }
    }

    /// Members that are JSON already, each followed by a comma.
    mutating func copy(_ bytes: [UInt8]) {
        reserve(bytes.count)
        for byte in bytes { put(byte) }
    }

    /// A value that is JSON already.
    mutating func writeVerbatim(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            reserve(bytes.count + 1)
            for byte in bytes { put(byte) }
        }
        put(UInt8(ascii: ","))
    }

    /// A string of so many bytes that need no escapes.
    @inline(__always)
    mutating func writePlain(_ length: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Void) {
        reserve(length &+ 3)
        put(UInt8(ascii: "\""))
        fill(base + count)
        count &+= length
        put(UInt8(ascii: "\""))
        put(UInt8(ascii: ","))
    }

    // MARK: Strings

    @inline(__always) private mutating func quote(_ text: String, followedBy separator: UInt8) {
        if text.utf8.withContiguousStorageIfAvailable({ quote($0, followedBy: separator) }) == nil {
            quoteForeign(text, followedBy: separator)
        }
    }

    /// Only strings bridged from Objective-C are not contiguous.
    @inline(never) private mutating func quoteForeign(_ text: String, followedBy separator: UInt8) {
        var text = text
        text.withUTF8 { quote($0, followedBy: separator) }
    }

    /// Copies text in words of eight bytes, as long as nothing in it must be escaped.
    private mutating func quote(_ text: UnsafeBufferPointer<UInt8>, followedBy separator: UInt8) {
        let length = text.count
        reserve(length &+ 16)
        put(UInt8(ascii: "\""))
        if length > 0, let source = text.baseAddress {
            let target = UnsafeMutableRawPointer(base + count)
            var position = 0
            while position &+ 8 <= length {
                let word = JSONBytes.load(source + position)
                if JSONBytes.special(in: word, andNonASCII: false) != 0 {
                    return escape(text, from: position, followedBy: separator)
                }
                target.storeBytes(of: word.littleEndian, toByteOffset: position, as: UInt64.self)
                position &+= 8
            }
            if position < length {
                // The last bytes make a word that blanks fill up; there is room for those to be written.
                let rest = length &- position
                var word: UInt64 = 0x2020_2020_2020_2020 << UInt64(truncatingIfNeeded: rest &* 8)
                if length >= 8 {
                    word |= JSONBytes.load(source + (length &- 8)) >> UInt64(truncatingIfNeeded: (8 &- rest) &* 8)
                } else if rest >= 4 {
                    word |= JSONBytes.loadHalf(source)
                    word |= JSONBytes.loadHalf(source + (rest &- 4)) << UInt64(truncatingIfNeeded: (rest &- 4) &* 8)
                } else {
                    for byte in 0..<rest { word |= UInt64(source[byte]) << UInt64(truncatingIfNeeded: byte &* 8) }
                }
                if JSONBytes.special(in: word, andNonASCII: false) != 0 {
                    return escape(text, from: position, followedBy: separator)
                }
                target.storeBytes(of: word.littleEndian, toByteOffset: position, as: UInt64.self)
            }
            count &+= length
        }
        put(UInt8(ascii: "\""))
        put(separator)
    }

    /// Writes the rest of a string, of which something must be escaped.
    @inline(never)
    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>, from start: Int, followedBy separator: UInt8) {
        count += start
        for byte in text[start...] {
            reserve(8)
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                put(UInt8(ascii: "\\"))
                put(byte)
            case 0x0A:
                put(UInt8(ascii: "\\"))
                put(UInt8(ascii: "n"))
            case 0x0D:
                put(UInt8(ascii: "\\"))
                put(UInt8(ascii: "r"))
            case 0x09:
                put(UInt8(ascii: "\\"))
                put(UInt8(ascii: "t"))
            case 0..<0x20:
                putHalf(0x3030_755C)
                put(0x30 &+ (byte >> 4))
                put(JSONBytes.hexDigit(byte & 15))
            default: put(byte)
            }
        }
        reserve(2)
        put(UInt8(ascii: "\""))
        put(separator)
    }
}
