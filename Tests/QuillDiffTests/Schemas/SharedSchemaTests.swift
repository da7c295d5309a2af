import Testing

@testable import QuillDiff

@Suite struct SharedSchemaTests {
    private func document(_ schemas: String, paths: Int = 3) -> String {
        let operations = (0..<paths).map { number in
            "/p\(number): {get: {responses: {'200': {description: OK, content: {application/json: "
                + "{schema: {$ref: '#/components/schemas/Tree'}}}}}}}"
        }
        return """
            {openapi: 3.1.0, info: {title: T, version: 1.0.0}, paths: {\(operations.joined(separator: ", "))},
            components: {schemas: {\(schemas)}}}
            """
    }

    @Test func isToldOnceForAllOperations() throws {
        let tree =
            "Tree: {type: object, properties: {leaf: {type: string}, child: {$ref: '#/components/schemas/Tree'}}}"
        let difference = try Documents.difference(
            document(tree), document(tree.replacing("leaf: {type: string}", with: "leaf: {type: integer}")))
        let changes = difference.changes.filter { $0.rule.concern == .schemas }
        #expect(changes.map(\.rule.id) == ["response-property-type-changed"])
        #expect(
            changes.first?.occurrences.map(\.text) == [
                "GET /p0, response 200 (application/json), `leaf`", "GET /p1, response 200 (application/json), `leaf`",
                "GET /p2, response 200 (application/json), `leaf`",
            ])
        #expect(changes.first?.schema == "Tree")
    }

    /// Each schema refers to the next twice, so that there are more ways than anybody could walk.
    @Test func endsWhereSchemasBranch() throws {
        let depth = 200
        func schemas(_ last: String) -> String {
            (0..<depth).map { level in
                let name = level == 0 ? "Tree" : "S\(level)"
                let next = level == depth - 1 ? last : "{$ref: '#/components/schemas/S\(level + 1)'}"
                return
                    "\(name): {oneOf: [{type: object, properties: {a: \(next), b: \(next)}}, {type: array, items: \(next)}]}"
            }.joined(separator: ", ")
        }
        let difference = try Documents.difference(
            document(schemas("{type: string}"), paths: 1), document(schemas("{type: string, maxLength: 3}"), paths: 1))
        #expect(Documents.rules(difference).contains("response-property-max-length-set"))
    }
}
