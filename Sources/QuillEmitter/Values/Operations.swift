import QuillMustache
import QuillSwiftModel

extension AnswerType {
    var templateObject: TemplateObject {
        ["name": .text(name), "comment": .comment(comment), "cases": .list(cases.map(\.templateValue))]
    }
}

extension AnswerType.Case {
    var templateValue: TemplateValue {
        [
            "name": .text(name), "comment": .comment(comment), "type": TemplateValue(type), "pattern": .text(pattern),
            "reading": TemplateValue(reading), "response": .text(response),
        ]
    }
}

extension HeadersType {
    var templateObject: TemplateObject {
        let arguments = fields.map { "\($0.name): \($0.type)\($0.defaultValue.map { " = \($0)" } ?? "")" }
        let layout = Layout(arguments, beside: "    public init() {")
        return [
            "name": .text(name), "comment": .comment(comment), "isWide": .bool(layout.isWide),
            "inlineArguments": .text(layout.line),
            "fields": .sequence(zip(fields, arguments).map { $0 }) { field, argument in
                [
                    "name": .text(field.name), "comment": .comment(field.comment), "type": .text(field.type),
                    "storage": TemplateValue(field.storage), "deprecation": TemplateValue(field.deprecation),
                    "assigned": .text(field.storage ?? "self.\(field.name)"),
                    "stored": .text(field.storage ?? field.name),
                    "argument": .text(argument), "reading": .text(field.reading), "writing": .text(field.writing),
                ]
            },
        ]
    }
}

extension BodyType {
    var templateObject: TemplateObject {
        [
            "name": .text(name), "comment": .comment(comment),
            "cases": .list(
                cases.map { ["name": .text($0.name), "comment": .comment($0.comment), "type": .text($0.type)] }),
        ]
    }
}

extension OperationConstant {
    var templateValue: TemplateValue {
        let layout = Layout([id, method, path, security], beside: "    public static let \(name) = OperationInfo()")
        let hasAnswerRules = !answerRules.isEmpty
        let isWide = layout.isWide || bodyRule != nil || hasAnswerRules
        return [
            "name": .text(name), "comment": .comment(comment), "id": .text(id), "method": .text(method),
            "path": .text(path), "security": .text(security), "isWide": .bool(isWide),
            "closing": .text(bodyRule == nil && !hasAnswerRules ? ")" : ","),
            "bodyRule": bodyRule.map { .object($0.value(["end": .text(hasAnswerRules ? "," : ")")])) } ?? nil,
            "hasAnswerRules": .bool(hasAnswerRules),
            "answerRules": .sequence(answerRules) { $0.rule.value(["status": .text(String($0.status))]) },
            "isSent": .bool(isSent),
        ]
    }
}

extension ScopesModel {
    var templateObject: TemplateObject {
        let compounds = combinations + choices
        return [
            "schemes": schemeValues,
            "schemeCompounds": .list(compounds.filter { $0.namespace == "Scheme" }.map(\.templateValue)),
            "scopeCompounds": .list(compounds.filter { $0.namespace == "Scope" }.map(\.templateValue)),
            "allSchemes": everything.map { .object(conformance("AnyCredentials", $0)) } ?? nil,
            "hasIssuers": .bool(schemes.contains { $0.issuer != nil }),
            "inclusions": .list(
                inclusions.map {
                    ["scope": .text($0.scope), "includes": .text($0.includes.joined(separator: ", "))]
                }),
        ]
    }

    var schemeValues: TemplateValue { .list(schemes.map(\.templateValue)) }
}

extension ScopesModel.Scheme {
    var templateValue: TemplateValue {
        var value = conformance(typeName, refines)
        let others: TemplateObject = [
            "valueName": .text(valueName), "literal": .text(literal),
            "commentName": .text(valueName.filter { $0 != "`" }), "comment": .comment(comment), "kind": .text(kind),
            "deprecation": TemplateValue(deprecation),
            "anyKey": .object(conformance("Any" + typeName, everything)),
            "credential": credential.map { credential in
                [
                    "parameters": .text(credential.parameters), "expression": .text(credential.expression),
                    "knowsScopes": .bool(credential.knowsScopes), "source": TemplateValue(credential.source),
                    "sourceParameter": TemplateValue(credential.sourceParameter),
                ]
            } ?? nil,
            "issuer": issuer.map { issuer in
                [
                    "metadata": TemplateValue(issuer.metadata), "hasFlows": .bool(!issuer.flows.isEmpty),
                    "flows": .list(issuer.flows.map { .text($0) }),
                ]
            } ?? nil,
            "scopes": .list(
                scopes.map { scope in
                    var value = conformance(scope.typeName, scope.refines)
                    value["valueName"] = .text(scope.valueName)
                    value["literal"] = .text(scope.literal)
                    value["comment"] = .comment(scope.comment)
                    value["alias"] = TemplateValue(scope.alias)
                    return .object(value)
                }),
        ]
        for key in others.keys { value[key] = others[key] }
        return .object(value)
    }
}

extension ScopesModel.Compound {
    fileprivate var templateValue: TemplateValue {
        var value = conformance(typeName, refines)
        value["comment"] = .comment(comment)
        return .object(value)
    }
}

