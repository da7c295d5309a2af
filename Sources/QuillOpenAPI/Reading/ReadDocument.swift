import QuillDiagnostics
import QuillNodes

extension DocumentReading {
    /// The root document; nil where it is not one that is read here, which has been said then.
    mutating func readRoot() -> OpenAPI.Document? {
        switch files.file(named: files.rootName) {
        case .failure(let fault):
            diagnostics += fault.causes
            if fault.causes.isEmpty { diagnostics.append(.error(fault.code, fault.message, at: nil)) }
            return nil
        case .success(let index): file = index
        }
        let root = files.root(of: file)
        guard let versionText = readVersion(root) else { return nil }
        return object(root, .document) { reading, object, extensions in
            reading.version == .v2_0
                ? reading.swaggerDocument(object, extensions, at: root.location, versionText: versionText)
                : reading.document(object, extensions, at: root.location, versionText: versionText)
        }
    }

    /// Decides the version, which must be known before anything else is read.
    private mutating func readVersion(_ root: Node) -> String? {
        guard let object = root.object else {
            error(.notOpenAPI, "an OpenAPI document is an object, not \(root.kindDescription)", at: root.location)
            return nil
        }
        if let node = object["swagger"], object["openapi"] == nil {
            guard let text = text(node, field: "swagger") else { return nil }
            guard text == "2.0" || text == "2" else {
                error(
                    .unsupportedVersion, "`\(text)` is no version of Swagger that is read; 2.0 is",
                    at: node.location)
                return nil
            }
            version = .v2_0
            return text
        }
        guard let node = object["openapi"] else {
            error(
                .notOpenAPI, "the document states no OpenAPI version", at: root.location,
                note: "an OpenAPI document begins with `openapi: 3.1.0`")
            return nil
        }
        guard let text = text(node, field: "openapi") else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        switch (parts.first, parts.dropFirst().first) {
        case ("3", "0"): version = .v3_0
        case ("3", "1"): version = .v3_1
        case ("3", "2"): version = .v3_2
        default:
            error(
                .unsupportedVersion, "`\(text)` is no version of OpenAPI that is read; 3.0, 3.1 and 3.2 are",
                at: node.location)
            return nil
        }
        return text
    }

    private mutating func document(
        _ object: NodeObject, _ extensions: [OpenAPI.Extension], at location: SourceLocation, versionText: String
    ) -> OpenAPI.Document? {
        registerSchemas()
        let info = info(object, at: location)

        if object["paths"] == nil {
            if version < .v3_1 {
                missing("paths", of: .document, at: location)
            } else if object["webhooks"] == nil, object["components"] == nil {
                error(
                    .missingField, "the document has none of `paths`, `webhooks` and `components`", at: location)
            }
        }
        let (paths, pathExtensions) = paths(object)
        let webhooks = map(object, "webhooks") { $0.pathItem($1.value) }
        let components = components(object)
        let security = securityRequirements(object)
        let tags = list(object, "tags") { $0.tag($1) }
        let servers = servers(object)
        let externalDocs = externalDocs(object)
        let dialect = text(object, "jsonSchemaDialect")
        let selfURI = text(object, "$self")
        let schemas = readReferredSchemas()
        return OpenAPI.Document(
            version: version, versionText: versionText, selfURI: selfURI, files: files.names, info: info,
            schemaDialect: dialect, servers: servers, paths: paths, pathExtensions: pathExtensions,
            webhooks: webhooks, components: components, security: security, tags: tags, externalDocs: externalDocs,
            schemas: schemas, extensions: extensions, location: location)
    }

    mutating func paths(_ root: NodeObject) -> (OpenAPI.Map<OpenAPI.PathItem>, [OpenAPI.Extension]) {
        var extensions: [OpenAPI.Extension] = []
        let paths = map(root, "paths") { reading, member -> OpenAPI.PathItem? in
            guard !member.key.hasPrefix("x-") else {
                extensions.append(.init(key: member.key, value: member.value))
                return nil
            }
            return reading.pathItem(member.value)
        }
        return (mended(paths), extensions)
    }

