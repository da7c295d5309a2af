// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

/// A day without a time or a time zone: `2019-08-24` (RFC 3339 §5.6, `full-date`).
public nonisolated struct CalendarDate: Hashable, Sendable {
    /// 0 to 9999.
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to 31.
    public let day: Int

    /// - Returns: `nil` when there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CalendarDate.days(in: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The first day of the Unix epoch, which stands in for what could not be read.
    static let placeholder = CalendarDate(daysSince1970: 0)

    static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    // The proleptic Gregorian calendar repeats every 400 years (146,097 days). Years that begin in March have their
    // leap day last, and months of 153 days in five (Richards 2013).

    /// The number of days since 1970-01-01, negative before it.
    var daysSince1970: Int {
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day that many days after 1970-01-01; it must lie in a year that fits into an `Int`.
    init(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }
}

nonisolated extension CalendarDate: Comparable, LosslessStringConvertible {
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// Reads `2019-08-24`.
    public init?(_ description: String) {
        let bytes = Array(description.utf8)
        guard bytes.count == 10, let date = bytes.withUnsafeBufferPointer(RFC3339.date) else { return nil }
        self = date
    }

    /// `2019-08-24`.
    public var description: String {
        String(
            decoding: [UInt8](unsafeUninitializedCapacity: 10) { buffer, count in
                count = 10
                if let base = buffer.baseAddress { RFC3339.write(self, to: base) }
            }, as: UTF8.self)
    }
}

nonisolated extension CalendarDate: JSONRepresentable, Codable {
    public init(reading value: JSONReader) {
        self = value.parsed("a date like 2019-08-24") { $0.count == 10 ? RFC3339.date($0) : nil } ?? .placeholder
    }

    public func write(to json: inout JSONWriter) {
        json.writePlain(10) { RFC3339.write(self, to: $0) }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let date = CalendarDate(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected a date like 2019-08-24")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
