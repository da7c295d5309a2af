import QuillDiagnostics

/// Nodes laid out by indentation (YAML 1.2 §8.2).
extension YAMLParser {
    /// The node behind an indicator (`-`, `?`, `:`, `---`) or at the start of a document, up to what follows it.
    ///
    /// - Parameters:
    ///   - parent: the indentation that the node must exceed, or else it is empty.
    ///   - sequenceFrom: the least indentation of a sequence, which as the value of a key need not exceed the key's.
    ///   - inline: whether a collection may start on the line of the indicator: `- - a`.
    mutating func blockNode(parent: Int, sequenceFrom: Int, inline: Bool) throws(DiagnosticsError) {
        let empty = position
        try separate()
        // Properties on a line of their own are those of the whole node, not of its first key.
        var outer: Int?
        while true {
            let isSequence = bytes.isIndicator(0x2D, at: position)
            let isOutdented =
                isFresh && indent <= parent && !(isSequence && indent >= sequenceFrom && tab == nil)
            if isOutdented || bytes.isDocumentEnd(at: position, line: lineStart) {
                emitEmpty(at: empty, outer)
                return
            }
            let start = position
            let column = start - lineStart
            if isSequence {
                try checkCollection(inline: inline, isFresh: isFresh, tab: tab)
                emit(.sequenceStart(isFlow: false), at: start, outer)
                return try blockSequence(column)
            }
            if bytes.isIndicator(0x3F, at: position) || bytes.isIndicator(0x3A, at: position) {
                try checkCollection(inline: inline, isFresh: isFresh, tab: tab)
                emit(.mappingStart(isFlow: false), at: start, outer)
                return try blockMapping(column, hasKey: false)
            }
            let inner = try blockProperties()
            if bytes[position].isLineEnd || bytes[position] == 0x23 {
                outer = try merged(outer, inner)
                if bytes[position] == 0x23 { try skipComment() }
                try separate()
                continue
            }
            if bytes[position] == 0x7C || bytes[position] == 0x3E {
                return try blockScalar(parent: parent, try merged(outer, inner))
            }
            if try blockContent(start, parent, outer, inner, inline) {
                try blockMapping(column, hasKey: true)
            }
            return
        }
    }

    /// The properties at the position, if there are any.
    private mutating func blockProperties() throws(DiagnosticsError) -> Int? {
        guard bytes[position] == 0x26 || bytes[position] == 0x21 else { return nil }
        let properties = try properties(inFlow: false)
        if bytes.isIndicator(0x2D, at: position) || bytes.isIndicator(0x3F, at: position) {
            throw fault(
                .collectionNotAllowed, "a collection cannot start on the line of its properties",
                notes: [.init("start it on the next line")])
        }
        return properties
    }

    /// A flow node in block context.
    /// - Returns: whether it turned out to be the first key of a mapping, which is then at its `:`.
    private mutating func blockContent(
        _ start: Int, _ parent: Int, _ outer: Int?, _ inner: Int?, _ inline: Bool
    ) throws(DiagnosticsError) -> Bool {
        let isFresh = isFresh
        let tab = tab
        let line = lineStart
        let first = stream.events.count
        if bytes.isIndicator(0x3A, at: position) {
            emitEmpty(at: position, inner)
        } else {
            _ = try flowContent(parent, inner, inFlow: false, isMultiline: true)
        }
        let end = position
        skipWhite()
        if bytes.isIndicator(0x3A, at: position) {
            try checkKey(start, line: line)
            try checkCollection(inline: inline, isFresh: isFresh, tab: tab)
            let mapping = YAMLEvent(kind: .mappingStart(isFlow: false), offset: start, properties: outer)
            stream.events.insert(mapping, at: first)
            return true
        }
        position = end
        if let outer {
            if case .alias = stream.events[first].kind {
                throw aliasWithProperties(at: stream.events[first].offset)
            }
            stream.events[first].properties = try merged(outer, inner)
        }
        try endOfNode()
        return false
    }

