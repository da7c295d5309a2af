import QuillAPI
import Testing

@testable import QuillDiff

/// Two documents and the rules that tell them apart, in both orders.
struct DocumentPair: CustomTestStringConvertible, Sendable {
    let name: String
    let old: String
    let new: String
    let forward: Set<String>
    let backward: Set<String>
    var scopeRules: [ScopeRule] = []
    var graceDays = 0
    /// Whether rules about the version are expected too.
    var withVersion = false

    /// - Parameters:
    ///   - old: the members of the document behind `info`, in YAML's flow style.
    ///   - new: the same.
    init(
        _ name: String, _ old: String, _ new: String, _ forward: Set<String>, _ backward: Set<String>,
        scopeRules: [ScopeRule] = [], graceDays: Int = 0
    ) {
        self.name = name
        self.old = Self.document(old)
        self.new = Self.document(new)
        self.forward = forward
        self.backward = backward
        self.scopeRules = scopeRules
        self.graceDays = graceDays
    }

    /// Two documents written out.
    init(
        whole name: String, _ old: String, _ new: String, _ forward: Set<String>, _ backward: Set<String>,
        withVersion: Bool = false
    ) {
        self.name = name
        self.old = old
        self.new = new
        self.forward = forward
        self.backward = backward
        self.withVersion = withVersion
    }

    /// Two operations, `POST /a/{id}`, by their members.
    static func operation(
        _ name: String, _ old: String, _ new: String, _ forward: Set<String>, _ backward: Set<String>,
        graceDays: Int = 0
    ) -> DocumentPair {
        func members(_ operation: String) -> String {
            let separator = operation.isEmpty ? "" : ", "
            let responses = operation.contains("responses:") ? "" : "\(separator)responses: {}"
            return "paths: {/a: {post: {\(operation)\(responses)}}}"
        }
        return DocumentPair(name, members(old), members(new), forward, backward, graceDays: graceDays)
    }

    private static func document(_ members: String) -> String {
        let paths = members.contains("paths:") || members.contains("webhooks:") ? "" : ", paths: {}"
        return "{openapi: 3.2.0, info: {title: T, version: 1.0.0}, \(members)\(paths)}"
    }

    var testDescription: String { name }
}

@Suite struct DocumentPairTests {
    @Test(arguments: DocumentPairs.all)
    func isTold(pair: DocumentPair) throws {
        let forward = try Documents.difference(
            pair.old, pair.new, rules: pair.scopeRules, graceDays: pair.graceDays)
        #expect(Documents.rules(forward, withVersion: pair.withVersion) == pair.forward)
        let backward = try Documents.difference(
            pair.new, pair.old, rules: pair.scopeRules, graceDays: pair.graceDays)
        #expect(Documents.rules(backward, withVersion: pair.withVersion) == pair.backward, "backward")
    }
}
