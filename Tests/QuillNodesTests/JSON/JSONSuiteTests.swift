import Foundation
import QuillDiagnostics
import Testing

@testable import QuillNodes

@Suite("The public JSON suite")
struct JSONSuiteTests {
    @Test(.enabled(if: SharedData.root != nil, "QUILL_SHARED does not name the shared test data"))
    func everyFileIsReadOrRefusedAsItsNameSays() throws {
        var passed = 0
        var failed: [String] = []
        var free = 0
        for file in try SharedData.files(in: "conformance/json/test_parsing", withExtension: "json") {
            let name = file.lastPathComponent
            let source = SourceText(path: name, bytes: Array(try Data(contentsOf: file)))
            var diagnostics: [Diagnostic] = []
            do {
                // The suite asks about the grammar, which has no say on duplicate keys.
                _ = try JSONReader.read(source, limits: .standard, duplicateKeys: .lastCounts)
            } catch {
                diagnostics = error.diagnostics
            }
            let isLocated = diagnostics.allSatisfy { $0.location != nil }
            switch name.prefix(2) {
            case "y_" where diagnostics.isEmpty, "n_" where !diagnostics.isEmpty && isLocated: passed += 1
            case "i_" where isLocated: free += 1
            default: failed.append(name)
            }
        }
        print("JSON suite: \(passed) passed, \(failed.count) failed, \(free) implementation-defined")
        #expect(failed == [])
        #expect(passed + free == 318)
    }

    @Test(
        .enabled(if: SharedData.root != nil, "QUILL_SHARED does not name the shared test data"),
        arguments: ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"])
    func documentsWithDuplicateKeysAreRefusedAboveTheGrammar(name: String) throws {
        let root = try #require(SharedData.root)
        let file = root.appendingPathComponent("conformance/json/test_parsing").appendingPathComponent(name)
        let source = SourceText(path: name, bytes: Array(try Data(contentsOf: file)))
        let error = #expect(throws: DiagnosticsError.self) { try DocumentReader.read(source) }
        #expect(error?.diagnostics.map(\.code) == [.duplicateKey])
    }
}
