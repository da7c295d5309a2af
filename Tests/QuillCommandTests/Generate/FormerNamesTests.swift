import Testing

@testable import QuillCommand

@Suite struct FormerNamesTests {
    private static let renamed = Pets.document.replacing("schemas/Pet'", with: "schemas/Animal'")
        .replacing("    Pet:\n", with: "    Animal:\n")

    @Test func staysAsDeprecatedAliases() throws {
        let place = try Workplace(["old.yaml": Pets.document, "new.yaml": Self.renamed])
        let run = place.run("generate", "new.yaml", "--output", "Out", "--name", "Pets", "--aliases-from", "old.yaml")
        #expect(run.code == 0, "\(run.errors)")
        let text = try place.read("Out/Sources/PetsModels/FormerNames.swift")
        #expect(text.contains("@available(*, deprecated, renamed: \"Animal\")\npublic typealias Pet = Animal\n"))
        #expect(
            text.contains("@available(*, deprecated, renamed: \"AnimalKind\")\npublic typealias PetKind = AnimalKind\n")
        )
    }

    @Test func keepsMethodsThatAreCalledOtherwise() throws {
        let renamed = Pets.document.replacing("operationId: pets_create", with: "operationId: pets_add")
        let place = try Workplace(["old.yaml": Pets.document, "new.yaml": renamed])
        let run = place.run("generate", "new.yaml", "--output", "Out", "--name", "Pets", "--aliases-from", "old.yaml")
        #expect(run.code == 0, "\(run.errors)")
        #expect(
            try place.read("Out/Sources/PetsClient/FormerCalls.swift").contains(
                """
                nonisolated extension PetsClient.Pets {
                    @available(*, deprecated, renamed: "add")
                    public func create(body: Pet) async throws where Access: Scope.PetWrite {
                        try await add(body: body)
                    }
                }

                """))
    }

    @Test func keepsGroupsThatAreGone() throws {
        let moved = Pets.document.replacing("tags: [pets]", with: "tags: [animals]").replacing(
            "- name: pets", with: "- name: animals")
        let place = try Workplace(["old.yaml": Pets.document, "new.yaml": moved])
        let run = place.run("generate", "new.yaml", "--output", "Out", "--name", "Pets", "--aliases-from", "old.yaml")
        #expect(run.code == 0, "\(run.errors)")
        let text = try place.read("Out/Sources/PetsClient/FormerCalls.swift")
        #expect(text.contains("public var pets: Pets { Pets(sender: sender) }"))
        #expect(text.contains("@available(*, deprecated, message: \"it is client.animals."))
        #expect(text.contains("try await PetsClient.Animals(sender: sender)."))
    }

    @Test func namesARevisionAsItsConfigurationDid() async throws {
        let place = try Workplace([
            "api.yaml": Pets.document, "quill.json": #"{"document": "api.yaml", "output": "Out", "name": "Pets"}"#,
        ])
        try await DiffTests.git(["init", "-q", "-b", "main"], in: place)
        try await DiffTests.git(["add", "."], in: place)
        try await DiffTests.git(["commit", "-q", "-m", "Add"], in: place)
        try place.write(
            "quill.json",
            #"{"document": "api.yaml", "output": "Out", "name": "Pets", "names": {"operations": {"pets_create": "add"}}}"#
        )
        let run = place.run("generate", "--aliases-from", "main:api.yaml")
        #expect(run.code == 0, "\(run.errors)")
        #expect(try place.read("Out/Sources/PetsClient/FormerCalls.swift").contains("public func create("))
    }

    @Test func isNotWrittenWhereNothingHasAnotherName() throws {
        let place = try Workplace(["old.yaml": Pets.document, "new.yaml": Pets.document])
        let run = place.run("generate", "new.yaml", "--output", "Out", "--name", "Pets", "--aliases-from", "old.yaml")
        #expect(run.code == 0)
        #expect(!place.exists("Out/Sources/PetsModels/FormerNames.swift"))
        #expect(!place.exists("Out/Sources/PetsClient/FormerCalls.swift"))
    }

    @Test func isToldToThoseWhoMove() throws {
        let renamed = Self.renamed.replacing("operationId: pets_create", with: "operationId: pets_add")
        let place = try Workplace(["old.yaml": Pets.document, "new.yaml": renamed])
        let text = place.run("diff", "old.yaml", "new.yaml", "--migration").output
        #expect(text.contains("## Names in Swift\n\n| before | now |\n| --- | --- |\n| `Pet` | `Animal` |\n"))
        #expect(text.contains("| `client.pets.create` | `client.pets.add` |"))
        let report = place.run("diff", "old.yaml", "new.yaml")
        #expect(report.code == 0)
        #expect(report.output.contains("A schema has another name: Pet → Animal [api-schema-renamed]"))
    }
}
