import QuillAPI
import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

@testable import QuillDiff

/// Documents in memory, and what differs between them.
enum Documents {
    struct Missing: Error {}

    /// A document of one file, in YAML.
    static func read(_ text: String, as path: String = "api.yaml") throws -> OpenAPI.Document {
        let reader = OpenAPIReader { name in
            guard name == path else { throw Missing() }
            return try DocumentReader.read(SourceText(path: path, text: text), format: .yaml)
        }
        return try reader.read(rootPath: path).document
    }

    /// The day that the tests take place on.
    static let today = Day(year: 2026, month: 11, day: 21) ?? .epoch

    static func difference(
        _ old: String, _ new: String, rules: [ScopeRule] = [], graceDays: Int = 0
    ) throws -> APIDifference {
        APIDifference.between(
            try read(old, as: "old.yaml"), try read(new, as: "new.yaml"),
            options: DifferenceOptions(scopeRules: rules, today: today, graceDays: graceDays))
    }

    /// The rules of what differs, each once, those about the version left out unless they are asked for.
    static func rules(_ difference: APIDifference, withVersion: Bool = false) -> Set<String> {
        let ids = Set(difference.changes.map(\.rule.id))
        let ofVersion: Set = ["api-version-not-bumped", "api-version-decreased", "api-major-version-not-bumped"]
        return withVersion ? ids : ids.subtracting(ofVersion)
    }
}
