import QuillMustache
import QuillSwiftModel

extension Structure {
    var templateObject: TemplateObject {
        let binding: TemplateValue = isMutable ? "var" : "let"
        let initializers =
            completeDeprecation == nil
            ? [initializer(leavingOut: false, deprecation)]
            : [initializer(leavingOut: true, nil), initializer(leavingOut: false, completeDeprecation)]
        return [
            "name": .text(name), "comment": .comment(comment), "isMutable": .bool(isMutable), "binding": binding,
            "properties": .list(properties.map { .object($0.templateObject) }),
            "hasStorage": .bool(keepsUnknown || properties.contains { $0.storage != nil }),
            "initializers": .sequence(initializers) { $0 },
            // An object without members is looked at, to see that it is one, and nothing is read from it.
            "cursor": properties.isEmpty && additional == nil && !isClosed && !keepsUnknown ? "_" : "var object",
            "additional": additional.map { ["name": .text($0.name), "value": .text($0.value)] } ?? nil,
            "isClosed": .bool(isClosed), "keepsUnknown": .bool(keepsUnknown), "rule": rule?.templateValue ?? nil,
            "page": page.map { page in
                [
                    "item": .text(page.item), "itemsProperty": .text(page.itemsProperty),
                    "next": .text(page.nextProperty.map { ".link(\($0))" } ?? ".offset"),
                ]
            } ?? nil,
            "isIdentifiable": .bool(isIdentifiable),
        ]
    }

    /// - Parameter leavingOut: whether it takes no deprecated members.
    private func initializer(leavingOut: Bool, _ deprecation: String?) -> TemplateObject {
        var arguments = properties.filter { !leavingOut || !$0.canBeAvoided }.map { property in
            (name: property.name, type: property.type, defaultValue: property.defaultArgument)
        }
        if let additional { arguments.append((additional.name, "[String: \(additional.value)]", "[:]")) }
        let layout = Layout(
            arguments.map { "\($0.name): \($0.type)\($0.defaultValue.map { " = \($0)" } ?? "")" },
            beside: "    public init() {")
        return [
            "deprecation": TemplateValue(deprecation),
            "isWide": .bool(layout.isWide), "inlineArguments": .text(layout.line),
            "arguments": .sequence(arguments) { argument in
                [
                    "name": .text(argument.name), "type": .text(argument.type),
                    "defaultValue": TemplateValue(argument.defaultValue),
                ]
            },
            "assignments": .list(
                properties.map { property in
                    let isLeftOut = leavingOut && property.canBeAvoided
                    let value = isLeftOut ? property.defaultArgument ?? property.name : property.name
                    return .text(
                        "\(property.storage ?? "self.\(property.name)") = "
                            + (property.isBoxed ? "Box(\(value))" : value))
                } + (additional.map { [.text("self.\($0.name) = \($0.name)")] } ?? [])),
        ]
    }
}

extension StoredProperty {
    fileprivate var templateObject: TemplateObject {
        [
            "name": .text(name), "access": .text(access), "key": .text(key), "type": .text(type),
            "reading": .text(reading), "presence": .text(presence.rawValue), "comment": .comment(comment),
            "deprecation": TemplateValue(deprecation),
            "storage": storage.map { storage in
                [
                    "storedName": .text(storage), "isBoxed": .bool(isBoxed),
                    "storedType": .text(isBoxed ? "Box<\(type)>" : type),
                    "stored": .text(isBoxed ? storage + ".value" : storage),
                    "newStored": isBoxed ? "Box(newValue)" : "newValue",
                ]
            } ?? nil,
        ]
    }
}

extension RuleLiteral {
    var templateValue: TemplateValue { .object(value([:])) }

    /// - Parameter others: what else is told of the rule where it stands.
    func value(_ others: TemplateObject) -> TemplateObject {
        var value = others
        value["delimiter"] = .text(delimiter)
        value["lines"] = .list(lines.map(TemplateValue.text))
        value["hasPatterns"] = .bool(hasPatterns)
        return value
    }
}

extension EnumerationType {
    var templateObject: TemplateObject {
        let known = Layout(cases.map(\.literal), beside: "    public static var all: [\(rawType)] { [] }")
        return [
            "name": .text(name), "comment": .comment(comment), "rawType": .text(rawType),
            "cases": .list(cases.map { ["name": .text($0.name), "literal": .text($0.literal)] }),
            "deprecation": TemplateValue(deprecation),
            "values": .text(valuesName), "isWide": .bool(known.isWide), "literals": .text(known.line),
        ]
    }
}

extension UnionType {
    var templateObject: TemplateObject {
        var tagged: [TemplateValue] = []
        var tried: [TemplateObject] = []
        var last: TemplateObject?
        for choice in cases {
            let value: TemplateObject = ["name": .text(choice.name), "type": .text(choice.type)]
            switch choice.test {
            case .tags(let tags, let isDefault):
                var value = value
                value["tags"] = .text(tags)
                if !tags.isEmpty { tagged.append(.object(value)) }
                guard isDefault else { continue }
                value["condition"] = "value.kind == .object"
                value["isFit"] = false
                last = value
            case .condition(let condition):
                var value = value
                value["condition"] = .text(condition)
                value["isFit"] = false
                tried.append(value)
            case .fit:
                var value = value
                value["condition"] = .text("let choice = value.attempt(\(choice.type).self)")
                value["isFit"] = true
                tried.append(value)
            }
        }
        if let last { tried.append(last) }
        return [
            "name": .text(name), "comment": .comment(comment), "other": .text(otherName),
            "cases": .list(
                cases.map { choice in
                    [
                        "name": .text(choice.name), "type": .text(choice.type), "tag": TemplateValue(choice.tag),
                        "deprecation": TemplateValue(choice.deprecation),
                    ]
                }),
            "discriminator": TemplateValue(tagged.isEmpty ? nil : discriminator),
            "tagKey": TemplateValue(discriminator), "rule": rule?.templateValue ?? nil,
            "deprecation": TemplateValue(deprecation), "tagged": .list(tagged), "hasTried": .bool(!tried.isEmpty),
            "tried": .sequence(tried) { $0 },
        ]
    }
}

extension SharedName {
    var templateObject: TemplateObject {
        ["name": .text(name), "comment": .comment(comment), "type": .text(type)]
    }
}
