import Testing

@testable import QuillDiff

@Suite struct SemanticVersionTests {
    @Test(arguments: [
        ("1.4.2", "2.0.0", "1.5.0", "1.4.3"), ("v1", "v2.0.0", "v1.1.0", "v1.0.1"),
        // Before 1.0.0 what breaks raises the second number.
        ("0.3.1", "0.4.0", "0.3.2", "0.3.2"),
        ("2.0.0-beta.1", "2.0.0", "2.0.0", "2.0.0"), ("2.1.0-rc", "3.0.0", "2.1.0", "2.1.0"),
    ])
    func namesTheNextVersion(version: String, major: String, minor: String, patch: String) throws {
        let version = try #require(SemanticVersion(version))
        #expect(version.next(after: .major).description == major)
        #expect(version.next(after: .minor).description == minor)
        #expect(version.next(after: .patch).description == patch)
        #expect(version.next(after: .none) == version)
    }

    @Test(arguments: ["", "2024-11-21", "20241121", "1.2.3.4", "one", "1..2", "1.x"])
    func knowsWhatIsNone(text: String) {
        #expect(SemanticVersion(text) == nil)
    }

    @Test func isOrdered() {
        let texts = ["0.9.0", "1.0.0-alpha", "1.0.0-alpha.2", "1.0.0-alpha.10", "1.0.0-beta", "1.0.0", "1.0.1", "1.10"]
        let versions = texts.compactMap(SemanticVersion.init)
        #expect(versions.count == texts.count)
        for (index, version) in versions.enumerated() {
            for later in versions[(index + 1)...] { #expect(version < later, "\(version) < \(later)") }
        }
    }
}
