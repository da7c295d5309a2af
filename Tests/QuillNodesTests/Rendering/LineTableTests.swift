import QuillDiagnostics
import Testing

@Suite("Positions in a source")
struct LineTableTests {
    @Test func countLinesOfEveryEndingAndColumnsInScalars() {
        let source = SourceText(path: "a", text: "é\r\nx\ry\n\n漢z")
        let table = LineTable(source)
        let positions = (0...source.bytes.count + 1).map { offset in
            let (line, column) = table.position(at: offset)
            return "\(line):\(column)"
        }
        #expect(
            positions == [
                "1:1", "1:2", "1:2", "1:3", "2:1", "2:2", "3:1", "3:2", "4:1", "5:1", "5:2", "5:2", "5:2", "5:3", "5:3",
            ])
    }

    @Test func agreeWithSingleQuestionsToTheSource() {
        let source = SourceText(path: "a", text: "a\r\nb\rc\n\nd")
        let table = LineTable(source)
        for offset in 0...source.bytes.count where !(offset > 0 && source.bytes[offset - 1] == 0x0D) {
            #expect(table.position(at: offset) == source.position(at: offset))
        }
    }

    @Test func anEmptySourceHasOneLine() {
        #expect(LineTable(SourceText(path: "a", text: "")).position(at: 5) == (1, 1))
    }
}
