// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Dates and times as text: `2019-08-24T14:15:22.123Z` (RFC 3339 §5.6), without calendars, locales or formatters.
nonisolated enum RFC3339 {
    /// The day at the beginning of a text.
    @inline(__always) static func date(_ text: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
        guard text.count >= 10, let base = text.baseAddress, base[4] == UInt8(ascii: "-"), base[7] == UInt8(ascii: "-"),
            let century = pair(base), let years = pair(base + 2), let month = pair(base + 5), let day = pair(base + 8)
        else { return nil }
        return CalendarDate(year: century * 100 + years, month: month, day: day)
    }

    /// A point in time. Fractions may have any length; `:60` is the second after `:59`.
    static func time(_ text: UnsafeBufferPointer<UInt8>) -> Date? {
        guard text.count >= 20, let base = text.baseAddress, let day = date(text), base[10] | 0x20 == UInt8(ascii: "t"),
            base[13] == UInt8(ascii: ":"), base[16] == UInt8(ascii: ":"),
            let hour = pair(base + 11), let minute = pair(base + 14), let second = pair(base + 17),
            hour < 24, minute < 60, second <= 60
        else { return nil }

        var position = 19
        var nanoseconds = 0
        if base[position] == UInt8(ascii: ".") {
            let start = position + 1
            position = start
            var unit = 100_000_000
            while position < text.count, base[position] &- 0x30 < 10 {
                nanoseconds += Int(base[position] &- 0x30) * unit
                unit /= 10
                position += 1
            }
            if position == start { return nil }
        }

        guard position < text.count else { return nil }
        var offset = 0
        switch base[position] {
        case UInt8(ascii: "Z"), UInt8(ascii: "z"):
            guard position + 1 == text.count else { return nil }
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            guard position + 6 == text.count, base[position + 3] == UInt8(ascii: ":"),
                let hours = pair(base + position + 1), let minutes = pair(base + position + 4), hours < 24, minutes < 60
            else { return nil }
            offset = (hours * 60 + minutes) * (base[position] == UInt8(ascii: "+") ? 60 : -60)
        default: return nil
        }

        let seconds = day.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second - offset - secondsTo2001
        return Date(timeIntervalSinceReferenceDate: Double(seconds) + Double(nanoseconds) / 1e9)
    }

    /// The value of two digits.
    @inline(__always) private static func pair(_ text: UnsafePointer<UInt8>) -> Int? {
        let (tens, ones) = (text[0] &- 0x30, text[1] &- 0x30)
        return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
    }

    /// From 1970 to the reference date of Foundation.
    private static let secondsTo2001 = 978_307_200
    /// The years 0000 to 9999, all that four digits can tell, in seconds since 2001.
    private static let range = -63_145_526_400.0..<252_423_993_600.0

    /// A point in time in UTC, to the microsecond: days, seconds of the day, microseconds of the second.
    struct Moment {
        let day: CalendarDate
        let second: Int
        let microsecond: Int

        /// - Returns: `nil` outside of the years 0000 to 9999.
        init?(_ time: Date) {
            let interval = time.timeIntervalSinceReferenceDate
            guard RFC3339.range.contains(interval) else { return nil }
            // Whole and fraction are exact doubles, so that only the fraction is rounded.
            let whole = interval.rounded(.down)
            let fraction = Int(((interval - whole) * 1e6).rounded())
            let seconds = Int(whole) + (fraction == 1_000_000 ? 1 : 0) + RFC3339.secondsTo2001
            microsecond = fraction == 1_000_000 ? 0 : fraction
            let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
            second = seconds - days * 86_400
            day = CalendarDate(daysSince1970: days)
            if day.year > 9999 { return nil }
        }

        /// 20 without a fraction, 24 with milliseconds, 27 with microseconds.
        var length: Int { microsecond == 0 ? 20 : microsecond % 1000 == 0 ? 24 : 27 }

        /// Writes as many bytes as `length` tells.
        func write(to target: UnsafeMutablePointer<UInt8>) {
            RFC3339.write(day, to: target)
            target[10] = UInt8(ascii: "T")
            RFC3339.put(second / 3600, to: target + 11)
            target[13] = UInt8(ascii: ":")
            RFC3339.put(second / 60 % 60, to: target + 14)
            target[16] = UInt8(ascii: ":")
            RFC3339.put(second % 60, to: target + 17)
            if microsecond > 0 {
                target[19] = UInt8(ascii: ".")
                let milliseconds = microsecond / 1000
                RFC3339.put(milliseconds / 10, to: target + 20)
                target[22] = 0x30 + UInt8(milliseconds % 10)
                if length == 27 {
                    target[23] = 0x30 + UInt8(microsecond / 100 % 10)
                    RFC3339.put(microsecond % 100, to: target + 24)
                }
            }
            target[length - 1] = UInt8(ascii: "Z")
        }
    }

    /// The text of a point in time; `nil` outside of the years 0000 to 9999.
    static func text(_ time: Date) -> String? {
        guard let moment = Moment(time) else { return nil }
        return String(
            decoding: [UInt8](unsafeUninitializedCapacity: 27) { buffer, count in
                count = moment.length
                if let base = buffer.baseAddress { moment.write(to: base) }
            }, as: UTF8.self)
    }

    /// Writes the ten bytes of a day.
    @inline(__always) static func write(_ day: CalendarDate, to target: UnsafeMutablePointer<UInt8>) {
        put(day.year / 100, to: target)
        put(day.year % 100, to: target + 2)
        target[4] = UInt8(ascii: "-")
        put(day.month, to: target + 5)
        target[7] = UInt8(ascii: "-")
        put(day.day, to: target + 8)
    }

    /// Writes two digits.
    @inline(__always) private static func put(_ value: Int, to target: UnsafeMutablePointer<UInt8>) {
        target[0] = 0x30 &+ UInt8(truncatingIfNeeded: value / 10)
        target[1] = 0x30 &+ UInt8(truncatingIfNeeded: value % 10)
    }
}
