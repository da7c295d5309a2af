import QuillAPI
import Testing

@Suite("Operations")
struct OperationTests {
    private func ids(_ paths: String) throws -> [String] {
        try DocumentText.paths(paths).api().endpoints.map(\.id)
    }

    @Test(arguments: [
        ("/", "get"), ("/pets", "get_pets"), ("/pets/{id}", "get_pets_id"),
        ("/pets/{pet_id}/photos/", "get_pets_pet_id_photos"),
        ("/größe/ü.x-y", "get_größe_ü_x_y"),
    ])
    func withoutAnIDAreNamedByMethodAndPath(path: String, id: String) throws {
        let parameters = path.split(separator: "{").dropFirst().map { part in
            "{name: \(part.prefix { $0 != "}" }), in: path, required: true, schema: {type: string}}"
        }
        let document = DocumentText.operation("parameters: [\(parameters.joined(separator: ", "))]", path: path)
        let found = try document.api().endpoints.map(\.id)
        #expect(found == [id])
    }

    @Test func withAnEmptyIDAreNamedAlike() throws {
        let found = try DocumentText.operation("operationId: ''").api().endpoints.map(\.id)
        #expect(found == ["get_a"])
    }

    @Test func areNamedApart() {
        let done = "{responses: {'204': {description: Done.}}}"
        let document = DocumentText.paths(
            """
            /a-b: {get: \(done)}
            /a_b: {get: \(done)}
            /a/b: {get: \(done)}
            """)
        #expect(document.faults == [])
        let found = (try? document.api().endpoints.map(\.id)) ?? []
        #expect(found == ["get_a_b_3939", "get_a_b_1873", "get_a_b"])
    }

    @Test func keepTheirNamesWhereverTheyStand() throws {
        let done = "{responses: {'204': {description: Done.}}}"
        let lines = ["/a-b: {get: \(done)}", "/a_b: {get: \(done)}", "/a/b: {get: \(done)}"]
        let found = try ids(lines.joined(separator: "\n"))
        #expect(found == ["get_a_b_3939", "get_a_b_1873", "get_a_b"])
        #expect(try ids(lines.reversed().joined(separator: "\n")) == found.reversed())
    }

    @Test func thatAServerCannotTellApartAreWarnedOf() {
        let done = "{responses: {'204': {description: Done.}}}"
        let document = DocumentText.paths("/a?x=1: {get: \(done)}\n/a?x=2: {get: \(done), put: \(done)}")
        #expect(
            document.faults == [
                "5:3 warning ambiguous-path: a server sees `/a?x=2` and `/a?x=1` as one path, and answers GET as the latter",
                "- 4:3 `/a?x=1` stands here",
            ])
    }

    @Test func ofHEADHaveNoBody() throws {
        let api = try DocumentText.paths(
            """
            /a:
              head: {responses: {'200': {description: D., content: {application/json: {schema: {type: string}}}}}}
            """
        ).api()
        #expect(api.endpoints.first?.responses.map { $0.content == nil } == [true])
    }

    @Test func knowWhereTheirAnswersLead() throws {
        let api = try DocumentText.operation(
            """
            externalDocs: {url: 'https://example.com', description: More}
            responses:
              '200':
                description: D.
                links: {next: {operationId: b, parameters: {id: $response.body#/id, n: 1}, description: Go on.}}
            """
        ).api()
        let endpoint = try #require(api.endpoints.first)
        #expect(endpoint.externalDocs?.url == "https://example.com")
        let link = try #require(endpoint.responses.first?.links.first)
        #expect("\(link.name) \(link.operation) \(link.description ?? "")" == "next b Go on.")
        #expect(link.arguments.map { "\($0.name)=\($0.value)" } == ["id=$response.body#/id", "n=1"])
    }

    @Test func keepTheOrderOfTheDocument() throws {
        let done = "{responses: {'204': {description: Done.}}}"
        let found = try ids("/b: {post: \(done), get: \(done)}\n/a: {trace: \(done), delete: \(done)}")
        #expect(found == ["post_b", "get_b", "trace_a", "delete_a"])
    }

    @Test func takeTextsFromThePathWhereTheyHaveNone() throws {
        let api = try DocumentText.paths(
            """
            /a:
              summary: Of the path
              description: The path.
              get: {summary: Own, deprecated: true, responses: {'204': {description: Done.}}}
              put: {description: Own., responses: {'204': {description: Done.}}}
            """
        ).api()
        #expect(
            api.endpoints.map { "\($0.method) \($0.summary ?? "-"): \($0.description ?? "-")" } == [
                "GET Own: The path.", "PUT Of the path: Own.",
            ])
        #expect(api.endpoints.map(\.isDeprecated) == [true, false])
        #expect(api.endpoints.map(\.path.text) == ["/a", "/a"])
    }

    @Test func knowTheNamesInTheirPath() throws {
        let parameters = ["x", "y", "z"].map { "{name: \($0), in: path, required: true, schema: {type: string}}" }
        let document = DocumentText.operation(
            "parameters: [\(parameters.joined(separator: ", "))]", path: "'/a/{x}/b-{y}.{z}/'")
        let found = try document.api().endpoints.first?.path.parameterNames
        #expect(found == ["x", "y", "z"])
    }

    /// What a server sees of a path, and what stands behind it in some documents.
    @Test(arguments: [
        ("/a", "/a", ""),
        ("/a?beta=true", "/a", "beta=true"),
        ("/a?x=1&y&z=a=b", "/a", "x=1 y= z=a=b"),
        ("/a?", "/a", ""),
        ("/?x=1", "/", "x=1"),
    ])
    func haveTheQueryOfTheirPathAsFixedParameters(path: String, sent: String, query: String) throws {
        let endpoint = try #require(try DocumentText.operation("", path: "'\(path)'").api().endpoints.first)
        #expect(endpoint.path.text == sent)
        #expect(endpoint.fixedQuery.map { "\($0.name)=\($0.value)" }.joined(separator: " ") == query)
    }

    @Test(arguments: [("/a#b", "/a", "", "#b"), ("/a?x=1#y?z=2", "/a", "x=1", "#y?z=2")])
    func areSentWithoutTheFragmentOfTheirPath(path: String, sent: String, query: String, fragment: String) throws {
        let document = DocumentText.operation("", path: "'\(path)'")
        #expect(
            document.faults == [
                "4:3 warning path-fragment: the fragment `\(fragment)` of a path is never sent: a server cannot see it"
            ])
        let endpoint = try #require(try document.api(ignoringWarnings: true).endpoints.first)
        #expect(endpoint.path.text == sent)
        #expect(endpoint.fixedQuery.map { "\($0.name)=\($0.value)" }.joined(separator: " ") == query)
    }

    @Test func differByTheQueryOfTheirPath() throws {
        let done = "{get: {responses: {'204': {description: Done.}}}}"
        let document = DocumentText.paths("'/a?x=1': \(done)\n'/a?x=2': \(done)")
        let found = try document.api(ignoringWarnings: true).endpoints.map(\.id)
        #expect(found == ["get_a_x_1", "get_a_x_2"])
    }

    @Test func belongToTheFirstOfTheirTags() throws {
        let document = DocumentText.operation("tags: [one, two]")
        #expect(
            document.faults == [
                "6:7 warning several-tags: the operation is grouped by its first tag, `one`; its other tags are ignored"
            ])
        let found = try document.api(ignoringWarnings: true).endpoints.first?.group
        #expect(found == ["one"])
    }
}

