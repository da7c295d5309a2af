import BodiesClient
import BodiesServer
import Testing

extension BodiesTests {
    @Suite("Several media types")
    struct NegotiationTests {
        @Test("A body is what its Content-Type says")
        func bodies() async throws {
            try await RunningServer.serving { server in
                let url = "\(server.url)/documents"
                for (arguments, title) in [
                    (["-H", "Content-Type: application/json", "-d", #"{"title": "t"}"#], "note t"),
                    (
                        ["-H", "Content-Type: application/vnd.x+json; charset=utf-8", "-d", #"{"title": "t"}"#],
                        "note t"
                    ),
                    (["-F", "file=abc;filename=a.txt"], "file a.txt 3"),
                    (["-H", "Content-Type: text/plain", "-d", "grüß"], "text grüß"),
                    (["-H", "Content-Type: application/zip", "-d", "PK"], "application/zip 2"),
                    (["-H", "Content-Type: image/webp", "-d", "abc"], "image/webp 3"),
                ] {
                    let output = try await Curl.run(arguments + [url])
                    #expect(try JSONValue(json: output)["title"] == .string(title))
                }
                let other = try await Curl.send("-H", "Content-Type: audio/ogg", "-d", "x", url)
                #expect(other.status == 415)
                #expect(
                    try await Curl.send("-H", "Content-Type: text/plain; charset=latin1", "-d", "x", url).status == 415)
            }
        }

        @Test(
            "curl -H Accept: the most wanted of what there is, 406 where nothing is",
            arguments: [
                ("application/json", 200, "application/json"), ("text/csv", 200, "text/csv"),
                ("image/*", 200, "image/png"), ("text/*;q=0.5, image/png;q=0.9", 200, "image/png"),
                ("*/*", 200, "application/json"), ("application/json;q=0, */*", 200, "text/csv"),
                ("audio/ogg", 406, "application/problem+json"), ("*/*;q=0", 406, "application/problem+json"),
            ])
        func answers(accept: String, status: Int, type: String) async throws {
            try await RunningServer.serving { server in
                let answer = try await Curl.send(
                    "-H", "Accept: \(accept)", "-H", "Content-Type: text/plain", "-d", "x", "\(server.url)/documents")
                #expect(answer.status == status && answer.contentType == type, "\(answer.contentType): \(answer.text)")
            }
        }

        @Test("The client sends each body and reads each answer under its case")
        func client() async throws {
            try await RunningServer.serving { server in
                let client = server.client()
                guard case .json(let note) = try await client.createDocument(body: .json(Note(title: "t"))) else {
                    Issue.record("no JSON")
                    return
                }
                #expect(note.title == "note t")
                guard case .csv(let text) = try await client.createDocument(body: .text("é"), accept: "text/csv") else {
                    Issue.record("no text")
                    return
                }
                #expect(text == "text é")
                let bodies: [(CreateDocumentBody, String)] = [
                    (.multipart(.init(file: FilePart(HTTPBody("abc"), fileName: "f"))), "file f 3"),
                    (.zip(HTTPBody("PK")), "application/zip 2"),
                    (.zip(HTTPBody("PNG", contentType: "image/png")), "image/png 3"),
                ]
                for (body, title) in bodies {
                    guard case .png(let bytes) = try await client.createDocument(body: body, accept: "image/png") else {
                        Issue.record("no image")
                        return
                    }
                    #expect(bytes.contentType == "image/png")
                    #expect(try await bytes.collect(upTo: 100) == Array(title.utf8))
                }
            }
        }

        @Test("Texts go both ways")
        func texts() async throws {
            try await RunningServer.serving { server in
                let text = "grüß\r\n\u{1F600}\u{0}"
                #expect(try await server.client().echoText(body: text) == text)
                #expect(try await server.client().echoText(body: "") == "")
                let refused = try await Curl.send(
                    "-H", "Content-Type: text/plain", "--data-binary", "@-", "\(server.url)/texts", input: [0xC3])
                #expect(refused.status == 400)
            }
        }
    }
}
