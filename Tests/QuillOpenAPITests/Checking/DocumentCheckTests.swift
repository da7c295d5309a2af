import QuillOpenAPI
import Testing

@Suite("Checking documents")
struct DocumentCheckTests {
    @Test func pathsAndTheirParametersMustAgree() {
        let faults = Files.document(
            #"""
            "paths":{
            "/a/{id}":{"get":{}},
            "/b/{id}":{"get":{"parameters":[{"name":"ID","in":"path","schema":{}}]}},
            "/c/{id":{},
            "/d/{x}":{"get":{"parameters":[{"name":"x","in":"path","required":true,"schema":{}}]}},
            "/d/{y}":{"get":{"parameters":[{"name":"y","in":"path","required":true,"schema":{}}]}}}
            """#
        ).faults()
        #expect(
            faults == [
                "3:18 warning undeclared-path-parameter: GET `/a/{id}` has no parameter for `{id}`; "
                    + "it is taken for a text",
                "- add a parameter with `name: id` and `in: path`",
                "4:18 warning undeclared-path-parameter: GET `/b/{id}` has no parameter for `{id}`; "
                    + "it is taken for a text",
                "- add a parameter with `name: id` and `in: path`",
                "4:33 warning optional-path-parameter: "
                    + "the path parameter `ID` does not say `required: true`; it is read so",
                "4:33 warning unused-path-parameter: "
                    + "the path parameter `ID` does not occur in `/b/{id}`; it is left out",
                "- put `{ID}` into the path, or remove the parameter",
                "5:1 error malformed-template: the braces of the path `/c/{id` do not match",
                "- a parameter is written `{name}`",
                "7:1 warning ambiguous-path: no request can tell `/d/{y}` from `/d/{x}`, and both have GET",
                "- `/d/{x}` stands here",
            ])
    }

    @Test func whatIsClearIsAssumed() throws {
        let document = try Files.document(
            #"""
            "paths":{
            "/a/{id}":{"get":{"operationId":"one"},"put":{"operationId":"one"}}}
            """#
        ).read().0
        let operations = try #require(document.paths["/a/{id}"]).operations
        #expect(operations.map(\.operationID) == ["one", nil])
        for operation in operations {
            let parameter = try #require(operation.parameters.first)
            #expect(parameter.name == "id" && parameter.place == .path && parameter.isRequired)
        }
    }

    @Test func namesMustBeUnique() {
        let faults = Files.document(
            #"""
            "tags":[{"name":"t"},{"name":"t"}],
            "paths":{"/a":{"get":{"operationId":"one"},
            "put":{"operationId":"one","parameters":[
            {"name":"X-A","in":"header","schema":{}},
            {"name":"x-a","in":"header","schema":{}},
            {"name":"x-a","in":"query","schema":{}}]}}}
            """#
        ).faults()
        #expect(
            faults == [
                "2:22 warning duplicate-tag: the tag `t` is described twice", "- it is described here first",
                "4:7 warning duplicate-operation-id: the operation id `one` is taken; this operation is named after its path",
                "- it is taken here",
                "6:1 error duplicate-parameter: the parameter `x-a` in header stands twice in one list",
                "- it stands here first",
            ])
    }

    @Test func serversMustDefineTheirVariables() {
        let faults = Files.document(
            #"""
            "paths":{},"servers":[
            {"url":"https://{host}/{base}","variables":{"host":{"default":"a","enum":["b"]}}},
            {"url":"https://{host"}]
            """#
        ).faults()
        #expect(
            faults == [
                "3:8 error undefined-server-variable: "
                    + "`{base}` of `https://{host}/{base}` is not among the server's variables",
                "- add `base` to `variables`, with a `default`",
                "3:63 warning default-not-allowed: the default `a` is not among the values of `enum`",
                "4:8 error malformed-template: the braces of the server's URL `https://{host` do not match",
            ])
    }

    @Test(arguments: [
        ("/a/{b}/c", ["/a/", "{b}", "/c"]), ("/{a}.{b}", ["/", "{a}", ".", "{b}"]), ("/", ["/"]), ("", []),
        ("/{}", nil), ("/{a", nil), ("/a}", nil), ("/{{a}}", nil),
    ])
    func templatesHavePieces(_ text: String, _ expected: [String]?) {
        let pieces = OpenAPI.PathTemplate(text)?.pieces.map { piece in
            switch piece {
            case .literal(let text): text
            case .parameter(let name): "{\(name)}"
            }
        }
        #expect(pieces == expected)
    }
}
