import QuillDiagnostics

extension JSONReader {
    /// The string at its opening quote.
    mutating func string() throws(DiagnosticsError) -> String {
        let start = position
        position += 1
        var end = position
        while bytes[end] >= 0x20, bytes[end] != 0x22, bytes[end] != 0x5C { end += 1 }
        if bytes[end] == 0x22 {
            let text = bytes.text(position, end)
            position = end + 1
            return text
        }

        var text = Array(bytes.buffer(position, end))
        position = end
        while true {
            switch bytes[position] {
            case 0x22:
                position += 1
                return String(decoding: text, as: UTF8.self)
            case 0x5C:
                try escape(into: &text)
            case 0..<0x20:
                throw interrupted(start)
            default:
                end = position
                while bytes[end] >= 0x20, bytes[end] != 0x22, bytes[end] != 0x5C { end += 1 }
                text.append(contentsOf: bytes.buffer(position, end))
                position = end
            }
        }
    }

    private mutating func escape(into text: inout [UInt8]) throws(DiagnosticsError) {
        let start = position
        position += 2
        switch bytes[start + 1] {
        case 0x22: text.append(0x22)
        case 0x5C: text.append(0x5C)
        case 0x2F: text.append(0x2F)
        case 0x62: text.append(0x08)
        case 0x66: text.append(0x0C)
        case 0x6E: text.append(0x0A)
        case 0x72: text.append(0x0D)
        case 0x74: text.append(0x09)
        case 0x75:
            let unit = try codeUnit(start)
            var scalar = unit
            if 0xD800...0xDBFF ~= unit, bytes[position] == 0x5C, bytes[position + 1] == 0x75 {
                position += 2
                let low = try codeUnit(position - 2)
                guard 0xDC00...0xDFFF ~= low else { throw loneSurrogate(start) }
                scalar = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(scalar) else { throw loneSurrogate(start) }
            text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        default:
            position = start + 1
            throw fault(.invalidEscape, "\\ before \(found) is no escape of JSON", at: start)
        }
    }

    /// The four digits of `\u`, and the position after them.
    private mutating func codeUnit(_ start: Int) throws(DiagnosticsError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = bytes.hexadecimalDigit(at: position) else {
                throw fault(.invalidEscape, "\\u needs four hexadecimal digits", at: start)
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }

    private func loneSurrogate(_ start: Int) -> DiagnosticsError {
        fault(.loneSurrogate, "this escape is one half of a surrogate pair, which is no character", at: start)
    }

    private func interrupted(_ start: Int) -> DiagnosticsError {
        if position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D {
            return fault(.controlCharacter, "\(found) cannot stand in a string as it is, it must be escaped")
        }
        return fault(
            .unclosedQuote, "the string is not closed before \(found)",
            notes: [.init("it is opened here", at: SourceLocation(source, offset: start))])
    }

    // MARK: Faults

    /// What stands at the position, for messages.
    var found: String { bytes.description(at: position) }

    func fault(
        _ code: DiagnosticCode, _ message: String, at offset: Int? = nil, notes: [Diagnostic.Note] = []
    ) -> DiagnosticsError {
        DiagnosticsError([
            .error(code, message, at: SourceLocation(source, offset: offset ?? position), notes: notes)
        ])
    }
}
