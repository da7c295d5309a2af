import QuillOpenAPI
import Testing

@Suite("Reading documents")
struct DocumentTests {
    @Test func readsEverythingAroundTheOperations() throws {
        let document = try Files(
            #"""
            {"openapi":"3.1.0",
             "info":{"title":"Pets","summary":"S","description":"D","termsOfService":"https://t","version":"1.2",
               "contact":{"name":"N","url":"https://c","email":"e@x","x-c":1},
               "license":{"name":"MIT","identifier":"MIT"},"x-logo":{"url":"l"}},
             "jsonSchemaDialect":"https://json-schema.org/draft/2020-12/schema",
             "servers":[{"url":"https://{region}.example.com","description":"main",
               "variables":{"region":{"default":"eu","enum":["eu","us"],"description":"R"}}}],
             "security":[{"key":[]},{}],
             "tags":[{"name":"pets","description":"P","externalDocs":{"url":"https://d"},"x-t":true}],
             "externalDocs":{"url":"https://docs","description":"more"},
             "paths":{"x-paths":1},
             "webhooks":{"newPet":{"post":{"operationId":"hook"}}},
             "components":{"securitySchemes":{"key":{"type":"apiKey","in":"header","name":"X-Key"}}},
             "x-root":[1]}
            """#
        ).document()
        #expect(document.version == .v3_1)
        #expect(document.versionText == "3.1.0")
        #expect(document.info.title == "Pets")
        #expect(document.info.contact?.extensions.map(\.key) == ["x-c"])
        #expect(document.info.license?.identifier == "MIT")
        #expect(document.info.extensions.map(\.key) == ["x-logo"])
        #expect(document.servers.first?.variables["region"]?.allowedValues == ["eu", "us"])
        #expect(document.servers.first?.variables["region"]?.defaultValue == "eu")
        #expect(document.security?.map { $0.schemes.map(\.name) } == [["key"], []])
        #expect(document.tags.first?.externalDocs?.url == "https://d")
        #expect(document.externalDocs?.description == "more")
        #expect(document.paths.isEmpty)
        #expect(document.pathExtensions.map(\.key) == ["x-paths"])
        #expect(document.webhooks["newPet"]?.operations.map(\.operationID) == ["hook"])
        #expect(document.extensions.map(\.key) == ["x-root"])
        #expect(document.files == ["api.json"])
    }

    @Test func readsAnOperationInFull() throws {
        let document = try Files.document(
            #"""
            "paths":{"/pets/{id}":{"summary":"S","parameters":[
              {"name":"id","in":"path","required":true,"schema":{"type":"string"}},
              {"name":"page","in":"query","schema":{"type":"integer"}}],
             "put":{"operationId":"putPet","tags":["pets"],"summary":"Put","description":"D","deprecated":true,
              "parameters":[{"name":"page","in":"query","schema":{"type":"string"}}],
              "requestBody":{"required":true,"content":{"multipart/form-data":{"schema":{"type":"object"},
                "encoding":{"photo":{"contentType":"image/png","headers":{"X-A":{"schema":{}}}},
                            "tags":{"style":"spaceDelimited","explode":true}}}}},
              "responses":{"200":{"description":"ok","headers":{"X-Rate":{"required":true,"schema":{"type":"integer"}}},
                 "content":{"application/json":{"example":{"a":1},"examples":{"one":{"summary":"s","value":null}}}},
                 "links":{"next":{"operationId":"putPet","parameters":{"id":"$response.body#/id"}}}},
               "4XX":{"description":"bad"},"default":{"description":"else"},"x-r":1},
              "callbacks":{"done":{"{$request.body#/url}":{"post":{"responses":{}}}}},
              "security":[],"servers":[{"url":"/v2"}],"x-o":"y"}}}
            """#
        ).document()
        let item = try #require(document.paths["/pets/{id}"])
        let put = try #require(item.operations.first)
        #expect(put.method == .put)
        #expect(put.isDeprecated)
        #expect(put.security?.isEmpty == true)
        #expect(document.security(of: put)?.isEmpty == true)
        #expect(document.servers(of: put, in: item).map(\.url) == ["/v2"])
        #expect(item.parameters(of: put).map(\.name) == ["id", "page"])
        guard case .schema(.inline(let page), _) = try #require(item.parameters(of: put).last).value else {
            Issue.record("the operation's own parameter counts")
            return
        }
        #expect(page.types == .string)

        let form = try #require(put.requestBody?.content["multipart/form-data"])
        #expect(form.encoding["photo"]?.headers.keys == ["X-A"])
        #expect(form.encoding["photo"]?.serialization == nil)
        #expect(
            form.encoding["tags"]?.serialization
                == .init(style: .spaceDelimited, explode: true, allowsReserved: false))

        #expect(put.responses.entries.map(\.status) == [.code(200), .range(4), .default])
        #expect(put.responses.extensions.map(\.key) == ["x-r"])
        let ok = try #require(put.responses[.code(200)])
        #expect(ok.headers["X-Rate"]?.isRequired == true)
        #expect(ok.content["application/json"]?.example?["a"]?.number?.integer == 1)
        #expect(ok.content["application/json"]?.examples["one"]?.value?.isNull == true)
        #expect(ok.links["next"]?.target == .operationID("putPet"))
        #expect(put.callbacks["done"]?.paths["{$request.body#/url}"]?.operations.map(\.method) == [.post])
        #expect(put.extensions.map(\.key) == ["x-o"])
    }

    @Test(arguments: [
        (#"{"swagger":"1.2"}"#, "1:12 error unsupported-version"),
        (#"{"openapi":"3.3.0"}"#, "1:12 error unsupported-version"),
        (#"{"openapi":"4.0"}"#, "1:12 error unsupported-version"),
        (#"{"openapi":{}}"#, "1:12 error wrong-type"),
        (#"{"info":{}}"#, "1:1 error not-openapi"),
        (#"[]"#, "1:1 error not-openapi"),
    ])
    func refusesOtherVersionsAtTheirPlace(_ text: String, _ expected: String) {
        #expect(Files(text).faults().first?.hasPrefix(expected) == true)
    }

    @Test func saysThatTheRootIsMissing() {
        #expect(
            Files([:]).faults() == ["error unreadable-file: `api.json` cannot be read: there is no such file"])
    }

    @Test func passesOnWhatTheReaderOfNodesFound() {
        let faults = Files([
            "api.json": #"{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{"/a":{"$ref":"b.json"}}}"#,
            "b.json": "{",
        ]).faults()
        #expect(faults.first?.hasPrefix("b.json:1:2 error") == true)
    }

    @Test func demandsWhatTheVersionDemands() {
        #expect(
            Files(#"{"openapi":"3.0.3","info":{"title":"T","version":"1"}}"#).faults()
                == ["1:1 error missing-field: the document has no `paths`"])
        #expect(
            Files(#"{"openapi":"3.1.0","info":{"title":"T","version":"1"}}"#).faults()
                == ["1:1 error missing-field: the document has none of `paths`, `webhooks` and `components`"])
        #expect(Files(#"{"openapi":"3.1.0","info":{"title":"T","version":"1"},"webhooks":{}}"#).faults().isEmpty)
        #expect(
            Files.document(#""paths":{"/a":{"get":{}}}"#, version: "3.0.0").faults()
                == ["2:22 error missing-field: an operation has no `responses`"])
    }

    @Test func understandsWhatIsCommonlyWrong() {
        let faults = Files(
            #"""
            {"openapi":"3.0.0",
            "paths":{"pets":{"get":{
            "operationid":"a",
            "description":null,
            "deprecated":"true",
            "summary":7,
            "responses":{"200":{}}}}}}
            """#
        ).faults()
        #expect(
            faults == [
                "1:1 warning missing-field: the document has no `info`",
                "2:10 warning path-without-slash: the path `pets` does not begin with a slash; one is put before it",
                "3:1 warning unknown-field: an operation has no field `operationid`; it is ignored",
                "- did you mean `operationId`?",
                "4:15 warning null-field: `description` is null; it is ignored", "- leave it out",
                "5:14 warning quoted-boolean: `deprecated` is a string; it is read as the boolean",
                "- leave the quotation marks out",
                "6:11 warning unquoted-text: `summary` is a number; it is read as text", "- put it in quotation marks",
                "7:20 warning missing-field: a response has no `description`",
            ])
    }

    @Test func reportsAllFaultsInTheOrderOfTheText() {
        let faults = Files.operation(
            #"""
            "tags":"pets",
            "parameters":[{"name":"a","in":"querry","schema":{}},{"in":"query"},{"name":"b","in":"query"}],
            "requestBody":[]
            """#
        ).faults()
        #expect(
            faults == [
                "3:8 error wrong-type: `tags` is a string, where a list is expected",
                "4:32 error unknown-value: `querry` is no value of `in`", "- did you mean `query`?",
                "4:54 error missing-field: a parameter has no `name`",
                "4:69 error missing-schema: the parameter `b` has neither `schema` nor `content`",
                "- add `schema: {type: string}`, or what it is",
                "5:15 error wrong-type: a request body must be an object, not an array",
            ])
    }

    @Test func readsWhatLaterVersionsAddedWithAWarning() throws {
        let files = Files.document(#""paths":{},"webhooks":{"w":{"post":{"responses":{}}}}"#, version: "3.0.0")
        #expect(
            files.faults() == [
                "2:12 warning later-field: the document has `webhooks` only since OpenAPI 3.1; it is read as 3.1 would",
                "- declare `openapi: 3.1.0`, or leave it out",
            ])
        #expect(try files.document().webhooks.keys == ["w"])
    }
}
