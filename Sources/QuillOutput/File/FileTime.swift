#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// When a file was written, as its disk keeps it.
///
/// Reads `1763716000.123456789`: seconds since 1970.
public struct FileTime: Sendable, Hashable, CustomStringConvertible {
    let seconds: Int
    let nanoseconds: Int

    /// When a file was last written, links followed; nil where there is none.
    public init?(ofFileAt path: String) {
        var status = stat()
        guard !path.utf8.contains(0), stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    init(_ status: stat) {
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        seconds = Int(time.tv_sec)
        nanoseconds = Int(time.tv_nsec)
    }

    public var description: String {
        let fraction = String(nanoseconds)
        return "\(seconds)." + String(repeating: "0", count: max(0, 9 - fraction.count)) + fraction
    }

    /// For the access and the modification.
    var forBoth: [timespec] {
        var time = timespec()
        time.tv_sec = .init(seconds)
        time.tv_nsec = .init(nanoseconds)
        return [time, time]
    }
}
