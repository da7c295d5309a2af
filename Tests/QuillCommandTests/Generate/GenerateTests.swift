import Foundation
import Testing

@Suite("quill generate")
struct GenerateTests {
    @Test func writesWhatIsMissingAndLeavesWhatIsThere() throws {
        let place = try Workplace(Pets.files)
        let first = place.run("generate")
        #expect(first.timeless.contains(/^Generated\/: \d+ written, 0 removed, 0 unchanged \(… ms\)\n$/))
        #expect(first.errors == "")
        let times = try place.times("Generated")
        let second = place.run("generate")
        #expect(second.timeless == "Generated/: 0 written, 0 removed, \(times.count - 1) unchanged (… ms)\n")
        #expect(try place.times("Generated") == times)

        try place.write("Generated/Package.swift", "// edited\n")
        try place.write("Generated/Mine.swift", "// mine\n")
        #expect(place.run("generate").timeless.hasPrefix("Generated/: 1 written, 0 removed, "))
        #expect(try place.read("Generated/Mine.swift") == "// mine\n")
    }

    @Test func removesWhatIsNoLongerInTheDocument() throws {
        let place = try Workplace(Pets.files)
        #expect(place.run("generate").code == 0)
        let file = "Generated/Sources/PetsModels/Schemas/Pet.swift"
        try #require(place.exists(file))
        try place.write(
            "pets.yaml",
            Pets.document.replacing("schemas/Pet'", with: "schemas/Animal'").replacing(
                "    Pet:\n", with: "    Animal:\n"))
        #expect(place.run("generate").timeless.contains(", 1 removed, "))
        #expect(!place.exists(file))
    }

