import Foundation
import QuillRuntime
import Testing

@Suite struct TimeTests {
    @Test(
        arguments: [
            ("2019-08-24T14:15:22Z", 588_348_922), ("2001-01-01T00:00:00Z", 0), ("1970-01-01T00:00:00z", -978_307_200),
            ("2000-12-31t23:59:60Z", 0), ("2001-01-01T01:30:00+01:30", 0), ("2000-12-31T22:00:00.000-02:00", 0),
            ("2001-01-01T00:00:00.5Z", 0.5), ("2001-01-01T00:00:00.123456789123Z", 0.123_456_789),
            ("0001-01-01T00:00:00Z", -63_113_904_000), ("9999-12-31T23:59:59Z", 252_423_993_599),
            ("2024-02-29T00:00:00Z", 730_857_600), ("1582-10-10T00:00:00Z", -13_198_032_000),
        ] as [(String, Double)])
    func timesAreRead(text: String, interval: Double) throws {
        #expect(try Date(json: "\"\(text)\"").timeIntervalSinceReferenceDate == interval)
        #expect(Date(parameterText: text)?.timeIntervalSinceReferenceDate == interval)
    }

    @Test(arguments: [
        "", "2019-08-24", "2019-08-24T14:15:22", "2019-08-24 14:15:22Z", "2019-08-24T14:15Z", "2019-8-24T14:15:22Z",
        "2019-02-29T00:00:00Z", "2019-13-01T00:00:00Z", "2019-00-01T00:00:00Z", "2019-01-00T00:00:00Z",
        "2019-01-01T24:00:00Z", "2019-01-01T00:60:00Z", "2019-01-01T00:00:61Z", "2019-01-01T00:00:00.Z",
        "2019-01-01T00:00:00+1:00", "2019-01-01T00:00:00+0100", "2019-01-01T00:00:00Zx", "2019-01-01T00:00:00+24:00",
        "+019-01-01T00:00:00Z", "2019-01-01T00:00:00.1", "2019-01-01T00:00:00+01:00Z",
    ])
    func whatIsNoTimeIsAFault(text: String) {
        #expect(
            complaints(Date.self, text.jsonText()) == [
                "expected a date and time like 2019-08-24T14:15:22Z, found \(text.jsonText())"
            ])
    }

    @Test func timesAreWrittenShort() {
        func text(_ interval: Double) -> String { Date(timeIntervalSinceReferenceDate: interval).parameterText }
        #expect(text(588_348_922) == "2019-08-24T14:15:22Z")
        #expect(text(588_348_922.25) == "2019-08-24T14:15:22.250Z")
        #expect(text(588_348_922.000_001) == "2019-08-24T14:15:22.000001Z")
        #expect(text(588_348_921.999_999_9) == "2019-08-24T14:15:22Z")
        #expect(text(-0.25) == "2000-12-31T23:59:59.750Z")
        #expect(Date(timeIntervalSinceReferenceDate: .nan).jsonText() == "null")
        #expect(Date(timeIntervalSinceReferenceDate: 1e300).jsonText() == "null")
        #expect(text(-63_145_526_400) == "0000-01-01T00:00:00Z")
        #expect(text(252_423_993_599) == "9999-12-31T23:59:59Z")
        #expect(Date(timeIntervalSinceReferenceDate: 252_423_993_600).jsonText() == "null")
    }

    @Test func microsecondsSurvive() throws {
        var random = Randomness(seed: 3)
        for _ in 0..<50_000 {
            let seconds = Int.random(in: -2_000_000_000...2_000_000_000, using: &random)
            let microseconds = Int.random(in: 0...999_999, using: &random)
            let second = Date(timeIntervalSinceReferenceDate: Double(seconds)).parameterText.dropLast()
            let digits = String(1_000_000 + microseconds).dropFirst()
            let text = "\(second).\(digits)Z"
            var expected = microseconds % 1000 == 0 ? "\(second).\(digits.prefix(3))Z" : text
            if microseconds == 0 { expected = "\(second)Z" }
            #expect(try Date(json: "\"\(text)\"").parameterText == expected)
        }
    }

    @Test func timesAgreeWithFoundation() throws {
        var random = Randomness(seed: 4)
        for _ in 0..<2000 {
            let date = Date(
                timeIntervalSinceReferenceDate: Double(
                    Int.random(in: -12_000_000_000...200_000_000_000, using: &random)))
            let text = date.formatted(.iso8601)
            #expect(date.parameterText == text)
            #expect(try Date(json: "\"\(text)\"") == date)
        }
    }

    @Test func daysAreRead() throws {
        #expect(try CalendarDate(json: "\"2020-02-29\"") == CalendarDate(year: 2020, month: 2, day: 29))
        #expect(CalendarDate("0000-01-01")?.description == "0000-01-01")
        #expect(CalendarDate("2019-02-29") == nil)
        #expect(CalendarDate("2019-2-9") == nil)
        #expect(CalendarDate("2019-02-09T") == nil)
        #expect(CalendarDate(year: 10_000, month: 1, day: 1) == nil)
        #expect(complaints(CalendarDate.self, "\"x\"") == [#"expected a date like 2019-08-24, found "x""#])
        let days = ["2021-01-01", "2020-12-31", "2020-02-29"].compactMap { CalendarDate($0) }
        #expect(days.sorted().map(\.description) == ["2020-02-29", "2020-12-31", "2021-01-01"])
        #expect(try JSONDecoder().decode([CalendarDate].self, from: JSONEncoder().encode(days)) == days)
    }

    @Test func exactDatesKeepTheirTexts() throws {
        for text in [
            "2022-03-08T16:17:26.123456789+02:00", "2022-03-08T16:17:26.100Z", "2022-03-08t16:17:26z",
            "2022-03-08T16:17:60.9999999999999999-00:00",
        ] {
            let date = try ExactDate(json: "\"\(text)\"")
            #expect(date.jsonText() == "\"\(text)\"" && date.parameterText == text)
            #expect(date == ExactDate(text) && ExactDate(parameterText: text) == date)
            #expect(date.date == Date(parameterText: text))
            #expect(try JSONDecoder().decode([ExactDate].self, from: JSONEncoder().encode([date])) == [date])
        }
        for text in ["2022-02-29T16:17:26Z", "2022-03-08", "2022-03-08T16:17:26", ""] {
            #expect(ExactDate(text) == nil)
            #expect(
                complaints(ExactDate.self, "\"\(text)\"") == [
                    "expected a date and time like 2019-08-24T14:15:22Z, found \"\(text)\""
                ])
        }
        #expect(try ExactDate(json: #""2022-03-08T16:17:26\u005a""#) == ExactDate("2022-03-08T16:17:26Z"))
    }

    @Test func exactDatesAreMadeOfDates() {
        #expect(ExactDate(Date(timeIntervalSince1970: 0.25))?.description == "1970-01-01T00:00:00.250Z")
        #expect(ExactDate(Date(timeIntervalSince1970: 1e12)) == nil)
    }
}
