/// A media type or a range of them, `text/csv; charset=utf-8` or `text/*; q=0.5` (RFC 9110 §8.3.1 and §12.5.1).
public nonisolated struct HTTPMediaType: Sendable {
    /// `text`, in lower case; `*` for any.
    public let type: String
    /// `csv`, in lower case; `*` for any, `*+json` for a suffix.
    public let subtype: String
    /// In order, names in lower case, values without their quotes.
    public let parameters: [(name: String, value: String)]

    /// Nil for a field that is missing or has no `type/subtype`.
    public init?(_ field: (some StringProtocol)?) {
        guard let field else { return nil }
        var pieces = HTTPMediaType.split(String(field), at: UInt8(ascii: ";"))
        let names = pieces.removeFirst().lowercased().split(separator: "/", omittingEmptySubsequences: false)
            .map { $0.filter { $0 != " " && $0 != "\t" } }
        guard names.count == 2, let type = names.first, let subtype = names.last, !type.isEmpty, !subtype.isEmpty else {
            return nil
        }
        self.type = type
        self.subtype = subtype
        parameters = pieces.compactMap(HTTPMediaType.parameter)
    }

    /// `text/csv`.
    public var essence: String { "\(type)/\(subtype)" }

    /// The value of a parameter.
    public subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }

    /// Whether this is `application/json`, or marked as JSON (RFC 6839 §3.1).
    public var isJSON: Bool { essence == "application/json" || essence == "text/json" || subtype.hasSuffix("+json") }

    /// False if the type names a charset that is not a form of UTF-8.
    public var isUTF8: Bool {
        guard let charset = self["charset"]?.lowercased() else { return true }
        return charset == "utf-8" || charset == "utf8" || charset == "us-ascii"
    }

    /// Whether a type is in this range: `text/csv`, `text/*`, `*/*` or `application/*+json`. Parameters do not count.
    public func covers(_ other: HTTPMediaType) -> Bool {
        guard type == "*" || type == other.type else { return false }
        if subtype.hasPrefix("*+") { return other.subtype.hasSuffix(subtype.dropFirst()) }
        return subtype == "*" || subtype == other.subtype
    }

    /// Whether a type is in one of the ranges.
    public func matches(anyOf ranges: [String]) -> Bool {
        ranges.contains { HTTPMediaType($0)?.covers(self) ?? false }
    }

    /// The first of the offered types that a message's `Accept` fields want most, by the most specific range that covers
    /// it; the first of all where the fields are missing or cannot be read. Nil if all are excluded.
    public static func preferred(of offered: [String], by fields: HTTPFields) -> String? {
        let ranges = fields.values(of: "accept").flatMap { split($0, at: UInt8(ascii: ",")) }
            .compactMap { HTTPMediaType($0) }
        guard !ranges.isEmpty else { return offered.first }
        var (chosen, best): (String?, Double) = (nil, 0)
        for text in offered {
            guard let type = HTTPMediaType(text) else { continue }
            // A range that is offered is wanted where anything of it is.
            let covering = ranges.filter { $0.covers(type) || type.subtype == "*" && type.covers($0) }
            let quality = covering.max { $0.specificity < $1.specificity }?.quality ?? 0
            if quality > best { (chosen, best) = (text, quality) }
        }
        return chosen
    }

    /// 0 for a range that a client excludes, else how much it is wanted, up to 1.
    private var quality: Double { self["q"].flatMap { Double($0) } ?? 1 }

    private var specificity: Int { (type == "*" ? 0 : 1) + (subtype == "*" ? 0 : 1) }

    /// `name=value` or `name="quoted \"value\""`.
    static func parameter(_ text: String) -> (name: String, value: String)? {
        guard let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")) else { return nil }
        let name = trimmed(text[..<equals]).lowercased()
        let value = trimmed(text[text.utf8.index(after: equals)...])
        guard value.utf8.first == UInt8(ascii: "\"") else { return (name, String(value)) }
        var unquoted: [UInt8] = []
        var isEscaped = false
        for byte in value.utf8.dropFirst() {
            if isEscaped {
                // Old browsers send paths with backslashes that escape nothing.
                if byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { unquoted.append(UInt8(ascii: "\\")) }
                unquoted.append(byte)
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                break
            } else {
                unquoted.append(byte)
            }
        }
        return (name, String(decoding: unquoted, as: UTF8.self))
    }

    /// The pieces between delimiters that stand outside of quotes; at least one.
    static func split(_ text: String, at delimiter: UInt8) -> [String] {
        var pieces: [[UInt8]] = [[]]
        var (isQuoted, isEscaped) = (false, false)
        for byte in text.utf8 {
            if byte == delimiter, !isQuoted {
                pieces.append([])
                continue
            }
            if byte == UInt8(ascii: "\""), !isEscaped { isQuoted.toggle() }
            isEscaped = isQuoted && byte == UInt8(ascii: "\\") && !isEscaped
            pieces[pieces.count - 1].append(byte)
        }
        return pieces.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while text.last == " " || text.last == "\t" { text = text.dropLast() }
        return text
    }
}
