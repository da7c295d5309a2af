import QuillAPI

extension DocumentPairs {
    private static let ok = "'200': {description: OK}"

    private static func responses(_ list: String) -> String { "responses: {\(list)}" }

    /// An answer with further members.
    private static func answer(_ members: String) -> String { "responses: {'200': {description: OK, \(members)}}" }

    static let responses: [DocumentPair] = [
        .operation(
            "a success", responses(ok), responses("\(ok), '201': {description: OK}"),
            ["response-success-status-added"], ["response-success-status-removed"]),
        .operation(
            "a failure", responses(ok), responses("\(ok), '404': {description: OK}"),
            ["response-non-success-status-added"], ["response-non-success-status-removed"]),
        .operation(
            "a range of statuses", responses("'404': {description: OK}"), responses("4XX: {description: OK}"),
            ["response-status-generalized"], ["response-status-specialized"]),
        .operation(
            "a media type of an answer", answer("content: {text/plain: {}}"),
            answer("content: {text/plain: {}, text/html: {}}"), ["response-media-type-added"],
            ["response-media-type-removed"]),
        .operation(
            "a parameter of an answer's media type", answer("content: {text/plain: {}}"),
            answer("content: {text/plain;charset=utf-8: {}}"), ["response-media-type-name-changed"],
            ["response-media-type-name-changed"]),
        .operation(
            "a range of an answer", answer("content: {text/plain: {}}"), answer("content: {text/*: {}}"),
            ["response-media-type-name-generalized"], ["response-media-type-name-specialized"]),
        .operation(
            "a schema of an answer", answer("content: {text/plain: {}}"),
            answer("content: {text/plain: {schema: {type: string}}}"), ["response-body-media-type-schema-added"],
            ["response-body-media-type-schema-removed"]),
        .operation(
            "a link", answer("links: {}"), answer("links: {next: {operationId: a}}"), ["response-link-added"],
            ["response-link-removed"]),
        .operation(
            "where a link leads", answer("links: {next: {operationId: a}}"),
            answer("links: {next: {operationId: a, parameters: {q: 1}}}"), ["response-link-changed"],
            ["response-link-changed"]),
        .operation(
            "words on an answer", responses(ok), responses("'200': {description: Fine}"),
            ["response-remark-changed"], ["response-remark-changed"]),
        .operation(
            "a sample of an answer", answer("content: {text/plain: {}}"),
            answer("content: {text/plain: {examples: {a: {value: a}}}}"), ["response-sample-changed"],
            ["response-sample-changed"]),
        .operation(
            "a mark on an answer", responses(ok), answer("x-mark: 1"), ["response-mark-changed"],
            ["response-mark-changed"]),
    ]

    private static func header(_ members: String) -> String {
        answer("headers: {X-A: {schema: {type: string}, \(members)}}")
    }

    static let headers: [DocumentPair] = [
        .operation(
            "an optional header", responses(ok), header("required: false"), ["response-header-added"],
            ["optional-response-header-removed"]),
        .operation(
            "a required header", responses(ok), header("required: true"), ["response-header-added"],
            ["required-response-header-removed"]),
        .operation(
            "a need of a header", header("required: false"), header("required: true"),
            ["response-header-became-required"], ["response-header-became-optional"]),
        .operation(
            "a deprecated header", header("required: true"), header("required: true, deprecated: true"),
            ["response-header-became-deprecated"], ["response-header-no-longer-deprecated"]),
        .operation(
            "the form of a header", header("explode: true"), header("explode: false"),
            ["response-header-content-changed"], ["response-header-content-changed"]),
        .operation(
            "words on a header", header("required: true"), header("required: true, description: A"),
            ["response-header-remark-changed"], ["response-header-remark-changed"]),
    ]

