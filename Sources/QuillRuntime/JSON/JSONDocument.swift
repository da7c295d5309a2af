/// A parsed document: its bytes, its tape, and what was found to be wrong with it while it was read.
///
/// The document owns the memory that its readers look into, and each of them holds on to it, so that a reader that
/// outlives the decoding is useless but harmless. Places on the tape come from the tape alone, never from outside.
nonisolated final class JSONDocument {
    let text: UnsafePointer<UInt8>
    let tape: UnsafePointer<JSONEntry>
    let isValidating: Bool
    /// Whether strings may stand for other values.
    let texts: JSONTexts
    /// What texts stand for that is no JSON: the files of a multipart body.
    private(set) var attachment: AnyObject?
    private let tapeCount: Int
    private var issues: [(place: Int, issue: JSONIssue)] = []
    /// All issues, those included that were not kept.
    private(set) var issueCount = 0
    private var trialsLeft: Int
    private var ruleStepsLeft: Int
    private var stackStart: UInt = 0

    /// The place of what is not there.
    static let missing = 0
    /// The place of the outermost value.
    static let root = 1
    static let maximumIssues = 50

    private init(text: UnsafePointer<UInt8>, tape: JSONParser.Tape, validating: Bool, texts: JSONTexts) {
        self.text = text
        self.tape = UnsafePointer(tape.entries)
        tapeCount = tape.count
        isValidating = validating
        self.texts = texts
        trialsLeft = 1000 + tape.count * 64
        ruleStepsLeft = 10_000 + tape.count * 256
    }

    deinit {
        text.deallocate()
        tape.deallocate()
    }

    static func parse(
        _ bytes: UnsafeBufferPointer<UInt8>, validating: Bool, limits: JSONLimits, texts: JSONTexts = .none
    ) -> Result<JSONDocument, JSONError> {
        let count = bytes.count
        guard count <= limits.maximumBytes else {
            let message = "the document is larger than \(limits.maximumBytes) bytes"
            return .failure(JSONError(kind: .malformed, issues: [JSONIssue(pointer: "", message: message)]))
        }
        let text = UnsafeMutablePointer<UInt8>.allocate(capacity: count + JSONParser.padding)
        if let base = bytes.baseAddress { text.initialize(from: base, count: count) }
        (text + count).initialize(repeating: 0, count: JSONParser.padding)
        switch JSONParser.parse(text, count: count, maximumDepth: limits.maximumDepth) {
        case .success(let tape):
            return .success(JSONDocument(text: text, tape: tape, validating: validating, texts: texts))
        case .failure(let fault):
            let before = bytes.prefix(fault.offset)
            let line = before.count { $0 == 0x0A } + 1
            let column = before.count - (before.lastIndex(of: 0x0A) ?? -1)
            text.deallocate()
            let message = "not JSON: \(fault.message) (line \(line), column \(column))"
            return .failure(JSONError(kind: .malformed, issues: [JSONIssue(pointer: "", message: message)]))
        }
    }

    /// Says what texts of the document stand for.
    func attach(_ object: AnyObject?) { attachment = object }

    /// Reads the whole document as one value.
    static func read<Value: JSONRepresentable>(
        _ parsed: Result<JSONDocument, JSONError>, rule: (any ValueRule)? = nil
    ) throws(JSONError) -> Value {
        let document = try parsed.get()
        document.stackStart = stackAddress()
        let reader = JSONReader(document: document, place: JSONDocument.root)
        let value = Value(reading: reader)
        if let rule { rule.check(reader) }
        if document.issueCount > 0 { throw JSONError(kind: .mismatch, issues: document.issues.map(\.issue)) }
        return value
    }

    /// What a reader makes of a value that is missing.
    static func placeholder<Value: JSONRepresentable>() -> Value {
        let text = UnsafeMutablePointer<UInt8>.allocate(capacity: JSONParser.padding)
        text.initialize(repeating: 0, count: JSONParser.padding)
        let tape = UnsafeMutablePointer<JSONEntry>.allocate(capacity: 1)
        tape.initialize(to: JSONEntry(JSONEntry.Code.missing))
        let document = JSONDocument(
            text: text, tape: JSONParser.Tape(entries: tape, count: 1), validating: false, texts: .none)
        document.stackStart = stackAddress()
        return Value(reading: JSONReader(document: document, place: missing))
    }

    // MARK: The tape

    @inline(__always) func entry(_ place: Int) -> JSONEntry { tape[place] }

    /// The place after a value and all that is in it.
    @inline(__always) func next(_ place: Int) -> Int {
        let entry = tape[place]
        return entry.isContainer ? entry.offset : place &+ 1
    }

    /// The bytes of a string between its quotes, or of a number.
    @inline(__always) func bytes(_ entry: JSONEntry) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: text + entry.offset, count: entry.length)
    }

    /// The text of an entry that is a string.
    @inline(__always) func string(_ entry: JSONEntry) -> String {
        entry.isFlagged ? unescaped(entry) : String(decoding: bytes(entry), as: UTF8.self)
    }

    @inline(never) private func unescaped(_ entry: JSONEntry) -> String {
        String(decoding: JSONBytes.unescaped(bytes(entry)), as: UTF8.self)
    }

    /// Whether the string at a place is a name.
    @inline(__always) func isName(_ place: Int, _ name: StaticString) -> Bool {
        let entry = tape[place]
        let count = name.utf8CodeUnitCount
        if entry.bits & 0xFFFF_FFFF == JSONEntry.Code.string | UInt64(truncatingIfNeeded: count) << 4 {
            return JSONBytes.areEqual(text + entry.offset, name.utf8Start, count: count)
        }
        return entry.isFlagged && isEscapedName(entry, name)
    }

    @inline(never) private func isEscapedName(_ entry: JSONEntry, _ name: StaticString) -> Bool {
        JSONBytes.unescaped(bytes(entry))
            .elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }

    /// The bytes that the name at a place stands for.
    func nameBytes(_ place: Int) -> [UInt8] {
        entry(place).isFlagged ? JSONBytes.unescaped(bytes(entry(place))) : Array(bytes(entry(place)))
    }

    // MARK: Issues

    /// Notes what is wrong with the value at a place, or with a member of it. What is said about something that is
    /// missing is not noted: its absence was.
    @inline(never) func note(_ message: String, at place: Int, member: String? = nil) {
        guard place != JSONDocument.missing else { return }
        issueCount += 1
        guard issues.count < JSONDocument.maximumIssues else { return }
        var pointer = pointer(to: place)
        if let member { pointer += "/" + JSONDocument.pointerPart(member) }
        issues.append((place, JSONIssue(pointer: pointer, message: message)))
    }

    /// Whether there is no point in reading on: as many issues as are kept have been found.
    var isHopeless: Bool { issueCount >= JSONDocument.maximumIssues }

    /// Whether something is wrong with the value at that very place.
    func hasIssue(at place: Int) -> Bool { issues.contains { $0.place == place } }

    @inline(never) func noteMismatch(at place: Int, expected: String) {
        note("expected \(expected), found \(JSONReader(document: self, place: place).kind.phrase)", at: place)
    }

    /// Finds the way from the root to a place, by stepping over all that lies beside it.
    private func pointer(to target: Int) -> String {
        var pointer = ""
        var container = JSONDocument.root
        while container < target, entry(container).isContainer {
            let isObject = entry(container).code == JSONEntry.Code.object
            let end = entry(container).offset
            var child = container + 1
            var position = 0
            while child < end {
                let value = isObject ? child + 1 : child
                let after = next(value)
                if target < after {
                    pointer += "/" + (isObject ? JSONDocument.pointerPart(string(entry(child))) : String(position))
                    container = value
                    break
                }
                child = after
                position += 1
            }
            if child >= end { break }
        }
        return pointer
    }

    /// RFC 6901 §3.
    private static func pointerPart(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return name }
        return name.reduce(into: "") { part, character in
            switch character {
            case "~": part += "~0"
            case "/": part += "~1"
            default: part.append(character)
            }
        }
    }

    // MARK: Bounds of recursion

    /// How much stack reading may take. Threads have 512 KB of it on Apple platforms, and how much a level of nesting
    /// takes depends on the models, so that counting levels alone would not do.
    private static let maximumStack: UInt = 384 << 10

    @inline(__always) private static func stackAddress() -> UInt {
        var here: UInt8 = 0
        return withUnsafeMutablePointer(to: &here) { UInt(bitPattern: $0) }
    }

    /// Whether there is stack to read what is in the container at a place; notes it when there is not.
    @inline(__always) func canDescend(into place: Int) -> Bool {
        if stackStart &- JSONDocument.stackAddress() < JSONDocument.maximumStack { return true }
        return cannotDescend(into: place)
    }

    /// A reader that has left its document's reading behind runs on another stack, or above.
    @inline(never) private func cannotDescend(into place: Int) -> Bool {
        guard stackStart &- JSONDocument.stackAddress() < 64 << 20 else { return true }
        note("nested too deeply to be read", at: place)
        return false
    }

    // MARK: Trials

    /// Reads a value on trial: when anything is wrong with it, that is forgotten and `nil` comes back.
    ///
    /// Choices inside of choices multiply, so that the places read on trial are counted; a document that exceeds
    /// a generous multiple of its size is refused.
    func attempt<Value: JSONRepresentable>(_ type: Value.Type, at place: Int) -> Value? {
        // What is missing fits nothing: trying would go on within it, for as long as schemas contain each other.
        guard place != JSONDocument.missing else { return nil }
        let size = next(place) - place
        guard trialsLeft >= size else {
            note("too many choices to try", at: place)
            return nil
        }
        trialsLeft -= size
        let (kept, counted) = (issues.count, issueCount)
        let value = Value(reading: JSONReader(document: self, place: place))
        if issueCount == counted { return value }
        issues.removeSubrange(kept...)
        issueCount = counted
        return nil
    }

    /// Counts a step of holding values to rules: schemas that choose between schemas multiply, as trials do.
    func spendsRuleStep(at place: Int) -> Bool {
        ruleStepsLeft -= 1
        if ruleStepsLeft < 0, !hasIssue(at: place) { note("too much to be checked", at: place) }
        return ruleStepsLeft >= 0
    }
}

