import QuillAPI
import Testing

@Suite("Parameters")
struct ParameterTests {
    private func parameters(_ parameters: String, path: String = "/a") throws -> [Parameter] {
        let document = DocumentText.operation("parameters:\n\(parameters)", path: path)
        return try #require(try document.api().endpoints.first).parameters
    }

    /// `name in place: type style explode`
    private func spelling(_ parameter: Parameter) -> String {
        "\(parameter.name)\(parameter.isRequired ? "" : "?") \(parameter.place): \(parameter.type.spelling) "
            + layout(parameter.layout)
    }

    private func layout(_ layout: ValueLayout) -> String {
        switch layout {
        case .style(let style, let explode, let allowReserved):
            "\(style)\(explode ? " explode" : "")\(allowReserved ? " reserved" : "")"
        case .text: "as text"
        case .json: "as JSON"
        case .form(let members): "as form\(members.map { " \($0.key) \($0.layout)" }.joined())"
        }
    }

    @Test func haveTheStyleOfTheirPlaceUnlessTheySayOtherwise() throws {
        let found = try parameters(
            """
              - {name: p, in: path, required: true, schema: {type: string}}
              - {name: q, in: query, schema: {type: array, items: {type: integer}}}
              - {name: h, in: header, schema: {type: array, items: {type: string, format: uuid}}}
              - {name: c, in: cookie, required: true, schema: {type: string}}
              - {name: l, in: path, required: true, style: label, schema: {type: array}}
            """.replacing("type: array}}", with: "type: array, items: {type: string}}}"), path: "/a/{p}/{l}")
        #expect(
            found.map(spelling) == [
                "p path: string simple", "q? query: [integer] form explode", "h? header: [string(uuid)] simple",
                "c cookie: string form explode", "l path: [string] label",
            ])
    }

    @Test(arguments: ["label", "matrix"])
    func ofPathsKeepTheirStyle(style: String) throws {
        let found = try parameters(
            "  - {name: p, in: path, required: true, style: \(style), schema: {type: string}}", path: "/{p}")
        #expect(found.map(spelling) == ["p path: string \(style)"])
    }

    @Test(arguments: ["form", "deepObject"])
    func ofQueriesCanBeFlatObjects(style: String) throws {
        let found = try parameters(
            """
              - name: q
                in: query
                style: \(style)
                schema: {type: object, properties: {a: {type: string}, b: {enum: [1]}}}
            """)
        #expect(found.map(spelling) == ["q? query: get_a.q \(style)\(style == "form" ? " explode" : "")"])
    }

    @Test(arguments: [
        ("explode: false", "form"),
        ("style: form", "form explode"),
        ("style: spaceDelimited", "spaceDelimited"),
        ("style: pipeDelimited, explode: false", "pipeDelimited"),
        ("style: form, explode: false, allowReserved: true", "form reserved"),
    ])
    func keepTheirStyle(keywords: String, style: String) throws {
        let found = try parameters("  - {name: q, in: query, \(keywords), schema: {type: array, items: {enum: [a]}}}")
        #expect(found.map(spelling) == ["q? query: [get_a.q.item] \(style)"])
    }

    @Test func takeRemarksFromThemselvesAndTheirSchema() throws {
        let found = try parameters(
            """
              - {name: a, in: query, description: Own., deprecated: true, schema: {type: integer, default: 3}}
              - {name: b, in: query, schema: {type: string, description: Of the schema., deprecated: true}}
              - {name: c, in: query, schema: {allOf: [{type: string}], default: x}}
              - {name: d, in: query, schema: {type: string, nullable: false}}
            """.replacing(", nullable: false", with: ""))
        #expect(
            found.map { "\($0.name) \($0.description ?? "-") \($0.defaultValue?.jsonText() ?? "-") \($0.isDeprecated)" }
                == ["a Own. 3 true", "b Of the schema. - true", "c - \"x\" false", "d - - false"])
    }

    @Test func ofPathsComeFirstAndAreOverridden() throws {
        let api = try DocumentText.paths(
            """
            /a/{id}:
              parameters:
                - {name: id, in: path, required: true, schema: {type: string}}
                - {name: q, in: query, schema: {type: string}}
                - {name: X-Trace, in: header, schema: {type: string}}
              get:
                parameters:
                  - {name: x-trace, in: header, schema: {type: integer}}
                  - {name: q, in: header, schema: {type: boolean}}
                responses: {'204': {description: Done.}}
            """
        ).api()
        #expect(
            api.endpoints.first?.parameters.map(spelling) == [
                "id path: string simple", "q? query: string form explode", "x-trace? header: integer simple",
                "q? header: boolean simple",
            ])
    }

    /// OpenAPI 3.1 §4.8.12.1
    @Test(arguments: ["Accept", "Content-Type", "authorization"])
    func areNotTheHeadersThatOthersDecide(name: String) throws {
        let document = DocumentText.operation(
            "parameters:\n  - {name: \(name), in: header, schema: {type: string}}")
        #expect(
            document.faults == [
                "7:11 warning ignored-parameter: the header `\(name)` is no parameter: "
                    + "bodies and security decide it; it is ignored"
            ])
        let found = try document.api(ignoringWarnings: true).endpoints.first?.parameters.isEmpty
        #expect(found == true)
    }

    @Test(arguments: [
        ("in: query, schema: {type: object}", "{any} form explode"),
        ("in: query, schema: {}", "any form explode"),
        ("in: query, style: deepObject, schema: {type: object}", "{any} deepObject"),
        ("in: query, schema: {type: array, items: {type: array, items: {type: integer}}}", "[[integer]] form explode"),
        ("in: query, style: deepObject, schema: {type: array, items: {enum: [a]}}", "[get_a.p.item] deepObject"),
        ("in: query, schema: {type: string, format: byte}", "string(byte) form explode"),
        ("in: cookie, schema: {type: integer}, explode: false", "integer form"),
    ])
    func haveTypesOfAnyKind(keywords: String, expected: String) throws {
        #expect(
            try parameters("  - {name: p, \(keywords)}").map { "\($0.type.spelling) \(layout($0.layout))" } == [
                expected
            ])
    }

    @Test(arguments: ["query", "header", "cookie"])
    func ofJSONAreTyped(place: String) throws {
        let found = try parameters(
            "  - {name: p, in: \(place), content: {application/x+json: {schema: {type: integer}}}}")
        #expect(found.map(spelling) == ["p? \(place): integer as JSON"])
    }

    @Test func ofTextAreText() throws {
        let found = try parameters("  - {name: p, in: query, content: {text/plain: {schema: {type: string}}}}")
        #expect(found.map(spelling) == ["p? query: string as text"])
    }

    @Test func ofOtherMediaTypesAreText() throws {
        let document = DocumentText.operation(
            "parameters:\n  - {name: p, in: query, content: {application/xml: {schema: {type: integer}}}}")
        #expect(
            document.faults == [
                "7:11 warning text-parameter: a parameter of `application/xml`: it is passed as text, "
                    + "in the form that this has"
            ])
        let found = try document.api(ignoringWarnings: true).endpoints.first?.parameters.map(spelling)
        #expect(found == ["p? query: string as text"])
    }

    @Test func canBeTheWholeQuery() throws {
        let form = DocumentText.operation(
            """
            parameters:
              - name: q
                in: querystring
                content:
                  application/x-www-form-urlencoded:
                    schema: {properties: {a: {type: array, items: {type: string}}, b: {type: object}, c: {}}}
                    encoding: {a: {explode: false}, b: {style: deepObject}, c: {allowReserved: true}}
            """, version: "3.2.0")
        #expect(
            try form.api().endpoints.first?.parameters.map(spelling) == [
                "q? querystring: get_a.q as form a list(QuillAPI.ValueLayout.Style.form, explode: false) "
                    + "b object(QuillAPI.ValueLayout.Style.deepObject, explode: false) c reserved"
            ])
        let json = DocumentText.operation(
            "parameters: [{name: q, in: querystring, content: {application/json: {schema: {type: object}}}}]",
            version: "3.2.0")
        #expect(try json.api().endpoints.first?.parameters.map(spelling) == ["q? querystring: {any} as JSON"])
    }

    @Test func ofSwagger2CanBeSeparatedByTabs() throws {
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
        #expect(try document.api().endpoints.first?.parameters.map(spelling) == ["q? query: [string] tabDelimited"])
    }

    @Test func canBeNamesWithoutValues() throws {
        let found = try parameters("  - {name: p, in: query, allowEmptyValue: true, schema: {type: integer}}")
        #expect(found.map(\.allowsEmpty) == [true])
    }

    @Test(arguments: [
        ("type: array, items: {type: string}", "[a]"),
        ("type: object, additionalProperties: {type: integer}", "{a: 1}"),
        ("type: string, format: date", "2026-01-31"), ("type: [integer, 'null']", "1"), ("enum: [a, b]", "b"),
        ("required: [a], properties: {a: {type: string}}", "{a: x}"),
    ])
    func haveDefaultsOfTheirType(schema: String, value: String) throws {
        let found = try parameters("  - {name: p, in: query, schema: {\(schema), default: \(value)}}")
        #expect(found.first?.defaultValue != nil)
    }

    @Test(arguments: [
        ("type: array, items: {type: string}", "[1]"), ("type: integer", "x"), ("type: string, format: uuid", "1"),
        ("required: [a], properties: {a: {type: string}}", "{b: x}"),
    ])
    func haveNoOtherDefaults(schema: String, value: String) throws {
        let document = DocumentText.operation(
            "parameters:\n  - {name: p, in: query, schema: {\(schema), default: \(value)}}")
        #expect(document.faults.count == 1)
        #expect(document.faults.first?.contains("warning unfit-default: ") == true)
        let found = try document.api(ignoringWarnings: true).endpoints.first?.parameters.first
        #expect(found != nil && found?.defaultValue == nil)
    }
}