    static let servers: [DocumentPair] = [
        DocumentPair(
            "a server", "servers: [{url: /a}]", "servers: [{url: /a}, {url: /b}]", ["server-added"],
            ["server-removed"]),
        DocumentPair(
            "the first server", "servers: [{url: /b}, {url: /a}]", "servers: [{url: /a}, {url: /b}]",
            ["server-order-changed"], ["server-order-changed"]),
        DocumentPair(
            "words on a server", "servers: [{url: /a}]", "servers: [{url: /a, description: A}]",
            ["server-description-changed"], ["server-description-changed"]),
        DocumentPair(
            "a variable", "servers: [{url: /a}]", "servers: [{url: /a, variables: {v: {default: x}}}]",
            ["server-variable-added"], ["server-variable-removed"]),
        DocumentPair(
            "a default of a variable", "servers: [{url: '/{v}', variables: {v: {default: x}}}]",
            "servers: [{url: '/{v}', variables: {v: {default: y}}}]", ["server-variable-default-changed"],
            ["server-variable-default-changed"]),
        DocumentPair(
            "a value of a variable", "servers: [{url: '/{v}', variables: {v: {default: x, enum: [x]}}}]",
            "servers: [{url: '/{v}', variables: {v: {default: x, enum: [x, y]}}}]", ["server-variable-value-added"],
            ["server-variable-value-removed"]),
        .operation("a server of an operation", "", "servers: [{url: /b}]", ["server-added"], ["server-removed"]),
    ]

    static let components: [DocumentPair] = [
        DocumentPair(
            "a schema that nothing uses", "components: {schemas: {}}", "components: {schemas: {A: {type: string}}}",
            ["api-schema-added"], ["api-schema-removed"]),
        DocumentPair(
            "what a schema says that nothing uses",
            "components: {schemas: {A: {type: object, properties: {x: {type: string}}}}}",
            "components: {schemas: {A: {type: object, properties: {x: {type: integer}}}}}", ["api-schema-changed"],
            ["api-schema-changed"]),
        DocumentPair(
            "the name of a schema",
            "paths: {/a: {get: {responses: {'200': {description: OK, content: {application/json: "
                + "{schema: {$ref: '#/components/schemas/A'}}}}}}}}, components: {schemas: {A: {type: string}}}",
            "paths: {/a: {get: {responses: {'200': {description: OK, content: {application/json: "
                + "{schema: {$ref: '#/components/schemas/B'}}}}}}}}, components: {schemas: {B: {type: string}}}",
            ["api-schema-renamed"], ["api-schema-renamed"]),
    ]

    static let information: [DocumentPair] = [
        information("title", "title: T, version: 1.0.0", "title: U, version: 1.0.0", "info-title-changed"),
        information(
            "description", "title: T, version: 1.0.0", "title: T, version: 1.0.0, description: A",
            "info-description-changed"),
        information(
            "terms", "title: T, version: 1.0.0", "title: T, version: 1.0.0, termsOfService: 'https://a.example'",
            "info-terms-of-service-changed"),
        information(
            "contact", "title: T, version: 1.0.0", "title: T, version: 1.0.0, contact: {name: A}",
            "info-contact-changed"),
        information(
            "license", "title: T, version: 1.0.0", "title: T, version: 1.0.0, license: {name: A}",
            "info-license-changed"),
        information("version", "title: T, version: 1.0.0", "title: T, version: 1.0.1", "api-version-changed"),
        DocumentPair(
            whole: "version of OpenAPI", "{openapi: 3.1.0, info: {title: T, version: 1.0.0}, paths: {}}",
            "{openapi: 3.1.1, info: {title: T, version: 1.0.0}, paths: {}}", ["openapi-version-changed"],
            ["openapi-version-changed"]),
        DocumentPair(
            "documentation of the document", "x-a: 1", "x-a: 1, externalDocs: {url: 'https://a.example'}",
            ["document-external-docs-changed"], ["document-external-docs-changed"]),
        DocumentPair(
            "an extension of the document", "x-a: 1", "x-a: 2", ["document-extension-changed"],
            ["document-extension-changed"]),
        DocumentPair("a group", "tags: []", "tags: [{name: a}]", ["tag-added"], ["tag-removed"]),
        DocumentPair(
            "words on a group", "tags: [{name: a}]", "tags: [{name: a, description: A}]", ["tag-changed"],
            ["tag-changed"]),
        version("the same version", "1.0.0", "1.0.0", "api-version-not-bumped", "endpoint-added"),
        version(
            "a lower version", "1.1.0", "1.0.0", "api-version-decreased", "endpoint-added", "api-version-changed"),
        version(
            "a minor version", "1.0.0", "1.1.0", "api-major-version-not-bumped", "endpoint-added",
            "api-version-changed"),
        version("a major version", "1.0.0", "2.0.0", nil, "endpoint-added", "api-version-changed"),
        version("a minor version before the first", "0.3.0", "0.4.0", nil, "endpoint-added", "api-version-changed"),
        version("a version that is a day", "2024-01-01", "2025-01-01", nil, "endpoint-added", "api-version-changed"),
    ]

