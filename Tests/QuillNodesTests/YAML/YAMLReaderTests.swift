import QuillDiagnostics
import QuillNodes
import Testing

@Suite("Reading YAML")
struct YAMLReaderTests {
    private func read(_ text: String) throws -> Node {
        try DocumentReader.read(SourceText(path: "a.yaml", text: text), format: .yaml)
    }

    private func json(_ text: String) throws -> String { try read(text).jsonText() }

    /// The first diagnostic of a text as `line:column code: message`, followed by its notes.
    private func fault(_ text: String, limits: ReadingLimits = .standard) -> [String] {
        Fault.of(text, format: .yaml, limits: limits)
    }

    @Test func readsADocumentAsOpenAPIWritesThem() throws {
        let text = """
            # comment
            openapi: 3.1.0
            info: {title: "A \\u00e9", version: '1''2'}
            paths:
              /a/{id}:
                get:
                  description: |
                    First

                      second
                  summary: >-
                    folded
                    text
                  responses:
                    200:
                      description:  plain text
                        over lines
                    default: {}
                  tags:
                  - x
                  - - y
                    - z: 1
                      w:
            """
        let expected =
            #"{"openapi":"3.1.0","info":{"title":"A é","version":"1'2"},"paths":{"/a/{id}":{"get":{"#
            + #""description":"First\n\n  second\n","summary":"folded text","responses":{"200":{"description":"#
            + #""plain text over lines"},"default":{}},"tags":["x",["y",{"z":1,"w":null}]]}}}}"#
        #expect(try json(text) == expected)
    }

    @Test func locatesKeysAndValues() throws {
        let root = try read("a:\r\n  ключ: [x,\r\n    'y']\r\n")
        let member = try #require(root["a"]?.object?.member("ключ"))
        #expect(member.keyLocation.description == "a.yaml:2:3")
        #expect(member.value.location.description == "a.yaml:2:9")
        #expect(member.value.array?[1].location.description == "a.yaml:3:5")
        #expect(root["a"]?.location.description == "a.yaml:2:3")
    }

    @Test(arguments: [
        ("12", "12"), ("+12", "12"), ("-012", "-12"), ("00", "0"), ("0o17", "15"), ("0x1F", "31"), (".5", "0.5"),
        ("-.5e3", "-0.5e3"), ("5.", "5"), ("1.e2", "1e2"), ("1.50", "1.50"), ("6.02E+23", "6.02E+23"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
        ("0xFFFFFFFFFFFFFFFF", "18446744073709551615"),
        ("1_000", "\"1_000\""), ("0b11", "\"0b11\""), ("0o8", "\"0o8\""), ("0x", "\"0x\""),
        ("+", "\"+\""), (".", "\".\""),
        ("1e", "\"1e\""), ("1.2.3", "\"1.2.3\""), ("2001-12-14", "\"2001-12-14\""), ("12:30", "\"12:30\""),
        ("true", "true"), ("True", "true"), ("FALSE", "false"), ("yes", "\"yes\""), ("on", "\"on\""),
        ("tRue", "\"tRue\""),
        ("null", "null"), ("~", "null"), ("", "null"), ("Null", "null"), ("'null'", "\"null\""), ("\"1\"", "\"1\""),
        ("!!str 12", "\"12\""), ("! 12", "\"12\""), ("!!int '12'", "12"), ("!!float 1", "1"), ("!!null ''", "null"),
        ("!!bool 'true'", "true"), ("!local 12", "\"12\""), ("!!binary aGk=", "\"aGk=\""),
    ])
    func resolvesScalarsByTheCoreSchema(yaml: String, json: String) throws {
        #expect(try self.json("- \(yaml)") == "[\(json)]")
    }

    @Test func takesKeysAsTheyAreWritten() throws {
        let text = "200: a\ntrue: b\n~: c\n1.50: d\n0x1F: e\n'q': f\n: g\n&k k: h\nl: *k"
        let expected =
            #"{"200":"a","true":"b","~":"c","1.50":"d","0x1F":"e","q":"f","":"g","k":"h","l":"k"}"#
        #expect(try json(text) == expected)
    }

    @Test func mergesMappings() throws {
        let text = """
            base: &base {a: 1, b: 2}
            more: &more {b: 3, c: 4}
            one:
              z: 0
              <<: *base
              b: 9
            two:
              <<: [*base, *more, {d: 5}]
            three: {"<<": 1}
            """
        let expected =
            #"{"base":{"a":1,"b":2},"more":{"b":3,"c":4},"one":{"z":0,"a":1,"b":9},"#
            + #""two":{"a":1,"b":2,"c":4,"d":5},"three":{"<<":1}}"#
        #expect(try json(text) == expected)
        #expect(
            fault("a: {<<: 1}") == [
                "1:9 invalid-merge: found a number to merge, expected a mapping or a sequence of mappings",
                "- put '<<' in quotes where it is a key like any other",
            ])
    }

