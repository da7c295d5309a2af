import Foundation
import Testing

@testable import QuillDiff

@Suite struct RuleRegistryTests {
    @Test func idsAreUniqueAndInKebabCase() {
        var known: Set<String> = []
        for rule in RuleRegistry.rules {
            #expect(known.insert(rule.id).inserted, "\(rule.id)")
            #expect(rule.id.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(rule.id)")
            #expect(!rule.summary.hasSuffix("."), "\(rule.id)")
            #expect(rule.reason.hasSuffix("."), "\(rule.id)")
        }
        print(
            "quill diff has \(known.count) rules, of which \(RuleRegistry.schemaRules.count) are for schemas in places")
    }

    /// What the pairs expect is what they give, which other tests hold them to.
    @Test func everyRuleHasAPair() {
        var produced: Set<String> = []
        for pair in DocumentPairs.all { produced.formUnion(pair.forward.union(pair.backward)) }
        for pair in SchemaPairs.all {
            for place in SchemaPlace.allCases {
                produced.formUnion(SchemaPair.ids(pair.forward + pair.backward, in: place))
            }
        }
        let known = Set(RuleRegistry.rules.map(\.id))
        #expect(known.subtracting(produced).sorted() == [])
        #expect(produced.subtracting(known).sorted() == [])
    }

    /// Each of oasdiff's rules is told by one or several of ours.
    @Test func coversTheRulesOfOasdiff() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("oasdiff.txt")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
        let known = Set(RuleRegistry.rules.map(\.id))
        var sameIDs = 0
        var missing: [String] = []
        for line in lines {
            let parts = line.split(separator: " ").map(String.init).filter { $0 != "→" }
            let ours = parts.count == 1 ? parts : Array(parts.dropFirst())
            if parts.count == 1 { sameIDs += 1 }
            if !ours.allSatisfy(known.contains) { missing.append(String(line)) }
        }
        print(
            "of \(lines.count) rules of oasdiff \(lines.count - missing.count) are covered, \(sameIDs) by the same id")
        #expect(lines.count > 500)
        #expect(missing == [])
    }

    /// `swift run quill diff --rules > Sources/quill/Documentation.docc/DiffRules.md` mends this.
    @Test func thePageIsUpToDate() throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../Sources/quill/Documentation.docc/DiffRules.md")
        #expect(try String(contentsOf: page, encoding: .utf8) == RulePage.text)
    }
}
