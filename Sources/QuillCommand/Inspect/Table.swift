import QuillDiagnostics

/// Rows of cells in columns as wide as their widest cell.
struct Table {
    private let headings: [String]
    private var rows: [[String]] = []

    init(_ headings: [String]) {
        self.headings = headings
    }

    /// Adds a row. Every run of blanks and line ends becomes one space, and nothing in it can control the terminal.
    mutating func add(_ cells: [String]) {
        rows.append(cells.map { VisibleText.of(Self.onOneLine($0)) })
    }

    /// The table with a line for the headings, each line ended by a line feed; empty without rows.
    func text(bold: Bool) -> String {
        guard !rows.isEmpty else { return "" }
        let widths = headings.indices.map { column in
            ([headings] + rows).map { VisibleText.width(of: $0[column]) }.max() ?? 0
        }
        func line(_ cells: [String]) -> String {
            var line = ""
            var gap = 0
            for (cell, width) in zip(cells, widths) {
                if !cell.isEmpty { line += String(repeating: " ", count: gap) + cell }
                let used = VisibleText.width(of: cell)
                gap = (cell.isEmpty ? gap + width : width - used) + 2
            }
            return line
        }
        let heading = bold ? "\u{1B}[1m\(line(headings))\u{1B}[0m" : line(headings)
        return ([heading] + rows.map(line)).map { $0 + "\n" }.joined()
    }

    static func onOneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
