import Foundation
import Testing

@testable import QuillClientRuntime

@Suite struct RetryPolicyTests {
    @Test func delaysDoubleUpToTheLongestWithinTheBoundsOfTheJitter() {
        let policy = RetryPolicy(firstDelay: .milliseconds(100), longestDelay: .milliseconds(500))
        let full: [Duration] = [100, 200, 400, 500, 500].map { .milliseconds($0) }
        for (index, longest) in full.enumerated() {
            #expect(policy.delay(after: index + 1, random: 0) == longest / 2)
            #expect(policy.delay(after: index + 1, random: 0.999) < longest)
            for _ in 0..<100 {
                let delay = policy.delay(after: index + 1, random: RetryTiming.system.random())
                #expect(delay >= longest / 2 && delay <= longest)
            }
        }
        #expect(policy.delay(after: 1_000_000, random: 0) == .milliseconds(250))
    }

    @Test func retryAfterHasAllFormsOfTheSpecification() {
        let moment = RetryAfter.date(Date(timeIntervalSince1970: 784_111_777))
        #expect(RetryAfter("120") == .delay(.seconds(120)))
        #expect(RetryAfter(" 120 ") == .delay(.seconds(120)))
        #expect(RetryAfter("Sun, 06 Nov 1994 08:49:37 GMT") == moment)
        #expect(RetryAfter("Sunday, 06-Nov-94 08:49:37 GMT") == moment)
        #expect(RetryAfter("Sun Nov  6 08:49:37 1994") == moment)
        #expect(RetryAfter("Thu, 29 Feb 2024 00:00:00 GMT") == .date(Date(timeIntervalSince1970: 1_709_164_800)))
        #expect(RetryAfter("Thu, 01 Jan 1970 00:00:00 GMT") == .date(Date(timeIntervalSince1970: 0)))
        let others = [
            "", "-1", "1.5", "soon", "Sun, 06 Nov 1994", "Sun, 99 Nov 1994 08:49:37 GMT", "a b c d e f", "١٢",
        ]
        for text in others {
            #expect(RetryAfter(text) == nil, "\(text)")
        }
    }
}
