/// A pair for every rule that is not about schemas, and pairs that only look different.
enum DocumentPairs {
    static let all =
        operations + announcements + webhooks + parameters + parameterForms + bodies + parts + responses + headers
        + requirements + globalRequirements + schemes + servers + components + information + sameMeaning

    private static let get = "get: {responses: {}}"

    static let operations: [DocumentPair] = [
        DocumentPair(
            "an operation", "paths: {/a: {\(get)}}", "paths: {/a: {\(get), post: {responses: {}}}}",
            ["endpoint-added"], ["api-removed-without-deprecation"]),
        DocumentPair(
            "a path", "paths: {/a: {\(get)}}", "paths: {/a: {\(get)}, /b: {\(get)}}", ["endpoint-added"],
            ["api-path-removed-without-deprecation"]),
        DocumentPair(
            "a deprecated operation", "paths: {/a: {\(get)}}",
            "paths: {/a: {\(get), post: {deprecated: true, responses: {}}}}", ["endpoint-added"],
            ["api-removed-with-deprecation"]),
        DocumentPair(
            "a deprecated path", "paths: {/a: {\(get)}}",
            "paths: {/a: {\(get)}, /b: {get: {deprecated: true, responses: {}}}}", ["endpoint-added"],
            ["api-path-removed-with-deprecation"]),
        DocumentPair(
            "an operation before its end", "paths: {/a: {\(get)}}",
            "paths: {/a: {\(get), post: {deprecated: true, x-sunset: '2027-01-01', responses: {}}}}",
            ["endpoint-added"], ["api-removed-before-sunset"]),
        DocumentPair(
            "an operation after its end", "paths: {/a: {\(get)}}",
            "paths: {/a: {\(get), post: {deprecated: true, x-sunset: '2026-01-01', responses: {}}}}",
            ["endpoint-added"], ["api-removed-with-deprecation"]),
        DocumentPair(
            "a path before its end", "paths: {/a: {\(get)}}",
            "paths: {/a: {\(get)}, /b: {get: {deprecated: true, x-sunset: '2027-01-01', responses: {}}}}",
            ["endpoint-added"], ["api-path-removed-before-sunset"]),
        DocumentPair(
            "an operation with an end that is no day", "paths: {/a: {\(get)}}",
            "paths: {/a: {\(get), post: {deprecated: true, x-sunset: '2027-02-30', responses: {}}}}",
            ["endpoint-added"], ["api-removed-sunset-parse"]),
        DocumentPair(
            "a path with an end that is no day", "paths: {/a: {\(get)}}",
            "paths: {/a: {\(get)}, /b: {get: {deprecated: true, x-sunset: soon, responses: {}}}}",
            ["endpoint-added"], ["api-path-sunset-parse"]),
        .operation("a name", "", "operationId: a", ["api-operation-id-added"], ["api-operation-id-removed"]),
        .operation(
            "another name", "operationId: a", "operationId: b", ["api-operation-id-changed"],
            ["api-operation-id-changed"]),
        .operation("a tag", "tags: [a]", "tags: [a, b]", ["api-tag-added"], ["api-tag-removed"]),
        .operation("a summary", "", "summary: A", ["api-summary-changed"], ["api-summary-changed"]),
        .operation("a description", "", "description: A", ["api-description-changed"], ["api-description-changed"]),
        .operation(
            "a link to documentation", "", "externalDocs: {url: 'https://a.example'}",
            ["api-external-docs-changed"], ["api-external-docs-changed"]),
        .operation("an extension", "", "x-mark: 1", ["api-extension-changed"], ["api-extension-changed"]),
    ]

    static let announcements: [DocumentPair] = [
        .operation("a deprecation", "", "deprecated: true", ["endpoint-deprecated"], ["endpoint-reactivated"]),
        .operation(
            "a deprecation with an end", "", "deprecated: true, x-sunset: '2027-05-01'",
            ["endpoint-deprecated-with-sunset"], ["endpoint-reactivated"]),
        .operation(
            "a deprecation that needs an end", "", "deprecated: true", ["api-deprecated-sunset-missing"],
            ["endpoint-reactivated"], graceDays: 90),
        .operation(
            "an end that is no day", "", "deprecated: true, x-sunset: soon", ["api-deprecated-sunset-parse"],
            ["endpoint-reactivated"]),
        .operation(
            "an end that is near", "", "deprecated: true, x-sunset: '2026-12-24'", ["api-sunset-date-too-small"],
            ["endpoint-reactivated"], graceDays: 90),
        .operation(
            "an end that is taken back", "deprecated: true, x-sunset: '2027-05-01'", "deprecated: true",
            ["sunset-deleted"], ["api-extension-changed"]),
        .operation(
            "an end that comes earlier", "deprecated: true, x-sunset: '2027-05-01'",
            "deprecated: true, x-sunset: '2027-04-01'", ["api-sunset-date-changed-too-small"],
            ["api-extension-changed"]),
        .operation(
            "a stability", "", "x-stability-level: beta", ["api-stability-decreased"], ["api-stability-increased"]),
        .operation(
            "a stability that nobody knows", "", "x-stability-level: firm", ["api-invalid-stability-level"],
            ["api-extension-changed"]),
    ]

