import Foundation
import QuillRuntime
import Testing

/// The public suite of parsing tests: `y_` must be accepted, `n_` must be refused, `i_` is up to the implementation.
@Test func theParserPassesTheJSONSuite() throws {
    guard let shared = ProcessInfo.processInfo.environment["QUILL_SHARED"] else {
        print("JSON suite skipped: QUILL_SHARED is not set")
        return
    }
    let folder = URL(filePath: shared).appending(path: "conformance/json/test_parsing")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    var counts = ["y": (0, 0), "n": (0, 0), "i": (0, 0)]
    for file in files.sorted(by: { $0.lastPathComponent < $1.lastPathComponent }) where file.pathExtension == "json" {
        let kind = String(file.lastPathComponent.prefix(1))
        let bytes = try Data(contentsOf: file)
        var isAccepted = true
        do throws(JSONError) {
            let value = try JSONValue(json: bytes)
            // What is read survives being written.
            #expect(try JSONValue(json: value.jsonBytes()) == value, "\(file.lastPathComponent)")
        } catch {
            // Names that occur twice are JSON to the parser; it is the reader that refuses them.
            isAccepted = error.kind == .mismatch
        }
        if isAccepted { counts[kind]?.0 += 1 } else { counts[kind]?.1 += 1 }
        if kind != "i" { #expect(isAccepted == (kind == "y"), "\(file.lastPathComponent)") }
    }
    for (kind, count) in counts.sorted(by: { $0.key < $1.key }) {
        print("JSON suite, runtime: \(kind)_ \(count.0) accepted, \(count.1) refused")
    }
    #expect(counts["y"]?.0 ?? 0 > 90)
}
