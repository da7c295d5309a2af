import Foundation
import QuillOutput
import Testing

@testable import QuillCommand

@Suite("Dependency files")
struct DependencyFileTests {
    @Test func listWhatATargetWasMadeFrom() throws {
        let file = try DependencyFile(target: "out/api.stamp", prerequisites: ["api.yaml", "parts/pet.yaml"])
        #expect(
            file.text == #"""
                out/api.stamp: \
                    api.yaml \
                    parts/pet.yaml

                api.yaml:
                parts/pet.yaml:

                """#)
    }

    @Test(arguments: [
        ("plain.yaml", "plain.yaml"),
        ("my file.yaml", #"my\ file.yaml"#),
        ("a#1.yaml", ##"a\#1.yaml"##),
        ("$HOME$.yaml", "$$HOME$$.yaml"),
        ("C:x.yaml", #"C\:x.yaml"#),
        (#"back\slash.yaml"#, #"back\slash.yaml"#),
        (#"back\ space.yaml"#, #"back\\\ space.yaml"#),
        ("~x.yaml", "./~x.yaml"),
    ])
    func escapeWhatWouldEndAWord(_ path: String, _ word: String) {
        #expect(DependencyFile.escaped(path) == word)
    }

    @Test func refuseWhatTheFormatCannotExpress() {
        #expect(throws: (any Error).self) { try DependencyFile(target: "x", prerequisites: ["a\nb"]) }
    }

    /// A document with a reference to a file whose name needs every escape.
    private func place() throws -> Workplace {
        let place = try Workplace(["in/my models/te$t #1.yaml": "Name:\n  type: string\n"])
        try place.write(
            "in/pets.yaml",
            Pets.document.replacing(
                "name:\n          type: string",
                with: "name:\n          $ref: 'my%20models/te$t%20%231.yaml#/Name'"))
        try place.write(
            "in/quill.json",
            """
            { "document": "pets.yaml", "name": "Pets", "templates": "mine", "overlays": ["mend.yaml"], "patches": ["fix.json"],
              "diff": { "ignore": [{ "rule": "api-*", "reason": "agreed" }] } }
            """)
        try place.write(
            "in/mend.yaml",
            "{overlay: 1.0.0, info: {title: Mend, version: '1'}, actions: [{target: $.info, update: {version: '2'}}]}")
        try place.write("in/fix.json", #"[{"op": "replace", "path": "/info/version", "value": "3"}]"#)
        try place.write("in/mine/package/README.md.mustache", "Mine.\n")
        return place
    }

    @Test func nameEverythingThatWasRead() throws {
        let place = try place()
        let run = place.run(
            "generate", "in/pets.yaml", "--output", "Out", "--depfile", "state/out.d", "--stamp", "state/out.stamp")
        #expect(run.errors == "")
        let lines = try place.read("state/out.d").split(separator: "\n")
        let files = lines.filter { $0.hasPrefix("    ") }.map {
            $0.drop { $0 == " " }.replacing(#/ \\$/#, with: "")
        }
        #expect(
            files.sorted() == [
                "in/fix.json", "in/mend.yaml", "in/mine", "in/mine/package", "in/mine/package/README.md.mustache",
                ##"in/my\ models/te$$t\ \#1.yaml"##,
                "in/pets.yaml", "in/quill.json",
            ])
        #expect(lines.first == #"state/out.stamp: \"#)
    }

    @Test func haveTheManifestAsTargetWithoutAStamp() throws {
        let place = try Workplace(Pets.files)
        #expect(place.run("generate", "--depfile", "out.d").code == 0)
        #expect(try place.read("out.d").hasPrefix("Generated/.quill-manifest: \\\n"))
    }

    @Test func areNotWrittenWhereTheDocumentIsAtFault() throws {
        let place = try Workplace(Pets.files)
        try place.write("pets.yaml", "openapi: 3.1.0\n")
        #expect(place.run("generate", "--depfile", "out.d", "--stamp", "out.stamp").code == 1)
        #expect(!place.exists("out.d"))
        #expect(!place.exists("out.stamp"))
    }

    @Test func theStampHasTheTimeOfTheStartAndOutputsKeepTheirs() throws {
        let place = try Workplace(Pets.files)
        #expect(place.run("generate", "--stamp", "out.stamp").code == 0)
        let outputs = try place.times("Generated")
        let first = try #require(FileTime(ofFileAt: place.url("out.stamp").path))
        Thread.sleep(forTimeInterval: 0.02)
        #expect(place.run("generate", "--stamp", "out.stamp").code == 0)
        let second = try #require(FileTime(ofFileAt: place.url("out.stamp").path))
        #expect(first != second)
        #expect(try place.times("Generated") == outputs)
    }
}
