/// An object of the specification as the tests walk it: its fields, and what stands in them.
///
/// The fields are stated here once more, from the specification's tables, so that the tests do not believe the reader.
struct SpecificationObject: Sendable {
    /// What a field holds, as far as the walk goes on from there.
    enum Content: Sendable {
        case value
        case one(String)
        case list(String)
        case map(String)
    }

    let name: String
    let fields: [(name: String, content: Content)]
    /// What all members hold that are no fixed fields.
    var others: String?

    private static func values(_ names: String) -> [(name: String, content: Content)] {
        names.split(separator: " ").map { (String($0), .value) }
    }

    /// OpenAPI 3.2, which has every field of 3.0 and 3.1.
    static let newest: [String: SpecificationObject] = Dictionary(
        uniqueKeysWithValues: [
            SpecificationObject(
                name: "OpenAPI",
                fields: values("openapi $self jsonSchemaDialect") + [
                    ("info", .one("Info")), ("servers", .list("Server")), ("paths", .map("Path Item")),
                    ("webhooks", .map("Path Item")), ("components", .one("Components")), ("security", .value),
                    ("tags", .list("Tag")), ("externalDocs", .one("External Documentation")),
                ]),
            SpecificationObject(
                name: "Info",
                fields: values("title summary description termsOfService version") + [
                    ("contact", .one("Contact")), ("license", .one("License")),
                ]),
            SpecificationObject(name: "Contact", fields: values("name url email")),
            SpecificationObject(name: "License", fields: values("name identifier url")),
            SpecificationObject(
                name: "Server", fields: values("url description name") + [("variables", .map("Server Variable"))]),
            SpecificationObject(name: "Server Variable", fields: values("enum default description")),
            SpecificationObject(
                name: "Components",
                fields: [
                    ("schemas", .map("Schema")), ("responses", .map("Response")), ("parameters", .map("Parameter")),
                    ("examples", .map("Example")), ("requestBodies", .map("Request Body")),
                    ("headers", .map("Header")), ("securitySchemes", .map("Security Scheme")), ("links", .map("Link")),
                    ("callbacks", .map("Callback")), ("pathItems", .map("Path Item")),
                    ("mediaTypes", .map("Media Type")),
                ]),
            SpecificationObject(
                name: "Path Item",
                fields: values("$ref summary description")
                    + "get put post delete options head patch trace query".split(separator: " ").map {
                        (String($0), .one("Operation"))
                    } + [
                        ("additionalOperations", .map("Operation")), ("servers", .list("Server")),
                        ("parameters", .list("Parameter")),
                    ]),
            SpecificationObject(
                name: "Operation",
                fields: values("tags summary description operationId deprecated security") + [
                    ("externalDocs", .one("External Documentation")), ("parameters", .list("Parameter")),
                    ("requestBody", .one("Request Body")), ("responses", .map("Response")),
                    ("callbacks", .map("Callback")), ("servers", .list("Server")),
                ]),
            SpecificationObject(name: "External Documentation", fields: values("description url")),
            SpecificationObject(
                name: "Parameter",
                fields: values(
                    "name in description required deprecated allowEmptyValue example style explode allowReserved") + [
                        ("examples", .map("Example")), ("schema", .one("Schema")), ("content", .map("Media Type")),
                    ]),
            SpecificationObject(
                name: "Request Body",
                fields: values("description required") + [("content", .map("Media Type"))]),
            SpecificationObject(
                name: "Media Type",
                fields: values("example") + [
                    ("schema", .one("Schema")), ("itemSchema", .one("Schema")), ("examples", .map("Example")),
                    ("encoding", .map("Encoding")), ("prefixEncoding", .list("Encoding")),
                    ("itemEncoding", .one("Encoding")),
                ]),
            SpecificationObject(
                name: "Encoding",
                fields: values("contentType style explode allowReserved") + [
                    ("headers", .map("Header")), ("encoding", .map("Encoding")), ("prefixEncoding", .list("Encoding")),
                    ("itemEncoding", .one("Encoding")),
                ]),
            SpecificationObject(
                name: "Response",
                fields: values("summary description") + [
                    ("headers", .map("Header")), ("content", .map("Media Type")), ("links", .map("Link")),
                ]),
            SpecificationObject(name: "Callback", fields: [], others: "Path Item"),
            SpecificationObject(
                name: "Example",
                fields: values("summary description dataValue serializedValue externalValue value")),
            SpecificationObject(
                name: "Link",
                fields: values("operationRef operationId parameters requestBody description") + [
                    ("server", .one("Server"))
                ]),
            SpecificationObject(
                name: "Header",
                fields: values("description required deprecated example style explode") + [
                    ("examples", .map("Example")), ("schema", .one("Schema")), ("content", .map("Media Type")),
                ]),
            SpecificationObject(
                name: "Tag",
                fields: values("name summary description parent kind") + [
                    ("externalDocs", .one("External Documentation"))
                ]),
            SpecificationObject(name: "Reference", fields: values("$ref summary description")),
            SpecificationObject(
                name: "Schema",
                fields: values(
                    """
                    $ref $id $schema $anchor $dynamicAnchor $dynamicRef $vocabulary $comment type format enum const \
                    title description deprecated readOnly writeOnly default example examples minimum maximum \
                    exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern contentEncoding \
                    contentMediaType minContains maxContains minItems maxItems uniqueItems required minProperties \
                    maxProperties dependentRequired
                    """) + [
                        ("$defs", .map("Schema")), ("contentSchema", .one("Schema")), ("items", .one("Schema")),
                        ("prefixItems", .list("Schema")), ("contains", .one("Schema")),
                        ("unevaluatedItems", .one("Schema")), ("properties", .map("Schema")),
                        ("additionalProperties", .one("Schema")), ("patternProperties", .map("Schema")),
                        ("propertyNames", .one("Schema")), ("dependentSchemas", .map("Schema")),
                        ("unevaluatedProperties", .one("Schema")), ("allOf", .list("Schema")),
                        ("anyOf", .list("Schema")), ("oneOf", .list("Schema")), ("not", .one("Schema")),
                        ("if", .one("Schema")), ("then", .one("Schema")), ("else", .one("Schema")),
                        ("discriminator", .one("Discriminator")), ("xml", .one("XML")),
                        ("externalDocs", .one("External Documentation")),
                    ]),
            SpecificationObject(name: "Discriminator", fields: values("propertyName mapping defaultMapping")),
            SpecificationObject(name: "XML", fields: values("nodeType name namespace prefix attribute wrapped")),
            SpecificationObject(
                name: "Security Scheme",
                fields: values(
                    "type description name in scheme bearerFormat openIdConnectUrl oauth2MetadataUrl deprecated")
                    + [("flows", .one("OAuth Flows"))]),
            SpecificationObject(
                name: "OAuth Flows",
                fields: [
                    ("implicit", .one("OAuth Flow")), ("password", .one("OAuth Flow")),
                    ("clientCredentials", .one("OAuth Flow")), ("authorizationCode", .one("OAuth Flow")),
                    ("deviceAuthorization", .one("OAuth Flow")),
                ]),
            SpecificationObject(
                name: "OAuth Flow",
                fields: values("authorizationUrl deviceAuthorizationUrl tokenUrl refreshUrl scopes")),
        ].map { ($0.name, $0) })

