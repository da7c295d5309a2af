import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// What an operation is told outside of its body.
extension EndpointLowering {
    mutating func parameter(
        _ parameter: OpenAPI.Parameter, of id: String, _ schemas: inout SchemaLowering
    ) -> Parameter? {
        if isIgnored(parameter) { return nil }
        let (type, layout, schema) = value(parameter, of: id, &schemas)
        noteUnchecked(type, at: parameter.location)
        let remarks = SchemaRemarks(on: schema.map { [$0] } ?? [], in: document.schemas)
        return Parameter(
            name: parameter.name, preferredName: schemas.memberName(of: parameter, schema),
            place: Parameter.Location(parameter.place), type: type,
            isRequired: parameter.isRequired, isDeprecated: parameter.isDeprecated || remarks.isDeprecated,
            allowsEmpty: parameter.allowsEmptyValue && parameter.place == .query, layout: layout,
            description: parameter.description ?? remarks.description,
            defaultValue: checkedDefault(remarks.defaultValue, of: type, schemas),
            notes: ReaderNotes(example: parameter.example, examples: parameter.examples)
                .orElse(remarks.notes).orElse(remarks.typeNotes),
            location: parameter.location)
    }

    /// Parameters are held to the plain limits of their types, and no more yet.
    private mutating func noteUnchecked(_ type: TypeUse, at location: SourceLocation) {
        if case .string(let format) = type.kind, format != .plain, format != .binary, !type.constraints.isEmpty {
            faults.warning(
                .uncheckedLimits, "lengths and patterns of strings that become another type are not checked",
                at: location)
        }
        var limits = [type.constraints]
        if case .array(let item) = type.kind { limits.append(item.constraints) }
        if limits.contains(where: { !$0.rule.isEmpty || $0.values != nil }) {
            faults.unenforced("what a parameter has to meet beyond plain limits", at: location)
        }
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

    private mutating func value(
        _ parameter: OpenAPI.Parameter, of id: String, _ schemas: inout SchemaLowering
    ) -> (TypeUse, ValueLayout, OpenAPI.SchemaReference?) {
        let schemaID = SchemaID([id, parameter.name])
        switch parameter.value {
        case .schema(let schema, let serialization):
            let type = schemas.type(of: schema, id: schemaID)
            return (type, ValueLayout(serialization), schema)
        case .content(let mediaType, let content):
            if let type = jsonType(mediaType, content, schemaID, &schemas) { return (type, .json, content.schema) }
            if parameter.place == .querystring, ValueLayout.isForm(mediaType), let schema = content.schema {
                let type = schemas.type(of: schema, id: schemaID)
                return (type, .form(memberLayouts(content, of: type, schemas)), schema)
            }
            if !ValueLayout.isText(mediaType) {
                faults.warning(
                    .textParameter, "a parameter of `\(mediaType)`: it is passed as text, in the form that this has",
                    at: parameter.location)
            }
            return (TypeUse(.string(.plain)), .text, nil)
        }
    }

    /// The type of a value that is written as JSON; nil for other media types.
    mutating func jsonType(
        _ mediaType: String, _ content: OpenAPI.MediaType, _ id: SchemaID, _ schemas: inout SchemaLowering
    ) -> TypeUse? {
        guard ValueLayout.isJSON(mediaType) else { return nil }
        return content.schema.map { schemas.type(of: $0, id: id) } ?? TypeUse(.any)
    }

    /// What `encoding` says of the members of a form (OpenAPI 3.2 §4.15): of the rest there is nothing to say.
    private mutating func memberLayouts(
        _ content: OpenAPI.MediaType, of type: TypeUse, _ schemas: SchemaLowering
    ) -> [(key: String, layout: ValueLayout.MemberLayout)] {
        var members: [String: TypeUse] = [:]
        if case .schema(let id) = type.kind, case .object(let object) = schemas.shape(of: id) {
            for property in object.properties { members[property.key] = property.type }
        }
        return content.encoding.compactMap { entry in
            guard let type = members[entry.key] else { return nil }
            guard let serialization = entry.value.serialization else {
                let isJSON = entry.value.contentType.map(ValueLayout.isJSON) ?? false
                return isJSON ? (entry.key, .json) : nil
            }
            let style = ValueLayout.Style(serialization.style)
            switch type.kind {
            case .array: return (entry.key, .list(style, explode: serialization.explode))
            case .map: return (entry.key, .object(style, explode: serialization.explode))
            case .schema(let id):
                guard case .object = schemas.shape(of: id) else { return nil }
                return (entry.key, .object(style, explode: serialization.explode))
            case .any, .boolean, .integer, .number, .string:
                return serialization.allowsReserved ? (entry.key, .reserved) : nil
            }
        }
    }

    // MARK: Defaults

    /// The default, unless no value of the type is written so.
    private mutating func checkedDefault(_ value: Node?, of type: TypeUse, _ schemas: SchemaLowering) -> Node? {
        guard let value, !value.isNull else { return nil }
        if fits(value, type, schemas) { return value }
        faults.warning(
            .unfitDefault, "the `default` is no value of the parameter's type; it is ignored", at: value.location)
        return nil
    }

    private func fits(_ value: Node, _ type: TypeUse, _ schemas: SchemaLowering) -> Bool {
        switch (value.value, type.kind) {
        case (.null, _): type.isNullable
        case (_, .any), (.bool, .boolean), (.number, .number): true
        case (.number(let number), .integer): number.integer != nil
        case (.string(let text), .string(let format)): format.allows(text)
        case (.array(let items), .array(let item)): items.allSatisfy { fits($0, item, schemas) }
        case (.object(let members), .map(let member)): members.allSatisfy { fits($0.value, member, schemas) }
        case (_, .schema(let id)):
            switch schemas.shape(of: id) {
            case .object(let object): value.object.map { has($0, object, schemas) } ?? false
            case .enumeration: value.array == nil && value.object == nil
            case .union, nil: true
            }
        default: false
        }
    }

    private func has(_ members: NodeObject, _ object: ObjectShape, _ schemas: SchemaLowering) -> Bool {
        object.properties.allSatisfy { property in
            members[property.key].map { fits($0, property.type, schemas) } ?? !property.isRequired
        }
    }
}

extension TypeUse.StringFormat {
    /// Whether a text looks like one of this format.
    fileprivate func allows(_ text: String) -> Bool {
        func matches(_ form: String) -> Bool {
            text.utf8.count == form.utf8.count
                && zip(text.utf8, form.utf8).allSatisfy { byte, expected in
                    expected == UInt8(ascii: "0") ? Character(Unicode.Scalar(byte)).isHexDigit : byte == expected
                }
        }
        switch self {
        case .plain, .binary, .uri, .byte, .file: return true
        case .date: return matches("0000-00-00")
        case .uuid: return matches("00000000-0000-0000-0000-000000000000")
        case .dateTime: return text.contains(":") && text.contains("-")
        }
    }
}

extension ValueLayout {
    init(_ serialization: OpenAPI.Serialization) {
        self = .style(
            Style(serialization.style), explode: serialization.explode, allowReserved: serialization.allowsReserved)
    }

