// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

/// Checks a document against RFC 8259 and indexes it, in one pass over its bytes and without recursion.
///
/// The bytes are followed by `padding` zeros. Zero is allowed nowhere in JSON, so that no loop needs to ask for the
/// end of the text, and eight bytes can be looked at wherever one can.
nonisolated struct JSONParser {
    static let padding = 16

    private let text: UnsafePointer<UInt8>
    private let count: Int
    private let maximumDepth: Int
    private var tape: UnsafeMutablePointer<JSONEntry>
    private var tapeCount = 1
    private var tapeCapacity: Int

    /// What is wrong and the offset of the byte where that shows.
    struct Fault: Error {
        let message: String
        let offset: Int
    }

    /// The caller takes over the tape.
    struct Tape {
        let entries: UnsafeMutablePointer<JSONEntry>
        let count: Int
    }

    /// - Parameters:
    ///   - text: Bytes that are followed by `padding` zeros.
    ///   - count: The number of bytes without the padding.
    static func parse(
        _ text: UnsafePointer<UInt8>, count: Int, maximumDepth: Int
    ) -> Result<Tape, Fault> {
        var parser = JSONParser(text: text, count: count, maximumDepth: maximumDepth)
        if let fault = parser.run() {
            parser.tape.deallocate()
            return .failure(fault)
        }
        return .success(Tape(entries: parser.tape, count: parser.tapeCount))
    }

    private init(text: UnsafePointer<UInt8>, count: Int, maximumDepth: Int) {
        self.text = text
        self.count = count
        self.maximumDepth = maximumDepth
        tapeCapacity = count / 8 + 16
        tape = .allocate(capacity: tapeCapacity)
        tape.initialize(to: JSONEntry(JSONEntry.Code.missing))
    }

    /// The grammar as a loop: a value, then whatever may follow one. The container that is open is `container`; while
    /// it is, its entry holds its parent's place instead of its own end, and its count so far while a child is open.
    private mutating func run() -> Fault? {
        var position = 0
        if count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF { position = 3 }
        var container = 0
        var children = 0
        var depth = 0
        var isObject = false

        value: while true {
            skipBlanks(&position)
            switch text[position] {
            case UInt8(ascii: "\""):
                if let fault = string(&position) { return fault }
            case UInt8(ascii: "-"), 0x30...0x39:
                if let fault = number(&position) { return fault }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                if depth > maximumDepth {
                    return Fault(message: "more than \(maximumDepth) levels of nesting", offset: position)
                }
                if container != 0 {
                    tape[container] = JSONEntry(tape[container].code, length: children, offset: tape[container].offset)
                }
                isObject = text[position] == UInt8(ascii: "{")
                let opened = tapeCount
                append(JSONEntry(isObject ? JSONEntry.Code.object : JSONEntry.Code.array, offset: container))
                container = opened
                children = 0
                position += 1
                skipBlanks(&position)
                if text[position] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) { break }
                if isObject, let fault = name(&position) { return fault }
                children = 1
                continue value
            case UInt8(ascii: "t"):
                guard word(at: position) == 0x6575_7274 else { return unexpected(at: position) }
                position += 4
                append(JSONEntry(bits: JSONEntry.Code.bool | JSONEntry.flag))
            case UInt8(ascii: "f"):
                guard word(at: position + 1) == 0x6573_6C61 else { return unexpected(at: position) }
                position += 5
                append(JSONEntry(bits: JSONEntry.Code.bool))
            case UInt8(ascii: "n"):
                guard word(at: position) == 0x6C6C_756E else { return unexpected(at: position) }
                position += 4
                append(JSONEntry(bits: JSONEntry.Code.null))
            default: return unexpected(at: position)
            }

            while true {
                skipBlanks(&position)
                if container == 0 {
                    return position == count ? nil : Fault(message: "there is more after the value", offset: position)
                }
                let byte = text[position]
                if byte == UInt8(ascii: ",") {
                    position += 1
                    children += 1
                    if isObject {
                        skipBlanks(&position)
                        if let fault = name(&position) { return fault }
                    }
                    continue value
                }
                guard byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
                    return Fault(
                        message: expectation(isObject ? "a comma or }" : "a comma or ]", position), offset: position)
                }
                position += 1
                depth -= 1
                let parent = tape[container].offset
                tape[container] = JSONEntry(tape[container].code, length: children, offset: tapeCount)
                container = parent
                if parent != 0 {
                    isObject = tape[parent].code == JSONEntry.Code.object
                    children = tape[parent].length
                }
            }
        }
    }

    @inline(__always) private mutating func append(_ entry: JSONEntry) {
        if tapeCount == tapeCapacity { grow() }
        tape[tapeCount] = entry
        tapeCount += 1
    }

    @inline(never) private mutating func grow() {
        // Every entry stands for two bytes of text at least, a comma or bracket among them.
        let capacity = min(tapeCapacity * 2, count + 16)
        let larger = UnsafeMutablePointer<JSONEntry>.allocate(capacity: capacity)
        larger.moveInitialize(from: tape, count: tapeCount)
        tape.deallocate()
        tape = larger
        tapeCapacity = capacity
    }

    @inline(__always) private func skipBlanks(_ position: inout Int) {
        while true {
            switch text[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    @inline(__always) private func word(at position: Int) -> UInt32 {
        UInt32(littleEndian: UnsafeRawPointer(text + position).loadUnaligned(as: UInt32.self))
    }

    /// A member's name and the colon after it.
    @inline(__always) private mutating func name(_ position: inout Int) -> Fault? {
        guard text[position] == UInt8(ascii: "\"") else {
            return Fault(message: expectation("a member's name in quotes", position), offset: position)
        }
        if let fault = string(&position) { return fault }
        if text[position] != UInt8(ascii: ":") {
            skipBlanks(&position)
            guard text[position] == UInt8(ascii: ":") else {
                return Fault(message: expectation("a colon", position), offset: position)
            }
        }
        position += 1
        return nil
    }

    /// Looks at eight bytes at a time for what ends a run of plain ASCII: quotes, backslashes, controls, other text.
    @inline(__always) private mutating func string(_ position: inout Int) -> Fault? {
        let start = position + 1
        var cursor = start
        var isEscaped = false
        while true {
            let special = JSONBytes.special(in: JSONBytes.load(text + cursor), andNonASCII: true)
            if special == 0 {
                cursor += 8
                continue
            }
            cursor += special.trailingZeroBitCount >> 3
            if text[cursor] == UInt8(ascii: "\"") { break }
            if let fault = unusual(&cursor, &isEscaped) { return fault }
        }
        position = cursor + 1
        append(
            JSONEntry(
                isEscaped ? JSONEntry.Code.string | JSONEntry.flag : JSONEntry.Code.string,
                length: cursor - start, offset: start))
        return nil
    }

    /// Steps over an escape or over text that is not ASCII.
    @inline(never) private func unusual(_ cursor: inout Int, _ isEscaped: inout Bool) -> Fault? {
        if text[cursor] == UInt8(ascii: "\\") {
            isEscaped = true
            guard let length = JSONBytes.escapeLength(text + cursor) else {
                return Fault(message: "an escape that means nothing", offset: cursor)
            }
            cursor += length
            return nil
        }
        guard text[cursor] >= 0x80 else {
            if cursor >= count { return Fault(message: "the text ends inside a string", offset: cursor) }
            return Fault(message: "a control character inside a string", offset: cursor)
        }
        while text[cursor] >= 0x80 {
            guard let length = JSONBytes.scalarLength(text + cursor) else {
                return Fault(message: "text that is not UTF-8", offset: cursor)
            }
            cursor += length
        }
        return nil
    }

    @inline(__always) private mutating func number(_ position: inout Int) -> Fault? {
        let start = position
        var cursor = start
        if text[cursor] == UInt8(ascii: "-") { cursor += 1 }
        if text[cursor] == UInt8(ascii: "0") {
            cursor += 1
        } else {
            guard skipDigits(&cursor) else { return unexpected(at: cursor) }
        }
        var code = JSONEntry.Code.number | JSONEntry.flag
        if text[cursor] == UInt8(ascii: ".") {
            cursor += 1
            guard skipDigits(&cursor) else { return unexpected(at: cursor) }
            code = JSONEntry.Code.number
        }
        if text[cursor] | 0x20 == UInt8(ascii: "e") {
            cursor += 1
            if text[cursor] == UInt8(ascii: "+") || text[cursor] == UInt8(ascii: "-") { cursor += 1 }
            guard skipDigits(&cursor) else { return unexpected(at: cursor) }
            code = JSONEntry.Code.number
        }
        append(JSONEntry(code, length: cursor - start, offset: start))
        position = cursor
        return nil
    }

    /// - Returns: Whether there was a digit.
    @inline(__always) private func skipDigits(_ cursor: inout Int) -> Bool {
        let start = cursor
        while text[cursor] &- 0x30 < 10 { cursor += 1 }
        return cursor > start
    }

    @inline(never) private func unexpected(at offset: Int) -> Fault {
        Fault(message: expectation("a value", offset), offset: offset)
    }

    @inline(never) private func expectation(_ expected: String, _ offset: Int) -> String {
        if offset >= count { return "expected \(expected), but the text ends" }
        let byte = text[offset]
        guard byte > 0x20, byte < 0x7F else { return "expected \(expected)" }
        return "expected \(expected), found \(Unicode.Scalar(byte))"
    }
}
