// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import PostHogRuntime

/// Where a parameter stands.
nonisolated enum ParameterPlace: String, Sendable { case path, query, header, cookie }

/// Why the text of a parameter is not in its style; the reason follows "The parameter …".
nonisolated struct BrokenForm: Error {
    let reason: String
    static let encoding = BrokenForm(reason: "is not percent-encoded UTF-8")
}

/// The style in which a parameter is written, and the way out of it: `a,b`, `.a.b`, `;list=a;list=b`, `a%20b`, `a|b`
/// (OpenAPI §4.8.12.2, which builds on RFC 6570). Text is split before it is decoded: an encoded delimiter is data.
nonisolated struct ParameterForm: Sendable {
    typealias Encoded = ArraySlice<UInt8>

    let name: String
    let place: ParameterPlace
    let style: ParameterStyle
    let explode: Bool

    /// The text of a parameter that is one value; nil when it was not sent.
    func scalar(_ values: [Encoded]) throws(BrokenForm) -> String? {
        guard let value = try single(values) else { return nil }
        guard style == .matrix else { return try text(style == .label ? labelled(value) : value) }
        guard let item = try matrixItems(value).first, item.name == name else {
            throw BrokenForm(reason: "does not begin with `;\(name)`")
        }
        return try text(item.value)
    }

    /// The texts of a parameter that is a list; nil when it was not sent.
    func list(_ values: [Encoded]) throws(BrokenForm) -> [String]? {
        guard !values.isEmpty else { return nil }
        switch style {
        case .form where explode, .spaceDelimited where explode, .pipeDelimited where explode, .deepObject:
            return try texts(values)
        case .spaceDelimited: return try texts(values.flatMap { parts(of: $0, at: " ") })
        case .pipeDelimited: return try texts(values.flatMap { parts(of: $0, at: "|") })
        case .form: return try texts(values.flatMap { parts(of: $0, at: ",") })
        case .simple: return try single(values).map { value throws(BrokenForm) in try texts(parts(of: value, at: ",")) }
        case .label:
            guard let value = try single(values) else { return nil }
            return try texts(parts(of: labelled(value), at: explode ? "." : ","))
        case .matrix:
            guard let value = try single(values) else { return nil }
            let items = try matrixItems(value)
            guard items.allSatisfy({ $0.name == name }) else {
                throw BrokenForm(reason: "is not written as `;\(name)=…`")
            }
            return try texts(items.flatMap { explode ? [$0.value] : parts(of: $0.value, at: ",") })
        }
    }

    /// The members of a parameter that is an object; nil when it was not sent. `items` are all items of the place, for
    /// the styles that spread the members over several.
    func members(_ values: [Encoded], among items: [SentItem]) throws(BrokenForm) -> [(name: String, value: String)]? {
        switch style {
        case .deepObject:
            let own = items.filter { $0.name.hasPrefix(name + "[") && $0.name.hasSuffix("]") }
            return own.isEmpty ? nil : try pairs(own.map { ($0.name.dropFirst(name.count + 1).dropLast(), $0.encoded) })
        case .form where explode:
            return items.isEmpty ? nil : try pairs(items.map { ($0.name[...], $0.encoded) })
        case .matrix where explode:
            guard let value = try single(values) else { return nil }
            return try pairs(matrixItems(value).map { ($0.name[...], $0.value) })
        case .simple where explode, .label where explode:
            guard let value = try single(values) else { return nil }
            let body = style == .label ? try labelled(value) : value
            var members: [(Substring, Encoded)] = []
            for part in parts(of: body, at: style == .label ? "." : ",") {
                guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else {
                    throw BrokenForm(reason: "is not a list of `name=value`")
                }
                members.append((try text(part[..<equals])[...], part[(equals + 1)...]))
            }
            return try pairs(members)
        default:
            guard let texts = try list(values) else { return nil }
            guard texts.count.isMultiple(of: 2) else { throw BrokenForm(reason: "has a name without a value") }
            return stride(from: 0, to: texts.count, by: 2).map { (texts[$0], texts[$0 + 1]) }
        }
    }

    private func single(_ values: [Encoded]) throws(BrokenForm) -> Encoded? {
        guard values.count <= 1 else { throw BrokenForm(reason: "is given more than once") }
        return values.first
    }

    /// What follows the full stop of a label.
    private func labelled(_ value: Encoded) throws(BrokenForm) -> Encoded {
        guard value.first == UInt8(ascii: ".") else { throw BrokenForm(reason: "does not begin with a full stop") }
        return value.dropFirst()
    }

    /// `;a=1;b=2` as names and encoded values.
    private func matrixItems(_ value: Encoded) throws(BrokenForm) -> [(name: String, value: Encoded)] {
        guard value.first == UInt8(ascii: ";") else { throw BrokenForm(reason: "does not begin with a semicolon") }
        var items: [(name: String, value: Encoded)] = []
        for part in parts(of: value.dropFirst(), at: ";") {
            let end = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
            items.append((try text(part[..<end]), part[end...].dropFirst()))
        }
        return items
    }

    /// The parts between delimiters. A space and a bar cannot stand in a URL, so that their encoded forms are the
    /// delimiters. Nothing at all is the empty list.
    private func parts(of value: Encoded, at delimiter: Unicode.Scalar) -> [Encoded] {
        guard !value.isEmpty else { return [] }
        let byte = UInt8(ascii: delimiter)
        let escapes = delimiter == " " ? ["%20", "+"] : delimiter == "|" ? ["%7C", "%7c"] : []
        var parts: [Encoded] = []
        var start = value.startIndex
        var index = start
        while index < value.endIndex {
            let rest = value[index...]
            let length = rest.first == byte ? 1 : escapes.first { rest.starts(with: $0.utf8) }?.utf8.count ?? 0
            if length > 0 {
                parts.append(value[start..<index])
                start = index + length
            }
            index += max(length, 1)
        }
        return parts + [value[start...]]
    }

    /// Header fields are not percent-encoded, but blanks may surround their parts (RFC 9110 §5.6.1); in a query `+` is
    /// a space, as forms send it.
    private func text(_ value: Encoded) throws(BrokenForm) -> String {
        if place == .header {
            let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
            return String(
                decoding: value.drop(while: isBlank).reversed().drop(while: isBlank).reversed(), as: UTF8.self)
        }
        guard let text = PercentEncoding.decode(value, plusIsSpace: place == .query) else { throw .encoding }
        return text
    }

    private func texts(_ values: [Encoded]) throws(BrokenForm) -> [String] {
        try values.map { value throws(BrokenForm) in try text(value) }
    }

    private func pairs(_ members: [(Substring, Encoded)]) throws(BrokenForm) -> [(name: String, value: String)] {
        try members.map { member throws(BrokenForm) in (String(member.0), try text(member.1)) }
    }
}
