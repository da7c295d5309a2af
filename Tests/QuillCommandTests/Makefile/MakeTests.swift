import Foundation
import TestThreads
import Testing

/// The fragment of `quill makefile`, driven by the real make with the real command.
@Suite("A Makefile with quill's fragment", .enabled(if: Make.isThere, "there is no make"))
struct MakeTests {
    private func place() throws -> (Workplace, Make) {
        let place = try Workplace([
            "spec/parts/text (1).yaml": "Name:\n  type: string\n",
            "Makefile": """
            QUILL = \(try Make.quill())
            include quill.mk
            all: a b c
            a b c: $(QUILL_STAMP)
            \t@echo $@ >> made

            """,
        ])
        try place.write("spec/quill.json", #"{ "document": "pets.yaml", "name": "Pets" }"#)
        try place.write("spec/pets.yaml", Self.document(title: "Pets API"))
        try place.write("quill.mk", place.run("makefile", "spec/pets.yaml").output)
        return (place, Make(folder: place.folder))
    }

    private static func document(title: String) -> String {
        Pets.document.replacing("Pets API", with: title).replacing(
            "name:\n          type: string", with: "name:\n          $ref: 'parts/text%20(1).yaml#/Name'")
    }

    @Test func regeneratesWhatChangedAndNothingElse() async throws {
        let (place, make) = try place()
        #expect(try await make.run("generate").contains("written"))
        #expect(try await make.run("generate").contains("written") == false)

        for file in ["spec/parts/text (1).yaml", "spec/pets.yaml", "spec/quill.json"] {
            let times = try place.times("Generated")
            try place.touch(file)
            #expect(try await make.run("generate").contains("Generated/: 0 written"), "\(file)")
            #expect(try await make.run("generate").contains("written") == false, "\(file)")
            #expect(try place.times("Generated") == times)
        }

        try place.write("spec/parts/text (1).yaml", "Name:\n  type: string\n  format: uuid\n")
        #expect(try await make.run("generate").contains("Generated/: 1 written"))
        #expect(try await make.run("check").contains("up to date"))

        try FileManager.default.removeItem(at: place.url("Generated"))
        #expect(try await make.run("generate").contains("written, 0 removed, 0 unchanged"))
        #expect(try await make.run("generate", "QUILL_OPTIONS=--name Animals").contains("written"))
        #expect(place.exists("Generated/Sources/AnimalsClient"))
        #expect(try await make.run("generate", "QUILL_OPTIONS=--name Animals").contains("written") == false)
    }

    @Test func survivesThatAReferencedFileGoes() async throws {
        let (place, make) = try place()
        _ = try await make.run("generate")
        try FileManager.default.removeItem(at: place.url("spec/parts/text (1).yaml"))
        try place.write("spec/pets.yaml", Pets.document)
        #expect(try await make.run("generate").contains("written"))
        #expect(try await make.run("generate").contains("written") == false)
    }

    @Test func failsAgainUntilTheDocumentIsMended() async throws {
        let (place, make) = try place()
        _ = try await make.run("generate")
        try place.write("spec/pets.yaml", "openapi: 3.1.0\n")
        await #expect(throws: Make.Failure.self) { try await make.run("generate") }
        await #expect(throws: Make.Failure.self) { try await make.run("generate") }
        try place.write("spec/pets.yaml", Self.document(title: "Pets API"))
        #expect(try await make.run("generate").contains("written"))
    }

    @Test func runsOnceForManyThatWaitForIt() async throws {
        let (place, make) = try place()
        let output = try await make.run("-j8", "all", "generate")
        #expect(output.split(separator: "\n").filter { $0.contains("written") }.count == 1)
        #expect(Set(try place.read("made").split(separator: "\n")) == ["a", "b", "c"])
    }

    @Test func checksWhatIsGeneratedAtTheSameTime() async throws {
        let (place, make) = try place()
        for round in 0..<5 {
            try place.write("spec/pets.yaml", Self.document(title: "Pets API \(round)"))
            #expect(try await make.run("-j8", "check", "generate").contains("up to date"), "round \(round)")
        }
        // On its own it writes nothing.
        try place.write("spec/pets.yaml", Self.document(title: "Pets"))
        await #expect(throws: Make.Failure.self) { try await make.run("check") }
        await #expect(throws: Make.Failure.self) { try await make.run("check") }
    }

    @Test func completesWhatWasKilledAtAnyMoment() async throws {
        let (place, make) = try place()
        _ = try await make.run("generate")
        let reference = try Workplace()
        var interrupted = 0
        for round in 0..<25 {
            // Every round changes each file, by the title in its first line.
            let title = "Pets API \(round)"
            try place.write("spec/pets.yaml", Self.document(title: title))
            if try await make.kill(after: Double(Int.random(in: 0...200)) / 1_000) { interrupted += 1 }
            _ = try await make.run("generate")
            let expected = Run(
                [
                    "generate", place.url("spec/pets.yaml").path, "--name", "Pets", "--output",
                    reference.url("Out").path,
                ],
                in: reference.folder.path)
            #expect(expected.code == 0)
            #expect(try place.texts("Generated") == reference.texts("Out"), "round \(round)")
            #expect(try await make.run("generate").contains("written") == false)
        }
        print("killed in the midst: \(interrupted) of 25 runs; the next one completed each")
    }

    @Test func undoesWhatAnotherCommandDidThatWasNotCompleted() async throws {
        let (place, make) = try place()
        // Ends without success after everything is written and the stamp renewed.
        try place.write("quill-or-not", "#!/bin/sh\n\"\(try Make.quill())\" \"$@\" && test ! -e stop\n")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: place.url("quill-or-not").path)
        _ = try await make.run("generate", "QUILL=./quill-or-not")

        try place.write("stop", "")
        await #expect(throws: Make.Failure.self) {
            try await make.run("generate", "QUILL=./quill-or-not", "QUILL_OPTIONS=--name Animals")
        }
        #expect(place.exists("Generated/Sources/AnimalsClient"))
        try FileManager.default.removeItem(at: place.url("stop"))
        #expect(try await make.run("generate", "QUILL=./quill-or-not").contains("written"))
        #expect(try await make.run("check", "QUILL=./quill-or-not").contains("up to date"))
        #expect(try await make.run("generate", "QUILL=./quill-or-not").contains("written") == false)
    }

    @Test func servesSeveralDocumentsInOneMakefile() async throws {
        let place = try Workplace([
            "Makefile": "QUILL = \(try Make.quill())\ninclude cats.mk\ninclude dogs.mk\n",
            "cats.yaml": Pets.document, "dogs.yaml": Pets.document,
        ])
        for name in ["cats", "dogs"] {
            let fragment = place.run(
                "makefile", "\(name).yaml", "--output", "Out/\(name)", "--prefix", name.uppercased())
            try place.write("\(name).mk", fragment.output)
        }
        let make = Make(folder: place.folder)
        _ = try await make.run("generate-dogs")
        #expect(place.exists("Out/dogs/Package.swift") && !place.exists("Out/cats"))
        _ = try await make.run("-j4", "generate")
        _ = try await make.run("-j4", "check")
        #expect(place.exists("Out/cats/Package.swift"))
    }

    @Test func isWhatThisRepositoryIncludes() throws {
        let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../..").standardizedFileURL
        let printed = Run(["makefile", "spec/posthog.yaml", "--output", "Generated"], in: root.path).output
        #expect(try String(contentsOf: root.appendingPathComponent("spec/quill.mk"), encoding: .utf8) == printed)
    }

    @Test func refusesWhatMakeWouldTakeApart() throws {
        let place = try Workplace()
        #expect(place.run("makefile", "my spec.yaml").code == 2)
        #expect(place.run("makefile", "a.yaml", "--output", "$(shell id)").code == 2)
        #expect(place.run("makefile", "a.yaml", "--prefix", "A-B").code == 2)
    }
}

