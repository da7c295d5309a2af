/// Reads a template's text into elements: matches tags, and decides which lines vanish with the tags on them.
///
/// A tag that has its line to itself is *standalone*: the whole line goes. A parent is standalone when nothing precedes
/// its opening tag and nothing follows its closing one. The content that is given for a block begins on the line after
/// its opening tag, unless more follows on the tag's own.
struct TemplateParser {
    private var scanner: TagScanner
    private let bytes: [UInt8]
    /// Where the text begins that has not become elements yet.
    private var offset = 0
    /// Whether the next text begins a line of the output.
    private var isAtLineStart = true
    /// The elements of the innermost open tag.
    private var elements: [Element] = []
    private var levels: [Level] = []

    private static let maximumNesting = 100

    /// A tag that is open, and the elements that precede it.
    private struct Level {
        enum Kind {
            case section(isInverted: Bool)
            /// A block that others may give.
            case block(whitespace: String, isInline: Bool)
            /// A block that is given to the enclosing parent.
            case override
            /// The whitespace before it, where nothing else precedes it on its line.
            case parent(whitespace: String?, overrides: [(name: String, [Element])])
        }

        var kind: Kind
        let tag: Tag
        let preceding: [Element]

        var isParent: Bool {
            if case .parent = kind { true } else { false }
        }
    }

    init(_ text: String, name: String) {
        bytes = Array(text.utf8)
        scanner = TagScanner(bytes, template: name)
    }

    mutating func parse() throws(TemplateError) -> [Element] {
        while let tag = try scanner.next() {
            if levels.last?.isParent == true {
                try readInParent(tag)
            } else {
                try read(tag)
            }
        }
        if let level = levels.last {
            throw scanner.error(at: level.tag.position, "'\(spelling(of: level.tag))' is not closed")
        }
        addText(upTo: bytes.count)
        return elements
    }

    private mutating func read(_ tag: Tag) throws(TemplateError) {
        switch tag.kind {
        case .variable(let isEscaped):
            passInline(tag)
            elements.append(.variable(try path(of: tag), isEscaped: isEscaped, tag.position))
        case .section(let isInverted):
            _ = try path(of: tag)
            pass(tag)
            try open(.section(isInverted: isInverted), tag)
        case .partial:
            let indentation = pass(tag)
            elements.append(.partial(name: tag.name, indentation: indentation, tag.position))
        case .block:
            let whitespace = whitespaceBefore(tag)
            let isInline = pass(tag) == nil
            try open(.block(whitespace: whitespace ?? "", isInline: isInline), tag)
        case .parent:
            let whitespace = whitespaceBefore(tag)
            passInline(tag)
            try open(.parent(whitespace: whitespace, overrides: []), tag)
        case .comment, .delimiters:
            if isStandalone(tag) {
                pass(tag)
            } else {
                addText(upTo: tag.range.lowerBound)
                offset = tag.range.upperBound
            }
        case .close:
            try close(tag)
        }
    }

    /// What stands in a parent, outside the blocks that it gives, is not rendered.
    private mutating func readInParent(_ tag: Tag) throws(TemplateError) {
        offset = tag.range.upperBound
        switch tag.kind {
        case .block:
            offset = endOfLineIfBlank(from: offset) ?? offset
            isAtLineStart = true
            try open(.override, tag)
        case .close:
            try close(tag)
        case .comment, .delimiters:
            break
        case .variable, .section, .partial, .parent:
            throw scanner.error(
                at: tag.position, "only blocks stand in a parent, found '\(spelling(of: tag))' in '\(innermost)'")
        }
    }

    private mutating func open(_ kind: Level.Kind, _ tag: Tag) throws(TemplateError) {
        guard levels.count < Self.maximumNesting else {
            throw scanner.error(at: tag.position, "tags are nested deeper than \(Self.maximumNesting)")
        }
        levels.append(Level(kind: kind, tag: tag, preceding: elements))
        elements = []
    }

    private mutating func close(_ tag: Tag) throws(TemplateError) {
        guard let level = levels.popLast() else {
            throw scanner.error(at: tag.position, "'\(spelling(of: tag))' closes nothing that is open")
        }
        guard level.tag.name == tag.name else {
            throw scanner.error(
                at: tag.position,
                "'\(spelling(of: tag))' stands where '\(spelling(of: level.tag))' of line \(level.tag.position.line) "
                    + "is to be closed")
        }
        switch level.kind {
        case .section(let isInverted):
            pass(tag)
            finish(level, .section(try path(of: tag), isInverted: isInverted, elements))
        case .block(let whitespace, let isInline):
            pass(tag)
            finish(level, .block(name: tag.name, whitespace: whitespace, isInline: isInline, elements))
        case .override:
            addText(upTo: tag.range.lowerBound - (whitespaceBefore(tag)?.utf8.count ?? 0))
            offset = tag.range.upperBound
            try give(level)
        case .parent(let whitespace, let overrides):
            elements = level.preceding
            if let whitespace, let end = endOfLineIfBlank(from: tag.range.upperBound) {
                // The beginning of the line was added when it was not known yet that the line would vanish.
                elements.removeLast()
                elements.append(
                    .parent(name: tag.name, indentation: whitespace, level.tag.position, overrides: overrides))
                offset = end
                isAtLineStart = true
            } else {
                elements.append(.parent(name: tag.name, indentation: nil, level.tag.position, overrides: overrides))
                offset = tag.range.upperBound
                isAtLineStart = false
            }
        }
    }

