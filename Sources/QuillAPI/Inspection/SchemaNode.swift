import QuillNodes

extension Schema {
    var node: Node {
        let head = Node.object([
            "id": .text(id.description), "preferredName": preferredName.map(Node.text), "title": title.map(Node.text),
            "description": description.map(Node.text),
            "deprecated": .flag(isDeprecated),
            "usage": .texts(
                [(Usage.request, "request"), (.response, "response")].filter { usage.contains($0.0) }.map(\.1)),
        ])
        return switch shape {
        case .object(let object):
            head.adding([
                "kind": .text("object"), "properties": .list(object.properties.map(\.node)),
                "additional": object.additional?.node, "closed": object.isClosed ? .flag(true) : nil,
                "rule": object.rule.isEmpty ? nil : .text(object.rule.text),
            ])
        case .enumeration(let enumeration):
            head.adding([
                "kind": .text("enumeration"), "values": enumeration.values.node, "names": enumeration.namesNode,
            ])
        case .union(let union):
            head.adding([
                "kind": .text("union"), "discriminator": union.discriminator.map(Node.text),
                "choices": .list(union.choices.map(\.node)),
            ])
        }
    }
}

extension Property {
    fileprivate var node: Node {
        .object([
            "key": .text(key), "preferredName": preferredName.map(Node.text), "type": type.node,
            "required": .flag(isRequired), "readOnly": .flag(isReadOnly),
            "writeOnly": .flag(isWriteOnly), "deprecated": .flag(isDeprecated),
            "description": description.map(Node.text), "default": defaultValue, "tag": tag.map(Node.text),
        ])
    }
}

extension Union.Choice {
    fileprivate var node: Node {
        guard case .tags(let tags, let isDefault) = test else {
            return .object(["name": .text(name), "type": type.node, "deprecated": isDeprecated ? .flag(true) : nil])
        }
        return .object([
            "name": .text(name), "type": type.node, "tags": .texts(tags), "default": isDefault ? .flag(true) : nil,
            "deprecated": isDeprecated ? .flag(true) : nil,
        ])
    }
}

extension Enumeration {
    /// In the order of the values, empty for those without one.
    fileprivate var namesNode: Node? {
        names.isEmpty ? nil : .texts(values.texts.map { names[$0] ?? "" })
    }
}

extension Enumeration.Values {
    fileprivate var node: Node {
        switch self {
        case .strings(let values): .texts(values)
        case .integers(let values): .list(values.map { .integer($0) })
        case .numbers(let values): .list(values.map { .number($0) })
        }
    }
}

extension TypeUse {
    /// `{"kind": "string", "format": "date-time", "nullable": true}`
    ///
    /// Recursive: the readers bound how deep types are written within each other.
    var node: Node {
        let head: Node =
            switch kind {
            case .any: .object(["kind": .text("any")])
            case .boolean: .object(["kind": .text("boolean")])
            case .integer(.plain): .object(["kind": .text("integer")])
            case .integer(let format): .object(["kind": .text("integer"), "format": .text(format.rawValue)])
            case .number(.plain): .object(["kind": .text("number")])
            case .number(let format): .object(["kind": .text("number"), "format": .text(format.rawValue)])
            case .string(.plain): .object(["kind": .text("string")])
            case .string(.dateTime): .object(["kind": .text("string"), "format": .text("date-time")])
            case .string(let format): .object(["kind": .text("string"), "format": .text(format.rawValue)])
            case .array(let item): .object(["kind": .text("array"), "items": item.node])
            case .map(let value): .object(["kind": .text("map"), "values": value.node])
            case .schema(let id): .object(["kind": .text("schema"), "schema": .text(id.description)])
            }
        return head.adding([
            "nullable": .flag(isNullable), "constraints": constraints.isEmpty ? nil : constraints.node,
        ])
    }
}

extension Constraints {
    fileprivate var node: Node {
        .object([
            "minimum": minimum.flatMap { $0.isExclusive ? nil : .number($0.value) },
            "exclusiveMinimum": minimum.flatMap { $0.isExclusive ? .number($0.value) : nil },
            "maximum": maximum.flatMap { $0.isExclusive ? nil : .number($0.value) },
            "exclusiveMaximum": maximum.flatMap { $0.isExclusive ? .number($0.value) : nil },
            "multipleOf": multipleOf.map { .number($0) },
            "minLength": minLength.map { .integer($0) }, "maxLength": maxLength.map { .integer($0) },
            "pattern": pattern.map { .text($0) },
            "minItems": minItems.map { .integer($0) }, "maxItems": maxItems.map { .integer($0) },
            "uniqueItems": uniqueItems ? .flag(true) : nil,
            "minProperties": minProperties.map { .integer($0) }, "maxProperties": maxProperties.map { .integer($0) },
            "values": values.map(Node.texts), "rule": rule.isEmpty ? nil : .text(rule.text),
        ])
    }
}
