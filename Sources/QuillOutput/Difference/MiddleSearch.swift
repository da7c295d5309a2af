/// Finds a point that an edit path leads through, from both ends of a box at once.
///
/// A diagonal is named by how many more old than new lines have been passed on it.
struct MiddleSearch {
    /// How many edits are tried from each end.
    private let limit: Int
    /// The old lines passed on each diagonal, from the beginning and from the end. Diagonal 0 stands in the middle.
    private var forward: [Int]
    private var backward: [Int]
    private let center: Int

    init(limit: Int, size: Int) {
        self.limit = limit
        // No search goes further than its limit, nor further than there are lines.
        center = min(limit, size) + 1
        forward = [Int](repeating: 0, count: 2 * center + 1)
        backward = forward
    }

    /// A point in a box that has lines on both sides, and of which neither the first nor the last lines are equal. It is
    /// neither the first nor the last point.
    mutating func middle(
        _ old: [Int], _ oldRange: Range<Int>, _ new: [Int], _ newRange: Range<Int>
    ) -> (old: Int, new: Int) {
        let (oldCount, newCount) = (oldRange.count, newRange.count)
        let (oldStart, newStart) = (oldRange.lowerBound, newRange.lowerBound)
        let (oldEnd, newEnd) = (oldRange.upperBound, newRange.upperBound)
        let delta = oldCount - newCount
        let isOdd = delta & 1 != 0
        forward[center + 1] = 0
        backward[center + 1] = 0
        let furthest = min(limit, (oldCount + newCount + 1) / 2)
        for edits in 0...furthest {
            for diagonal in stride(from: -edits, through: edits, by: 2) {
                var x = Self.next(
                    forward, center + diagonal, isLowest: diagonal == -edits, isHighest: diagonal == edits)
                var y = x - diagonal
                guard x <= oldCount, y <= newCount, y >= 0 else {
                    forward[center + diagonal] = x
                    continue
                }
                while x < oldCount, y < newCount, old[oldStart + x] == new[newStart + y] {
                    x += 1
                    y += 1
                }
                forward[center + diagonal] = x
                let opposite = delta - diagonal
                if isOdd, abs(opposite) <= edits - 1, x + backward[center + opposite] >= oldCount {
                    return (oldStart + x, newStart + y)
                }
            }
            for diagonal in stride(from: -edits, through: edits, by: 2) {
                var x = Self.next(
                    backward, center + diagonal, isLowest: diagonal == -edits, isHighest: diagonal == edits)
                var y = x - diagonal
                guard x <= oldCount, y <= newCount, y >= 0 else {
                    backward[center + diagonal] = x
                    continue
                }
                while x < oldCount, y < newCount, old[oldEnd - 1 - x] == new[newEnd - 1 - y] {
                    x += 1
                    y += 1
                }
                backward[center + diagonal] = x
                let opposite = delta - diagonal
                if !isOdd, abs(opposite) <= edits, x + forward[center + opposite] >= oldCount {
                    return (oldEnd - x, newEnd - y)
                }
            }
        }
        return furthestPoint(edits: furthest, oldCount, newCount, oldStart, newStart)
    }

    /// One edit further than the neighbouring diagonals: a line removed, or one added.
    private static func next(_ reached: [Int], _ index: Int, isLowest: Bool, isHighest: Bool) -> Int {
        if isLowest || (!isHighest && reached[index - 1] < reached[index + 1]) { return reached[index + 1] }
        return reached[index - 1] + 1
    }

    /// The point with the most lines behind it, of those that the search from the beginning has reached.
    private func furthestPoint(
        edits: Int, _ oldCount: Int, _ newCount: Int, _ oldStart: Int, _ newStart: Int
    ) -> (old: Int, new: Int) {
        var best = (x: 0, y: 0)
        for diagonal in stride(from: -edits, through: edits, by: 2) {
            let x = forward[center + diagonal]
            let y = x - diagonal
            if x <= oldCount, y >= 0, y <= newCount, x + y > best.x + best.y { best = (x, y) }
        }
        return (oldStart + best.x, newStart + best.y)
    }
}