    private static func information(_ name: String, _ old: String, _ new: String, _ rule: String) -> DocumentPair {
        DocumentPair(
            whole: name, "{openapi: 3.2.0, info: {\(old)}, paths: {}}", "{openapi: 3.2.0, info: {\(new)}, paths: {}}",
            [rule], [rule])
    }

    /// An operation is removed, and the version goes from one to another.
    private static func version(
        _ name: String, _ old: String, _ new: String, _ rule: String?, _ backward: String, _ both: String? = nil
    ) -> DocumentPair {
        let others = Set([both].compactMap { $0 })
        return DocumentPair(
            whole: name,
            "{openapi: 3.2.0, info: {title: T, version: '\(old)'}, paths: {/a: {get: {responses: {}}}}}",
            "{openapi: 3.2.0, info: {title: T, version: '\(new)'}, paths: {}}",
            others.union(["api-path-removed-without-deprecation"]).union([rule].compactMap { $0 }),
            others.union([backward]), withVersion: true)
    }

    static let sameMeaning: [DocumentPair] = [
        DocumentPair(
            "the order of paths", "paths: {/a: {get: {responses: {}}}, /b: {get: {responses: {}}}}",
            "paths: {/b: {get: {responses: {}}}, /a: {get: {responses: {}}}}", [], []),
        DocumentPair(
            "a response by reference",
            "paths: {/a: {get: {responses: {'200': {description: OK}}}}}",
            "paths: {/a: {get: {responses: {'200': {$ref: '#/components/responses/R'}}}}}, "
                + "components: {responses: {R: {description: OK}}}", [], []),
        DocumentPair(
            "a parameter of the path item",
            "paths: {/a: {get: {parameters: [{name: q, in: query, schema: {}}], responses: {}}}}",
            "paths: {/a: {parameters: [{name: q, in: query, schema: {}}], get: {responses: {}}}}", [], []),
        DocumentPair(
            "a requirement of the document",
            "security: [{k: [a]}], paths: {/a: {get: {responses: {}}}}, \(key)",
            "paths: {/a: {get: {security: [{k: [a]}], responses: {}}}}, \(key)", [], []),
        DocumentPair("the slash behind a server", "servers: [{url: /a}]", "servers: [{url: /a/}]", [], []),
        .operation(
            "the spelling of a media type", "requestBody: {content: {'text/plain; charset=utf-8': {}}}",
            "requestBody: {content: {'Text/Plain;charset=UTF-8': {}}}", [], []),
        .operation(
            "the case of a header", "parameters: [{name: X-A, in: header, schema: {}}]",
            "parameters: [{name: x-a, in: header, schema: {}}]", [], []),
        .operation(
            "what a style is by itself", "parameters: [{name: q, in: query, schema: {}}]",
            "parameters: [{name: q, in: query, style: form, explode: true, schema: {}}]", [], []),
    ]
}
