import Foundation
import QuillOpenAPI
import Testing

@testable import QuillCommand

@Suite("Where the document's files come from")
struct ReferenceTests {
    /// Pets whose name's schema is elsewhere.
    private static func document(_ reference: String) -> String {
        Pets.document.replacing("name:\n          type: string", with: "name:\n          $ref: '\(reference)'")
    }

    private static let name = "Name:\n  type: string\n"

    // MARK: The disk

    @Test func outsideOfTheFolderOnlyOnRequest() throws {
        let place = try Workplace([
            "shared/name.yaml": Self.name, "in/pets.yaml": Self.document("../shared/name.yaml#/Name"),
        ])
        let refused = place.run("validate", "in/pets.yaml")
        #expect(refused.errors.contains("leads out of the folder of the root document [reference-outside-folder]"))
        #expect(refused.errors.contains("or allow it with `--allow-outside`"))
        #expect(refused.code == 1)
        #expect(place.run("validate", "in/pets.yaml", "--allow-outside").output == "in/pets.yaml: no faults\n")
        try place.write(
            "in/quill.json", #"{ "document": "pets.yaml", "references": { "outside": true } }"#)
        #expect(place.run("validate", "in/pets.yaml").code == 0)
    }

    @Test func linksDoNotLeadOut() throws {
        let place = try Workplace(["secret/name.yaml": Self.name, "in/pets.yaml": Self.document("name.yaml#/Name")])
        try FileManager.default.createSymbolicLink(
            atPath: place.url("in/name.yaml").path, withDestinationPath: "../secret/name.yaml")
        let refused = place.run("validate", "in/pets.yaml")
        #expect(
            refused.errors.contains(
                "error: `in/name.yaml` is a link that leads out of the folder of the root document "
                    + "[reference-outside-folder]"))
        #expect(refused.errors.contains("in/pets.yaml:83:17: error") || refused.errors.contains("in/pets.yaml:"))
        #expect(place.run("validate", "in/pets.yaml", "--allow-outside").code == 0)
    }

    @Test func linkedFoldersDoNotLeadOut() throws {
        let place = try Workplace([
            "secret/name.yaml": Self.name, "in/pets.yaml": Self.document("models/name.yaml#/Name"),
        ])
        try FileManager.default.createSymbolicLink(
            atPath: place.url("in/models").path, withDestinationPath: "../secret")
        #expect(place.run("validate", "in/pets.yaml").code == 1)
    }

    @Test func linksBesideALinkedDocumentAreFine() throws {
        let place = try Workplace(["real/name.yaml": Self.name, "real/pets.yaml": Self.document("name.yaml#/Name")])
        try FileManager.default.createDirectory(at: place.url("box"), withIntermediateDirectories: true)
        for file in ["name.yaml", "pets.yaml"] {
            try FileManager.default.createSymbolicLink(
                atPath: place.url("box/" + file).path, withDestinationPath: "../real/" + file)
        }
        #expect(place.run("validate", "box/pets.yaml").code == 0)
    }

    // MARK: Hosts