    private mutating func finish(_ level: Level, _ element: Element) {
        elements = level.preceding + [element]
    }

    /// Adds the elements read to the parent that encloses the block.
    private mutating func give(_ block: Level) throws(TemplateError) {
        guard var parent = levels.popLast(), case .parent(let whitespace, var overrides) = parent.kind else { return }
        guard !overrides.contains(where: { $0.name == block.tag.name }) else {
            throw scanner.error(
                at: block.tag.position, "'\(spelling(of: block.tag))' is given twice in '\(spelling(of: parent.tag))'")
        }
        overrides.append((block.tag.name, elements.dedented))
        parent.kind = .parent(whitespace: whitespace, overrides: overrides)
        levels.append(parent)
        elements = block.preceding
    }
}

// MARK: - Lines

extension TemplateParser {
    /// Adds the text before a tag and moves behind it, taking the whole line where the tag has it to itself.
    ///
    /// Returns the whitespace before the tag where its line vanished; nil where the line stays.
    @discardableResult
    private mutating func pass(_ tag: Tag) -> String? {
        guard let whitespace = whitespaceBefore(tag), let end = endOfLineIfBlank(from: tag.range.upperBound) else {
            passInline(tag)
            return nil
        }
        addText(upTo: tag.range.lowerBound - whitespace.utf8.count)
        offset = end
        isAtLineStart = true
        return whitespace
    }

    /// Adds the text before a tag that is part of a line, and moves behind the tag.
    private mutating func passInline(_ tag: Tag) {
        addText(upTo: tag.range.lowerBound)
        offset = tag.range.upperBound
        if isAtLineStart { elements.append(.line("")) }
        isAtLineStart = false
    }

    private func isStandalone(_ tag: Tag) -> Bool {
        whitespaceBefore(tag) != nil && endOfLineIfBlank(from: tag.range.upperBound) != nil
    }

    /// What precedes a tag on its line, if that is nothing but spaces and tabs.
    private func whitespaceBefore(_ tag: Tag) -> String? {
        let start = tag.range.lowerBound
        var index = start
        while index > 0, isBlank(bytes[index - 1]) { index -= 1 }
        guard index == 0 || bytes[index - 1] == UInt8(ascii: "\n") else { return nil }
        return String(decoding: bytes[index..<start], as: UTF8.self)
    }

    /// Where the next line begins, if nothing but spaces and tabs remain of this one.
    private func endOfLineIfBlank(from start: Int) -> Int? {
        var index = start
        while index < bytes.count, isBlank(bytes[index]) { index += 1 }
        return index == bytes.count ? index : lineEnd(at: index)
    }

    /// The offset behind the line end that stands here, if one does.
    private func lineEnd(at index: Int) -> Int? {
        if bytes[index] == UInt8(ascii: "\n") { return index + 1 }
        let isPair = bytes[index] == UInt8(ascii: "\r") && index + 1 < bytes.count
        return isPair && bytes[index + 1] == UInt8(ascii: "\n") ? index + 2 : nil
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    /// Adds the text up to an offset, line by line.
    private mutating func addText(upTo end: Int) {
        while offset < end {
            let start = offset
            if isAtLineStart {
                while offset < end, isBlank(bytes[offset]) { offset += 1 }
                if offset < end, let next = lineEnd(at: offset) {
                    offset = next
                    elements.append(.text(text(start..<offset)))
                } else {
                    elements.append(.line(text(start..<offset)))
                    isAtLineStart = false
                }
            } else {
                while offset < end, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
                if offset < end {
                    offset += 1
                    isAtLineStart = true
                }
                elements.append(.text(text(start..<offset)))
            }
        }
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}

// MARK: - Names

extension TemplateParser {
    private func path(of tag: Tag) throws(TemplateError) -> ValuePath {
        if tag.name == "." { return ValuePath(name: ".", keys: []) }
        let parts = tag.name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty }) else {
            throw scanner.error(at: tag.position, "the name '\(tag.name)' has an empty part")
        }
        return ValuePath(name: tag.name, keys: parts.map { ValuePath.Key(String($0)) })
    }

    private var innermost: String {
        levels.last.map { spelling(of: $0.tag) } ?? ""
    }

    /// A tag as it is written under the usual delimiters.
    private func spelling(of tag: Tag) -> String {
        switch tag.kind {
        case .variable(let isEscaped): isEscaped ? "{{\(tag.name)}}" : "{{{\(tag.name)}}}"
        case .section(let isInverted): "{{\(isInverted ? "^" : "#")\(tag.name)}}"
        case .block: "{{$\(tag.name)}}"
        case .parent: "{{<\(tag.name)}}"
        case .close: "{{/\(tag.name)}}"
        case .partial: "{{>\(tag.name)}}"
        case .comment: "{{!…}}"
        case .delimiters: "{{=…=}}"
        }
    }
}
