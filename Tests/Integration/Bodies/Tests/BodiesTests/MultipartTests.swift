import BodiesClient
import BodiesServer
import Foundation
import Testing

extension BodiesTests {
    @Suite("Multipart bodies")
    struct MultipartTests {
        @Test("curl -F: files, lists, parts of JSON, header fields of parts")
        func curl() async throws {
            let folder = FileManager.default.temporaryDirectory.appending(path: "quill-bodies-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            try Data([1, 2, 3]).write(to: folder.appending(path: "c.png"))
            // More than is kept in memory.
            try Data(repeating: 1, count: 3 << 20).write(to: folder.appending(path: "large.bin"))
            try Data("X-Rotation: 90\n".utf8).write(to: folder.appending(path: "headers"))
            try await RunningServer.serving(options: ServerOptions()) { server in
                let answer = try await Curl.send(
                    "-F", "title=Ferien \"2026\"", "-F", "year=2026", "-F", "tags=a", "-F", "tags=b;type=text/plain",
                    "-F", #"note={"title": "n", "count": 2};type=application/json"#, "-F",
                    "remark=*fine*;type=text/markdown", "-F",
                    "cover=@\(folder.path)/c.png;type=image/png;headers=@\(folder.path)/headers", "-F",
                    "pictures=@\(folder.path)/large.bin;filename=../../a \"b\".bin", "-F",
                    "pictures=@\(folder.path)/c.png", "\(server.url)/albums")
                #expect(answer.status == 201, "\(answer.text)")
                let report = try AlbumReport(json: answer.body)
                #expect(report.title == "Ferien \"2026\"" && report.year == 2026 && report.remark == "*fine*")
                #expect(report.tags == ["a", "b"])
                #expect(report.note?.title == "n" && report.note?.count == 2)
                #expect(report.files.map(\.bytes) == [3, 3 << 20, 3])
                #expect(report.files.map(\.sum) == [6, 3 << 20, 6])
                #expect(report.files.map(\.name) == ["c.png", "../../a \"b\".bin", "c.png"])
                #expect(report.files.first?.type == "image/png" && report.files.first?.rotation == "90")
            }
        }

        @Test("The generated client sends what curl does, in memory and as streams, and reads parts as an answer")
        func client() async throws {
            try await RunningServer.serving { server in
                let client = server.client()
                let report = try await client.createAlbum(
                    body: AlbumForm(
                        title: "naïve", remark: "r\r\n--x", year: 1, tags: ["", "b"], note: Note(title: "n"),
                        cover: FilePart(
                            HTTPBody([255, 0]), fileName: "na\"ïve;\r\n.png", contentType: "image/jpeg",
                            headers: ["X-Rotation": "180"]),
                        pictures: [FilePart(HTTPBody(stream: Zeros(count: 2 << 20))), FilePart(Data(), fileName: nil)]))
                #expect(report.title == "naïve" && report.remark == "r\r\n--x" && report.year == 1)
                #expect(report.tags == ["", "b"] && report.note?.title == "n")
                #expect(report.files.map(\.bytes) == [2, 2 << 20, 0])
                #expect(report.files.map(\.name) == ["na\"ïve;\r\n.png", "file", nil])
                #expect(
                    report.files.map(\.type) == ["image/jpeg", "application/octet-stream", "application/octet-stream"])
                #expect(report.files.first?.rotation == "180")

                let album = try await client.getAlbum()
                #expect(album.title == "Grüße" && album.year == 2026 && album.tags == ["a", "b"])
                #expect(album.note?.count == 3 && album.cover.fileName == "cover.png")
                #expect(try await album.cover.body.collect(upTo: 10) == [1, 2, 3])
                #expect(try await Arrived(#require(album.pictures?.first)).sum == 1 << 20)
            }
        }