    @Test func hostsAreAskedOnlyOnRequestAndOnce() throws {
        let server = try FileServer { $0 == "/models/name.yaml" ? FileServer.ok(Self.name) : FileServer.notFound }
        let reference = "http://\(server.host)/models/name.yaml#/Name"
        let place = try Workplace([
            "pets.yaml": Self.document(reference)
                .replacing("type: string\n          enum: [cat, dog]", with: "$ref: '\(reference)'")
        ])
        let refused = place.run("validate", "pets.yaml")
        #expect(refused.errors.contains("refers to another host, which may not be asked [remote-reference]"))
        #expect(refused.errors.contains("allow the host with `--allow-host \(server.host)`"))
        #expect(server.paths == [])
        #expect(place.run("validate", "pets.yaml", "--allow-host", server.host).output == "pets.yaml: no faults\n")
        #expect(server.paths == ["/models/name.yaml"])
        try place.write(
            "quill.json", #"{ "document": "pets.yaml", "references": { "hosts": ["\#(server.host)"] } }"#)
        #expect(place.run("validate").code == 0)
    }

    @Test func theDocumentItselfCanBeOnAHost() throws {
        let text = Self.document("models/name.yaml#/Name")
        let server = try FileServer { path in
            switch path {
            case "/v1/pets.yaml": FileServer.ok(text)
            case "/v1/models/name.yaml": FileServer.ok(Self.name)
            default: FileServer.notFound
            }
        }
        let place = try Workplace()
        let url = "http://\(server.host)/v1/pets.yaml"
        let refused = place.run("validate", url)
        #expect(refused.errors.contains("its host may not be asked [remote-reference]"))
        let run = place.run("generate", url, "--allow-host", server.host, "--output", "Out")
        #expect(run.errors == "")
        #expect(run.code == 0)
        #expect(server.paths == ["/v1/pets.yaml", "/v1/models/name.yaml"])
        #expect(place.exists("Out/Sources/PetsClient"))
    }

    @Test func redirectsLeadToAllowedHostsOnly() throws {
        let other = try FileServer { _ in FileServer.ok(Self.name) }
        let host = other.host
        let server = try FileServer { path in
            path == "/out.yaml" ? FileServer.redirect(to: "http://\(host)/name.yaml") : FileServer.redirect(to: path)
        }
        let place = try Workplace(["pets.yaml": Self.document("http://\(server.host)/out.yaml#/Name")])
        let refused = place.run("validate", "pets.yaml", "--allow-host", server.host)
        #expect(refused.errors.contains("the host redirects to `http://\(host)/name.yaml`, which may not be asked"))
        #expect(refused.errors.contains("pets.yaml:"))
        #expect(other.paths == [])
        #expect(
            place.run("validate", "pets.yaml", "--allow-host", server.host, "--allow-host", host).code == 0)
        try place.write("pets.yaml", Self.document("http://\(server.host)/round.yaml#/Name"))
        #expect(
            place.run("validate", "pets.yaml", "--allow-host", server.host).errors.contains(
                "the host redirects more than 5 times"))
    }

    @Test func answersOtherThanSuccessAreErrors() throws {
        let server = try FileServer { _ in FileServer.notFound }
        let place = try Workplace(["pets.yaml": Self.document("http://\(server.host)/name.yaml#/Name")])
        let run = place.run("validate", "pets.yaml", "--allow-host", server.host)
        #expect(run.errors.contains("cannot be read: the host answers with the status 404 [unreadable-file]"))
    }

    @Test func answersHaveALimit() throws {
        let long = String(repeating: "#", count: 2_000)
        let server = try FileServer { path in
            path == "/told"
                ? FileServer.ok(long) : "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + long
        }
        var rules = ReferenceRules()
        rules.hosts = [RemoteHost(server.host)].compactMap { $0 }
        for path in ["/told", "/untold"] {
            #expect {
                try RemoteFile.bytes(at: "http://\(server.host)\(path)", rules: rules, limit: 1_000)
            } throws: { "\($0)" == "it has more than 1000 bytes" }
            #expect(try RemoteFile.bytes(at: "http://\(server.host)\(path)", rules: rules, limit: 2_000).count == 2_000)
        }
    }

    @Test func answersHaveATimeLimit() throws {
        let server = try FileServer { _ in
            Thread.sleep(forTimeInterval: 3)
            return FileServer.notFound
        }
        var rules = ReferenceRules()
        rules.hosts = [RemoteHost(server.host)].compactMap { $0 }
        #expect {
            try RemoteFile.bytes(at: "http://\(server.host)/", rules: rules, timeLimit: 1)
        } throws: { "\($0)" == "the host does not answer in time" }
    }

    @Test(arguments: ["a b", "https://a.example", ""])
    func hostsAreWrittenWithoutMore(_ host: String) throws {
        let run = try Workplace().run("validate", "x.yaml", "--allow-host=\(host)")
        #expect(run.code == 2)
        let configured = try Workplace(["quill.json": #"{ "document": "x", "references": { "hosts": ["\#(host)"] } }"#])
            .run("validate")
        #expect(configured.errors.contains("`\(host)` is no host [unknown-value]"))
    }
}
