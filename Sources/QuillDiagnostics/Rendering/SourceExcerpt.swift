/// A line of a source as it is shown under a diagnostic, and the column under which the caret goes.
struct SourceExcerpt {
    let text: String
    /// Columns before the caret.
    let caret: Int

    /// The widest excerpt, in columns; longer lines are cut around the caret.
    private static let width = 100
    /// Columns kept before the caret where a line is cut.
    private static let lead = 50
    private static let tabWidth = 4

    /// - Parameters:
    ///   - line: the bytes of the line in `bytes`, without its end.
    ///   - offset: the byte that the caret points at.
    init(_ bytes: [UInt8], line: Range<Int>, offset: Int) {
        let offset = min(max(offset, line.lowerBound), line.upperBound)
        // A minified document is one line of megabytes, so only a window of it is decoded.
        var start = max(line.lowerBound, offset - 4 * Self.width)
        while start > line.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        var end = min(line.upperBound, offset + 4 * Self.width)
        while end < line.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }

        let before = Self.cells(bytes[start..<offset], from: 0)
        let beforeWidth = before.reduce(0) { $0 + $1.width }
        let after = Self.cells(bytes[offset..<end], from: beforeWidth)
        let afterWidth = after.reduce(0) { $0 + $1.width }
        if start == line.lowerBound, end == line.upperBound, beforeWidth + afterWidth <= Self.width {
            text = (before + after).map(\.text).joined()
            caret = beforeWidth
            return
        }

        var left: [VisibleText.Cell] = []
        var leftWidth = 0
        for cell in before.reversed() {
            guard leftWidth + cell.width <= Self.lead else { break }
            left.append(cell)
            leftWidth += cell.width
        }
        var right: [VisibleText.Cell] = []
        var rightWidth = 0
        for cell in after {
            guard leftWidth + rightWidth + cell.width <= Self.width else { break }
            right.append(cell)
            rightWidth += cell.width
        }
        let cutLeft = start > line.lowerBound || left.count < before.count
        let cutRight = end < line.upperBound || right.count < after.count
        text =
            (cutLeft ? "…" : "") + left.reversed().map(\.text).joined() + right.map(\.text).joined()
            + (cutRight ? "…" : "")
        caret = leftWidth + (cutLeft ? 1 : 0)
    }

    private static func cells(_ bytes: ArraySlice<UInt8>, from column: Int) -> [VisibleText.Cell] {
        var column = column
        return String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
            let cell: VisibleText.Cell
            if scalar == "\t" {
                let width = tabWidth - column % tabWidth
                cell = .init(text: String(repeating: " ", count: width), width: width)
            } else {
                cell = VisibleText.cell(scalar)
            }
            column += cell.width
            return cell
        }
    }
}
