/// The characters that have a meaning in YAML (YAML 1.2 §5). Zero is the end of the text.
extension UInt8 {
    /// White space, a line end or the end.
    var isBlank: Bool {
        @inline(__always) get {
            self <= 0x20 && (self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0)
        }
    }

    /// LF, CR or the end.
    var isLineEnd: Bool {
        @inline(__always) get { self <= 0x0D && (self == 0x0A || self == 0x0D || self == 0) }
    }

    /// `,[]{}`.
    var isFlowIndicator: Bool {
        @inline(__always) get { self == 0x2C || self & 0xDF == 0x5B || self & 0xDF == 0x5D }
    }

    /// What ends an entry within brackets: `,`, `]` or `}`.
    var isFlowEnd: Bool { self == 0x2C || self & 0xDF == 0x5D }

    /// Letters, digits and hyphens.
    var isWord: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D: true
        default: false
        }
    }

    /// What tags are made of.
    var isURI: Bool {
        if isWord { return true }
        switch self {
        case 0x25, 0x23, 0x3B, 0x2F, 0x3F, 0x3A, 0x40, 0x26, 0x3D, 0x2B, 0x24, 0x2C, 0x5F, 0x2E, 0x21, 0x7E, 0x2A, 0x27,
            0x28, 0x29, 0x5B, 0x5D:
            return true
        default: return false
        }
    }
}

/// What stands at a place. Asked of the bytes, not of the parser, which a debug build would copy for each question.
extension DocumentBytes {
    func isEnd(at index: Int) -> Bool { index >= count }

    /// Whether the byte stands there as an indicator, which has a blank behind it.
    func isIndicator(_ byte: UInt8, at index: Int) -> Bool {
        self[index] == byte && self[index + 1].isBlank
    }

    /// Whether a `:` that separates key and value stands there within brackets, rather than one that begins a plain
    /// scalar. Behind a key that is written as in JSON it needs no space.
    func isFlowColon(at index: Int, afterJSON: Bool) -> Bool {
        self[index] == 0x3A && (afterJSON || self[index + 1].isBlank || self[index + 1].isFlowIndicator)
    }

    /// Whether the line that starts there is `---` or `...`.
    func isMarker(at index: Int) -> Bool {
        let byte = self[index]
        guard byte == 0x2D || byte == 0x2E else { return false }
        return self[index + 1] == byte && self[index + 2] == byte && self[index + 3].isBlank
    }

    /// Whether a document ends there: with the text, or at a marker at the start of the line.
    func isDocumentEnd(at index: Int, line: Int) -> Bool {
        isEnd(at: index) || (index == line && isMarker(at: index))
    }
}
