import QuillAPI

/// Puts together what the types of a declaration do not say of its values.
///
/// Types check themselves where they are declared, so that a rule speaks of limits only, through lists and dictionaries
/// down to the next declaration.
struct RuleBuilder {
    let schemas: [SchemaID: Schema]

    func rule(of type: TypeUse) -> SchemaRule {
        var rule = SchemaRule()
        type.constraints.add(to: &rule)
        switch type.kind {
        case .array(let item): add(self.rule(of: item), as: "items", to: &rule)
        case .map(let value): add(self.rule(of: value), as: "additionalProperties", to: &rule)
        default: break
        }
        return rule
    }

    func rule(of object: ObjectShape) -> SchemaRule {
        var rule = SchemaRule()
        let additional = object.additional.map { self.rule(of: $0) } ?? SchemaRule()
        var members: [SchemaRule.Member] = []
        for property in object.properties {
            let own = self.rule(of: property.type)
            for definition in own.definitions { rule.define(definition.name, definition.text) }
            // What is additional depends on the names of all properties.
            if !own.isEmpty || !additional.isEmpty {
                members.append(SchemaRule.Member(property.key, own.isEmpty ? "true" : own.text))
            }
        }
        if !members.isEmpty { rule.add("properties", SchemaRule.object(members)) }
        add(additional, as: "additionalProperties", to: &rule)
        rule.add(object.rule)
        return rule
    }

    /// That the value meets the limits of a choice that it is of the type of.
    func rule(of union: Union) -> SchemaRule {
        let rules = union.choices.map { self.rule(of: $0.type) }
        var rule = SchemaRule()
        guard rules.contains(where: { !$0.isEmpty }) else { return rule }
        let texts = zip(union.choices, rules).map { choice, own in
            for definition in own.definitions { rule.define(definition.name, definition.text) }
            var limited = SchemaRule()
            let types = kinds(of: choice.type) + (choice.type.isNullable ? ["null"] : [])
            limited.add("type", "[\(types.map(SchemaRule.quoted).joined(separator: ", "))]")
            for keyword in own.keywords { limited.add(keyword.name, keyword.text) }
            return limited.text
        }
        rule.add("anyOf", "[\(texts.joined(separator: ", "))]")
        return rule
    }

    private func add(_ inner: SchemaRule, as keyword: String, to rule: inout SchemaRule) {
        guard !inner.isEmpty else { return }
        rule.add(keyword, inner.text)
        for definition in inner.definitions { rule.define(definition.name, definition.text) }
    }

    private func kinds(of type: TypeUse, depth: Int = 0) -> [String] {
        let every = ["null", "boolean", "number", "string", "array", "object"]
        switch type.kind {
        case .any: return every
        case .boolean: return ["boolean"]
        case .integer, .number: return ["number"]
        case .string: return ["string"]
        case .array: return ["array"]
        case .map: return ["object"]
        case .schema(let id):
            switch schemas[id]?.shape {
            case .object: return ["object"]
            case .enumeration(let enumeration):
                if case .strings = enumeration.values { return ["string"] }
                return ["number"]
            case .union, nil: return every
            }
        }
    }
}

extension RuleLiteral {
    /// How much stands on a line where it can be broken.
    private static let lineLength = 100

    /// The rule that allows everything.
    static let open = RuleLiteral(delimiter: "", lines: ["true"], hasPatterns: false)

    /// - Returns: nil for a rule that says nothing.
    init?(_ rule: SchemaRule) {
        guard !rule.isEmpty else { return nil }
        var keywords = rule.keywords
        if !rule.definitions.isEmpty {
            keywords.append(SchemaRule.Member("$defs", SchemaRule.object(rule.definitions)))
        }
        let text = SwiftText.visibleJSON(SchemaRule.object(keywords))
        delimiter = SwiftText.rawDelimiter(for: text)
        lines = RuleLiteral.lines(of: text, indentation: "", levels: 3)
        hasPatterns = text.contains("\"pattern")
    }

    /// The whole as a literal on one line.
    var line: String { SwiftText.rawLiteral(lines.map { $0.drop { $0 == " " } }.joined(separator: " ")) }

    /// An object that is too long for a line, a member on each.
    private static func lines(of text: String, indentation: String, levels: Int) -> [String] {
        let members = text.count > lineLength && levels > 0 ? members(of: text) : []
        guard !members.isEmpty else { return [indentation + text] }
        var lines: [String] = []
        for (index, member) in members.enumerated() {
            let end = index == members.count - 1 ? "" : ","
            guard member.value.hasPrefix("{") else {
                lines.append("\(indentation)  \(member.name): \(member.value)\(end)")
                continue
            }
            var inner = self.lines(of: member.value, indentation: indentation + "  ", levels: levels - 1)
            inner[0] = "\(indentation)  \(member.name): \(inner[0].drop { $0 == " " })"
            inner[inner.count - 1] += end
            lines += inner
        }
        return [indentation + "{"] + lines + [indentation + "}"]
    }

    /// The members of an object that was written by ``SchemaRule``; none of what is no such text.
    private static func members(of text: String) -> [(name: String, value: String)] {
        guard text.hasPrefix("{\""), text.hasSuffix("}") else { return [] }
        var members: [(String, String)] = []
        var (start, colon) = (text.index(after: text.startIndex), nil as String.Index?)
        var (depth, isQuoted, isEscaped) = (0, false, false)
        for index in text.indices.dropFirst() {
            let character = text[index]
            if isEscaped {
                isEscaped = false
            } else if isQuoted {
                isEscaped = character == "\\"
                isQuoted = character != "\""
            } else if character == "\"" {
                isQuoted = true
            } else if character == ":", depth == 0, colon == nil {
                colon = index
            } else if "{[".contains(character) {
                depth += 1
            } else if "}]".contains(character), depth > 0 {
                depth -= 1
            } else if character == "," && depth == 0 || character == "}", let end = colon {
                let value = text[text.index(after: end)..<index].drop { $0 == " " }
                members.append((String(text[start..<end].drop { $0 == " " }), String(value)))
                (start, colon) = (text.index(after: index), nil)
            }
        }
        return members
    }
}
