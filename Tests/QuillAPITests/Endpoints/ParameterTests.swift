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
            + "\(parameter.style)\(parameter.explode ? " explode" : "")"
            + (parameter.allowReserved ? " reserved" : "")
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
        ("in: query, schema: {type: object}", "a parameter that is an object or any value"),
        ("in: query, schema: {}", "a parameter that is an object or any value"),
        ("in: query, schema: {properties: {a: {}}}", "a parameter that is an object or any value"),
        ("in: query, style: deepObject, schema: {type: object}", "a parameter that is an object or any value"),
        ("in: query, schema: {type: array}", "a parameter that is a list of other than scalars"),
        ("in: query, schema: {type: array, items: {type: object}}", "a parameter that is a list of other than scalars"),
        ("in: query, schema: {type: array, items: {type: array}}", "a parameter that is a list of other than scalars"),
        (
            "in: query, style: deepObject, schema: {type: array, items: {enum: [a]}}",
            "the style `deepObject` for a list"
        ),
        ("in: query, style: deepObject, schema: {type: string}", "the style `deepObject` for a scalar"),
        ("in: query, schema: {type: string, format: byte}", "a parameter of bytes"),
        ("in: query, schema: {type: array, items: {format: byte}}", "a parameter that is a list of other than scalars"),
    ])
    func areTextWhereTheyHaveNoOtherForm(keywords: String, construct: String) throws {
        let document = DocumentText.operation("parameters:\n  - {name: p, \(keywords)}")
        #expect(
            document.faults == [
                "7:11 warning text-parameter: \(construct): it is passed as text, in the form that its style gives it"
            ])
        let found = try document.api(ignoringWarnings: true).endpoints.first?.parameters.first
        #expect(found?.type.spelling == "string")
        #expect(found?.style == .form)
    }

    @Test(arguments: [("query", "form"), ("header", "simple"), ("cookie", "form")])
    func ofMediaTypesAreText(place: String, style: String) throws {
        let document = DocumentText.operation(
            "parameters:\n  - {name: p, in: \(place), content: {application/json: {schema: {type: integer}}}}")
        #expect(
            document.faults == [
                "7:11 warning text-parameter: `content` of a parameter: it is passed as text, "
                    + "in the form that its media type has"
            ])
        let found = try document.api(ignoringWarnings: true).endpoints.first?.parameters.map(spelling)
        #expect(found == ["p? \(place): string \(style)"])
    }

    @Test func cannotBeNamesWithoutValues() {
        let document = DocumentText.operation(
            "parameters:\n  - {name: p, in: query, allowEmptyValue: true, schema: {type: string}}")
        #expect(document.faults == [Gap.notGenerated.fault("`allowEmptyValue`", at: "7:11")])
    }

    @Test func haveScalarsAsTheirDefaultsOnly() throws {
        let document = DocumentText.operation(
            "parameters:\n  - {name: p, in: query, schema: {type: array, items: {type: string}, default: [a]}}")
        #expect(document.faults == [Gap.notGenerated.fault("a `default` that is no scalar", at: "7:86")])
        let found = try document.api(ignoringWarnings: true).endpoints.first?.parameters.first
        #expect(found != nil && found?.defaultValue == nil)
    }
}
