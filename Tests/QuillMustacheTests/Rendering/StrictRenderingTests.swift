import QuillMustache
import Testing

@Suite struct StrictRenderingTests {
    @Test(arguments: [
        ("let {{name}}:\n  {{tpye}}", "t:2:3: there is no 'tpye'"),
        ("{{name.first}}", "t:1:1: there is no 'name.first'"),
        ("{{#list}}{{{missing}}}{{/list}}", "t:1:10: there is no 'missing'"),
        ("a {{>missing}}", "t:1:3: there is no template 'missing'"),
        ("{{<missing}}{{/missing}}", "t:1:1: there is no template 'missing'"),
        ("{{list}}", "t:1:1: 'list' is a list or an object, and a text is expected"),
    ])
    func whatIsMissingIsAnError(_ text: String, _ expected: String) throws {
        let value: TemplateValue = ["name": "id", "list": ["one"]]
        let template = try Template(text, name: "t")
        let error = #expect(throws: TemplateError.self) {
            try TemplateLibrary([template], strict: true).render("t", with: value)
        }
        #expect(error?.description == expected)
        #expect(throws: Never.self) { try TemplateLibrary([template]).render("t", with: value) }
    }

    @Test func sectionsMayAskForWhatIsMissing() throws {
        let template = try Template("{{#a}}{{b}}{{/a}}{{^a}}none{{/a}}{{null}}", name: "t")
        let library = TemplateLibrary([template], strict: true)
        #expect(try library.render("t", with: ["null": nil]) == "none")
    }
}
