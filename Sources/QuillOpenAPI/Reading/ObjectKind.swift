/// One of the specification's objects, as the reader and its messages know it.
///
/// What a newer version added is read in older documents too, with a warning. Documents of 2.0 have other readers where
/// `swaggerFields` states other fields.
struct ObjectKind: Sendable {
    /// What people call it, with an article: "a response".
    let noun: String
    /// The fixed fields of 3.0.
    let fields: [String]
    /// Those that 3.1 added.
    var laterFields: [String] = []
    /// Those that 3.2 added.
    var newestFields: [String] = []
    /// Those of 2.0; nil where they are the same as in 3.0, or where 2.0 has no such object.
    var swaggerFields: [String]?
    /// Where `components` keeps such objects; nil for those it does not keep, which no reference may stand for.
    var section: String?
    /// Where the root of a document of 2.0 keeps them.
    var swaggerSection: String?
    /// Whether its members are named by the author, so that any name goes.
    var hasOpenFields = false

    static let document = ObjectKind(
        noun: "the document",
        fields: ["openapi", "info", "servers", "paths", "components", "security", "tags", "externalDocs"],
        laterFields: ["webhooks", "jsonSchemaDialect"], newestFields: ["$self"],
        swaggerFields: [
            "swagger", "info", "host", "basePath", "schemes", "consumes", "produces", "paths", "definitions",
            "parameters", "responses", "securityDefinitions", "security", "tags", "externalDocs",
        ])
    static let info = ObjectKind(
        noun: "the information",
        fields: ["title", "description", "termsOfService", "contact", "license", "version"], laterFields: ["summary"])
    static let contact = ObjectKind(noun: "a contact", fields: ["name", "url", "email"])
    static let license = ObjectKind(noun: "a license", fields: ["name", "url"], laterFields: ["identifier"])
    static let tag = ObjectKind(
        noun: "a tag", fields: ["name", "description", "externalDocs"],
        newestFields: ["summary", "parent", "kind"])
    static let externalDocs = ObjectKind(noun: "an external documentation", fields: ["description", "url"])
    static let server = ObjectKind(
        noun: "a server", fields: ["url", "description", "variables"], newestFields: ["name"])
    static let serverVariable = ObjectKind(noun: "a server variable", fields: ["enum", "default", "description"])
    static let components = ObjectKind(
        noun: "the components",
        fields: [
            "schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "links",
            "callbacks",
        ],
        laterFields: ["pathItems"], newestFields: ["mediaTypes"])
    static let pathItem = ObjectKind(
        noun: "a path item",
        fields: [
            "$ref", "summary", "description", "get", "put", "post", "delete", "options", "head", "patch", "trace",
            "servers", "parameters",
        ],
        newestFields: ["query", "additionalOperations"],
        swaggerFields: [
            "$ref", "get", "put", "post", "delete", "options", "head", "patch", "parameters",
        ],
        section: "pathItems")
    static let operation = ObjectKind(
        noun: "an operation",
        fields: [
            "tags", "summary", "description", "externalDocs", "operationId", "parameters", "requestBody", "responses",
            "callbacks", "deprecated", "security", "servers",
        ],
        swaggerFields: [
            "tags", "summary", "description", "externalDocs", "operationId", "consumes", "produces", "parameters",
            "responses", "schemes", "deprecated", "security",
        ])
    static let parameter = ObjectKind(
        noun: "a parameter",
        fields: [
            "name", "in", "description", "required", "deprecated", "allowEmptyValue", "style", "explode",
            "allowReserved", "schema", "example", "examples", "content",
        ],
        swaggerFields: [
            "name", "in", "description", "required", "schema", "allowEmptyValue", "collectionFormat",
        ] + inlineKeywords,
        section: "parameters", swaggerSection: "parameters")
    static let header = ObjectKind(
        noun: "a header",
        fields: [
            "description", "required", "deprecated", "allowEmptyValue", "style", "explode", "allowReserved", "schema",
            "example", "examples", "content",
        ],
        swaggerFields: ["description", "collectionFormat"] + inlineKeywords, section: "headers")
    static let requestBody = ObjectKind(
        noun: "a request body", fields: ["description", "content", "required"], section: "requestBodies")
    static let mediaType = ObjectKind(
        noun: "a media type", fields: ["schema", "example", "examples", "encoding"],
        newestFields: ["itemSchema", "prefixEncoding", "itemEncoding"], section: "mediaTypes")
    static let encoding = ObjectKind(
        noun: "an encoding", fields: ["contentType", "headers", "style", "explode", "allowReserved"],
        newestFields: ["encoding", "prefixEncoding", "itemEncoding"])
    static let responses = ObjectKind(noun: "the responses", fields: [], hasOpenFields: true)
    static let response = ObjectKind(
        noun: "a response", fields: ["description", "headers", "content", "links"],
        newestFields: ["summary"],
        swaggerFields: ["description", "schema", "headers", "examples"], section: "responses",
        swaggerSection: "responses")
    static let example = ObjectKind(
        noun: "an example", fields: ["summary", "description", "value", "externalValue"],
        newestFields: ["dataValue", "serializedValue"], section: "examples")
    static let link = ObjectKind(
        noun: "a link",
        fields: ["operationRef", "operationId", "parameters", "requestBody", "description", "server"],
        section: "links")
    static let callback = ObjectKind(noun: "a callback", fields: [], section: "callbacks", hasOpenFields: true)
    static let securityScheme = ObjectKind(
        noun: "a security scheme",
        fields: ["type", "description", "name", "in", "scheme", "bearerFormat", "flows", "openIdConnectUrl"],
        newestFields: ["oauth2MetadataUrl", "deprecated"],
        swaggerFields: [
            "type", "description", "name", "in", "flow", "authorizationUrl", "tokenUrl", "scopes",
        ],
        section: "securitySchemes", swaggerSection: "securityDefinitions")
    static let oauthFlows = ObjectKind(
        noun: "the OAuth flows", fields: ["implicit", "password", "clientCredentials", "authorizationCode"],
        newestFields: ["deviceAuthorization"])
    static let oauthFlow = ObjectKind(
        noun: "an OAuth flow", fields: ["authorizationUrl", "tokenUrl", "refreshUrl", "scopes"],
        newestFields: ["deviceAuthorizationUrl"])
    static let discriminator = ObjectKind(
        noun: "a discriminator", fields: ["propertyName", "mapping"], newestFields: ["defaultMapping"])
    static let xml = ObjectKind(
        noun: "an XML description", fields: ["name", "namespace", "prefix", "attribute", "wrapped"],
        newestFields: ["nodeType"])
    /// Its fields are ``SchemaKeyword``.
    static let schema = ObjectKind(noun: "a schema", fields: [], section: "schemas", swaggerSection: "definitions")