    private static let hook = "webhooks: {added: {post: {responses: {}}}}"
    private static let callback = "callbacks: {done: {'{$request.body#/url}': {post: {responses: {}}}}}"

    static let webhooks: [DocumentPair] = [
        DocumentPair("a webhook", "paths: {}", "paths: {}, \(hook)", ["webhook-added"], ["webhook-removed"]),
        DocumentPair(
            "a method of a webhook", hook, "webhooks: {added: {post: {responses: {}}, put: {responses: {}}}}",
            ["webhook-added"], ["webhook-removed"]),
        .operation("a callback", "", callback, ["api-callback-added"], ["api-callback-removed"]),
        .operation(
            "what a callback sends", callback,
            callback.replacing("post: {", with: "post: {requestBody: {content: {}, required: true}, "),
            ["request-body-added-required"], ["request-body-removed"]),
    ]

    private static let q = "{name: q, in: query, schema: {type: string}}"

    private static func parameters(_ list: String) -> String { "parameters: [\(list)]" }

    /// `q` with further members.
    private static func q(_ members: String) -> String {
        "parameters: [{name: q, in: query, schema: {type: string}, \(members)}]"
    }

    static let parameters: [DocumentPair] = [
        .operation(
            "an optional parameter", "", parameters(q), ["new-optional-request-parameter"],
            ["request-parameter-removed"]),
        .operation(
            "a required parameter", "", q("required: true"), ["new-required-request-parameter"],
            ["request-parameter-removed"]),
        .operation(
            "a deprecated parameter", "", q("deprecated: true"), ["new-optional-request-parameter"],
            ["request-parameter-removed-with-deprecation"]),
        .operation(
            "a parameter before its end", "", q("deprecated: true, x-sunset: '2027-01-01'"),
            ["new-optional-request-parameter"], ["request-parameter-removed-before-sunset"]),
        .operation(
            "a parameter with an end that is no day", "", q("deprecated: true, x-sunset: soon"),
            ["new-optional-request-parameter"], ["request-parameter-sunset-parse"]),
        .operation(
            "a need", parameters(q), q("required: true"), ["request-parameter-became-required"],
            ["request-parameter-became-optional"]),
        DocumentPair(
            "a parameter in the path", "paths: {/a: {\(get)}}",
            "paths: {'/a/{p}': {get: {parameters: [{name: p, in: path, required: true, schema: {}}], responses: {}}}}",
            ["api-path-removed-without-deprecation", "endpoint-added"],
            ["api-path-removed-without-deprecation", "endpoint-added"]),
        DocumentPair(
            "a parameter of all operations", "paths: {/a: {\(get)}}",
            "paths: {/a: {\(get), parameters: [{name: q, in: query, required: true, schema: {}}]}}",
            ["new-required-request-parameter"], ["request-parameter-removed"]),
        DocumentPair(
            "the name of a parameter of the path",
            "paths: {'/a/{x}': {get: {parameters: [{name: x, in: path, required: true, schema: {}}], responses: {}}}}",
            "paths: {'/a/{y}': {get: {parameters: [{name: y, in: path, required: true, schema: {}}], responses: {}}}}",
            ["request-path-parameter-renamed"], ["request-path-parameter-renamed"]),
        .operation(
            "a deprecated parameter that stays", parameters(q), q("deprecated: true"),
            ["request-parameter-deprecated"], ["request-parameter-reactivated"]),
    ]

