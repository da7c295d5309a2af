import Foundation

#if canImport(FoundationEssentials)
    import FoundationEssentials
#endif

/// A file in chunks, opened anew by everyone who reads it.
nonisolated struct FileChunks: AsyncSequence, Sendable {
    typealias Element = [UInt8]

    let url: URL
    /// Holds on to a file that exists only as long as somebody can read it.
    var owner: SpooledFile?

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(url: url, owner: owner) }

    nonisolated struct AsyncIterator: AsyncIteratorProtocol {
        let url: URL
        let owner: SpooledFile?
        var handle: FileHandle?
        var isAtEnd = false

        mutating func next() async throws -> [UInt8]? {
            if isAtEnd { return nil }
            let open = try handle ?? FileHandle(forReadingFrom: url)
            handle = open
            if let data = try open.read(upToCount: 64 << 10), !data.isEmpty { return Array(data) }
            isAtEnd = true
            handle = nil
            try open.close()
            return nil
        }
    }
}

/// A temporary file, removed when nobody can read it any more.
public nonisolated final class SpooledFile: Sendable {
    /// Where it is.
    public let url: URL

    /// Makes an empty file that only this user can read.
    /// - Throws: `CocoaError` if it cannot be made.
    public init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("quill-\(UUID().uuidString)")
        guard FileManager.default.createFile(atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw CocoaError(.fileWriteUnknown) }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// The content as a stream of known length.
    public func body(length: Int) -> HTTPBody { HTTPBody(stream: FileChunks(url: url, owner: self), length: length) }
}