    @Test func sharesAnchorsAndKeepsTheirPlaces() throws {
        let root = try read("a: &x [1]\nb: *x\nc: &x 2\nd: *x\n")
        #expect(root.jsonText() == #"{"a":[1],"b":[1],"c":2,"d":2}"#)
        #expect(root["b"]?.location.description == "a.yaml:1:7")
        #expect(try json("- &a {b: &a 1}\n- *a\n") == "[{\"b\":1},1]")
    }

    @Test func readsJSONAsYAML() throws {
        let text = #"{"a":[1,-0.5e+3,true,null,{"b":"\ud83d\ude00\/\n"}],"c":{}}"#
        let root = try DocumentReader.read(SourceText(path: "a.json", text: text))
        #expect(try json(text) == root.jsonText())
    }

    @Test(arguments: [
        ("a: 1\na: 2", ["2:1 duplicate-key: the key \"a\" appears twice in one object", "1:1 it is first given here"]),
        ("a:\n\tb: 1", ["2:1 tab-indentation: YAML is indented by spaces, found a tab"]),
        ("a:\n  b: 1\n\tc: 2", ["3:1 tab-indentation: YAML is indented by spaces, found a tab"]),
        (
            "a:\n    b: 1\n  c: 2",
            ["3:3 bad-indentation: this line is indented by 2, but the entries before it by 0"]
        ),
        (
            "a: 'x\n  y\nb: 1",
            ["3:1 bad-indentation: a line within a value is indented by 0, expected at least 1"]
        ),
        ("'x\n y", ["2:3 unclosed-quote: the document ends within a quoted text", "1:1 the quote is opened here"]),
        ("- [a,\n  b", ["2:4 unclosed-bracket: the document ends before ']'", "1:3 the bracket is opened here"]),
        ("a: *b", ["1:4 undefined-alias: no anchor &b stands before this alias"]),
        (
            "&a [1, *a]",
            ["1:8 recursive-alias: the alias *a stands within the value that it names", "1:1 the value starts here"]
        ),
        ("[a]: 1", ["1:1 complex-key: a sequence or mapping cannot be a key, expected a text"]),
        (
            "a: b: c",
            [
                "1:5 collection-not-allowed: a key and its value cannot stand here",
                "- start the collection on the next line, or put text that contains ': ' in quotes",
            ]
        ),
        ("a: 1\nb", ["2:2 missing-colon: expected ':' after the key"]),
        (
            "a: 1\nb:2",
            ["2:4 missing-colon: expected ':' after the key", "2:2 the ':' of a key has a space behind it"]
        ),
        (
            "a: @b",
            ["1:4 reserved-indicator: a value without quotes cannot begin with '@'", "- put the text in quotes"]
        ),
        (
            #"a: "\d""#,
            [
                #"1:5 invalid-escape: \ before 'd' is no escape of YAML"#,
                #"- write \\ for a backslash, or use single quotes"#,
            ]
        ),
        (
            "a: \"\\ud800\"",
            ["1:5 lone-surrogate: this escape is one half of a surrogate pair, which is no character"]
        ),
        ("a: 1 #x\n  b", ["2:3 bad-indentation: this line is indented by 2, but the entries before it by 0"]),
        ("a: [b]#c", ["1:7 unseparated-comment: a comment needs a space before its '#'"]),
        ("a: \u{1}", ["1:4 control-character: U+0001 cannot stand in YAML as it is, only escaped in double quotes"]),
        (
            "a: .inf",
            [
                "1:4 number-not-finite: infinity and not-a-number have no form in JSON, expected a number",
                "- put it in quotes where a text is meant",
            ]
        ),
        ("a: !!int x", ["1:10 tag-mismatch: \"x\" is not what the tag !!int says"]),
        (
            "a: !x!y z",
            [
                "1:4 undefined-tag-handle: the tag handle !x! is not declared in this document",
                "- declare it above '---': %TAG !x! prefix",
            ]
        ),
        ("", ["1:1 empty-document: the document is empty"]),
        (
            "a: 1\n---\nb: 2",
            [
                "3:1 multiple-documents: the file holds 2 documents, expected one",
                "- this is the second; '---' starts another document",
            ]
        ),
        ("%YAML 2.0\n---\na", ["1:1 unsupported-version: the document is YAML 2.0, expected 1.2"]),
    ])
    func saysWhatIsWrongAndWhere(text: String, expected: [String]) {
        #expect(fault(text) == expected)
    }

