import QuillAPI
import QuillDiagnostics
import QuillNodes

/// How a client writes a parameter and a server reads it.
extension OperationBuilder {
    /// The call that puts an argument into the request: `query("limit", limit)`.
    func requestPart(_ parameter: Parameter, _ name: String) -> String {
        let isObject = types.isStructure(parameter.type)
        var arguments = "\(SwiftText.literal(parameter.name)), \(isObject ? "object: " : "")\(name)"
        arguments += styleArguments(parameter)
        if parameter.allowReserved { arguments += ", allowReserved: true" }
        return "\(parameter.place.rawValue)(\(arguments))"
    }

    /// How a handler's argument is read from the call.
    func argument(
        _ parameter: Parameter, _ input: Input, _ faults: inout [Diagnostic]
    ) -> ServiceMethod.Argument {
        let spelling = spelling(input)
        let label = Identifier.label(input.name)
        var call = parameter.place.rawValue
        if parameter.place != .path, input.isRequired {
            call = "required" + call.prefix(1).uppercased() + call.dropFirst()
        }
        var arguments = SwiftText.literal(parameter.name) + styleArguments(parameter)
        if let checks = parameter.type.checkArguments { arguments += ", " + checks }
        let isRequiredObject = input.isRequired && types.isStructure(parameter.type)
        var reading = "\(isRequiredObject ? "try " : "")call.\(call)(\(arguments))"
        guard !input.isRequired else {
            return ServiceMethod.Argument(name: input.name, label: label, type: spelling, reading: reading)
        }
        guard let value = parameter.defaultValue, !value.isNull else {
            return ServiceMethod.Argument(
                name: input.name, label: label, type: optional(spelling), reading: reading)
        }
        guard let literal = defaultLiteral(value, of: parameter.type) else {
            faults.append(
                .error(.unsupported, "a `default` of this parameter's type: not supported yet", at: value.location))
            return ServiceMethod.Argument(
                name: input.name, label: label, type: optional(spelling), reading: reading)
        }
        reading += " ?? \(literal)"
        return ServiceMethod.Argument(name: input.name, label: label, type: spelling, reading: reading)
    }

    /// Only what differs from how the place writes its parameters anyway (OpenAPI 3.1 §4.8.12.2).
    private func styleArguments(_ parameter: Parameter) -> String {
        let usual: (style: Parameter.Style, explode: Bool) =
            parameter.place == .query || parameter.place == .cookie ? (.form, true) : (.simple, false)
        if types.isStructure(parameter.type) {
            return ", style: .\(parameter.style.rawValue), explode: \(parameter.explode)"
        }
        guard case .array = parameter.type.kind else {
            return parameter.style == usual.style ? "" : ", style: .\(parameter.style.rawValue)"
        }
        var arguments = ""
        if parameter.style != usual.style { arguments += ", style: .\(parameter.style.rawValue)" }
        if parameter.explode != usual.explode { arguments += ", explode: \(parameter.explode)" }
        return arguments
    }

    private func defaultLiteral(_ value: Node, of type: TypeUse) -> String? {
        switch (value.value, type.kind) {
        case (.bool(let value), .boolean): String(value)
        case (.number(let value), .integer): value.integer.map(String.init)
        case (.number(let value), .number): value.text
        case (.string(let value), .string(.plain)): SwiftText.literal(value)
        case (.string(let value), .schema(let id)): "\(types.name(of: id))(rawValue: \(SwiftText.literal(value)))"
        case (.number(let value), .schema(let id)):
            value.integer.map { "\(types.name(of: id))(rawValue: \($0))" }
        default: nil
        }
    }
}
