import Foundation
import TestThreads
import Testing

@Suite("quill init and completions")
struct InitTests {
    @Test func writesAConfigurationThatGenerates() throws {
        let place = try Workplace(["spec/pets.yaml": Pets.document])
        let run = place.run("init", "spec/pets.yaml")
        #expect(run.code == 0)
        #expect(
            run.output.hasPrefix("spec/quill.json is written: 6 operations in 1 group, 4 scopes, 2 schemas.\n")
                || run.output.hasPrefix("spec/quill.json is written: 6 operations"))
        #expect(run.output.contains("client.pets  2           list, create\n"))
        #expect(run.output.contains("quill generate --config spec/quill.json"))
        let text = try place.read("spec/quill.json")
        #expect(text.contains(#""document": "pets.yaml""#))
        #expect(text.contains("\"{object}:write\": [\n        \"{object}:read\"\n      ]"))
        #expect(place.run("validate").output == "spec/pets.yaml: no faults\n")
        #expect(place.run("generate").code == 0)
        #expect(place.exists("spec/Pets/Package.swift"))
    }

    @Test func seesPages() throws {
        let place = try Workplace()
        try place.write(
            "api.yaml",
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                get:
                  operationId: a
                  parameters:
                    - {name: limit, in: query, schema: {type: integer}}
                  responses:
                    '200':
                      description: Page.
                      content:
                        application/json:
                          schema:
                            type: object
                            properties:
                              next: {type: string}
                              results: {type: array, items: {type: string}}

            """)
        #expect(place.run("init", "api.yaml").code == 0)
        let text = try place.read("quill.json")
        #expect(text.contains(#""items": "results""#))
        #expect(text.contains(#""next": "next""#))
        #expect(text.contains(#""limit": "limit""#))
        #expect(place.run("validate").errors == "")
    }

    @Test(arguments: [
        ("2022-03-08T16:17:26Z", nil), ("2022-03-08T16:17:26.123456Z", nil), ("2022-03-08T16:17:26.1234560000z", nil),
        ("2022-03-08T16:17:26+00:00", nil), ("noon", nil), ("2022-03-08 16:17:26+02:00", nil),
        ("2022-03-08T16:17:26+02:00", "an offset, which a Date does not keep"),
        ("2022-03-08T16:17:26.123456789Z", "more digits than a Date keeps"),
    ])
    func proposesExactDatesWhereExamplesNeedThem(example: String, remark: String?) throws {
        let place = try Workplace()
        try place.write(
            "api.yaml",
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                get:
                  operationId: a
                  responses:
                    '200':
                      description: A list.
                      content:
                        application/json:
                          schema: {type: array, items: {$ref: '#/components/schemas/A'}}
                          example: [{at: null}, {at: '\(example)'}]
            components:
              schemas:
                A: {type: object, properties: {at: {oneOf: [{type: string, format: date-time}, {type: integer}]}}}

            """)
        #expect(place.run("init", "api.yaml").code == 0)
        let text = try place.read("quill.json")
        #expect(text.contains("\"exactDates\": true") == (remark != nil))
        if let remark { #expect(text.contains("the example \(example) has \(remark)."), "\(text)") }
        #expect(place.run("validate").errors == "")
    }

    @Test func proposesGroupsByPath() throws {
        func operation(_ id: String) -> String { "{operationId: \(id), responses: {'204': {description: Done.}}}" }
        let place = try Workplace([
            "api.yaml": """
            openapi: 3.1.0
            info: {title: Chat, version: '1'}
            paths:
              /api/v1/guilds: {get: \(operation("list_guilds")), post: \(operation("create_guild"))}
              /api/v1/guilds/{guild_id}:
                parameters: [{name: guild_id, in: path, required: true, schema: {type: string}}]
                get: \(operation("get_guild_by_id"))
                delete: \(operation("api_v1_guilds_delete"))
              /api/v1/users: {get: \(operation("get_api_v1_users_list")), put: \(operation("replace_users"))}
              /api/v1/status: {get: \(operation("get_status"))}
            """
        ])
        let run = place.run("init", "api.yaml")
        #expect(run.code == 0, "\(run.errors)")
        #expect(
            run.output.hasPrefix(
                """
                quill.json is written: 7 operations in 2 groups, 0 scopes, 0 schemas.

                Group          Operations  For example
                client.guilds  4           list, create, get
                client.users   2           list, replace

                Tags do not group all operations; `groups` does, by their paths.
                1 operation stands on the client itself; `groups` can move them.
                6 methods have shorter names: `names`.

                """), "\(run.output)")
        let text = try place.read("quill.json")
        #expect(text.contains(#""/api/v1/guilds": "guilds""#))
        #expect(text.contains(#""get_api_v1_users_list": "list""#))
        #expect(!text.contains("get_status"))
        #expect(place.run("generate").code == 0)
        #expect(try place.read("Chat/Sources/ChatClient/Groups/GuildsGroup.swift").contains("public func get(guildID:"))
    }

    /// Two that would have one name keep theirs.
    @Test func proposesNoNameTwice() throws {
        func operation(_ id: String) -> String {
            "{operationId: \(id), tags: [pet], responses: {'204': {description: Done.}}}"
        }
        let place = try Workplace([
            "api.yaml": """
            openapi: 3.1.0
            info: {title: Pets, version: '1'}
            paths:
              /pet: {get: \(operation("getPet")), delete: \(operation("deletePet"))}
              /pet/{key}:
                parameters: [{name: key, in: path, required: true, schema: {type: string}}]
                get: \(operation("getPetByKey"))
            """
        ])
        #expect(place.run("init", "api.yaml").code == 0)
        let text = try place.read("quill.json")
        #expect(text.contains(#""deletePet": "delete""#))
        #expect(!text.contains("getPet"))
    }

    @Test func overwritesOnlyOnRequest() throws {
        let place = try Workplace(Pets.files)
        let run = place.run("init", "pets.yaml")
        #expect(run.errors.hasPrefix("error: `quill.json` is there already [output]"))
        #expect(run.code == 1)
        #expect(try place.read("quill.json") == Pets.configuration)
        #expect(place.run("init", "pets.yaml", "--force").code == 0)
        #expect(place.run("init").code == 2)
    }

    @Test func completionsKnowEveryCommandAndOption() throws {
        let place = try Workplace()
        let help = place.run("--help").output
        for shell in ["bash", "zsh", "fish"] {
            let script = place.run("completions", shell).output
            #expect(help.contains("completions"))
            for word in ["generate", "validate", "completions", "output", "diagnostics", "allow-host"] {
                #expect(script.contains(word), "\(shell) lacks \(word)")
            }
        }
        #expect(place.run("completions", "cmd").errors.hasPrefix("error: name a shell: bash, zsh or fish\n"))
    }

    /// bash itself completes here, where it is there.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash")))
    func bashCompletes() async throws {
        let place = try Workplace(["pets.yaml": ""])
        try place.write("c.bash", place.run("completions", "bash").output)
        func completed(_ words: String...) async throws -> [String] {
            let line = words.map { "'\($0)'" }.joined(separator: " ")
            try place.write(
                "run.bash",
                "source ./c.bash\nCOMP_WORDS=(\(line))\nCOMP_CWORD=\(words.count - 1)\n_quill\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n"
            )
            let bash = try await Subprocess.run(["/bin/bash", "run.bash"], in: place.folder)
            return bash.output.split(separator: "\n").map(String.init)
        }
        #expect(try await completed("quill", "gen") == ["generate"])
        #expect(try await completed("quill", "generate", "--out") == ["--output"])
        #expect(try await completed("quill", "validate", "--diagnostics", "g") == ["github"])
        #expect(try await completed("quill", "generate", "pe") == ["pets.yaml"])
        #expect(try await completed("quill", "explain", "overlay-w") == ["overlay-without-effect"])
        #expect(try await completed("quill", "generate", "--layout", "") == ["package", "module"])
        #expect(try await completed("quill", "generate", "--layout", "=", "m") == ["module"])
        #expect(try await completed("quill", "diff", "--format", "=") == ["text", "markdown", "json", "github"])
    }
}
