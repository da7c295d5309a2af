import QuillRuntime
import Testing

@Suite("Media types") struct HTTPMediaTypeTests {
    @Test(arguments: [
        ("text/csv", "text/csv", ""), (" Text / CSV ;Charset=UTF-8", "text/csv", "charset=UTF-8"),
        ("multipart/form-data; boundary=\"a;b \\\"c\"", "multipart/form-data", "boundary=a;b \"c"),
        ("a/b; x = 1 ;y;z=2", "a/b", "x=1 z=2"),
    ])
    func haveAnEssenceAndParameters(text: String, essence: String, parameters: String) {
        let type = HTTPMediaType(text)
        #expect(type?.essence == essence)
        #expect(type?.parameters.map { "\($0.name)=\($0.value)" }.joined(separator: " ") == parameters)
    }

    @Test(arguments: ["", "json", "/", "a/", "/b", "a/b/c", ";a/b"])
    func areNotAnyText(text: String) {
        #expect(HTTPMediaType(text) == nil)
        #expect(HTTPMediaType(nil as String?) == nil)
    }

    @Test(arguments: [
        ("text/csv", "text/csv", true), ("text/*", "text/csv", true), ("*/*", "text/csv", true),
        ("application/*+json", "application/hal+json", true), ("application/*+json", "application/json", false),
        ("text/csv", "text/html", false), ("image/*", "text/csv", false),
    ])
    func areInRanges(range: String, type: String, expected: Bool) throws {
        #expect(try #require(HTTPMediaType(range)).covers(try #require(HTTPMediaType(type))) == expected)
    }

    @Test(arguments: [
        ("", "a/json"), ("*/*", "a/json"), ("text/csv", "text/csv"), ("text/csv;q=0.5, a/json;q=0.4", "text/csv"),
        ("a/json;q=0, */*", "text/csv"), ("image/png", "none"), ("nonsense", "a/json"), ("text/*;q=0.1", "text/csv"),
    ])
    func areChosenByWhatAClientWants(accept: String, chosen: String) {
        let fields: HTTPFields = accept.isEmpty ? [:] : ["Accept": accept]
        #expect(HTTPMediaType.preferred(of: ["a/json", "text/csv"], by: fields) ?? "none" == chosen)
    }

    @Test func rangesAreOfferedToo() {
        #expect(HTTPMediaType.preferred(of: ["image/*"], by: ["Accept": "image/png"]) == "image/*")
        #expect(HTTPMediaType.preferred(of: ["image/*"], by: ["Accept": "text/csv"]) == nil)
    }
}
