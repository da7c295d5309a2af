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

    @Test func isNotWrittenWhereNothingHasAnotherName() throws {
        let place = try Workplace(["old.yaml": Pets.document, "new.yaml": Pets.document])
        let run = place.run("generate", "new.yaml", "--output", "Out", "--name", "Pets", "--aliases-from", "old.yaml")
        #expect(run.code == 0)
        #expect(!place.exists("Out/Sources/PetsModels/FormerNames.swift"))
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
