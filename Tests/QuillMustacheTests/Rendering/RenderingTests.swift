import QuillMustache
import Testing

/// What the specification leaves open, and what templates for Swift code rely on.
@Suite struct RenderingTests {
    private func rendered(
        _ text: String, with value: TemplateValue = [:], _ others: [String: String] = [:]
    ) throws -> String {
        var library = TemplateLibrary([try Template(text, name: "main")]) { "<\($0)>" }
        for (name, text) in others { library.add(try Template(text, name: name)) }
        return try library.render("main", with: value)
    }

    @Test func escapingIsTheLibrarys() throws {
        #expect(try rendered("{{a}} {{{a}}} {{&a}}", with: ["a": "x"]) == "<x> x x")
    }

    @Test(
        arguments: [
            ("text", "yes"), ("", "no"), (true, "yes"), (false, "no"), (1, "yes"), (0, "no"), (nil, "no"),
            ([], "no"), ([""], "yes"), ([:], "yes"),
        ] as [(TemplateValue, String)])
    func sectionsKnowWhatIsEmpty(_ value: TemplateValue, _ expected: String) throws {
        #expect(try rendered("{{#a}}yes{{/a}}{{^a}}no{{/a}}", with: ["a": value]) == expected)
    }

    @Test func numbersAndFlagsAreTexts() throws {
        #expect(try rendered("{{{a}}} {{{b}}}", with: ["a": -12, "b": true]) == "-12 true")
    }

    @Test func aKeyThatIsNullHidesTheOuterOne() throws {
        #expect(try rendered("{{#b}}[{{{a}}}]{{/b}}", with: ["a": "outer", "b": ["a": nil]]) == "[]")
    }

    @Test func nestedPartialsAddUpTheirIndentation() throws {
        let text = try rendered(
            """
            struct A {
                {{>members}}
            }
            """,
            with: ["names": ["x", "y"]],
            [
                "members": """
                {{#names}}
                var {{{.}}}: Int {
                    {{>body}}
                }

                {{/names}}
                // end

                """,
                "body": "// {{{.}}}\nreturn 0\n",
            ])
        #expect(
            text == """
                struct A {
                    var x: Int {
                        // x
                        return 0
                    }

                    var y: Int {
                        // y
                        return 0
                    }

                    // end
                }
                """)
    }

    @Test func aPartialWithinALineGoesOnAtTheIndentationOfTheLine() throws {
        let text = try rendered(
            "{\n    {{>statement}}\n}\n", with: [:],
            ["statement": "let x = {{>value}}\nlet y = 1\n", "value": "[\n    1,\n]"])
        #expect(text == "{\n    let x = [\n        1,\n    ]\n    let y = 1\n}\n")
    }

    @Test func textsAreNotIndented() throws {
        let text = try rendered("  {{>p}}\n", with: ["text": "a\nb"], ["p": "{{{text}}}\n{{{text}}}\n"])
        #expect(text == "  a\nb\n  a\nb\n")
    }

    @Test func sectionsWithinALineStayInIt() throws {
        let value: TemplateValue = ["list": [["n": "a", "more": true], ["n": "b"]]]
        let text = try rendered(
            "  {{>p}}\n", with: value, ["p": "f({{#list}}{{{n}}}{{#more}}, {{/more}}{{/list}})\nend\n"])
        #expect(text == "  f(a, b)\n  end\n")
    }

    @Test func carriageReturnsAreKept() throws {
        #expect(
            try rendered("a\r\n  {{>p}}\r\nb\r\n", with: [:], ["p": "1\r\n\r\n2\r\n"]) == "a\r\n  1\r\n\r\n  2\r\nb\r\n"
        )
    }

    @Test func aGivenBlockTakesTheIndentationOfItsPlace() throws {
        let text = try rendered(
            """
            {{<type}}
            {{$name}}User{{/name}}
                {{$members}}
                    {{#list}}
                    let {{{.}}}: Int {
                        1
                    }

                    {{/list}}
                    // end
                {{/members}}
            {{/type}}
            after

            """,
            with: ["list": ["a", "b"]],
            [
                "type": """
                struct {{$name}}None{{/name}} {
                    {{$members}}
                    // no members
                    {{/members}}
                }

                """
            ])
        #expect(
            text == """
                struct User {
                    let a: Int {
                        1
                    }

                    let b: Int {
                        1
                    }

                    // end
                }
                after

                """)
    }

    @Test func aStandaloneParentOnOneLineVanishesWithItsLine() throws {
        let text = try rendered(
            "a\n  {{<row}}{{$x}}1{{/x}}{{/row}}\nb\n", with: [:], ["row": "[{{$x}}0{{/x}}]\n"])
        #expect(text == "a\n  [1]\nb\n")
    }

    @Test func aLaterTemplateReplacesAnEarlierOne() throws {
        var library = TemplateLibrary([try Template("old", name: "a"), try Template("b", name: "b")])
        library.add(try Template("new", name: "a"))
        #expect(library.names == ["a", "b"])
        #expect(try library.render("a", with: [:]) == "new")
    }
}
