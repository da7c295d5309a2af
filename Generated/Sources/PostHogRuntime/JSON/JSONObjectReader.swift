// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads the members of an object by name, in straight lines:
///
///     var object = value.object()
///     id = object.required("id")
///     name = object.optional("name")
///
/// Documents usually have their members in the order of the model, so that each name is first looked for at the place
/// after the last one found. Otherwise the members are looked through, and once that has been done too often for the
/// size of the object, they are indexed; however names are ordered, absent or hostile, the work stays linear.
///
/// A name that was read and occurs twice is noted when the reader goes away.
public nonisolated struct JSONObjectReader: ~Copyable {
    let document: JSONDocument
    /// The place of the object itself; missing when it is none, so that its members are not said to be missing.
    let place: Int
    private let end: Int
    private let count: Int
    /// Where the next name is expected, and how many names stand before it.
    private var expected: Int
    private var ordinal = 0
    /// Which of the first 64 members have been read.
    private var readMask: UInt64 = 0
    private var detour: Detour?

    /// What objects need that are large, or ordered differently from what was expected.
    private nonisolated final class Detour {
        var steps = 0
        /// Which members have been read, when there are more than 64.
        var read: [Bool] = []
        var index: [[UInt8]: (name: Int, ordinal: Int)]?
    }

    init(_ value: JSONReader) {
        document = value.document
        let entry = document.entry(value.place)
        if entry.code == JSONEntry.Code.object, document.canDescend(into: value.place) {
            place = value.place
            end = entry.offset
            count = entry.length
            expected = value.place + 1
        } else {
            if entry.code != JSONEntry.Code.object { document.noteMismatch(at: value.place, expected: "an object") }
            (place, end, count, expected) = (JSONDocument.missing, 0, 0, 0)
        }
    }

    deinit { if readCount < count { noteDuplicates() } }

    // MARK: Finding members

    /// The place of a member's value, or `JSONDocument.missing`.
    @inline(__always) mutating func find(_ key: StaticString) -> Int {
        let name = expected
        if name < end, document.isName(name, key) {
            let value = name &+ 1
            if ordinal < 64 { readMask |= 1 &<< UInt64(truncatingIfNeeded: ordinal) } else { markFar(ordinal) }
            ordinal &+= 1
            expected = document.next(value)
            return value
        }
        return search(key)
    }

    @inline(__always) mutating func member(_ key: StaticString) -> JSONReader {
        JSONReader(document: document, place: find(key))
    }

    @inline(never) private mutating func search(_ key: StaticString) -> Int {
        guard count > 0 else { return JSONDocument.missing }
        // An object of few members is looked through faster than a detour is begun.
        if count > 16 {
            let detour = begunDetour()
            detour.steps += count
            if detour.steps > 4 * count { return lookUp(key, in: detour) }
        }
        var name = expected
        var position = ordinal
        for _ in 0..<count {
            if name >= end { (name, position) = (place + 1, 0) }
            if document.isName(name, key) { return step(to: name, position) }
            name = document.next(name + 1)
            position += 1
        }
        return JSONDocument.missing
    }

    private mutating func lookUp(_ key: StaticString, in detour: Detour) -> Int {
        if detour.index == nil {
            var index: [[UInt8]: (name: Int, ordinal: Int)] = [:]
            index.reserveCapacity(count)
            var name = place + 1
            for position in 0..<count {
                let bytes = document.nameBytes(name)
                if index[bytes] == nil { index[bytes] = (name, position) }
                name = document.next(name + 1)
            }
            detour.index = index
        }
        let bytes = Array(UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
        guard let found = detour.index?[bytes] else { return JSONDocument.missing }
        return step(to: found.name, found.ordinal)
    }

    /// Notes that a member has been found, and expects the next one behind it.
    private mutating func step(to name: Int, _ position: Int) -> Int {
        if position < 64 { readMask |= 1 << UInt64(position) } else { markFar(position) }
        ordinal = position + 1
        expected = document.next(name + 1)
        return name + 1
    }

    @inline(never) private mutating func markFar(_ position: Int) {
        let detour = begunDetour()
        if detour.read.isEmpty { detour.read = Array(repeating: false, count: count - 64) }
        detour.read[position - 64] = true
    }

    private mutating func begunDetour() -> Detour {
        if let detour { return detour }
        let begun = Detour()
        detour = begun
        return begun
    }

    // MARK: Members that were not read

    /// Whether there is nothing left to read.
    var isReadUp: Bool { readCount == count }

    private var readCount: Int {
        readMask.nonzeroBitCount + (count > 64 ? detour?.read.count { $0 } ?? 0 : 0)
    }

    private func isRead(_ position: Int) -> Bool {
        if position < 64 { return readMask & (1 << UInt64(position)) != 0 }
        guard let read = detour?.read, !read.isEmpty else { return false }
        return read[position - 64]
    }

    /// The places of the names that were (not) read so far.
    @inline(never) func names(read: Bool) -> [Int] {
        var names: [Int] = []
        var name = place + 1
        for position in 0..<count {
            if isRead(position) == read { names.append(name) }
            name = document.next(name + 1)
        }
        return names
    }

    /// Names can only occur twice when some were left over.
    @inline(never) private borrowing func noteDuplicates() {
        let read = names(read: true)
        let left = names(read: false)
        if read.count * left.count <= 256 {
            for name in left where read.contains(where: { isSame($0, name) }) { noteDuplicate(name) }
        } else {
            let known = Set(read.map(document.nameBytes))
            for name in left where known.contains(document.nameBytes(name)) { noteDuplicate(name) }
        }
    }

    private borrowing func isSame(_ left: Int, _ right: Int) -> Bool {
        let (one, other) = (document.entry(left), document.entry(right))
        if one.isFlagged || other.isFlagged { return document.nameBytes(left) == document.nameBytes(right) }
        return one.length == other.length
            && JSONBytes.areEqual(document.text + one.offset, document.text + other.offset, count: one.length)
    }

    private borrowing func noteDuplicate(_ name: Int) {
        document.note("the member occurs twice", at: name + 1)
    }

    /// The members that were not read so far, for schemas with additional properties.
    public mutating func remaining<Value: JSONRepresentable>() -> [String: Value] {
        var members: [String: Value] = [:]
        if readCount == count { return members }
        for name in names(read: false) where !document.isHopeless {
            let value = Value(reading: JSONReader(document: document, place: name + 1))
            if members.updateValue(value, forKey: document.string(document.entry(name))) != nil { noteDuplicate(name) }
        }
        return members
    }

    /// Notes every member that was not read so far, for schemas that allow no others.
    public mutating func refuseRemaining() {
        guard document.isValidating, readCount < count else { return }
        for name in names(read: false) { document.note("the member is not known", at: name + 1) }
    }

    // MARK: Faults

    @inline(never) func noteMissing(_ key: StaticString) {
        document.note("missing", at: place, member: key.description)
    }

    /// Whether `null` stands where only absence may; a client takes it for absence.
    @inline(never) func noteNull(_ value: Int) {
        if document.isValidating { document.note("null is not allowed; leave the member out", at: value) }
    }
}

// `required` reads a member that must be there, `nullable` one that must be there but may be null, `optional` one that
// may be left out, `field` one where all of that differs. The types that nearly every member has get functions of their
// own: they spare the detour through a protocol, which costs more than the reading.

nonisolated extension JSONObjectReader {
    /// The place of a member that must be there.
    @inline(__always) private mutating func demanded(_ key: StaticString) -> JSONReader {
        let value = member(key)
        if value.place == JSONDocument.missing { noteMissing(key) }
        return value
    }

    /// A member that must be there but may be null; `nil` when there is nothing to read.
    @inline(__always) private mutating func demandedUnlessNull(_ key: StaticString) -> JSONReader? {
        let value = demanded(key)
        return value.isNull ? nil : value
    }

    /// A member that may be left out; `nil` when there is nothing to read.
    @inline(__always) private mutating func present(_ key: StaticString) -> JSONReader? {
        let value = member(key)
        if !value.isNull { return value }
        if value.place != JSONDocument.missing { noteNull(value.place) }
        return nil
    }

    /// A member that must be there.
    public mutating func required<Value: JSONRepresentable>(_ key: StaticString) -> Value {
        Value(reading: demanded(key))
    }

    /// A member that must be there but may be null.
    public mutating func nullable<Value: JSONRepresentable>(_ key: StaticString) -> Value? {
        demandedUnlessNull(key).map(Value.init(reading:))
    }

    /// A member that may be left out. Null is taken for absence by a client, and noted when validating.
    public mutating func optional<Value: JSONRepresentable>(_ key: StaticString) -> Value? {
        present(key).map(Value.init(reading:))
    }

    /// A member that may be left out or null.
    public mutating func field<Value: JSONRepresentable>(_ key: StaticString) -> Field<Value> {
        let value = member(key)
        if !value.isNull { return .value(Value(reading: value)) }
        return value.place == JSONDocument.missing ? .absent : .null
    }
}

nonisolated extension JSONObjectReader {
    /// A string that must be there.
    public mutating func required(_ key: StaticString) -> String { demanded(key).string() }
    /// A string that must be there but may be null.
    public mutating func nullable(_ key: StaticString) -> String? { demandedUnlessNull(key)?.string() }
    /// A string that may be left out.
    public mutating func optional(_ key: StaticString) -> String? { present(key)?.string() }
}

nonisolated extension JSONObjectReader {
    /// True or false that must be there.
    public mutating func required(_ key: StaticString) -> Bool { demanded(key).bool() }
    /// True or false that must be there but may be null.
    public mutating func nullable(_ key: StaticString) -> Bool? { demandedUnlessNull(key)?.bool() }
    /// True or false that may be left out.
    public mutating func optional(_ key: StaticString) -> Bool? { present(key)?.bool() }
}

nonisolated extension JSONObjectReader {
    /// An integer that must be there.
    public mutating func required(_ key: StaticString) -> Int { demanded(key).integer() }
    /// An integer that must be there but may be null.
    public mutating func nullable(_ key: StaticString) -> Int? { demandedUnlessNull(key)?.integer() }
    /// An integer that may be left out.
    public mutating func optional(_ key: StaticString) -> Int? { present(key)?.integer() }
}

nonisolated extension JSONObjectReader {
    /// A point in time that must be there.
    public mutating func required(_ key: StaticString) -> Date { demanded(key).date() }
    /// A point in time that must be there but may be null.
    public mutating func nullable(_ key: StaticString) -> Date? { demandedUnlessNull(key)?.date() }
    /// A point in time that may be left out.
    public mutating func optional(_ key: StaticString) -> Date? { present(key)?.date() }
}

nonisolated extension JSONObjectReader {
    /// A UUID that must be there.
    public mutating func required(_ key: StaticString) -> UUID { demanded(key).uuid() }
    /// A UUID that must be there but may be null.
    public mutating func nullable(_ key: StaticString) -> UUID? { demandedUnlessNull(key)?.uuid() }
    /// A UUID that may be left out.
    public mutating func optional(_ key: StaticString) -> UUID? { present(key)?.uuid() }
}

nonisolated extension JSONObjectReader {
    /// Any value, null among them: for it, absence and null are different without a ``Field``.
    public mutating func optional(_ key: StaticString) -> JSONValue? {
        let value = member(key)
        guard value.place != JSONDocument.missing else { return Optional.none }
        return JSONValue(reading: value)
    }
}
