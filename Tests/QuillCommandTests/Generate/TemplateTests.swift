import Testing

@Suite("Templates of the user")
struct TemplateTests {
    private func place(_ templates: [String: String]) throws -> Workplace {
        let place = try Workplace(Pets.files)
        for (path, text) in templates { try place.write("mine/" + path, text) }
        return place
    }

    @Test func replaceThoseOfQuill() throws {
        let place = try place([
            "package/README.md.mustache": "The package {{name}}.\n", "notes.txt": "not a template",
            ".hidden.mustache": "{{",
        ])
        let run = place.run("generate", "--templates", "mine")
        #expect(run.errors == "")
        #expect(try place.read("Generated/README.md") == "The package Pets.\n")
        #expect(place.run("generate").timeless.hasPrefix("Generated/: 1 written"))
        try place.write(
            "quill.json", #"{ "document": "pets.yaml", "output": "Generated", "name": "Pets", "templates": "mine" }"#)
        #expect(place.run("generate").code == 0)
        #expect(try place.read("Generated/README.md") == "The package Pets.\n")
    }

    @Test func needAKnownName() throws {
        let place = try place(["package/REDME.md.mustache": ""])
        let run = place.run("generate", "--templates", "mine")
        #expect(run.code == 1)
        #expect(
            run.errors == """
                error: `mine/package/REDME.md.mustache` replaces nothing: there is no template `package/REDME.md` \
                [unknown-template]
                note: did you mean `package/README.md.mustache`?

                """)
        #expect(!place.exists("Generated"))
    }

    @Test(arguments: [
        (
            "One\nTwo {{#open}} three\n",
            """
            mine/package/README.md.mustache:2:5: error: '{{#open}}' is not closed [template]
                2 | Two {{#open}} three
                  |     ^

            """
        ),
        (
            "é {{nothing}}",
            """
            mine/package/README.md.mustache:1:3: error: there is no 'nothing' [template]
                1 | é {{nothing}}
                  |   ^

            """
        ),
    ])
    func areBlamedAtTheirPlace(_ template: String, _ errors: String) throws {
        let place = try place(["package/README.md.mustache": template])
        let run = place.run("generate", "--templates", "mine")
        #expect(run.errors == errors)
        #expect(run.code == 1)
        #expect(!place.exists("Generated"))
    }

    @Test func needAFolder() throws {
        let run = try place([:]).run("generate", "--templates", "none")
        #expect(run.errors.hasPrefix("error: cannot read the folder `none`: "))
        #expect(run.code == 1)
    }
}