        @Test("A body of one of several objects is told apart by what is in it, and its handler chooses the status")
        func choice() async throws {
            try await RunningServer.serving { server in
                let url = "\(server.url)/media"
                let file = try await Curl.send("-F", "file=abc;filename=a.txt", "-F", "caption=c", url)
                #expect(file.status == 201)
                #expect(try Arrived(json: file.body).name == "a.txt")
                let link = try await Curl.send("-F", "url=https://a.b", url)
                #expect(link.status == 202)
                #expect(try Arrived(json: link.body).name == "https://a.b")
                #expect(try await Curl.send("-F", "other=x", url).status == 422)

                let client = server.client()
                let upload = try await client.addMedia(body: .upload(.init(file: FilePart(HTTPBody("abc")))))
                #expect(upload.status == 201 && upload.body.bytes == 3)
                let other = try await client.addMedia(body: .link(.init(url: "u")))
                #expect(other.status == 202 && other.body.name == "u")
            }
        }

        @Test("What breaks the schema is 422 with its pointer; what is too much is 413")
        func refusals() async throws {
            let options = ServerOptions(maximumBodyBytes: 4096)
            try await RunningServer.serving(options: options) { server in
                let url = "\(server.url)/albums"
                let invalid = try await Curl.send("-F", "title=x", "-F", "year=x", url)
                #expect(invalid.status == 422, "\(invalid.text)")
                let pointers = try invalid.problem.errors?.compactMap(\.pointer).sorted()
                #expect(pointers == ["/cover", "/year"])
                let long = try await Curl.send(
                    "-F", "title=\(String(repeating: "x", count: 41))", "-F", "cover=x", url)
                #expect(long.status == 422)
                #expect(try long.problem.errors?.map(\.pointer) == ["/title"])
                let note = try await Curl.send(
                    "-F", "title=x", "-F", "cover=x", "-F", "note={;type=application/json", url)
                #expect(note.status == 400)
                #expect(try note.problem.detail?.contains("`note`") == true)
                #expect(
                    try await Curl.send("-F", "title=x", "-F", "cover=\(String(repeating: "x", count: 5000))", url)
                        .status
                        == 413)
                let other = try await Curl.send("-H", "Content-Type: application/json", "-d", "{}", url)
                #expect(other.status == 415)
                #expect(try other.problem.detail?.contains("multipart/form-data") == true)
            }
        }

        @Test("Broken bodies are 400 and say where, and the server goes on")
        func broken() async throws {
            func part(_ name: String, _ content: String = "x") -> String {
                "--b\r\nContent-Disposition: form-data; name=\(name)\r\n\r\n\(content)\r\n"
            }
            let cases: [(type: String, body: String, reason: String)] = [
                ("multipart/form-data", part("title") + "--b--", "boundary"),
                ("multipart/form-data; boundary=", part("title") + "--b--", "boundary"),
                ("multipart/form-data; boundary=b", part("title"), "before its last boundary"),
                ("multipart/form-data; boundary=b", part("title") + "--", "before its last boundary"),
                ("multipart/form-data; boundary=b", "--b\r\nContent-Dis", "header"),
                ("multipart/form-data; boundary=b", "\r\n", "before its last boundary"),
                (
                    "multipart/form-data; boundary=b", "--b\r\nX-A: " + String(repeating: "x", count: 1 << 20),
                    "header is too long"
                ),
                (
                    "multipart/form-data; boundary=b", String(repeating: part("tags"), count: 2000) + "--b--",
                    "more than 1000 parts"
                ),
                ("multipart/form-data; boundary=b", "--b\r\n\r\nx\r\n--b--", "no name"),
                ("multipart/form-data; boundary=b", "--c\r\n\r\nx\r\n--c--", "before its last boundary"),
            ]
            try await RunningServer.serving { server in
                for (type, body, reason) in cases {
                    for chunked in [[], ["-H", "Transfer-Encoding: chunked"]] {
                        let output = try await Curl.run(
                            ["-X", "POST", "-H", "Content-Type: \(type)", "-H", "Expect:", "--data-binary", "@-"]
                                + chunked + ["-w", "\n%{http_code}", "\(server.url)/albums"],
                            input: Array(body.utf8))
                        let text = String(decoding: output, as: UTF8.self)
                        #expect(text.hasSuffix("\n400") && text.contains(reason), "\(body.prefix(60)): \(text)")
                    }
                }
                #expect(try await Curl.send("-F", "title=x", "-F", "cover=x", "\(server.url)/albums").status == 201)
            }
        }
    }
}
