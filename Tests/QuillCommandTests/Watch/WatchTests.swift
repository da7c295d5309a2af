import Foundation
import QuillCommand
import Testing

@Suite("quill generate --watch")
struct WatchTests {
    /// Runs until the steps are used up: each is taken while the command waits for a change, when it has seen that
    /// nothing changes any more.
    private func watch(_ place: Workplace, _ arguments: [String], steps: [() throws -> Void]) -> (code: Int32, String) {
        var text = ""
        var steps = steps[...]
        var pauses = 0
        let console = Console(isTerminal: false) { text += $0 }
        let code = QuillCommand.run(
            arguments: ["generate", "--watch"] + arguments, environment: { _ in nil },
            workingDirectory: place.folder.path, standardOutput: console, standardError: console,
            pause: { time in
                guard time > .zero else { return true }
                // Times of files differ by the system's clock.
                Thread.sleep(forTimeInterval: 0.02)
                pauses += 1
                guard pauses % 4 == 0 else { return true }
                guard let step = steps.popFirst() else { return false }
                try? step()
                return true
            })
        return (code, text.replacing(/\([0-9]+ ms\)/, with: "(… ms)").replacing(/\d+ unchanged/, with: "… unchanged"))
    }

    @Test func generatesOnceForEachChange() throws {
        let place = try Workplace(Pets.files)
        _ = place.run("generate")
        let (code, text) = watch(
            place, [],
            steps: [
                { try place.write("pets.yaml", Pets.document.replacing("enum: [cat, dog]", with: "enum: [cat, eel]")) },
                { try place.write("other.yaml", "not watched") },
                { try place.touch("quill.json") },
            ])
        #expect(
            text == """
                Generated/: 0 written, 0 removed, … unchanged (… ms)
                watching 2 files
                Generated/: 1 written, 0 removed, … unchanged (… ms)
                Generated/: 0 written, 0 removed, … unchanged (… ms)

                """)
        #expect(code == 0)
    }

    @Test func seesAConfigurationThatComes() throws {
        let place = try Workplace(["api.yaml": Pets.document])
        let (_, text) = watch(
            place, ["api.yaml", "--output", "Out"],
            steps: [{ try place.write("quill.json", #"{"document": "api.yaml", "name": "Zoo"}"#) }])
        #expect(text.contains("watching 1 file\n"))
        #expect(text.contains("watching 2 files\n"))
        #expect(place.exists("Out/Sources/ZooModels"))
    }

    @Test func survivesWhatIsWrong() throws {
        let place = try Workplace(Pets.files)
        let (code, text) = watch(
            place, ["--quiet"],
            steps: [
                { try place.write("pets.yaml", "openapi: 3.1.0\n") },
                { try FileManager.default.removeItem(at: place.url("pets.yaml")) },
                { try place.write("pets.yaml", Pets.document.replacing("name:\n", with: "label:\n")) },
            ])
        #expect(text.contains("pets.yaml:1:1: error: "))
        #expect(text.contains("cannot read `pets.yaml`"))
        #expect(try place.read("Generated/Sources/PetsModels/Schemas/Pet.swift").contains("label"))
        #expect(code == 0)
    }

    @Test func followsFilesThatAreReferredToSince() throws {
        let place = try Workplace(Pets.files)
        let (_, text) = watch(
            place, [],
            steps: [
                {
                    try place.write("name.yaml", "type: string\n")
                    try place.write(
                        "pets.yaml",
                        Pets.document.replacing(
                            "name:\n          type: string", with: "name:\n          $ref: 'name.yaml'"))
                },
                { try place.write("name.yaml", "type: integer\n") },
            ])
        #expect(text.contains("watching 3 files"))
        #expect(try place.read("Generated/Sources/PetsModels/Schemas/Pet.swift").contains("name: Int"))
    }

    @Test func endsAtOnceWhereThereIsNothingToWatch() throws {
        #expect(watch(try Workplace(), [], steps: []).code == 2)
        #expect(try Workplace(Pets.files).run("generate", "--watch", "--check").code == 2)
    }
}
