import Foundation
import Testing

@testable import QuillRuntime

@Suite("Multipart bodies") struct MultipartTests {
    private let multipart = BodyCoding.multipart(BodyCoding.fields)
    private let type = "multipart/form-data; boundary=b"

    /// A body as other programs write it, with line breaks as they have to be.
    private func body(_ text: String) -> String { text.replacing("\n", with: "\r\n") }

    @Test("What is written is read back, in chunks of any size", arguments: [1, 2, 3, 7, 64, 10_000])
    func roundTrip(size: Int) async throws {
        let bytes = [UInt8]((0...255).map { UInt8($0) }) + Array("\r\n--quill\r\n\r\n--".utf8)
        let upload = Upload(
            name: "naïve \"name\"", count: 5, tags: ["a", "b\r\nc"], home: ["x": [1]],
            file: FilePart(HTTPBody(bytes), fileName: "cat.png", contentType: "image/png", headers: ["X-Rate": "1"]),
            files: [FilePart(HTTPBody([]), fileName: nil), FilePart(Data([1, 2]))])
        let (body, contentType) = multipart.encoded(upload)
        #expect(contentType.hasPrefix("multipart/form-data; boundary=quill-"))
        let read = try await multipart.upload(stream(body.bytes ?? [], by: size), contentType)
        #expect(read == upload)
        #expect(read.file?.fileName == "cat.png" && read.file?.contentType == "image/png")
        #expect(read.file?.headers["x-rate"] == "1")
        #expect(read.files?.map(\.fileName) == [nil, "file"])
        #expect(read.files?.first?.contentType == "application/octet-stream")
    }