@Suite("Servers")
struct ServerTests {
    @Test func ofOperationsCountBeforeThoseOfPaths() throws {
        let api = try DocumentText.paths(
            """
            /a:
              servers: [{url: 'https://path.example.com'}]
              get: {servers: [{url: 'https://own.example.com'}], responses: {'204': {description: Done.}}}
              put: {responses: {'204': {description: Done.}}}
            /b: {get: {responses: {'204': {description: Done.}}}}
            """
        ).api()
        #expect(
            api.endpoints.map { $0.servers.map(\.url) }
                == [["https://own.example.com"], ["https://path.example.com"], []])
    }

    @Test(arguments: [
        ("https://{region}.example.com", "https://eu.example.com"),
        ("https://{region}.example.com:{port}/{region}", "https://eu.example.com:8443/eu"),
        ("{port}", "8443"),
    ])
    func haveTheDefaultsOfTheirVariables(url: String, address: String) throws {
        let server = "[{url: '\(url)', variables: {region: {default: eu}, port: {default: '8443'}}}]"
        let document = DocumentText(
            """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            servers: \(server)
            paths:
              /a: {get: {servers: \(server), responses: {'204': {description: Done.}}}}
            """)
        let api = try document.api()
        #expect(api.servers.map(\.url) == [address])
        #expect(api.endpoints.map { $0.servers.map(\.url) } == [[address]])
    }
}

@Suite("Groups")
struct GroupTests {
    private func operation(_ id: String, _ tags: String) -> String {
        "/\(id): {get: {operationId: \(id), tags: \(tags), responses: {'204': {description: Done.}}}}"
    }

    private func groups(_ tags: String, _ operations: [String]) throws -> [String] {
        let api = try DocumentText(
            """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            tags: \(tags)
            paths:
              \(operations.joined(separator: "\n  "))
            """
        ).api()
        return api.groups.map { $0.path.joined(separator: ">") + ($0.description.map { ": \($0)" } ?? "") }
    }

    @Test func areNestedByTheSlashesOfTags() throws {
        let found = try groups("[]", [operation("a", "[x/y]"), operation("b", "[x/z/w]"), operation("c", "[v]")])
        #expect(found == ["x", "x>y", "x>z", "x>z>w", "v"])
    }

    @Test func haveTheOrderOfTheTagsThatAreUsed() throws {
        let tags =
            "[{name: v, description: V.}, {name: unused, description: U.}, {name: x/y}, {name: x, description: X.}]"
        let found = try groups(tags, [operation("a", "[x/y]"), operation("b", "[w]"), operation("c", "[v]")])
        #expect(found == ["v: V.", "x: X.", "x>y", "w"])
    }

    @Test(arguments: [("[/a//b/]", "a>b"), ("['']", ""), ("[/]", ""), ("[]", "")])
    func haveNoEmptyNames(tags: String, path: String) throws {
        let api = try DocumentText.operation("tags: \(tags)").api()
        #expect(api.endpoints.first?.group.joined(separator: ">") == path)
        #expect(api.groups.last?.path.joined(separator: ">") ?? "" == path)
    }
}
