import QuillAPI
import QuillNodes

/// How a client writes a parameter and a server reads it.
extension OperationBuilder {
    /// The type of a parameter's argument, `null` among its values only where the parameter has to be sent: elsewhere
    /// nothing is sent for it.
    func spelling(_ parameter: Parameter) -> String {
        parameter.isRequired ? types.nullableSpelling(parameter.type) : types.spelling(parameter.type)
    }

    // MARK: Client

    /// The call that puts an argument into the request: `query("limit", limit)`.
    func requestPart(_ parameter: Parameter, _ name: String) -> String {
        let literal = SwiftText.literal(parameter.name)
        // Of two optionals the inner one is the null to send.
        let isNull = parameter.isRequired && parameter.type.isNullable && parameter.place != .path
        let value = isNull && types.nullableSpelling(parameter.type).hasSuffix("?") ? ".some(\(name))" : name
        let method = parameter.place == .querystring ? "queryString" : parameter.place.rawValue
        switch parameter.layout {
        case .json: return "\(method)(\(literal), json: \(value))"
        case .text: return "\(method)(\(literal), \(value))"
        case .form(let members): return "queryString(\(literal), form: \(value)\(layouts(members)))"
        case .style(_, _, let allowReserved):
            let label = types.isText(parameter.type) ? "" : "model: "
            let reserved = allowReserved && parameter.place != .header ? ", allowReserved: true" : ""
            return "\(method)(\(literal), \(label)\(value)\(styleArguments(parameter))\(reserved))"
        }
    }

    // MARK: Server

    /// How a handler's argument is read from the call.
    func argument(_ parameter: Parameter, _ name: String, of endpoint: Endpoint) -> ServiceMethod.Argument {
        let spelling = spelling(parameter)
        let isRequired = parameter.isRequired && !allowsEmpty(parameter)
        let method = parameter.place == .querystring ? "queryString" : parameter.place.rawValue
        let call =
            isRequired && parameter.place != .path
            ? "required" + method.prefix(1).uppercased() + method.dropFirst() : method
        func reading(default text: String? = nil) -> String {
            "call.\(call)(\(readingArguments(parameter, default: text, of: endpoint)))"
        }
        let label = Identifier.label(name)
        if isRequired { return ServiceMethod.Argument(name: name, label: label, type: spelling, reading: reading()) }
        guard let value = parameter.defaultValue, !value.isNull, let text = fallback(value, of: parameter) else {
            return ServiceMethod.Argument(name: name, label: label, type: optional(spelling), reading: reading())
        }
        let isCall = takesDefault(parameter)
        return ServiceMethod.Argument(
            name: name, label: label, type: spelling,
            reading: isCall ? reading(default: text) : "\(reading()) ?? \(text)", isCall: isCall)
    }

    /// Whether the runtime has a function for it with a default: for single texts, which nearly all that have one are.
    private func takesDefault(_ parameter: Parameter) -> Bool {
        parameter.layout.style != nil && parameter.place != .path && types.isText(parameter.type)
            && types.shape(of: parameter.type) == "value" && types.nullableSpelling(parameter.type).last != "?"
    }

    /// A text that is empty is a value of its own.
    private func allowsEmpty(_ parameter: Parameter) -> Bool {
        if case .string(.plain) = parameter.type.kind { return false }
        return parameter.allowsEmpty && parameter.layout.style != nil && types.isText(parameter.type)
    }

    private func readingArguments(_ parameter: Parameter, default text: String?, of endpoint: Endpoint) -> String {
        let literal = SwiftText.literal(parameter.name)
        switch parameter.layout {
        case .json: return "json: \(literal)"
        case .text: return literal
        case .form(let members): return "form: \(literal)\(layouts(members))"
        case .style:
            guard types.isText(parameter.type) else {
                return "model: \(literal), as: .\(types.shape(of: parameter.type))\(styleArguments(parameter))"
                    + spread(parameter, in: endpoint)
            }
            let empty = allowsEmpty(parameter) ? ", allowsEmpty: true" : ""
            let rules = parameter.type.parameterRules.map { ", where: .init(\($0))" } ?? ""
            return literal + (text.map { ", default: \($0)" } ?? "") + styleArguments(parameter) + empty + rules
        }
    }

    /// The statement that holds a parameter to the constraints of its schema, where the client validates requests.
    func check(_ parameter: Parameter, _ name: String) -> [String] {
        guard parameter.layout.style != nil, types.isText(parameter.type), let rules = parameter.type.parameterRules
        else { return [] }
        let line = "request.check(\(SwiftText.literal(parameter.name)), \(name), .init(\(rules)))"
        if line.count < 112 { return [line] }
        return ["request.check(", "    \(SwiftText.literal(parameter.name)), \(name),", "    .init(\(rules)))"]
    }

