import Testing

@testable import QuillSwiftModel

/// Text is right if the compiled program has it as the document does.
@Suite("Text and the compiler", .enabled(if: SwiftCompiler.path != nil, "\(SwiftCompiler.isMissing)"))
struct CompiledTextTests {
    static let texts: [String] =
        ["", "plain", "é", "e\u{301}", "\u{301}a", "😀👩‍👩‍👧", "%d %@ {{x}}", "\t\tx"]
        // What ends or opens a literal, and what is code in it.
        + ["\"", "\"\"\"", "\"\"\"#", "\"\"\"##\"#", "#\"", "\"#", "\\", "\\\\", "\\\"", "ends with \\", "\\n"]
        + ["\\u{41}", "\\(evil())", "\\#(evil())", "\\##(evil())", "\"; evil(); \"", ")\nevil()"]
        // What ends a line or a comment.
        + ["\n", "\r", "\r\n", "a\nb", "\u{85}", "\u{2028}", "\u{2029}", "*/", "/*", "// a", "`evil()`"]
        + ["#if os(Linux)", "\n#sourceLocation(file: \"a\", line: 1)"]
        // What cannot be seen, or makes other text look different.
        + ["\0", "\u{1}\u{2}", "\u{7F}", "\u{FEFF}", "\u{202E}evil", "\u{2066}\u{2069}", "\u{200D}\u{200C}\u{200B}"]
        + ["\u{FE0F}", "\u{3164}", "\u{E0001}\u{E0041}", "\u{E000}", "\u{F8FF}", "\u{378}", "\u{FFFD}", "\u{FFFE}"]
        + ["\u{FFFF}", "\u{10FFFF}"]
        + [
            // Swift has no escapes for these.
            String((0xFDD0...0xFDEF).compactMap { Unicode.Scalar($0).map(Character.init) }),
            String((0..<128).compactMap { Unicode.Scalar($0).map(Character.init) }),
            String(repeating: "a\"\\", count: 10_000),
        ]

    /// JSON, whose own escapes leave no control characters; what follows it stands in strings of it.
    static let documents: [String] = [
        "{}", #"["a"]"#, #"["\"\"\""]"#, ##"["\"\"\"#"]"##, ###"["""#", """##]"###, ##"["\\#(evil())"]"##,
        ###"["\\##(evil())"]"###, #"["\u0000\n"]"#, #"["größe 😀"]"#, "{\n  \"a\": [\n    1\n  ]\n}",
        #"""""#, #"\"#, "#", "\\#", "\"\"\"\\#\\##(evil())\"\"\"##\"",
    ]

    @Test func comesBackFromLiteralsAndRawLiterals() async throws {
        var source = "var values: [String] = []\n"
        for text in Self.texts {
            for line in SwiftText.commentLines(text) { source += "///\(line.isEmpty ? "" : " ")\(line)\n" }
            source += "values.append(\(SwiftText.literal(text)))\n"
        }
        for text in Self.documents {
            let delimiter = SwiftText.rawDelimiter(for: text)
            source += "values.append(\(delimiter)\"\"\"\n"
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) { source += "    \(line)\n" }
            source += "    \"\"\"\(delimiter))\n"
        }
        source += """
            for value in values {
                print(value.utf8.map { String($0, radix: 16) }.joined(separator: " "))
            }
            """
        let found = try await SwiftCompiler.output(of: source).split(separator: "\n", omittingEmptySubsequences: false)
        let expected = (Self.texts + Self.documents).map { text in
            text.utf8.map { String($0, radix: 16) }.joined(separator: " ")
        }
        #expect(found.count == expected.count + 1, "\(found.first ?? "")")
        for (text, pair) in zip(Self.texts + Self.documents, zip(found, expected)) {
            #expect(pair.0 == pair.1, "\(text.debugDescription.prefix(80))")
        }
    }
}
