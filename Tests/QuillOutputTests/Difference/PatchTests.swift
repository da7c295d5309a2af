import Foundation
import QuillOutput
import TestThreads
import Testing

/// Differences are applied by the programs that they are written for.
@Suite struct PatchTests {
    private static let tools = ["git", "patch"].compactMap { name in
        ["/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/", "/bin/"].map { $0 + name }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    @Test(arguments: ["git", "patch"])
    func applyingDifferencesGivesTheOutput(_ name: String) async throws {
        guard let tool = Self.tools.first(where: { $0.hasSuffix("/" + name) }) else {
            print("Applying differences with \(name): skipped, there is no \(name) here")
            return
        }
        var random = Numbers(seed: 3)
        for round in 0..<12 {
            let folder = try TemporaryFolder()
            let old = files(&random)
            try folder.write(old)
            let new = files(&random)
            let plan = try folder.plan(new)
            let patch = folder.url.appendingPathComponent("patch")
            try Data(plan.differences(context: round % 4).utf8).write(to: patch)
            let arguments =
                name == "git"
                ? ["apply", "--unidiff-zero", "--whitespace=nowarn", patch.path]
                : ["-p1", "-s", "-E", "--no-backup-if-mismatch", "-i", patch.path]
            try await apply(tool, arguments, in: folder)
            #expect(try folder.plan(new).differences() == "", "round \(round)")
            for (path, text) in new { #expect(folder.text(at: path) == text) }
        }
    }

    /// Some of a few files, with lines that repeat, with and without a final line feed. `patch` reads no name with a
    /// quotation mark and can make no empty file, so there are none.
    private func files(_ random: inout Numbers) -> [String: String] {
        var files: [String: String] = [:]
        for path in ["a.txt", "b/with space.txt", "b/é.txt", "c/d/e.txt", "c/f.txt"] where random.next(below: 3) > 0 {
            let lines = (0...random.next(below: 40)).map { _ in "line \(random.next(below: 8))" }
            files[path] = lines.joined(separator: "\n") + (random.next(below: 2) == 0 ? "\n" : "")
        }
        return files
    }

    @Test func gitMakesAndRemovesEmptyFilesAndFilesWithQuotationMarks() async throws {
        guard let git = Self.tools.first(where: { $0.hasSuffix("/git") }) else {
            print("Applying differences with git: skipped, there is no git here")
            return
        }
        let folder = try TemporaryFolder()
        try folder.write(["old empty": "", "old \"quoted\"": "a\n", "changed \"quoted\" é": "a\n"])
        let new = ["new/empty": "", "new/\"quoted\"": "b\n", "changed \"quoted\" é": "b\n"]
        let patch = folder.url.appendingPathComponent("patch")
        try Data(folder.plan(new).differences().utf8).write(to: patch)
        try await apply(git, ["apply", patch.path], in: folder)
        #expect(try folder.plan(new).differences() == "")
    }

    private func apply(_ tool: String, _ arguments: [String], in folder: TemporaryFolder) async throws {
        let run = try await Subprocess.run([tool] + arguments, in: folder.place(""))
        #expect(run.status == 0, "\(run.output)")
    }
}
