import Testing

@testable import QuillSwiftModel

@Suite struct WordGroupsTests {
    private func files(_ names: [String], limit: Int = 100) -> [String: [String]] {
        let groups = WordGroups(names.map { ($0, 1, $0) }, limit: limit).groups
        return Dictionary(groups.map { ($0.name, $0.members) }, uniquingKeysWith: +)
    }

    @Test func namesThatBeginAlikeGoTogether() {
        #expect(
            files(["Issue", "Label", "IssueEvent", "HTMLPage", "Issues"])
                == ["Issue": ["Issue", "IssueEvent"], "Label": ["Label"], "HTML": ["HTMLPage"], "Issues": ["Issues"]])
    }

    @Test func whatIsAddedMovesNothing() {
        let before = files(["Issue", "IssueEvent", "Label"])
        let after = files(["Account", "Issue", "IssueComment", "IssueEvent", "Label", "Zone"])
        for (file, members) in before { #expect(Set(members).isSubset(of: after[file] ?? [])) }
    }

    @Test func wordsThatBeginTooManyNamesAreDivided() {
        #expect(
            files(["IoCore", "IoCorePod", "IoNet", "Io", "Label"], limit: 2)
                == ["IoCore": ["IoCore", "IoCorePod"], "IoNet": ["IoNet"], "Io": ["Io"], "Label": ["Label"]])
    }

    @Test func casesDoNotMakeFilesDiffer() {
        #expect(files(["GitTree", "GITBlob"]) == ["Git": ["GitTree", "GITBlob"]])
    }
}