    fileprivate static func essence(_ mediaType: String) -> String {
        mediaType.split(separator: ";").first.map { $0.filter { !$0.isWhitespace }.lowercased() } ?? ""
    }

    static func isJSON(_ mediaType: String) -> Bool {
        let essence = essence(mediaType)
        return essence == "application/json" || essence.hasSuffix("+json")
    }

    static func isText(_ mediaType: String) -> Bool { essence(mediaType) == "text/plain" }

    fileprivate static func isForm(_ mediaType: String) -> Bool {
        essence(mediaType) == "application/x-www-form-urlencoded"
    }
}

extension Parameter.Location {
    init(_ place: OpenAPI.ParameterPlace) {
        switch place {
        case .path: self = .path
        case .query: self = .query
        case .header: self = .header
        case .cookie: self = .cookie
        case .querystring: self = .querystring
        }
    }
}

extension ValueLayout.Style {
    init(_ style: OpenAPI.Style) {
        switch style {
        case .matrix: self = .matrix
        case .label: self = .label
        case .form: self = .form
        case .simple: self = .simple
        case .spaceDelimited: self = .spaceDelimited
        case .pipeDelimited: self = .pipeDelimited
        case .deepObject: self = .deepObject
        case .cookie: self = .cookie
        case .tabDelimited: self = .tabDelimited
        }
    }
}
