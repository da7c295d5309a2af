import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// The names that extensions choose.
extension SchemaLowering {
    /// The name of the property or parameter that schemas describe; the first that has one counts.
    mutating func memberName(on schemas: [OpenAPI.SchemaReference]) -> String? {
        for schema in schemas {
            let extensions: [OpenAPI.Extension] =
                switch schema {
                case .inline(let schema): schema.extensions
                case .reference(_, let siblings, _): siblings?.extensions ?? []
                }
            if let name = preferred.take(from: extensions, of: .member, &faults) { return name }
        }
        return nil
    }

    /// The name of a parameter, beside it or beside its schema.
    mutating func memberName(of parameter: OpenAPI.Parameter, _ schema: OpenAPI.SchemaReference?) -> String? {
        preferred.meet(parameter.extensions)
        return preferred.take(from: parameter.extensions, of: .member, &faults)
            ?? memberName(on: schema.map { [$0] } ?? [])
    }

    /// The names of an enumeration's values, by ``Enumeration/Values/texts``: `x-enum-varnames` beside `enum`.
    mutating func valueNames(of schema: OpenAPI.Schema) -> [String: String] {
        guard let values = schema.enumeration,
            let mark = schema.extensions.first(where: { $0.key == "x-enum-varnames" || $0.key == "x-enumNames" })
        else { return [:] }
        guard let names = mark.value.array, names.count == values.count else {
            faults.warning(
                .invalidName,
                "`\(mark.key)` has to be a list with a name for each of the \(values.count) values; it is ignored",
                at: mark.value.location)
            return [:]
        }
        var chosen: [String: String] = [:]
        for (value, name) in zip(values, names) where !value.isNull && !name.isNull {
            guard let text = name.string, PreferredName.isIdentifier(text) else {
                faults.warning(.invalidName, PreferredName.refusal(of: name, mark.key), at: name.location)
                continue
            }
            let key = value.string ?? value.jsonText(pretty: false)
            chosen[key] = chosen[key] ?? text
        }
        return chosen
    }
}
