import Foundation
import Testing

/// Only what a target's own sources use.
@Suite("Used only")
struct UsedTests {
    /// Two operations of one name in two groups, a schema that only one of them needs, and names that clash.
    private static let document = """
        openapi: 3.1.0
        info: { title: Zoo API, version: '1' }
        paths:
          /cats:
            get:
              operationId: cats_list
              tags: [cats]
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Cat' } } } }
          /dogs:
            get:
              operationId: dogs_list
              tags: [dogs]
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Dog' } } } }
            post:
              operationId: dogs_create
              tags: [dogs]
              responses: { '204': { description: ok } }
        components:
          schemas:
            Cat: { type: object, properties: { friend: { $ref: '#/components/schemas/Friend' } } }
            Dog: { type: object, properties: { owner: { $ref: '#/components/schemas/friend' } } }
            Friend: { type: object, properties: { name: { type: string } } }
            friend: { type: object, properties: { age: { type: integer } } }
            Lonely: { type: object, properties: { name: { type: string } } }

        """

    private func text(using source: String, _ configuration: String = "") throws -> String {
        let place = try Workplace(["zoo.yaml": Self.document, "App/main.swift": source])
        try place.write("quill.json", #"{ "document": "zoo.yaml", "usedOnly": true\#(configuration) }"#)
        let run = place.run("target", "--config", "quill.json", "--output", "Out", "--source", "App/main.swift")
        #expect(run.errors == "")
        return try place.texts("Out").sorted { $0.key < $1.key }.map { String(decoding: $0.value, as: UTF8.self) }
            .joined()
    }

    @Test func isGeneratedWithWhatItNeeds() throws {
        let text = try text(using: "print(client.cats.list())")
        #expect(text.contains("func list() async throws -> Cat"))
        #expect(text.contains("struct Cat:") && text.contains("struct Friend:"))
        for name in ["Dog", "FriendModel", "Lonely"] { #expect(!text.contains("struct \(name):")) }
        #expect(!text.contains("func create"))
        #expect(!text.contains("Dogs"))
    }

    @Test func keepsTheNamesOfTheWhole() throws {
        // `friend` gives way to `Friend`, whether that is used or not.
        let text = try text(using: "client.dogs.list()")
        #expect(text.contains("struct FriendModel:"))
        #expect(!text.contains("struct Friend:"))
    }

    @Test func staysWhereItIsDoubtful() throws {
        // A group that is passed on, a schema in a comment, a server's method.
        let text = try text(
            using: "func f(_ group: ZooClient<Never>.Dogs) { group.create }  // Lonely\n func catsList() {}")
        for part in ["func create", "struct Lonely:", "func catsList(caller: Caller)"] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(!text.contains("func dogsList"))
    }

    @Test func isEverythingWhereExamplesAnswer() throws {
        let text = try text(using: "struct Demo: ExampleAnswers {}")
        #expect(text.contains("func dogsCreate") && text.contains("struct Cat:"))
    }

    @Test func dependsOnTheWordsThatDecideOnly() throws {
        let place = try Workplace(["zoo.yaml": Self.document, "App/main.swift": "client.cats.list()"])
        try place.write("quill.json", #"{ "document": "zoo.yaml", "usedOnly": true }"#)
        func runs() throws -> Bool {
            try? FileManager.default.removeItem(at: place.url("Out/.quill-manifest"))
            let run = place.run(
                "target", "--config", "quill.json", "--output", "Out", "--source", "App/main.swift", "--state", "state")
            #expect(run.errors == "")
            return place.exists("Out/.quill-manifest")
        }
        #expect(try runs())
        #expect(try !runs())
        try place.write("App/main.swift", "let other = 1; client.cats.list()")
        #expect(try !runs())
        try place.write("App/main.swift", "client.cats.list(); client.dogs.create()")
        #expect(try runs())
        try place.write("App/main.swift", "client.cats.list()")
        #expect(try runs())
    }

    @Test func canBeAskedOfGenerate() throws {
        let place = try Workplace(["zoo.yaml": Self.document, "App/a/main.swift": "client.cats.list()"])
        let run = place.run(
            "generate", "zoo.yaml", "--output", "App/Zoo", "--used-by", "App", "--depfile", "d", "--stamp", "s")
        #expect(run.code == 0)
        #expect(place.exists("App/Zoo/Sources/ZooModels/Schemas/Cat.swift"))
        #expect(!place.exists("App/Zoo/Sources/ZooModels/Schemas/Dog.swift"))
        #expect(try place.read("d").contains("App/a/main.swift"))
        #expect(try !place.read("d").contains("App/Zoo"))
        #expect(place.run("generate", "zoo.yaml", "--output", "App/Zoo", "--used-by", "App", "--check").code == 0)
        try place.write("quill.json", #"{ "document": "zoo.yaml", "usedOnly": true, "output": "Out" }"#)
        #expect(place.run("generate").code == 2)
    }

    @Test func hearsNothingOfTheRest() throws {
        // Each response lacks a description, which is told where it stands.
        let document = """
            openapi: 3.1.0
            info: { title: Zoo API, version: '1' }
            paths:
              /cats:
                get: { operationId: cats_list, tags: [cats], responses: { '200': { $ref: '#/components/responses/Cat' } } }
              /dogs:
                get: { operationId: dogs_list, tags: [dogs], responses: { '200': { $ref: '#/components/responses/Dog' } } }
                post: { operationId: dogs_create, tags: [dogs], responses: { '204': {} } }
            components:
              responses:
                Cat: { content: { application/json: { schema: { $ref: '#/components/schemas/Cat' } } } }
                Dog: { content: { application/json: { schema: { $ref: '#/components/schemas/Dog' } } } }
              schemas:
                Cat: { type: object, properties: { id: { type: integer, format: int128, maxLength: 3 } } }
                Dog: { type: object, properties: { id: { type: integer, format: int128, maxLength: 3 } } }

            """
        let place = try Workplace(["zoo.yaml": document, "App/main.swift": "client.cats.list()"])
        func places(_ arguments: String...) -> [Substring] {
            Run(["generate", "zoo.yaml", "--output", "Out"] + arguments, in: place.folder.path).errors.split(
                separator: "\n"
            )
            .filter { $0.contains("warning") }.compactMap { $0.split(separator: ":").dropFirst().first }
        }
        let all = places()
        #expect(all.contains("8") && all.contains("11") && all.contains("12"))
        let cats = places("--used-by", "App")
        #expect(cats == all.filter { $0 == "11" || $0 == "14" })
        #expect(places("--operation", "cats_list") == cats)
        #expect(places("--operation", "dogs_create") == ["8"])
    }

    @Test func isNotTakenForWhatOnlyHasItsName() throws {
        // The group `cats` is no call of `search.cats`, and `dogs.list` none of `cats.list`.
        let document = """
            openapi: 3.1.0
            info: { title: Zoo API, version: '1' }
            paths:
              /cats: { get: { operationId: cats_list, tags: [cats], responses: { '204': { description: ok } } } }
              /cats/1: { get: { operationId: cats_get, tags: [cats], responses: { '204': { description: ok } } } }
              /dogs: { get: { operationId: dogs_list, tags: [dogs], responses: { '204': { description: ok } } } }
              /search: { get: { operationId: search_cats, tags: [search], responses: { '204': { description: ok } } } }

            """
        func used(_ source: String) throws -> [String] {
            let place = try Workplace(["zoo.yaml": document, "App/main.swift": source])
            let run = place.run("generate", "zoo.yaml", "--output", "Out", "--used-by", "App")
            #expect(run.errors == "")
            return try place.read("Out/Sources/ZooModels/Operations.swift").matches(of: /static (?:let|var) (\w+)/)
                .map { String($0.1) }.filter { $0 != "all" }
        }
        #expect(try used("client.cats.get(); client.search; client.dogs.list()") == ["catsGet", "dogsList"])
        #expect(try used("client.cats\n    .list(); client.dogs.all") == ["catsList"])
        // A group that is kept, a method that is passed on, a path to one of them, a comment in between.
        #expect(try used("let it = client.cats; client.dogs.list(); it.list()") == ["catsList", "dogsList"])
        #expect(try used("run(client.search.cats); client.cats.get()") == ["catsGet", "searchCats"])
        #expect(try used("client[keyPath: \\.cats].list(); client.dogs") == ["catsList", "dogsList"])
        #expect(try used("client.cats /* all */ .list(); client.cats.get.self") == ["catsList", "catsGet"])
        #expect(try used("extension ZooClient.Cats { func all() { list() } }") == ["catsList"])
        #expect(try used("let all = ZooClient.Cats.list; client.dogs") == ["catsList", "dogsList"])
    }

    @Test func isNotStoppedByTheRest() throws {
        let document = """
            openapi: 3.1.0
            info: { title: Zoo API, version: '1' }
            paths:
              /cats:
                get:
                  operationId: cats_list
                  tags: [cats]
                  responses:
                    '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Cat' } } } }
              /dogs:
                get:
                  operationId: dogs_list
                  tags: [dogs]
                  security: [{ nothing: [] }]
                  parameters: [{ in: query }, { name: a, in: query, schema: { $ref: '#/components/schemas/None' } }]
                  responses:
                    '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Circle' } } } }
            components:
              schemas:
                Cat: { type: object, properties: { id: { type: integer } } }
                Circle: { allOf: [{ $ref: '#/components/schemas/Circle' }] }
                Ring: { $ref: '#/components/schemas/Round' }
                Round: { $ref: '#/components/schemas/Ring' }
                Wrong: { type: wrong, properties: 5 }

            """
        let place = try Workplace(["zoo.yaml": document, "App/main.swift": "client.cats.list()"])
        let all = place.run("validate", "zoo.yaml")
        #expect(all.code == 1)
        for code in ["reference-cycle", "unresolved-reference", "undefined-security-scheme"] {
            #expect(all.errors.contains("[\(code)]"), "\(code)")
        }
        #expect(place.run("generate", "zoo.yaml", "--output", "All").code == 1)
        for choice in [["--used-by", "App"], ["--operation", "cats_list"]] {
            let run = Run(["generate", "zoo.yaml", "--output", "Out"] + choice, in: place.folder.path)
            #expect(run.code == 0 && run.errors == "", "\(run.errors)")
            #expect(place.exists("Out/Sources/ZooModels/Schemas/Cat.swift"))
        }
        try place.write("App/main.swift", "client.dogs.list()")
        let stopped = place.run("generate", "zoo.yaml", "--output", "Out", "--used-by", "App")
        #expect(stopped.code == 1 && stopped.errors.contains("[unresolved-reference]"))
        #expect(stopped.errors.contains("`Circle`") && !stopped.errors.contains("`Ring`"))
    }

    @Test(arguments: [
        // What the operation is called, its group, its answers: without them it may be another or none.
        "/dogs: { get: { operationId: [list], tags: [dogs], responses: { '204': { description: ok } } } }",
        "/dogs: { get: { operationId: dogs_list, tags: 5, responses: { '204': { description: ok } } } }",
        "/dogs: { get: { operationId: dogs_list, tags: [dogs], responses: 5 } }",
        "/dogs: { $ref: '#/components/pathItems/None' }", "/dogs: 5",
    ])
    func isStoppedWhereItCannotBeTold(_ dogs: String) throws {
        let document = """
            openapi: 3.1.0
            info: { title: Zoo API, version: '1' }
            paths:
              /cats: { get: { operationId: cats_list, tags: [cats], responses: { '204': { description: ok } } } }
              \(dogs)

            """
        let place = try Workplace(["zoo.yaml": document, "App/main.swift": "client.cats.list()"])
        #expect(place.run("generate", "zoo.yaml", "--output", "Out", "--used-by", "App").code == 1)
    }

    @Test func needsTheSchemasThatADiscriminatorTellsApart() throws {
        let document = """
            openapi: 3.0.3
            info: { title: Zoo API, version: '1' }
            paths:
              /pets:
                get:
                  operationId: pets_list
                  tags: [pets]
                  responses:
                    '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
            components:
              schemas:
                Pet: { type: object, required: [kind], discriminator: { propertyName: kind }, properties: { kind: { type: string } } }
                Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { $ref: '#/components/schemas/None' }] }

            """
        let place = try Workplace(["zoo.yaml": document, "App/main.swift": "client.pets.list()"])
        let run = place.run("generate", "zoo.yaml", "--output", "Out", "--used-by", "App")
        #expect(run.code == 1 && run.errors.contains("[unresolved-reference]"))
    }
}
