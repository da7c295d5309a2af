import Testing

@testable import QuillDiff

@Suite struct DayTests {
    @Test(arguments: ["2027-01-31", "2028-02-29", "2000-02-29", "2027-01-31T10:00:00Z", "2027-01-31 10:00:00Z"])
    func readsDays(text: String) throws {
        #expect(try #require(Day(text)).description == String(text.prefix(10)))
    }

    @Test(arguments: ["", "soon", "2027-02-29", "1900-02-29", "2027-13-01", "2027-1-1", "2027-01-31x", "٢٠٢٧-01-31"])
    func refusesWhatIsNone(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func countsDays() throws {
        let start = try #require(Day("2026-11-21"))
        #expect(try #require(Day("2027-02-19")).ordinal - start.ordinal == 90)
        #expect(try #require(Day("2028-03-01")).ordinal - #require(Day("2028-02-28")).ordinal == 2)
        #expect(Day.epoch < start)
    }
}