/// A protocol and what it refines, on a line each where one line is too narrow.
private func conformance(_ name: String, _ refines: [String]) -> TemplateObject {
    let layout = Layout(refines, beside: "    public nonisolated protocol \(name):  {}")
    return [
        "typeName": .text(name), "isWide": .bool(layout.isWide), "inlineRefines": .text(layout.line),
        "refines": .sequence(refines) { ["name": .text($0)] },
    ]
}

extension ClientModel {
    var templateObject: TemplateObject {
        [
            "name": .text(name), "clientName": .text(name), "comment": .comment(comment),
            // Without schemes there is nothing that the compiler could ask of a credential.
            "isGeneric": .bool(!scopes.schemes.isEmpty),
            "hasOpenCalls": .bool(!scopes.schemes.isEmpty && hasOpenCalls),
            "schemes": scopes.schemeValues,
            "defaultConfiguration": .text(
                servers.first(where: \.isDefault).map { " = .\($0.name)\($0.parameters.isEmpty ? "" : "()")" } ?? ""),
            "hasServers": .bool(!servers.isEmpty),
            "servers": .list(servers.map(\.templateValue)),
            "groups": .list(groups.map(\.templateValue)),
            "methods": .sequence(methods, \.templateObject),
        ]
    }
}

extension ClientModel.ServerAddress {
    fileprivate var templateValue: TemplateValue {
        let layout = Layout(parameters.map(\.text), beside: "    public static func \(name)() -> ClientConfiguration {")
        return [
            "name": .text(name), "url": .text(url), "comment": .comment(comment),
            "isFunction": .bool(!parameters.isEmpty), "isWide": .bool(layout.isWide),
            "inlineParameters": .text(layout.line), "parameters": .sequence(parameters) { ["text": .text($0.text)] },
            "enumerations": .list(
                enumerations.map { enumeration in
                    [
                        "typeName": .text(enumeration.name), "comment": .comment(enumeration.comment),
                        "cases": .list(
                            enumeration.cases.map { ["case": .text($0.name), "literal": .text($0.literal)] }),
                    ]
                }),
        ]
    }
}

extension ServersType {
    var templateObject: TemplateObject {
        ["name": .text(name), "comment": .comment(comment), "servers": .list(servers.map(\.templateValue))]
    }
}

extension ClientMethod.Argument {
    fileprivate var text: String { "\(name): \(type)\(defaultValue.map { " = \($0)" } ?? "")" }
}

extension WebhooksModel {
    var templateObject: TemplateObject {
        [
            "senderName": .text(senderName), "serverName": .text(serverName), "serviceName": .text(serviceName),
            "methods": .sequence(methods, \.templateObject), "hasAddresses": .bool(!addresses.isEmpty),
            "addresses": .list(
                addresses.map {
                    ["name": .text($0.name), "comment": .comment($0.comment), "expression": .text($0.expression)]
                }),
        ]
    }
}

extension GroupReference {
    fileprivate var templateValue: TemplateValue {
        ["property": .text(property), "type": .text(type), "comment": .comment(comment)]
    }
}

extension ClientGroup {
    var templateObject: TemplateObject {
        [
            "owner": .text(owner), "name": .text(name), "comment": .comment(comment),
            "groups": .list(groups.map(\.templateValue)), "hasMethods": .bool(!methods.isEmpty),
            "methods": .sequence(methods, \.templateObject),
        ]
    }
}

extension ClientMethod {
    var templateObject: TemplateObject {
        let constraint = requirements.isEmpty ? "" : " where Access: \(requirements.joined(separator: " & "))"
        let signature = Layout(
            arguments.map { "\($0.name): \($0.type)\($0.defaultValue.map { " = \($0)" } ?? "")" },
            beside: "    public func \(name)() async throws -> \(result ?? "Void")\(constraint) {")
        let awaiting = answers != nil || reading != nil ? "let response = " : result == nil ? "" : "return "
        let call = (isPaged ? "return " : awaiting + "try await ") + "sender.\(send.method)"
        let callLayout = Layout(send.arguments, beside: "        \(call)()")
        return [
            "name": .text(name), "comment": .comment(comment), "deprecation": TemplateValue(deprecation),
            "isWide": .bool(signature.isWide), "inlineArguments": .text(signature.line),
            "arguments": .sequence(arguments) { argument in
                [
                    "name": .text(argument.name), "type": .text(argument.type),
                    "defaultValue": TemplateValue(argument.defaultValue),
                ]
            },
            "effects": isPaged ? nil : "async throws", "result": TemplateValue(result),
            "requirements": requirements.isEmpty ? nil : .text(requirements.joined(separator: " & ")),
            "operation": .text(operation), "requestBinding": requestParts.isEmpty ? "let" : "var",
            "requestParts": .list(
                requestParts.map { .filled($0, from: 8, indentation: 12) }),
            "reading": TemplateValue(reading),
            "answers": answers.map { ["cases": .list($0.map(\.templateValue))] } ?? nil,
            "call": .text(call), "isLongCall": .bool(callLayout.isWide), "inlineCall": .text(callLayout.line),
            "callArguments": .list(
                send.arguments.enumerated().map { index, text in
                    ["text": .text(text), "closing": index == send.arguments.count - 1 ? ")" : ","]
                }),
        ]
    }
}

