// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

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
