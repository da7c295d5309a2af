import QuillDiagnostics
import QuillNodes

/// Reading single fields of an object, with one wording for each fault.
extension DocumentReading {
    /// The value of a field; a `null` counts as absent, with a warning.
    mutating func member(_ object: NodeObject, _ key: String) -> Node? {
        guard let node = object[key] else { return nil }
        if case .null = node.value {
            warn(.nullField, "`\(key)` is null; it is ignored", at: node.location, note: "leave it out")
            return nil
        }
        return node
    }

    mutating func text(_ object: NodeObject, _ key: String) -> String? {
        guard let node = member(object, key) else { return nil }
        return text(node, field: key)
    }

    /// A string; numbers and booleans are taken as written, since YAML makes them of unquoted text.
    mutating func text(_ node: Node, field: String) -> String? {
        switch node.value {
        case .string(let text): return text
        case .number(let number):
            warnUnquoted(node, field: field)
            return number.text
        case .bool(let value):
            warnUnquoted(node, field: field)
            return value ? "true" : "false"
        case .object(let object):
            guard let reference = object["$ref"] else { break }
            guard enter(node.location) else { return nil }
            defer { leave() }
            return followMisplaced(reference, instead: "a text") { reading, target in
                reading.text(target, field: field)
            }
        case .null, .array: break
        }
        wrongType(node, field: field, expected: "a string")
        return nil
    }

    private mutating func warnUnquoted(_ node: Node, field: String) {
        warn(
            .unquotedText, "`\(field)` is \(node.kindDescription); it is read as text", at: node.location,
            note: "put it in quotation marks")
    }

    mutating func flag(_ object: NodeObject, _ key: String) -> Bool? {
        guard let node = member(object, key) else { return nil }
        return flag(node, field: key)
    }

    /// A boolean, or the text of one.
    mutating func flag(_ node: Node, field: String) -> Bool? {
        if let value = node.bool { return value }
        if let text = node.string, text == "true" || text == "false" {
            warn(
                .quotedBoolean, "`\(field)` is a string; it is read as the boolean", at: node.location,
                note: "leave the quotation marks out")
            return text == "true"
        }
        wrongType(node, field: field, expected: "a boolean")
        return nil
    }

    /// A text that must be there; with `.warning` its absence does no harm.
    mutating func requiredText(
        _ object: NodeObject, _ key: String, of kind: ObjectKind, at location: SourceLocation,
        severity: Diagnostic.Severity = .error
    ) -> String? {
        if object[key] != nil { return text(object, key) }
        missing(key, of: kind, at: location, severity: severity)
        return nil
    }

    mutating func missing(
        _ key: String, of kind: ObjectKind, at location: SourceLocation, severity: Diagnostic.Severity = .error
    ) {
        diagnostics.append(.init(severity, .missingField, "\(kind.noun) has no `\(key)`", at: location))
    }

    /// The strings of a list, each once.
    mutating func texts(_ object: NodeObject, _ key: String) -> [String] {
        guard let node = member(object, key) else { return [] }
        return texts(node, field: key)
    }

    mutating func texts(_ node: Node, field: String) -> [String] {
        var texts: [String] = []
        for item in items(node, field: field) {
            guard let text = text(item, field: field) else { continue }
            if texts.contains(text) {
                warn(.repeatedItem, "`\(text)` stands twice in `\(field)`", at: item.location)
            } else {
                texts.append(text)
            }
        }
        return texts
    }

    private mutating func items(_ node: Node, field: String) -> [Node] {
        if case .array(let items) = node.value { return items }
        wrongType(node, field: field, expected: "a list")
        return []
    }

    /// The items of a list that can be read.
    mutating func list<Item>(
        _ object: NodeObject, _ key: String, _ read: (inout DocumentReading, Node) -> Item?
    ) -> [Item] {
        guard let node = member(object, key) else { return [] }
        return list(node, field: key, read)
    }

    mutating func list<Item>(
        _ node: Node, field: String, _ read: (inout DocumentReading, Node) -> Item?
    ) -> [Item] {
        items(node, field: field).compactMap { read(&self, $0) }
    }

    /// The entries of a map that can be read.
    mutating func map<Value>(
        _ object: NodeObject, _ key: String, _ read: (inout DocumentReading, NodeObject.Member) -> Value?
    ) -> OpenAPI.Map<Value> {
        guard let node = member(object, key) else { return OpenAPI.Map() }
        return map(node, field: key, read)
    }

    /// A `$ref` in the place of the map is followed: it cannot be an entry, since its value is a string.
    mutating func map<Value>(
        _ node: Node, field: String, _ read: (inout DocumentReading, NodeObject.Member) -> Value?
    ) -> OpenAPI.Map<Value> {
        guard case .object(let object) = node.value else {
            wrongType(node, field: field, expected: "an object")
            return OpenAPI.Map()
        }
        if let reference = object["$ref"], reference.string != nil {
            guard enter(node.location) else { return OpenAPI.Map() }
            defer { leave() }
            return followMisplaced(reference, instead: "`\(field)`") { reading, target in
                reading.map(target, field: field, read)
            } ?? OpenAPI.Map()
        }
        return entries(of: object, read)
    }

    mutating func entries<Value>(
        of object: NodeObject, _ read: (inout DocumentReading, NodeObject.Member) -> Value?
    ) -> OpenAPI.Map<Value> {
        var entries: [OpenAPI.Map<Value>.Entry] = []
        entries.reserveCapacity(object.count)
        for member in object {
            guard let value = read(&self, member) else { continue }
            entries.append(.init(key: member.key, keyLocation: member.keyLocation, value: value))
        }
        return OpenAPI.Map(entries)
    }

    /// One of a few words.
    mutating func choice<Value: RawRepresentable & CaseIterable>(
        _ object: NodeObject, _ key: String, as type: Value.Type
    ) -> Value? where Value.RawValue == String {
        guard let node = member(object, key), let text = text(node, field: key) else { return nil }
        if let value = Value(rawValue: text) { return value }
        unknownChoice(text, field: key, known: Value.allCases.map(\.rawValue), at: node.location)
        return nil
    }

    mutating func unknownChoice(_ text: String, field: String, known: [String], at location: SourceLocation) {
        let near = Spelling.nearest(to: text, among: known)
        error(
            .unknownValue, "`\(text)` is no value of `\(field)`", at: location,
            note: near.map { "did you mean `\($0)`?" }
                ?? "the values are \(known.map { "`\($0)`" }.joined(separator: ", "))")
    }
}
