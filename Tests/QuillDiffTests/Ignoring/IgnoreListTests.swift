import QuillDiagnostics
import QuillNodes
import Testing

@testable import QuillDiff

@Suite struct IgnoreListTests {
    @Test(arguments: [
        ("*", "", true), ("", "", true), ("", "a", false), ("a*c", "abc", true), ("a*c", "abcd", false),
        ("*b*", "abc", true), ("a**c", "ac", true), ("a*b*c", "a1b2b3c", true), ("ab", "abc", false),
    ])
    func matchesPatterns(pattern: String, text: String, matches: Bool) {
        #expect(Wildcard.matches(pattern, text) == matches)
    }

    private func list(_ json: String) throws -> IgnoreList {
        try IgnoreList(try DocumentReader.read(SourceText(path: "ignore.json", text: json), format: .json))
    }

    /// Two operations require a scope more.
    private func changes() throws -> [Change] {
        func document(_ scopes: String) -> String {
            """
            {openapi: 3.1.0, info: {title: T, version: 1.0.0}, security: [{k: [\(scopes)]}],
            paths: {/a: {get: {responses: {}}}, /b: {get: {responses: {}}}},
            components: {securitySchemes: {k: {type: http, scheme: bearer}}}}
            """
        }
        return try Documents.difference(document("x"), document("x, y")).changes
            .filter { $0.rule.concern == .security }
    }

    @Test func takesOutSingleOperations() throws {
        let changes = try changes()
        #expect(changes.map(\.occurrences.count) == [2])
        let list = try list(#"[{"rule": "api-global-*", "operation": "GET /a", "reason": "agreed"}]"#)
        let (kept, ignored, unused) = list.apply(to: changes, today: Documents.today)
        #expect(kept.flatMap(\.occurrences).map(\.text) == ["GET /b"])
        #expect(ignored.map(\.reason) == ["agreed"])
        #expect(unused.isEmpty)
    }

    @Test func endsOnItsDay() throws {
        let list = try list(#"{"ignore": [{"rule": "*", "reason": "r", "until": "2026-11-20"}]}"#)
        let (kept, _, unused) = list.apply(to: try changes(), today: Documents.today)
        #expect(kept.count == 1)
        #expect(unused.count == 1)
    }

    @Test(arguments: [
        ("{}", "wrong-type"), (#"[{"rule": "*"}]"#, "missing-key"), (#"[{"reason": "r"}]"#, "missing-key"),
        (#"[{"rule": "*", "reason": "r", "opration": "x"}]"#, "unknown-key"), (#"["x"]"#, "wrong-type"),
        (#"[{"rule": "*", "reason": "r", "until": "soon"}]"#, "wrong-type"),
    ])
    func refusesWhatIsWrong(json: String, code: String) throws {
        let error = #expect(throws: DiagnosticsError.self) { try list(json) }
        #expect(error?.diagnostics.map(\.code.rawValue) == [code])
    }
}