    /// Paths with a slash before them, and without parameters that they have no place for.
    private mutating func mended(_ paths: OpenAPI.Map<OpenAPI.PathItem>) -> OpenAPI.Map<OpenAPI.PathItem> {
        OpenAPI.Map(
            paths.map { entry in
                var path = entry.key
                if !path.hasPrefix("/") {
                    warn(
                        .pathWithoutSlash, "the path `\(path)` does not begin with a slash; one is put before it",
                        at: entry.keyLocation)
                    path = "/" + path
                }
                var item = entry.value
                if let names = OpenAPI.PathTemplate(path)?.parameterNames {
                    leaveOutUnused(from: &item.parameters, names, path)
                    for index in item.operations.indices {
                        leaveOutUnused(from: &item.operations[index].parameters, names, path)
                    }
                }
                return .init(key: path, keyLocation: entry.keyLocation, value: item)
            })
    }

    private mutating func leaveOutUnused(
        from parameters: inout [OpenAPI.Parameter], _ names: [String], _ path: String
    ) {
        guard parameters.contains(where: { $0.place == .path && !names.contains($0.name) }) else { return }
        parameters.removeAll { parameter in
            guard parameter.place == .path, !names.contains(parameter.name) else { return false }
            warn(
                .unusedPathParameter,
                "the path parameter `\(parameter.name)` does not occur in `\(path)`; it is left out",
                at: parameter.location, note: "put `{\(parameter.name)}` into the path, or remove the parameter")
            return true
        }
    }

    // MARK: Information

    /// Documents without it are common among samples, and nothing depends on it.
    mutating func info(_ root: NodeObject, at location: SourceLocation) -> OpenAPI.Info {
        if root["info"] == nil { missing("info", of: .document, at: location, severity: .warning) }
        return member(root, "info").flatMap { self.info($0) }
            ?? OpenAPI.Info(title: "", version: "", extensions: [], location: location)
    }

    private mutating func info(_ node: Node) -> OpenAPI.Info? {
        object(node, .info) { reading, object, extensions in
            let title = reading.requiredText(object, "title", of: .info, at: node.location, severity: .warning)
            let version = reading.requiredText(object, "version", of: .info, at: node.location, severity: .warning)
            return OpenAPI.Info(
                title: title ?? "", summary: reading.text(object, "summary"),
                description: reading.text(object, "description"),
                termsOfService: reading.text(object, "termsOfService"),
                contact: reading.member(object, "contact").flatMap { reading.contact($0) },
                license: reading.member(object, "license").flatMap { reading.license($0) },
                version: version ?? "", extensions: extensions, location: node.location)
        }
    }

    private mutating func contact(_ node: Node) -> OpenAPI.Contact? {
        object(node, .contact) { reading, object, extensions in
            OpenAPI.Contact(
                name: reading.text(object, "name"), url: reading.text(object, "url"),
                email: reading.text(object, "email"), extensions: extensions, location: node.location)
        }
    }

    private mutating func license(_ node: Node) -> OpenAPI.License? {
        object(node, .license) { reading, object, extensions in
            OpenAPI.License(
                name: reading.requiredText(
                    object, "name", of: .license, at: node.location, severity: .warning) ?? "",
                identifier: reading.text(object, "identifier"), url: reading.text(object, "url"),
                extensions: extensions, location: node.location)
        }
    }

    mutating func tag(_ node: Node) -> OpenAPI.Tag? {
        object(node, .tag) { reading, object, extensions in
            guard let name = reading.requiredText(object, "name", of: .tag, at: node.location) else { return nil }
            return OpenAPI.Tag(
                name: name, summary: reading.text(object, "summary"), description: reading.text(object, "description"),
                externalDocs: reading.externalDocs(object), parent: reading.text(object, "parent"),
                kind: reading.text(object, "kind"), extensions: extensions, location: node.location)
        }
    }

    mutating func externalDocs(_ object: NodeObject) -> OpenAPI.ExternalDocs? {
        guard let node = member(object, "externalDocs") else { return nil }
        return self.object(node, .externalDocs) { reading, object, extensions in
            let url = reading.requiredText(
                object, "url", of: .externalDocs, at: node.location, severity: .warning)
            guard let url else { return nil }
            return OpenAPI.ExternalDocs(
                url: url, description: reading.text(object, "description"), extensions: extensions,
                location: node.location)
        }
    }

    // MARK: Servers

    mutating func servers(_ object: NodeObject) -> [OpenAPI.Server] {
        list(object, "servers") { $0.server($1) }
    }

