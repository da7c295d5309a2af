import QuillOpenAPI
import Testing

@Suite("Reading what OpenAPI 3.2 added")
struct Version32Tests {
    private func operation(_ members: String) throws -> OpenAPI.Operation {
        let document = try Files.operation(members, version: "3.2.0").document()
        return try #require(document.paths.first?.value.operations.first)
    }

    @Test func readsEverythingAroundTheOperations() throws {
        let (document, warnings) = try Files.document(
            #"""
            "$self":"https://example.com/api.json","paths":{},
            "servers":[{"url":"https://h","name":"prod"}],
            "tags":[{"name":"a","summary":"A","kind":"nav"},{"name":"b","parent":"a"}],
            "components":{"schemas":{"A":{"$ref":"https://example.com/api.json#/components/schemas/B"},"B":{}}}
            """#, version: "3.2.1"
        ).read()
        #expect(warnings.isEmpty)
        #expect(document.version == .v3_2)
        #expect(document.selfURI == "https://example.com/api.json")
        #expect(document.servers.first?.name == "prod")
        #expect(document.tags.map(\.summary) == ["A", nil])
        #expect(document.tags.map(\.kind) == ["nav", nil])
        #expect(document.tags.map(\.parent) == [nil, "a"])
        #expect(document.schemas.first?.schema.target?.description == "api.json#/components/schemas/B")
    }

    @Test func checksTheParentsOfTags() {
        let faults = Files.document(
            #"""
            "paths":{},"tags":[{"name":"a","parent":"b"},{"name":"b","parent":"a"},
            {"name":"c","parent":"A1"},{"name":"d","parent":"a"},
            {"name":"e","parent":"e"}]
            """#, version: "3.2.0"
        ).faults()
        #expect(
            faults == [
                "2:20 error tag-cycle: the tag `a` is a part of itself",
                "3:1 error undefined-tag: `tags` has no tag `A1`, which `c` is to be a part of",
                "- did you mean `a`?",
                "4:1 error tag-cycle: the tag `e` is a part of itself",
            ])
    }

    @Test func readsOperationsOfAnyMethod() throws {
        let document = try Files.document(
            #"""
            "paths":{"/a":{"get":{},"query":{"operationId":"q"},
              "additionalOperations":{"LINK":{"operationId":"l"},"link":{"operationId":"m"}}}}
            """#, version: "3.2.0"
        ).document()
        let operations = try #require(document.paths.first?.value.operations)
        #expect(operations.map(\.method) == [.get, .query, OpenAPI.Method("LINK"), OpenAPI.Method("link")])
        #expect(operations.map(\.operationID) == [nil, "q", "l", "m"])
    }

    @Test func refusesMethodsThatAreNone() {
        let faults = Files.document(
            #"""
            "paths":{"/a":{"additionalOperations":{"POST":{},
            "a b":{},
            "":{}}}}
            """#, version: "3.2.0"
        ).faults()
        #expect(
            faults == [
                "2:40 error misplaced-method: `POST` has a field of its own in a path item",
                "- move the operation to `post`",
                "3:1 error malformed-method: `a b` is no method of HTTP",
                "- a method is made of letters, digits and a few marks such as `-`",
                "4:1 error malformed-method: `` is no method of HTTP",
                "- a method is made of letters, digits and a few marks such as `-`",
            ])
    }

    @Test func readsTheWholeQueryAsOneParameter() throws {
        let parameters = try operation(
            #"""
            "parameters":[{"name":"q","in":"querystring","content":{"application/json":{"schema":{"type":"object"}}}},
              {"name":"c","in":"cookie","style":"cookie","schema":{}}]
            """#
        ).parameters
        #expect(parameters.map(\.place) == [.querystring, .cookie])
        guard case .content("application/json", _) = parameters.first?.value,
            case .schema(_, let serialization) = parameters.last?.value
        else {
            Issue.record("a parameter is not what the document says: \(parameters)")
            return
        }
        #expect(serialization == .init(style: .cookie, explode: true, allowsReserved: false))
    }

    @Test func refusesAWholeQueryBesideItsParts() {
        let faults = Files.operation(
            #"""
            "parameters":[{"name":"q","in":"querystring","content":{"application/json":{}}},
            {"name":"r","in":"query","schema":{}},
            {"name":"s","in":"querystring","schema":{}}]
            """#, version: "3.2.0"
        ).faults()
        #expect(
            faults == [
                "4:1 error querystring-and-query: the parameter `q` is the whole query, so `r` has no place in it",
                "- it stands here",
                "5:1 error missing-content: the parameter `s` is the whole query, which only `content` can describe",
                "- add `content: {application/x-www-form-urlencoded: {schema: …}}`, or what it is",
            ])
    }

    @Test func readsSequencesAndTheEncodingOfTheirParts() throws {
        let (document, warnings) = try Files.document(
            #"""
            "paths":{"/a":{"post":{"requestBody":{"content":{"multipart/mixed":{
              "prefixEncoding":[{"contentType":"text/plain"},{"contentType":"image/png"}],
              "itemEncoding":{"contentType":"multipart/mixed","itemEncoding":{"contentType":"text/html"},
                "prefixEncoding":[{"encoding":{"a":{}}}]}}}},
             "responses":{"200":{"summary":"S",
              "content":{"text/event-stream":{"$ref":"#/components/mediaTypes/events"}}}}}}},
            "components":{"mediaTypes":{"events":{"itemSchema":{"type":"object"},
              "examples":{"e":{"dataValue":{"a":1},"serializedValue":"data: 1"}}}}}
            """#, version: "3.2.0"
        ).read()
        #expect(warnings.isEmpty)
        let operation = try #require(document.paths.first?.value.operations.first)
        let form = try #require(operation.requestBody?.content.first?.value)
        #expect(form.prefixEncoding.map(\.contentType) == ["text/plain", "image/png"])
        #expect(form.itemEncoding?.contentType == "multipart/mixed")
        #expect(form.itemEncoding?.itemEncoding?.contentType == "text/html")
        #expect(form.itemEncoding?.prefixEncoding.count == 1)
        #expect(form.itemEncoding?.prefixEncoding.first?.encoding.keys == ["a"])
        let response = try #require(operation.responses[.code(200)])
        #expect(response.summary == "S")
        #expect(response.description.isEmpty)
        let events = try #require(response.content["text/event-stream"])
        #expect(events.schema == nil)
        #expect(events.itemSchema != nil)
        #expect(events.identity?.pointer == "/components/mediaTypes/events")
        #expect(events.examples["e"]?.dataValue?["a"]?.number?.integer == 1)
        #expect(events.examples["e"]?.serializedValue == "data: 1")
        #expect(document.components.mediaTypes.keys == ["events"])
    }

    @Test func refusesPartsByNameAndByPosition() {
        let faults = Files.operation(
            #""requestBody":{"content":{"multipart/mixed":{"encoding":{},"itemEncoding":{}}}}"#, version: "3.2.0"
        ).faults()
        #expect(
            faults == [
                "3:60 error encoding-by-name-and-position: `itemEncoding` cannot stand beside `encoding`",
                "- describe the parts by their names or by their positions",
            ])
    }

    @Test func readsSecurity() throws {
        let (document, warnings) = try Files.document(
            #"""
            "paths":{"/a":{"get":{"security":[{"#/components/securitySchemes/o":["r"]}]}}},
            "components":{"securitySchemes":{"o":{"type":"oauth2","deprecated":true,"oauth2MetadataUrl":"https://m",
              "flows":{"deviceAuthorization":{"deviceAuthorizationUrl":"https://d","tokenUrl":"https://t",
                "scopes":{"r":""}}}}}}
            """#, version: "3.2.0"
        ).read()
        #expect(warnings.isEmpty)
        let scheme = try #require(document.components.securitySchemes["o"])
        #expect(scheme.isDeprecated)
        #expect(scheme.oauth2MetadataURL == "https://m")
        guard case .oauth2(let flows) = scheme.kind else {
            Issue.record("not OAuth 2")
            return
        }
        #expect(
            flows.map(\.grant)
                == [.deviceAuthorization(deviceAuthorizationURL: "https://d", tokenURL: "https://t")])
        #expect(document.paths.first?.value.operations.first?.security?.first?.schemes.map(\.name) == ["o"])
    }

    @Test func readsSchemas() throws {
        let (document, warnings) = try Files.schemas(
            #"""
            "A":{"oneOf":[{"$ref":"#/components/schemas/B"}],
              "discriminator":{"propertyName":"k","defaultMapping":"B"},"xml":{"nodeType":"cdata"}},"B":{}
            """#, version: "3.2.0"
        ).read()
        #expect(warnings.isEmpty)
        let first = try #require(document.schemas.first)
        let schema = try #require(document.schemas.resolve(first.schema)?.schema)
        #expect(schema.composition.discriminator?.defaultMapping?.name == "B")
        #expect(schema.annotations.xml?.nodeType == .cdata)
    }

    @Test func isReadInOlderDocumentsWithAWarning() throws {
        let files = Files.document(
            #"""
            "paths":{"/a":{"query":{"parameters":[
            {"name":"q","in":"querystring","content":{"application/json":{"itemSchema":{}}}},
            {"name":"c","in":"cookie","style":"cookie","schema":{}}]}}}
            """#)
        #expect(
            files.faults().filter { !$0.hasPrefix("- ") } == [
                "2:16 warning later-field: a path item has `query` only since OpenAPI 3.2; it is read as 3.2 would",
                "3:18 warning later-field: a parameter has `in: querystring` only since OpenAPI 3.2; it is read as 3.2 "
                    + "would",
                "3:63 warning later-field: a media type has `itemSchema` only since OpenAPI 3.2; it is read as 3.2 "
                    + "would",
                "4:35 warning later-field: a parameter has `style: cookie` only since OpenAPI 3.2; it is read as 3.2 "
                    + "would",
            ])
        #expect(try files.document().paths.first?.value.operations.map(\.method) == [.query])
    }
}