    static let parameterForms: [DocumentPair] = [
        .operation(
            "a style", "parameters: [{name: q, in: query, style: pipeDelimited, explode: true, schema: {}}]",
            "parameters: [{name: q, in: query, style: form, explode: true, schema: {}}]",
            ["request-parameter-style-changed"], ["request-parameter-style-changed"]),
        .operation(
            "pieces", q("explode: true"), q("explode: false"), ["request-parameter-explode-changed"],
            ["request-parameter-explode-changed"]),
        .operation(
            "a media type", parameters(q), "parameters: [{name: q, in: query, content: {application/json: {}}}]",
            ["request-parameter-content-changed"], ["request-parameter-content-changed"]),
        .operation(
            "reserved characters", parameters(q), q("allowReserved: true"), ["request-parameter-reserved-allowed"],
            ["request-parameter-reserved-forbidden"]),
        .operation(
            "an empty value", parameters(q), q("allowEmptyValue: true"), ["request-parameter-empty-value-allowed"],
            ["request-parameter-empty-value-forbidden"]),
        .operation(
            "words", parameters(q), q("description: A"), ["request-parameter-remark-changed"],
            ["request-parameter-remark-changed"]),
        .operation(
            "a sample", parameters(q), q("example: a"), ["request-parameter-sample-changed"],
            ["request-parameter-sample-changed"]),
        .operation(
            "a mark", parameters(q), q("x-mark: a"), ["request-parameter-mark-changed"],
            ["request-parameter-mark-changed"]),
    ]

    /// A body in media types.
    private static func body(_ content: String, _ members: String = "") -> String {
        "requestBody: {content: {\(content)}\(members)}"
    }

    static let bodies: [DocumentPair] = [
        .operation(
            "an optional body", "", body("text/plain: {}"), ["request-body-added-optional"], ["request-body-removed"]),
        .operation(
            "a required body", "", body("text/plain: {}", ", required: true"), ["request-body-added-required"],
            ["request-body-removed"]),
        .operation(
            "a need of a body", body("text/plain: {}"), body("text/plain: {}", ", required: true"),
            ["request-body-became-required"], ["request-body-became-optional"]),
        .operation(
            "a media type of a body", body("text/plain: {}"), body("text/plain: {}, application/json: {}"),
            ["request-body-media-type-added"], ["request-body-media-type-removed"]),
        .operation(
            "a parameter of a media type", body("text/plain: {}"), body("text/plain;charset=utf-8: {}"),
            ["request-body-media-type-name-changed"], ["request-body-media-type-name-changed"]),
        .operation(
            "a range", body("text/plain: {}"), body("text/*: {}"), ["request-body-media-type-name-generalized"],
            ["request-body-media-type-name-specialized"]),
        .operation(
            "a schema of a body", body("text/plain: {}"), body("text/plain: {schema: {type: string}}"),
            ["request-body-media-type-schema-added"], ["request-body-media-type-schema-removed"]),
        .operation(
            "words on a body", body("text/plain: {}"), body("text/plain: {}", ", description: A"),
            ["request-body-remark-changed"], ["request-body-remark-changed"]),
        .operation(
            "a sample of a body", body("text/plain: {}"), body("text/plain: {example: a}"),
            ["request-body-sample-changed"], ["request-body-sample-changed"]),
        .operation(
            "a mark on a body", body("text/plain: {}"), body("text/plain: {}", ", x-mark: 1"),
            ["request-body-mark-changed"], ["request-body-mark-changed"]),
    ]

    private static func form(_ encoding: String) -> String {
        body("multipart/form-data: {schema: {type: object, properties: {a: {type: string}}}\(encoding)}")
    }

    static let parts: [DocumentPair] = [
        .operation(
            "the type of a part", form(""), form(", encoding: {a: {contentType: image/png}}"),
            ["request-body-encoding-content-type-changed"], ["request-body-encoding-content-type-changed"]),
        .operation(
            "the style of a part", form(""), form(", encoding: {a: {style: deepObject}}"),
            ["request-body-encoding-style-changed"], ["request-body-encoding-style-changed"]),
        .operation(
            "a header of a part", form(""), form(", encoding: {a: {headers: {X-A: {schema: {}}}}}"),
            ["request-body-encoding-header-added"], ["request-body-encoding-header-removed"]),
        .operation(
            "a part of an answer",
            "responses: {'200': {description: OK, content: {multipart/mixed: {schema: {type: object}}}}}",
            "responses: {'200': {description: OK, content: {multipart/mixed: {schema: {type: object}, "
                + "encoding: {a: {contentType: image/png}}}}}}",
            ["response-encoding-changed"], ["response-encoding-changed"]),
    ]
}
