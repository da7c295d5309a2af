import QuillDiagnostics

/// Reads JSON (RFC 8259), all of it and nothing more.
///
/// Without recursion: what is open stands on stacks of its own, so that depth costs no call stack.
///
/// Characters are written as bytes, which compare fastest in debug builds too: 0x22 `"`, 0x2C `,`, 0x2D `-`, 0x2E `.`,
/// 0x30 `0`, 0x3A `:`, 0x5B `[`, 0x5C `\`, 0x5D `]`, 0x65 `e`, 0x7B `{`, 0x7D `}`.
struct JSONReader {
    /// What becomes of a key that an object has twice. The grammar admits it, RFC 8259 §4 advises against it.
    enum DuplicateKeys {
        case refused
        case lastCounts
    }

    /// The one value of the document.
    static func read(
        _ source: SourceText, limits: ReadingLimits, duplicateKeys: DuplicateKeys = .refused
    ) throws(DiagnosticsError) -> Node {
        try UTF8Check.check(source, limits: limits)
        return try source.bytes.withUnsafeBufferPointer { buffer throws(DiagnosticsError) in
            var reader = JSONReader(source, DocumentBytes(buffer), limits)
            reader.duplicateKeys = duplicateKeys
            let node = try reader.value()
            try reader.end()
            return node
        }
    }

    /// The values of a text that has any number of them one after the other.
    static func values(_ source: SourceText, limits: ReadingLimits) throws(DiagnosticsError) -> [Node] {
        try UTF8Check.check(source, limits: limits)
        return try source.bytes.withUnsafeBufferPointer { buffer throws(DiagnosticsError) in
            var reader = JSONReader(source, DocumentBytes(buffer), limits)
            var nodes: [Node] = []
            while !reader.isAtEnd { nodes.append(try reader.value()) }
            return nodes
        }
    }

    let source: SourceText
    let bytes: DocumentBytes
    var position = 0
    private let limits: ReadingLimits
    private var duplicateKeys = DuplicateKeys.refused
    /// The arrays and objects that are open, outermost first.
    private var frames: [Frame] = []
    /// The elements of all open arrays, and the members of all open objects: each frame owns what follows its `base`.
    private var elements: [Node] = []
    private var members: [NodeObject.Member] = []

    private struct Frame {
        let isObject: Bool
        let start: Int
        let base: Int
        var key = ""
        var keyStart = 0
    }

    private init(_ source: SourceText, _ bytes: DocumentBytes, _ limits: ReadingLimits) {
        self.source = source
        self.bytes = bytes
        self.limits = limits
        if bytes.matches("\u{FEFF}", at: 0) { position = 3 }
    }

    private var isAtEnd: Bool {
        mutating get {
            skipSpace()
            return position >= bytes.count
        }
    }

    private mutating func end() throws(DiagnosticsError) {
        guard isAtEnd else {
            throw fault(.trailingContent, "the document continues after its value with \(found), expected its end")
        }
    }

    private mutating func value() throws(DiagnosticsError) -> Node {
        while true {
            skipSpace()
            let start = position
            var node: Node
            switch bytes[position] {
            case 0x22:
                node = Node(.string(try string()), at: SourceLocation(source, offset: start))
            case 0x7B:
                try open(isObject: true)
                if bytes[position] != 0x7D {
                    try key()
                    continue
                }
                node = try close()
            case 0x5B:
                try open(isObject: false)
                if bytes[position] != 0x5D { continue }
                node = try close()
            default:
                node = Node(try scalar(), at: SourceLocation(source, offset: start))
            }
            // A finished value may finish what it stands in, and so on outwards.
            repeat {
                guard let frame = frames.last else { return node }
                if frame.isObject {
                    members.append(
                        .init(key: frame.key, keyLocation: SourceLocation(source, offset: frame.keyStart), value: node))
                } else {
                    elements.append(node)
                }
                skipSpace()
                let closing: UInt8 = frame.isObject ? 0x7D : 0x5D
                if bytes[position] == 0x2C {
                    let comma = position
                    position += 1
                    skipSpace()
                    if bytes[position] == closing {
                        throw fault(.trailingComma, "JSON has no comma after the last \(noun(frame))", at: comma)
                    }
                    if frame.isObject { try key() }
                    break
                }
                guard bytes[position] == closing else { throw unfinished(frame) }
                node = try close()
            } while true
        }
    }

    // MARK: Arrays and objects

