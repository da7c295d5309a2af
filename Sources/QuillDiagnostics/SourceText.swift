/// The text of one input, by the name under which the user knows it.
///
/// Immutable, and shared by every location that points into it.
public final class SourceText: Sendable {
    /// The path as the user gave it, or as a reference led to it; what diagnostics print.
    public let path: String
    /// The bytes as read, before any decoding.
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    public convenience init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The line and column of a byte, both counted from 1; columns count Unicode scalars.
    ///
    /// Scans from the start: positions are wanted only for the few diagnostics that a run prints.
    public func position(at offset: Int) -> (line: Int, column: Int) {
        var line = 1
        var column = 1
        var index = 0
        let end = min(max(offset, 0), bytes.count)
        while index < end {
            let byte = bytes[index]
            if byte == 0x0A || (byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)) {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
            index += 1
        }
        return (line, column)
    }

    /// The text of a line counted from 1, without its end; nil where there is no such line.
    public func line(_ number: Int) -> String? {
        var line = 1
        var start = 0
        while line < number {
            guard let end = endOfLine(from: start), end < bytes.count else { return nil }
            start = end + (bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? 2 : 1)
            line += 1
        }
        let end = endOfLine(from: start) ?? bytes.count
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private func endOfLine(from start: Int) -> Int? {
        guard start <= bytes.count else { return nil }
        return bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    }
}
