import QuillAPI
import Testing

@Suite("Scopes")
struct ScopeTests {
    /// The scopes of a document with operations that need the given ones, each with what it includes.
    private func scopes(
        needing security: [String], schemes: String = "key: {type: http, scheme: bearer}", rules: [ScopeRule] = []
    ) throws -> [String] {
        let paths = security.enumerated().map { index, requirement in
            "/\(index): {get: {security: [\(requirement)], responses: {'204': {description: Done.}}}}"
        }
        let api = try DocumentText.paths(
            paths.joined(separator: "\n"), components: "securitySchemes: {\(schemes)}",
            options: APIOptions(scopeRules: rules)
        ).api()
        return api.scopes.map { "\($0.scheme) \($0.name): \($0.includes.joined(separator: " "))" }
    }

    private let objectRules = [
        ScopeRule(scheme: "key", scope: "*", includes: ["*"]),
        ScopeRule(scheme: "key", scope: "{object}:write", includes: ["{object}:read"]),
    ]

    @Test func includeOthersByTheRules() throws {
        let found = try scopes(
            needing: [
                "{key: ['dog:read']}", "{key: ['dog:write', 'cat:write']}", "{key: ['cat:read', 'cat:feed']}",
            ], rules: objectRules)
        #expect(
            found == [
                "key dog:read: ", "key dog:write: dog:read", "key cat:write: cat:read", "key cat:read: ",
                "key cat:feed: ", "key *: dog:read dog:write cat:write cat:read cat:feed",
            ])
    }

    @Test func includeWhatTheIncludedInclude() throws {
        let rules = [
            ScopeRule(scheme: "key", scope: "{o}:admin", includes: ["{o}:write"]),
            ScopeRule(scheme: "key", scope: "{o}:write", includes: ["{o}:read"]),
            ScopeRule(scheme: "key", scope: "{o}:read", includes: ["{o}:see"]),
            ScopeRule(scheme: "key", scope: "{o}:see", includes: ["{o}:admin"]),
            ScopeRule(scheme: "key", scope: "root", includes: ["a:admin"]),
        ]
        let found = try scopes(needing: ["{key: ['a:see', 'a:read', 'a:write', 'a:admin', 'b:read']}"], rules: rules)
        #expect(
            found == [
                "key a:see: a:read a:write a:admin", "key a:read: a:see a:write a:admin",
                "key a:write: a:see a:read a:admin", "key a:admin: a:see a:read a:write", "key b:read: ",
                "key root: a:see a:read a:write a:admin",
            ])
    }

    @Test func ofOneSchemeIncludeNoneOfAnother() throws {
        let found = try scopes(
            needing: ["{key: ['a:write']}", "{other: ['a:read', 'a:write']}"],
            schemes: "key: {type: http, scheme: bearer}, other: {type: http, scheme: bearer}", rules: objectRules)
        #expect(found == ["key a:write: ", "key *: a:write", "other a:read: ", "other a:write: "])
    }

    @Test func haveTheMeaningThatTheSchemeGives() throws {
        let api = try DocumentText.paths(
            "/a: {get: {security: [{key: [b]}, {oauth: [x]}], responses: {'204': {description: Done.}}}}",
            components: """
                securitySchemes:
                  key: {type: http, scheme: bearer, x-scopes: {a: Do A., b: }}
                  oauth:
                    type: oauth2
                    flows:
                      clientCredentials: {tokenUrl: 'https://a', scopes: {x: Do X.}}
                      password: {tokenUrl: 'https://a', scopes: {x: Otherwise., y: Do Y.}}
                """
        ).api()
        #expect(
            api.scopes.map { "\($0.scheme) \($0.name) \($0.meaning ?? "-")" } == [
                "key a Do A.", "key b -", "oauth x Do X.", "oauth y Do Y.",
            ])
    }

    @Test func ofTheWholeDocumentCount() throws {
        let api = try DocumentText(
            """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            security: [{key: [all]}]
            paths: {/a: {get: {responses: {'204': {description: Done.}}}}}
            components: {securitySchemes: {key: {type: http, scheme: bearer}}}
            """
        ).api()
        #expect(api.scopes.map(\.name) == ["all"])
        #expect(api.endpoints.first?.security.alternatives == [[.init(scheme: "key", scopes: ["all"])]])
    }

    @Test func needASchemeThatTheDocumentHas() {
        let options = APIOptions(scopeRules: [ScopeRule(scheme: "kye", scope: "a", includes: ["b"])])
        #expect(
            DocumentText.operation("summary: A", options: options).faults == [
                "1:1 error unknown-scheme: the configuration's scopes are of `kye`, "
                    + "a security scheme the document lacks"
            ])
    }

    @Test func warnOfMeaningsThatCannotBeRead() {
        let document = DocumentText.paths(
            "/a: {get: {responses: {'204': {description: Done.}}}}",
            components: "securitySchemes: {key: {type: http, scheme: bearer, x-scopes: [a]}}")
        #expect(
            document.faults == [
                "6:65 warning wrong-type: `x-scopes` is an array, where the meaning of each scope is expected"
            ])
    }
}

