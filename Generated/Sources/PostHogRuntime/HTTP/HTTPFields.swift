// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

/// Header fields in the order they were added; names compare without regard to case (RFC 9110 §5).
///
///     var fields: HTTPFields = ["Accept": "application/json"]
///     fields["authorization"] = "Bearer …"
///
/// A field can never smuggle another one: a name that is not a token is refused, and CR, LF and NUL are
/// taken out of values.
public nonisolated struct HTTPFields: Sendable {
    private struct Entry: Sendable {
        let name: String
        let value: String
    }

    private var entries: [Entry] = []

    /// No fields.
    public init() {}

    /// The values of all fields of that name, joined by commas as RFC 9110 §5.3 allows; `nil` when there is none.
    /// Setting replaces every field of that name; setting `nil` removes them.
    public subscript(name: String) -> String? {
        get {
            let values = values(of: name)
            return values.isEmpty ? nil : values.joined(separator: ", ")
        }
        set {
            remove(name)
            if let newValue { append(name, newValue) }
        }
    }

    /// The value of each field of that name, in order. `Set-Cookie` must be read this way.
    public func values(of name: String) -> [String] {
        var values: [String] = []
        for entry in entries where HTTPFields.isSame(entry.name, name) { values.append(entry.value) }
        return values
    }

    /// Adds a field after those already there.
    /// - Returns: `false`, with nothing added, when the name is not a token.
    @discardableResult
    public mutating func append(_ name: String, _ value: String) -> Bool {
        guard HTTPFields.isToken(name) else { return false }
        entries.append(Entry(name: name, value: HTTPFields.cleaned(value)))
        return true
    }

    /// Removes every field of that name.
    public mutating func remove(_ name: String) {
        entries.removeAll { HTTPFields.isSame($0.name, name) }
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        left.utf8.count == right.utf8.count && zip(left.utf8, right.utf8).allSatisfy { lowered($0) == lowered($1) }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    /// RFC 9110 §5.6.2.
    private static func isToken(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }

    private static func cleaned(_ value: String) -> String {
        func isForbidden(_ scalar: Unicode.Scalar) -> Bool { scalar == "\r" || scalar == "\n" || scalar == "\0" }
        func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" || isForbidden(scalar) }
        let scalars = value.unicodeScalars
        guard let first = scalars.first, let last = scalars.last else { return value }
        if !isBlank(first), !isBlank(last), !scalars.contains(where: isForbidden) { return value }
        var kept = scalars.filter { !isForbidden($0) }.drop(while: isBlank)
        while let last = kept.last, isBlank(last) { kept.removeLast() }
        return String(String.UnicodeScalarView(kept))
    }
}

nonisolated extension HTTPFields: RandomAccessCollection {
    public typealias Element = (name: String, value: String)
    public var startIndex: Int { 0 }
    public var endIndex: Int { entries.count }
    public subscript(position: Int) -> Element { (entries[position].name, entries[position].value) }
}

nonisolated extension HTTPFields: Hashable {
    /// Fields are equal when they have the same values in the same order under names that differ in case at most.
    public static func == (left: HTTPFields, right: HTTPFields) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy { isSame($0.name, $1.name) && $0.value == $1.value }
    }

    public func hash(into hasher: inout Hasher) {
        for entry in entries { hasher.combine(entry.value) }
    }
}

nonisolated extension HTTPFields: ExpressibleByDictionaryLiteral, CustomStringConvertible {
    public init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { append(name, value) }
    }

    /// The fields' names alone, because values can be secrets.
    public var description: String { "HTTPFields(\(entries.map(\.name).joined(separator: ", ")))" }
}
