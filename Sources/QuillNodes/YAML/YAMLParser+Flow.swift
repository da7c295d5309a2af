import QuillDiagnostics

/// Nodes laid out by brackets and commas, as in JSON (YAML 1.2 §7.4).
extension YAMLParser {
    /// An alias, a scalar in one line's style or a collection in brackets.
    ///
    /// - Parameter isMultiline: whether a plain scalar may go on in the next line.
    /// - Returns: whether it is written as in JSON, so that as a key its `:` needs no space behind it.
    mutating func flowContent(
        _ parent: Int, _ properties: Int?, inFlow: Bool, isMultiline: Bool
    ) throws(DiagnosticsError) -> Bool {
        switch bytes[position] {
        case 0x2A:
            guard properties == nil else { throw aliasWithProperties(at: position) }
            let start = position
            let name = try name(of: "alias")
            emit(.alias(name), at: start)
            return false
        case 0x22:
            try doubleQuoted(parent, properties)
            return true
        case 0x27:
            try singleQuoted(parent, properties)
            return true
        case 0x5B:
            try flowSequence(parent, properties)
            return true
        case 0x7B:
            try flowMapping(parent, properties)
            return true
        default:
            try plain(parent, properties, inFlow: inFlow, isMultiline: isMultiline)
            return false
        }
    }

    private mutating func flowSequence(_ parent: Int, _ properties: Int?) throws(DiagnosticsError) {
        let start = position
        try descend()
        emit(.sequenceStart(isFlow: true), at: start, properties)
        position += 1
        while true {
            try flowSeparate(parent)
            if bytes[position] == 0x5D { break }
            try flowEntry(parent, start)
            try flowSeparate(parent)
            if bytes[position] == 0x2C {
                position += 1
            } else if bytes[position] != 0x5D {
                throw unclosed("]", start)
            }
        }
        emit(.sequenceEnd, at: position)
        position += 1
        ascend()
    }

    /// An entry of a sequence: a node, or a mapping of one pair as in `[a: 1]`.
    private mutating func flowEntry(_ parent: Int, _ open: Int) throws(DiagnosticsError) {
        let start = position
        let line = lineStart
        let first = stream.events.count
        if bytes.isIndicator(0x3F, at: position) {
            emit(.mappingStart(isFlow: true), at: start)
            position += 1
            try descend()
            try flowSeparate(parent)
            try flowPair(parent, open)
            ascend()
            emit(.mappingEnd, at: position)
            return
        }
        var isLikeJSON = false
        if bytes.isFlowColon(at: position, afterJSON: false) {
            emitEmpty(at: position)
        } else {
            isLikeJSON = try flowNode(parent, open)
        }
        let end = position
        skipWhite()
        guard bytes.isFlowColon(at: position, afterJSON: isLikeJSON) else {
            position = end
            return
        }
        try checkKey(start, line: line)
        stream.events.insert(YAMLEvent(kind: .mappingStart(isFlow: true), offset: start, properties: nil), at: first)
        position += 1
        try descend()
        try flowValue(parent, open)
        ascend()
        emit(.mappingEnd, at: position)
    }

    private mutating func flowMapping(_ parent: Int, _ properties: Int?) throws(DiagnosticsError) {
        let start = position
        try descend()
        emit(.mappingStart(isFlow: true), at: start, properties)
        position += 1
        while true {
            try flowSeparate(parent)
            if bytes[position] == 0x7D { break }
            if bytes[position] == 0x2C { throw unclosed("}", start) }
            if bytes.isIndicator(0x3F, at: position) {
                position += 1
                try flowSeparate(parent)
            }
            try flowPair(parent, start)
            try flowSeparate(parent)
            if bytes[position] == 0x2C {
                position += 1
            } else if bytes[position] != 0x7D {
                throw unclosed("}", start)
            }
        }
        emit(.mappingEnd, at: position)
        position += 1
        ascend()
    }

    /// A key and its value, either of which may be left out.
    private mutating func flowPair(_ parent: Int, _ open: Int) throws(DiagnosticsError) {
        var isLikeJSON = false
        if bytes[position].isFlowEnd || bytes.isFlowColon(at: position, afterJSON: false) {
            emitEmpty(at: position)
        } else {
            isLikeJSON = try flowNode(parent, open)
        }
        try flowSeparate(parent)
        if bytes.isFlowColon(at: position, afterJSON: isLikeJSON) {
            position += 1
            try flowValue(parent, open)
        } else {
            emitEmpty(at: position)
        }
    }

    private mutating func flowValue(_ parent: Int, _ open: Int) throws(DiagnosticsError) {
        let empty = position
        try flowSeparate(parent)
        if bytes[position].isFlowEnd {
            emitEmpty(at: empty)
        } else {
            _ = try flowNode(parent, open)
        }
    }

    private mutating func flowNode(_ parent: Int, _ open: Int) throws(DiagnosticsError) -> Bool {
        var properties: Int?
        while bytes[position] == 0x26 || bytes[position] == 0x21 {
            properties = try merged(properties, try self.properties(inFlow: true))
            let empty = position
            try flowSeparate(parent)
            if bytes[position].isFlowEnd || bytes.isFlowColon(at: position, afterJSON: false) {
                emitEmpty(at: empty, properties)
                return false
            }
        }
        if bytes.isEnd(at: position) { throw unclosed(bytes[open] == 0x5B ? "]" : "}", open) }
        return try flowContent(parent, properties, inFlow: true, isMultiline: true)
    }

    private func unclosed(_ bracket: String, _ start: Int) -> DiagnosticsError {
        let notes = [note("the bracket is opened here", at: start)]
        if bytes.isEnd(at: position) {
            return fault(.unclosedBracket, "the document ends before '\(bracket)'", notes: notes)
        }
        if bytes[position] == 0x2C {
            return fault(.unexpectedContent, "found ',' where an entry is expected", notes: notes)
        }
        return fault(.unexpectedContent, "found \(found), expected ',' or '\(bracket)'", notes: notes)
    }
}
