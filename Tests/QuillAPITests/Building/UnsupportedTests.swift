import QuillAPI
import Testing

/// What a document says and the API cannot is said, with its place: by a warning where the rest is right without it, by
/// an error where it is not.
@Suite("What is not supported yet")
struct UnsupportedTests {
    @Test(arguments: [
        (
            "S: {type: object, discriminator: {propertyName: a}, properties: {a: {}}}", "6:8",
            "`discriminator` without choices, of a schema that no other extends"
        ),
        ("S: {type: string, contentMediaType: application/json, contentSchema: {}}", "6:8", "`contentSchema`"),
    ])
    func ofSchemasIsNotEnforced(schemas: String, place: String, construct: String) {
        #expect(DocumentText.schemas(schemas).faults == [Gap.notEnforced.fault(construct, at: place)])
    }

    /// What a text says once it is decoded is nothing that a type can stand for.
    @Test func ofEncodedTextIsPassedOn() throws {
        let document = DocumentText.schemas(
            "S: {type: object, properties: {a: {type: string, contentEncoding: quoted-printable}}}")
        #expect(
            document.faults == [
                "6:39 warning text-encoding: the `contentEncoding` `quoted-printable` is not undone: "
                    + "the encoded text is passed as it is"
            ])
        let shapes = try document.api(ignoringWarnings: true).spellings
        #expect(shapes == ["S {a?: string}"])
    }

    @Test(arguments: [
        (
            Gap.notGenerated, "requestBody: {content: {application/json: {schema: {}}, application/xml: {schema: {}}}}",
            "6:63",
            "the media type `application/xml` beside `application/json`"
        )
    ])
    func ofOperations(gap: Gap, members: String, place: String, construct: String) {
        #expect(DocumentText.operation(members).faults == [gap.fault(construct, at: place)])
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
              oneOf: [{$ref: '#/components/schemas/T'}, {type: string}], discriminator: {propertyName: p, defaultMapping: U}},
              T: {type: object}, U: {type: object}}}
            """)
        #expect(
            document.faults == [
                "4:19 warning ignored-tag-parent: operations are grouped by the names of tags; the `parent` of `b` is "
                    + "ignored",
                Gap.notEnforced.fault("`defaultMapping` to what is no object among the choices", at: "7:77"),
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
            components: {schemas: {S: {$schema: 'http://json-schema.org/draft-07/schema#', type: string}}}
            """)
        #expect(
            document.faults == [
                "1:1 warning unknown-dialect: the dialect `https://example.com/dialect` is not known; "
                    + "schemas are read as JSON Schema 2020-12",
                "8:27 warning unknown-dialect: the dialect `http://json-schema.org/draft-07/schema#` is not known; "
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
            Z: {type: object, properties: {b: {contentSchema: {}}, a: {$ref: other.yaml}}}
            A: {allOf: [{$ref: '#/components/schemas/Z'}, {properties: {c: {contentSchema: {}}}}]}
            B: {allOf: [{$ref: '#/components/schemas/Z'}, {properties: {c: {}}}]}
            """, files: ["other.yaml": "{contentSchema: {}}"])
        #expect(
            document.faults == [
                Gap.notEnforced.fault("`contentSchema`", at: "6:39"),
                Gap.notEnforced.fault("`contentSchema`", at: "7:68"),
                Gap.notEnforced.fault("`contentSchema`", at: "other.yaml:1:1"),
            ])
    }
}
