import QuillRuntime
import Testing

/// As the generator writes one.
private struct SampleHeaders: ResponseHeaders, Hashable {
    let count: Int
    let names: [String]?
    let color: [String: Int]?
    let any: JSONValue?
    let bars: [Int]?
    let spaces: [String: Int]?
    let cookies: [String]

    init(
        count: Int, names: [String]? = nil, color: [String: Int]? = nil, any: JSONValue? = nil, bars: [Int]? = nil,
        spaces: [String: Int]? = nil, cookies: [String] = []
    ) {
        (self.count, self.names, self.color, self.any) = (count, names, color, any)
        (self.bars, self.spaces, self.cookies) = (bars, spaces, cookies)
    }

    init(reading fields: inout HeaderReader) {
        count = fields.required("X-Count")
        names = fields.optional("X-Names")
        color = fields.optional(model: "X-Color", as: .object, explode: true)
        any = fields.optional(json: "X-Any")
        bars = fields.optional("X-Bars", style: .pipeDelimited)
        spaces = fields.optional(model: "X-Spaces", as: .object, style: .spaceDelimited)
        cookies = fields.each("Set-Cookie")
    }

    func write(to fields: inout HeaderWriter) {
        fields.write("X-Count", count)
        fields.write("X-Names", names)
        fields.write("X-Color", model: color, explode: true)
        fields.write("X-Any", json: any)
        fields.write("X-Bars", bars, style: .pipeDelimited)
        fields.write("X-Spaces", model: spaces, style: .spaceDelimited)
        fields.writeEach("Set-Cookie", cookies)
    }
}

@Suite("Header fields of answers")
struct ResponseHeadersTests {
    @Test("What is written is read again")
    func roundTrip() throws {
        let headers = SampleHeaders(
            count: 3, names: ["a", "\"b,c\""], color: ["R": 1, "G": 2], any: ["d": [1]],
            bars: [1, 2], spaces: ["a": 1, "b": 2], cookies: ["a=1; Expires=Wed, 21 Oct 2026", "b=2"])
        let fields = headers.fields
        #expect(fields["X-Names"] == "a,\"b,c\"" && fields["x-color"] == "G=2,R=1")
        #expect(fields["x-bars"] == "1|2")
        #expect(fields["x-spaces"] == "a 1 b 2")
        #expect(fields.values(of: "Set-Cookie") == headers.cookies)
        #expect(try SampleHeaders(fields) == headers)
    }

    @Test("A field that may be left out and cannot be read is not there")
    func leniency() throws {
        let headers = try SampleHeaders(["X-Count": "3", "X-Any": "{", "X-Color": "R"])
        #expect(headers == SampleHeaders(count: 3))
    }

    @Test("A field that must be there is missed by its name")
    func demands() {
        #expect(throws: HeaderError(name: "X-Count", isMissing: true)) { try SampleHeaders([:]) }
        #expect(throws: HeaderError(name: "X-Count", isMissing: false)) { try SampleHeaders(["X-Count": "x"]) }
    }

    @Test("Fields belong to bodies and to errors")
    func wrapping() {
        let answer = WithHeaders("body", SampleHeaders(count: 3))
        #expect(answer.body == "body" && answer.count == 3)
        let error = ErrorResponse(status: 429, headers: SampleHeaders(count: 5), body: "too many")
        #expect(error.headers(SampleHeaders.self)?.count == 5)
        #expect(ErrorResponse(status: 429, body: "too many").headers(SampleHeaders.self) == nil)
    }
}
