import Foundation
import QuillDiagnostics
import Testing

@testable import QuillNodes

@Suite("The public YAML suite")
struct YAMLSuiteTests {
    @Test(.enabled(if: SharedData.root != nil, "QUILL_SHARED does not name the shared test data"))
    func everyCaseGivesItsEventsItsValueOrItsError() throws {
        var passed = 0
        var failed: [String] = []
        var values = 0
        for file in try SharedData.files(in: "conformance/yaml/src", withExtension: "yaml") {
            for example in try YAMLSuiteCase.cases(in: file) {
                let faults = faults(of: example)
                if faults.isEmpty { passed += 1 } else { failed.append(example.name) }
                if example.json != nil && !example.fails { values += 1 }
                for fault in faults { Issue.record("\(example.name): \(fault)\n\(example.yaml)") }
            }
        }
        print("YAML suite: \(passed) passed, \(failed.count) failed (of the passed, \(values) with their JSON value)")
        #expect(failed == [])
        // The suite that is shared holds 406 cases, four of which it marks as not worth supporting.
        #expect(passed >= 405)
    }

    private func faults(of example: YAMLSuiteCase) -> [String] {
        let source = SourceText(path: example.name, text: example.yaml)
        var tree: String?
        var faults: [String] = []
        do {
            tree = try source.bytes.withUnsafeBufferPointer { buffer throws(DiagnosticsError) in
                YAMLSuiteCase.tree(try YAMLParser.events(of: source, DocumentBytes(buffer), limits: .standard))
            }
        } catch {
            let isLocated = error.diagnostics.allSatisfy { $0.location != nil }
            if example.fails { return isLocated ? [] : ["the error has no location"] }
            return [DiagnosticRenderer().text(error.diagnostics)]
        }
        if example.fails { return ["is not refused, but gives\n\(tree ?? "")"] }
        if let expected = example.tree, tree != expected {
            faults.append("expected\n\(expected)\nfound\n\(tree ?? "")")
        }
        guard let json = example.json else { return faults }
        do {
            let expected = try JSONReader.values(SourceText(path: "expected", text: json), limits: .standard)
            let found = try YAMLReader.documents(source, limits: .standard)
            if found.count != expected.count || !zip(found, expected).allSatisfy(isEqual) {
                faults.append("expected \(expected.map { $0.jsonText() }), found \(found.map { $0.jsonText() })")
            }
        } catch {
            faults.append("\(error)")
        }
        return faults
    }

    /// Equal as values: numbers by what they are worth, members in any order.
    private func isEqual(_ left: Node, _ right: Node) -> Bool {
        switch (left.value, right.value) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.number(let left), .number(let right)): left.double == right.double
        case (.string(let left), .string(let right)): left == right
        case (.array(let left), .array(let right)):
            left.count == right.count && zip(left, right).allSatisfy { isEqual($0, $1) }
        case (.object(let left), .object(let right)):
            left.count == right.count
                && left.allSatisfy { member in right[member.key].map { isEqual(member.value, $0) } ?? false }
        default: false
        }
    }
}