@Suite("Patterns of scopes")
struct ScopePatternTests {
    /// Which of the given scopes the first includes by a rule.
    private func included(
        _ scope: String, _ pattern: String, _ includes: String, among names: [String]
    ) throws -> [String] {
        let list = ([scope] + names).map { "'\($0)'" }.joined(separator: ", ")
        let api = try DocumentText.paths(
            "/a: {get: {security: [{key: [\(list)]}], responses: {'204': {description: Done.}}}}",
            components: "securitySchemes: {key: {type: http, scheme: bearer}}",
            options: APIOptions(scopeRules: [ScopeRule(scheme: "key", scope: pattern, includes: [includes])])
        ).api()
        return api.scopes.first { $0.name == scope }?.includes ?? []
    }

    @Test(
        arguments: [
            ("a:write", "{x}:write", "{x}:read", ["a:read", "b:read"], ["a:read"]),
            ("a:b:write", "{x}:write", "{x}:read", ["a:b:read"], []),
            ("a:b:write", "{x}:{y}:write", "{y}:{x}:read", ["a:b:read", "b:a:read"], ["b:a:read"]),
            (
                "feature_flag_write", "{x}_write", "{x}_read", ["feature_read", "feature_flag_read"],
                ["feature_flag_read"]
            ),
            ("aa_write_write", "{x}_write", "{x}_read", ["aa_read", "aa_write_read"], ["aa_write_read"]),
            ("a:write", "{x}:write", "{y}:read", ["a:read", "b:read", ":read"], ["a:read", "b:read"]),
            ("a:a", "{x}:{x}", "{x}", ["a", "b"], ["a"]),
            ("a:b", "{x}:{x}", "{x}", ["a", "b"], []),
            (":write", "{x}:write", "*", ["a"], []),
            ("admin", "admin", "*", ["a", "b:c"], ["a", "b:c"]),
            ("{open", "{open", "a", ["a"], ["a"]),
            ("größe:write", "{x}:write", "{x}:read", ["größe:read"], ["größe:read"]),
        ] as [(String, String, String, [String], [String])])
    func standForTheSameTextOnBothSides(
        scope: String, pattern: String, includes: String, names: [String], expected: [String]
    ) throws {
        let found = try included(scope, pattern, includes, among: names)
        #expect(found == expected)
    }

    @Test func areRefusedWhereMatchingCouldTakeForever() {
        let pattern = String(repeating: "{a}x", count: 20)
        let document = DocumentText.paths(
            "/a: {get: {responses: {'204': {description: Done.}}}}",
            components: "securitySchemes: {key: {type: http, scheme: bearer}}",
            options: APIOptions(scopeRules: [ScopeRule(scheme: "key", scope: pattern, includes: [])]))
        #expect(
            document.faults == [
                "error scope-pattern-too-long: the configuration's scope `\(pattern)` has too many names in braces"
            ])
    }
}
