import QuillDiagnostics

/// White space, comments and line ends (YAML 1.2 §6).
extension YAMLParser {
    /// Passes over white space, comments and empty lines up to what comes next, and takes note of how it stands there.
    mutating func separate() throws(DiagnosticsError) {
        isFresh = position == lineStart
        tab = nil
        while true {
            let start = position
            while bytes[position] == 0x20 { position += 1 }
            if isFresh { indent = position - lineStart }
            if bytes[position] == 0x09 {
                tab = position
                skipWhite()
            }
            switch bytes[position] {
            case 0x0A, 0x0D:
                newLine()
                isFresh = true
                tab = nil
            case 0x23 where position > start || position == lineStart:
                try skipComment()
            default:
                return
            }
        }
    }

    /// The same within brackets, where lines need only be indented more than the parent.
    mutating func flowSeparate(_ parent: Int) throws(DiagnosticsError) {
        var isNewLine = false
        while true {
            let start = position
            skipWhite()
            switch bytes[position] {
            case 0x0A, 0x0D:
                newLine()
                isNewLine = true
            case 0x23:
                guard position > start || position == lineStart else { throw unseparatedComment() }
                try skipComment()
            default:
                if isNewLine && !bytes.isEnd(at: position) { try checkContinuation(parent) }
                return
            }
        }
    }

    /// That the line of the position may continue a flow node: not a marker, and indented enough (§7.4, §9.1.2).
    func checkContinuation(_ parent: Int) throws(DiagnosticsError) {
        var text = lineStart
        while bytes[text] == 0x20 { text += 1 }
        if text == lineStart, bytes.isMarker(at: text) {
            throw fault(
                .unexpectedDocumentMarker, "a document marker stands within a value that is not closed", at: text)
        }
        guard text - lineStart > parent else {
            if bytes[text] == 0x09 { throw tabIndentation(at: text) }
            throw fault(
                .badIndentation,
                "a line within a value is indented by \(text - lineStart), expected at least \(parent + 1)", at: text)
        }
    }

    /// The rest of the line behind a node, and what comes next.
    mutating func endOfNode() throws(DiagnosticsError) {
        let end = position
        skipWhite()
        let byte = bytes[position]
        if byte == 0x23, position == end { throw unseparatedComment() }
        if byte == 0x23 { try skipComment() }
        guard bytes[position].isLineEnd else { throw unexpectedContent() }
        try separate()
    }

    /// The rest of a line that must be blank but for a comment.
    mutating func lineEnd(_ before: String) throws(DiagnosticsError) {
        let start = position
        skipWhite()
        if bytes[position] == 0x23, position > start { try skipComment() }
        guard bytes[position].isLineEnd else {
            throw fault(.unexpectedContent, "found \(found) after \(before), expected the end of the line")
        }
        if !bytes.isEnd(at: position) { newLine() }
    }

    @inline(__always)
    mutating func skipWhite() {
        while bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
    }

    /// To the end of the line.
    mutating func skipComment() throws(DiagnosticsError) {
        while bytes[position] >= 0x20 || bytes[position] == 0x09 { position += 1 }
        guard bytes[position].isLineEnd else { throw controlCharacter() }
    }

    /// Past a line end: LF, CR or CR LF.
    @inline(__always)
    mutating func newLine() {
        position += bytes[position] == 0x0D && bytes[position + 1] == 0x0A ? 2 : 1
        lineStart = position
    }
}