/// One value or member name of a parsed document, in eight bytes.
///
/// A document becomes a flat array of entries in the order of its text, the "tape":
///
///     {"a": [1, true]}   →   object, string a, array, number, true
///
/// A scalar's entry tells where its text is, a container's how many children it has and where the entry after its last
/// one is, so that stepping over a value takes one look. Nothing is decoded until it is read.
nonisolated struct JSONEntry {
    /// Bits 0–2: kind; 3: flag; 4–31: length in bytes, or number of children; 32–63: offset of the text, or end on tape.
    var bits: UInt64

    enum Code {
        static let null: UInt64 = 0
        /// The flag is the value.
        static let bool: UInt64 = 1
        /// The flag tells that there is neither fraction nor exponent.
        static let number: UInt64 = 2
        /// The flag tells that there are escapes.
        static let string: UInt64 = 3
        static let array: UInt64 = 4
        static let object: UInt64 = 5
        /// Stands for what is not in the document; entry 0 of every tape.
        static let missing: UInt64 = 7
    }

    static let flag: UInt64 = 1 << 3
    static let maximumLength = 1 << 28 - 1

    @inline(__always) init(bits: UInt64) { self.bits = bits }

    @inline(__always) init(_ code: UInt64, length: Int = 0, offset: Int = 0) {
        bits = code | UInt64(truncatingIfNeeded: length) << 4 | UInt64(truncatingIfNeeded: offset) << 32
    }

    @inline(__always) var code: UInt64 { bits & 7 }
    @inline(__always) var isFlagged: Bool { bits & JSONEntry.flag != 0 }
    @inline(__always) var isContainer: Bool { bits & 6 == 4 }
    /// The length of the text between the quotes, or the number of elements or members.
    @inline(__always) var length: Int { Int(truncatingIfNeeded: (bits >> 4) & 0xFFF_FFFF) }
    /// Where the text begins, or the entry after the container.
    @inline(__always) var offset: Int { Int(truncatingIfNeeded: bits >> 32) }
}