    /// The entries of a sequence at a column, from its first `-` to its end.
    private mutating func blockSequence(_ column: Int) throws(DiagnosticsError) {
        try descend()
        repeat {
            position += 1
            try blockNode(parent: column, sequenceFrom: column + 1, inline: true)
        } while try hasEntry(column) && bytes.isIndicator(0x2D, at: position)
        emit(.sequenceEnd, at: position)
        ascend()
    }

    /// The entries of a mapping at a column, to its end.
    /// - Parameter hasKey: whether the first key has been read, so that the position is that of its `:`.
    private mutating func blockMapping(_ column: Int, hasKey: Bool) throws(DiagnosticsError) {
        try descend()
        var hasKey = hasKey
        repeat {
            let start = position
            if !hasKey, bytes.isIndicator(0x3F, at: position) {
                position += 1
                try blockNode(parent: column, sequenceFrom: column, inline: true)
                if indent == column, tab == nil, bytes.isIndicator(0x3A, at: position) {
                    position += 1
                    try blockNode(parent: column, sequenceFrom: column, inline: true)
                } else {
                    emitEmpty(at: start)
                }
            } else {
                if !hasKey { try blockKey(column) }
                hasKey = false
                position += 1
                try blockNode(parent: column, sequenceFrom: column, inline: false)
            }
        } while try hasEntry(column)
        emit(.mappingEnd, at: position)
        ascend()
    }

    /// The key of a further entry, up to its `:`.
    private mutating func blockKey(_ column: Int) throws(DiagnosticsError) {
        let start = position
        let line = lineStart
        let inner = try blockProperties()
        if bytes.isIndicator(0x3A, at: position) {
            emitEmpty(at: position, inner)
            return
        }
        if bytes.isIndicator(0x2D, at: position) {
            throw fault(.badIndentation, "a sequence entry stands among the keys of a mapping, expected a key")
        }
        _ = try flowContent(column, inner, inFlow: false, isMultiline: false)
        let end = position
        skipWhite()
        guard bytes.isIndicator(0x3A, at: position) else {
            position = end
            var notes: [Diagnostic.Note] = []
            if let colon = (start..<end).first(where: { bytes[$0] == 0x3A }) {
                notes.append(note("the ':' of a key has a space behind it", at: colon))
            }
            throw fault(.missingColon, "expected ':' after the key", notes: notes)
        }
        try checkKey(start, line: line)
    }

    /// Whether a collection at a column goes on with the line at hand.
    private func hasEntry(_ column: Int) throws(DiagnosticsError) -> Bool {
        if bytes.isDocumentEnd(at: position, line: lineStart) || indent < column { return false }
        if let tab { throw tabIndentation(at: tab) }
        guard indent == column else {
            throw fault(
                .badIndentation, "this line is indented by \(indent), but the entries before it by \(column)")
        }
        return true
    }

    // MARK: Checks

    /// That a key is one line of at most 1024 characters (§7.4.2).
    func checkKey(_ start: Int, line: Int) throws(DiagnosticsError) {
        guard lineStart == line else {
            throw fault(
                .multilineKey, "a key must be on one line",
                notes: [note("it starts here", at: start), .init("write '? ' before a longer key")])
        }
        guard position - start > 1024 else { return }
        let length = bytes.buffer(start, position).reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
        guard length <= 1024 else {
            throw fault(
                .keyTooLong, "the key has \(length) characters, without '? ' before it at most 1024 are allowed",
                at: start)
        }
    }

    /// That a block collection may start at a node that stood like this.
    private func checkCollection(inline: Bool, isFresh: Bool, tab: Int?) throws(DiagnosticsError) {
        if isFresh || inline {
            if let tab { throw tabIndentation(at: tab) }
            return
        }
        throw fault(
            .collectionNotAllowed,
            bytes.isIndicator(0x3A, at: position)
                ? "a key and its value cannot stand here" : "a block collection cannot start on this line",
            notes: [.init("start the collection on the next line, or put text that contains ': ' in quotes")])
    }
}
