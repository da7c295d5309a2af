import QuillOutput
import Testing

@Suite struct UnifiedDifferenceTests {
    private func diff(_ old: String, _ new: String, context: Int = 3) -> String {
        UnifiedDifference.diff(old: old, new: new, oldName: "a/f", newName: "b/f", context: context)
    }

    @Test func equalTextsHaveNone() {
        #expect(diff("", "") == "")
        #expect(diff("a\nb", "a\nb") == "")
    }

    @Test func aChangedLineStandsInItsContext() {
        #expect(
            diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") == """
                --- a/f
                +++ b/f
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +five
                 6
                 7
                 8

                """)
    }

    @Test func changesFarApartAreHunksOfTheirOwn() {
        let old = (1...20).map { "\($0)\n" }.joined()
        let new = "0\n" + (1...19).map { $0 == 12 ? "" : "\($0)\n" }.joined()
        #expect(
            diff(old, new, context: 1) == """
                --- a/f
                +++ b/f
                @@ -1 +1,2 @@
                +0
                 1
                @@ -11,3 +12,2 @@
                 11
                -12
                 13
                @@ -19,2 +19 @@
                 19
                -20

                """)
    }

    @Test func changesNearEachOtherShareAHunk() {
        let text = diff("a\n1\n2\nb\n", "A\n1\n2\nB\n", context: 1)
        #expect(text == "--- a/f\n+++ b/f\n@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n-b\n+B\n")
    }

    @Test func anAddedFunctionBeginsWithItsFirstLine() {
        let text = diff("f {\n}\n\nh {\n}\n", "f {\n}\n\ng {\n}\n\nh {\n}\n", context: 1)
        #expect(text == "--- a/f\n+++ b/f\n@@ -3,2 +3,5 @@\n \n+g {\n+}\n+\n h {\n")
    }

    @Test func aMissingFinalLineFeedIsMarked() {
        #expect(
            diff("a\nb", "a\nb\n") == """
                --- a/f
                +++ b/f
                @@ -1,2 +1,2 @@
                 a
                -b
                \\ No newline at end of file
                +b

                """)
        #expect(
            diff("a\nb", "A\nb") == """
                --- a/f
                +++ b/f
                @@ -1,2 +1,2 @@
                -a
                +A
                 b
                \\ No newline at end of file

                """)
    }

    @Test func emptyTextsHaveLineZero() {
        #expect(diff("", "a\n") == "--- a/f\n+++ b/f\n@@ -0,0 +1 @@\n+a\n")
        #expect(diff("a\nb\n", "") == "--- a/f\n+++ b/f\n@@ -1,2 +0,0 @@\n-a\n-b\n")
    }

    @Test func carriageReturnsBelongToTheirLines() {
        #expect(diff("a\r\n", "a\n") == "--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\r\n+a\n")
    }

    /// Removed and added lines are as few as a table of all common subsequences says.
    @Test func smallDifferencesAreShortest() {
        var random = Numbers(seed: 7)
        for _ in 0..<2_000 {
            let old = (0..<random.next(below: 12)).map { _ in random.next(below: 3) }
            let new = (0..<random.next(below: 12)).map { _ in random.next(below: 3) }
            let text = diff(old.map { "\($0)\n" }.joined(), new.map { "\($0)\n" }.joined(), context: 0)
            let edits = text.split(separator: "\n").dropFirst(2).filter { !$0.hasPrefix("@") }.count
            #expect(edits == old.count + new.count - 2 * longestCommonSubsequence(old, new), "\(old) \(new)")
        }
    }

    @Test func largeTextsThatHaveLittleInCommonDoNotTakeForever() {
        var random = Numbers(seed: 11)
        let old = (0..<30_000).map { _ in "\(random.next(below: 50))\n" }.joined()
        let new = (0..<30_000).map { _ in "\(random.next(below: 50))\n" }.joined()
        let clock = ContinuousClock()
        var length = 0
        let time = clock.measure { length = diff(old, new).utf8.count }
        #expect(length > 0)
        #expect(time < .seconds(60))
        print("Difference of 30,000 random lines of 50 kinds: \(time)")
    }

    private func longestCommonSubsequence(_ old: [Int], _ new: [Int]) -> Int {
        var lengths = [Int](repeating: 0, count: new.count + 1)
        for line in old {
            var diagonal = 0
            for (index, other) in new.enumerated() {
                let above = lengths[index + 1]
                lengths[index + 1] = line == other ? diagonal + 1 : max(above, lengths[index])
                diagonal = above
            }
        }
        return lengths[new.count]
    }
}
