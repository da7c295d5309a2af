// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

/// A value of a parsed document, ready to be read.
///
/// Readers are handed to `init(reading:)`; they are of no use after it.
public nonisolated struct JSONReader {
    let document: JSONDocument
    let place: Int

    @inline(__always) init(document: JSONDocument, place: Int) {
        self.document = document
        self.place = place
    }

    /// The kinds of values (RFC 8259 §3).
    public nonisolated enum Kind: Sendable, Hashable {
        case null, bool, number, string, array, object

        /// `"a number"`.
        var phrase: String {
            switch self {
            case .null: "null"
            case .bool: "true or false"
            case .number: "a number"
            case .string: "a string"
            case .array: "an array"
            case .object: "an object"
            }
        }
    }

    /// The kind of the value; `.null` also for what is missing.
    public var kind: Kind {
        switch document.entry(place).code {
        case JSONEntry.Code.bool: .bool
        case JSONEntry.Code.number: .number
        case JSONEntry.Code.string: document.texts.goesByLook ? JSONTexts.kind(of: text ?? "") : .string
        case JSONEntry.Code.array: .array
        case JSONEntry.Code.object: .object
        default: .null
        }
    }

    /// The text of a string that may stand for another value.
    private var text: String? {
        let entry = document.entry(place)
        return document.texts != .none && entry.code == JSONEntry.Code.string ? document.string(entry) : nil
    }

    /// Whether the value is `null`, or is missing.
    @inline(__always) public var isNull: Bool {
        let code = document.entry(place).code
        return code == JSONEntry.Code.null || code == JSONEntry.Code.missing
    }

    /// Whether constraints and enumerations are held to.
    public var isValidating: Bool { document.isValidating }

    /// Whether something has been found to be wrong with this value itself, its absence included.
    public var hasIssue: Bool { place == JSONDocument.missing || document.hasIssue(at: place) }

    /// Notes that something is wrong with this value; decoding will fail.
    public func note(_ message: String) { document.note(message, at: place) }

    /// Begins to read an object's members. What is no object is noted, and read as one without members.
    public func object() -> JSONObjectReader { JSONObjectReader(self) }

    /// The elements of an array. What is no array is noted, and read as an empty one.
    public func array() -> JSONArrayReader { JSONArrayReader(self) }

    /// The members of an object in document order, whatever their names. What is no object is noted.
    public func members() -> JSONMemberReader { JSONMemberReader(self) }

    // MARK: Choosing between schemas

    /// The text of a member, by which the schema of an object is chosen; `nil` when there is no such text.
    public func discriminator(_ key: StaticString) -> String? {
        guard let member = member(key), document.entry(member.place).code == JSONEntry.Code.string else { return nil }
        return document.string(document.entry(member.place))
    }

    /// Whether this is an object that has a member of that name.
    public func has(_ key: StaticString) -> Bool { member(key) != nil }

    /// The value of a member, found by looking at each; `nil` when there is none or this is no object.
    public func member(_ key: StaticString) -> JSONReader? {
        let entry = document.entry(place)
        guard entry.code == JSONEntry.Code.object else { return nil }
        var name = place + 1
        while name < entry.offset {
            if document.isName(name, key) { return JSONReader(document: document, place: name + 1) }
            name = document.next(name + 1)
        }
        return nil
    }

    /// The value as it is, where it is none of those that are known; noted when validating.
    public func unmatched() -> JSONValue {
        if isValidating { note("matches none of the documented alternatives") }
        return JSONValue(reading: self)
    }

    /// Reads the value as a type on trial; `nil`, with nothing noted, when it does not fit.
    public func attempt<Value: JSONRepresentable>(_ type: Value.Type) -> Value? {
        document.attempt(type, at: place)
    }

    // MARK: Scalars

    /// The text of a string; noted and empty when it is none.
    public func string() -> String {
        let entry = document.entry(place)
        if entry.code == JSONEntry.Code.string { return document.string(entry) }
        document.noteMismatch(at: place, expected: "a string")
        return ""
    }

    /// The value of `true` or `false`; noted and `false` when it is neither.
    public func bool() -> Bool {
        let entry = document.entry(place)
        if entry.code == JSONEntry.Code.bool { return entry.isFlagged }
        if let value = text.flatMap(Bool.init(parameterText:)) { return value }
        document.noteMismatch(at: place, expected: "true or false")
        return false
    }

    /// The value of an integer, as `1`, `1.0` or `1e2`; noted and 0 when it is none or does not fit.
    public func integer<Integer: FixedWidthInteger>(_ type: Integer.Type = Integer.self) -> Integer {
        let wide = int64()
        if let integer = Integer(exactly: wide) { return integer }
        document.note("does not fit into \(Integer.bitWidth) bits", at: place)
        return 0
    }

    /// The value of an integer of 64 bits.
    func int64() -> Int64 {
        let entry = document.entry(place)
        guard entry.code == JSONEntry.Code.number else {
            if let value = text.flatMap(Int64.init(parameterText:)) { return value }
            document.noteMismatch(at: place, expected: "an integer")
            return 0
        }
        switch JSONNumber.integer(document.bytes(entry), isPlain: entry.isFlagged) {
        case .value(let value): return value
        case .fraction: document.note("expected an integer, found a fraction", at: place)
        case .overflow: document.note("does not fit into 64 bits", at: place)
        }
        return 0
    }

    /// The value of a number; noted and 0 when it is none or too large.
    public func double() -> Double {
        let entry = document.entry(place)
        guard entry.code == JSONEntry.Code.number else {
            if let value = text.flatMap(Double.init(parameterText:)) { return value }
            document.noteMismatch(at: place, expected: "a number")
            return 0
        }
        let value = JSONNumber.double(document.bytes(entry))
        if value.isFinite { return value }
        document.note("the number is too large", at: place)
        return 0
    }

    /// What can be made of a string's bytes; noted when it is no string or nothing can be made of it.
    @inline(__always)
    func parsed<Value>(_ expected: StaticString, _ parse: (UnsafeBufferPointer<UInt8>) -> Value?) -> Value? {
        let entry = document.entry(place)
        if entry.code == JSONEntry.Code.string, !entry.isFlagged, let value = parse(document.bytes(entry)) {
            return value
        }
        return parsedSlowly(expected, parse)
    }

    @inline(never)
    private func parsedSlowly<Value>(
        _ expected: StaticString, _ parse: (UnsafeBufferPointer<UInt8>) -> Value?
    ) -> Value? {
        let entry = document.entry(place)
        guard entry.code == JSONEntry.Code.string else {
            document.noteMismatch(at: place, expected: "\(expected)")
            return nil
        }
        if entry.isFlagged, let value = JSONBytes.unescaped(document.bytes(entry)).withUnsafeBufferPointer(parse) {
            return value
        }
        document.note("expected \(expected), found \(JSONText.quoted(document.string(entry)))", at: place)
        return nil
    }
}

