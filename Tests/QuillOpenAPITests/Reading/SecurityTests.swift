import QuillOpenAPI
import Testing

@Suite("Reading security")
struct SecurityTests {
    @Test func readsEveryKindOfScheme() throws {
        let schemes = try Files.document(
            #"""
            "components":{"securitySchemes":{
              "a":{"type":"apiKey","in":"cookie","name":"sid"},
              "b":{"type":"http","scheme":"bearer","bearerFormat":"JWT","description":"B"},
              "c":{"type":"oauth2","flows":{
                "implicit":{"authorizationUrl":"https://a","scopes":{"r":"read","w":"write"}},
                "clientCredentials":{"tokenUrl":"https://t","refreshUrl":"https://f","scopes":{}}}},
              "d":{"type":"openIdConnect","openIdConnectUrl":"https://o"},
              "e":{"type":"mutualTLS"}}}
            """#
        ).document().components.securitySchemes
        guard case .apiKey(.cookie, "sid") = schemes["a"]?.kind, case .http("bearer", "JWT") = schemes["b"]?.kind,
            case .oauth2(let flows) = schemes["c"]?.kind, case .openIDConnect("https://o") = schemes["d"]?.kind,
            case .mutualTLS = schemes["e"]?.kind
        else {
            Issue.record("a scheme is not what the document says: \(schemes)")
            return
        }
        #expect(
            flows.map(\.grant)
                == [.implicit(authorizationURL: "https://a"), .clientCredentials(tokenURL: "https://t")])
        #expect(flows.first?.scopes.keys == ["r", "w"])
        #expect(schemes["b"]?.identity?.name == "b")
    }

    @Test func tellsNoRequirementFromNoneStated() throws {
        let document = try Files.document(
            #"""
            "paths":{"/a":{"get":{},"put":{"security":[]},"post":{"security":[{"k":["x:read","x:write"],"l":[]},{}]}}},
            "security":[{"k":[]}],
            "components":{"securitySchemes":{"k":{"type":"http","scheme":"bearer"},"l":{"type":"mutualTLS"}}}
            """#
        ).document()
        let operations = try #require(document.paths.first?.value.operations)
        let scopes = operations.map { operation in
            operation.security?.map { $0.schemes.map { "\($0.name):" + $0.scopes.map(\.name).joined(separator: "+") } }
        }
        #expect(scopes == [nil, [], [["k:x:read+x:write", "l:"], []]])
        #expect(operations.map { document.security(of: $0)?.count } == [1, 0, 2])
    }

    @Test func pointsAtSchemesAndScopesThatDoNotExist() {
        let faults = Files.document(
            #"""
            "paths":{"/a":{"get":{"security":[{"beerer":[]},{"oauth":["reed"]}]}}},
            "components":{"securitySchemes":{"bearer":{"type":"http","scheme":"bearer"},
              "oauth":{"type":"oauth2","flows":{"password":{"tokenUrl":"https://t","scopes":{"read":""}}}}}}
            """#
        ).faults()
        #expect(
            faults == [
                "2:36 error undefined-security-scheme: `components.securitySchemes` has no scheme `beerer`",
                "- did you mean `bearer`?",
                "2:59 warning undefined-scope: no flow of `oauth` has the scope `reed`", "- did you mean `read`?",
            ])
    }
}