    /// What 3.0 says in its own way.
    static let older: [String: SpecificationObject] = {
        var objects = newest
        objects["Schema"] = SpecificationObject(
            name: "Schema", fields: (newest["Schema"]?.fields ?? []) + [("nullable", .value)])
        return objects
    }()

    /// Swagger 2.0.
    static let oldest: [String: SpecificationObject] = {
        let items =
            values(
                """
                type format collectionFormat default maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength \
                pattern maxItems minItems uniqueItems enum multipleOf
                """) + [("items", .one("Items"))]
        let objects = [
            SpecificationObject(
                name: "Swagger",
                fields: values("swagger host basePath schemes consumes produces security") + [
                    ("info", .one("Info")), ("paths", .map("Path Item")), ("definitions", .map("Schema")),
                    ("parameters", .map("Parameter")), ("responses", .map("Response")),
                    ("securityDefinitions", .map("Security Scheme")), ("tags", .list("Tag")),
                    ("externalDocs", .one("External Documentation")),
                ]),
            SpecificationObject(
                name: "Path Item",
                fields: [("parameters", .list("Parameter")), ("$ref", .value)]
                    + "get put post delete options head patch".split(separator: " ").map {
                        (String($0), .one("Operation"))
                    }),
            SpecificationObject(
                name: "Operation",
                fields: values(
                    "tags summary description operationId consumes produces schemes deprecated security") + [
                        ("externalDocs", .one("External Documentation")), ("parameters", .list("Parameter")),
                        ("responses", .map("Response")),
                    ]),
            SpecificationObject(
                name: "Parameter",
                fields: values("name in description required allowEmptyValue") + [("schema", .one("Schema"))] + items),
            SpecificationObject(name: "Items", fields: items),
            SpecificationObject(
                name: "Response",
                fields: values("description examples") + [("schema", .one("Schema")), ("headers", .map("Header"))]),
            SpecificationObject(name: "Header", fields: values("description") + items),
            SpecificationObject(
                name: "Security Scheme",
                fields: values("type description name in flow authorizationUrl tokenUrl scopes")),
            SpecificationObject(
                name: "Schema",
                fields: (newest["Schema"]?.fields ?? []).filter { $0.name != "discriminator" }
                    + [("discriminator", .value)]),
        ]
        return newest.merging(objects.map { ($0.name, $0) }) { $1 }
    }()
}
