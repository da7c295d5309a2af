import Foundation
import QuillOutput
import Testing

@Suite struct OutputFolderTests {
    private let manifestHeader = "# Written by quill, which changes and removes only what is listed here.\n"

    @Test func aFirstRunWritesEverythingAndTheManifest() throws {
        let folder = try TemporaryFolder()
        let plan = try folder.write(["b/c.txt": "c", "a.txt": "a", "b/d/#e.txt": ""])
        #expect(plan.created.map(\.path) == ["a.txt", "b/c.txt", "b/d/#e.txt"])
        #expect(plan.changed.isEmpty && plan.unchanged.isEmpty && plan.stale.isEmpty && !plan.isUpToDate)
        #expect(folder.contents() == [".quill-manifest", "a.txt", "b/", "b/c.txt", "b/d/", "b/d/#e.txt"])
        #expect(folder.text(at: "b/c.txt") == "c")
        #expect(folder.text(at: ".quill-manifest") == manifestHeader + "a.txt\nb/c.txt\nb/d/#e.txt\n")
    }

    @Test func aSecondRunTouchesNothing() throws {
        let folder = try TemporaryFolder()
        let files = ["a.txt": "a", "b/c.txt": "c"]
        try folder.write(files)
        let before = try folder.stamps()
        let plan = try folder.write(files)
        #expect(plan.isUpToDate)
        #expect(plan.unchanged == ["a.txt", "b/c.txt"])
        #expect(plan.differences() == "")
        #expect(try folder.stamps() == before)
    }

    @Test func onlyFilesThatDifferAreTouched() throws {
        let folder = try TemporaryFolder()
        try folder.write(["a.txt": "a", "b.txt": "b"])
        let before = try folder.stamps()
        let plan = try folder.write(["a.txt": "a", "b.txt": "new"])
        let after = try folder.stamps()
        #expect(plan.changed.map(\.file.path) == ["b.txt"])
        #expect(plan.changed.map(\.previous) == [Array("b".utf8)])
        #expect(folder.text(at: "b.txt") == "new")
        #expect(before["a.txt"] == after["a.txt"])
        #expect(before[".quill-manifest"] == after[".quill-manifest"])
    }

    @Test func staleFilesAndTheirEmptyFoldersAreRemoved() throws {
        let folder = try TemporaryFolder()
        try folder.write(["a.txt": "a", "b/c/d.txt": "d", "b/e.txt": "e", "f/g.txt": "g"])
        try folder.put("mine", at: "f/mine.txt")
        let plan = try folder.write(["a.txt": "a"])
        #expect(plan.stale.map(\.path) == ["b/c/d.txt", "b/e.txt", "f/g.txt"])
        #expect(folder.contents() == [".quill-manifest", "a.txt", "f/", "f/mine.txt"])
        #expect(folder.text(at: ".quill-manifest") == manifestHeader + "a.txt\n")
    }

    @Test func filesOfOthersAreNeitherRemovedNorOverwritten() throws {
        let folder = try TemporaryFolder()
        try folder.put("mine", at: "a.txt")
        try folder.put("mine", at: "b.txt")
        try folder.put("mine", at: "c.txt")
        let error = #expect(throws: OutputError.self) { try folder.plan(["a.txt": "a", "b.txt": "b", "d.txt": "d"]) }
        #expect(error?.description == "a.txt: exists, differs, and was not written by quill; so does 1 other file")
        #expect(folder.contents() == ["a.txt", "b.txt", "c.txt"])

        try folder.write(["a.txt": "a", "b.txt": "b", "d.txt": "d"], force: true)
        #expect(folder.text(at: "a.txt") == "a")
        #expect(folder.text(at: "c.txt") == "mine")
    }

    @Test func aFileOfOthersThatIsEqualIsTakenOver() throws {
        let folder = try TemporaryFolder()
        try folder.put("a", at: "a.txt")
        let plan = try folder.write(["a.txt": "a"])
        #expect(plan.unchanged == ["a.txt"] && !plan.isUpToDate)
        #expect(folder.text(at: ".quill-manifest") == manifestHeader + "a.txt\n")
        #expect(try folder.plan(["a.txt": "a"]).isUpToDate)
    }

    @Test func aRunAfterAnInterruptionCompletesTheSet() throws {
        let folder = try TemporaryFolder()
        try folder.write(["a.txt": "old", "b/c.txt": "old"])
        // What a run leaves that ends while it writes the second of its files.
        try folder.put(manifestHeader + "a.txt\nb/c.txt\nb/d.txt\ne/f.txt\n", at: ".quill-manifest")
        try folder.put("new", at: "b/d.txt")
        try folder.put("ne", at: "e/.quill-4711-0.tmp")
        try folder.put("x", at: ".quill-4711-0.tmp")
        try folder.put("not ours", at: "b/.quill-x.tmp")
        try folder.write(["b/d.txt": "new", "e/f.txt": "new"])
        #expect(folder.contents() == [".quill-manifest", "b/", "b/.quill-x.tmp", "b/d.txt", "e/", "e/f.txt"])
    }

