/// How a parameter's value is laid out as text (OpenAPI 3.1 §4.8.12.2, RFC 6570).
///
///     ParameterStyle.form.text(of: .list(["a", "b"]), named: "id", explode: false)   // "id=a,b"
///     ParameterStyle.form.text(of: .list(["a", "b"]), named: "id", explode: true)    // "id=a&id=b"
public nonisolated enum ParameterStyle: String, Sendable, Hashable {
    case form, simple, spaceDelimited, pipeDelimited, deepObject, label, matrix
}

/// The value of a parameter, its parts in plain text.
public nonisolated enum ParameterValue: Sendable, Hashable {
    case text(String)
    case list([String])
    case object([Member])

    /// One member of a parameter that is an object.
    public nonisolated struct Member: Sendable, Hashable {
        /// The name of the member.
        public let name: String
        /// The text of its value.
        public let value: String
        /// A member with its value.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The text form of a value.
    public init(_ value: some ParameterRepresentable) { self = .text(value.parameterText) }
    /// The text forms of several values.
    public init(_ values: [some ParameterRepresentable]) { self = .list(values.map(\.parameterText)) }
}

nonisolated extension ParameterStyle {
    /// The percent-encoded text to put into a path (`simple`, `label`, `matrix`), a query (the others), or, with
    /// `encoded: false`, a header field.
    /// - Parameters:
    ///   - value: The value; an empty list or object gives an empty text in a query, as there is nothing to say.
    ///   - allowReserved: Whether the characters of RFC 3986 §2.2 stay as they are.
    public func text(
        of value: ParameterValue, named name: String, explode: Bool, allowReserved: Bool = false, encoded: Bool = true
    ) -> String {
        let allowed: PercentEncoding = allowReserved ? .reserved : .unreserved
        func escape(_ text: String) -> String { encoded ? allowed.encode(text) : text }
        let key = encoded ? PercentEncoding.unreserved.encode(name) : name

        switch value {
        case .text(let text):
            switch self {
            case .simple: return escape(text)
            case .label: return "." + escape(text)
            case .matrix: return text.isEmpty ? ";\(key)" : ";\(key)=\(escape(text))"
            case .form, .spaceDelimited, .pipeDelimited, .deepObject: return "\(key)=\(escape(text))"
            }
        case .list(let texts):
            let parts = texts.map(escape)
            switch self {
            case .simple: return parts.joined(separator: ",")
            case .label: return parts.isEmpty ? "" : "." + parts.joined(separator: explode ? "." : ",")
            case .matrix:
                if parts.isEmpty { return "" }
                return explode ? parts.map { ";\(key)=\($0)" }.joined() : ";\(key)=\(parts.joined(separator: ","))"
            case .form, .spaceDelimited, .pipeDelimited, .deepObject:
                if parts.isEmpty { return "" }
                if explode { return parts.map { "\(key)=\($0)" }.joined(separator: "&") }
                return "\(key)=\(parts.joined(separator: queryDelimiter))"
            }
        case .object(let members):
            if members.isEmpty { return "" }
            let flat = members.flatMap { [escape($0.name), escape($0.value)] }
            let pairs = members.map { "\(escape($0.name))=\(escape($0.value))" }
            switch self {
            case .simple: return (explode ? pairs : flat).joined(separator: ",")
            case .label: return "." + (explode ? pairs.joined(separator: ".") : flat.joined(separator: ","))
            case .matrix:
                return explode ? pairs.map { ";" + $0 }.joined() : ";\(key)=\(flat.joined(separator: ","))"
            case .deepObject:
                return members.map { "\(key)%5B\(escape($0.name))%5D=\(escape($0.value))" }.joined(separator: "&")
            case .form, .spaceDelimited, .pipeDelimited:
                return explode ? pairs.joined(separator: "&") : "\(key)=\(flat.joined(separator: queryDelimiter))"
            }
        }
    }

    /// What stands between the parts of a list in a query, percent-encoded where it must be.
    private var queryDelimiter: String {
        switch self {
        case .spaceDelimited: "%20"
        case .pipeDelimited: "%7C"
        default: ","
        }
    }

    /// The parts of a list that stands in one piece, the reverse of `text(of:named:explode:)` for `explode: false` and
    /// for path and header values: `"a,b"` → `["a", "b"]`.
    ///
    /// `text` is still percent-encoded, so that a delimiter inside a part is data; without its name and `=`.
    /// - Returns: The decoded parts; `nil` when an escape is broken. An empty text is an empty list.
    public func parts(of text: Substring, explode: Bool, encoded: Bool = true, plusIsSpace: Bool = false) -> [String]? {
        var text = text
        var delimiter = UInt8(ascii: ",")
        switch self {
        case .label:
            if text.first == "." { text = text.dropFirst() }
            if explode { delimiter = UInt8(ascii: ".") }
        case .spaceDelimited:
            text = Substring(text.replacingDelimiter("%20").replacingDelimiter("+"))
        case .pipeDelimited:
            text = Substring(text.replacingDelimiter("%7C").replacingDelimiter("%7c").replacingDelimiter("|"))
        case .form, .simple, .deepObject, .matrix: break
        }
        if self == .spaceDelimited || self == .pipeDelimited { delimiter = 0x1F }
        if text.isEmpty { return [] }
        var parts: [String] = []
        // By byte: a combining mark would make another character of a delimiter.
        for part in text.utf8.split(separator: delimiter, omittingEmptySubsequences: false).map(Substring.init) {
            guard encoded else {
                parts.append(part.trimmingBlanks)
                continue
            }
            guard let decoded = PercentEncoding.decode(part, plusIsSpace: plusIsSpace) else { return nil }
            parts.append(decoded)
        }
        return parts
    }
}

nonisolated extension StringProtocol {
    /// The text with each `delimiter` as a unit separator, which percent-encoded text cannot contain.
    fileprivate func replacingDelimiter(_ delimiter: String) -> String {
        let bytes = Array(utf8)
        let wanted = Array(delimiter.utf8)
        var replaced: [UInt8] = []
        var position = 0
        while position < bytes.count {
            if bytes[position...].starts(with: wanted) {
                replaced.append(0x1F)
                position += wanted.count
            } else {
                replaced.append(bytes[position])
                position += 1
            }
        }
        return String(decoding: replaced, as: UTF8.self)
    }

    /// The text without the blanks that header fields allow around list elements (RFC 9110 §5.6.1).
    fileprivate var trimmingBlanks: String {
        var text = drop { $0 == " " || $0 == "\t" }
        while text.last == " " || text.last == "\t" { text = text.dropLast() }
        return String(text)
    }
}