    @Test("Parts have the headers that their fields need")
    func headers() {
        let upload = Upload(name: "a", home: ["b": 1], file: FilePart(HTTPBody("x"), fileName: "f"))
        let (body, contentType) = BodyCoding.multipart([
            "name": .text.type("text/markdown").header("X-A", "1").header("X-B", "2\r\nX-C: 3"),
            "file": .file.type("image/png").header("X-D", "4"),
        ])
        .encoded(upload)
        let boundary = contentType.split(separator: "=").last.map(String.init) ?? ""
        #expect(
            String(decoding: body.bytes ?? [], as: UTF8.self)
                == self.body(
                    """
                    --\(boundary)
                    Content-Disposition: form-data; name="name"
                    Content-Type: text/markdown
                    X-A: 1
                    X-B: 2X-C: 3

                    a
                    --\(boundary)
                    Content-Disposition: form-data; name="home"
                    Content-Type: application/json

                    {"b":1}
                    --\(boundary)
                    Content-Disposition: form-data; name="file"; filename="f"
                    Content-Type: image/png
                    X-D: 4

                    x
                    --\(boundary)--

                    """))
    }

    private static let described: [String: FormField] = [
        "name": .text.header("X-Kind", String.self, isRequired: true, rule: JSONRule(#"{"const": "a"}"#)),
        "tags": .text.list.header("X-Rank", Int.self, rule: JSONRule(#"{"minimum": 1}"#)),
        "file": .file
            .header("X-Sizes", [Int].self, as: .list, isRequired: true, rule: JSONRule(#"{"items": {"maximum": 9}}"#))
            .header("X-At", Date.self)
            .header(
                "X-Any", [String: JSONValue].self, as: .object, explode: true, rule: JSONRule(#"{"required": ["a"]}"#)
            )
            .header("X-JSON", json: [String: Int].self),
        "~/": .text.header("X-A", Bool.self, isRequired: true),
    ]

    private func headed(_ part: String, validating: Bool = true) async throws -> Upload {
        let name = part.contains("name=name") ? "" : "--b\nContent-Disposition: form-data; name=name\nX-Kind: a\n\nn\n"
        return try await BodyCoding.multipart(Self.described).decoded(
            HTTPBody(body("\(name)--b\nContent-Disposition: form-data; \(part)\n\nx\n--b--")), contentType: type,
            validating: validating, limits: BodyLimits(memory: 1000, upload: 1000))
    }

    @Test(
        "Header fields of parts are held to their descriptions",
        arguments: [
            ("name=name", "/name: the header `X-Kind` is missing"),
            ("name=name\nX-Kind: b", "/name: the header `X-Kind` is broken: none of the documented values: \"a\""),
            ("name=tags\nX-Rank: 0", "/tags/0: the header `X-Rank` is broken: less than 1"),
            ("name=file", "/file: the header `X-Sizes` is missing"),
            ("name=file\nX-Sizes: 1,10\nX-Sizes: 2", "/file: the header `X-Sizes` is broken at /1: greater than 9"),
            ("name=file\nX-Sizes: 1\nX-Any: b=1", "/file: the header `X-Any` is broken at /a: missing"),
            ("name=\"~/\"", "/~0~1: the header `X-A` is missing"),
        ])
    func describedHeaders(part: String, issue: String) async throws {
        let error = await #expect(throws: JSONError.self) { try await headed(part) }
        #expect(error?.kind == .mismatch)
        #expect(error?.description == issue)
        // A client that is not asked to takes what comes.
        #expect(try await headed(part, validating: false).name.isEmpty == false)
    }

    @Test(
        "Header fields that cannot be read are malformed",
        arguments: [
            ("name=tags\nX-Rank: one", "/tags/0: the header `X-Rank` is broken: expected an integer, found a string"),
            ("name=file\nX-Sizes: 1\nX-At: noon", "/file: the header `X-At` is broken: "),
            ("name=file\nX-Sizes: 1\nX-JSON: {", "/file: the header `X-JSON` is broken: "),
        ])
    func unreadableHeaders(part: String, message: String) async {
        let error = await #expect(throws: JSONError.self) { try await headed(part) }
        #expect(error?.kind == .malformed)
        #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
    }

    @Test("Header fields as described pass, and all that is wrong is told at once")
    func allHeaders() async throws {
        let fine = "name=file\nX-Sizes: 1, 9\nX-At: 2026-01-02T03:04:05Z\nX-Any: a=1,b=2\nX-JSON: {\"n\": 1}"
        #expect(try await headed(fine).file?.headers["X-Any"] == "a=1,b=2")
        let error = await #expect(throws: JSONError.self) {
            try await headed(
                "name=name\n\nx\n--b\nContent-Disposition: form-data; name=count\n\nx\n--b\nContent-Disposition: form-data; name=tags\nX-Rank: -1"
            )
        }
        #expect(error?.issues.map(\.pointer) == ["/name", "/tags/0", "/count"])
    }

    @Test(
        "Names of files cannot add headers, and survive",
        arguments: [
            "a\"; name=\"b", "a\r\nX-Evil: 1\r\n\r\n", "../../etc/passwd", "na\u{ef}ve \u{1F600}.txt", "", "a\\b",
            "a;b=c",
        ])
    func hostileNames(name: String) async throws {
        let upload = Upload(
            name: "a",
            file: FilePart(
                HTTPBody("x"), fileName: name, contentType: "text/plain\r\nX-Evil: 1",
                headers: ["X-A": "1\r\nX-Evil: 1"]))
        let (body, contentType) = multipart.encoded(upload)
        let text = String(decoding: body.bytes ?? [], as: UTF8.self)
        #expect(!text.contains("\r\nX-Evil"))
        #expect(try await multipart.upload(body, contentType).file?.fileName == name)
    }

    @Test("Bodies of other programs")
    func others() async throws {
        let text = body(
            """
            preamble
            --b  
            content-disposition: form-data; name=name

            curl
            --b
            Content-Disposition: form-data; name="file"; filename="C:\\dir\\a \\"b\\".txt"
            Content-Type: text/plain

            --a
            --b
            Content-Disposition: form-data; name="files"; filename*=UTF-8''na%C3%AFve

            --b--
            epilogue
            """)
        for size in [1, 5, 1000] {
            let read = try await multipart.upload(stream(text, by: size), type)
            #expect(read.name == "curl")
            #expect(read.file?.fileName == "C:\\dir\\a \"b\".txt")
            #expect(read.file?.body.bytes == Array("--a".utf8))
            #expect(read.files?.first?.fileName == "na\u{ef}ve")
        }
    }

    @Test(
        "What is broken is malformed",
        arguments: [
            "", "--b", "--b\n", "--b\nContent-Disposition: form-data; name=name\n\nx", "x", "--bx\n\n--b--",
            "--b\nno colon\n\nx\n--b--", "--b\nA B: c\n\nx\n--b--", "--b\nContent-Type: text/plain\n\nx\n--b--",
            "--b\nContent-Disposition: form-data\n\nx\n--b--",
        ])
    func malformed(text: String) async {
        let error = await #expect(throws: JSONError.self) { try await multipart.upload(HTTPBody(body(text)), type) }
        #expect(error?.kind == .malformed, "\(error?.description ?? "")")
    }

    @Test(
        "A content type without a boundary is malformed",
        arguments: [nil, "multipart/form-data", "multipart/form-data; boundary="])
    func noBoundary(type: String?) async {
        let error = await #expect(throws: JSONError.self) { try await multipart.upload(HTTPBody("--b--"), type) }
        #expect(error?.kind == .malformed)
    }

    @Test("Texts, headers and parts are limited, and so is all together")
    func limits() async throws {
        func part(_ name: String, _ content: String) -> String {
            body("--b\nContent-Disposition: form-data; name=\(name)\n\n\(content)\n")
        }
        let small = BodyLimits(memory: 100, upload: 1000, parts: 3)
        let long = String(repeating: "x", count: 101)
        for text in [part("name", long), part("file", String(repeating: long, count: 10))] {
            await #expect(throws: HTTPBody.TooLarge.self) {
                try await multipart.upload(HTTPBody(text + "--b--"), type, limits: small)
            }
        }
        let many = String(repeating: part("tags", "x"), count: 4) + "--b--"
        let error = await #expect(throws: JSONError.self) {
            try await multipart.upload(HTTPBody(many), type, limits: small)
        }
        #expect(error?.kind == .malformed)
        let endless = "--b\r\nX: " + String(repeating: "x", count: 20_000)
        await #expect(throws: JSONError.self) { try await multipart.upload(stream(endless, by: 1000), type) }
    }

    @Test("A large file goes to disk while it arrives, and is gone with its last reader")
    func spooled() async throws {
        let chunk = [UInt8](repeating: 7, count: 64 << 10)
        let file = FilePart(HTTPBody(stream: Chunks(chunk: chunk, count: 64), length: 64 * chunk.count))
        let (body, contentType) = multipart.encoded(Upload(name: "a", file: file))
        #expect(body.bytes == nil && (body.length ?? 0) > 4 << 20)
        let limits = BodyLimits(memory: 1 << 20, upload: 8 << 20)
        var read: Upload? = try await multipart.upload(body, contentType, limits: limits)
        let content = try #require(read?.file?.body)
        #expect(content.bytes == nil && content.length == 64 * chunk.count)
        for _ in 0..<2 {
            var total = 0
            for try await piece in content {
                #expect(piece.allSatisfy { $0 == 7 })
                total += piece.count
            }
            #expect(total == 64 * chunk.count)
        }
        read = nil
    }

    @Test("A spooled file is removed")
    func removed() async throws {
        var file: SpooledFile? = try SpooledFile()
        let path = try #require(file?.url.path)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        var body: HTTPBody? = file?.body(length: 0)
        file = nil
        #expect(FileManager.default.fileExists(atPath: path))
        #expect(try await body?.collect(upTo: 1) == [])
        body = nil
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("As JSON a file is base64")
    func asJSON() throws {
        let upload = Upload(name: "a", file: FilePart(Data([1, 2, 3])))
        #expect(upload.jsonText() == #"{"name":"a","file":"AQID"}"#)
        #expect(try Upload(json: upload.jsonBytes()) == upload)
    }

    private struct Chunks: AsyncSequence, Sendable {
        let chunk: [UInt8]
        let count: Int

        func makeAsyncIterator() -> Iterator { Iterator(chunk: chunk, left: count) }

        struct Iterator: AsyncIteratorProtocol {
            let chunk: [UInt8]
            var left: Int

            mutating func next() async throws -> [UInt8]? {
                left -= 1
                return left >= 0 ? chunk : nil
            }
        }
    }
}
