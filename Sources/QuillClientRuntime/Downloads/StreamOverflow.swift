import Foundation
import QuillRuntime

/// What arrives faster than it is read, in a temporary file: first in, first out.
nonisolated struct StreamOverflow {
    private let file: SpooledFile
    private let writer: FileHandle
    private let reader: FileHandle
    /// The bytes that nobody has read yet.
    private(set) var unread = 0

    /// - Throws: `CocoaError` where there can be no temporary file.
    init() throws {
        file = try SpooledFile()
        writer = try FileHandle(forWritingTo: file.url)
        reader = try FileHandle(forReadingFrom: file.url)
    }

    /// - Throws: where the disk is full.
    mutating func append(_ data: Data) throws {
        try writer.write(contentsOf: data)
        unread += data.count
    }

    /// The next bytes, at most as many as asked for. A file that is read to its end is begun anew.
    mutating func next(upTo count: Int) throws -> [UInt8] {
        let bytes = try reader.read(upToCount: min(count, unread)) ?? Data()
        guard !bytes.isEmpty else { throw CocoaError(.fileReadCorruptFile) }
        unread -= bytes.count
        if unread == 0 {
            try writer.truncate(atOffset: 0)
            try reader.seek(toOffset: 0)
        }
        return Array(bytes)
    }
}
