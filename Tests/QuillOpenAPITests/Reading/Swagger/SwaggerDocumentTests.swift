import QuillOpenAPI
import Testing

extension Files {
    /// A document of Swagger 2.0 with members after `info`, the first of them on line 2.
    static func swagger(_ members: String) -> Files {
        Files("{\"swagger\":\"2.0\",\"info\":{\"title\":\"T\",\"version\":\"1\"},\n\(members)}")
    }

    /// One with the operation `GET /a`, the members of which begin on line 3.
    static func swaggerOperation(_ members: String, root: String = "") -> Files {
        swagger("\"paths\":{\"/a\":{\"get\":{\n\(members),\n\"responses\":{}}}}\(root)")
    }
}

@Suite("Reading Swagger 2.0 documents")
struct SwaggerDocumentTests {
    @Test func readsEverythingAroundTheOperations() throws {
        let (document, warnings) = try Files(
            #"""
            {"swagger":"2.0","info":{"title":"T","version":"1","license":{"name":"MIT"}},
             "host":"example.com:8080","basePath":"/v1/","schemes":["https","http"],
             "consumes":["application/json"],"produces":["application/json"],
             "tags":[{"name":"pets"}],"externalDocs":{"url":"https://d"},"x-root":1,
             "security":[{"key":[]}],"securityDefinitions":{"key":{"type":"apiKey","in":"header","name":"X-Key"}},
             "paths":{"x-p":1,"/pets":{"get":{"operationId":"list","tags":["pets"],"summary":"S","description":"D",
               "deprecated":true,"externalDocs":{"url":"https://o"},"security":[],"x-o":1,
               "responses":{"200":{"description":"ok"}}}}},
             "definitions":{"Pet":{"type":"object"},"Cat":{"$ref":"#/definitions/Pet"}}}
            """#
        ).read()
        #expect(warnings.isEmpty)
        #expect(document.version == .v2_0)
        #expect(document.versionText == "2.0")
        #expect(document.servers.map(\.url) == ["https://example.com:8080/v1", "http://example.com:8080/v1"])
        #expect(document.tags.map(\.name) == ["pets"])
        #expect(document.externalDocs?.url == "https://d")
        #expect(document.extensions.map(\.key) == ["x-root"])
        #expect(document.pathExtensions.map(\.key) == ["x-p"])
        let operation = try #require(document.paths["/pets"]?.operations.first)
        #expect(operation.operationID == "list")
        #expect(operation.isDeprecated)
        #expect(operation.security?.isEmpty == true)
        #expect(operation.servers.isEmpty)
        #expect(operation.extensions.map(\.key) == ["x-o"])
        #expect(operation.responses[.code(200)]?.content.isEmpty == true)
        #expect(document.components.schemas["Pet"]?.pointer == "/definitions/Pet")
        #expect(document.components.schemas["Pet"]?.name == "Pet")
        #expect(document.schemas.map(\.identity.name) == ["Pet", "Cat"])
        #expect(document.components.location != nil)
    }

    @Test(arguments: [
        ("", []),
        (#""host":"h""#, ["https://h"]),
        (#""basePath":"/v1""#, ["/v1"]),
        (#""basePath":"/""#, []),
        (#""host":"h","basePath":"/","schemes":["https"]"#, ["https://h"]),
        (#""host":"h","schemes":["wss"]"#, ["wss://h"]),
        (#""host":"https://h/","basePath":"v1","schemes":["https"]"#, ["https://h/v1"]),
    ])
    func makesServersOfHostAndPath(_ members: String, _ expected: [String]) throws {
        let document = try Files.swagger(#""paths":{}"# + (members.isEmpty ? "" : "," + members)).document()
        #expect(document.servers.map(\.url) == expected)
    }

    @Test func givesOperationsTheServersOfTheirOwnSchemes() throws {
        let document = try Files.swagger(
            #"""
            "host":"h","basePath":"/v","schemes":["https"],
            "paths":{"/a":{"get":{"schemes":["http"],"responses":{}},"put":{"schemes":["https"],"responses":{}}}}
            """#
        ).document()
        #expect(document.paths.first?.value.operations.map { $0.servers.map(\.url) } == [["http://h/v"], []])
    }

    @Test func refusesServersThatAreNone() {
        #expect(
            Files.swagger("\"paths\":{},\n\"host\":\"h\"").faults() == [
                "3:8 warning no-scheme: the `host` has no `schemes`; it is read as `https`",
                "- add `schemes: [https]`, or what it is",
            ])
        #expect(
            Files.swagger("\"paths\":{},\"host\":\"{h}\",\n\"schemes\":[\"htps\"]").faults() == [
                "2:19 error malformed-template: `host` cannot have parameters in Swagger 2.0",
                "3:12 error unknown-value: `htps` is no value of `schemes`", "- did you mean `https`?",
            ])
        #expect(
            Files.swagger("\"paths\":{},\n\"schemes\":[\"https\"]").faults() == [
                "3:11 warning ignored-field: `schemes` says nothing without a `host`; it is ignored"
            ])
    }

    @Test func readsEveryKindOfSecurity() throws {
        let schemes = try Files.swagger(
            #"""
            "paths":{},"securityDefinitions":{
              "a":{"type":"basic","description":"A"},"b":{"type":"apiKey","in":"query","name":"k"},
              "c":{"type":"oauth2","flow":"implicit","authorizationUrl":"https://a","scopes":{"r":"read","x-s":1}},
              "d":{"type":"oauth2","flow":"password","tokenUrl":"https://t","scopes":{}},
              "e":{"type":"oauth2","flow":"application","tokenUrl":"https://t","scopes":{}},
              "f":{"type":"oauth2","flow":"accessCode","authorizationUrl":"https://a","tokenUrl":"https://t",
                "scopes":{}}}
            """#
        ).document().components.securitySchemes
        guard case .http("basic", nil) = schemes["a"]?.kind, case .apiKey(.query, "k") = schemes["b"]?.kind else {
            Issue.record("a scheme is not what the document says: \(schemes)")
            return
        }
        let flows = schemes.flatMap { entry -> [OpenAPI.OAuthFlow] in
            if case .oauth2(let flows) = entry.value.kind { flows } else { [] }
        }
        #expect(
            flows.map(\.grant) == [
                .implicit(authorizationURL: "https://a"), .password(tokenURL: "https://t"),
                .clientCredentials(tokenURL: "https://t"),
                .authorizationCode(authorizationURL: "https://a", tokenURL: "https://t"),
            ])
        #expect(flows.first?.scopes.keys == ["r"])
        #expect(schemes["a"]?.identity?.pointer == "/securityDefinitions/a")
    }

    @Test func saysWhatIsWrongWithSecurity() {
        let faults = Files.swagger(
            #"""
            "paths":{},"security":[{"kee":[]}],"securityDefinitions":{"key":{"type":"basic"},
            "b":{"type":"http","scheme":"bearer"},
            "c":{"type":"oauth2","flow":"implict"},
            "d":{"type":"apiKey","in":"cookie","name":"c"}}
            """#
        ).faults()
        #expect(
            faults == [
                "2:25 error undefined-security-scheme: `securityDefinitions` has no scheme `kee`",
                "- did you mean `key`?",
                "3:13 error unknown-value: `http` is no value of `type`",
                "- the values are `basic`, `apiKey`, `oauth2`",
                "3:20 warning unknown-field: a security scheme has no field `scheme`; it is ignored",
                "- extensions begin with `x-`",
                "4:29 error unknown-value: `implict` is no value of `flow`", "- did you mean `implicit`?",
                "5:27 error unknown-value: `cookie` is no value of `in`", "- the values are `query`, `header`",
            ])
    }

    @Test func followsReferencesAndSaysWhereTheyLeadNowhere() {
        let faults = Files.swagger(
            #"""
            "paths":{"/a":{"get":{"parameters":[{"$ref":"#/definitions/Pet"},
            {"$ref":"#/parameters/pag"}],"produces":["application/json"],
            "responses":{"200":{"$ref":"#/parameters/page"},
            "201":{"description":"","schema":{"$ref":"#/definitions/Pat"}}}}}},
            "parameters":{"page":{"name":"page","in":"query","type":"integer"}},"definitions":{"Pet":{}}
            """#
        ).faults()
        #expect(
            faults == [
                "2:45 error wrong-kind-of-reference: the reference leads to a schema, where a parameter is expected",
                "- it leads to `api.json#/definitions/Pet`",
                "3:9 error unresolved-reference: `#/parameters/pag` leads nowhere: `api.json#/parameters` has no `pag`",
                "- did you mean `page`?",
                "4:28 error wrong-kind-of-reference: the reference leads to a parameter, where a response is expected",
                "- it leads to `api.json#/parameters/page`",
                "5:42 error unresolved-reference: `#/definitions/Pat` leads nowhere: `api.json#/definitions` has no "
                    + "`Pat`",
                "- did you mean `Pet`?",
            ])
    }

    @Test func readsWhatSpansFiles() throws {
        let document = try Files([
            "api.json": #"""
            {"swagger":"2.0","info":{"title":"T","version":"1"},"produces":["application/json"],
             "paths":{"/a":{"$ref":"more/paths.json#/a"}}}
            """#,
            "more/paths.json": #"""
            {"a":{"get":{"responses":{"200":{"description":"","schema":{"$ref":"#/definitions/Pet"}}}}},
             "definitions":{"Pet":{"type":"object"}}}
            """#,
        ]).document()
        #expect(document.schemas.map(\.identity.description) == ["more/paths.json#/definitions/Pet"])
    }

    @Test func findsMembersOfOtherVersionsWhereTheyAreIgnored() {
        let faults = Files.swaggerOperation(
            #""requestBody":{"content":{}}"#, root: #","components":{}"#
        ).faults()
        #expect(
            faults == [
                "3:1 warning unknown-field: an operation has no field `requestBody`; it is ignored",
                "- extensions begin with `x-`",
                "4:19 warning unknown-field: the document has no field `components`; it is ignored",
                "- extensions begin with `x-`",
            ])
    }

    @Test func readsTheDialectOfSchemas() throws {
        let files = Files.swagger(
            #"""
            "paths":{},"definitions":{
              "Pet":{"type":"object","discriminator":"kind","required":["kind"],"properties":{
                "kind":{"type":"string","readOnly":true},"name":{"type":"string","x-nullable":true},
                "photo":{"type":"file"},"scan":{"type":"object","format":"file"},
                "owner":{"$ref":"#/definitions/Owner","x-nullable":true},
                "weight":{"type":"number","minimum":0,"exclusiveMinimum":true}}},
              "Owner":{"type":"object","xml":{"wrapped":true},"example":{"a":1}}}
            """#)
        let (document, warnings) = try files.read()
        #expect(warnings.map(\.code) == [.fileByFormat])
        let first = try #require(document.schemas.first)
        let pet = try #require(document.schemas.resolve(first.schema)?.schema)
        #expect(pet.composition.discriminator?.propertyName == "kind")
        let properties = pet.object.properties.mapValues { reference -> OpenAPI.Schema? in
            if case .inline(let schema) = reference { schema } else { nil }
        }
        #expect(properties["kind"]??.isReadOnly == true)
        #expect(properties["name"]??.types == [.string, .null])
        #expect(properties["photo"]??.types == .string)
        #expect(properties["photo"]??.format == "binary")
        #expect(properties["scan"]??.types == .string)
        #expect(properties["scan"]??.format == "binary")
        #expect(properties["weight"]??.number.minimum?.isExclusive == true)
        guard case .reference(let target, let siblings, _) = pet.object.properties["owner"] else {
            Issue.record("not a reference")
            return
        }
        #expect(target.name == "Owner")
        #expect(siblings?.isNullable == true)
    }

    @Test func readsKeywordsOfLaterVersionsWithAWarning() {
        let faults = Files.swagger("\"paths\":{},\"definitions\":{\"A\":{\n\"oneOf\":[{\"const\":1}]}}").faults()
        #expect(
            faults == [
                "3:1 warning later-field: a schema has `oneOf` only since OpenAPI 3.0; it is read as 3.0 would",
                "- declare `openapi: 3.0.0`, or leave it out",
                "3:11 warning later-field: a schema has `const` only since OpenAPI 3.1; it is read as 3.1 would",
                "- declare `openapi: 3.1.0`, or leave it out",
            ])
    }
}
