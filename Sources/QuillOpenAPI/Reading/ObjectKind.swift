/// One of the specification's objects, as the reader and its messages know it.
struct ObjectKind: Sendable {
    /// What people call it, with an article: "a response".
    let noun: String
    /// The fixed fields of 3.0.
    let fields: [String]
    /// Those that 3.1 added.
    var laterFields: [String] = []
    /// Where `components` keeps such objects; nil for those it does not keep, which no reference may stand for.
    var section: String?
    /// Whether its members are named by the author, so that any name goes.
    var hasOpenFields = false

    static let document = ObjectKind(
        noun: "the document",
        fields: ["openapi", "info", "servers", "paths", "components", "security", "tags", "externalDocs"],
        laterFields: ["webhooks", "jsonSchemaDialect"])
    static let info = ObjectKind(
        noun: "the information",
        fields: ["title", "description", "termsOfService", "contact", "license", "version"], laterFields: ["summary"])
    static let contact = ObjectKind(noun: "a contact", fields: ["name", "url", "email"])
    static let license = ObjectKind(noun: "a license", fields: ["name", "url"], laterFields: ["identifier"])
    static let tag = ObjectKind(noun: "a tag", fields: ["name", "description", "externalDocs"])
    static let externalDocs = ObjectKind(noun: "an external documentation", fields: ["description", "url"])
    static let server = ObjectKind(noun: "a server", fields: ["url", "description", "variables"])
    static let serverVariable = ObjectKind(noun: "a server variable", fields: ["enum", "default", "description"])
    static let components = ObjectKind(
        noun: "the components",
        fields: [
            "schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "links",
            "callbacks",
        ],
        laterFields: ["pathItems"])
    static let pathItem = ObjectKind(
        noun: "a path item",
        fields: [
            "$ref", "summary", "description", "get", "put", "post", "delete", "options", "head", "patch", "trace",
            "servers", "parameters",
        ],
        section: "pathItems")
    static let operation = ObjectKind(
        noun: "an operation",
        fields: [
            "tags", "summary", "description", "externalDocs", "operationId", "parameters", "requestBody", "responses",
            "callbacks", "deprecated", "security", "servers",
        ])
    static let parameter = ObjectKind(
        noun: "a parameter",
        fields: [
            "name", "in", "description", "required", "deprecated", "allowEmptyValue", "style", "explode",
            "allowReserved", "schema", "example", "examples", "content",
        ],
        section: "parameters")
    static let header = ObjectKind(
        noun: "a header",
        fields: [
            "description", "required", "deprecated", "allowEmptyValue", "style", "explode", "allowReserved", "schema",
            "example", "examples", "content",
        ],
        section: "headers")
    static let requestBody = ObjectKind(
        noun: "a request body", fields: ["description", "content", "required"], section: "requestBodies")
    static let mediaType = ObjectKind(noun: "a media type", fields: ["schema", "example", "examples", "encoding"])
    static let encoding = ObjectKind(
        noun: "an encoding", fields: ["contentType", "headers", "style", "explode", "allowReserved"])
    static let responses = ObjectKind(noun: "the responses", fields: [], hasOpenFields: true)
    static let response = ObjectKind(
        noun: "a response", fields: ["description", "headers", "content", "links"], section: "responses")
    static let example = ObjectKind(
        noun: "an example", fields: ["summary", "description", "value", "externalValue"], section: "examples")
    static let link = ObjectKind(
        noun: "a link",
        fields: ["operationRef", "operationId", "parameters", "requestBody", "description", "server"],
        section: "links")
    static let callback = ObjectKind(noun: "a callback", fields: [], section: "callbacks", hasOpenFields: true)
    static let securityScheme = ObjectKind(
        noun: "a security scheme",
        fields: ["type", "description", "name", "in", "scheme", "bearerFormat", "flows", "openIdConnectUrl"],
        section: "securitySchemes")
    static let oauthFlows = ObjectKind(
        noun: "the OAuth flows", fields: ["implicit", "password", "clientCredentials", "authorizationCode"])
    static let oauthFlow = ObjectKind(
        noun: "an OAuth flow", fields: ["authorizationUrl", "tokenUrl", "refreshUrl", "scopes"])
    static let discriminator = ObjectKind(noun: "a discriminator", fields: ["propertyName", "mapping"])
    static let xml = ObjectKind(
        noun: "an XML description", fields: ["name", "namespace", "prefix", "attribute", "wrapped"])
    /// Its fields are ``SchemaKeyword``.
    static let schema = ObjectKind(noun: "a schema", fields: [], section: "schemas")

    /// The kinds that `components` keeps.
    static let kept: [ObjectKind] = [
        .schema, .response, .parameter, .example, .requestBody, .header, .securityScheme, .link, .callback, .pathItem,
    ]
}
