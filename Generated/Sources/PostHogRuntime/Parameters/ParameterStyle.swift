// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

/// How a parameter's value is laid out as text (OpenAPI 3.2 §4.12.3, RFC 6570).
///
///     ParameterStyle.form.text(of: .list([.text("a"), .text("b")]), named: "id", explode: false)   // "id=a,b"
///     ParameterStyle.form.text(of: .list([.text("a"), .text("b")]), named: "id", explode: true)    // "id=a&id=b"
///
/// Where the specification leaves a combination open:
/// - `spaceDelimited`, `pipeDelimited` and `tabDelimited` write exploded values, and single ones, as `form` does; in a path
///   or a header field, where Swagger 2.0 has them, they are `simple` with another delimiter.
/// - `deepObject` writes members of members as `a[b][c]=1`, lists of scalars as `a[b][]=1&a[b][]=2`, other lists by
///   position: `a[0][b]=1`.
/// - Lists in exploded objects repeat their name; all else that is nested stands as JSON.
public nonisolated enum ParameterStyle: String, Sendable, Hashable {
    case form, simple, spaceDelimited, pipeDelimited, deepObject, label, matrix
    /// Tabs between the parts: `collectionFormat: tsv` of Swagger 2.0.
    case tabDelimited
    /// As `form`, but with `; ` between the parts and nothing percent-encoded (OpenAPI 3.2).
    case cookie
}

