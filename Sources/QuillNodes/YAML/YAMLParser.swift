import QuillDiagnostics

/// Turns the text of a YAML 1.2 stream into events.
///
/// By recursive descent along the productions of the specification, without tokens in between, because in YAML what a
/// character means depends on where it stands. Three things carry the state:
/// - the position, and where its line starts;
/// - the indentation of the parent of the node at hand, the specification's *n*, handed down as `parent`;
/// - after ``separate()``, what stands before the position on its line.
///
/// Whether a node is the key of a mapping is known only behind it, at the `:`. So its events are written first, and the
/// start of the mapping is inserted before them; keys are bounded to 1024 characters, which keeps that cheap.
/// Recursion is bounded by the limit on depth.
///
/// Characters are written as bytes, which compare fastest in debug builds too: 0x20 space, 0x21 `!`, 0x22 `"`, 0x23 `#`,
/// 0x25 `%`, 0x26 `&`, 0x27 `'`, 0x2A `*`, 0x2C `,`, 0x2D `-`, 0x3A `:`, 0x3E `>`, 0x3F `?`, 0x5B `[`, 0x5C `\`,
/// 0x5D `]`, 0x7B `{`, 0x7C `|`, 0x7D `}`.
struct YAMLParser {
    let source: SourceText
    let bytes: DocumentBytes
    private let limits: ReadingLimits

    var position = 0
    var lineStart = 0
    /// Whether nothing but white space stands before the position on its line. Set by ``separate()``.
    var isFresh = true
    /// The spaces that the line begins with, where ``isFresh``.
    var indent = 0
    /// The first tab among the white space before the position.
    var tab: Int?

    var stream: YAMLEventStream
    /// What `!name!` stands for in this document (YAML 1.2 §6.8.2).
    var tagHandles: [String: String] = [:]
    private var depth = 0
    /// Where texts are put together.
    var scratch: [UInt8] = []

    /// The events of the whole stream.
    static func events(
        of source: SourceText, _ bytes: DocumentBytes, limits: ReadingLimits
    ) throws(DiagnosticsError) -> YAMLEventStream {
        var parser = YAMLParser(source: source, bytes: bytes, limits: limits)
        try parser.documents()
        return parser.stream
    }

    private init(source: SourceText, bytes: DocumentBytes, limits: ReadingLimits) {
        self.source = source
        self.bytes = bytes
        self.limits = limits
        stream = YAMLEventStream(bytes: bytes)
    }

    // MARK: Documents (YAML 1.2 §9)

    private mutating func documents() throws(DiagnosticsError) {
        emit(.streamStart, at: 0)
        while true {
            if bytes.matches("\u{FEFF}", at: position) {
                position += 3
                lineStart = position
            }
            try separate()
            if bytes.isEnd(at: position) { break }
            let hasDirectives = try directives()
            let start = position
            if isMarker("---") {
                position += 3
                emit(.documentStart(isExplicit: true), at: start)
            } else if hasDirectives {
                throw fault(.missingDocumentStart, "found \(found) after directives, expected '---'")
            } else if isMarker("...") {
                try documentEndMarker()
                continue
            } else {
                position = lineStart
                emit(.documentStart(isExplicit: false), at: start)
            }
            try blockNode(parent: -1, sequenceFrom: 0, inline: false)

            let end = position
            if isMarker("...") {
                emit(.documentEnd(isExplicit: true), at: end)
                try documentEndMarker()
            } else if bytes.isEnd(at: position) || isMarker("---") {
                emit(.documentEnd(isExplicit: false), at: end)
            } else {
                throw unexpectedContent()
            }
        }
        emit(.streamEnd, at: bytes.count)
    }

    private func isMarker(_ marker: StaticString) -> Bool {
        position == lineStart && bytes.isMarker(at: position) && bytes.matches(marker, at: position)
    }

    /// `...` and nothing else but a comment on its line.
    private mutating func documentEndMarker() throws(DiagnosticsError) {
        position += 3
        try lineEnd("the end of the document")
    }

    /// The lines that begin with `%`; whether there are any.
    private mutating func directives() throws(DiagnosticsError) -> Bool {
        tagHandles = ["!": "!", "!!": "tag:yaml.org,2002:"]
        var version: Int?
        var declared: [String: Int] = [:]
        var isFirst = true
        while position == lineStart, bytes[position] == 0x25 {
            isFirst = false
            let start = position
            var words: [String] = []
            position += 1
            while !bytes[position].isLineEnd {
                let wordStart = position
                while !bytes[position].isBlank { position += 1 }
                words.append(bytes.text(wordStart, position))
                skipWhite()
                if bytes[position] == 0x23 { try skipComment() }
            }
            switch words.first {
            case "YAML":
                if let version {
                    throw fault(
                        .duplicateDirective, "the document has two %YAML directives", at: start,
                        notes: [note("it is first given here", at: version)])
                }
                version = start
                // More than one version makes it a directive reserved for the future, to be passed over (§6.8).
                guard words.count > 1, words.dropFirst().allSatisfy(isVersion) else {
                    throw fault(
                        .invalidDirective, "expected a version and nothing else, as in '%YAML 1.2'", at: start)
                }
                guard words[1].hasPrefix("1.") else {
                    throw fault(.unsupportedVersion, "the document is YAML \(words[1]), expected 1.2", at: start)
                }
            case "TAG":
                guard words.count == 3, isTagHandle(words[1]) else {
                    throw fault(
                        .invalidDirective, "expected a handle and a prefix, as in '%TAG !e! tag:e.org:'", at: start)
                }
                if let first = declared.updateValue(start, forKey: words[1]) {
                    throw fault(
                        .duplicateDirective, "the document declares the tag handle \(words[1]) twice", at: start,
                        notes: [note("it is first declared here", at: first)])
                }
                tagHandles[words[1]] = words[2]
            default:
                break
            }
            try separate()
        }
        return !isFirst
    }

    private func isVersion(_ word: String) -> Bool {
        let parts = word.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { 0x30...0x39 ~= $0 } }
    }

    private func isTagHandle(_ word: String) -> Bool {
        let name = word.utf8.dropFirst().dropLast()
        if word == "!" { return true }
        return word.utf8.count > 1 && word.hasPrefix("!") && word.hasSuffix("!") && name.allSatisfy(\.isWord)
    }

    // MARK: Events

    mutating func emit(_ kind: YAMLEvent.Kind, at offset: Int, _ properties: Int? = nil) {
        stream.events.append(YAMLEvent(kind: kind, offset: offset, properties: properties))
    }

    /// A node that is not written at all: the value of `key:`.
    mutating func emitEmpty(at offset: Int, _ properties: Int? = nil) {
        emit(.scalar(.source(start: offset, end: offset), .plain), at: offset, properties)
    }

    /// The text that ``scratch`` has come to.
    mutating func builtText() -> YAMLEvent.Text {
        stream.texts.append(String(decoding: scratch, as: UTF8.self))
        return .built(stream.texts.count - 1)
    }

    // MARK: Depth

    mutating func descend() throws(DiagnosticsError) {
        depth += 1
        guard depth <= limits.depth else {
            throw fault(.nestingTooDeep, "sequences and mappings are nested more than \(limits.depth) deep")
        }
    }

    mutating func ascend() {
        depth -= 1
    }
}
