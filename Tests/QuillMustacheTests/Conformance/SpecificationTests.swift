import Foundation
import QuillMustache
import Testing

/// The cases of the public Mustache specification, read from `$QUILL_SHARED/conformance/mustache/specs`.
@Suite struct SpecificationTests {
    @Test(arguments: [
        "comments", "delimiters", "interpolation", "inverted", "partials", "sections", "~inheritance",
    ])
    func everyCasePasses(_ name: String) throws {
        guard let shared = ProcessInfo.processInfo.environment["QUILL_SHARED"] else {
            print("Mustache \(name): skipped, QUILL_SHARED is not set")
            return
        }
        let url = URL(fileURLWithPath: shared).appendingPathComponent("conformance/mustache/specs/\(name).json")
        let suite = try JSONDecoder().decode(SpecificationSuite.self, from: Data(contentsOf: url))
        #expect(!suite.tests.isEmpty)
        var failed = 0
        for test in suite.tests {
            let result = Result { try test.rendered() }
            if case .success(test.expected) = result { continue }
            failed += 1
            Issue.record("\(name), \(test.name): expected \(test.expected.debugDescription), got \(result)")
        }
        print("Mustache \(name): \(suite.tests.count - failed) passed, \(failed) failed")
    }
}

private struct SpecificationSuite: Decodable {
    let tests: [Case]

    struct Case: Decodable {
        let name: String
        let data: SpecificationValue
        let template: String
        let partials: [String: String]?
        let expected: String

        func rendered() throws -> String {
            var library = TemplateLibrary([try Template(template, name: "the template under test")])
            for (name, text) in partials ?? [:] {
                library.add(try Template(text, name: name))
            }
            return try library.render("the template under test", with: data.value)
        }
    }
}

/// A case's data, as JSON has it.
private struct SpecificationValue: Decodable {
    let value: TemplateValue

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            value = .null
        } else if let bool = try? container.decode(Bool.self) {
            value = .bool(bool)
        } else if let number = try? container.decode(Int.self) {
            value = .number(number)
        } else if let number = try? container.decode(Double.self) {
            value = .text("\(number)")
        } else if let text = try? container.decode(String.self) {
            value = .text(text)
        } else if let list = try? container.decode([SpecificationValue].self) {
            value = .list(list.map(\.value))
        } else {
            value = .object(TemplateObject(try container.decode([String: SpecificationValue].self).mapValues(\.value)))
        }
    }
}
