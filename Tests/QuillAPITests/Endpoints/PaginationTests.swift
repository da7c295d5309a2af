import QuillAPI
import Testing

@Suite("Pagination")
struct PaginationTests {
    private static let linked = PaginationRule(items: "results", next: "next", offset: "offset", limit: "limit")
    private static let counted = PaginationRule(items: "items", offset: "skip", limit: "take")

    private func pagination(
        _ schema: String, method: String = "get", parameters: String = "[]", responses: String = "'200'",
        rules: [PaginationRule] = [linked, counted]
    ) throws -> String? {
        let document = DocumentText.paths(
            """
            /a:
              \(method):
                parameters: \(parameters)
                responses:
                  \(responses): {description: A page., content: {application/json: {schema: \(schema)}}}
                  '404': {description: None.}
            """,
            components: """
                schemas:
                  Page:
                    type: object
                    required: [next, results]
                    properties:
                      next: {type: [string, 'null'], format: uri}
                      results: {type: array, items: {type: integer}}
                """, options: APIOptions(paginationRules: rules))
        return try document.api().endpoints.first?.pagination.map { page in
            "\(page.page.description) \(page.itemsKey): \(page.item.spelling) next=\(page.nextKey ?? "-") "
                + "offset=\(page.offsetParameter ?? "-") limit=\(page.limitParameter ?? "-")"
        }
    }

    @Test func followsLinks() throws {
        #expect(
            try pagination("{$ref: '#/components/schemas/Page'}")
                == "Page results: integer next=next offset=- limit=-")
        let parameters = ["limit", "offset"].map { "{name: \($0), in: query, schema: {type: integer}}" }
        #expect(
            try pagination(
                "{$ref: '#/components/schemas/Page'}", parameters: "[\(parameters.joined(separator: ", "))]")
                == "Page results: integer next=next offset=offset limit=limit")
    }

    @Test func countsWhereThereIsNoLink() throws {
        let schema = "{type: object, required: [items], properties: {items: {type: array, items: {type: string}}}}"
        let parameters = "[{name: skip, in: query, schema: {type: integer}}]"
        #expect(
            try pagination(schema, parameters: parameters) == "get_a.response items: string next=- offset=skip limit=-")
        #expect(try pagination(schema) == nil)
        #expect(try pagination(schema, parameters: "[{name: skip, in: header, schema: {type: integer}}]") == nil)
    }

    @Test func isFoundInAPageOfOneAnswerOfGET() throws {
        let page = "{$ref: '#/components/schemas/Page'}"
        #expect(try pagination(page, method: "post") == nil)
        #expect(try pagination(page, responses: "'400'") == nil)
        #expect(try pagination(page, responses: "'204': {description: Empty.}\n      '200'") == nil)
        #expect(try pagination(page, responses: "2XX") != nil)
        #expect(try pagination(page, rules: []) == nil)
    }

    @Test(arguments: [
        "{type: array, items: {type: integer}}",
        "{type: object, required: [next], properties: {next: {type: string, format: uri}, results: {type: array}}}",
        "{type: object, required: [results], properties: {next: {type: string, format: uri}, results: {type: array}}}",
        "{type: object, required: [next, results], properties: {next: {type: string}, results: {type: array}}}",
        "{type: object, required: [next, results], properties: {next: {format: uri}, results: {type: string}}}",
        "{required: [next, results], properties: {next: {format: uri}, results: {type: [array, 'null']}}}",
    ])
    func isNotGuessed(schema: String) throws {
        #expect(try pagination(schema) == nil)
    }

    @Test func usesTheFirstRuleThatFits() throws {
        let rules = [
            PaginationRule(items: "data", next: "next"), PaginationRule(items: "results", next: "more"), Self.linked,
        ]
        #expect(try pagination("{$ref: '#/components/schemas/Page'}", rules: rules)?.hasPrefix("Page results") == true)
    }
}
