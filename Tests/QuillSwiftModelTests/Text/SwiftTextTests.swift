import Testing

@testable import QuillSwiftModel

@Suite("Text of documents in Swift")
struct SwiftTextTests {
    @Test(arguments: [
        ("plain", #""plain""#),
        ("", #""""#),
        ("a\"b\\c", #""a\"b\\c""#),
        ("\\(evil())", #""\\(evil())""#),
        ("a\nb\r\tc", #""a\nb\r\tc""#),
        ("\0\u{7F}\u{1B}", #""\u{0}\u{7f}\u{1b}""#),
        ("\u{85}\u{2028}\u{2029}", #""\u{85}\u{2028}\u{2029}""#),
        ("\u{202E}\u{2066}\u{200B}\u{FEFF}\u{AD}", #""\u{202e}\u{2066}\u{200b}\u{feff}\u{ad}""#),
        ("\u{3164}\u{115F}", #""\u{3164}\u{115f}""#),
        ("\u{E000}\u{FFFF}\u{1FFFE}", #""\u{e000}\u{ffff}\u{1fffe}""#),
        ("größe 数 😀 ❤️", #""größe 数 😀 ❤️""#),
    ])
    func becomesLiterals(text: String, literal: String) {
        #expect(SwiftText.literal(text) == literal)
    }

    @Test(
        arguments: [
            ("One.", ["One."]),
            ("", []),
            (" \n\t\n", []),
            ("a\nb\r\nc\rd", ["a", "b", "c", "d"]),
            ("a\u{2028}b\u{2029}c\u{85}d\u{0B}e\u{0C}f", ["a", "b", "c", "d", "e", "f"]),
            ("\n\na  \n\n  b\t\n\n", ["a", "", "  b"]),
            ("a\tb", ["a    b"]),
            ("*/ evil() /*", ["*/ evil() /*"]),
            ("a\u{202E}b\0c\u{FEFF}", ["a\u{FFFD}b\u{FFFD}c\u{FFFD}"]),
            ("می‌خواهم 👩‍👩‍👧 ❤️", ["می‌خواهم 👩‍👩‍👧 ❤️"]),
        ] as [(String, [String])])
    func becomesLinesOfComments(text: String, lines: [String]) {
        #expect(SwiftText.commentLines(text) == lines)
    }

    @Test(arguments: [
        ("{}", "#"), (#"{"a": "b"}"#, "#"), (#"""""#, "#"), (#""""""#, "#"), (#"""""# + "#", "##"),
        ("\"\"\"##", "###"), ("\\(evil())", "#"), ("\\#(evil())", "##"), ("\\##(evil())", "###"), ("\\n#", "#"),
        ("###", "#"), ("\"#", "#"), ("\"\"#", "#"), ("\"\"\"a#", "#"), ("\\\"\"\"#", "##"),
    ])
    func chooseDelimitersThatItDoesNotContain(text: String, delimiter: String) {
        #expect(SwiftText.rawDelimiter(for: text) == delimiter)
    }

    @Test(arguments: [
        ("{}", ##"#"{}"#"##), (##"{"a": "#"}"##, ###"##"{"a": "#"}"##"###),
        (##"{"a": "\#(b)"}"##, ###"##"{"a": "\#(b)"}"##"###),
        ("# a", ##"#"# a"#"##), ("a\nb", ##""a\nb""##),
    ])
    func rawLiteralsCannotBeEndedFromWithin(text: String, expected: String) {
        #expect(SwiftText.rawLiteral(text) == expected)
    }
}
