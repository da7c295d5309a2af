import Foundation
import Testing

@Suite("quill inspect")
struct InspectTests {
    private let place: Workplace

    init() throws {
        place = try Workplace(Pets.files)
        try place.write("pets.yaml", Pets.documentWithAlternatives)
    }

    private static let endpoints = """
        Method  Path     Operation    Group  Scopes
        GET     /pets    pets_list    pets   pet:read
        POST    /pets    pets_create  pets   pet:write
        GET     /audit   audit               INTERNAL
        GET     /export  export              pet:read + export:read or INTERNAL
        GET     /feed    feed                none stated (key)
        GET     /status  status              no security

        """

    private static let scopes = """
        Scheme    Scope        Operations  Includes     Meaning
        key       pet:read     3                        See pets.
        key       pet:write    4           pet:read     Change pets.
        key       export:read  2                        See exports.
        key       *            5           every other
        internal  INTERNAL     3                        Call what is not for customers.

        Open to every credential of a scheme, no scope being stated
        feed

        Open to anyone
        status

        """

    private static let schemas = """
        Schema    Kind         Contents                  Used in
        Pet       object       2 properties, 1 required  requests, responses
        Pet.kind  enumeration  2 strings                 requests, responses

        """

    @Test func showsTheEndpoints() {
        #expect(place.run("inspect", "--endpoints").output == Self.endpoints)
    }

    @Test func showsTheScopes() {
        #expect(place.run("inspect", "--scopes").output == Self.scopes)
    }

    @Test func showsTheSchemas() {
        #expect(place.run("inspect", "--schemas").output == Self.schemas)
    }