    @Test func refusesAliasBombsWithoutExpandingThem() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...60 {
            let alias = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(alias)]\n"
        }
        #expect(
            fault(text) == [
                "6:45 too-many-aliases: aliases stand for more than 1000000 values, too many to read"
            ])

        var merges = "a0: &a0 {k: 0}\n"
        for level in 1...20_000 { merges += "a\(level): &a\(level) {<<: *a\(level - 1), k\(level): 0}\n" }
        #expect(fault(merges).first?.contains("too-many-aliases") == true)
    }

    @Test func boundsDepthHoweverItIsWritten() {
        let deep = 100_000
        #expect(
            fault(String(repeating: "[", count: deep))
                == ["1:129 nesting-too-deep: sequences and mappings are nested more than 128 deep"])
        #expect(fault(String(repeating: "{a: ", count: deep)).first?.contains("nesting-too-deep") == true)
        #expect(fault(String(repeating: "- ", count: deep)).first?.contains("nesting-too-deep") == true)
        #expect(fault(String(repeating: "? ", count: deep)).first?.contains("nesting-too-deep") == true)
        #expect(fault(String(repeating: "[a: ", count: deep)).first?.contains("nesting-too-deep") == true)
        #expect(fault(String(repeating: "- ", count: 128)) == [])

        var chain = "- &a0 [x]\n"
        for level in 1...300 { chain += "- &a\(level) [*a\(level - 1)]\n" }
        #expect(fault(chain).first?.contains("nesting-too-deep") == true)
    }

    @Test func boundsTheLengthOfKeys() {
        #expect(fault(String(repeating: "é", count: 1024) + ": 1") == [])
        #expect(fault(String(repeating: "é", count: 1025) + ": 1").first?.contains("key-too-long") == true)
        #expect(fault("? " + String(repeating: "k", count: 5000) + "\n: 1") == [])
    }

    @Test func tellsTheFormatByNameAndOtherwiseByText() {
        #expect(DocumentFormat(of: SourceText(path: "a.JSON", text: "a: 1")) == .json)
        #expect(DocumentFormat(of: SourceText(path: "a.yml", text: "{}")) == .yaml)
        #expect(DocumentFormat(of: SourceText(path: "-", text: "\u{FEFF} \n{")) == .json)
        #expect(DocumentFormat(of: SourceText(path: "-", text: "a: 1")) == .yaml)
        #expect(DocumentFormat(of: SourceText(path: "-", text: "")) == .yaml)
    }
}