    private mutating func open(isObject: Bool) throws(DiagnosticsError) {
        guard frames.count < limits.depth else {
            throw fault(.nestingTooDeep, "arrays and objects are nested more than \(limits.depth) deep")
        }
        frames.append(
            Frame(isObject: isObject, start: position, base: isObject ? members.count : elements.count))
        position += 1
        skipSpace()
    }

    /// Takes the innermost frame off, at its closing bracket.
    private mutating func close() throws(DiagnosticsError) -> Node {
        let frame = frames.removeLast()
        position += 1
        let location = SourceLocation(source, offset: frame.start)
        if frame.isObject {
            let own = Array(members[frame.base...])
            members.removeLast(own.count)
            let object =
                switch duplicateKeys {
                case .refused: try NodeObject(reading: own)
                case .lastCounts:
                    NodeObject(
                        Dictionary(own.map { ($0.key, $0) }) { $1 }.values.sorted {
                            $0.keyLocation.offset < $1.keyLocation.offset
                        })
                }
            return Node(.object(object), at: location)
        }
        let own = Array(elements[frame.base...])
        elements.removeLast(own.count)
        return Node(.array(own), at: location)
    }

    private mutating func key() throws(DiagnosticsError) {
        guard bytes[position] == 0x22 else {
            if position >= bytes.count, let frame = frames.last { throw unfinished(frame) }
            throw fault(.unexpectedCharacter, "found \(found), expected a key in double quotes")
        }
        let start = position
        let key = try string()
        skipSpace()
        guard bytes[position] == 0x3A else {
            throw fault(.unexpectedCharacter, "found \(found), expected ':' after the key \"\(key)\"")
        }
        position += 1
        frames[frames.count - 1].key = key
        frames[frames.count - 1].keyStart = start
    }

    private func unfinished(_ frame: Frame) -> DiagnosticsError {
        let bracket = frame.isObject ? "}" : "]"
        if position >= bytes.count {
            return fault(
                .unclosedBracket, "the document ends inside \(frame.isObject ? "an object" : "an array")",
                notes: [.init("it is opened here", at: SourceLocation(source, offset: frame.start))])
        }
        return fault(.unexpectedCharacter, "found \(found), expected ',' or '\(bracket)' after the \(noun(frame))")
    }

    private func noun(_ frame: Frame) -> String { frame.isObject ? "member" : "element" }

    // MARK: Literals and numbers

    private mutating func scalar() throws(DiagnosticsError) -> Node.Value {
        switch bytes[position] {
        case 0x74:
            try literal("true")
            return .bool(true)
        case 0x66:
            try literal("false")
            return .bool(false)
        case 0x6E:
            try literal("null")
            return .null
        case 0x2D, 0x30...0x39:
            return .number(try number())
        default:
            if position >= bytes.count, let frame = frames.last { throw unfinished(frame) }
            throw fault(.unexpectedCharacter, "found \(found), expected a value")
        }
    }

    private mutating func literal(_ text: StaticString) throws(DiagnosticsError) {
        guard bytes.matches(text, at: position) else {
            throw fault(.unexpectedCharacter, "found a word that is no value, expected '\(text)'")
        }
        position += text.utf8CodeUnitCount
    }

    private mutating func number() throws(DiagnosticsError) -> NumberText {
        let start = position
        if bytes[position] == 0x2D { position += 1 }
        if bytes[position] == 0x30 {
            position += 1
            if isDigit(bytes[position]) {
                throw fault(.invalidNumber, "JSON numbers have no leading zeros", at: start)
            }
        } else {
            try digits(start, "digits")
        }
        if bytes[position] == 0x2E {
            position += 1
            try digits(start, "digits after the decimal point")
        }
        if bytes[position] | 0x20 == 0x65 {
            position += 1
            if bytes[position] == 0x2B || bytes[position] == 0x2D { position += 1 }
            try digits(start, "digits in the exponent")
        }
        return NumberText(bytes.text(start, position))
    }

    private mutating func digits(_ start: Int, _ what: String) throws(DiagnosticsError) {
        guard isDigit(bytes[position]) else {
            throw fault(.invalidNumber, "found \(found) in a number, expected \(what)")
        }
        while isDigit(bytes[position]) { position += 1 }
    }

    @inline(__always)
    private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    @inline(__always)
    private mutating func skipSpace() {
        while true {
            let byte = bytes[position]
            guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position += 1
        }
    }
}
