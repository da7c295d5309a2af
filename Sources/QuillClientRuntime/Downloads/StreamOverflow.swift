import Foundation
import QuillRuntime

/// What arrives faster than it is read, in temporary files: first in, first out. A file that was read to its end is gone,
/// so that there is no more on disk than is unread, and a file.
nonisolated struct StreamOverflow {
    /// The most that may be unread.
    let limit: Int
    /// The bytes that nobody has read yet.
    private(set) var unread = 0
    private var segments: [Segment] = []
    private let segmentBytes: Int

    private nonisolated struct Segment {
        let file: SpooledFile
        let writer: FileHandle
        let reader: FileHandle
        var written = 0
        var unread = 0

        /// - Throws: `CocoaError` where there can be no temporary file.
        init() throws {
            file = try SpooledFile()
            writer = try FileHandle(forWritingTo: file.url)
            reader = try FileHandle(forReadingFrom: file.url)
        }
    }

    init(limit: Int, segmentBytes: Int = 32 << 20) {
        self.limit = limit
        self.segmentBytes = segmentBytes
    }

    /// - Throws: ``TransportError/unread(limit:)``; another error where the disk is full.
    mutating func append(_ data: Data) throws {
        guard unread + data.count <= limit else { throw TransportError.unread(limit: limit) }
        if segments.last.map({ $0.written >= segmentBytes }) ?? true { segments.append(try Segment()) }
        let last = segments.count - 1
        try segments[last].writer.write(contentsOf: data)
        segments[last].written += data.count
        segments[last].unread += data.count
        unread += data.count
    }

    /// The next bytes, at most as many as asked for.
    mutating func next(upTo count: Int) throws -> [UInt8] {
        guard let first = segments.first else { return [] }
        let bytes = try first.reader.read(upToCount: min(count, first.unread)) ?? Data()
        guard !bytes.isEmpty else { throw CocoaError(.fileReadCorruptFile) }
        unread -= bytes.count
        segments[0].unread -= bytes.count
        if segments[0].unread == 0 { segments.removeFirst() }
        return Array(bytes)
    }
}
