// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import Foundation

/// The content of a request or a response: bytes in memory, or chunks as they arrive.
///
///     let bytes = try await response.body.collect(upTo: 1 << 20)
///     for try await chunk in response.body { … }
///     try await client.upload(body: HTTPBody(contentsOf: file))
public nonisolated struct HTTPBody: Sendable {
    private enum Storage: Sendable {
        case bytes([UInt8])
        case stream(@Sendable () -> AsyncIterator, length: Int?)
    }

    private let storage: Storage
    /// The media type, where an operation leaves it open: what was received, or is to be sent.
    public var contentType: String?

    /// No content.
    public init() { storage = .bytes([]) }

    /// Content that is in memory.
    public init(_ bytes: [UInt8], contentType: String? = nil) {
        storage = .bytes(bytes)
        self.contentType = contentType
    }

    /// Content that is in memory.
    public init(_ data: Data, contentType: String? = nil) { self.init(Array(data), contentType: contentType) }

    /// A text in UTF-8.
    public init(_ text: String, contentType: String? = nil) { self.init(Array(text.utf8), contentType: contentType) }

    /// A file on disk, read piece by piece whenever the content is. A file that cannot be read makes reading throw.
    public init(contentsOf url: URL, contentType: String? = nil) {
        let size = (try? FileManager.default.attributesOfItem(atPath: url.path)[.size]) as? Int
        self.init(stream: FileChunks(url: url), length: size)
        self.contentType = contentType
    }

    /// Content that arrives in chunks. It can be read as often as `stream` can be iterated; `length` is its length in
    /// bytes where that is known beforehand.
    public init<Stream: AsyncSequence & Sendable>(stream: Stream, length: Int? = nil) where Stream.Element == [UInt8] {
        storage = .stream({ AsyncIterator(stream.makeAsyncIterator()) { $0 } }, length: length)
    }

    /// Content that arrives in slices.
    public init<Stream: AsyncSequence & Sendable>(stream: Stream, length: Int? = nil)
    where Stream.Element == ArraySlice<UInt8> {
        storage = .stream({ AsyncIterator(stream.makeAsyncIterator()) { Array($0) } }, length: length)
    }

    /// Content that arrives in pieces of data.
    public init<Stream: AsyncSequence & Sendable>(stream: Stream, length: Int? = nil) where Stream.Element == Data {
        storage = .stream({ AsyncIterator(stream.makeAsyncIterator()) { Array($0) } }, length: length)
    }

    /// The length in bytes, where it is known.
    public var length: Int? {
        switch storage {
        case .bytes(let bytes): bytes.count
        case .stream(_, let length): length
        }
    }

    /// Whether there is certainly no content.
    public var isEmpty: Bool { length == 0 }

    /// The content when it is in memory; `nil` for a stream.
    public var bytes: [UInt8]? {
        switch storage {
        case .bytes(let bytes): bytes
        case .stream: nil
        }
    }

    /// The whole content.
    /// - Throws: `HTTPBody.TooLarge` as soon as there are more than `limit` bytes, or what the stream throws.
    public func collect(upTo limit: Int) async throws -> [UInt8] {
        if let length, length > limit { throw TooLarge(limit: limit) }
        if let bytes { return bytes }
        var collected: [UInt8] = []
        if let length, length > 0 { collected.reserveCapacity(length) }
        for try await chunk in self {
            guard chunk.count <= limit - collected.count else { throw TooLarge(limit: limit) }
            collected.append(contentsOf: chunk)
        }
        return collected
    }

    /// There were more bytes than the reader allows.
    public nonisolated struct TooLarge: Error, Hashable, CustomStringConvertible {
        /// The number of bytes that were allowed.
        public let limit: Int
        /// More bytes than `limit`.
        public init(limit: Int) { self.limit = limit }
        public var description: String { "the body is larger than \(limit) bytes" }
    }
}

nonisolated extension HTTPBody: AsyncSequence {
    public typealias Element = [UInt8]

    public func makeAsyncIterator() -> AsyncIterator {
        switch storage {
        case .bytes(let bytes): AsyncIterator(whole: bytes)
        case .stream(let start, _): start()
        }
    }

    /// Hands out the chunks of a body, none of them empty.
    public nonisolated struct AsyncIterator: AsyncIteratorProtocol {
        private let pull: () async throws -> [UInt8]?

        init(whole bytes: [UInt8]) {
            var left: [UInt8]? = bytes
            pull = {
                defer { left = nil }
                return left
            }
        }

        init<Base: AsyncIteratorProtocol>(_ base: Base, chunk: @escaping (Base.Element) -> [UInt8]) {
            var base = base
            pull = { try await base.next().map(chunk) }
        }

        public mutating func next() async throws -> [UInt8]? {
            while let chunk = try await pull() {
                if !chunk.isEmpty { return chunk }
            }
            return nil
        }
    }
}

nonisolated extension HTTPBody: CustomStringConvertible {
    public var description: String {
        switch storage {
        case .bytes(let bytes): "HTTPBody(\(bytes.count) bytes)"
        case .stream(_, let length?): "HTTPBody(stream of \(length) bytes)"
        case .stream: "HTTPBody(stream)"
        }
    }
}

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