extension ServerModel {
    var templateObject: TemplateObject {
        [
            "name": .text(name), "service": .text(service),
            "protocols": .sequence(serviceGroups.isEmpty ? ["Sendable"] : serviceGroups.map(\.protocolName)) {
                ["name": .text($0)]
            },
            "groups": .list(serviceGroups.map { ["routesName": .text($0.routesName)] }),
            "hasSchemes": .bool(!schemes.isEmpty), "schemes": .list(schemes.map(\.templateValue)),
        ]
    }
}

extension ServiceGroup {
    var templateObject: TemplateObject {
        [
            "protocolName": .text(protocolName), "routesName": .text(routesName), "server": .text(server),
            "comment": .comment(comment), "methods": .sequence(methods, \.templateObject),
        ]
    }
}

extension ServiceMethod {
    fileprivate var templateObject: TemplateObject {
        let signature = Layout(
            arguments.map { "\($0.name): \($0.type)" } + ["caller: Caller"],
            beside: "    public func \(name)() async throws -> \(result ?? "") {")
        return [
            "name": .text(name), "comment": .comment(comment), "operation": .text(operation),
            "isWide": .bool(signature.isWide), "inlineArguments": .text(signature.line),
            "routing": .text(routing), "readsInPlace": .bool(readingsInPlace != nil),
            "isDirect": .bool(direct != nil), "call": .list(call.map { .text($0) }),
            "arguments": .sequence(arguments) { argument in
                [
                    "name": .text(argument.name), "label": .text(argument.label), "type": .text(argument.type),
                    "reading": argument.more.isEmpty
                        ? .filled(
                            argument.reading, from: 25 + argument.name.count + argument.type.count, indentation: 20)
                        : ["first": .text(argument.reading), "further": .list([])],
                    "more": .list(argument.more.map { .text($0) }),
                ]
            },
            "result": TemplateValue(result), "response": .text(response),
            "answers": answers.map { ["cases": .list($0.map(\.templateValue))] } ?? nil,
            "answering": TemplateValue(answering),
            "example": example.map { example in
                [
                    "exampleType": .text(example.type), "opening": .text(example.opening),
                    "closing": .text(example.closing),
                    "delimiter": .text(example.delimiter),
                    "lines": .list(example.lines.map { .text($0) }),
                ]
            } ?? nil,
            "plainExample": TemplateValue(plainExample),
            "isUndocumented": .bool(example == nil && plainExample == nil && result != nil),
        ]
    }
}

extension ServiceMethod {
    /// What a route is made of, its code aside.
    private var routing: String {
        let parts = [
            "Operation.\(operation)", direct.map { "\($0.kind.rawValue): \($0.status)" },
            direct?.kind == .empty ? nil : answering.map { "answering: \($0)" },
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }

    /// The lines of the statement that calls the handler.
    private var call: [String] {
        let readings = readingsInPlace
        let values = readings ?? arguments.map(\.name)
        let handed =
            zip(arguments, values).map { "\($0.label): \($1)" }
            + ["caller: call.\(readings == nil ? "caller" : "checkedCaller()")"]
        let keyword = direct == nil ? "let answer = " : readings == nil ? "return " : ""
        let opening = "\(result == nil ? "" : keyword)try await service.\(name)("
        let layout = Layout(handed, beside: String(repeating: " ", count: 16) + opening + ")")
        guard layout.isWide else { return [opening + layout.line + ")"] }
        return [opening]
            + handed.enumerated().flatMap { index, text in
                let end = index == handed.count - 1 ? ")" : ","
                let lines = Layout.filled(text + end, from: 20, indentation: 24)
                return lines.enumerated().map { String(repeating: " ", count: $0 == 0 ? 4 : 8) + $1 }
            }
    }
}

extension ReadmeModel {
    var templateObject: TemplateObject {
        [
            "description": .list(description.map { .text($0) }),
            "hasFacts": .bool(!facts.isEmpty), "facts": .list(facts.map { .text($0) }),
            "groups": .list(groups.map { ["path": .text($0.path), "summary": .text($0.summary)] }),
            "example": example.map { example in
                [
                    "call": .text(example.call), "isPaged": .bool(example.isPaged),
                    "hasResult": .bool(example.hasResult), "service": .text(example.service),
                    "arguments": .text(example.clientArguments()),
                    "declaredArguments": .text(example.clientArguments(access: "MyKey.self")),
                    "key": TemplateValue(example.scopes.isEmpty ? nil : example.scopes.joined(separator: ", ")),
                ]
            } ?? nil,
        ]
    }
}

extension ReadmeModel.Example {
    /// Between the parentheses of the client's initializer.
    fileprivate func clientArguments(access: String? = nil) -> String {
        [credential, access.map { "for: \($0)" }, configuration].compactMap(\.self).joined(separator: ", ")
    }
}
