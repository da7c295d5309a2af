import QuillDiagnostics

/// Scalars in quotes (YAML 1.2 §7.3.1 and §7.3.2).
extension YAMLParser {
    mutating func singleQuoted(_ parent: Int, _ properties: Int?) throws(DiagnosticsError) {
        let start = position
        position += 1
        var from = position
        var isBuilt = false
        while true {
            while bytes[position] > 0x27 || (bytes[position] >= 0x20 && bytes[position] != 0x27) { position += 1 }
            switch bytes[position] {
            case 0x27 where bytes[position + 1] == 0x27:
                collect(from, position + 1, &isBuilt)
                position += 2
                from = position
            case 0x27:
                position += 1
                return finish(start, from, .singleQuoted, properties, &isBuilt)
            case 0x09:
                position += 1
            case 0x0A, 0x0D:
                collect(from, endOfText(from), &isBuilt)
                fold(try lineBreaks(parent, start))
                from = position
            default:
                throw interrupted(start)
            }
        }
    }

    mutating func doubleQuoted(_ parent: Int, _ properties: Int?) throws(DiagnosticsError) {
        let start = position
        position += 1
        var from = position
        var isBuilt = false
        while true {
            while bytes[position] >= 0x20, bytes[position] != 0x22, bytes[position] != 0x5C { position += 1 }
            switch bytes[position] {
            case 0x22:
                position += 1
                return finish(start, from, .doubleQuoted, properties, &isBuilt)
            case 0x5C:
                collect(from, position, &isBuilt)
                try escape(parent, start)
                from = position
            case 0x09:
                position += 1
            case 0x0A, 0x0D:
                collect(from, endOfText(from), &isBuilt)
                fold(try lineBreaks(parent, start))
                from = position
            default:
                throw interrupted(start)
            }
        }
    }

    // MARK: Text

    private mutating func collect(_ start: Int, _ end: Int, _ isBuilt: inout Bool) {
        if !isBuilt {
            scratch.removeAll(keepingCapacity: true)
            isBuilt = true
        }
        scratch.append(contentsOf: bytes.buffer(start, end))
    }

    /// At the byte behind the closing quote.
    private mutating func finish(
        _ start: Int, _ from: Int, _ style: YAMLEvent.ScalarStyle, _ properties: Int?, _ isBuilt: inout Bool
    ) {
        let text: YAMLEvent.Text
        if isBuilt {
            collect(from, position - 1, &isBuilt)
            text = builtText()
        } else {
            text = .source(start: from, end: position - 1)
        }
        emit(.scalar(text, style), at: start, properties)
    }

    /// Where the text before the position ends but for white space; an escape before `from` protects what precedes it.
    private func endOfText(_ from: Int) -> Int {
        var end = position
        while end > from, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        return end
    }

    /// Passes over a line end, the empty lines behind it and the next line's indentation; how many line ends that were.
    private mutating func lineBreaks(_ parent: Int, _ start: Int) throws(DiagnosticsError) -> Int {
        var count = 0
        repeat {
            newLine()
            count += 1
            skipWhite()
        } while bytes[position] == 0x0A || bytes[position] == 0x0D
        if bytes.isEnd(at: position) { throw interrupted(start) }
        try checkContinuation(parent)
        return count
    }

    /// One line end becomes a space, more become one less (§6.5).
    private mutating func fold(_ breaks: Int) {
        if breaks == 1 {
            scratch.append(0x20)
        } else {
            scratch.append(contentsOf: repeatElement(0x0A, count: breaks - 1))
        }
    }

    // MARK: Escapes (§5.7)

    private mutating func escape(_ parent: Int, _ start: Int) throws(DiagnosticsError) {
        let backslash = position
        position += 1
        let byte = bytes[position]
        if byte == 0x0A || byte == 0x0D {
            let breaks = try lineBreaks(parent, start)
            scratch.append(contentsOf: repeatElement(0x0A, count: breaks - 1))
            return
        }
        position += 1
        switch byte {
        case 0x22, 0x2F, 0x5C, 0x20, 0x09: scratch.append(byte)
        case 0x30: scratch.append(0x00)
        case 0x61: scratch.append(0x07)
        case 0x62: scratch.append(0x08)
        case 0x74: scratch.append(0x09)
        case 0x6E: scratch.append(0x0A)
        case 0x76: scratch.append(0x0B)
        case 0x66: scratch.append(0x0C)
        case 0x72: scratch.append(0x0D)
        case 0x65: scratch.append(0x1B)
        case 0x4E: scratch.append(contentsOf: "\u{85}".utf8)
        case 0x5F: scratch.append(contentsOf: "\u{A0}".utf8)
        case 0x4C: scratch.append(contentsOf: "\u{2028}".utf8)
        case 0x50: scratch.append(contentsOf: "\u{2029}".utf8)
        case 0x78: try scalar(digits: 2, backslash)
        case 0x75: try scalar(digits: 4, backslash)
        case 0x55: try scalar(digits: 8, backslash)
        default:
            position = backslash + 1
            if bytes.isEnd(at: position) { throw interrupted(start) }
            throw fault(
                .invalidEscape, "\\ before \(found) is no escape of YAML", at: backslash,
                notes: [.init("write \\\\ for a backslash, or use single quotes")])
        }
    }

    private mutating func scalar(digits: Int, _ backslash: Int) throws(DiagnosticsError) {
        var value = try hexadecimal(digits, backslash)
        // JSON is YAML, and JSON writes characters beyond U+FFFF as surrogate pairs.
        if digits == 4, 0xD800...0xDBFF ~= value, bytes[position] == 0x5C, bytes[position + 1] == 0x75 {
            position += 2
            let low = try hexadecimal(4, position - 2)
            if 0xDC00...0xDFFF ~= low { value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00) }
        }
        guard let scalar = Unicode.Scalar(value) else {
            let isSurrogate = 0xD800...0xDFFF ~= value
            throw fault(
                isSurrogate ? .loneSurrogate : .invalidEscape,
                isSurrogate
                    ? "this escape is one half of a surrogate pair, which is no character"
                    : "this escape is beyond the last character, U+10FFFF", at: backslash)
        }
        scratch.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    private mutating func hexadecimal(_ digits: Int, _ backslash: Int) throws(DiagnosticsError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard let digit = bytes.hexadecimalDigit(at: position) else {
                throw fault(.invalidEscape, "this escape needs \(digits) hexadecimal digits", at: backslash)
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }

    private func interrupted(_ start: Int) -> DiagnosticsError {
        guard bytes.isEnd(at: position) else { return controlCharacter() }
        return fault(
            .unclosedQuote, "the document ends within a quoted text",
            notes: [note("the quote is opened here", at: start)])
    }
}
