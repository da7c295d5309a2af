import Foundation
import Testing

@Suite("quill validate")
struct ValidateTests {
    @Test func passesWhatIsRight() throws {
        let run = try Workplace(Pets.files).run("validate")
        #expect(run.output == "pets.yaml: no faults\n")
        #expect(run.errors == "")
        #expect(run.code == 0)
    }

    @Test func countsEverythingThatIsWrong() throws {
        let place = try Workplace(Pets.files)
        try place.write(
            "pets.yaml",
            Pets.document.replacing("schemas/Pet'", with: "schemas/Pat'").replacing(
                "openapi: 3.1.0", with: "openapi: 3.1.0\nx: 1"))
        let run = place.run("validate")
        #expect(run.output == "pets.yaml: 2 errors, 1 warning\n")
        #expect(run.errors.contains("did you mean `Pet`?"))
        #expect(run.code == 1)
    }

    @Test func printsJSON() throws {
        let place = try Workplace(Pets.files)
        #expect(place.run("validate", "--json").output == "[]\n")
        try place.write("pets.yaml", Pets.document.replacing("schemas/Pet'", with: "schemas/Pat'"))
        let run = place.run("validate", "--json")
        #expect(run.code == 1)
        #expect(run.errors == "")
        let found = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
        #expect(found?.map { $0["code"] as? String } == ["unresolved-reference", "unresolved-reference"])
        #expect(found?.first?["file"] as? String == "pets.yaml")
        let missing = place.run("validate", "none.yaml", "--json")
        #expect(missing.code == 1)
        #expect(missing.output.contains(#""file": null"#))
    }
}