/// Runs make in a folder.
struct Make {
    let folder: URL

    /// What it printed when it failed.
    struct Failure: Error { let output: String }

    static var isThere: Bool {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/make") }
    }

    /// The path of the command that was built with these tests.
    static func quill() throws -> String {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        let products = (bundle ?? URL(fileURLWithPath: CommandLine.arguments[0])).deletingLastPathComponent()
        let quill = products.appendingPathComponent("quill").path
        try #require(FileManager.default.isExecutableFile(atPath: quill), "there is no \(quill)")
        return quill
    }

    /// - Returns: what was printed.
    func run(_ arguments: String...) async throws -> String {
        let make = try await Subprocess.run(["make"] + arguments, in: folder)
        if make.status != 0 { throw Failure(output: make.output) }
        return make.output
    }

    /// Starts `make generate` and ends it and all that it started without a chance to react.
    ///
    /// - Returns: whether it was still at work.
    func kill(after seconds: Double) async throws -> Bool {
        // A job of its own is a process group of its own.
        let script = "set -m; make generate >/dev/null 2>&1 & sleep $1; kill -9 -- -$! 2>/dev/null; wait $!"
        return try await Subprocess.run(["bash", "-c", script, "bash", "\(seconds)"], in: folder).status != 0
    }

}

extension Workplace {
    /// Sets a file's time to now, its contents untouched.
    func touch(_ path: String) throws {
        try FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: url(path).path)
    }

    /// Every file below a folder with its contents.
    func texts(_ path: String) throws -> [String: Data] {
        try times(path).keys.reduce(into: [:]) { $0[$1] = try Data(contentsOf: url(path + "/" + $1)) }
    }
}
