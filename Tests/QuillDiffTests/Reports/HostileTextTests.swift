import Testing

@testable import QuillDiff

/// Names of a document that mean something to a terminal, to Markdown or to GitHub.
@Suite struct HostileTextTests {
    private func report() throws -> DifferenceReport {
        let name = #"\e[31m`<img src=x>`|@someone\n::error::x"#
        let old = "{openapi: 3.1.0, info: {title: T, version: 1.0.0}, paths: {/a: {get: {responses: {}}}}}"
        let new = """
            {openapi: 3.1.0, info: {title: T, version: 1.0.0}, paths: {/a: {get: {responses: {}, parameters:
            [{name: "\(name)", in: query, required: true, schema: {}}]}}}}
            """
        return DifferenceReport(try Documents.difference(old, new), names: ("old\u{202E}.yaml", "new.yaml"))
    }

    @Test func isVisibleInText() throws {
        let text = try report().text()
        #expect(!text.contains("\u{1B}"))
        #expect(!text.contains("\u{202E}"))
        #expect(!text.contains("\n::error"))
    }

    @Test func isCodeInMarkdown() throws {
        let text = try report().markdown
        #expect(!text.contains("\n::error"))
        #expect(!text.contains("\u{1B}"))
        // Within code, or escaped.
        for line in text.split(separator: "\n") where line.contains("<img") {
            Issue.record("HTML in \(line)")
        }
    }

    @Test func endsNoAnnotation() throws {
        let lines = try report().annotations.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.hasPrefix("::error file=new.yaml") || $0.hasPrefix("::warning file=new.yaml") })
    }
}
