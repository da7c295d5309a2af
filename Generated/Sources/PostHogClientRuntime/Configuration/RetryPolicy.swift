// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import Foundation
import PostHogRuntime

/// When a failed attempt is made again, and after how long.
///
/// | what happened | which methods |
/// | --- | --- |
/// | 429, connection refused | all: the operation was not carried out |
/// | 408, 500, 502, 503, 504 and the like, connection lost before an answer | idempotent ones |
/// | a body broke off, a time-out, anything else | none |
///
/// A request whose body is a stream is sent once, since a stream cannot be read again.
public nonisolated struct RetryPolicy: Sendable, Hashable {
    /// How often a request is sent at most, the first time included.
    public var attempts: Int
    /// The wait before the second attempt; it doubles before each further one.
    public var firstDelay: Duration
    /// What the doubling stops at.
    public var longestDelay: Duration
    /// The longest `Retry-After` that is waited for. A longer one ends the attempts, since asking earlier than the
    /// server said would only be refused again.
    public var longestRetryAfter: Duration

    public init(
        attempts: Int = 3, firstDelay: Duration = .milliseconds(500), longestDelay: Duration = .seconds(8),
        longestRetryAfter: Duration = .seconds(60)
    ) {
        self.attempts = attempts
        self.firstDelay = firstDelay
        self.longestDelay = longestDelay
        self.longestRetryAfter = longestRetryAfter
    }

    /// One attempt, whatever happens.
    public static var never: RetryPolicy { RetryPolicy(attempts: 1) }

    /// The wait before the attempt after the `attempt`th: between half and all of the doubled delay, so that clients
    /// that failed together do not come back together. `random` is in `0..<1`.
    func delay(after attempt: Int, random: Double) -> Duration {
        var delay = min(firstDelay, longestDelay)
        for _ in 1..<max(attempt, 1) where delay < longestDelay {
            delay = min(delay * 2, longestDelay)
        }
        return delay * (0.5 + random / 2)
    }

    /// The wait before sending again after this outcome, or nil if it is final.
    func delay(
        after attempt: Int, _ outcome: Result<HTTPResponse, TransportError>, to method: HTTPMethod, timing: RetryTiming
    ) -> Duration? {
        switch outcome {
        case .success(let answer):
            switch answer.status {
            case 429: break
            case 501, 505: return nil
            case 408, 500...599: if !method.isIdempotent { return nil }
            default: return nil
            }
            if let header = answer.fields["Retry-After"], let wait = RetryAfter(header)?.wait(from: timing.now()) {
                return wait <= longestRetryAfter ? wait : nil
            }
        case .failure(.connectionRefused): break
        case .failure(.connectionLost): if !method.isIdempotent { return nil }
        case .failure: return nil
        }
        return delay(after: attempt, random: timing.random())
    }
}

/// Where retries take the time and chance from; a test replaces it and waits for nothing.
public nonisolated struct RetryTiming: Sendable {
    /// The time of day, for a `Retry-After` that is a date.
    public var now: @Sendable () -> Date
    /// Waits; throws when the task is cancelled.
    public var sleep: @Sendable (Duration) async throws -> Void
    /// A number in `0..<1`.
    public var random: @Sendable () -> Double

    public init(
        now: @escaping @Sendable () -> Date, sleep: @escaping @Sendable (Duration) async throws -> Void,
        random: @escaping @Sendable () -> Double
    ) {
        self.now = now
        self.sleep = sleep
        self.random = random
    }

    /// The machine's clock and random numbers.
    public static var system: RetryTiming {
        RetryTiming(
            now: { Date() }, sleep: { try await Task.sleep(for: $0) }, random: { Double.random(in: 0..<1) })
    }
}

/// The value of a `Retry-After` field: `120` or `Fri, 31 Dec 1999 23:59:59 GMT` (RFC 9110 §10.2.3).
nonisolated enum RetryAfter: Hashable {
    case delay(Duration)
    case date(Date)

    init?(_ text: String) {
        let text = text.trimmingCharacters(in: .whitespaces)
        if !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
            self = .delay(.seconds(Int64(text) ?? Int64(Int32.max)))
        } else if let date = Self.date(text) {
            self = .date(date)
        } else {
            return nil
        }
    }

    func wait(from now: Date) -> Duration {
        switch self {
        case .delay(let duration): duration
        case .date(let date): .seconds(max(0, date.timeIntervalSince(now)))
        }
    }

    /// All three forms of an HTTP date (RFC 9110 §5.6.7) have the same parts in different orders:
    /// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`.
    private static func date(_ text: String) -> Date? {
        let parts = text.split { $0 == " " || $0 == "," || $0 == "-" }
        guard parts.count == 5 || (parts.count == 6 && parts[5] == "GMT") else { return nil }
        let (day, month, year, time) =
            parts.count == 6 ? (parts[1], parts[2], parts[3], parts[4]) : (parts[2], parts[1], parts[4], parts[3])
        let clock = time.split(separator: ":").map { Int($0) ?? -1 }
        guard let day = Int(day), (1...31).contains(day), let month = months.firstIndex(of: String(month)),
            var year = Int(year), (0...9999).contains(year), clock.count == 3, (0...23).contains(clock[0]),
            (0...59).contains(clock[1]), (0...60).contains(clock[2])
        else { return nil }
        if year < 100 { year += year < 70 ? 2000 : 1900 }
        // Days since 1970 of the proleptic Gregorian calendar, with years that start in March.
        let (y, m) = month < 2 ? (year - 1, month + 10) : (year, month - 2)
        let days = 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719_468
        return Date(timeIntervalSince1970: Double(days * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]))
    }

    private static var months: [String] {
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    }
}
