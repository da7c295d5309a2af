/// Where a parameter stands.
public nonisolated enum ParameterPlace: String, Sendable { case path, query, header, cookie }

/// What kind of value a parameter has, as far as its layout depends on it.
public nonisolated enum ParameterShape: Sendable {
    case value, list, object
    /// One of several kinds: a union, or any value.
    case any
}

/// Which items of a query belong to an object whose members stand there on their own (`style: form`, exploded).
public nonisolated enum ParameterSpread: Sendable {
    /// Those of these names.
    case members([String])
    /// All but those of other parameters.
    case besides([String])
}

/// Why the text of a parameter is not in its style; the reason follows "The parameter …".
public nonisolated struct BrokenForm: Error {
    public let reason: String
    static let encoding = BrokenForm(reason: "is not percent-encoded UTF-8")
}

/// The style in which a parameter is written, and the way out of it: `a,b`, `.a.b`, `;list=a;list=b`, `a%20b`, `a|b`
/// (OpenAPI 3.2 §4.12.3, which builds on RFC 6570). Text is split before it is decoded: an encoded delimiter is data.
public nonisolated struct ParameterForm: Sendable {
    /// Bytes as they were sent.
    public typealias Encoded = ArraySlice<UInt8>

    public let name: String
    public let place: ParameterPlace
    public let style: ParameterStyle
    public let explode: Bool

    /// A form with its parts.
    public init(name: String, place: ParameterPlace, style: ParameterStyle, explode: Bool) {
        self.name = name
        self.place = place
        self.style = style
        self.explode = explode
    }

    /// The encoded values that were sent under the name.
    public func values(in items: [SentItem]) -> [Encoded] {
        let own = items.filter { $0.name == name }.map(\.encoded)
        guard own.isEmpty, style == .deepObject else { return own }
        return items.filter { $0.name == name + "[]" || Path($0.name, of: name)?.isPosition == true }.map(\.encoded)
    }

    /// The text of a parameter that is one value; nil when it was not sent.
    public func scalar(_ values: [Encoded]) throws(BrokenForm) -> String? {
        guard let value = try single(values) else { return nil }
        guard style == .matrix else { return try text(style == .label ? labelled(value) : value) }
        guard let item = try matrixItems(value).first, item.name == name else {
            throw BrokenForm(reason: "does not begin with `;\(name)`")
        }
        return try text(item.value)
    }

    /// The texts of a parameter that is a list; nil when it was not sent.
    public func list(_ values: [Encoded]) throws(BrokenForm) -> [String]? {
        guard !values.isEmpty else { return nil }
        switch style {
        case .deepObject: return try texts(values)
        case .form where explode, .spaceDelimited where explode, .pipeDelimited where explode,
            .tabDelimited where explode, .cookie where explode:
            // No style of cookies writes `&`, but what RFC 6570 makes of an exploded list does.
            guard place == .cookie, style == .form else { return try texts(values) }
            let prefix = Array((PercentEncoding.unreserved.encode(name) + "=").utf8)
            return try texts(
                values.flatMap { value in
                    let parts = value.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
                    return parts.count > 1
                        ? parts.map { $0.starts(with: prefix) ? $0.dropFirst(prefix.count) : $0 } : [value]
                })
        case .spaceDelimited: return try texts(values.flatMap { parts(of: $0, at: " ") })
        case .pipeDelimited: return try texts(values.flatMap { parts(of: $0, at: "|") })
        case .tabDelimited: return try texts(values.flatMap { parts(of: $0, at: "\t") })
        case .form, .cookie: return try texts(values.flatMap { parts(of: $0, at: ",") })
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

    /// The members of a parameter that is an object, those that were sent more than once as lists; nil when it was not
    /// sent.
    /// - Parameters:
    ///   - values: what was sent under the name.
    ///   - items: all items of the place, for the styles that spread the members over several.
    public func object(
        _ values: [Encoded], among items: [SentItem], spread: ParameterSpread
    ) throws(BrokenForm) -> [ParameterValue.Member]? {
        switch style {
        case .deepObject: return try deepObject(items)
        case .form where explode, .cookie where explode, .spaceDelimited where explode, .pipeDelimited where explode,
            .tabDelimited where explode:
            let own = items.filter { spread.contains($0.name) }
            return own.isEmpty
                ? nil : grouped(try own.map { item throws(BrokenForm) in (item.name, try text(item.encoded)) })
        case .matrix where explode:
            guard let value = try single(values) else { return nil }
            return try members(matrixItems(value).map { ($0.name, $0.value) })
        case .simple where explode, .label where explode:
            guard let value = try single(values) else { return nil }
            let body = style == .label ? try labelled(value) : value
            var pairs: [(String, Encoded)] = []
            for part in parts(of: body, at: style == .label ? "." : ",") {
                guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else {
                    throw BrokenForm(reason: "is not a list of `name=value`")
                }
                pairs.append((try text(part[..<equals]), part[(equals + 1)...]))
            }
            return try members(pairs)
        default:
            guard let texts = try list(values) else { return nil }
            guard texts.count.isMultiple(of: 2) else { throw BrokenForm(reason: "has a name without a value") }
            return stride(from: 0, to: texts.count, by: 2).map { .init(name: texts[$0], value: texts[$0 + 1]) }
        }
    }

    /// What the parameter may stand for, the likeliest first; nothing when it was not sent.
    public func candidates(
        as shape: ParameterShape, among items: [SentItem], values: [Encoded], spread: ParameterSpread
    ) throws(BrokenForm) -> [ParameterValue] {
        switch shape {
        case .value: return try scalar(values).map { [.text($0)] } ?? []
        case .list:
            if style == .deepObject { return try deepValue(items).map { [$0] } ?? [] }
            return try list(values).map { [.list($0.map(ParameterValue.text))] } ?? []
        case .object: return try object(values, among: items, spread: spread).map { [.object($0)] } ?? []
        case .any:
            if style == .deepObject { return try deepValue(items).map { [$0] } ?? [] }
            var found: [ParameterValue] = []
            if let text = values.count > 1 ? nil : try scalar(values) { found = [.text(text)] }
            if let texts = try? list(values) {
                // A delimiter that is not encoded makes a list likelier than a text.
                found.insert(.list(texts.map(ParameterValue.text)), at: texts.count > 1 ? 0 : found.count)
            }
            let isSpread = explode && (style == .form || style == .cookie)
            if !isSpread || found.isEmpty, let members = try? object(values, among: items, spread: spread) {
                found.append(.object(members))
            }
            return found
        }
    }

    private func single(_ values: [Encoded]) throws(BrokenForm) -> Encoded? {
        guard values.count <= 1 else { throw BrokenForm(reason: "is given more than once") }
        return values.first
    }

    private func members(_ pairs: [(String, Encoded)]) throws(BrokenForm) -> [ParameterValue.Member] {
        try pairs.map { pair throws(BrokenForm) in .init(name: pair.0, value: try text(pair.1)) }
    }

    // MARK: Splitting

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

    /// The parts between delimiters. A space, a tab and a bar cannot stand in a URL, so that their encoded forms are
    /// the delimiters there, a plus among them in a query; quotes hide those of a header field. Nothing at all is the
    /// empty list.
    private func parts(of value: Encoded, at delimiter: Unicode.Scalar) -> [Encoded] {
        guard !value.isEmpty else { return [] }
        let byte = UInt8(ascii: delimiter)
        let escapes: [String] =
            switch delimiter {
            case _ where place == .header: []
            case " ": place == .path ? ["%20"] : ["%20", "+"]
            case "|": ["%7C", "%7c"]
            case "\t": ["%09"]
            default: []
            }
        let searched = place == .header ? SentItem.unquoted(value)[...] : value
        let shift = value.startIndex - searched.startIndex
        var parts: [Encoded] = []
        var start = searched.startIndex
        var index = start
        while index < searched.endIndex {
            let rest = searched[index...]
            let length = rest.first == byte ? 1 : escapes.first { rest.starts(with: $0.utf8) }?.utf8.count ?? 0
            if length > 0 {
                parts.append(value[(start + shift)..<(index + shift)])
                start = index + length
            }
            index += max(length, 1)
        }
        return parts + [value[(start + shift)...]]
    }

    // MARK: Decoding

    /// Header fields and cookies of the style of that name are not percent-encoded, but blanks may surround their parts
    /// (RFC 9110 §5.6.1); in a query `+` is a space, as forms send it.
    private func text(_ value: Encoded) throws(BrokenForm) -> String {
        if place == .header || style == .cookie {
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

    /// Members in the order in which their names came first.
    private func grouped(_ pairs: [(name: String, text: String)]) -> [ParameterValue.Member] {
        var order: [String] = []
        var texts: [String: [String]] = [:]
        for (name, text) in pairs {
            if texts[name] == nil { order.append(name) }
            texts[name, default: []].append(text)
        }
        return order.map { name in
            let sent = texts[name] ?? []
            return .init(
                name: name, value: sent.count == 1 ? .text(sent.first ?? "") : .list(sent.map(ParameterValue.text)))
        }
    }
}

nonisolated extension ParameterSpread {
    func contains(_ name: String) -> Bool {
        switch self {
        case .members(let names): names.contains(name)
        case .besides(let names): !names.contains { name == $0 || name.hasPrefix($0 + "[") }
        }
    }
}

// MARK: - Deep objects

nonisolated extension ParameterForm {
    /// The names between brackets: `["b", "c"]` of `a[b][c]`.
    fileprivate struct Path {
        var keys: ArraySlice<String>

        /// Nil for an item of another parameter.
        init?(_ name: String, of parameter: String) {
            guard name.hasPrefix(parameter) else { return nil }
            var keys: [String] = []
            var rest = name.utf8.dropFirst(parameter.utf8.count)
            while rest.first == UInt8(ascii: "["), let end = rest.firstIndex(of: UInt8(ascii: "]")) {
                keys.append(String(decoding: rest[rest.index(after: rest.startIndex)..<end], as: UTF8.self))
                rest = rest[rest.index(after: end)...]
            }
            guard rest.isEmpty else { return nil }
            self.keys = keys[...]
        }

        /// Whether it is `a[0]`.
        var isPosition: Bool { keys.count == 1 && keys.allSatisfy { Int($0) != nil } }
    }

    private static var deepest: Int { 32 }

    private func deepObject(_ items: [SentItem]) throws(BrokenForm) -> [ParameterValue.Member]? {
        guard case .object(let members)? = try deepValue(items, onlyMembers: true) else { return nil }
        return members
    }

    /// The tree that `a[b]=1&a[c][]=2` spells; nil when nothing of it was sent.
    private func deepValue(_ items: [SentItem], onlyMembers: Bool = false) throws(BrokenForm) -> ParameterValue? {
        var entries: [(keys: ArraySlice<String>, text: String)] = []
        for item in items {
            guard let path = Path(item.name, of: name), !(onlyMembers && path.keys.isEmpty) else { continue }
            guard path.keys.count <= Self.deepest else { throw BrokenForm(reason: "is nested too deeply") }
            entries.append((path.keys, try text(item.encoded)))
        }
        return entries.isEmpty ? nil : Self.tree(entries, isOutermost: onlyMembers)
    }

    private static func tree(
        _ entries: [(keys: ArraySlice<String>, text: String)], isOutermost: Bool = false
    ) -> ParameterValue {
        var order: [String] = []
        var groups: [String: [(keys: ArraySlice<String>, text: String)]] = [:]
        var texts: [String] = []
        for entry in entries {
            guard let key = entry.keys.first else {
                texts.append(entry.text)
                continue
            }
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append((entry.keys.dropFirst(), entry.text))
        }
        if order.isEmpty {
            return texts.count == 1 ? .text(texts.first ?? "") : .list(texts.map(ParameterValue.text))
        }
        if order == [""], !isOutermost { return .list(elements(groups[""] ?? [])) }
        // Numbers may be names or positions: a reader that wants a list takes the members in their order.
        let positions = order.compactMap(Int.init)
        if positions.count == order.count { order.sort { (Int($0) ?? 0) < (Int($1) ?? 0) } }
        return .object(order.map { .init(name: $0, value: tree(groups[$0] ?? [])) })
    }

    /// The elements of `a[]=1&a[]=2`; of `a[][b]=1&a[][c]=2&a[][b]=3` two, as a new one begins where a name comes again.
    private static func elements(_ entries: [(keys: ArraySlice<String>, text: String)]) -> [ParameterValue] {
        var elements: [[(keys: ArraySlice<String>, text: String)]] = []
        var seen: Set<ArraySlice<String>> = []
        for entry in entries {
            if elements.isEmpty || entry.keys.isEmpty || entry.keys != [""] && seen.contains(entry.keys) {
                elements.append([])
                seen = []
            }
            seen.insert(entry.keys)
            elements[elements.count - 1].append(entry)
        }
        return elements.map { tree($0) }
    }
}
