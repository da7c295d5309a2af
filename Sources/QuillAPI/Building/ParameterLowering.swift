import QuillNodes
import QuillOpenAPI

/// What an operation is told outside of its body.
extension EndpointLowering {
    mutating func parameter(
        _ parameter: OpenAPI.Parameter, of id: String, _ schemas: inout SchemaLowering
    ) -> Parameter? {
        if isIgnored(parameter) { return nil }
        if parameter.allowsEmptyValue { faults.leftOut("`allowEmptyValue`", at: parameter.location) }
        guard let place = Parameter.Location(parameter.place) else {
            faults.unsupported("`in: \(parameter.place.rawValue)`", at: parameter.location)
            return nil
        }
        guard case .schema(let schema, let serialization) = parameter.value else {
            faults.warning(
                .textParameter, "`content` of a parameter: it is passed as text, in the form that its media type has",
                at: parameter.location)
            return Parameter(
                name: parameter.name, place: place, type: TypeUse(.string(.plain)),
                isRequired: parameter.isRequired, isDeprecated: parameter.isDeprecated,
                style: parameter.place == .query || parameter.place == .cookie ? .form : .simple, explode: false,
                allowReserved: false, description: parameter.description, defaultValue: nil,
                location: parameter.location)
        }
        guard let style = Parameter.Style(serialization.style) else {
            faults.unsupported("the style `\(serialization.style.rawValue)`", at: parameter.location)
            return nil
        }
        var type = schemas.type(of: schema, id: SchemaID([id, parameter.name]))
        var isText = false
        if let construct = unsupportedConstruct(type, parameter.place, serialization.style, schemas) {
            faults.warning(
                .textParameter, "\(construct): it is passed as text, in the form that its style gives it",
                at: parameter.location)
            type = TypeUse(.string(.plain))
            isText = true
        }
        let remarks = SchemaRemarks(on: [schema], in: document.schemas)
        var defaultValue = remarks.defaultValue
        if let value = defaultValue, value.array != nil || value.object != nil {
            faults.leftOut("a `default` that is no scalar", at: value.location)
            defaultValue = nil
        }
        return Parameter(
            name: parameter.name, place: place, type: type,
            isRequired: parameter.isRequired, isDeprecated: parameter.isDeprecated || remarks.isDeprecated,
            style: isText && style == .deepObject ? .form : style, explode: serialization.explode,
            allowReserved: serialization.allowsReserved, description: parameter.description ?? remarks.description,
            defaultValue: defaultValue, location: parameter.location)
    }

    /// Headers that bodies and security decide (OpenAPI 3.1 §4.8.12.1).
    private mutating func isIgnored(_ parameter: OpenAPI.Parameter) -> Bool {
        guard parameter.place == .header,
            ["accept", "content-type", "authorization"].contains(parameter.name.lowercased())
        else { return false }
        faults.warning(
            .ignoredParameter,
            "the header `\(parameter.name)` is no parameter: bodies and security decide it; it is ignored",
            at: parameter.location)
        return true
    }

    /// What of a parameter's type has no form as text yet.
    private func unsupportedConstruct(
        _ type: TypeUse, _ place: OpenAPI.ParameterPlace, _ style: OpenAPI.Style, _ schemas: SchemaLowering
    ) -> String? {
        if case .string(.byte) = type.kind { return "a parameter of bytes" }
        if isScalar(type, schemas) { return style == .deepObject ? "the style `deepObject` for a scalar" : nil }
        if place == .query, style == .form || style == .deepObject, isFlatObject(type, schemas) { return nil }
        guard case .array(let item) = type.kind else { return "a parameter that is an object or any value" }
        if style == .deepObject { return "the style `deepObject` for a list" }
        return isScalar(item, schemas) ? nil : "a parameter that is a list of other than scalars"
    }

    /// An object of scalars and lists of them, which has a form in a query.
    private func isFlatObject(_ type: TypeUse, _ schemas: SchemaLowering) -> Bool {
        guard case .schema(let id) = type.kind, case .object(let object) = schemas.shape(of: id) else { return false }
        return object.additional == nil && object.properties.allSatisfy { isScalar($0.type, schemas) }
    }

    private func isScalar(_ type: TypeUse, _ schemas: SchemaLowering) -> Bool {
        switch type.kind {
        case .any, .array, .map, .string(.byte): return false
        case .boolean, .integer, .number, .string: return true
        case .schema(let id):
            if case .enumeration = schemas.shape(of: id) { return true }
            return false
        }
    }
}

extension Parameter.Location {
    /// Nil for a place that is not carried through yet.
    init?(_ place: OpenAPI.ParameterPlace) {
        switch place {
        case .path: self = .path
        case .query: self = .query
        case .header: self = .header
        case .cookie: self = .cookie
        case .querystring: return nil
        }
    }
}

extension Parameter.Style {
    /// Nil for a style that is not carried through yet.
    init?(_ style: OpenAPI.Style) {
        switch style {
        case .matrix: self = .matrix
        case .label: self = .label
        case .form: self = .form
        case .simple: self = .simple
        case .spaceDelimited: self = .spaceDelimited
        case .pipeDelimited: self = .pipeDelimited
        case .deepObject: self = .deepObject
        case .cookie, .tabDelimited: return nil
        }
    }
}
