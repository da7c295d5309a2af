import QuillDiagnostics
import QuillNodes
import Testing

@Suite("Reading JSON")
struct JSONReaderTests {
    private func read(_ text: String) throws -> Node {
        try DocumentReader.read(SourceText(path: "a.json", text: text), format: .json)
    }

    /// The first diagnostic of a text as `line:column code: message`, followed by its notes.
    private func fault(_ text: String) -> [String] { Fault.of(text, format: .json) }

    @Test func keepsOrderAndNumbersAsWritten() throws {
        let text = #"{"z":[1,-0.50e+3,true,null],"a":{"é":"\n"},"m":{},"n":[]}"#
        #expect(try read(text).jsonText() == text)
    }

    @Test func writesPrettyText() throws {
        let expected = """
            {
              "a": [
                1,
                {
                  "b": "\\u2028\\\\\\""
                }
              ],
              "c": [],
              "d": {}
            }
            """
        #expect(try read(#"{"a":[1,{"b":"\u2028\\\""}],"c":[],"d":{}}"#).jsonText(pretty: true) == expected)
    }

    @Test func locatesKeysAndValues() throws {
        let root = try read("{\n  \"ключ\": [1,\r\n 22]\n}")
        let member = try #require(root.object?.member("ключ"))
        #expect(member.keyLocation.description == "a.json:2:3")
        #expect(member.value.location.description == "a.json:2:11")
        #expect(member.value.array?[1].location.description == "a.json:3:2")
    }

    @Test func decodesEscapes() throws {
        #expect(try read(#""\"\\\/\b\f\n\r\t\u0041\ud83D\uDE00é""#).string == "\"\\/\u{8}\u{C}\n\r\tA😀é")
    }

    @Test func passesOverAByteOrderMark() throws {
        #expect(try read("\u{FEFF}[]").array?.isEmpty == true)
    }

    @Test func namesBothPlacesOfADuplicateKey() {
        #expect(
            fault("{\"a\": 1,\n \"b\": 2,\n \"a\": 3}") == [
                "3:2 duplicate-key: the key \"a\" appears twice in one object", "1:2 it is first given here",
            ])
        let many = (0..<40).map { "\"k\($0)\": 0" }.joined(separator: ",\n")
        #expect(
            fault("{\(many),\n\"k7\": 1}") == [
                "41:1 duplicate-key: the key \"k7\" appears twice in one object", "8:1 it is first given here",
            ])
    }

    @Test(arguments: [
        (
            #"["\ud800x"]"#,
            "1:3 lone-surrogate: this escape is one half of a surrogate pair, which is no character"
        ),
        (
            #"["\ud800\u0041"]"#,
            "1:3 lone-surrogate: this escape is one half of a surrogate pair, which is no character"
        ),
        (#"["\x41"]"#, #"1:3 invalid-escape: \ before 'x' is no escape of JSON"#),
        (#"["\u00g0"]"#, #"1:3 invalid-escape: \u needs four hexadecimal digits"#),
        ("[1,]", "1:3 trailing-comma: JSON has no comma after the last element"),
        ("{\"a\":1,}", "1:7 trailing-comma: JSON has no comma after the last member"),
        ("[1 2]", "1:4 unexpected-character: found '2', expected ',' or ']' after the element"),
        ("{\"a\" 1}", "1:6 unexpected-character: found '1', expected ':' after the key \"a\""),
        ("{a: 1}", "1:2 unexpected-character: found 'a', expected a key in double quotes"),
        ("[tru]", "1:2 unexpected-character: found a word that is no value, expected 'true'"),
        ("[01]", "1:2 invalid-number: JSON numbers have no leading zeros"),
        ("[1.]", "1:4 invalid-number: found ']' in a number, expected digits after the decimal point"),
        ("1 x", "1:3 trailing-content: the document continues after its value with 'x', expected its end"),
        ("", "1:1 unexpected-character: found the end of the document, expected a value"),
        ("[\"\t\"]", "1:3 control-character: a tab cannot stand in a string as it is, it must be escaped"),
        ("[\u{0}]", "1:1 invalid-utf8: the text is UTF-16 or UTF-32, expected UTF-8"),
        ("[true,\u{0}]", "1:7 control-character: the text contains a NUL character"),
    ])
    func saysWhatIsWrongAndWhere(text: String, expected: String) {
        #expect(fault(text).first == expected)
    }

    @Test func pointsAtWhatIsLeftOpen() {
        #expect(
            fault("{\"a\":\n [1,\n  2") == [
                "3:4 unclosed-bracket: the document ends inside an array", "2:2 it is opened here",
            ])
        #expect(
            fault("[\"abc\n\"]") == [
                "1:6 unclosed-quote: the string is not closed before the end of the line", "1:2 it is opened here",
            ])
    }

    @Test func refusesBytesThatAreNotUTF8() {
        for bytes: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]] {
            let source = SourceText(path: "a.json", bytes: Array("[\"0123456789".utf8) + bytes + Array("\"]".utf8))
            #expect(throws: DiagnosticsError.self) { try DocumentReader.read(source) }
        }
    }

    @Test func boundsDepthAndSize() {
        let brackets = String(repeating: "[", count: 100_000)
        #expect(
            fault(brackets) == ["1:129 nesting-too-deep: arrays and objects are nested more than 128 deep"])
        #expect(fault(String(repeating: "[", count: 128) + String(repeating: "]", count: 128)) == [])
        let source = SourceText(path: "a.json", text: "[1,2]")
        #expect(throws: DiagnosticsError.self) {
            try DocumentReader.read(source, limits: ReadingLimits(bytes: 4))
        }
    }
}
