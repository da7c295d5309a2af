import Testing

@testable import QuillSwiftModel

@Suite("Cases of enumerations")
struct EnumerationNameTests {
    @Test(
        arguments: [
            // The same order the other way round.
            ("[created_at, -created_at]", ["createdAt = \"created_at\"", "createdAtDescending = \"-created_at\""]),
            ("[-name, name]", ["nameDescending = \"-name\"", "name = \"name\""]),
            ("[-name]", ["minusName = \"-name\""]),
            ("['+1', '-1', '1']", ["plus1 = \"+1\"", "v1Descending = \"-1\"", "v1 = \"1\""]),
            ("['+1', '-1']", ["plus1 = \"+1\"", "minus1 = \"-1\""]),
            ("['', '-']", ["empty = \"\"", "descending = \"-\""]),
            (
                "[default, self, init, none]",
                ["`default` = \"default\"", "selfValue = \"self\"", "`init` = \"init\"", "none2 = \"none\""]
            ),
            ("[a-b, a_b, a.b]", ["aB = \"a-b\"", "a_b = \"a_b\"", "a_b2 = \"a.b\""]),
            ("['1.5', '15']", ["v1_5 = \"1.5\"", "v15 = \"15\""]),
            ("['2022-11-28']", ["v2022_11_28 = \"2022-11-28\""]),
            ("['😀', '🎉', '']", ["grinningFace = \"😀\"", "partyPopper = \"🎉\"", "empty = \"\""]),
            ("[A, a]", ["a = \"A\"", "a2 = \"a\""]),
            ("[rawValue, knownValues]", ["rawValueValue = \"rawValue\"", "knownValues2 = \"knownValues\""]),
            ("['\"', '/']", ["quotationMark = \"\\\"\"", "solidus = \"/\""]),
        ] as [(String, [String])])
    func readAsSwift(values: String, cases: [String]) throws {
        let found = try ModelText.schemas("E: {type: string, enum: \(values)}").cases(of: "E")
        #expect(found == cases)
    }

    @Test func ofIntegersSayTheirNumber() throws {
        let found = try ModelText.schemas("E: {type: integer, enum: [0, 21, -3, 21]}").cases(of: "E")
        #expect(found == ["v0 = 0", "v21 = 21", "minus3 = -3"])
    }

    @Test func keepTheirNamesWhenOthersAreAdded() throws {
        let few = try ModelText.schemas("E: {enum: [open, closed]}").cases(of: "E")
        let many = try ModelText.schemas("E: {enum: [half-open, open, other, closed, '-other']}").cases(of: "E")
        #expect(few.allSatisfy(many.contains))
    }
}
