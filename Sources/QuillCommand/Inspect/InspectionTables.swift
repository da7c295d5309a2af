import QuillAPI

/// An API as tables for people.
struct InspectionTables {
    let api: API
    let bold: Bool

    /// `Pets 1.0: 3 endpoints, 1 security scheme, 2 scopes, 4 schemas`
    var summary: String {
        func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
        let counts = [
            counted(api.endpoints.count, "endpoint"), counted(api.schemes.count, "security scheme"),
            counted(api.scopes.count, "scope"), counted(api.schemas.count, "schema"),
        ]
        var line = Table([""])
        line.add(["\(api.title) \(api.version): \(counts.joined(separator: ", "))"])
        return String(line.text(bold: false).drop { $0.isNewline })
    }

    /// Some endpoints with what each asks of its caller.
    func endpoints(_ endpoints: [Endpoint]) -> String {
        let requirements = RequirementText(api)
        var table = Table(["Method", "Path", "Operation", "Group", "Scopes"])
        for endpoint in endpoints {
            table.add([
                endpoint.method, endpoint.path.text, endpoint.id, endpoint.group.joined(separator: "/"),
                requirements.text(endpoint.security),
            ])
        }
        return table.text(bold: bold)
    }

    /// Every scope with the number of operations that a key with just this one opens.
    var scopes: String {
        var table = Table(["Scheme", "Scope", "Operations", "Includes", "Meaning"])
        for scheme in api.schemes {
            let scopes = api.scopes.filter { $0.scheme == scheme.name }
            if scopes.isEmpty {
                table.add([scheme.name, "(none)", count(scheme.name, []), "", scheme.description ?? ""])
            }
            for scope in scopes {
                let includesAll = scope.includes.count > 1 && scope.includes.count == scopes.count - 1
                table.add([
                    scheme.name, scope.name, count(scheme.name, [scope.name]),
                    includesAll ? "every other" : scope.includes.joined(separator: ", "), scope.meaning ?? "",
                ])
            }
        }
        return table.text(bold: bold) + unscoped
    }

    private func count(_ scheme: String, _ scopes: [String]) -> String {
        let key = Key(scheme: scheme, scopes: scopes, in: api)
        return String(api.endpoints.count { key.opens($0) })
    }

    /// What the table cannot show: operations that state no scope, and those that anyone may call.
    private var unscoped: String {
        let anyone = api.endpoints.filter(\.security.admitsAnyone)
        let stateNone = api.endpoints.filter { endpoint in
            endpoint.security.alternatives.contains { parts in
                !parts.isEmpty && parts.allSatisfy { $0.scopes.isEmpty }
            }
        }
        var text = ""
        func line(_ endpoints: [Endpoint], _ heading: String) {
            guard !endpoints.isEmpty else { return }
            var table = Table([heading])
            for endpoint in endpoints { table.add([endpoint.id]) }
            text += "\n" + table.text(bold: bold)
        }
        line(stateNone, "Open to every credential of a scheme, no scope being stated")
        line(anyone, "Open to anyone")
        return text
    }

    /// Every schema with its size and where it is used.
    var schemas: String {
        var table = Table(["Schema", "Kind", "Contents", "Used in"])
        for schema in api.schemas {
            let (kind, contents) = Self.description(schema.shape)
            table.add([schema.id.description, kind, contents, Self.usage(schema.usage)])
        }
        return table.text(bold: bold)
    }

    private static func description(_ shape: Schema.Shape) -> (kind: String, contents: String) {
        switch shape {
        case .object(let object):
            let required = object.properties.count { $0.isRequired }
            let count = object.properties.count
            return (
                "object",
                "\(count) \(count == 1 ? "property" : "properties")"
                    + (required == 0 ? "" : ", \(required) required")
                    + (object.additional == nil ? "" : ", more allowed")
            )
        case .enumeration(let enumeration):
            switch enumeration.values {
            case .strings(let values): return ("enumeration", "\(values.count) strings")
            case .integers(let values): return ("enumeration", "\(values.count) integers")
            case .numbers(let values): return ("enumeration", "\(values.count) numbers")
            }
        case .union(let union):
            let discriminator = union.discriminator.map { ", by \($0)" } ?? ""
            return ("union", "\(union.choices.count) choices\(discriminator)")
        }
    }

    /// `list of Pet or null`
    private static func spelling(_ type: TypeUse) -> String {
        let name =
            switch type.kind {
            case .any: "any value"
            case .boolean: "boolean"
            case .integer(let format): format == .plain ? "integer" : "integer (\(format.rawValue))"
            case .number(let format): format == .plain ? "number" : "number (\(format.rawValue))"
            case .string(.dateTime): "string (date-time)"
            case .string(let format): format == .plain ? "string" : "string (\(format.rawValue))"
            case .array(let item): "list of \(spelling(item))"
            case .map(let value): "map of \(spelling(value))"
            case .schema(let id): id.description
            }
        return type.isNullable ? name + " or null" : name
    }

    private static func usage(_ usage: Schema.Usage) -> String {
        switch usage {
        case [.request, .response]: "requests, responses"
        case .request: "requests"
        case .response: "responses"
        default: "nothing"
        }
    }
}
