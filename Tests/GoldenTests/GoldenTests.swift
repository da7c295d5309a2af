import Foundation
import QuillCommand
import QuillOutput
import Testing

/// Small documents, one construct each, beside what Quill makes of them.
///
/// `QUILL_UPDATE_GOLDEN=1 swift test --filter GoldenTests` rewrites the expectations; review them like code.
@Suite struct GoldenTests {
    @Test(arguments: GoldenCase.all)
    func documentBecomesWhatIsExpected(_ golden: GoldenCase) throws {
        let emitted = try golden.generate()
        if ProcessInfo.processInfo.environment["QUILL_UPDATE_GOLDEN"] == "1" {
            try golden.replaceExpected(with: emitted)
        }
        let expected = try golden.expected()
        for path in Set(emitted.keys).union(expected.keys).sorted() {
            let difference = UnifiedDifference.diff(
                old: expected[path] ?? "", new: emitted[path] ?? "", oldName: "expected/\(path)",
                newName: "emitted/\(path)")
            #expect(difference.isEmpty, "\(difference)")
        }
    }

    @Test func thereAreCases() {
        #expect(GoldenCase.all.count >= 12)
    }
}

/// A folder below `Cases`: the document, its configuration, and the expected files.
struct GoldenCase: Sendable, CustomTestStringConvertible {
    let folder: URL

    var testDescription: String { folder.lastPathComponent }

    static let all: [GoldenCase] = {
        let cases = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: cases.path)) ?? []
        return names.sorted().map { GoldenCase(folder: cases.appendingPathComponent($0)) }
    }()

    private var expectedFolder: URL { folder.appendingPathComponent("Expected") }

    /// What the command writes for the document, by path, without what is the same for every document.
    func generate() throws -> [String: String] {
        let output = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: output) }
        let messages = Messages()
        let console = Console(isTerminal: false) { messages.text += $0 }
        let code = QuillCommand.run(
            arguments: ["generate", "--config", "quill.json", "--output", output.path], environment: { _ in nil },
            workingDirectory: folder.path, standardOutput: console, standardError: console)
        #expect(code == 0, "\(messages.text)")
        return try files(below: output).filter { path, _ in
            path.hasPrefix("Sources/") && !path.contains("Runtime/") && !path.hasSuffix("/Exports.swift")
        }
    }

    func expected() throws -> [String: String] {
        try files(below: expectedFolder)
    }

    func replaceExpected(with files: [String: String]) throws {
        try? FileManager.default.removeItem(at: expectedFolder)
        for (path, text) in files {
            let file = expectedFolder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    private func files(below folder: URL) throws -> [String: String] {
        guard let paths = FileManager.default.enumerator(atPath: folder.path) else { return [:] }
        var files: [String: String] = [:]
        for case let path as String in paths where path.hasSuffix(".swift") {
            files[path] = String(decoding: try Data(contentsOf: folder.appendingPathComponent(path)), as: UTF8.self)
        }
        return files
    }

    private final class Messages {
        var text = ""
    }
}