nonisolated extension ParameterStyle {
    /// The percent-encoded text to put into a path (`simple`, `label`, `matrix`), a query or a cookie (the others), or,
    /// with `encoded: false`, a header field.
    /// - Parameters:
    ///   - isNamed: Whether the styles with other delimiters write the name as well: not in a path or a header field.
    ///   - value: The value; an empty list or object gives an empty text, as there is nothing to say (RFC 6570 §2.3).
    ///   - allowReserved: Whether the characters of RFC 3986 §2.2 stay as they are, save those that would end the value.
    public func text(
        of value: ParameterValue, named name: String, explode: Bool, allowReserved: Bool = false, encoded: Bool = true,
        isNamed: Bool = true
    ) -> String {
        switch self {
        case .simple, .label, .matrix: break
        default:
            let isDelimited = self == .spaceDelimited || self == .pipeDelimited || self == .tabDelimited
            if isDelimited && !isNamed { break }
            return items(of: value, named: name, explode: explode, allowReserved: allowReserved)
                .joined(separator: self == .cookie ? "; " : "&")
        }
        let between = encoded ? delimiter.encoded : delimiter.plain
        let kept = "/?#[]"
        let inPart = kept + (self == .label && explode ? ",;=." : ",;=")
        func escape(_ value: ParameterValue, in always: String) -> String {
            guard encoded else { return value.plainText }
            let characters: PercentEncoding = allowReserved ? .reserved : .unreserved
            return characters.encode(value.plainText, always: always)
        }
        let key = encoded ? PercentEncoding.unreserved.encode(name) : name
        switch value {
        case .text, .literal:
            let text = escape(value, in: self == .matrix ? kept + ";" : kept)
            switch self {
            case .label: return "." + text
            case .matrix: return text.isEmpty ? ";\(key)" : ";\(key)=\(text)"
            default: return text
            }
        case .list(let elements):
            let parts = elements.map { escape($0, in: inPart) }
            if parts.isEmpty { return "" }
            switch self {
            case .label: return "." + parts.joined(separator: explode ? "." : ",")
            case .matrix where explode: return parts.map { $0.isEmpty ? ";\(key)" : ";\(key)=\($0)" }.joined()
            case .matrix: return ";\(key)=\(parts.joined(separator: ","))"
            default: return parts.joined(separator: between)
            }
        case .object(let members):
            if members.isEmpty { return "" }
            let pairs = members.map { (escape(.text($0.name), in: inPart), escape($0.value, in: inPart)) }
            let parts = explode ? pairs.map { "\($0)=\($1)" } : pairs.flatMap { [$0, $1] }
            switch self {
            case .label: return "." + parts.joined(separator: explode ? "." : ",")
            case .matrix where explode: return pairs.map { $1.isEmpty ? ";\($0)" : ";\($0)=\($1)" }.joined()
            case .matrix: return ";\(key)=\(parts.joined(separator: ","))"
            default: return parts.joined(separator: between)
            }
        }
    }

    /// What stands between `&` in a query or a form, or between `;` in a `Cookie` field: `["id=a", "id=b"]`. The styles
    /// of paths are written as `form` is.
    public func items(
        of value: ParameterValue, named name: String, explode: Bool, allowReserved: Bool = false
    ) -> [String] {
        // `#` would end the query and `&` the item, `+` is a space to a form; brackets have no place in a query.
        let kept = "#&+[]"
        let characters: PercentEncoding = allowReserved ? .reserved : .unreserved
        func escape(_ value: ParameterValue, in always: String = kept) -> String {
            self == .cookie ? value.plainText : characters.encode(value.plainText, always: always)
        }
        let key = self == .cookie ? name : PercentEncoding.unreserved.encode(name)
        func item(_ name: String, _ value: ParameterValue) -> String { "\(name)=\(escape(value))" }
        switch value {
        case .text, .literal: return [item(key, value)]
        case .list(let elements) where elements.isEmpty: return []
        case .object(let members) where members.isEmpty: return []
        case _ where self == .deepObject: return deepItems(of: value, key: key, escape)
        case .list(let elements):
            if explode { return elements.map { item(key, $0) } }
            let parts = elements.map { escape($0, in: kept + ",") }
            return ["\(key)=\(parts.joined(separator: delimiter.encoded))"]
        case .object(let members):
            if !explode {
                let parts = members.flatMap {
                    [escape(.text($0.name), in: kept + ","), escape($0.value, in: kept + ",")]
                }
                return ["\(key)=\(parts.joined(separator: delimiter.encoded))"]
            }
            return members.flatMap { member in
                let name = self == .cookie ? member.name : PercentEncoding.unreserved.encode(member.name)
                if case .list(let elements) = member.value, elements.allSatisfy(\.isScalar) {
                    return elements.map { item(name, $0) }
                }
                return [item(name, member.value)]
            }
        }
    }

    private func deepItems(
        of value: ParameterValue, key: String, _ escape: (ParameterValue, String) -> String
    ) -> [String] {
        switch value {
        case .text, .literal: ["\(key)=\(escape(value, "#&+[]"))"]
        case .list(let elements):
            elements.enumerated().flatMap { position, element in
                deepItems(of: element, key: element.isScalar ? key + "%5B%5D" : "\(key)%5B\(position)%5D", escape)
            }
        case .object(let members):
            members.flatMap { member in
                deepItems(
                    of: member.value, key: "\(key)%5B\(PercentEncoding.unreserved.encode(member.name))%5D", escape)
            }
        }
    }

    /// What stands between the parts of a list, percent-encoded where it must be in a URL.
    private var delimiter: (plain: String, encoded: String, name: String) {
        switch self {
        case .spaceDelimited: (" ", "%20", "a space")
        case .pipeDelimited: ("|", "%7C", "a bar")
        case .tabDelimited: ("\t", "%09", "a tab")
        default: (",", ",", "a comma")
        }
    }

    /// Why a value cannot be told from another one in this style, to follow the parameter's name; nil where it can.
    /// Where nothing is percent-encoded, or the delimiter always is, a delimiter cannot be part of the value.
    public func ambiguity(of value: ParameterValue, explode: Bool, encoded: Bool = true) -> String? {
        let isVerbatim = self == .cookie || !encoded
        if self == .cookie, value.texts.contains(where: { $0.unicodeScalars.contains { $0 == ";" || $0.value < 0x20 } })
        {
            return "a cookie cannot contain a semicolon or a control character"
        }
        if self == .deepObject, value.names.contains(where: { $0.contains("[") || $0.contains("]") }) {
            return "the name of a member cannot contain a bracket"
        }
        if value.isScalar || explode && !(self == .simple && isVerbatim) { return nil }
        switch self {
        case .spaceDelimited, .tabDelimited:
            // RFC 9110 §5.5: blanks around the value of a field are no part of it.
            if !encoded, value.texts.first?.isEmpty ?? false || value.texts.last?.isEmpty ?? false {
                return "\(delimiter.name) separates its parts, and an empty one at an end would be lost"
            }
        case .pipeDelimited: break
        case .deepObject: return nil
        default: guard isVerbatim else { return nil }
        }
        let delimiter = delimiter
        let isAmbiguous = value.texts.contains { text in
            SentItem.unquoted(Array(text.utf8)[...]).contains { delimiter.plain.utf8.first == $0 }
        }
        return isAmbiguous ? "\(delimiter.name) separates its parts and cannot be in one" : nil
    }
}

nonisolated extension ParameterValue {
    /// The texts of the outermost parts, those of names among them.
    fileprivate var texts: [String] {
        switch self {
        case .text, .literal: [plainText]
        case .list(let elements): elements.map(\.plainText)
        case .object(let members): members.flatMap { [$0.name, $0.value.plainText] }
        }
    }

    fileprivate var names: [String] {
        switch self {
        case .text, .literal: []
        case .list(let elements): elements.flatMap(\.names)
        case .object(let members): members.flatMap { [$0.name] + $0.value.names }
        }
    }
}
