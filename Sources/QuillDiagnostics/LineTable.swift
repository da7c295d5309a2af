/// Where every line of a source starts, for whoever asks for many positions of one source.
///
/// Lines end at LF, CR or CR LF. Lines and columns are counted from 1, columns in Unicode scalars.
public struct LineTable: Sendable {
    private let source: SourceText
    private let starts: [Int]

    /// Scans the source once.
    public init(_ source: SourceText) {
        self.source = source
        var starts = [0]
        let bytes = source.bytes
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == 0x0A || (byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)) {
                starts.append(index + 1)
            }
        }
        self.starts = starts
    }

    /// The line and column of a byte; an offset past the end is the place after the last byte.
    public func position(at offset: Int) -> (line: Int, column: Int) {
        let offset = min(max(offset, 0), source.bytes.count)
        let line = line(containing: offset)
        var column = 1
        for byte in source.bytes[starts[line - 1]..<offset] where byte & 0xC0 != 0x80 { column += 1 }
        return (line, column)
    }

    /// The bytes of a line counted from 1, without its end; empty where there is no such line.
    func bytes(ofLine line: Int) -> Range<Int> {
        guard line >= 1, line <= starts.count else { return source.bytes.count..<source.bytes.count }
        let start = starts[line - 1]
        var end = line < starts.count ? starts[line] : source.bytes.count
        if end > start, source.bytes[end - 1] == 0x0A { end -= 1 }
        if end > start, source.bytes[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    private func line(containing offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }
}