/// Iterates over the elements of an array.
public nonisolated struct JSONArrayReader: Sequence, IteratorProtocol {
    private let document: JSONDocument
    private var place: Int
    private let end: Int
    /// How far behind the place an element is: 1 where names stand before the elements.
    private var offset = 0
    /// The number of elements.
    public let count: Int

    init(_ value: JSONReader) {
        document = value.document
        let entry = document.entry(value.place)
        if entry.code == JSONEntry.Code.array, document.canDescend(into: value.place) {
            place = value.place + 1
            end = entry.offset
            count = entry.length
        } else if document.texts != .none, let (first, count, offset) = JSONArrayReader.texts(value, entry) {
            (place, end, self.count, self.offset) = (first, document.next(value.place), count, offset)
        } else {
            if entry.code != JSONEntry.Code.array { document.noteMismatch(at: value.place, expected: "an array") }
            (place, end, count) = (0, 0, 0)
        }
    }

    public var underestimatedCount: Int { count }

    /// The next element; `nil` at the end, or when so much is wrong with the document that reading on is of no use.
    public mutating func next() -> JSONReader? {
        guard place < end, !document.isHopeless else { return nil }
        defer { place = document.next(place &+ offset) }
        return JSONReader(document: document, place: place &+ offset)
    }

    /// Of a parameter's texts, one alone is a list of one, and members named by their positions are a list.
    private static func texts(_ value: JSONReader, _ entry: JSONEntry) -> (first: Int, count: Int, offset: Int)? {
        switch entry.code {
        case JSONEntry.Code.string:
            // What may be JSON is tried as such first.
            let isJSON =
                !value.document.texts.isUnfolded && value.document.string(entry).utf8.first == UInt8(ascii: "[")
            return isJSON ? nil : (value.place, 1, 0)
        case JSONEntry.Code.object:
            guard value.document.canDescend(into: value.place) else { return nil }
            let isPositional = JSONMemberReader(value).allSatisfy { Int($0.name) != nil }
            return isPositional ? (value.place + 1, entry.length, 1) : nil
        default: return nil
        }
    }
}

/// Iterates over the members of an object.
public nonisolated struct JSONMemberReader: Sequence, IteratorProtocol {
    private let document: JSONDocument
    private var place: Int
    private let end: Int
    /// The number of members.
    public let count: Int

    init(_ value: JSONReader) {
        document = value.document
        let entry = document.entry(value.place)
        if entry.code == JSONEntry.Code.object, document.canDescend(into: value.place) {
            place = value.place + 1
            end = entry.offset
            count = entry.length
        } else {
            if entry.code != JSONEntry.Code.object { document.noteMismatch(at: value.place, expected: "an object") }
            (place, end, count) = (0, 0, 0)
        }
    }

    public var underestimatedCount: Int { count }

    /// The next member; `nil` at the end, or when so much is wrong with the document that reading on is of no use.
    public mutating func next() -> (name: String, value: JSONReader)? {
        guard place < end, !document.isHopeless else { return nil }
        defer { place = document.next(place + 1) }
        return (document.string(document.entry(place)), JSONReader(document: document, place: place + 1))
    }
}
