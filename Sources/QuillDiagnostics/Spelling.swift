/// What somebody who misspelled a name probably meant.
package enum Spelling {
    /// The name that takes the fewest corrections, the first of equals; nil where none is close.
    package static func nearest(to word: String, among names: some Sequence<String>) -> String? {
        let limit = max(1, word.unicodeScalars.count / 3)
        let letters = folded(word)
        var best: (name: String, distance: Int)?
        for name in names where name != word {
            let distance = distance(letters, folded(name), limit: (best?.distance ?? limit + 1) - 1)
            if let distance { best = (name, distance) }
            if distance == 0 { break }
        }
        return best?.name
    }

    /// Letters without case, and without the marks between words.
    private static func folded(_ word: String) -> [Unicode.Scalar] {
        word.lowercased().unicodeScalars.filter { $0 != "_" && $0 != "-" && $0 != "." }
    }

    /// Levenshtein's distance, where two swapped neighbours count as one; nil above the limit.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int? {
        guard limit >= 0, abs(left.count - right.count) <= limit, max(left.count, right.count) <= 200 else {
            return nil
        }
        var before = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let substitution = previous[column] + (left[row] == right[column] ? 0 : 1)
                var least = min(substitution, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    least = min(least, before[column - 1] + 1)
                }
                current.append(least)
            }
            before = previous
            previous = current
        }
        guard let result = previous.last, result <= limit else { return nil }
        return result
    }
}