    mutating func server(_ node: Node) -> OpenAPI.Server? {
        object(node, .server) { reading, object, extensions in
            guard let url = reading.requiredText(object, "url", of: .server, at: node.location) else { return nil }
            let variables = reading.map(object, "variables") { $0.serverVariable($1.value) }
            guard let template = OpenAPI.PathTemplate(url) else {
                reading.error(
                    .malformedTemplate, "the braces of the server's URL `\(url)` do not match",
                    at: object["url"]?.location ?? node.location)
                return nil
            }
            for name in template.parameterNames where object["variables"]?[name] == nil {
                reading.error(
                    .undefinedServerVariable, "`{\(name)}` of `\(url)` is not among the server's variables",
                    at: object["url"]?.location ?? node.location,
                    note: "add `\(name)` to `variables`, with a `default`")
            }
            return OpenAPI.Server(
                url: url, name: reading.text(object, "name"), description: reading.text(object, "description"),
                variables: variables,
                extensions: extensions, location: node.location)
        }
    }

    private mutating func serverVariable(_ node: Node) -> OpenAPI.ServerVariable? {
        object(node, .serverVariable) { reading, object, extensions in
            let allowed = reading.texts(object, "enum")
            guard
                let value = reading.requiredText(object, "default", of: .serverVariable, at: node.location)
            else { return nil }
            if !allowed.isEmpty, !allowed.contains(value) {
                reading.warn(
                    .defaultNotAllowed, "the default `\(value)` is not among the values of `enum`",
                    at: object["default"]?.location ?? node.location)
            }
            return OpenAPI.ServerVariable(
                defaultValue: value, allowedValues: allowed, description: reading.text(object, "description"),
                extensions: extensions, location: node.location)
        }
    }

    // MARK: Components

    private mutating func components(_ root: NodeObject) -> OpenAPI.Components {
        guard let node = member(root, "components") else { return OpenAPI.Components() }
        return object(node, .components) { reading, object, extensions in
            var components = OpenAPI.Components()
            components.location = node.location
            components.extensions = extensions
            components.schemas = reading.schemaIdentities(object, "schemas")
            components.responses = reading.section(object, "responses")
            components.parameters = reading.section(object, "parameters")
            components.examples = reading.section(object, "examples")
            components.requestBodies = reading.section(object, "requestBodies")
            components.headers = reading.section(object, "headers")
            components.securitySchemes = reading.section(object, "securitySchemes")
            components.links = reading.section(object, "links")
            components.callbacks = reading.section(object, "callbacks")
            components.pathItems = reading.section(object, "pathItems")
            components.mediaTypes = reading.section(object, "mediaTypes")
            return components
        } ?? OpenAPI.Components()
    }

    /// The schemas of the root's components, by name.
    mutating func schemaIdentities(_ object: NodeObject, _ key: String) -> OpenAPI.Map<OpenAPI.Identity> {
        map(object, key) { reading, member in reading.identity(ofComponent: member.key, kind: .schema) }
    }

    /// The components of one kind.
    mutating func section<Value: ReferableObject>(
        _ components: NodeObject, _ key: String
    ) -> OpenAPI.Map<Value> {
        map(components, key) { reading, member in
            let target = FileSet.Target(
                identity: reading.identity(ofComponent: member.key, kind: Value.kind), node: member.value,
                file: reading.file)
            return reading.referredTo(target, as: Value.self, by: member.value)
        }
    }

    private func identity(ofComponent name: String, kind: ObjectKind) -> OpenAPI.Identity {
        OpenAPI.Identity(file: files.name(of: file), pointer: componentPointer(name, in: kind))
    }

    /// Where a component of the root stands: `/components/schemas/Pet`, in 2.0 `/definitions/Pet`.
    func componentPointer(_ name: String, in kind: ObjectKind) -> String {
        let section = version == .v2_0 ? kind.swaggerSection ?? "" : "components/" + (kind.section ?? "")
        return "/\(section)/\(JSONPointer.escape(name))"
    }

    /// The schemas of the root's components.
    var rootSchemas: NodeObject? {
        let root = files.root(of: 0)
        return (version == .v2_0 ? root["definitions"] : root["components"]?["schemas"])?.object
    }

    /// Puts the schemas of the root's components at the head of those to be read, so that the table has them first.
    mutating func registerSchemas() {
        guard let schemas = rootSchemas, schemas["$ref"]?.string == nil else { return }
        for member in schemas {
            noteReferred(
                to: FileSet.Target(
                    identity: identity(ofComponent: member.key, kind: .schema), node: member.value, file: file))
        }
    }
}
