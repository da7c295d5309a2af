import QuillDiagnostics
import Testing

@testable import QuillOpenAPI

@Suite("Suggesting spellings")
struct SpellingTests {
    @Test(arguments: [
        ("operationid", "operationId"), ("decsription", "description"), ("respones", "responses"),
        ("request_body", "requestBody"), ("zzz", nil), ("", nil),
    ])
    func findsTheNearest(_ word: String, _ expected: String?) {
        let names = ["operationId", "description", "responses", "requestBody", "tags"]
        #expect(Spelling.nearest(to: word, among: names) == expected)
    }
}
