import QuillDiagnostics
import QuillNodes

/// The objects of Swagger 2.0 that are not those of OpenAPI 3, read into the same model.
extension DocumentReading {
    /// The root (Swagger 2.0 "Swagger Object").
    mutating func swaggerDocument(
        _ object: NodeObject, _ extensions: [OpenAPI.Extension], at location: SourceLocation, versionText: String
    ) -> OpenAPI.Document? {
        registerSchemas()
        let info = info(object, at: location)
        if object["paths"] == nil { missing("paths", of: .document, at: location) }
        swagger.consumes = swaggerMediaTypes(object, "consumes")
        swagger.produces = swaggerMediaTypes(object, "produces")
        swagger.schemes = swaggerSchemes(object)
        let servers = swaggerServers(object, schemes: swagger.schemes)
        let (paths, pathExtensions) = paths(object)
        let components = swaggerComponents(object)
        let security = securityRequirements(object)
        let tags = list(object, "tags") { $0.tag($1) }
        let externalDocs = externalDocs(object)
        let schemas = readReferredSchemas()
        return OpenAPI.Document(
            version: version, versionText: versionText, files: files.names, info: info, schemaDialect: nil,
            servers: servers, paths: paths, pathExtensions: pathExtensions, webhooks: OpenAPI.Map(),
            components: components, security: security, tags: tags, externalDocs: externalDocs, schemas: schemas,
            extensions: extensions, location: location)
    }

    private mutating func swaggerComponents(_ root: NodeObject) -> OpenAPI.Components {
        var components = OpenAPI.Components()
        components.schemas = schemaIdentities(root, "definitions")
        let parameters: OpenAPI.Map<SwaggerParameter> = section(root, "parameters")
        let responses: OpenAPI.Map<SwaggerResponse> = section(root, "responses")
        components.parameters = OpenAPI.Map(
            parameters.compactMap { entry in
                guard case .parameter(let parameter) = entry.value else { return nil }
                return .init(key: entry.key, keyLocation: entry.keyLocation, value: parameter)
            })
        components.requestBodies = OpenAPI.Map(
            parameters.compactMap { entry in
                guard case .body(let body) = entry.value else { return nil }
                let value = requestBody(of: body, consumes: swagger.consumes, isShared: true)
                return .init(key: entry.key, keyLocation: entry.keyLocation, value: value)
            })
        components.responses = responses.mapValues { response(of: $0) }
        components.securitySchemes = section(root, "securityDefinitions")
        let sections = ["definitions", "parameters", "responses", "securityDefinitions"]
        components.location = sections.lazy.compactMap { root.member($0)?.keyLocation }.first
        return components
    }

    // MARK: Servers

    mutating func swaggerSchemes(_ object: NodeObject) -> [String] {
        let known = ["http", "https", "ws", "wss"]
        return list(object, "schemes") { reading, item in
            guard let text = reading.text(item, field: "schemes") else { return nil }
            guard known.contains(text) else {
                reading.unknownChoice(text, field: "schemes", known: known, at: item.location)
                return nil
            }
            return text
        }
    }

    /// A server for each scheme. Without a host the document's own counts: the URL is relative then. Without a scheme
    /// it would be the one by which the document was asked for, which a file does not know.
    ///
    /// - Parameter root: the document, which has the host and the path whatever the schemes are of.
    mutating func swaggerServers(_ root: NodeObject, schemes: [String]) -> [OpenAPI.Server] {
        let location = (root["host"] ?? root["basePath"] ?? root["schemes"])?.location
        guard let location else { return [] }
        let path = swaggerBasePath(root)
        guard let host = swaggerHost(root) else {
            if let node = root["schemes"], root["host"] == nil {
                warn(
                    .ignoredField, "`schemes` says nothing without a `host`; it is ignored", at: node.location)
            }
            return path.isEmpty ? [] : [server(path, at: location)]
        }
        if schemes.isEmpty {
            if root["schemes"] == nil {
                warn(
                    .noScheme, "the `host` has no `schemes`; it is read as `https`", at: location,
                    note: "add `schemes: [https]`, or what it is")
            }
            return [server("https://\(host)\(path)", at: location)]
        }
        return schemes.map { server("\($0)://\(host)\(path)", at: location) }
    }

    private func server(_ url: String, at location: SourceLocation) -> OpenAPI.Server {
        OpenAPI.Server(url: url, description: nil, variables: OpenAPI.Map(), extensions: [], location: location)
    }

