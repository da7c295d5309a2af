import QuillAPI
import Testing

@Suite("Security")
struct SecurityTests {
    /// `key(a b) + login | nobody` for a requirement.
    private func requirement(operation: String?, document: String? = nil) throws -> String {
        let text = """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            \(document.map { "security: \($0)" } ?? "tags: []")
            paths:
              /a: {get: {\(operation.map { "security: \($0), " } ?? "")responses: {'204': {description: Done.}}}}
            components:
              securitySchemes:
                key: {type: http, scheme: bearer}
                login: {type: apiKey, in: query, name: login}
            """
        let alternatives = try #require(try DocumentText(text).api().endpoints.first).security.alternatives
        if alternatives.isEmpty { return "none" }
        return alternatives.map { alternative in
            alternative.isEmpty
                ? "anyone"
                : alternative.map { "\($0.scheme)(\($0.scopes.joined(separator: " ")))" }.joined(separator: " + ")
        }.joined(separator: " | ")
    }

    @Test(arguments: [
        ("[{key: [a, b]}]", "key(a b)"),
        ("[{key: []}]", "key()"),
        ("[{key: [a], login: []}]", "key(a) + login()"),
        ("[{key: [a]}, {login: []}]", "key(a) | login()"),
        ("[{key: [a]}, {key: [b]}, {}]", "key(a) | key(b) | anyone"),
        ("[{}]", "anyone"),
        ("[]", "none"),
    ])
    func keepsAlternativesAndConjunctions(security: String, requirement: String) throws {
        let own = try self.requirement(operation: security)
        let overriding = try self.requirement(operation: security, document: "[{login: []}]")
        let inherited = try self.requirement(operation: nil, document: security)
        #expect([own, overriding, inherited] == [requirement, requirement, requirement])
    }

    /// The last credential replaces those before it, which is told.
    @Test(arguments: [
        ("[{key: [], login: []}]", "`key` and `login` are both sent in the header `Authorization`"),
        ("[{login: []}, {token: [], key: []}]", "`token` and `key` are both sent in the header `Authorization`"),
        ("[{query: [], question: []}]", "`query` and `question` are both sent in the query parameter `k`"),
        ("[{key: [], query: []}]", ""), ("[{key: []}, {login: []}]", ""),
    ])
    func tellsOfCredentialsInOnePlace(security: String, clash: String) {
        let document = DocumentText(
            """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            paths:
              /a: {get: {security: \(security), responses: {'204': {description: Done.}}}}
            components:
              securitySchemes:
                key: {type: http, scheme: bearer}
                login: {type: http, scheme: basic}
                token: {type: apiKey, in: header, name: authorization}
                query: {type: apiKey, in: query, name: k}
                question: {type: apiKey, in: query, name: k}
            """)
        let rest = ", which has room for one; a client with both sends the latter"
        #expect(
            document.faults.filter { !$0.hasPrefix("- ") }.map { String($0.drop { $0 != "c" }) }
                == (clash.isEmpty ? [] : ["clashing-schemes: \(clash)\(rest)"]))
    }

    @Test func isNoneWhereNothingIsStated() throws {
        let found = try requirement(operation: nil)
        #expect(found == "none")
    }

    @Test func knowsEveryKindOfScheme() throws {
        let api = try DocumentText.schemas("{}").adding(
            """
              securitySchemes:
                a: {type: http, scheme: Bearer, bearerFormat: JWT, description: A token.}
                b: {type: http, scheme: BASIC}
                c: {type: http, scheme: Digest}
                d: {type: apiKey, in: header, name: X-Key}
                e: {type: apiKey, in: query, name: key}
                f: {type: apiKey, in: cookie, name: session}
                g: {type: oauth2, flows: {}}
                h: {type: openIdConnect, openIdConnectUrl: 'https://example.com'}
                i: {type: mutualTLS}
            """
        ).api()
        #expect(
            api.schemes.map(\.kind) == [
                .bearer, .basic, .http("Digest"), .apiKey(place: .header, name: "X-Key"),
                .apiKey(place: .query, name: "key"), .apiKey(place: .cookie, name: "session"), .oauth2, .openIDConnect,
                .mutualTLS,
            ])
        #expect(api.schemes.first?.description == "A token.\n\nThe format of its tokens is JWT.")
    }
}

extension DocumentText {
    fileprivate func adding(_ text: String) -> DocumentText {
        DocumentText((files["api.yaml"] ?? "") + "\n" + text)
    }
}
