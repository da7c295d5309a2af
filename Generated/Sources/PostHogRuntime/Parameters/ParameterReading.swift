// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

nonisolated extension JSONRepresentable {
    /// Reads a value of which only texts were sent: `"5"` is a number where one is wanted.
    ///
    /// A choice between kinds takes the number, flag or text that a text looks like, and all as text where that does not
    /// fit. Lists and objects within others may be JSON.
    /// - Parameters:
    ///   - candidates: what was sent may be any of these; the first that fits counts.
    ///   - rule: what the value has to meet beyond its type, when validating.
    /// - Throws: what is wrong with the first of them that is of the type, or else with the first.
    public init(
        parameter candidates: [ParameterValue], validating: Bool = false, limits: JSONLimits = .standard,
        rule: (any ValueRule)? = nil
    ) throws(JSONError) {
        var first: JSONError?
        var broken: JSONError?
        for candidate in candidates {
            for unfolding in [false, true] {
                let value = unfolding ? candidate.unfolded : candidate
                if unfolding, value == candidate { continue }
                for texts in [JSONTexts.byLook, .asTexts] {
                    let read: Self
                    do throws(JSONError) {
                        read = try value.jsonBytes().withUnsafeBufferPointer { bytes in
                            JSONDocument.parse(
                                bytes, validating: validating, limits: limits,
                                texts: unfolding ? texts.unfolded : texts)
                        }.read()
                    } catch {
                        first = first ?? error
                        continue
                    }
                    do throws(JSONError) {
                        // Rules look at values of their kind, which texts are not.
                        self =
                            validating
                            ? try Self(json: read.jsonBytes(), validating: true, limits: limits, rule: rule) : read
                        return
                    } catch {
                        broken = broken ?? error
                    }
                }
            }
        }
        throw broken ?? first
            ?? JSONError(kind: .mismatch, issues: [JSONIssue(pointer: "", message: "nothing was sent")])
    }
}

nonisolated extension Result where Success == JSONDocument, Failure == JSONError {
    fileprivate func read<Value: JSONRepresentable>() throws(JSONError) -> Value { try JSONDocument.read(self) }
}

nonisolated extension JSONRepresentable {
    /// The value of a document that is known to hold one: a default that the generator has looked at.
    public static func parameterDefault(_ text: StaticString) -> Self {
        (try? Self(json: text.description)) ?? jsonPlaceholder
    }

    /// A value to go on with where none could be read, until the fault is thrown.
    public static var jsonPlaceholder: Self { JSONDocument.placeholder() }
}

/// Whether the strings of a document may stand for other values, because the document was made of a parameter's texts.
nonisolated enum JSONTexts {
    /// They are strings.
    case none
    /// Their kind is that which they look like.
    case byLook
    /// Their kind is string, though a reader that wants a number may read them as such.
    case asTexts
    /// The same, where those that are JSON have been replaced by it.
    case byLookUnfolded, asTextsUnfolded

    var unfolded: JSONTexts {
        switch self {
        case .none: .none
        case .byLook, .byLookUnfolded: .byLookUnfolded
        case .asTexts, .asTextsUnfolded: .asTextsUnfolded
        }
    }

    var isUnfolded: Bool { self == .byLookUnfolded || self == .asTextsUnfolded }
    var goesByLook: Bool { self == .byLook || self == .byLookUnfolded }

    /// The kind of value that a text looks like.
    static func kind(of text: String) -> JSONReader.Kind {
        if text == "true" || text == "false" { return .bool }
        // `007` is no number of JSON.
        let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
        let isPadded = digits.first == 0x30 && (digits.dropFirst().first.map { $0 &- 0x30 < 10 } ?? false)
        return !isPadded && JSONNumber.double(text) != nil ? .number : .string
    }
}

nonisolated extension ParameterValue {
    /// The value with lists and objects in place of texts that are JSON of such, and with null in place of `null`.
    fileprivate var unfolded: ParameterValue {
        switch self {
        case .text("null"): return .literal("null")
        case .text(let text):
            guard let first = text.utf8.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "{"),
                let value = try? ParameterValue(json: text)
            else { return self }
            return value
        case .literal: return self
        case .list(let elements): return .list(elements.map(\.unfolded))
        case .object(let members): return .object(members.map { Member(name: $0.name, value: $0.value.unfolded) })
        }
    }
}

/// A named value of a path, a query, a form or a `Cookie` field, the value still percent-encoded.
public nonisolated struct SentItem: Sendable {
    /// The name, decoded.
    public let name: String
    /// The value as it was sent.
    public let encoded: ArraySlice<UInt8>

    /// An item with its parts.
    public init(name: String, encoded: ArraySlice<UInt8>) {
        self.name = name
        self.encoded = encoded
    }

    /// The items of a target's query: `a=1&b` are `a` with `1` and `b` with an empty value.
    public static func items(inTarget target: String) -> [SentItem] {
        let bytes = Array(target.utf8)
        guard let mark = bytes.firstIndex(of: UInt8(ascii: "?")) else { return [] }
        return items(inForm: bytes[(mark + 1)...].prefix { $0 != UInt8(ascii: "#") })
    }

    /// The items of a form or a query. Names that are not percent-encoded UTF-8 are no parameter's, and are left out.
    public static func items(inForm form: ArraySlice<UInt8>) -> [SentItem] {
        form.split(separator: UInt8(ascii: "&")).compactMap { item in
            let end = item.firstIndex(of: UInt8(ascii: "=")) ?? item.endIndex
            guard let name = PercentEncoding.decode(item[..<end], plusIsSpace: true) else { return nil }
            return SentItem(name: name, encoded: item[end...].dropFirst())
        }
    }

    /// The cookies of a request (RFC 6265 §5.4).
    public static func cookies(in fields: HTTPFields) -> [SentItem] {
        fields.values(of: "cookie").flatMap { field in
            Array(field.utf8).split(separator: UInt8(ascii: ";")).compactMap { item in
                guard let end = item.firstIndex(of: UInt8(ascii: "=")) else { return nil }
                let name = item[..<end].drop { $0 == UInt8(ascii: " ") }
                return SentItem(name: String(decoding: name, as: UTF8.self), encoded: item[end...].dropFirst())
            }
        }
    }

    /// The bytes with those in quoted strings (RFC 9110 §5.6.4) replaced, so that delimiters within them are not found.
    static func unquoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.contains(UInt8(ascii: "\"")) else { return Array(text) }
        var isQuoted = false
        var isEscaped = false
        return text.map { byte in
            defer {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\"") {
                    isQuoted.toggle()
                } else if isQuoted, byte == UInt8(ascii: "\\") {
                    isEscaped = true
                }
            }
            return isQuoted ? UInt8(ascii: "\"") : byte
        }
    }
}

nonisolated extension PercentEncoding {
    /// The text that bytes of a request target stand for, or nil if they are not percent-encoded UTF-8.
    public static func decode(_ bytes: ArraySlice<UInt8>, plusIsSpace: Bool = false) -> String? {
        decode(String(decoding: bytes, as: UTF8.self), plusIsSpace: plusIsSpace)
    }
}