    /// `example.com:8080`
    private mutating func swaggerHost(_ root: NodeObject) -> String? {
        guard var host = text(root, "host"), let location = root["host"]?.location else { return nil }
        for prefix in ["https://", "http://"] where host.lowercased().hasPrefix(prefix) {
            warn(
                .hostWithScheme, "the `host` has a scheme, which is ignored", at: location,
                note: "name the scheme in `schemes`")
            host.removeFirst(prefix.count)
        }
        while host.hasSuffix("/") { host.removeLast() }
        return checkWithoutBraces(host, "host", at: location) && !host.isEmpty ? host : nil
    }

    /// The path without the slash that paths begin with.
    private mutating func swaggerBasePath(_ root: NodeObject) -> String {
        guard var path = text(root, "basePath"), let location = root["basePath"]?.location else { return "" }
        while path.hasSuffix("/") { path.removeLast() }
        if !path.isEmpty, !path.hasPrefix("/") {
            warn(
                .pathWithoutSlash, "the `basePath` does not begin with a slash; one is put before it", at: location)
            path = "/" + path
        }
        return checkWithoutBraces(path, "basePath", at: location) ? path : ""
    }

    /// Neither may be a template, and in the model's URLs braces would make one of them.
    private mutating func checkWithoutBraces(_ text: String, _ field: String, at location: SourceLocation) -> Bool {
        guard text.contains(where: { $0 == "{" || $0 == "}" }) else { return true }
        error(.malformedTemplate, "`\(field)` cannot have parameters in Swagger 2.0", at: location)
        return false
    }

    // MARK: Security

    private static let swaggerFlows = ["implicit", "password", "application", "accessCode"]

    /// Swagger 2.0 "Security Scheme Object".
    mutating func swaggerSecurityKind(
        _ object: NodeObject, at location: SourceLocation
    ) -> OpenAPI.SecurityScheme.Kind? {
        let kind = ObjectKind.securityScheme
        guard let type = requiredText(object, "type", of: kind, at: location) else { return nil }
        switch type {
        case "basic": return .http(scheme: "basic", bearerFormat: nil)
        case "apiKey":
            let name = requiredText(object, "name", of: kind, at: location)
            guard let place = requiredText(object, "in", of: kind, at: location), let name else { return nil }
            if place == "query" { return .apiKey(place: .query, name: name) }
            if place == "header" { return .apiKey(place: .header, name: name) }
            unknownChoice(place, field: "in", known: ["query", "header"], at: object["in"]?.location ?? location)
            return nil
        case "oauth2": return swaggerFlow(object, at: location).map { .oauth2([$0]) }
        default:
            unknownChoice(
                type, field: "type", known: ["basic", "apiKey", "oauth2"], at: object["type"]?.location ?? location)
            return nil
        }
    }

    private mutating func swaggerFlow(_ object: NodeObject, at location: SourceLocation) -> OpenAPI.OAuthFlow? {
        guard let flow = requiredText(object, "flow", of: .securityScheme, at: location) else { return nil }
        guard Self.swaggerFlows.contains(flow) else {
            unknownChoice(flow, field: "flow", known: Self.swaggerFlows, at: object["flow"]?.location ?? location)
            return nil
        }
        func address(_ key: String, unless exception: [String], _ reading: inout DocumentReading) -> String? {
            exception.contains(flow) ? "" : reading.requiredText(object, key, of: .securityScheme, at: location)
        }
        let authorization = address("authorizationUrl", unless: ["password", "application"], &self)
        let token = address("tokenUrl", unless: ["implicit"], &self)
        guard let authorization, let token else { return nil }
        if object["scopes"] == nil { missing("scopes", of: .oauthFlow, at: location, severity: .warning) }
        var extensions: [OpenAPI.Extension] = []
        let scopes = map(object, "scopes") { reading, member -> String? in
            guard !member.key.hasPrefix("x-") else {
                extensions.append(.init(key: member.key, value: member.value))
                return nil
            }
            return reading.text(member.value, field: member.key)
        }
        let grant: OpenAPI.OAuthFlow.Grant =
            switch flow {
            case "implicit": .implicit(authorizationURL: authorization)
            case "password": .password(tokenURL: token)
            case "application": .clientCredentials(tokenURL: token)
            default: .authorizationCode(authorizationURL: authorization, tokenURL: token)
            }
        return OpenAPI.OAuthFlow(
            grant: grant, refreshURL: nil, scopes: scopes, extensions: extensions, location: location)
    }
}
