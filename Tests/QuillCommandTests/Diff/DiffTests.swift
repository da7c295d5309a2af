import Foundation
import TestThreads
import Testing

@testable import QuillCommand

@Suite struct DiffTests {
    /// The pets with a scope more, a value less and a property that must be given.
    static let changed = Pets.document
        .replacing("- key: ['pet:write']", with: "- key: ['pet:write', 'export:read']")
        .replacing("enum: [cat, dog]", with: "enum: [cat]")
        .replacing("required: [name]", with: "required: [name, kind]")

    @Test func tellsPeopleWhatBreaks() throws {
        let place = try Workplace(["old.yaml": Pets.document, "new.yaml": Self.changed])
        let run = place.run("diff", "old.yaml", "new.yaml", "--date", "2026-11-21")
        #expect(run.errors == "")
        #expect(run.code == 1)
        #expect(
            run.output == """
                old.yaml → new.yaml: 3 breaking, 1 possibly breaking, 2 other changes for callers

                breaking: A scope is required that was not: export:read (key) [api-security-scope-added]
                  POST /pets (old.yaml:30:11 → new.yaml:30:11)
                  Keys that were enough lack the scope and are refused (OpenAPI 3.1 §4.8.30: one alternative is enough, and all of it is needed).

                breaking: The property became required [request-property-became-required]
                  POST /pets, request body (application/json), `kind` (old.yaml:92:9 → new.yaml:92:9)
                  in the schema Pet
                  Values that callers could send are no longer valid (JSON Schema Validation §6.5.3).

                breaking: A value was removed from the list: "dog" [request-property-enum-value-removed]
                  POST /pets, request body (application/json), `kind` (old.yaml:94:23 → new.yaml:93:11)
                  in the schema Pet
                  Values that callers could send are no longer valid (JSON Schema Validation §6.1.2).

                possibly breaking: Something breaks, and the version is the same: 1.0 [api-version-not-bumped]
                  (old.yaml:3:3 → new.yaml:3:3)
                  Callers tell by the version what to expect (Semantic Versioning 2.0.0 §8).

                info: The property became required [response-property-became-required]
                  GET /pets, response 200 (application/json), `[].kind` (old.yaml:92:9 → new.yaml:92:9)
                  in the schema Pet

                info: A value was removed from the list: "dog" [response-property-enum-value-removed]
                  GET /pets, response 200 (application/json), `[].kind` (old.yaml:94:23 → new.yaml:93:11)
                  in the schema Pet

                The next version after 1.0 is 2.0.0.

                """)
    }

    @Test func exitsBySeverity() throws {
        let place = try Workplace(["old.yaml": Pets.document, "new.yaml": Self.changed])
        #expect(place.run("diff", "old.yaml", "old.yaml").code == 0)
        #expect(place.run("diff", "old.yaml", "new.yaml", "--fail-on", "none").code == 0)
        // Backwards, nothing breaks but what callers receive.
        let relaxed = Pets.document.replacing("enum: [cat, dog]", with: "enum: [cat, dog, fish]")
        try place.write("relaxed.yaml", relaxed)
        #expect(place.run("diff", "old.yaml", "relaxed.yaml").code == 0)
        #expect(place.run("diff", "old.yaml", "relaxed.yaml", "--fail-on", "warning").code == 1)
        #expect(place.run("diff", "old.yaml", "relaxed.yaml", "--audience", "implementers").code == 1)
        try place.write("worded.yaml", Pets.document.replacing("All pets.", with: "Every pet."))
        #expect(place.run("diff", "old.yaml", "worded.yaml", "--fail-on", "warning").code == 0)
        #expect(place.run("diff", "old.yaml", "worded.yaml", "--fail-on", "any").code == 1)
    }

    @Test func refusesWhatItCannotCompare() throws {
        let place = try Workplace(["old.yaml": Pets.document, "broken.yaml": "openapi: ["])
        #expect(place.run("diff", "old.yaml").code == 2)
        #expect(place.run("diff", "old.yaml", "missing.yaml").code == 2)
        #expect(place.run("diff", "old.yaml", "broken.yaml").code == 2)
        #expect(place.run("diff", "old.yaml", "old.yaml", "--fail-on", "much").code == 2)
        #expect(place.run("diff", "old.yaml", "old.yaml", "--format", "json", "--changelog").code == 2)
        #expect(place.run("diff", "old.yaml", "old.yaml", "--date", "2027-02-30").code == 2)
        #expect(place.run("diff", "--upload-pack=x:old.yaml", "old.yaml").code == 2)
        #expect(place.run("diff", "--base=-x", "old.yaml").errors.contains("is no revision of git"))
    }

    @Test func readsRevisionsOfGit() async throws {
        let place = try Workplace(["spec/api.yaml": Pets.document])
        try await Self.git(["init", "-q", "-b", "main"], in: place)
        try await Self.git(["add", "."], in: place)
        try await Self.git(["commit", "-q", "-m", "Add"], in: place)
        try place.write("spec/api.yaml", Self.changed)
        let byPath = place.run("diff", "main:spec/api.yaml", "spec/api.yaml")
        #expect(byPath.errors == "")
        #expect(byPath.output.contains("main:spec/api.yaml → spec/api.yaml: 3 breaking"))
        let byBase = place.run("diff", "--base", "main", "spec/api.yaml")
        #expect(byBase.errors == "")
        #expect(byBase.output.contains("main:api.yaml → spec/api.yaml: 3 breaking"))
        let missing = place.run("diff", "--base", "nowhere", "spec/api.yaml")
        #expect(missing.code == 2)
        #expect(missing.errors.contains("cannot read `nowhere:api.yaml`"))
    }

    @Test func readsReferencedFilesAtTheSameRevision() async throws {
        let document = """
            {openapi: 3.1.0, info: {title: T, version: 1.0.0}, paths: {/a: {get: {responses: {'200':
            {description: OK, content: {application/json: {schema: {$ref: 'schemas/pet.yaml'}}}}}}}}}
            """
        let place = try Workplace(["spec/api.yaml": document, "spec/schemas/pet.yaml": "{type: string, maxLength: 9}"])
        try await Self.git(["init", "-q", "-b", "main"], in: place)
        try await Self.git(["add", "."], in: place)
        try await Self.git(["commit", "-q", "-m", "Add"], in: place)
        try place.write("spec/schemas/pet.yaml", "{type: string, maxLength: 10}")
        let run = place.run("diff", "--base", "HEAD", "spec/api.yaml")
        #expect(run.errors == "")
        #expect(run.output.contains("The greatest length was raised: 9 → 10 [response-body-max-length-increased]"))
        #expect(run.output.contains("(HEAD:schemas/pet.yaml:1:1 → spec/schemas/pet.yaml:1:1)"))
    }

    @Test func configuresARevisionAsItWasThen() async throws {
        let lower = """
            {overlay: 1.0.0, info: {title: Mend, version: 1.0.0}, actions: [{target: $.info, update: {version: '3'}}]}
            """
        let place = try Workplace([
            "spec/api.yaml": Pets.document, "spec/quill.json": #"{"document": "api.yaml", "overlays": ["mend.yaml"]}"#,
            "spec/mend.yaml": lower,
        ])
        try await Self.git(["init", "-q", "-b", "main"], in: place)
        try await Self.git(["add", "."], in: place)
        try await Self.git(["commit", "-q", "-m", "Add"], in: place)
        // Nothing changed, and so nothing differs, however the two are named.
        for arguments in [
            ["--base", "main", "spec/api.yaml"], ["--base", "main"], ["main:spec/api.yaml", "spec/api.yaml"],
            ["--base", "main", "--config", "spec/quill.json"], ["main:./spec/api.yaml", "main:spec/api.yaml"],
        ] {
            let run = Run(["diff", "--fail-on", "any"] + arguments, in: place.folder.path)
            #expect(run.code == 0, "\(arguments): \(run.output)\(run.errors)")
        }
        // Another overlay is a change, as another document is.
        try place.write("spec/mend.yaml", lower.replacing("'3'", with: "'4'"))
        #expect(
            place.run("diff", "--base", "main", "spec/api.yaml").output.contains("The version 4 goes with the changes.")
        )
        try place.write("spec/quill.json", #"{"document": "api.yaml"}"#)
        #expect(place.run("diff", "--base", "main").output.contains("The next version after 3 is"))
        // What is asked for on the command line counts for both.
        let both = place.run(
            "diff", "--base", "main", "spec/api.yaml", "--overlay", "spec/mend.yaml", "--fail-on", "any")
        #expect(both.code == 0, "\(both.output)\(both.errors)")
    }

    @Test func findsTheDocumentAmongSeveral() throws {
        let place = try Workplace([
            "api.yaml": Pets.document, "old.yaml": Pets.document.replacing("['pet:write']", with: "['pet:read']"),
            "quill.json": #"""
            {"documents": [{"document": "other.yaml"}, {"document": "api.yaml", "diff": {"ignore": [{"rule": "api-*", "reason": "r"}]}}]}
            """#,
        ])
        #expect(place.run("diff", "old.yaml", "api.yaml").output.contains("Ignored: "))
    }

    @Test func passesOverWhatWasAgreedOn() throws {
        let ignored = """
            [
              { "rule": "api-security-*", "operation": "POST /pets", "reason": "keys were exchanged" },
              { "rule": "request-property-*", "at": "request body*kind", "schema": "Pet", "reason": "never used" },
              { "rule": "endpoint-added", "reason": "not there" }
            ]
            """
        let place = try Workplace(["old.yaml": Pets.document, "new.yaml": Self.changed, "ignored.json": ignored])
        let run = place.run("diff", "old.yaml", "new.yaml", "--ignore", "ignored.json")
        #expect(run.code == 0)
        #expect(run.output.contains("Ignored: A scope is required that was not: export:read (key)"))
        #expect(run.output.contains("(keys were exchanged)"))
        #expect(run.errors.contains("unused-ignore"))
        #expect(run.errors.contains("ignored.json:4:3"))
        try place.write("ignored.json", "[{ \"rule\": \"endpoint-added\" }]")
        let faulty = place.run("diff", "old.yaml", "new.yaml", "--ignore", "ignored.json")
        #expect(faulty.code == 2)
        #expect(faulty.errors.contains("has no `reason`"))
    }

    @Test func honoursTheConfiguration() throws {
        let configuration = Pets.configuration.replacing(
            "\"scopes\"", with: "\"diff\": { \"ignore\": [{ \"rule\": \"*-changed\", \"reason\": \"r\" }] }, \"scopes\""
        )
        let place = try Workplace(["pets.yaml": Pets.document, "quill.json": configuration])
        // `pet:write` includes `pet:read`.
        try place.write("old.yaml", Pets.document)
        try place.write("pets.yaml", Pets.document.replacing("['pet:write']", with: "['pet:write', 'pet:read']"))
        let run = place.run("diff", "old.yaml", "pets.yaml")
        #expect(run.code == 0)
        #expect(run.output.contains("[api-security-implied-scope-added]"))
        #expect(run.errors.contains("nothing that changed is of the rule `*-changed`"))
    }

    static func git(_ arguments: [String], in place: Workplace) async throws {
        let git = try await Subprocess.run(
            ["git", "-c", "user.name=T", "-c", "user.email=t@example.org"] + arguments, in: place.folder)
        #expect(git.status == 0, "\(git.output)")
    }
}

@Suite struct DiffFormatTests {
    private func output(_ arguments: String...) throws -> String {
        let place = try Workplace(["old.yaml": Pets.document, "new.yaml": DiffTests.changed])
        return Run(["diff", "old.yaml", "new.yaml", "--date", "2026-11-21"] + arguments, in: place.folder.path).output
    }

    @Test func markdown() throws {
        let text = try output("--format", "markdown")
        #expect(text.hasPrefix("## API changes: 3 breaking, 1 possibly breaking, 2 other changes for callers\n"))
        #expect(text.contains("### Security and scopes\n\n- **A scope is required that was not: export:read (key)**"))
        #expect(
            text.contains(
                "  - `POST /pets`, request body (application/json), `kind` (`old.yaml:92:9 → new.yaml:92:9`)"))
    }

    @Test func json() throws {
        let data = Data(try output("--format", "json").utf8)
        let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(root["format"] as? Int == 1)
        #expect(root["step"] as? String == "major")
        #expect(root["nextVersion"] as? String == "2.0.0")
        let changes = try #require(root["changes"] as? [[String: Any]])
        #expect(changes.count == 6)
        #expect(changes.first?["rule"] as? String == "api-security-scope-added")
        #expect(changes.first?["callers"] as? String == "breaking")
        let occurrence = try #require((changes.first?["occurrences"] as? [[String: Any]])?.first)
        #expect((occurrence["operation"] as? [String: Any])?["operationId"] as? String == "pets_create")
    }

    @Test func annotations() throws {
        let lines = try output("--format", "github").split(separator: "\n")
        #expect(lines.count == 6)
        #expect(lines[0].hasPrefix("::error file=new.yaml,line=30,col=11,title=api-security-scope-added::A scope is"))
    }

    @Test func changelog() throws {
        #expect(
            try output("--changelog") == """
                ## 2.0.0 (2026-11-21)

                ### Security and scopes

                - **Breaking:** A scope is required that was not: export:read (key) (`POST /pets`)

                ### Removed

                - **Breaking:** A value was removed from the list: "dog" (`POST /pets`, request body (application/json), `kind`)
                - A value was removed from the list: "dog" (`GET /pets`, response 200 (application/json), `[].kind`)

                ### Changed

                - **Breaking:** The property became required (`POST /pets`, request body (application/json), `kind`)
                - The property became required (`GET /pets`, response 200 (application/json), `[].kind`)

                """)
    }

    @Test func migration() throws {
        let text = try output("--migration")
        #expect(text.hasPrefix("# Moving from 1.0 to 1.0\n\n## Keys and scopes\n\n- A scope is required that was not"))
        #expect(text.contains("## `POST /pets`\n\n- The property became required."))
    }

    @Test func rules() throws {
        #expect(try Workplace().run("diff", "--rules").output.hasPrefix("# Rules of `quill diff`\n"))
    }
}
