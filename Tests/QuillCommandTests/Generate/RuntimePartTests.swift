import Foundation
import Testing

@Suite("Parts of the runtime")
struct RuntimePartTests {
    private static let all: Set<String> = [
        "Downloads", "ExactDates", "Forms", "Headers", "OAuth", "Pages", "Patterns", "Rules", "Streams", "Structures",
        "Webhooks",
    ]

    private static func document(_ operation: String, more: String = "") -> String {
        """
        openapi: 3.1.0
        info: {title: Pets, version: "1"}
        paths:
          /pets: {\(operation)}
        \(more)
        """
    }

    private static let plain = "get: {responses: {'200': {description: D., content: {application/json: {schema: {}}}}}}"

    /// The folders of parts in the package that is made of a document.
    private func parts(_ document: String, configuration: String = "", _ arguments: String...) throws -> Set<String> {
        let place = try Workplace([
            "pets.yaml": document,
            "quill.json": #"{"document": "pets.yaml", "output": "Out", "name": "Pets"\#(configuration)}"#,
            "mine/client/method.mustache": "",
            "other/package/README.md.mustache": "",
        ])
        let run = Run(["generate"] + arguments, in: place.folder.path)
        #expect(run.code == 0, "\(run.errors)")
        let folders = try place.times("Out").keys.flatMap { $0.split(separator: "/").dropLast().map(String.init) }
        return Set(folders).intersection(Self.all)
    }

    @Test("A package carries exact dates where they are asked for")
    func exactDates() throws {
        #expect(try parts(Self.document(Self.plain), configuration: #", "exactDates": true"#) == ["ExactDates"])
    }

    @Test("A package carries none that its document has no use for")
    func none() throws {
        #expect(try parts(Self.document(Self.plain)) == [])
        #expect(try parts(Self.document(Self.plain), "--templates", "other") == [])
    }

    @Test(
        "A package carries those that its document needs",
        arguments: [
            ("get: {responses: {'200': {description: D., content: {image/png: {}}}}}", ["Downloads"]),
            ("put: {requestBody: {content: {image/png: {}}}, responses: {'204': {description: D.}}}", []),
            (
                "post: {requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {a: {}}}}}}, "
                    + "responses: {'204': {description: D.}}}", ["Forms"]
            ),
            (
                "get: {responses: {'200': {description: D., content: {text/event-stream: {schema: {type: string}}}}}}",
                ["Downloads", "Streams"]
            ),
            ("get: {responses: {'204': {description: D., headers: {A: {schema: {type: string}}}}}}", ["Headers"]),
            (
                "get: {parameters: [{name: a, in: query, schema: {type: string, pattern: '^a'}}], "
                    + "responses: {'204': {description: D.}}}", ["Patterns"]
            ),
            (
                "get: {parameters: [{name: a, in: query, schema: {type: object, properties: {b: {type: string}}}}], "
                    + "responses: {'204': {description: D.}}}", ["Structures"]
            ),
            (
                "post: {requestBody: {content: {application/json: {schema: {type: array, maxItems: 2}}}}, "
                    + "responses: {'204': {description: D.}}}", ["Rules"]
            ),
            (
                "post: {requestBody: {content: {application/json: {schema: {type: array, items: "
                    + "{type: string, pattern: a}}}}}, responses: {'204': {description: D.}}}", ["Patterns", "Rules"]
            ),
            (
                "get: {responses: {'200': {description: D., content: {application/json: {schema: {type: object, required: "
                    + "[next, results], properties: {results: {type: array, items: {type: string}}, "
                    + "next: {type: [string, 'null'], format: uri}}}}}}}}", ["Pages"]
            ),
        ] as [(String, Set<String>)])
    func needed(operation: String, parts: Set<String>) throws {
        let pages = #", "pagination": [{"items": "results", "next": "next"}]"#
        #expect(try self.parts(Self.document(operation), configuration: pages) == parts)
    }

    @Test("Issuers of tokens and webhooks are parts too")
    func issuersAndWebhooks() throws {
        let webhook = "webhooks: {new: {post: {responses: {'204': {description: D.}}}}}"
        #expect(try parts(Self.document(Self.plain, more: webhook)) == ["Webhooks"])
        let login = "components: {securitySchemes: {login: {type: openIdConnect, openIdConnectUrl: 'https://a.b/c'}}}"
        #expect(try parts(Self.document(Self.plain, more: login)) == ["OAuth"])
    }

    @Test("All are carried where the names of files must be known beforehand, and where templates are the user's own")
    func all() throws {
        #expect(try parts(Self.document(Self.plain), "--shards", "2") == Self.all)
        #expect(try parts(Self.document(Self.plain), "--templates", "mine") == Self.all)
    }
}
