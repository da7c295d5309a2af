// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import PostHogRuntime

/// A named value of a path, a query or a `Cookie` field, the value still percent-encoded.
nonisolated struct SentItem: Sendable {
    let name: String
    let encoded: ArraySlice<UInt8>

    /// The items of a target's query: `a=1&b` are `a` with `1` and `b` with an empty value. Names that are not
    /// percent-encoded UTF-8 are no parameter's, and are left out.
    static func items(inTarget target: String) -> [SentItem] {
        let bytes = Array(target.utf8)
        guard let mark = bytes.firstIndex(of: UInt8(ascii: "?")) else { return [] }
        return bytes[(mark + 1)...].prefix { $0 != UInt8(ascii: "#") }.split(separator: UInt8(ascii: "&"))
            .compactMap { item in
                let end = item.firstIndex(of: UInt8(ascii: "=")) ?? item.endIndex
                guard let name = PercentEncoding.decode(item[..<end], plusIsSpace: true) else { return nil }
                return SentItem(name: name, encoded: item[end...].dropFirst())
            }
    }

    /// The cookies of a request (RFC 6265 §5.4).
    static func cookies(in fields: HTTPFields) -> [SentItem] {
        fields.values(of: "cookie").flatMap { field in
            Array(field.utf8).split(separator: UInt8(ascii: ";")).compactMap { item in
                guard let end = item.firstIndex(of: UInt8(ascii: "=")) else { return nil }
                let name = item[..<end].drop { $0 == UInt8(ascii: " ") }
                return SentItem(name: String(decoding: name, as: UTF8.self), encoded: item[end...].dropFirst())
            }
        }
    }
}

nonisolated extension PercentEncoding {
    /// The text that bytes of a request target stand for, or nil if they are not percent-encoded UTF-8.
    static func decode(_ bytes: ArraySlice<UInt8>, plusIsSpace: Bool = false) -> String? {
        decode(String(decoding: bytes, as: UTF8.self), plusIsSpace: plusIsSpace)
    }
}
