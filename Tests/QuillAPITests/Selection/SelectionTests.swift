import QuillDiagnostics
import Testing

@testable import QuillAPI

@Suite("A part of a document")
struct SelectionTests {
    @Test(arguments: [
        ("a", "a", true, true), ("a", "ab", true, false), ("*", "", true, true), ("*", "a/b", true, false),
        ("**", "a/b", true, true), ("/a/*/c", "/a/b/c", true, true), ("/a/*/c", "/a/b/b/c", true, false),
        ("/a/**/c", "/a/b/b/c", true, true), ("/a/**", "/a/", true, true), ("/a/**", "/a", true, false),
        ("repos_*", "repos_list", false, true), ("*/x", "a/b/x", false, true), ("a*b*c", "aXbYc", false, true),
        ("a*b*c", "aXbY", false, false), ("", "", false, true), ("é*", "éa", false, true),
    ])
    func isChosenByPatterns(_ pattern: String, _ text: String, _ isPath: Bool, _ matches: Bool) {
        #expect(Glob(pattern, stopsAtSlashes: isPath).matches(text) == matches)
    }

    @Test func patternsWithManyStarsEnd() {
        let glob = Glob(String(repeating: "*a", count: 200), stopsAtSlashes: true)
        #expect(!glob.matches(String(repeating: "a", count: 10_000) + "b"))
    }
}