    @Test func printsTimesOrNothing() throws {
        let place = try Workplace(Pets.files)
        let verbose = place.run("generate", "--verbose")
        let stages = verbose.errors.split(separator: "\n").map { $0.replacing(/\ +[0-9.]+ ms$/, with: "") }
        #expect(
            stages == [
                "read templates", "read", "resolve", "build the API", "name and lay out", "render", "compare", "write",
            ])
        let quiet = place.run("generate", "--quiet")
        #expect(quiet.output == "")
        #expect(quiet.errors == "")
        #expect(quiet.code == 0)
    }

    // MARK: --check

    @Test func checkAcceptsWhatIsUpToDate() throws {
        let place = try Workplace(Pets.files)
        #expect(place.run("generate").code == 0)
        let count = try place.times("Generated").count - 1
        let run = place.run("generate", "--check")
        #expect(run.timeless == "Generated/: up to date, \(count) files (… ms)\n")
        #expect(run.code == 0)
    }

    @Test func checkPrintsADifferenceThatCanBeApplied() throws {
        let place = try Workplace(Pets.files)
        #expect(place.run("generate").code == 0)
        try place.write("Generated/README.md", "gone\n" + place.read("Generated/README.md"))
        try FileManager.default.removeItem(at: place.url("Generated/Package.swift"))
        let times = try place.times("Generated")

        let check = place.run("generate", "--check")
        #expect(check.code == 1)
        #expect(
            check.errors == """
                error: `Generated/` is not what `pets.yaml` gives: 1 to create, 1 to change, 0 to remove [out-of-date]
                note: `quill generate` without `--check` brings it up to date

                """)
        #expect(check.output.hasPrefix("diff --git a/Package.swift b/Package.swift\nnew file mode 100644\n"))
        #expect(check.output.contains("--- a/README.md\n+++ b/README.md\n@@ -1,4 +1,3 @@\n-gone\n"))
        #expect(try place.times("Generated") == times)
        #expect(place.run("generate", "--check", "--quiet").output == "")

        try place.write("change.patch", check.output)
        let patch = Process()
        patch.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        patch.arguments = ["git", "apply", place.url("change.patch").path]
        patch.currentDirectoryURL = place.url("Generated")
        patch.environment = ProcessInfo.processInfo.environment.merging(
            ["GIT_CEILING_DIRECTORIES": place.folder.deletingLastPathComponent().path]) { $1 }
        try patch.run()
        patch.waitUntilExit()
        guard patch.terminationStatus != 127 else { return print("skipped applying the difference: there is no git") }
        #expect(patch.terminationStatus == 0)
        #expect(place.run("generate", "--check").code == 0)
    }

    @Test func checkComparesWithAFolderThatIsNotThere() throws {
        let place = try Workplace(Pets.files)
        #expect(place.run("generate", "--check").code == 1)
        #expect(!place.exists("Generated"))
    }

    // MARK: Refusing

    @Test func writesNothingWhereTheDocumentIsAtFault() throws {
        let place = try Workplace(Pets.files)
        #expect(place.run("generate").code == 0)
        let times = try place.times("Generated")
        try place.write("pets.yaml", Pets.document.replacing("operationId: feed", with: "operationId: audit"))
        let run = place.run("generate")
        #expect(run.code == 1)
        #expect(run.errors.hasPrefix("pets.yaml:"))
        #expect(run.output == "")
        #expect(try place.times("Generated") == times)
    }

    @Test func keepsFilesOfOthersUnlessForced() throws {
        let place = try Workplace(Pets.files)
        try place.write("Generated/README.md", "mine\n")
        let run = place.run("generate")
        #expect(
            run.errors == """
                error: cannot write to `Generated/`: README.md: exists, differs, and was not written by quill [output]
                note: choose another folder, or overwrite with `--force`

                """)
        #expect(run.code == 1)
        #expect(try place.times("Generated").keys.sorted() == ["README.md"])
        #expect(place.run("generate", "--check").output.contains("\n-mine\n"))
        #expect(place.run("generate", "--force").code == 0)
        #expect(try place.read("Generated/README.md") != "mine\n")
    }

    @Test func saysWhyAFileCannotBeRead() throws {
        let place = try Workplace(["folder/x": "", "latin.yaml": ""])
        try Data([0x6F, 0x3A, 0x20, 0xFC, 0x0A]).write(to: place.url("latin.yaml"))
        func errors(_ document: String) -> String {
            let run = place.run("generate", document, "--output", "Out")
            #expect(run.code == 1)
            return run.errors
        }
        #expect(
            errors("none.yaml") == "error: cannot read `none.yaml`: no such file or directory [unreadable-file]\n")
        #expect(errors("folder") == "error: cannot read `folder`: it is a folder [unreadable-file]\n")
        #expect(errors("/dev/zero") == "error: cannot read `/dev/zero`: it is not a regular file [unreadable-file]\n")
        #expect(
            errors("latin.yaml").hasPrefix(
                "latin.yaml:1:4: error: the byte 0xFC is not valid UTF-8 here [invalid-utf8]\n"))
        #expect(!place.exists("Out"))
    }

    @Test func printsHostileNamesOfFilesAsText() throws {
        let name = "a\u{1B}[31m\nb\u{202E}.yaml"
        let place = try Workplace([name: Pets.document + "\u{1B}: 1\n"])
        let run = place.run("validate", name)
        #expect(!(run.output + run.errors).unicodeScalars.contains("\u{1B}"))
        #expect(run.output.hasPrefix("a\\u{1B}[31m\\u{A}b\\u{202E}.yaml: "))
        #expect(place.run("validate", name + "x").errors.hasPrefix(#"error: cannot read `a\u{1B}[31m\u{A}b"#))
        try place.write(name, Pets.document)
        #expect(place.run("generate", name, "--output", "O\u{1B}\n").output.hasPrefix(#"O\u{1B}\u{A}/: "#))
    }

    @Test func neverReadsOutsideOfTheDocumentsFolder() throws {
        let place = try Workplace(["secret.yaml": "type: string\n"])
        try place.write(
            "in/pets.yaml", Pets.document.replacing("'#/components/schemas/Pet'", with: "'../secret.yaml'"))
        let run = place.run("generate", "in/pets.yaml", "--output", "Out")
        #expect(run.code == 1)
        #expect(run.errors.contains("[reference-outside-folder]"))
    }

    @Test func followsReferencesBesideTheDocument() throws {
        let place = try Workplace(["in/models/text.yaml": "Name:\n  type: string\n"])
        try place.write(
            "in/pets.yaml",
            Pets.document.replacing(
                "name:\n          type: string", with: "name:\n          $ref: 'models/text.yaml#/Name'"))
        let run = place.run("generate", "in/pets.yaml", "--output", "Out")
        #expect(run.errors == "")
        #expect(run.code == 0)
    }
}
