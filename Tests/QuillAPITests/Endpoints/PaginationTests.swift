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
        let plain = try pagination("{$ref: '#/components/schemas/Page'}")
        #expect(plain == "Page results: integer next=next offset=- limit=-")
        let parameters = ["limit", "offset"].map { "{name: \($0), in: query, schema: {type: integer}}" }
        let found = try pagination(
            "{$ref: '#/components/schemas/Page'}", parameters: "[\(parameters.joined(separator: ", "))]")
        #expect(found == "Page results: integer next=next offset=offset limit=limit")
    }

    @Test func countsWhereThereIsNoLink() throws {
        let schema = "{type: object, required: [items], properties: {items: {type: array, items: {type: string}}}}"
        let parameters = "[{name: skip, in: query, schema: {type: integer}}]"
        let found = try pagination(schema, parameters: parameters)
        #expect(found == "get_a.response items: string next=- offset=skip limit=-")
        let without = try pagination(schema)
        #expect(without == nil)
        let header = try pagination(schema, parameters: "[{name: skip, in: header, schema: {type: integer}}]")
        #expect(header == nil)
    }

    @Test func isFoundInAPageOfOneAnswerOfGET() throws {
        let page = "{$ref: '#/components/schemas/Page'}"
        let found = try [
            pagination(page, responses: "2XX"), pagination(page, method: "post"), pagination(page, responses: "'400'"),
            pagination(page, responses: "'204': {description: Empty.}\n      '200'"), pagination(page, rules: []),
        ]
        #expect(found.map { $0 != nil } == [true, false, false, false, false])
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
        let found = try pagination(schema)
        #expect(found == nil)
    }

    @Test func usesTheFirstRuleThatFits() throws {
        let rules = [
            PaginationRule(items: "data", next: "next"), PaginationRule(items: "results", next: "more"), Self.linked,
        ]
        let found = try pagination("{$ref: '#/components/schemas/Page'}", rules: rules)?.hasPrefix("Page results")
        #expect(found == true)
    }
}