    @Test func leftoversOfAnInterruptedRunAreRemovedEvenWhenNothingElseChanges() throws {
        let folder = try TemporaryFolder()
        try folder.write(["a/b.txt": "b"])
        try folder.put("ne", at: "a/.quill-4711-12.tmp")
        #expect(try folder.write(["a/b.txt": "b"]).isUpToDate)
        #expect(folder.contents() == [".quill-manifest", "a/", "a/b.txt"])
    }

    @Test func filesAndFoldersChangePlaces() throws {
        let folder = try TemporaryFolder()
        try folder.write(["a": "file", "b/c": "file"])
        try folder.write(["a/d": "file", "b": "file"])
        #expect(folder.contents() == [".quill-manifest", "a/", "a/d", "b"])
        #expect(try folder.plan(["a/d": "file", "b": "file"]).isUpToDate)
    }

    @Test func aFileThatIsRenamedInCaseOnlyIsNotLost() throws {
        let folder = try TemporaryFolder()
        try folder.write(["user.swift": "x", "a.swift": "a"])
        // A disk that does not tell upper from lower case knows one file by both names, as a hard link does.
        if !FileManager.default.fileExists(atPath: folder.place("User.swift").path) {
            try FileManager.default.linkItem(at: folder.place("user.swift"), to: folder.place("User.swift"))
        }
        try folder.write(["User.swift": "x", "a.swift": "a"])
        #expect(folder.contents() == [".quill-manifest", "User.swift", "a.swift"])
    }

    @Test func linksThatLeadOutAreNotFollowed() throws {
        let folder = try TemporaryFolder()
        let outside = folder.url.appendingPathComponent("outside")
        try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
        try folder.put("", at: "real/mine.txt")
        try FileManager.default.createSymbolicLink(at: folder.place("out"), withDestinationURL: outside)
        try FileManager.default.createSymbolicLink(at: folder.place("in"), withDestinationURL: folder.place("real"))

        let error = #expect(throws: OutputError.self) { try folder.plan(["out/a/b.txt": "b"]) }
        #expect(
            error?.description == "out/a/b.txt: 'out' is a symbolic link that leads out of the output folder")
        try folder.write(["in/a.txt": "a"])
        #expect(folder.text(at: "real/a.txt") == "a")
        #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path) == [])
    }

    @Test func aLinkInThePlaceOfAFileIsReplacedAndItsTargetLeftAlone() throws {
        let folder = try TemporaryFolder()
        let outside = folder.url.appendingPathComponent("outside.txt")
        try Data("mine".utf8).write(to: outside)
        try folder.write(["a.txt": "a", "b.txt": "b"])
        for name in ["a.txt", "b.txt"] {
            try FileManager.default.removeItem(at: folder.place(name))
            try FileManager.default.createSymbolicLink(at: folder.place(name), withDestinationURL: outside)
        }
        try folder.write(["a.txt": "a"])
        #expect(folder.text(at: "a.txt") == "a")
        #expect(folder.contents() == [".quill-manifest", "a.txt"])
        #expect(try Data(contentsOf: outside) == Data("mine".utf8))
    }

    @Test func aManifestThatLeadsOutIsRefused() throws {
        let folder = try TemporaryFolder()
        try folder.put(manifestHeader + "a.txt\n../../victim\n", at: ".quill-manifest")
        let error = #expect(throws: OutputError.self) { try folder.plan([:]) }
        #expect(
            error?.description
                == ".quill-manifest:3: is not the path of a file in this folder; mend the line or remove it")
    }

    @Test func aManifestWithOtherLineEndsIsRead() throws {
        let folder = try TemporaryFolder()
        try folder.put("# header\r\n\r\na.txt\r\nb.txt", at: ".quill-manifest")
        try folder.put("a", at: "a.txt")
        try folder.put("b", at: "b.txt")
        try folder.write(["a.txt": "new"])
        #expect(folder.contents() == [".quill-manifest", "a.txt"])
    }

    @Test func whatTheDiskRefusesIsAnErrorWithThePath() throws {
        let folder = try TemporaryFolder()
        try folder.put("mine", at: "a")
        let error = #expect(throws: OutputError.self) { try folder.write(["a/b.txt": "b"]) }
        #expect(error == OutputError(path: "a/b.txt", reason: .disk("Not a directory")))
        #expect(folder.text(at: "a") == "mine")
    }

    @Test func aFolderOfOthersInThePlaceOfAFileIsLeftAlone() throws {
        let folder = try TemporaryFolder()
        try folder.put("mine", at: "a/mine.txt")
        let error = #expect(throws: OutputError.self) { try folder.write(["a": "a"]) }
        #expect(error?.path == "a")
        #expect(folder.contents() == [".quill-manifest", "a/", "a/mine.txt"])
    }
}
