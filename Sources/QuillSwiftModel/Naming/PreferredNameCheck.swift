import QuillAPI
import QuillDiagnostics

/// Finds the names that a document chooses and that the output does not have, because something else is called so.
struct PreferredNameCheck {
    let api: API
    let options: SwiftOptions
    let declarations: DeclarationBuilder
    let operations: OperationBuilder

    private var endpoints: [Endpoint] { api.endpoints + api.sent.map(\.endpoint) }

    /// Most documents choose none.
    var isNeeded: Bool {
        api.groups.contains { $0.preferredName != nil }
            || endpoints.contains { endpoint in
                endpoint.preferredName != nil || endpoint.parameters.contains { $0.preferredName != nil }
            }
            || api.schemas.contains { schema in
                switch schema.shape {
                case .object(let object):
                    schema.preferredName != nil || object.properties.contains { $0.preferredName != nil }
                case .enumeration(let enumeration): schema.preferredName != nil || !enumeration.names.isEmpty
                case .union: schema.preferredName != nil
                }
            }
    }

    /// - Parameter names: what everything is called.
    func faults(_ names: SwiftNames) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        func compare(_ preferred: String?, _ name: String?, _ noun: String, at location: SourceLocation?) {
            guard let preferred, let name, plain(name) != preferred else { return }
            faults.append(
                .warning(
                    .takenName,
                    "the \(noun) cannot be called `\(preferred)`: the name is taken, "
                        + "and it is `\(plain(name))` instead",
                    at: location))
        }
        for schema in api.schemas {
            if TypeNames.given(schema, options.schemaNames) == nil {
                compare(schema.preferredName, names.schemas[schema.id], "type", at: schema.location)
            }
            switch (schema.shape, declarations.declaration(schema)) {
            case (.object(let object), .structure(let structure)):
                for (property, stored) in zip(object.properties, structure.properties) {
                    let wanted = options.memberNames.property(property, of: schema)
                    compare(wanted, stored.name, "property", at: property.location)
                }
            case (.enumeration(let enumeration), .enumeration(let type)):
                let cases = Set(type.cases.map { plain($0.name) })
                let texts = enumeration.values.texts.filter { enumeration.names[$0] != nil }
                var wanted: Set<String> = []
                for name in texts.compactMap({ options.memberNames.value($0, enumeration, of: schema) })
                where !cases.contains(name) || !wanted.insert(name).inserted {
                    faults.append(
                        .warning(
                            .takenName,
                            "the values of an enumeration cannot be called `\(name)` twice, nor by a name that every "
                                + "enumeration has already", at: schema.location))
                }
            default: break
            }
        }
        for endpoint in endpoints {
            for input in operations.inputs(endpoint) {
                guard let parameter = input.parameter else { continue }
                let wanted = options.memberNames.parameter(parameter, of: endpoint)
                compare(wanted, input.name, "parameter", at: parameter.location)
            }
        }
        let methods = Dictionary(names.operations.map { ($0.id, $0.methods) }, uniquingKeysWith: { first, _ in first })
        for endpoint in api.endpoints where options.operationNames[endpoint.id] == nil {
            compare(endpoint.preferredName, methods[endpoint.id]?.first, "operation", at: endpoint.location)
        }
        let groups = Dictionary(names.groups.map { ($0.path, $0.property) }, uniquingKeysWith: { first, _ in first })
        for group in api.groups {
            let wanted = options.memberNames.group(group).map(Identifier.lowerFirst)
            compare(wanted, groups[group.path], "group", at: group.location)
        }
        return faults
    }

    private func plain(_ name: String) -> String { name.filter { $0 != "`" } }
}
