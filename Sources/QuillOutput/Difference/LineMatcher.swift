/// Finds what to remove and to add to make one list of lines out of another.
///
/// Eugene W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), §4b: the middle of a shortest path is
/// found from both ends at once, so that space stays linear; then the same for the halves. Where the ends are too far
/// apart for that to be quick, the furthest point that was reached has to do: the result is then correct, if not shortest.
struct LineMatcher {
    /// Lines that are replaced by others, or by none. They are in order, with equal lines between them.
    struct Change: Equatable {
        var old: Range<Int>
        var new: Range<Int>
    }

    static func changes(from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>]) -> [Change] {
        var numbers: [ArraySlice<UInt8>: Int] = [:]
        func number(_ line: ArraySlice<UInt8>) -> Int {
            if let known = numbers[line] { return known }
            numbers[line] = numbers.count
            return numbers.count - 1
        }
        let (oldNumbers, newNumbers) = (old.map(number), new.map(number))
        var matcher = LineMatcher(oldNumbers, newNumbers, distinct: numbers.count)
        matcher.match()
        return slide(matcher.changes(), oldNumbers, newNumbers)
    }

    /// The lines that exist on both sides, as numbers; equal lines have equal numbers. Others cannot be matched.
    private let old: [Int]
    private let new: [Int]
    /// Where those stand among all lines.
    private let oldPlaces: [Int]
    private let newPlaces: [Int]
    /// For all lines, whether they stay.
    private var oldStays: [Bool]
    private var newStays: [Bool]

    private init(_ allOld: [Int], _ allNew: [Int], distinct: Int) {
        var isInOld = [Bool](repeating: false, count: distinct)
        var isInNew = isInOld
        for number in allOld { isInOld[number] = true }
        for number in allNew { isInNew[number] = true }
        oldPlaces = allOld.indices.filter { isInNew[allOld[$0]] }
        newPlaces = allNew.indices.filter { isInOld[allNew[$0]] }
        old = oldPlaces.map { allOld[$0] }
        new = newPlaces.map { allNew[$0] }
        oldStays = [Bool](repeating: false, count: allOld.count)
        newStays = [Bool](repeating: false, count: allNew.count)
    }

    /// A part of the old lines beside a part of the new ones.
    private struct Box {
        var old: Range<Int>
        var new: Range<Int>
    }

    private mutating func match() {
        var boxes = [Box(old: old.indices, new: new.indices)]
        let limit = max(256, Int(Double(old.count + new.count).squareRoot()))
        var search = MiddleSearch(limit: limit, size: old.count + new.count)
        while var box = boxes.popLast() {
            while let first = box.old.first, let other = box.new.first, old[first] == new[other] {
                keep(first, other)
                box = Box(old: box.old.dropFirst(), new: box.new.dropFirst())
            }
            while let last = box.old.last, let other = box.new.last, old[last] == new[other] {
                keep(last, other)
                box = Box(old: box.old.dropLast(), new: box.new.dropLast())
            }
            guard !box.old.isEmpty, !box.new.isEmpty else { continue }
            let middle = search.middle(old, box.old, new, box.new)
            let isCorner =
                middle == (box.old.lowerBound, box.new.lowerBound) || middle == (box.old.upperBound, box.new.upperBound)
            // Nothing was divided: all of it is replaced.
            if isCorner { continue }
            boxes.append(Box(old: middle.old..<box.old.upperBound, new: middle.new..<box.new.upperBound))
            boxes.append(Box(old: box.old.lowerBound..<middle.old, new: box.new.lowerBound..<middle.new))
        }
    }

    private mutating func keep(_ oldIndex: Int, _ newIndex: Int) {
        oldStays[oldPlaces[oldIndex]] = true
        newStays[newPlaces[newIndex]] = true
    }

    private func changes() -> [Change] {
        var changes: [Change] = []
        var (oldIndex, newIndex) = (0, 0)
        while oldIndex < oldStays.count || newIndex < newStays.count {
            let (oldStart, newStart) = (oldIndex, newIndex)
            while oldIndex < oldStays.count, !oldStays[oldIndex] { oldIndex += 1 }
            while newIndex < newStays.count, !newStays[newIndex] { newIndex += 1 }
            if oldStart < oldIndex || newStart < newIndex {
                changes.append(Change(old: oldStart..<oldIndex, new: newStart..<newIndex))
            }
            // Lines that stay are as many on both sides, in the same order.
            while oldIndex < oldStays.count, newIndex < newStays.count, oldStays[oldIndex], newStays[newIndex] {
                oldIndex += 1
                newIndex += 1
            }
        }
        return changes
    }

    /// Moves pure additions and removals down as far as that changes nothing: a function that is added then begins
    /// with its first line, not with the closing brace of the one before.
    private static func slide(_ changes: [Change], _ old: [Int], _ new: [Int]) -> [Change] {
        var slid: [Change] = []
        for (number, change) in changes.enumerated() {
            var change = change
            let oldEnd = number + 1 < changes.count ? changes[number + 1].old.lowerBound : old.count
            if change.old.isEmpty {
                while change.old.upperBound < oldEnd, new[change.new.lowerBound] == new[change.new.upperBound] {
                    change = change.moved
                }
            } else if change.new.isEmpty {
                while change.old.upperBound < oldEnd, old[change.old.lowerBound] == old[change.old.upperBound] {
                    change = change.moved
                }
            }
            slid.append(change)
        }
        return merged(slid)
    }

    /// Changes that have come to touch each other become one.
    private static func merged(_ changes: [Change]) -> [Change] {
        var merged: [Change] = []
        for change in changes {
            if let last = merged.last, last.old.upperBound == change.old.lowerBound {
                merged[merged.count - 1] = Change(
                    old: last.old.lowerBound..<change.old.upperBound, new: last.new.lowerBound..<change.new.upperBound)
            } else {
                merged.append(change)
            }
        }
        return merged
    }
}

extension LineMatcher.Change {
    fileprivate var moved: Self {
        Self(old: old.lowerBound + 1..<old.upperBound + 1, new: new.lowerBound + 1..<new.upperBound + 1)
    }
}
