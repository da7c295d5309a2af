import Foundation
import Testing

@testable import QuillCommand

@Suite("What is told of a run")
struct ReportingTests {
    private func place(warning: Bool) throws -> Workplace {
        let place = try Workplace(Pets.files)
        if warning {
            try place.write("pets.yaml", Pets.document.replacing("openapi: 3.1.0", with: "openapi: 3.1.0\nx: 1"))
        }
        return place
    }

    @Test func strictMakesErrorsOfWarningsAndWritesNothing() throws {
        let place = try place(warning: true)
        let run = place.run("generate", "--strict")
        #expect(
            run.errors.contains("pets.yaml:2:1: error: the document has no field `x`; it is ignored [unknown-field]"))
        #expect(run.code == 1)
        #expect(!place.exists("Generated"))
        #expect(place.run("generate").code == 0)
        #expect(place.run("validate", "--strict").output == "pets.yaml: 1 error\n")
        #expect(place.run("validate", "--strict").code == 1)
        #expect(place.run("inspect", "--strict").code == 1)
    }

    @Test func strictLetsPassWhatHasNoFault() throws {
        #expect(try place(warning: false).run("generate", "--strict").code == 0)
    }

    @Test func quietTellsErrorsOnly() throws {
        let place = try place(warning: true)
        for command in ["generate", "validate"] {
            let run = place.run(command, "--quiet")
            #expect(run.errors == "")
            #expect(run.output == "")
            #expect(run.code == 0)
        }
        #expect(place.run("validate", "none.yaml", "--quiet").errors.contains("error: cannot read `none.yaml`"))
    }

    @Test func verboseTellsTheTimeOfEachStage() throws {
        let errors = try place(warning: false).run("generate", "--verbose").errors
        let stages = errors.split(separator: "\n").map { $0.prefix(while: { !$0.isNumber }).trimmingSuffix() }
        #expect(
            stages == [
                "read templates", "read", "resolve", "build the API", "name and lay out", "render", "compare", "write",
            ])
        #expect(try place(warning: false).run("validate", "--verbose").errors.contains("build the API"))
    }

    @Test func jsonIsOneArrayOnTheStandardError() throws {
        let place = try place(warning: true)
        for arguments in [["generate"], ["generate", "--check"], ["validate"]] {
            let run = Run(arguments + ["--diagnostics", "json"], in: place.folder.path)
            let found = try #require(
                try JSONSerialization.jsonObject(with: Data(run.errors.utf8)) as? [[String: Any]])
            #expect(found.map { $0["code"] as? String } == ["unknown-field"])
        }
        try place.write("Generated/Package.swift", "changed")
        let run = place.run("generate", "--check", "--diagnostics=json")
        let found = try #require(try JSONSerialization.jsonObject(with: Data(run.errors.utf8)) as? [[String: Any]])
        #expect(found.map { $0["code"] as? String } == ["unknown-field", "out-of-date"])
        #expect(run.output.contains("+++ "))
        #expect(try self.place(warning: false).run("generate", "--diagnostics=json").errors == "[]\n")
    }

    @Test func githubShowsThemAtTheLine() throws {
        let run = try place(warning: true).run("validate", "--diagnostics", "github")
        #expect(
            run.errors == """
                ::warning file=pets.yaml,line=2,col=1,title=unknown-field::the document has no field `x`; it is \
                ignored%0Aextensions begin with `x-`

                """)
    }

    @Test func githubCannotBeTalkedTo() throws {
        let place = try Workplace([
            "a,b:c.yaml":
                "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n\"x\\r\\n::error::y\\u202E%\": 1\n"
        ])
        let run = place.run("validate", "a,b:c.yaml", "--diagnostics", "github")
        #expect(run.errors.hasPrefix("::warning file=a%2Cb%3Ac.yaml,line=4,col=1,"))
        #expect(run.errors.contains("`x%0D%0A::error::y\\u{202E}%25`"))
        #expect(run.errors.split(separator: "\n").count == 1)
    }

    @Test func progressIsShownOnlyWhereARunTakesItsTime() async throws {
        let written = Written()
        let line = ProgressLine { written.append($0) }
        line.begin("read")
        line.end()
        #expect(written.text == "")
        line.begin("resolve")
        try await Task.sleep(for: .milliseconds(1200))
        line.end()
        #expect(written.text.contains("quill: resolve ("))
        #expect(written.text.hasSuffix("\r\u{1B}[K"))
    }

    /// What another thread has written.
    private final class Written: @unchecked Sendable {
        private let lock = NSLock()
        private var parts = ""

        var text: String { lock.withLock { parts } }

        func append(_ text: String) { lock.withLock { parts += text } }
    }
}

extension Substring {
    fileprivate func trimmingSuffix() -> String { trimmingCharacters(in: .whitespaces) }
}
