import QuillAPI
import Testing

@Suite("Headers of responses")
struct HeaderTests {
    private func headers(_ headers: String) throws -> [ResponseHeader] {
        let document = DocumentText.operation(
            "responses:\n  '200': {description: Good., headers: {\(headers)}}")
        return try #require(try document.api(ignoringWarnings: true).endpoints.first?.responses.first).headers
    }

    @Test func haveTypes() throws {
        let found = try headers(
            """
            A: {required: true, schema: {type: integer}}, B: {schema: {type: array, items: {type: string}}},
                C: {content: {application/json: {schema: {type: boolean}}}}, D: {deprecated: true, schema: {}}
            """)
        #expect(
            found.map { "\($0.name) \($0.type.spelling) \($0.isRequired) \($0.isDeprecated)" } == [
                "A integer true false", "B [string] false false", "C boolean false false", "D any false true",
            ])
    }

    /// OpenAPI 3.1 §4.8.17.1
    @Test func areNotContentTypeNorGivenTwice() throws {
        let found = try headers("content-type: {schema: {}}, A: {schema: {}}, a: {schema: {}}")
        #expect(found.map(\.name) == ["A"])
    }
}
