import QuillRuntime
import Testing

@Suite struct TextPatternTests {
    @Test(
        "Expressions of ECMA 262 match as they do there",
        arguments: [
            ("^[a-z]{2,4}$", ["ab", "abcd"], ["a", "abcde", "AB", "ab\n"]),
            ("b+", ["abc", "b"], ["", "ac"]),
            ("^(?:a|bc)*?d?$", ["", "abca", "bcd"], ["abd c", "b"]),
            ("^\\d+(\\.\\d+)?$", ["1", "1.25"], ["1.", "٣", ""]),
            ("^\\w+\\s\\S$", ["ab\u{a0}c"], ["é a"]),
            ("^.$", ["é", "\u{1F600}"], ["\n", "\u{2028}", ""]),
            ("^[^\\d\\-_]$", ["a"], ["1", "-", "_"]),
            ("^[\\w-.]+$", ["a-b.c"], ["a b"]),
            ("\\bcat\\b", ["the cat."], ["concat"]),
            ("^(?=.*\\d)(?!.*\\s)\\S+$", ["a1"], ["ab", "a 1"]),
            ("^\\p{Lu}\\p{L}+\\P{L}$", ["Éa1"], ["éa1", "Éaa"]),
            ("^\\u0041\\x42\\u{43}\\/\\.$", ["ABC/."], ["ABC/x"]),
            ("^\\ud83d\\ude00$", ["\u{1F600}"], ["x"]),
            ("(?i)^straße|HELLO$", ["STRAßE", "hello"], ["hell"]),
            ("^a{,3}$", ["a{,3}"], ["aaa"]),
            ("^(?<year>\\d{4})$", ["2026"], ["26"]),
            ("", ["", "anything"], []),
            ("^(a*)*$", ["aaaa", ""], ["aab"]),
        ])
    func matches(_ pattern: String, _ matching: [String], _ other: [String]) throws {
        let expression = try TextPattern(pattern)
        for text in matching { #expect(expression.matches(text) == true, "\(pattern) \(text)") }
        for text in other { #expect(expression.matches(text) == false, "\(pattern) \(text)") }
    }

    @Test(
        "What cannot be read says why",
        arguments: [
            ("(a", "a `(` is not closed"), ("a)", "a `)` closes nothing"), ("[a", "a `[` is not closed"),
            ("*a", "a `*` repeats nothing"), ("(?<=a)b", "it looks behind"), ("(a)\\1", "it refers back to a group"),
            ("a{3,1}", "a repetition ends before it begins"), ("\\p{Greek}", "the property `Greek` is not known"),
            ("[z-a]", "the range `z-a` is empty"), ("((a{1000}){1000}){1000}", "it repeats too much"),
            ("((){1000000}){1000000}x{1000000}", "it repeats too much"),
        ])
    func refused(_ pattern: String, _ reason: String) {
        do throws(TextPattern.Unreadable) {
            _ = try TextPattern(pattern)
            Issue.record("\(pattern) was read")
        } catch {
            #expect(error.reason == reason)
        }
    }

    @Test("Groups within groups end somewhere")
    func nesting() {
        let pattern = String(repeating: "(", count: 100_000)
        #expect(throws: TextPattern.Unreadable.self) { try TextPattern(pattern) }
    }

    @Test("Expressions that others take exponential time for take linear time")
    func hostile() throws {
        let text = String(repeating: "a", count: 5000) + "!"
        let clock = ContinuousClock()
        let patterns = try ["^(a+)+$", "^(a|aa)+$", "^(.*a){12}$", "(x+x+)+y"].map { try TextPattern($0) }
        let taken = clock.measure {
            for pattern in patterns { #expect(pattern.matches(text) == false) }
        }
        #expect(taken < .seconds(20))
    }

    @Test("What would take too long is not decided")
    func tooLong() throws {
        let text = String(repeating: "a", count: 100_000)
        #expect(try TextPattern("^(a{1,400}b?){2}$").matches(text) == nil)
        #expect(try TextPattern("(?=.*b)c").matches(text) != true)
    }
}
