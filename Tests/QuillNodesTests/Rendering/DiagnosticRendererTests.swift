import QuillDiagnostics
import Testing

@Suite("Rendering diagnostics")
struct DiagnosticRendererTests {
    private func text(_ source: String, at offset: Int, color: Bool = false) -> String {
        let location = SourceLocation(SourceText(path: "api.yaml", text: source), offset: offset)
        return DiagnosticRenderer(color: color).text([.error(.badIndentation, "this is bad", at: location)])
    }

    @Test func showsTheLineWithACaretAndTheNotes() {
        let source = SourceText(path: "api.yaml", text: "paths:\n  get: 1\n  get: 2\n")
        let diagnostic = Diagnostic.error(
            .duplicateKey, "the key \"get\" appears twice", at: SourceLocation(source, offset: 18),
            notes: [
                .init("it is first given here", at: SourceLocation(source, offset: 9)), .init("remove one of them"),
            ])
        #expect(
            DiagnosticRenderer().text([diagnostic]) == """
                api.yaml:3:3: error: the key "get" appears twice [duplicate-key]
                    3 |   get: 2
                      |   ^
                api.yaml:2:3: note: it is first given here
                    2 |   get: 1
                      |   ^
                note: remove one of them

                """)
    }

    @Test func rendersWithoutALocation() {
        #expect(
            DiagnosticRenderer().text([.warning(.unknownField, "that is odd", at: nil)])
                == "warning: that is odd [unknown-field]\n")
    }

    @Test func expandsTabs() {
        #expect(
            text("a\tb\tc", at: 4) == """
                api.yaml:1:5: error: this is bad [bad-indentation]
                    1 | a   b   c
                      |         ^

                """)
    }

    @Test func pointsBehindTheEndOfALine() {
        #expect(
            text("ab\r\n\r\n", at: 2) == """
                api.yaml:1:3: error: this is bad [bad-indentation]
                    1 | ab
                      |   ^

                """)
        #expect(
            text("ab\r\n\r\n", at: 6) == """
                api.yaml:3:1: error: this is bad [bad-indentation]
                    3 |
                      | ^

                """)
    }

    @Test func cutsLongLinesAroundTheCaret() {
        let long = String(repeating: "x", count: 3000) + "HERE" + String(repeating: "y", count: 3000)
        let left = String(repeating: "x", count: 50)
        let right = "HERE" + String(repeating: "y", count: 46)
        #expect(
            text(long, at: 3000) == """
                api.yaml:1:3001: error: this is bad [bad-indentation]
                    1 | …\(left)\(right)…
                      |  \(String(repeating: " ", count: 50))^

                """)
    }

    @Test func spellsOutWhatWouldControlTheTerminal() {
        #expect(
            text("a\u{1B}[2Jb\u{202E}c", at: 9) == """
                api.yaml:1:8: error: this is bad [bad-indentation]
                    1 | a\\u{1B}[2Jb\\u{202E}c
                      |                    ^

                """)
        let hostile = Diagnostic.error(.duplicateKey, "key \"a\nb\u{7}\"", at: nil)
        #expect(DiagnosticRenderer().text([hostile]) == "error: key \"a\\u{A}b\\u{7}\" [duplicate-key]\n")
    }

    @Test func countsTheColumnsOfWideCharacters() {
        #expect(
            text("漢e\u{301}x", at: 6) == """
                api.yaml:1:4: error: this is bad [bad-indentation]
                    1 | 漢e\u{301}x
                      |    ^

                """)
    }

    @Test func coloursOnRequest() {
        #expect(
            text("ab", at: 1, color: true)
                == "\u{1B}[1mapi.yaml:1:2:\u{1B}[0m \u{1B}[1;31merror:\u{1B}[0m \u{1B}[1mthis is bad\u{1B}[0m [bad-indentation]\n"
                + "\u{1B}[2m    1 |\u{1B}[0m ab\n\u{1B}[2m      |\u{1B}[0m  \u{1B}[1;32m^\u{1B}[0m\n")
    }

    @Test func writesJSON() {
        let source = SourceText(path: "a\"b.yaml", text: "x\ny\n")
        let diagnostics = [
            Diagnostic.error(
                .badIndentation, "tab \t", at: SourceLocation(source, offset: 2),
                notes: [.init("see", at: SourceLocation(source, offset: 0)), .init("mend")]),
            Diagnostic.warning(.unknownField, "é", at: nil),
        ]
        #expect(
            DiagnosticRenderer().json(diagnostics) == #"""
                [
                  {"severity": "error", "code": "bad-indentation", "message": "tab \t", "file": "a\"b.yaml", "line": 2, "column": 1, "notes": [{"message": "see", "file": "a\"b.yaml", "line": 1, "column": 1}, {"message": "mend", "file": null, "line": null, "column": null}]},
                  {"severity": "warning", "code": "unknown-field", "message": "é", "file": null, "line": null, "column": null, "notes": []}
                ]

                """#)
        #expect(DiagnosticRenderer().json([]) == "[]\n")
    }
}
