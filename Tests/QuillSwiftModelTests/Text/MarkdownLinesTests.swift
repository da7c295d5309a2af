import QuillSwiftModel
import Testing

@Suite("Long lines of comments") struct MarkdownLinesTests {
    private let long = String(repeating: "word ", count: 40) + "end"

    private func words(_ lines: [String]) -> [Substring] { lines.flatMap { $0.split(separator: " ") } }

    @Test func areBrokenBetweenWords() {
        let lines = MarkdownLines.wrapped(["Short.", "", long])
        #expect(lines.prefix(2) == ["Short.", ""])
        #expect(lines.count == 4)
        #expect(lines.allSatisfy { $0.count <= 108 })
        #expect(words(lines) == words(["Short.", long]))
    }

    @Test func keepTheIndentationOfTheirItem() {
        for (marker, hanging) in [("- ", 2), ("  - name: ", 4), ("12. ", 4)] {
            let lines = MarkdownLines.wrapped([marker + long])
            #expect(lines.count > 1)
            #expect(lines[0].hasPrefix(marker + "word"))
            #expect(lines.dropFirst().allSatisfy { $0.prefix { $0 == " " }.count == hanging })
        }
    }

    @Test(arguments: ["| a | ", "# ", "    ", "```"])
    func stayWhereTheyAreNoText(_ start: String) {
        #expect(MarkdownLines.wrapped([start + long]) == [start + long])
    }

    @Test func stayBetweenFences() {
        let lines = ["```", long, "```", "text"]
        #expect(MarkdownLines.wrapped(lines) == lines)
    }

    @Test func doNotBreakCodeSpans() {
        let span = "`" + String(repeating: "a ", count: 30) + "b`"
        let lines = MarkdownLines.wrapped([String(repeating: "word ", count: 15) + span + " and more"])
        #expect(lines.count == 2)
        #expect(lines.last?.hasPrefix(span) == true)
        #expect(MarkdownLines.wrapped(["a ` " + long]).count == 2)
    }

    @Test(arguments: ["#", ">", "-", "1.", "+", "===", "|"])
    func beginWithNothingThatMarkdownReads(_ word: String) {
        let text = String(repeating: "x", count: 108)
        let lines = MarkdownLines.wrapped([text + " " + word + " y"])
        #expect(lines == [text + " " + word, "y"])
    }

    @Test func areLeftWhereAWordIsLong() {
        let word = String(repeating: "x", count: 300)
        #expect(MarkdownLines.wrapped([word]) == [word])
        #expect(MarkdownLines.wrapped(["a \(word) b"]) == ["a", word, "b"])
    }

    @Test func standApartByOneBlankLineOutsideOfCode() {
        #expect(MarkdownLines.tightened(["a", "", "", "", "b"]) == ["a", "", "b"])
        #expect(MarkdownLines.tightened(["```", "a", "", "", "b", "```", "", "", "c"]).count == 8)
        #expect(MarkdownLines.tightened(["a", "", "b"]) == ["a", "", "b"])
    }
}
