import Foundation
import QuillOutput

/// A folder of its own for one test, removed with the value.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("quill-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// The folder that is written to; it does not exist at first.
    var output: OutputFolder { OutputFolder(path: url.appendingPathComponent("output").path) }

    func place(_ path: String) -> URL { url.appendingPathComponent("output").appendingPathComponent(path) }

    /// Puts a file into the folder, as somebody else would.
    func put(_ text: String, at path: String) throws {
        try FileManager.default.createDirectory(
            at: place(path).deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: place(path))
    }

    func text(at path: String) -> String? {
        (try? Data(contentsOf: place(path))).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The paths of everything in the folder, folders with a `/` at the end, sorted.
    func contents() -> [String] {
        guard let enumerator = FileManager.default.enumerator(atPath: place("").path) else { return [] }
        var paths: [String] = []
        for case let path as String in enumerator {
            let isFolder = enumerator.fileAttributes?[.type] as? FileAttributeType == .typeDirectory
            paths.append(isFolder ? path + "/" : path)
        }
        return paths.sorted()
    }

    /// What tells whether a file was touched: number and time of change of each.
    func stamps() throws -> [String: [String]] {
        var stamps: [String: [String]] = [:]
        for path in contents() + [""] {
            let attributes = try FileManager.default.attributesOfItem(atPath: place(path).path)
            stamps[path] = ["\(attributes[.systemFileNumber] ?? "")", "\(attributes[.modificationDate] ?? "")"]
        }
        return stamps
    }

    /// Plans and writes.
    @discardableResult
    func write(_ files: [String: String], force: Bool = false) throws -> OutputPlan {
        let plan = try output.plan(files.map { try OutputFile(path: $0.key, contents: $0.value) }, force: force)
        try output.write(plan)
        return plan
    }

    func plan(_ files: [String: String], force: Bool = false) throws -> OutputPlan {
        try output.plan(files.map { try OutputFile(path: $0.key, contents: $0.value) }, force: force)
    }
}
