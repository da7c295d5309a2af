// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

/// One value or member name of a parsed document, in eight bytes.
///
/// A document becomes a flat array of entries in the order of its text, the "tape":
///
///     {"a": [1, true]}   →   object, string a, array, number, true
///
/// A scalar's entry tells where its text is, a container's how many children it has and where the entry after its last
/// one is, so that stepping over a value takes one look. Nothing is decoded until it is read.
nonisolated struct JSONEntry {
    /// Bits 0–2: kind; 3: flag; 4–31: length in bytes, or number of children; 32–63: offset of the text, or end on tape.
    var bits: UInt64

    enum Code {
        static let null: UInt64 = 0
        /// The flag is the value.
        static let bool: UInt64 = 1
        /// The flag tells that there is neither fraction nor exponent.
        static let number: UInt64 = 2
        /// The flag tells that there are escapes.
        static let string: UInt64 = 3
        static let array: UInt64 = 4
        static let object: UInt64 = 5
        /// Stands for what is not in the document; entry 0 of every tape.
        static let missing: UInt64 = 7
    }

    static let flag: UInt64 = 1 << 3
    static let maximumLength = 1 << 28 - 1

    @inline(__always) init(bits: UInt64) { self.bits = bits }

    @inline(__always) init(_ code: UInt64, length: Int = 0, offset: Int = 0) {
        bits = code | UInt64(truncatingIfNeeded: length) << 4 | UInt64(truncatingIfNeeded: offset) << 32
    }

    @inline(__always) var code: UInt64 { bits & 7 }
    @inline(__always) var isFlagged: Bool { bits & JSONEntry.flag != 0 }
    @inline(__always) var isContainer: Bool { bits & 6 == 4 }
    /// The length of the text between the quotes, or the number of elements or members.
    @inline(__always) var length: Int { Int(truncatingIfNeeded: (bits >> 4) & 0xFFF_FFFF) }
    /// Where the text begins, or the entry after the container.
    @inline(__always) var offset: Int { Int(truncatingIfNeeded: bits >> 32) }
}
