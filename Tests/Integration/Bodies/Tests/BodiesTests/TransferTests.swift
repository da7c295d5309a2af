import BodiesClient
import BodiesServer
import Foundation
import Testing

extension BodiesTests {
    /// 200 MB in one process, client and server, with a peak that stays far below.
    @Suite("Large bodies")
    struct TransferTests {
        private static let size = 200 << 20
        /// What may be in memory more than before, in MB. Foundation on Linux keeps what its delegate has not taken yet,
        /// which is more on a busy machine: 7 to 66 MB were seen.
        private static let allowance = (size >> 20) / 2

        private static var options: ServerOptions {
            var options = ServerOptions()
            options.maximumUploadBytes = 1 << 30
            return options
        }

        private func measure(
            _ name: String, _ test: @escaping @Sendable (RunningServer) async throws -> Void
        ) async throws {
            try await RunningServer.serving(options: Self.options) { server in
                // What is allocated once is no part of it.
                _ = try await server.client().putBlob(size: 1, body: HTTPBody([1]))
                let rise = try await PeakMemory.rise { try await test(server) }
                guard let rise else { return }
                print("\(name), \(Self.size >> 20) MB: the peak rose by \(rise) MB")
                #expect(rise < Self.allowance)
            }
        }

        @Test("A download, read while it arrives")
        func download() async throws {
            try await measure("download by URLSession") { server in
                let body = try await server.client().getBlob(size: Self.size)
                #expect(body.length == Self.size)
                #expect(try await Arrived(FilePart(body)).sum == Self.size)
            }
        }

        @Test("A download whose reader takes his time")
        func slowDownload() async throws {
            try await measure("slow download by URLSession") { server in
                var (count, chunks) = (0, 0)
                for try await chunk in try await server.client().getBlob(size: Self.size) {
                    (count, chunks) = (count + chunk.count, chunks + 1)
                    if chunks == 3 { try await Task.sleep(for: .seconds(2)) }
                }
                #expect(count == Self.size)
            }
        }

        @Test("An upload of a stream, and of a file")
        func upload() async throws {
            try await measure("upload by URLSession") { server in
                let arrived = try await server.client().putBlob(
                    size: 1, body: HTTPBody(stream: Zeros(count: Self.size)))
                #expect(arrived.sum == Self.size && arrived.bytes == Self.size)
                #expect(arrived.type == "application/octet-stream")
            }
        }

        @Test("A multipart body with a large file, spooled by the server")
        func multipart() async throws {
            try await measure("multipart upload by URLSession") { server in
                let report = try await server.client().createAlbum(
                    body: AlbumForm(
                        title: "x", cover: FilePart(HTTPBody(stream: Zeros(count: Self.size), length: Self.size))))
                #expect(report.files.first?.sum == Self.size)
            }
        }

        @Test("curl -F with a large file, and curl -T")
        func curl() async throws {
            let file = FileManager.default.temporaryDirectory.appending(path: "quill-\(UUID().uuidString)")
            _ = FileManager.default.createFile(atPath: file.path, contents: nil)
            defer { try? FileManager.default.removeItem(at: file) }
            let handle = try FileHandle(forWritingTo: file)
            for try await chunk in Zeros(count: Self.size) { try handle.write(contentsOf: chunk) }
            try handle.close()
            try await measure("uploads by curl") { server in
                let answer = try await Curl.send("-F", "title=x", "-F", "cover=@\(file.path)", "\(server.url)/albums")
                #expect(try AlbumReport(json: answer.body).files.first?.sum == Self.size)
                let put = try await Curl.send(
                    "-T", file.path, "-H", "Content-Type: application/octet-stream", "\(server.url)/blobs/1")
                #expect(try Arrived(json: put.body).sum == Self.size)
            }
        }

        @Test("There and back at once")
        func echo() async throws {
            try await measure("echo by URLSession") { server in
                let body = try await server.client().echoBlob(size: 1, body: HTTPBody(stream: Zeros(count: Self.size)))
                #expect(try await Arrived(FilePart(body)).sum == Self.size)
            }
        }
    }
}