    /// The keywords of schemas that 2.0 puts directly into parameters and headers.
    static let inlineKeywords = [
        "type", "format", "items", "default", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum",
        "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "enum", "multipleOf",
    ]

    /// The kinds that `components` keeps.
    static let kept: [ObjectKind] = [
        .schema, .response, .parameter, .example, .requestBody, .header, .securityScheme, .link, .callback, .pathItem,
        .mediaType,
    ]
}

extension ObjectKind {
    /// The fixed fields of a version.
    func fields(in version: OpenAPI.Version) -> [String] {
        switch version {
        case .v2_0: swaggerFields ?? fields
        case .v3_0: fields
        case .v3_1: laterFields.isEmpty ? fields : fields + laterFields
        case .v3_2: laterFields.isEmpty && newestFields.isEmpty ? fields : fields + laterFields + newestFields
        }
    }

    /// Whether a reference may stand for such an object.
    func isReferable(in version: OpenAPI.Version) -> Bool {
        section != nil && (version >= .v3_2 || section != ObjectKind.mediaType.section)
    }

    /// The version that added a field which a document of an older one has; nil where it is read by none.
    func versionOfLaterField(_ key: String, in version: OpenAPI.Version) -> OpenAPI.Version? {
        if version == .v2_0, swaggerFields != nil { return nil }
        if version < .v3_1, laterFields.contains(key) { return .v3_1 }
        return version < .v3_2 && newestFields.contains(key) ? .v3_2 : nil
    }
}

extension OpenAPI.Version {
    /// `3.1`
    var number: String {
        switch self {
        case .v2_0: "2.0"
        case .v3_0: "3.0"
        case .v3_1: "3.1"
        case .v3_2: "3.2"
        }
    }
}
