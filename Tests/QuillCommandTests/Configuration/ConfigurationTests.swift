import Testing

@Suite("Configuration")
struct ConfigurationTests {
    private func errors(_ configuration: String) throws -> String {
        let run = try Workplace(["pets.yaml": Pets.document, "quill.json": configuration]).run("generate")
        #expect(run.code == 1)
        #expect(run.output == "")
        return run.errors
    }

    @Test func namesAnUnknownKeyAndTheNearest() throws {
        #expect(
            try errors("{\n  \"document\": \"pets.yaml\",\n  \"ouput\": \"Generated\"\n}\n") == """
                quill.json:3:3: error: the configuration has no key `ouput` [unknown-key]
                    3 |   "ouput": "Generated"
                      |   ^
                note: did you mean `output`?

                """)
    }

    @Test func listsTheKeysWhereNoneIsNear() throws {
        #expect(
            try errors(#"{ "document": "pets.yaml", "pagination": [{ "q": "x", "items": "y" }] }"#).contains(
                "note: the keys are `items`, `next`, `offset`, `limit`\n"))
    }

    @Test(arguments: [
        (#"{ "document": 3 }"#, "quill.json:1:15: error: `document` is a number, where a string is expected"),
        (#"[]"#, "quill.json:1:1: error: the configuration is an array, where an object is expected"),
        (#"{ "scopes": { "key": ["a"] } }"#, "quill.json:1:22: error: `key` is an array, where an object is expected"),
        (
            #"{ "scopes": { "key": { "a": "b" } } }"#,
            "quill.json:1:29: error: `a` is a string, where a list is expected"
        ),
        (
            #"{ "pagination": [{ "next": "next" }] }"#,
            "quill.json:1:18: error: a rule of `pagination` has no `items`, the property with a page's items"
        ),
        (#"{ "name": "My Pets" }"#, "quill.json:1:11: error: `My Pets` cannot be a name in Swift"),
        (#"{ "name": "Haustüre" }"#, "quill.json:1:11: error: `Haustüre` cannot be a name in Swift"),
        (
            #"{ "names": { "operations": { "pets_list": "a-b" } } }"#,
            "quill.json:1:43: error: `a-b` cannot be a name in Swift"
        ),
        (#"{ "names": { "schemas": { "Pet": "_" } } }"#, "quill.json:1:34: error: `_` cannot be a name in Swift"),
        (#"{ "output": "" }"#, "quill.json:1:13: error: `output` is not a path"),
        (#"{ "output": "a\u0000b" }"#, "quill.json:1:13: error: `output` is not a path"),
        (#"{ "output": "x" }"#, "error: `quill.json` has no `document`, and none is given"),
        (#"{ "document": "pets.yaml", "#, "quill.json:1:"),
    ])
    func reportsWhatIsWrongWhereItIs(_ configuration: String, _ expected: String) throws {
        #expect(try errors(configuration).hasPrefix(expected))
    }

    @Test func hasRoomForRemarks() throws {
        let place = try Workplace(["pets.yaml": Pets.document])
        try place.write(
            "quill.json",
            #"{ "$schema": "s.json", "//": 1, "document": "pets.yaml", "// names": [], "names": { "//": "x", "schemas": { "// Pet": "a b" } } }"#
        )
        #expect(place.run("validate").errors == "")
    }

    @Test func reportsEverythingAtOnce() throws {
        let errors = try errors(#"{ "document": 1, "name": 2, "templats": "x" }"#)
        #expect(errors.split(separator: "\n").filter { $0.contains("error: ") }.count == 3)
    }

    @Test func pointsAtNamesForWhatTheDocumentDoesNotHave() throws {
        let place = try Workplace(Pets.files)
        try place.write(
            "quill.json",
            #"{ "document": "pets.yaml", "names": { "operations": { "pets_lst": "all" }, "schemas": { "Pet": "Beast" } } }"#
        )
        #expect(
            place.run("validate").errors == """
                quill.json:1:55: warning: the document has no operation `pets_lst` [unused-name]
                    1 | …ocument": "pets.yaml", "names": { "operations": { "pets_lst": "all" }, "schemas": { "Pet": "Beast" }…
                      |                                                    ^
                note: did you mean `pets_list`?

                """)
    }

    @Test(arguments: [
        ("properties", "Pet.nme", "property"), ("parameters", "pets_list.x", "parameter"),
        ("values", "Pet.x", "value of an enumeration"), ("groups", "x", "group"),
    ])
    func warnsOfNamesForMembersThatAreNotThere(key: String, subject: String, noun: String) throws {
        let place = try Workplace(Pets.files)
        try place.write("quill.json", #"{ "document": "pets.yaml", "names": { "\#(key)": { "\#(subject)": "a" } } }"#)
        #expect(
            place.run("validate").errors.contains("warning: the document has no \(noun) `\(subject)` [unused-name]"))
    }

    // MARK: Finding it

    @Test func isFoundInTheWorkingDirectoryOrInSpec() throws {
        let here = try Workplace(Pets.files)
        #expect(here.run("generate").timeless.hasPrefix("Generated/: "))
        let spec = try Workplace([
            "spec/pets.yaml": Pets.document, "spec/quill.json": #"{ "document": "pets.yaml", "output": "../Out" }"#,
        ])
        #expect(spec.run("generate").timeless.hasPrefix("Out/: "))
        #expect(spec.exists("Out/Package.swift"))
        #expect(spec.run("validate").output == "spec/pets.yaml: no faults\n")
    }

    @Test func besideADocumentCountsWhereItNamesThat() throws {
        let place = try Workplace([
            "a/pets.yaml": Pets.document, "a/other.yaml": Pets.document,
            "a/quill.json": #"{ "document": "./pets.yaml", "output": "Out", "name": "Zoo" }"#,
        ])
        #expect(place.run("generate", "a/pets.yaml").timeless.hasPrefix("a/Out/: "))
        #expect(place.exists("a/Out/Sources/ZooClient"))
        let other = place.run("generate", "a/other.yaml")
        #expect(other.code == 2)
        #expect(other.errors.hasPrefix("error: nowhere to write to: give `--output DIR`"))
    }

    @Test func countsForLessThanOptions() throws {
        let place = try Workplace(Pets.files)
        try place.write("other.yaml", Pets.document.replacing("Pets API", with: "Others"))
        #expect(place.run("generate", "other.yaml", "--config", "quill.json", "--output=Mine", "--name=Our").code == 0)
        #expect(place.exists("Mine/Sources/OurClient"))
        #expect(!place.exists("Generated"))
        #expect(
            place.run("generate", "--config", "missing.json").errors.hasPrefix("error: cannot read `missing.json`: "))
    }

    @Test(arguments: [
        ("Pets API", "Pets"), ("swagger petstore - v2", "SwaggerPetstoreV2"), ("API", "API"), ("Bob's Zoo", "BobsZoo"),
    ])
    func isNotNeededForAName(_ title: String, _ name: String) throws {
        let place = try Workplace(["pets.yaml": Pets.document.replacing("Pets API", with: "\"\(title)\"")])
        #expect(place.run("generate", "pets.yaml", "--output", "Out").code == 0)
        #expect(place.exists("Out/Sources/\(name)Client"))
    }

    @Test(arguments: ["動物", "2048", "!"])
    func isNeededWhereTheTitleMakesNoName(_ title: String) throws {
        let place = try Workplace(["pets.yaml": Pets.document.replacing("Pets API", with: "\"\(title)\"")])
        let run = place.run("generate", "pets.yaml", "--output", "Out")
        #expect(
            run.errors.hasPrefix("error: no name can be made of the document's title `\(title)`; give `--name NAME`"))
        #expect(run.code == 2)
        #expect(!place.exists("Out"))
    }
}
