/// One `{{…}}` of a template.
struct Tag {
    enum Kind: Equatable {
        case variable(isEscaped: Bool)
        case section(isInverted: Bool)
        case block
        case parent
        case close
        case partial
        case comment
        case delimiters(open: [UInt8], close: [UInt8])
    }

    let kind: Kind
    /// The name between the delimiters; empty for comments and delimiters.
    let name: String
    /// Its bytes, delimiters included.
    let range: Range<Int>
    let position: TemplatePosition
}

/// Finds the tags of a template, under the delimiters in force.
struct TagScanner {
    let bytes: [UInt8]
    let template: String
    private var open = Array("{{".utf8)
    private var close = Array("}}".utf8)
    private var offset = 0
    /// How far lines have been counted; tags come in order, so that no byte is counted twice.
    private var counted = (offset: 0, position: TemplatePosition.start)

    init(_ bytes: [UInt8], template: String) {
        self.bytes = bytes
        self.template = template
    }

    /// The next tag; nil at the end of the text.
    mutating func next() throws(TemplateError) -> Tag? {
        guard let start = find(open, from: offset) else { return nil }
        let position = position(of: start)
        var content = start + open.count
        let sigil = content < bytes.count ? bytes[content] : 0
        let terminator: [UInt8]
        let kind: Tag.Kind
        switch sigil {
        case UInt8(ascii: "{"): (kind, terminator) = (.variable(isEscaped: false), [UInt8(ascii: "}")] + close)
        case UInt8(ascii: "&"): (kind, terminator) = (.variable(isEscaped: false), close)
        case UInt8(ascii: "#"): (kind, terminator) = (.section(isInverted: false), close)
        case UInt8(ascii: "^"): (kind, terminator) = (.section(isInverted: true), close)
        case UInt8(ascii: "$"): (kind, terminator) = (.block, close)
        case UInt8(ascii: "<"): (kind, terminator) = (.parent, close)
        case UInt8(ascii: "/"): (kind, terminator) = (.close, close)
        case UInt8(ascii: ">"): (kind, terminator) = (.partial, close)
        case UInt8(ascii: "!"): (kind, terminator) = (.comment, close)
        case UInt8(ascii: "="): (kind, terminator) = (.delimiters(open: [], close: []), [UInt8(ascii: "=")] + close)
        default: (kind, terminator) = (.variable(isEscaped: true), close)
        }
        if kind != .variable(isEscaped: true) { content += 1 }
        guard let contentEnd = find(terminator, from: content) else {
            throw error(at: position, "the tag has no '\(String(decoding: terminator, as: UTF8.self))' that ends it")
        }
        offset = contentEnd + terminator.count
        let words = bytes[content..<contentEnd].split { Self.isWhitespace($0) }
        switch kind {
        case .comment:
            return Tag(kind: kind, name: "", range: start..<offset, position: position)
        case .delimiters:
            guard words.count == 2, !words[0].contains(UInt8(ascii: "=")), !words[1].contains(UInt8(ascii: "=")) else {
                throw error(at: position, "new delimiters are given as two words without '=', as in '{{=<% %>=}}'")
            }
            (open, close) = (Array(words[0]), Array(words[1]))
            return Tag(
                kind: .delimiters(open: open, close: close), name: "", range: start..<offset, position: position)
        default:
            guard words.count == 1 else {
                let found = String(decoding: bytes[content..<contentEnd], as: UTF8.self)
                throw error(at: position, "a tag holds one name without spaces, found '\(found)'")
            }
            return Tag(
                kind: kind, name: String(decoding: words[0], as: UTF8.self), range: start..<offset, position: position)
        }
    }

    func error(at position: TemplatePosition, _ message: String) -> TemplateError {
        TemplateError(template: template, line: position.line, column: position.column, message: message)
    }

    private func find(_ pattern: [UInt8], from start: Int) -> Int? {
        guard let first = pattern.first else { return nil }
        var index = start
        while index + pattern.count <= bytes.count {
            if bytes[index] == first && bytes[index..<index + pattern.count].elementsEqual(pattern) { return index }
            index += 1
        }
        return nil
    }

    private mutating func position(of offset: Int) -> TemplatePosition {
        var (line, column) = (counted.position.line, counted.position.column)
        for byte in bytes[counted.offset..<offset] {
            if byte == UInt8(ascii: "\n") {
                (line, column) = (line + 1, 1)
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        counted = (offset, TemplatePosition(line: line, column: column))
        return counted.position
    }

    private static func isWhitespace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (byte >= 0x09 && byte <= 0x0D)
    }
}
