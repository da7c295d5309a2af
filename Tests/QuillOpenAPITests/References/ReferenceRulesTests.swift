import Testing

@testable import QuillOpenAPI

@Suite("How far references may lead")
struct ReferenceRulesTests {
    private func document(_ reference: String) -> String {
        #"{"openapi":"3.1.0","info":{"title":"T","version":"1"},"components":{"schemas":{"A":{"$ref":"\#(reference)"}}}}"#
    }

    @Test func outOfTheFolderWhereThatIsAllowed() throws {
        var files = Files([
            "spec/api.json": document("../shared/a.json#/B"),
            "shared/a.json":
                ##"{"B":{"properties":{"c":{"$ref":"/abs/c.json"},"a":{"$ref":"../spec/api.json#/components/schemas/A"}}}}"##,
            "/abs/c.json": #"{"properties":{"d":{"$ref":"../d.json"}}}"#,
            "/d.json": #"{"type":"string"}"#,
        ])
        files.rules.mayLeaveFolder = true
        let document = try files.document("spec/api.json")
        #expect(
            document.schemas.map(\.identity.description) == [
                "api.json#/components/schemas/A", "../shared/a.json#/B", "/abs/c.json#", "/d.json#",
            ])
    }

    @Test func toAllowedHostsAndOnFromThere() throws {
        var files = Files([
            "api.json": document("https://Api.example/v1/models/pet.json?v=2#/Pet"),
            "https://api.example/v1/models/pet.json?v=2":
                ##"{"Pet":{"properties":{"a":{"$ref":"../tag.json"},"b":{"$ref":"/tag.json"},"c":{"$ref":"#/Pet"}}}}"##,
            "https://api.example/v1/tag.json": #"{"type":"string"}"#,
            "https://api.example/tag.json": #"{"properties":{"o":{"$ref":"//other.example/x.json"}}}"#,
        ])
        files.rules.hosts = [RemoteHost("api.example")].compactMap { $0 }
        #expect(
            files.faults() == [
                "https://api.example/tag.json:1:28 error remote-reference: `//other.example/x.json` refers to another "
                    + "host, which may not be asked",
                "- copy the file next to the document and refer to it by a relative path, or allow the host with "
                    + "`--allow-host other.example`",
            ])
        files.texts["https://api.example/tag.json"] = #"{"type":"integer"}"#
        let document = try files.document()
        #expect(
            document.schemas.map(\.identity.description) == [
                "api.json#/components/schemas/A", "https://api.example/v1/models/pet.json?v=2#/Pet",
                "https://api.example/v1/tag.json#", "https://api.example/tag.json#",
            ])
        #expect(document.schemas.map(\.identity.name) == ["A", "Pet", "tag", "tag"])
    }

    @Test func fromADocumentOnAHost() throws {
        var files = Files([
            "http://localhost:8080/api.json": document("models.json"),
            "http://localhost:8080/models.json": #"{"type":"string"}"#,
        ])
        files.rules.hosts = [RemoteHost("localhost:8080")].compactMap { $0 }
        let document = try files.document("http://localhost:8080/api.json")
        #expect(document.files == ["http://localhost:8080/api.json", "http://localhost:8080/models.json"])
    }

    @Test(arguments: [
        ("https://a.example/x", true), ("http://A.Example:80/", true), ("https://a.example:443", true),
        ("https://b.example:8443/x?y", true), ("https://b.example/x", false), ("https://a.example:8443", false),
        ("https://a.example.evil.example/", false), ("https://a.example@evil.example/", false),
        ("https://evil.example#@a.example", false), ("https://evil.example\\@a.example/", false),
        ("https://a.example./", false), ("ftp://a.example/", false), ("file:///a.example", false), ("https://", false),
        ("//a.example", false), ("http://[::1]:8080/x", true), ("http://[::1]/", false),
    ])
    func askOnlyWhatIsAllowed(_ url: String, _ isAllowed: Bool) {
        let hosts = ["A.example", "b.example:8443", "[::1]:8080"].compactMap { RemoteHost($0) }
        #expect(ReferenceRules(hosts: hosts).allow(url) == isAllowed)
    }

    @Test(arguments: ["", "a b", "a/b", "a@b", "a:0", "a:70000", "a:+80", "a:", "*", "*.example", "ä.example", "[::1"])
    func areNotOpenedByWhatIsNoHost(_ text: String) {
        #expect(RemoteHost(text) == nil)
    }

    // RFC 3986 §5.4, without what needs another scheme or has only a fragment.
    @Test(arguments: [
        ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
        ("//g", "http://g/"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), (";x", "http://a/b/c/;x"),
        (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"), ("../", "http://a/b/"),
        ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../g", "http://a/g"), ("../../../g", "http://a/g"),
        ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), ("..g", "http://a/b/c/..g"),
        ("./../g", "http://a/b/g"), ("./g/.", "http://a/b/c/g/"), ("g/../h", "http://a/b/c/h"),
        ("g?y/../x", "http://a/b/c/g?y/../x"),
    ])
    func areResolvedLikeURLs(_ reference: String, _ expected: String) {
        #expect(URLParts("http://a/b/c/d;p?q")?.resolve(reference[...]) == expected)
    }
}