    /// Which items of a query belong to an object whose members stand there on their own.
    private func spread(_ parameter: Parameter, in endpoint: Endpoint) -> String {
        guard isSpread(parameter) else { return "" }
        if let members = members(of: parameter.type) {
            return ", spread: .members([\(members.map(SwiftText.literal).joined(separator: ", "))])"
        }
        let others = endpoint.parameters.filter { $0.place == parameter.place && $0.name != parameter.name }
            .flatMap { other in isSpread(other) ? members(of: other.type) ?? [other.name] : [other.name] }
        let names = others + endpoint.fixedQuery.map(\.name) + types.keys(in: parameter.place)
        return ", spread: .besides([\(names.map(SwiftText.literal).joined(separator: ", "))])"
    }

    private func isSpread(_ parameter: Parameter) -> Bool {
        guard let style = parameter.layout.style, style.explode, style.name != .deepObject,
            parameter.place == .query || parameter.place == .cookie
        else { return false }
        return types.kinds(of: parameter.type).contains("object")
    }

    /// The names of the members of an object that has no others.
    private func members(of type: TypeUse) -> [String]? {
        guard case .schema(let id) = type.kind, case .object(let object) = types.shape(of: id), object.additional == nil
        else { return nil }
        return object.properties.map(\.key)
    }

    // MARK: Layout

    /// Only what differs from how the place writes its parameters anyway (OpenAPI 3.2 §4.12.2.3).
    private func styleArguments(_ parameter: Parameter) -> String {
        guard let style = parameter.layout.style else { return "" }
        let isInURL = parameter.place == .query || parameter.place == .cookie
        let usual: (style: ValueLayout.Style, explode: Bool) = isInURL ? (.form, true) : (.simple, false)
        let isValue = types.shape(of: parameter.type) == "value"
        var arguments = ""
        // A single value has only one form in a query or a header.
        if style.name != usual.style, !(isValue && (parameter.place == .query || parameter.place == .header)) {
            arguments += ", style: .\(style.name.rawValue)"
        }
        // Deep objects have no other form.
        if style.explode != usual.explode, !isValue, style.name != .deepObject {
            arguments += ", explode: \(style.explode)"
        }
        return arguments
    }

    private func layouts(_ members: [(key: String, layout: ValueLayout.MemberLayout)]) -> String {
        if members.isEmpty { return "" }
        let entries = members.map { member in
            let layout =
                switch member.layout {
                case .list(let style, let explode): ".list(.\(style.rawValue), explode: \(explode))"
                case .object(let style, let explode): ".object(.\(style.rawValue), explode: \(explode))"
                case .json: ".json"
                case .reserved: ".reserved"
                }
            return "\(SwiftText.literal(member.key)): \(layout)"
        }
        return ", layouts: [\(entries.joined(separator: ", "))]"
    }

    // MARK: Defaults

    /// The expression of a default: a literal where Swift has one.
    private func fallback(_ value: Node, of parameter: Parameter) -> String? {
        if types.isText(parameter.type) || parameter.layout.style == nil,
            let literal = literal(value, of: parameter.type)
        {
            return literal
        }
        return ".parameterDefault(\(SwiftText.literal(value.jsonText(pretty: false))))"
    }

    private func literal(_ value: Node, of type: TypeUse) -> String? {
        switch (value.value, type.kind) {
        case (.null, _): type.isNullable ? "nil" : nil
        case (.bool(let value), .boolean): String(value)
        case (.number(let value), .integer): value.integer.map(String.init)
        case (.number(let value), .number): value.text
        case (.string(let value), .string(.plain)), (.string(let value), .string(.binary)): SwiftText.literal(value)
        case (.string(let value), .schema(let id)) where types.isSingleText(type):
            "\(types.name(of: id))(rawValue: \(SwiftText.literal(value)))"
        case (.number(let value), .schema(let id)) where types.isSingleText(type):
            value.integer.map { "\(types.name(of: id))(rawValue: \($0))" }
        case (.array(let items), .array(let item)):
            items.allSatisfy { literal($0, of: item) != nil }
                ? "[\(items.compactMap { literal($0, of: item) }.joined(separator: ", "))]" : nil
        default: nil
        }
    }
}

extension TypeUse {
    /// The arguments of the runtime's `ParameterRules`, those of items among them; nil where there is nothing to check.
    fileprivate var parameterRules: String? {
        guard case .array(let item) = kind else { return checkArguments }
        let items = item.parameterRules.map { "items: .init(\($0))" }
        let all = [checkArguments, items].compactMap { $0 }
        return all.isEmpty ? nil : all.joined(separator: ", ")
    }
}
