/// The difference of two texts by lines, as `diff -u` prints it.
public enum UnifiedDifference {
    /// The difference; empty where the texts are equal.
    ///
    /// Lines end with a line feed only. A last line without one is followed by `\ No newline at end of file`.
    ///
    /// - Parameters:
    ///   - oldName: What stands behind `---`.
    ///   - newName: What stands behind `+++`.
    ///   - context: How many equal lines are shown around what differs.
    public static func diff(
        old: String, new: String, oldName: String, newName: String, context: Int = 3
    ) -> String {
        let bytes = bytes(
            old: Array(old.utf8), new: Array(new.utf8), oldName: oldName, newName: newName, context: context)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func bytes(
        old: [UInt8], new: [UInt8], oldName: String, newName: String, context: Int
    ) -> [UInt8] {
        let (oldLines, newLines) = (lines(of: old), lines(of: new))
        let changes = LineMatcher.changes(from: oldLines, to: newLines)
        guard !changes.isEmpty else { return [] }
        var output = Array("--- \(oldName)\n+++ \(newName)\n".utf8)
        var index = 0
        while index < changes.count {
            var last = index
            while last + 1 < changes.count,
                changes[last + 1].old.lowerBound - changes[last].old.upperBound <= 2 * max(context, 0)
            {
                last += 1
            }
            append(changes[index...last], oldLines, newLines, context: max(context, 0), to: &output)
            index = last + 1
        }
        return output
    }

    private static func append(
        _ changes: ArraySlice<LineMatcher.Change>, _ oldLines: [ArraySlice<UInt8>], _ newLines: [ArraySlice<UInt8>],
        context: Int, to output: inout [UInt8]
    ) {
        guard let first = changes.first, let last = changes.last else { return }
        let before = min(context, first.old.lowerBound)
        let after = min(context, oldLines.count - last.old.upperBound)
        let old = first.old.lowerBound - before..<last.old.upperBound + after
        let new = first.new.lowerBound - before..<last.new.upperBound + after
        output += Array("@@ -\(numbers(old)) +\(numbers(new)) @@\n".utf8)
        var equal = old.lowerBound
        for change in changes {
            for line in oldLines[equal..<change.old.lowerBound] { append(line, " ", to: &output) }
            for line in oldLines[change.old] { append(line, "-", to: &output) }
            for line in newLines[change.new] { append(line, "+", to: &output) }
            equal = change.old.upperBound
        }
        for line in oldLines[equal..<old.upperBound] { append(line, " ", to: &output) }
    }

    private static func append(_ line: ArraySlice<UInt8>, _ mark: Unicode.Scalar, to output: inout [UInt8]) {
        output.append(UInt8(ascii: mark))
        output += line
        if line.last != UInt8(ascii: "\n") { output += Array("\n\\ No newline at end of file\n".utf8) }
    }

    /// The first line and the count, which is left out where it is 1; the line before where there is none.
    private static func numbers(_ range: Range<Int>) -> String {
        switch range.count {
        case 0: "\(range.lowerBound),0"
        case 1: "\(range.lowerBound + 1)"
        default: "\(range.lowerBound + 1),\(range.count)"
        }
    }

    /// The lines with their ends.
    private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var rest = bytes[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            lines.append(rest[...end])
            rest = rest[(end + 1)...]
        }
        if !rest.isEmpty { lines.append(rest) }
        return lines
    }
}
