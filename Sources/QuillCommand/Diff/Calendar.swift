import QuillDiff

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The calendar of the machine.
enum Calendar {
    /// The day that it is in Greenwich; the first of 1970 where the machine does not know.
    static var today: Day {
        var now = time(nil)
        var parts = tm()
        _ = gmtime_r(&now, &parts)
        let day = Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
        return day ?? .epoch
    }
}
