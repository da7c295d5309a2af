import Foundation
import QuillDiagnostics
import Testing

@Suite("quill explain")
struct ExplainTests {
    @Test func saysWhatACodeMeansAndHowToMendIt() throws {
        let run = try Workplace().run("explain", "ignored-sibling")
        #expect(
            run.output == """
                ignored-sibling: A field stands beside a `$ref` where OpenAPI demands that it be ignored.
                Move it to what is referred to, or wrap the reference in an `allOf`.

                """)
        #expect(run.code == 0)
    }

    @Test func knowsWhatWasMeant() throws {
        let run = try Workplace().run("explain", "ignored-siblings")
        #expect(run.errors.contains("there is no code `ignored-siblings`; did you mean `ignored-sibling`?"))
        #expect(run.code == 2)
    }

    @Test func listsAllCodes() throws {
        let lines = try Workplace().run("explain").output.split(separator: "\n").dropFirst()
        #expect(lines.map { $0.prefix { $0 != " " } } == DiagnosticCode.allCases.map { $0.rawValue[...] })
    }

    /// `swift run quill explain --page > Sources/quill/Documentation.docc/Diagnostics.md` mends this.
    @Test func isWhatTheDocumentationSays() throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../Sources/quill/Documentation.docc/Diagnostics.md")
        let written = String(decoding: try Data(contentsOf: page), as: UTF8.self)
        #expect(try Workplace().run("explain", "--page").output == written)
    }

    @Test(arguments: DiagnosticCode.allCases)
    func everyCodeIsStableAndExplained(_ code: DiagnosticCode) {
        #expect(code.rawValue.wholeMatch(of: /[a-z0-9]+([-.][a-z0-9]+)*/) != nil)
        for sentence in [code.meaning, code.remedy] {
            #expect(sentence.first?.isUppercase == true || sentence.first == "`")
            #expect(sentence.last == ".")
        }
    }
}
