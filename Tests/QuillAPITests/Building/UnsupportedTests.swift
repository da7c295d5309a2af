import QuillAPI
import Testing

/// What a document says and the API cannot is an error that names it and its place.
@Suite("What is not supported yet")
struct UnsupportedTests {
    @Test(arguments: [
        ("S: {oneOf: [{type: string}, {type: integer}]}", "6:8", "`oneOf`"),
        ("S: {anyOf: [{type: string}, {type: integer}, {type: 'null'}]}", "6:8", "`anyOf`"),
        ("S: {type: object, properties: {a: {}}, anyOf: [{required: [a]}]}", "6:8", "`anyOf`"),
        ("S: {oneOf: [{type: string}], anyOf: [{type: string}]}", "6:8", "`oneOf`"),
        ("S: {oneOf: [{type: string}], allOf: [{type: string}]}", "6:8", "`oneOf`"),
        ("S: {type: string, not: {const: a}}", "6:8", "`not`"),
        ("S: {type: string, if: {const: a}}", "6:8", "`if`, `then` and `else`"),
        ("S: {type: string, then: {const: a}}", "6:8", "`if`, `then` and `else`"),
        (
            "S: {type: object, discriminator: {propertyName: a}, properties: {a: {}}}", "6:8",
            "`discriminator` without `oneOf` or `anyOf`"
        ),
        ("S: {type: object, patternProperties: {a: {}}}", "6:8", "`patternProperties`"),
        ("S: {type: object, propertyNames: {pattern: a}}", "6:8", "`propertyNames`"),
        ("S: {type: object, properties: {a: {}}, dependentRequired: {a: [a]}}", "6:8", "`dependentRequired`"),
        ("S: {type: object, dependentSchemas: {a: {}}}", "6:8", "`dependentSchemas`"),
        ("S: {type: object, unevaluatedProperties: false}", "6:8", "`unevaluatedProperties`"),
        (
            "S: {type: object, properties: {a: {}}, minProperties: 1}", "6:8",
            "`minProperties` and `maxProperties` beside `properties`"
        ),
        ("S: {type: array, prefixItems: [{}]}", "6:8", "`prefixItems`"),
        ("S: {type: array, contains: {}}", "6:8", "`contains`"),
        ("S: {type: array, unevaluatedItems: false}", "6:8", "`unevaluatedItems`"),
        ("S: {type: array, items: {type: string, maxLength: 3}}", "6:8", "limits on values in `items`"),
        (
            "S: {type: object, additionalProperties: {type: string, maxLength: 3}}", "6:8",
            "limits on values in `additionalProperties`"
        ),
        (
            "S: {properties: {a: {}}, additionalProperties: {type: string, maxLength: 3}}", "6:8",
            "limits on values in `additionalProperties`"
        ),
        ("S: {type: array, items: false}", "6:29", "the schema `false`"),
        ("S: {type: string, contentMediaType: application/json, contentSchema: {}}", "6:8", "`contentSchema`"),
        ("S: {type: string, contentEncoding: quoted-printable}", "6:8", "the `contentEncoding` `quoted-printable`"),
        ("S: {$dynamicRef: '#a'}", "6:8", "`$dynamicRef`"),
        ("S: {type: [string, integer]}", "6:8", "several types in one schema (integer, string)"),
        ("S: {minLength: 1, minimum: 1}", "6:8", "keywords for several types without `type`"),
        ("S: {type: integer, multipleOf: 1.5}", "6:8", "limits that no whole number meets, or multiples of a fraction"),
        ("S: {type: integer, minimum: 1e30}", "6:8", "limits that no whole number meets, or multiples of a fraction"),
        ("S: {type: object, properties: {a: false}}", "6:39", "the schema `false`"),
        ("S: {type: boolean, enum: [true]}", "6:8", "`enum` with values other than strings and integers"),
        ("S: {allOf: [{type: string}], maxLength: 3}", "6:8", "keywords beside `allOf` that change its type"),
        ("S: {anyOf: [{type: string}], format: uuid}", "6:8", "keywords beside `anyOf` that change its type"),
        ("S: {type: string, allOf: [{type: integer}]}", "6:8", "keywords beside `allOf` that change its type"),
        ("S: {type: string, oneOf: [{}]}", "6:8", "keywords beside `oneOf` that change its type"),
        (
            "S: {type: object, properties: {a: {$ref: '#/components/schemas/T', maxLength: 3}}}\nT: {type: string}",
            "6:39", "keywords beside `$ref` that change its type"
        ),
        (
            "S: {type: object, properties: {a: {$ref: '#/components/schemas/T', type: integer}}}\nT: {type: string}",
            "6:39", "keywords beside `$ref` that change its type"
        ),
        (
            "S: {type: object, properties: {a: {$ref: '#/components/schemas/T', enum: [a]}}}\nT: {type: string}",
            "6:39", "keywords beside `$ref` that change its type"
        ),
    ])
    func ofSchemas(schemas: String, place: String, construct: String) {
        #expect(
            DocumentText.schemas(schemas).faults == ["\(place) error unsupported: \(construct): not supported yet"])
    }

    @Test(arguments: [
        ("callbacks: {event: {'{$request.body#/url}': {}}}", "6:19", "`callbacks`"),
        ("servers: [{url: 'https://example.com'}]", "6:17", "`servers` of an operation"),
        ("responses: {'204': {description: Done., links: {next: {operationId: a}}}}", "6:55", "`links`"),
        (
            "responses: {'204': {description: Done., headers: {X-A: {schema: {type: string}}}}}", "6:57",
            "`headers` of a response"
        ),
        (
            "requestBody: {content: {application/json: {schema: {}}, text/plain: {schema: {}}}}", "6:20",
            "several media types for one body (application/json, text/plain)"
        ),
        (
            "requestBody: {content: {application/json: {schema: {type: array, minItems: 1}}}}", "6:20",
            "limits on a whole body"
        ),
        ("requestBody: {content: {multipart/form-data: {schema: {}}}}", "6:31", "a body of `multipart/form-data`"),
    ])
    func ofOperations(members: String, place: String, construct: String) {
        #expect(
            DocumentText.operation(members).faults == ["\(place) error unsupported: \(construct): not supported yet"])
    }

    @Test func ofPaths() {
        let done = "get: {responses: {'204': {description: Done.}}}"
        let document = DocumentText.paths(
            """
            /a: {servers: [{url: 'https://example.com'}], \(done)}
            '/b?c=d': {\(done)}
            """)
        #expect(
            document.faults == [
                "4:18 error unsupported: `servers` of a path: not supported yet",
                "5:3 error unsupported: a query or fragment in a path: not supported yet",
            ])
    }

    @Test(arguments: [
        ("parameters: [{name: q, in: querystring, content: {text/plain: {}}}]", "6:20", "`in: querystring`"),
        ("parameters: [{name: c, in: cookie, style: cookie, schema: {}}]", "6:20", "the style `cookie`"),
        ("requestBody: {content: {application/json: {itemSchema: {}}}}", "6:62", "`itemSchema`"),
        (
            "requestBody: {content: {application/json: {itemEncoding: {}}}}", "6:64",
            "`prefixEncoding` and `itemEncoding`"
        ),
    ])
    func ofOperationsOfVersion32(members: String, place: String, construct: String) {
        #expect(
            DocumentText.operation(members, version: "3.2.0").faults
                == ["\(place) error unsupported: \(construct): not supported yet"])
    }

    @Test func ofSwagger2() {
        let document = DocumentText(
            """
            swagger: "2.0"
            info: {title: T, version: "1"}
            paths:
              /a:
                get:
                  parameters: [{name: q, in: query, type: array, items: {type: string}, collectionFormat: tsv}]
                  responses: {'204': {description: Done.}}
            """)
        #expect(document.faults == ["6:20 error unsupported: the style `tabDelimited`: not supported yet"])
    }

    @Test func ofDocumentsOfVersion32() {
        let document = DocumentText(
            """
            openapi: 3.2.0
            info: {title: T, version: "1"}
            jsonSchemaDialect: https://spec.openapis.org/oas/3.2/dialect/2025-09-17
            tags: [{name: a}, {name: b, parent: a}]
            paths: {}
            components: {schemas: {S: {
              oneOf: [{$ref: '#/components/schemas/T'}], discriminator: {propertyName: p, defaultMapping: T}},
              T: {type: object}}}
            """)
        #expect(
            document.faults.filter { !$0.contains("`oneOf`") } == [
                "4:19 warning ignored-tag-parent: operations are grouped by the names of tags; the `parent` of `b` is "
                    + "ignored",
                "6:27 error unsupported: `defaultMapping` of a discriminator: not supported yet",
            ])
    }

    @Test func ofTheDocument() {
        let document = DocumentText(
            """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            jsonSchemaDialect: https://example.com/dialect
            servers:
              - {url: 'https://{region}.example.com', variables: {region: {default: us}}}
              - {url: 'https://example.com'}
            paths: {}
            webhooks: {event: {}}
            components: {schemas: {S: {$schema: 'http://json-schema.org/draft-07/schema#', type: string}}}
            """)
        #expect(
            document.faults == [
                "1:1 warning unknown-dialect: the dialect `https://example.com/dialect` is not known; "
                    + "schemas are read as JSON Schema 2020-12",
                "5:5 error unsupported: `variables` of a server: not supported yet",
                "8:12 error unsupported: webhooks: not supported yet",
                "9:27 warning unknown-dialect: the dialect `http://json-schema.org/draft-07/schema#` is not known; "
                    + "the schema is read as JSON Schema 2020-12",
            ])
    }

    /// Documentation, and what the specification itself gives no effect.
    @Test func isNothingThatOnlyDocuments() throws {
        _ = try DocumentText(
            """
            openapi: 3.1.0
            info:
              title: T
              version: "1"
              summary: S
              termsOfService: https://example.com
              contact: {name: N}
              license: {name: L}
            jsonSchemaDialect: https://spec.openapis.org/oas/3.1/dialect/base
            externalDocs: {url: 'https://example.com'}
            tags: [{name: a, externalDocs: {url: 'https://example.com'}}]
            x-own: 1
            paths:
              /a:
                get:
                  tags: [a]
                  externalDocs: {url: 'https://example.com'}
                  x-own: 1
                  parameters:
                    - {name: q, in: query, schema: {type: string}, examples: {a: {value: b}}}
                    - {name: c, in: cookie, schema: {type: string}, example: a}
                  responses: {'204': {description: Done.}}
            components:
              schemas:
                S:
                  $comment: C
                  $anchor: s
                  $defs: {D: {type: string}}
                  type: object
                  externalDocs: {url: 'https://example.com'}
                  xml: {name: s}
                  examples: [1, 2]
                  x-own: 1
                  properties: {a: {type: string, contentMediaType: text/html}}
            """
        ).api()
    }

    @Test func isReportedOnceAndInOrder() {
        let document = DocumentText.schemas(
            """
            Z: {type: object, properties: {b: {not: {}}, a: {$ref: other.yaml}}}
            A: {allOf: [{$ref: '#/components/schemas/Z'}, {properties: {c: {not: {}}}}]}
            B: {allOf: [{$ref: '#/components/schemas/Z'}, {properties: {c: {}}}]}
            """, files: ["other.yaml": "{not: {}}"])
        #expect(
            document.faults == [
                "6:39 error unsupported: `not`: not supported yet", "7:68 error unsupported: `not`: not supported yet",
                "other.yaml:1:1 error unsupported: `not`: not supported yet",
            ])
    }
}
