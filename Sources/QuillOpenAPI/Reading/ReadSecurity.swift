import QuillDiagnostics
import QuillNodes

extension OpenAPI.SecurityScheme: ReferableObject {
    static var kind: ObjectKind { .securityScheme }

    static func read(
        _ object: NodeObject, _ extensions: [OpenAPI.Extension], at location: SourceLocation,
        identity: OpenAPI.Identity?, with reading: inout DocumentReading
    ) -> Self? {
        let kind =
            reading.version == .v2_0
            ? reading.swaggerSecurityKind(object, at: location) : reading.securityKind(object, at: location)
        guard let kind else { return nil }
        return Self(
            kind: kind, description: reading.text(object, "description"),
            oauth2MetadataURL: reading.text(object, "oauth2MetadataUrl"),
            isDeprecated: reading.flag(object, "deprecated") ?? false, extensions: extensions, identity: identity,
            location: location)
    }

    mutating func override(summary: String?, description: String?) {
        self.description = description ?? self.description
    }
}

extension DocumentReading {
    fileprivate mutating func securityKind(
        _ object: NodeObject, at location: SourceLocation
    ) -> OpenAPI.SecurityScheme.Kind? {
        let kind = ObjectKind.securityScheme
        guard let type = requiredText(object, "type", of: kind, at: location) else { return nil }
        switch type {
        case "apiKey":
            let name = requiredText(object, "name", of: kind, at: location)
            if object["in"] == nil { missing("in", of: kind, at: location) }
            guard let place = choice(object, "in", as: OpenAPI.ParameterPlace.self), let name else { return nil }
            guard place != .path, place != .querystring else {
                unknownChoice(
                    place.rawValue, field: "in", known: ["query", "header", "cookie"],
                    at: object["in"]?.location ?? location)
                return nil
            }
            return .apiKey(place: place, name: name)
        case "http":
            guard let scheme = requiredText(object, "scheme", of: kind, at: location) else { return nil }
            return .http(scheme: scheme, bearerFormat: text(object, "bearerFormat"))
        case "oauth2":
            guard let flows = member(object, "flows") else {
                if object["flows"] == nil { missing("flows", of: kind, at: location) }
                return nil
            }
            return oauthFlows(flows).map { .oauth2($0) }
        case "openIdConnect":
            guard let url = requiredText(object, "openIdConnectUrl", of: kind, at: location) else { return nil }
            return .openIDConnect(url: url)
        case "mutualTLS":
            if version < .v3_1 { warnLater("type: mutualTLS", of: kind, at: object["type"]?.location ?? location) }
            return .mutualTLS
        default:
            unknownChoice(
                type, field: "type", known: ["apiKey", "http", "oauth2", "openIdConnect", "mutualTLS"],
                at: object["type"]?.location ?? location)
            return nil
        }
    }

    private mutating func oauthFlows(_ node: Node) -> [OpenAPI.OAuthFlow]? {
        object(node, .oauthFlows) { reading, object, _ in
            var flows: [OpenAPI.OAuthFlow] = []
            for member in object where ObjectKind.oauthFlows.fields(in: .v3_2).contains(member.key) {
                guard let node = reading.member(object, member.key) else { continue }
                if let flow = reading.oauthFlow(node, name: member.key) { flows.append(flow) }
            }
            return flows
        }
    }

    private mutating func oauthFlow(_ node: Node, name: String) -> OpenAPI.OAuthFlow? {
        object(node, .oauthFlow) { reading, object, extensions in
            let address: String? =
                switch name {
                case "implicit", "authorizationCode": "authorizationUrl"
                case "deviceAuthorization": "deviceAuthorizationUrl"
                default: nil
                }
            let authorization =
                address == nil
                ? "" : reading.requiredText(object, address ?? "", of: .oauthFlow, at: node.location)
            let token =
                name != "implicit" ? reading.requiredText(object, "tokenUrl", of: .oauthFlow, at: node.location) : ""
            guard let authorization, let token else { return nil }
            let grant: OpenAPI.OAuthFlow.Grant =
                switch name {
                case "implicit": .implicit(authorizationURL: authorization)
                case "password": .password(tokenURL: token)
                case "deviceAuthorization": .deviceAuthorization(deviceAuthorizationURL: authorization, tokenURL: token)
                case "clientCredentials": .clientCredentials(tokenURL: token)
                default: .authorizationCode(authorizationURL: authorization, tokenURL: token)
                }
            if object["scopes"] == nil {
                reading.missing("scopes", of: .oauthFlow, at: node.location, severity: .warning)
            }
            return OpenAPI.OAuthFlow(
                grant: grant, refreshURL: reading.text(object, "refreshUrl"),
                scopes: reading.map(object, "scopes") { reading, member in
                    reading.text(member.value, field: member.key)
                },
                extensions: extensions, location: node.location)
        }
    }

    /// The value of `security`; nil where there is none.
    mutating func securityRequirements(_ object: NodeObject) -> [OpenAPI.SecurityRequirement]? {
        guard let node = member(object, "security") else { return nil }
        return list(node, field: "security") { $0.securityRequirement($1) }
    }

    private mutating func securityRequirement(_ node: Node) -> OpenAPI.SecurityRequirement? {
        guard let object = node.object else {
            wrongType(node, field: "security", expected: "a list of objects")
            return nil
        }
        let schemes = object.map { member in
            OpenAPI.SchemeRequirement(
                name: schemeName(member),
                scopes: list(member.value, field: member.key) { reading, item in
                    reading.text(item, field: member.key).map { .init(name: $0, location: item.location) }
                },
                location: member.keyLocation)
        }
        return OpenAPI.SecurityRequirement(schemes: schemes, location: node.location)
    }

    /// Since 3.2 a URI can stand for the name, which counts more (OpenAPI 3.2 §4.30).
    private mutating func schemeName(_ member: NodeObject.Member) -> String {
        guard version >= .v3_2, member.key.contains(where: { $0 == "#" || $0 == "/" }),
            files.root(of: 0)["components"]?["securitySchemes"]?[member.key] == nil,
            let target = target(of: member.key, at: member.keyLocation, kind: .securityScheme)
        else { return member.key }
        let name = target.identity.name
        if target.identity.file == files.name(of: 0),
            target.identity.pointer == componentPointer(name, in: .securityScheme)
        {
            return name
        }
        error(
            .foreignSecurityScheme, "`\(member.key)` is not among the security schemes of the root document",
            at: member.keyLocation, note: "refer to it in `components.securitySchemes`, and name that here")
        return member.key
    }
}
