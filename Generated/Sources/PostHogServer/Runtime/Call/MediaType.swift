// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import PostHogRuntime

/// A media type or a range of them, `text/csv; charset=utf-8; q=0.5` (RFC 9110 §8.3.1 and §12.5.1).
nonisolated struct MediaType: Sendable {
    let type: String
    let subtype: String
    let parameters: [(name: String, value: String)]

    /// Nil if the text has no `type/subtype`.
    init?(_ text: some StringProtocol) {
        var parts = text.split(separator: ";", omittingEmptySubsequences: false)
            .map { String($0.lowercased().filter { $0 != " " && $0 != "\t" }) }
        let names = parts.removeFirst().split(separator: "/", omittingEmptySubsequences: false)
        guard names.count == 2, let type = names.first, let subtype = names.last, !type.isEmpty, !subtype.isEmpty else {
            return nil
        }
        self.type = String(type)
        self.subtype = String(subtype)
        parameters = parts.compactMap { part in
            guard let equals = part.firstIndex(of: "=") else { return nil }
            let value = part[part.index(after: equals)...].filter { $0 != "\"" }
            return (String(part[..<equals]), String(value))
        }
    }

    /// Whether this type is in a range: `text/csv`, `text/*`, `*/*` or `application/*+json`.
    func matches(_ range: String) -> Bool {
        guard let range = MediaType(range) else { return false }
        return range.covers(self)
    }

    /// Whether a type is in this range.
    func covers(_ other: MediaType) -> Bool {
        guard type == "*" || type == other.type else { return false }
        if subtype.hasPrefix("*+") { return other.subtype.hasSuffix(subtype.dropFirst()) }
        return subtype == "*" || subtype == other.subtype
    }

    /// False if the type names a charset that is not a form of UTF-8.
    var isUTF8: Bool {
        guard let charset = parameters.first(where: { $0.name == "charset" }) else { return true }
        return ["utf-8", "utf8", "us-ascii"].contains(charset.value)
    }

    /// 0 for a range that a client excludes, else how much it is wanted, up to 1.
    var quality: Double { parameters.first { $0.name == "q" }.flatMap { Double($0.value) } ?? 1 }

    /// Whether an `Accept` field admits one of the offered types: of the ranges that cover a type the most specific one
    /// decides. A field that is missing or cannot be read admits everything.
    static func accepts(_ fields: HTTPFields, anyOf offered: [String]) -> Bool {
        let ranges = fields.values(of: "accept").flatMap { $0.split(separator: ",") }.compactMap { MediaType($0) }
        guard !ranges.isEmpty, !offered.isEmpty else { return true }
        return offered.compactMap { MediaType($0) }.contains { type in
            let covering = ranges.filter { $0.covers(type) }
            return (covering.max { $0.specificity < $1.specificity }?.quality ?? 0) > 0
        }
    }

    private var specificity: Int { (type == "*" ? 0 : 1) + (subtype == "*" ? 0 : 1) }
}