    @Test func showsEverything() {
        let run = place.run("inspect")
        #expect(
            run.output == "Pets API 1.0: 6 endpoints, 2 security schemes, 5 scopes, 2 schemas\n\n"
                + [Self.endpoints, Self.scopes, Self.schemas].joined(separator: "\n"))
        #expect(run.errors == "")
        #expect(run.code == 0)
    }

    @Test func boldensHeadingsOnATerminal() {
        #expect(place.run("inspect", "--schemas", terminal: true).output.hasPrefix("\u{1B}[1mSchema    Kind"))
        #expect(
            !place.run("inspect", "--schemas", environment: ["NO_COLOR": "1"], terminal: true).output.contains("\u{1B}")
        )
    }

    @Test func keepsHostileTextInItsCell() throws {
        try place.write(
            "pets.yaml", Pets.document.replacing("'pet:read': See pets.", with: #"'pet:read': "See\n\n \e[31mpets 日本""#)
        )
        #expect(place.run("inspect", "--scopes").output.contains(#"  See \u{1B}[31mpets 日本"# + "\n"))
    }

    // MARK: Scopes, both ways

    @Test func tellsWhatAScopeOpens() {
        #expect(
            place.run("inspect", "--scope", "pet:write").output == """
                A key of key with pet:write (which includes pet:read) opens 4 of 6 operations

                Method  Path     Operation    Group  Scopes
                GET     /pets    pets_list    pets   pet:read
                POST    /pets    pets_create  pets   pet:write
                GET     /feed    feed                none stated (key)
                GET     /status  status              no security

                """)
    }

    @Test func tellsWhatSeveralScopesOpenTogether() {
        let output = place.run("inspect", "--scope=export:read", "--scope=pet:read").output
        #expect(output.hasPrefix("A key of key with pet:read, export:read opens 4 of 6 operations\n"))
        #expect(output.contains("  export  "))
        #expect(place.run("inspect", "--scope", "*").output.hasPrefix("A key of key with * (which includes"))
    }

    @Test func keepsKeysOfSeveralSchemesApart() {
        let output = place.run("inspect", "--scope=pet:read", "--scope=INTERNAL").output
        #expect(output.contains("A key of key with pet:read opens 3 of 6 operations\n"))
        #expect(output.contains("A key of internal with INTERNAL opens 3 of 6 operations\n"))
    }

    @Test func findsTheSmallestKey() {
        #expect(
            place.run("inspect", "--key-for", "pets_list", "--key-for", "pets_create").output == """
                Scheme  Scope      Meaning
                key     pet:write  Change pets.

                A key of key with pet:write (which includes pet:read) opens 4 of 6 operations

                """)
    }

    @Test func offersAKeyOfEverySchemeThatHasOne() {
        let run = place.run("inspect", "--key-for", "export", "--json")
        #expect(keys(run) == [["key", "pet:read", "export:read"], ["internal", "INTERNAL"]])
        #expect(run.code == 0)
    }

    @Test func needsNoScopeWhereNoneIsStated() {
        #expect(keys(place.run("inspect", "--key-for", "feed", "--json")) == [["key"]])
        #expect(place.run("inspect", "--key-for", "status").output == "No key is needed\n")
    }

    @Test func saysWhereNoSingleKeyOpensAll() {
        let run = place.run("inspect", "--key-for", "audit", "--key-for", "pets_create")
        #expect(
            run.errors == """
                error: no single key opens all of these operations [no-single-key]
                note: `pets_create` needs `key` with `pet:write`
                note: `audit` needs `internal` with `INTERNAL`

                """)
        #expect(run.output == "")
        #expect(run.code == 1)
    }

    @Test func prefersTheAlternativeThatAsksForLess() throws {
        // Either one scope that holds much, or two that hold little: alone, together, and with another operation.
        func operation(_ id: String, _ security: String) -> String {
            "  /\(id): { get: { operationId: \(id), security: \(security), responses: { '204': { description: x } } } }\n"
        }
        let place = try Workplace([
            "api.yaml": """
            openapi: 3.1.0
            info: { title: A, version: '1' }
            paths:
            \(operation("one", "[{ k: [all] }, { k: [a, b] }]"))\
            \(operation("two", "[{ k: [c] }, { k: [b] }]"))\
            \(operation("three", "[{ k: [c] }]"))\
            \(operation("both", "[{ k: [a], l: [] }]"))\
            components: { securitySchemes: { k: { type: http, scheme: bearer }, l: { type: http, scheme: bearer } } }

            """, "quill.json": #"{ "document": "api.yaml", "scopes": { "k": { "all": ["*"] } } }"#,
        ])
        #expect(keys(place.run("inspect", "--json", "--key-for=one")) == [["k", "a", "b"]])
        #expect(keys(place.run("inspect", "--json", "--key-for=one", "--key-for=two")) == [["k", "a", "b"]])
        #expect(keys(place.run("inspect", "--json", "--key-for=two", "--key-for=three")) == [["k", "c"]])
        let both = place.run("inspect", "--key-for=both")
        #expect(both.errors.contains("note: `both` needs `k` with `a` together with `l`\n"))
        #expect(both.errors.hasPrefix("error: no single key opens this operation"))
    }

    @Test func givesUpOnTooManyCombinationsInTime() throws {
        var paths = ""
        for index in 0..<60 {
            paths += "  /p\(index): { get: { operationId: p\(index), security: ["
            paths += (0..<4).map { "{ k: [s\((index * 7 + $0 * 13) % 97), s\((index * 5 + $0 * 29) % 97)] }" }.joined(
                separator: ", ")
            paths += "], responses: { '204': { description: x } } } }\n"
        }
        let place = try Workplace([
            "api.yaml": "openapi: 3.1.0\ninfo: { title: A, version: '1' }\npaths:\n\(paths)"
                + "components: { securitySchemes: { k: { type: http, scheme: bearer } } }\n"
        ])
        let run = Run(["inspect", "api.yaml", "--json"] + (0..<60).map { "--key-for=p\($0)" }, in: place.folder.path)
        #expect(run.code == 0)
        #expect(run.output.contains(#""isSmallest": false"#))
    }

    @Test func refusesUnknownNamesWithTheNearest() {
        let scope = place.run("inspect", "--scope", "pet:reed")
        #expect(scope.errors.hasPrefix("error: the document has no scope `pet:reed`; did you mean `pet:read`?\n"))
        #expect(scope.code == 2)
        let operation = place.run("inspect", "--key-for", "pets_lst")
        #expect(
            operation.errors.hasPrefix("error: the document has no operation `pets_lst`; did you mean `pets_list`?\n"))
        #expect(operation.code == 2)
    }

    // MARK: JSON

    @Test func printsTheWholeAPIAsJSON() throws {
        let run = place.run("inspect", "--json")
        #expect(place.run("inspect", "--json").output == run.output)
        let api = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(
            api.keys.sorted() == [
                "endpoints", "format", "groups", "schemas", "schemes", "scopes", "sent", "servers", "title",
                "version",
            ])
        let endpoints = try #require(api["endpoints"] as? [[String: Any]])
        #expect(
            endpoints.map { $0["id"] as? String } == ["pets_list", "pets_create", "audit", "export", "feed", "status"])
    }

    @Test func printsScopesAsJSON() {
        #expect(
            place.run("inspect", "--scopes", "--json").output.hasPrefix(
                """
                {
                  "format": 1,
                  "title": "Pets API",
                  "version": "1.0",
                  "schemes": [
                    {
                      "name": "key",
                      "deprecated": false,
                      "kind": "http",
                      "scheme": "bearer"
                    },
                    {
                      "name": "internal",
                      "deprecated": false,
                      "kind": "http",
                      "scheme": "bearer"
                    }
                  ],
                  "scopes": [
                    {
                      "scheme": "key",
                      "name": "pet:read",
                      "meaning": "See pets.",
                      "includes": []
                    },
                    {
                      "scheme": "key",
                      "name": "pet:write",
                      "meaning": "Change pets.",
                      "includes": [
                        "pet:read"
                      ]
                    },
                """))
    }

    @Test func printsSchemasAsJSON() {
        #expect(
            place.run("inspect", "--schemas", "--json").output.hasPrefix(
                """
                {
                  "format": 1,
                  "title": "Pets API",
                  "version": "1.0",
                  "schemas": [
                    {
                      "id": "Pet",
                """))
    }

    /// Each key's scheme and scopes.
    private func keys(_ run: Run) -> [[String]] {
        let answer = try? JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        return (answer?["keys"] as? [[String: Any]] ?? []).map { key in
            [key["scheme"] as? String ?? ""] + (key["scopes"] as? [String] ?? [])
        }
    }
}
