import QuillMustache
import Testing

@Suite struct TemplateErrorTests {
    @Test(arguments: [
        ("a\n {{#b}}\n", "t:2:2: '{{#b}}' is not closed"),
        ("{{#a}}\n{{#b}}{{/a}}", "t:2:7: '{{/a}}' stands where '{{#b}}' of line 2 is to be closed"),
        ("é{{/a}}", "t:1:2: '{{/a}}' closes nothing that is open"),
        ("x {{name", "t:1:3: the tag has no '}}' that ends it"),
        ("{{{name}}", "t:1:1: the tag has no '}}}' that ends it"),
        ("{{a b}}", "t:1:1: a tag holds one name without spaces, found 'a b'"),
        ("{{}}", "t:1:1: a tag holds one name without spaces, found ''"),
        ("{{a..b}}", "t:1:1: the name 'a..b' has an empty part"),
        ("{{#a.}}{{/a.}}", "t:1:1: the name 'a.' has an empty part"),
        ("{{=<%=}}", "t:1:1: new delimiters are given as two words without '=', as in '{{=<% %>=}}'"),
        ("{{<p}}\n{{x}}{{/p}}", "t:2:1: only blocks stand in a parent, found '{{x}}' in '{{<p}}'"),
        ("{{<p}}{{$x}}{{/x}}{{$x}}{{/x}}{{/p}}", "t:1:19: '{{$x}}' is given twice in '{{<p}}'"),
        ("{{<p}}{{$x}}{{/p}}", "t:1:13: '{{/p}}' stands where '{{$x}}' of line 1 is to be closed"),
    ])
    func mistakesAreLocated(_ text: String, _ expected: String) {
        let error = #expect(throws: TemplateError.self) { try Template(text, name: "t") }
        #expect(error?.description == expected)
    }

    @Test func nestingIsBounded() {
        let text = String(repeating: "{{#a}}", count: 100_000)
        let error = #expect(throws: TemplateError.self) { try Template(text, name: "t") }
        #expect(error?.description == "t:1:601: tags are nested deeper than 100")
    }

    @Test func recursionIsBounded() throws {
        let library = TemplateLibrary([
            try Template("{{>loop}}", name: "loop"),
            try Template("{{#a}}{{<derived}}{{$b}}{{/b}}{{/derived}}{{/a}}", name: "derived"),
        ])
        let loop = #expect(throws: TemplateError.self) { try library.render("loop", with: [:]) }
        #expect(loop?.description == "loop:1:1: '{{>loop}}' is nested deeper than 512 levels")
        let derived = #expect(throws: TemplateError.self) { try library.render("derived", with: ["a": true]) }
        #expect(derived?.description == "derived:1:7: '{{<derived}}' is nested deeper than 512 levels")
    }

    @Test func recursionEndsWithTheValue() throws {
        var value: TemplateValue = ["children": []]
        for _ in 0..<200 { value = ["children": [value]] }
        let library = TemplateLibrary([try Template("({{#children}}{{>node}}{{/children}})", name: "node")])
        let parentheses = String(repeating: "(", count: 201) + String(repeating: ")", count: 201)
        #expect(try library.render("node", with: value) == parentheses)
    }

    @Test func aBlockThatContainsItselfDoesNotRecur() throws {
        let library = TemplateLibrary([
            try Template("{{<parent}}{{$a}}given({{$a}}own{{/a}}){{/a}}{{/parent}}", name: "child"),
            try Template("{{$a}}standard{{/a}}", name: "parent"),
        ])
        #expect(try library.render("child", with: [:]) == "given(own)")
    }

    @Test func anUnknownTemplateIsAnError() {
        let error = #expect(throws: TemplateError.self) { try TemplateLibrary().render("none", with: [:]) }
        #expect(error?.description == "none:1:1: there is no template of this name")
    }
}
