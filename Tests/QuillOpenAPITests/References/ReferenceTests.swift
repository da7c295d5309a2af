import QuillOpenAPI
import Testing

@Suite("References")
struct ReferenceTests {
    @Test func keepReferencesToSchemas() throws {
        let document = try Files.schemas(
            #"""
            "Tree":{"properties":{"children":{"items":{"$ref":"#/components/schemas/Tree"}}}},
            "Alias":{"$ref":"#/components/schemas/Tree"}
            """#
        ).document()
        #expect(
            document.schemas.map(\.identity.description) == [
                "api.json#/components/schemas/Tree", "api.json#/components/schemas/Alias",
            ])
        let alias = try #require(document.schemas.last?.schema)
        #expect(alias.target?.name == "Tree")
        #expect(document.schemas.resolve(alias)?.identity?.name == "Tree")
        #expect(document.components.schemas.keys == ["Tree", "Alias"])
    }

    @Test func followPointersWithEscapesIntoAnything() throws {
        let document = try Files.document(
            #"""
            "paths":{"/a/{b c}":{"get":{
              "parameters":[{"name":"b c","in":"path","required":true,"schema":{"type":"string"}}],
              "responses":{"200":{"description":"","content":{"application/json":{"schema":{"items":
                {"$ref":"#/paths/~1a~1%7Bb%20c%7D/get/parameters/0/schema"}}},
                "text/x~y":{"schema":{"$ref":"#/components/schemas/a~1b~0c%25"}}}}}}}},
            "components":{"schemas":{"a/b~c%":{"type":"integer"}}}
            """#
        ).document()
        #expect(
            document.schemas.map(\.identity.pointer) == [
                "/components/schemas/a~1b~0c%", "/paths/~1a~1{b c}/get/parameters/0/schema",
            ])
        #expect(document.schemas.first?.identity.name == "a/b~c%")
        let types = document.schemas.map { document.schemas.resolve($0.schema)?.schema.types }
        #expect(types == [.integer, .string])
    }

    @Test func leadThroughFilesRelativeToEach() throws {
        let document = try Files([
            "spec/api.json": #"""
            {"openapi":"3.0.0","info":{"title":"T","version":"1"},"paths":{
              "/a":{"$ref":"paths/a.json"},
              "/b":{"get":{"responses":{"200":{"$ref":"./responses.json#/ok"},"404":{"$ref":"responses.json#/ok"}}}}},
             "components":{"schemas":{"Error":{"type":"object"}}}}
            """#,
            "spec/paths/a.json": #"""
            {"get":{"responses":{"200":{"$ref":"../responses.json#/ok"}}}}
            """#,
            "spec/responses.json": #"""
            {"ok":{"description":"ok","content":{"application/json":{"schema":{"$ref":"models/pet%20one.json"}}}}}
            """#,
            "spec/models/pet one.json": #"""
            {"properties":{"error":{"$ref":"../api.json#/components/schemas/Error"},
             "tag":{"$ref":"#/definitions/Tag"},"self":{"$ref":"../paths/../models/pet%20one.json"}},
             "x-d":1,"definitions":{"Tag":{"type":"string"}}}
            """#,
        ]).document("spec/api.json")
        #expect(
            document.schemas.map(\.identity.description) == [
                "api.json#/components/schemas/Error", "models/pet one.json#", "models/pet one.json#/definitions/Tag",
            ])
        #expect(document.schemas.map(\.identity.name) == ["Error", "pet one", "Tag"])
        #expect(document.files == ["api.json", "paths/a.json", "responses.json", "models/pet one.json"])
        let responses = document.paths.flatMap { $0.value.operations.flatMap(\.responses.entries) }.map(\.response)
        #expect(responses.map { $0.identity?.description } == Array(repeating: "responses.json#/ok", count: 3))
        #expect(document.paths["/a"]?.identity?.name == "a")
    }

    @Test func rememberTheNamesOfComponents() throws {
        let document = try Files.document(
            #"""
            "paths":{"/a":{"get":{
               "parameters":[{"$ref":"#/components/parameters/Page"}],
               "requestBody":{"$ref":"#/components/requestBodies/Body"},
               "responses":{"404":{"$ref":"#/components/responses/NotFound"},"500":{"description":"inline"}},
               "callbacks":{"c":{"$ref":"#/components/callbacks/Done"}}}}},
            "components":{"parameters":{"Page":{"name":"page","in":"query","schema":{}}},
               "requestBodies":{"Body":{"content":{"text/plain":{}}}},
               "headers":{"H":{"schema":{}}},"examples":{"E":{"value":1}},"links":{"L":{"operationId":"x"}},
               "responses":{"NotFound":{"description":"","headers":{"X":{"$ref":"#/components/headers/H"}},
                 "content":{"text/plain":{"examples":{"e":{"$ref":"#/components/examples/E"}}}},
                 "links":{"l":{"$ref":"#/components/links/L"}}}},
               "callbacks":{"Done":{"{$url}":{"$ref":"#/components/pathItems/P"}}},
               "pathItems":{"P":{"post":{}}}}
            """#
        ).document()
        let get = try #require(document.paths.first?.value.operations.first)
        let notFound = try #require(get.responses[.code(404)])
        #expect(get.parameters.map(\.identity?.name) == ["Page"])
        #expect(get.requestBody?.identity?.name == "Body")
        #expect(notFound.identity?.name == "NotFound")
        #expect(get.responses[.code(500)]?.identity == nil)
        #expect(notFound.headers["X"]?.identity?.name == "H")
        #expect(notFound.content["text/plain"]?.examples["e"]?.identity?.name == "E")
        #expect(notFound.links["l"]?.identity?.name == "L")
        #expect(get.callbacks["c"]?.identity?.name == "Done")
        #expect(get.callbacks["c"]?.paths.first?.value.identity?.name == "P")
        #expect(document.components.responses["NotFound"]?.identity == notFound.identity)
    }

    @Test func ignoreSiblingsIn3_0() throws {
        let files = Files.schemas(
            #"""
            "A":{},
            "B":{"$ref":"#/components/schemas/A","description":"d","x-a":1}
            """#, version: "3.0.0")
        #expect(
            files.faults() == [
                "3:38 warning ignored-sibling: `description` stands beside a `$ref` and is ignored, as OpenAPI demands",
                "- move it to what is referred to, or wrap the reference in an `allOf`",
            ])
        guard case .reference(_, nil, _) = try files.document().schemas.last?.schema else {
            Issue.record("siblings are not ignored")
            return
        }
    }

    @Test func honourSiblingsIn3_1() throws {
        let document = try Files.document(
            #"""
            "paths":{"/a":{"get":{"responses":{"200":{"$ref":"#/components/responses/R","description":"own"},
                                               "201":{"$ref":"#/components/responses/R"}}}}},
            "components":{"responses":{"R":{"description":"shared"}},
              "schemas":{"A":{},"B":{"$ref":"#/components/schemas/A","description":"d","type":["string","null"]}}}
            """#
        ).document()
        let responses = try #require(document.paths.first?.value.operations.first?.responses)
        #expect(responses.entries.map(\.response.description) == ["own", "shared"])
        guard case .reference(_, let siblings?, _) = document.schemas.last?.schema else {
            Issue.record("siblings are lost")
            return
        }
        #expect(siblings.description == "d")
        #expect(siblings.types == [.string, .null])
    }

    @Test func addToPathItems() throws {
        let document = try Files([
            "api.json": #"""
            {"openapi":"3.0.0","info":{"title":"T","version":"1"},
             "paths":{"/a":{"$ref":"a.json","summary":"own","get":{"operationId":"own","responses":{}}}}}
            """#,
            "a.json": #"""
            {"get":{"operationId":"theirs","responses":{}},"put":{"operationId":"put","responses":{}},
             "summary":"theirs"}
            """#,
        ]).document()
        let item = try #require(document.paths.first?.value)
        #expect(item.summary == "own")
        #expect(item.operations.map(\.operationID) == ["put", "own"])
    }

    @Test func areFollowedWhereTheyDoNotBelong() throws {
        let files = Files([
            "api.json": #"""
            {"openapi":"3.0.0","info":{"title":"T","version":"1","description":{"$ref":"t.json#/text"}},
             "paths":{"/a":{"get":{"$ref":"o.json"},"put":{"$ref":"o.json#"}}}}
            """#,
            "o.json": #"{"tags":["t"],"responses":{"200":{"description":{"$ref":"t.json#/text"}}}}"#,
            "t.json": #"{"text":"hello"}"#,
        ])
        let document = try files.document()
        #expect(document.info.description == "hello")
        let operations = try #require(document.paths.first?.value.operations)
        #expect(operations.map(\.method) == [.get, .put])
        #expect(operations.map(\.responses.entries.first?.response.description) == ["hello", "hello"])
        #expect(
            files.faults().map { $0.prefix(32) } == [
                "1:76 warning misplaced-reference", "2:31 warning misplaced-reference",
            ])
    }

    @Test func findAnchorsAndIdentifiers() throws {
        let document = try Files.schemas(
            #"""
            "A":{"$id":"https://x.example/a","$defs":{"B":{"$anchor":"bee","type":"string"}}},
            "C":{"properties":{"b":{"$ref":"#bee"},"a":{"$ref":"https://x.example/a"},
                 "d":{"$ref":"https://x.example/a#/$defs/B"}}}
            """#
        ).document()
        #expect(
            document.schemas.map(\.identity.pointer) == [
                "/components/schemas/A", "/components/schemas/C", "/components/schemas/A/$defs/B",
            ])
    }

    @Test func areRelativeToTheIdentifierOfTheSchema() throws {
        let files = Files.schemas(
            ##"""
            "A":{"$id":"https://x.example/s/a","$defs":{"B":{"$anchor":"bee","type":"string"},
                   "In":{"$id":"in","properties":{"it":{"$ref":"#"},"up":{"$ref":"a#bee"}}}},
                 "properties":{"b":{"$ref":"#/$defs/B"},"bee":{"$ref":"#bee"},"self":{"$ref":"#"},
                   "in":{"$ref":"in"},"c":{"$ref":"../s/c"},"file":{"$ref":"api.json#/components/schemas/D"}}},
            "C":{"$id":"https://x.example/s/c","$defs":{"B":{"$anchor":"bee"}},"properties":{"bee":{"$ref":"#bee"}}},
            "D":{"properties":{"b":{"$ref":"#/components/schemas/A/$defs/In/properties/it"}}}
            """##)
        #expect(files.faults() == [])
        let document = try files.document()
        let targets = document.schemas.flatMap { entry -> [String] in
            let properties = document.schemas.resolve(entry.schema)?.schema.object.properties
            return properties?.map { "\($0.key) \($0.value.target?.pointer.dropFirst(19) ?? "")" } ?? []
        }
        #expect(
            targets.prefix(8) == [
                "b /A/$defs/B", "bee /A/$defs/B", "self /A", "in /A/$defs/In", "c /C", "file /D", "bee /C/$defs/B",
                "b /A/$defs/In/properties/it",
            ])
        #expect(targets.contains("it /A/$defs/In") && targets.contains("up /A/$defs/B"))
    }

    @Test func meanTheFileWhereTheSchemaWithAnIdentifierHasNoSuchThing() throws {
        let files = Files.schemas(
            ##"""
            "A":{"$id":"https://x.example/a","properties":{
              "b":{"$ref":"#/components/schemas/B"},"c":{"$ref":"#/components/schemas/B"},
              "d":{"$ref":"owner.json#/definitions/Owner"}}},
            "B":{}
            """##)
        var both = files
        both.texts["owner.json"] = ##"{"definitions":{"Owner":{}}}"##
        #expect(
            both.faults() == [
                "3:15 warning reference-beyond-id: `#/components/schemas/B` leads nowhere in the schema with the "
                    + "`$id` that it stands in; it is followed in the whole file, here and wherever that occurs in "
                    + "the schema",
                "- remove the `$id`, or write the name of the file before the `#`",
            ])
    }

    @Test func resolveTheNamesOfDiscriminators() throws {
        let files = Files.schemas(
            #"""
            "Pet":{"discriminator":{"propertyName":"kind","mapping":{"c":"Cat","d":"#/components/schemas/Dog",
              "e":"Catt","f":"./none.json"}}},
            "Cat":{},"Dog":{}
            """#)
        #expect(
            files.faults() == [
                "3:7 error unresolved-reference: `Catt` leads nowhere: `components.schemas` has no schema of that name",
                "- did you mean `Cat`?",
                "3:18 error unreadable-file: `none.json` cannot be read: there is no such file",
            ])
    }

    @Test(arguments: [
        (
            "#/components/schemas/Pett",
            "unresolved-reference: "
                + "`#/components/schemas/Pett` leads nowhere: `api.json#/components/schemas` has no `Pett`",
            "did you mean `Pet`?"
        ),
        (
            "#/components/schema/Pet",
            "unresolved-reference: "
                + "`#/components/schema/Pet` leads nowhere: `api.json#/components` has no `schema`",
            "did you mean `schemas`?"
        ),
        (
            "#nowhere",
            "unresolved-reference: `#nowhere` leads nowhere: no schema of `api.json` has that anchor",
            "a reference into a document begins with `#/`"
        ),
        ("other.json", "unreadable-file: `other.json` cannot be read: there is no such file", nil),
        (
            "../up.json",
            "reference-outside-folder: `../up.json` leads out of the folder of the root document",
            "move the file into that folder and refer to it by a relative path, or allow it with `--allow-outside`"
        ),
        (
            "a/%2e%2e/%2e%2e/up.json",
            "reference-outside-folder: "
                + "`a/%2e%2e/%2e%2e/up.json` leads out of the folder of the root document",
            "move the file into that folder and refer to it by a relative path, or allow it with `--allow-outside`"
        ),
        (
            "/etc/passwd",
            "reference-outside-folder: `/etc/passwd` leads out of the folder of the root document",
            "move the file into that folder and refer to it by a relative path, or allow it with `--allow-outside`"
        ),
        (
            "https://x.example/a.json",
            "remote-reference: `https://x.example/a.json` refers to another host, which may not be asked",
            "copy the file next to the document and refer to it by a relative path, or allow the host with "
                + "`--allow-host x.example`"
        ),
        (
            "file:///etc/passwd",
            "remote-reference: `file:///etc/passwd` is neither a file nor on a host that could be asked",
            "copy the file next to the document and refer to it by a relative path"
        ),
        (
            "https://me@x.example/a.json",
            "remote-reference: `https://me@x.example/a.json` is neither a file nor on a host that could be asked",
            "copy the file next to the document and refer to it by a relative path"
        ),
        (
            "//x.example/a.json",
            "remote-reference: `//x.example/a.json` is neither a file nor on a host that could be asked",
            "copy the file next to the document and refer to it by a relative path"
        ),
        (
            "#/components/responses/R",
            "wrong-kind-of-reference: the reference leads to a response, where a schema is expected",
            "it leads to `api.json#/components/responses/R`"
        ),
        (
            "#/components/schemas",
            "wrong-kind-of-reference: the reference leads to a collection, where a schema is expected",
            "it leads to `api.json#/components/schemas`"
        ),
        (
            "#",
            "wrong-kind-of-reference: the reference leads to the whole document, where a schema is expected",
            "it leads to `api.json#`"
        ),
    ])
    func sayWhereTheyLead(_ reference: String, _ message: String, _ note: String?) {
        let faults = Files.document(
            #"""
            "components":{"responses":{"R":{"description":""}},"schemas":{"Pet":{},"A":{"items":
            {"$ref":"\#(reference)"}}}}
            """#
        ).faults()
        #expect(faults == ["3:9 error " + message] + (note.map { ["- " + $0] } ?? []))
    }

    @Test func suggestTheRootDocument() {
        let faults = Files([
            "api.json": #"""
            {"openapi":"3.1.0","info":{"title":"T","version":"1"},"components":{"schemas":{"A":{"$ref":"b.json"}}}}
            """#,
            "b.json": ##"{"items":{"$ref":"#/components/schemas/A"}}"##,
        ]).faults()
        #expect(
            faults == [
                "b.json:1:18 error unresolved-reference: `#/components/schemas/A` leads nowhere: "
                    + "`b.json` has no `components`",
                "- `#` means this file; to mean the root document write `api.json#/components/schemas/A`",
            ])
    }

    @Test func mayNotLeadBackOutsideOfSchemas() {
        let faults = Files.document(
            #"""
            "components":{"responses":{
            "A":{"$ref":"#/components/responses/B"},
            "B":{"$ref":"#/components/responses/A"},
            "C":{"$ref":"#/components/responses/C"}},
            "callbacks":{"D":{"{$url}":{"post":{"callbacks":{"again":
            {"$ref":"#/components/callbacks/D"}}}}}}}
            """#
        ).faults()
        #expect(
            faults.filter { !$0.hasPrefix("- ") } == [
                "3:13 error reference-cycle: `#/components/responses/B` leads back to what contains it",
                "4:13 error reference-cycle: `#/components/responses/A` leads back to what contains it",
                "5:13 error reference-cycle: `#/components/responses/C` leads back to what contains it",
                "7:9 error reference-cycle: `#/components/callbacks/D` leads back to what contains it",
            ])
    }

    @Test func makeASchemaOfItselfAnError() {
        let faults = Files.schemas(
            #"""
            "A":{"$ref":"#/components/schemas/B"},
            "B":{"allOf":[{},{"$ref":"#/components/schemas/A"}]},
            "Pet":{"oneOf":[{"$ref":"#/components/schemas/Cat"}]},
            "Cat":{"allOf":[{"$ref":"#/components/schemas/Pet"}]}
            """#
        ).faults()
        #expect(faults == ["3:18 error reference-cycle: the schema `A` consists of itself: `A` → `B` → `A`"])
    }

    @Test func toOnePlaceAsTwoKindsAreAnError() {
        let faults = Files([
            "api.json": #"""
            {"openapi":"3.1.0","info":{"title":"T","version":"1"},"components":{
            "headers":{"H":{"$ref":"x.json#/a"}},"schemas":{"S":{"$ref":"x.json#/a"}}}}
            """#,
            "x.json": #"{"a":{"schema":{}}}"#,
        ]).faults()
        #expect(faults.contains { $0.contains("wrong-kind-of-reference: the reference leads to a header") })
    }
}
