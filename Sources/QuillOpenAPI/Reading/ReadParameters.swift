import QuillDiagnostics
import QuillNodes

extension OpenAPI.Parameter: ReferableObject {
    static var kind: ObjectKind { .parameter }

    static func read(
        _ object: NodeObject, _ extensions: [OpenAPI.Extension], at location: SourceLocation,
        identity: OpenAPI.Identity?, with reading: inout DocumentReading
    ) -> Self? {
        let name = reading.requiredText(object, "name", of: .parameter, at: location)
        guard let place = reading.parameterPlace(object, at: location), let name else { return nil }
        let value = reading.parameterValue(object, of: .parameter, called: "`\(name)`", in: place, at: location)
        guard let value else { return nil }
        var isRequired = reading.flag(object, "required") ?? false
        if place == .path, !isRequired {
            reading.warn(
                .optionalPathParameter, "the path parameter `\(name)` does not say `required: true`; it is read so",
                at: location)
            isRequired = true
        }
        return Self(
            name: name, place: place, description: reading.text(object, "description"), isRequired: isRequired,
            isDeprecated: reading.flag(object, "deprecated") ?? false,
            allowsEmptyValue: reading.flag(object, "allowEmptyValue") ?? false, value: value,
            example: object["example"], examples: reading.map(object, "examples") { $0.referable($1.value) },
            extensions: extensions, identity: identity, location: location)
    }

    mutating func override(summary: String?, description: String?) {
        self.description = description ?? self.description
    }
}

extension OpenAPI.Header: ReferableObject {
    static var kind: ObjectKind { .header }

    static func read(
        _ object: NodeObject, _ extensions: [OpenAPI.Extension], at location: SourceLocation,
        identity: OpenAPI.Identity?, with reading: inout DocumentReading
    ) -> Self? {
        if reading.version == .v2_0 {
            return reading.swaggerHeader(object, extensions, at: location, identity: identity)
        }
        let value = reading.parameterValue(object, of: .header, called: "", in: .header, at: location)
        guard let value else { return nil }
        return Self(
            description: reading.text(object, "description"), isRequired: reading.flag(object, "required") ?? false,
            isDeprecated: reading.flag(object, "deprecated") ?? false, value: value, example: object["example"],
            examples: reading.map(object, "examples") { $0.referable($1.value) }, extensions: extensions,
            identity: identity, location: location)
    }

    mutating func override(summary: String?, description: String?) {
        self.description = description ?? self.description
    }
}

extension DocumentReading {
    fileprivate mutating func parameterPlace(
        _ object: NodeObject, at location: SourceLocation
    ) -> OpenAPI.ParameterPlace? {
        guard let text = requiredText(object, "in", of: .parameter, at: location) else { return nil }
        let valueLocation = object["in"]?.location ?? location
        if let place = OpenAPI.ParameterPlace(rawValue: text) {
            if place == .querystring, version < .v3_2 {
                warnLater("in: querystring", of: .parameter, since: .v3_2, at: valueLocation)
            }
            return place
        }
        if text == "body" || text == "formData" {
            error(
                .unknownValue, "`in: \(text)` is of Swagger 2.0", at: valueLocation,
                note: "describe the body in the operation's `requestBody`")
        } else {
            unknownChoice(
                text, field: "in", known: OpenAPI.ParameterPlace.allCases.map(\.rawValue), at: valueLocation)
        }
        return nil
    }

    /// The `schema` with its style, or the one entry of `content`.
    fileprivate mutating func parameterValue(
        _ object: NodeObject, of kind: ObjectKind, called name: String, in place: OpenAPI.ParameterPlace,
        at location: SourceLocation
    ) -> OpenAPI.ParameterValue? {
        let subject = name.isEmpty ? kind.noun : "the parameter \(name)"
        let schemaNode = member(object, "schema")
        guard let contentNode = member(object, "content") else {
            if place == .querystring {
                error(
                    .missingContent, "\(subject) is the whole query, which only `content` can describe", at: location,
                    note: "add `content: {application/x-www-form-urlencoded: {schema: …}}`, or what it is")
                return nil
            }
            guard let schemaNode else {
                error(
                    .missingSchema, "\(subject) has neither `schema` nor `content`", at: location,
                    note: object["type"] == nil
                        ? "add `schema: {type: string}`, or what it is"
                        : "move `type` and what belongs to it to `schema`")
                return nil
            }
            let serialization = serialization(object, in: place)
            return schema(schemaNode).map { .schema($0, serialization) }
        }
        if schemaNode != nil {
            error(.schemaAndContent, "\(subject) has both `schema` and `content`", at: location)
            return nil
        }
        let content = content(contentNode)
        if content.count > 1 {
            warn(
                .severalMediaTypes, "\(subject) has \(content.count) media types, of which the first counts",
                at: contentNode.location)
        }
        guard let first = content.first else {
            if contentNode.object?.isEmpty ?? false {
                error(.missingSchema, "\(subject) has an empty `content`", at: contentNode.location)
            }
            return nil
        }
        return .content(mediaType: first.key, first.value)
    }

    /// The style with its defaults: `explode` is true for `form` and `cookie` only (OpenAPI 3.2 §4.12.2.2).
    mutating func serialization(_ object: NodeObject, in place: OpenAPI.ParameterPlace) -> OpenAPI.Serialization {
        var serialization = OpenAPI.Serialization.standard(in: place)
        if let node = object["style"], let style = choice(object, "style", as: OpenAPI.Style.self) {
            let allowed = Self.styles(in: place)
            if !allowed.contains(style) {
                error(
                    .misplacedStyle, "the style `\(style.rawValue)` cannot be used in \(Self.phrase(for: place))",
                    at: node.location,
                    note: "the styles there are \(allowed.map { "`\($0.rawValue)`" }.joined(separator: ", "))")
            }
            if style == .cookie, version < .v3_2 {
                warnLater("style: cookie", of: .parameter, since: .v3_2, at: node.location)
            }
            serialization.style = style
            serialization.explode = style == .form || style == .cookie
        }
        serialization.explode = flag(object, "explode") ?? serialization.explode
        serialization.allowsReserved = flag(object, "allowReserved") ?? false
        return serialization
    }

    private static func styles(in place: OpenAPI.ParameterPlace) -> [OpenAPI.Style] {
        // A tab is only between the items of a Swagger 2.0 list.
        switch place {
        case .path: [.simple, .label, .matrix]
        case .query: [.form, .spaceDelimited, .pipeDelimited, .deepObject]
        case .header: [.simple]
        case .cookie: [.form, .cookie]
        case .querystring: []
        }
    }

    private static func phrase(for place: OpenAPI.ParameterPlace) -> String {
        switch place {
        case .path: "the path"
        case .query: "the query"
        case .header: "a header"
        case .cookie: "a cookie"
        case .querystring: "the whole query"
        }
    }
}
