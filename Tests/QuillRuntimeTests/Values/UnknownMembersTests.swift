import QuillRuntime
import Testing

@Suite struct UnknownMembersTests {
    /// As types are generated with `"keepsUnknownMembers": true`.
    private nonisolated struct Thing: Model {
        var id: Int
        private var unknownMembers = UnknownMembers()

        init(id: Int) { self.id = id }

        init(reading value: JSONReader) {
            var object = value.object()
            id = object.required("id")
            unknownMembers = object.unknown()
        }

        func write(to json: inout JSONWriter) {
            json.beginObject()
            json.required("id", id)
            json.unknown(unknownMembers)
            json.endObject()
        }
    }

    @Test(arguments: [
        #"{"id":1}"#,
        #"{"id":1,"a":"x","b":[],"c":{},"d":null,"e":true,"f":false}"#,
        #"{"id":1,"a":[1,[2,{"b":[{}],"c":[[]]}],"three"],"d":{"e":{"f":{}}}}"#,
        // No digit and no escape is lost.
        #"{"id":1,"n":12345678901234567890.123456789e-7,"s":"a\"b\u0041\\","\"":0}"#,
    ])
    func areWrittenAsTheyCame(json: String) throws {
        let thing = try Thing(json: json)
        #expect(thing.jsonText() == json)
        #expect([thing, thing].jsonText() == "[\(json),\(json)]")
    }

    @Test func countWhenValuesAreCompared() throws {
        #expect(try Thing(json: #"{"id":1,"a":2}"#) != Thing(id: 1))
        #expect(try Thing(json: #"{"id":1}"#) == Thing(id: 1))
    }

    @Test func goWithoutWhiteSpaceBehindWhatIsKnown() throws {
        #expect(
            try Thing(json: #"{ "a" : [ 1 , 2 ] , "id" : 1 , "b" : { "c" : 3 } }"#).jsonText()
                == #"{"id":1,"a":[1,2],"b":{"c":3}}"#)
    }

    @Test func areNotKeptOfWhatIsHeldToTheDocument() throws {
        #expect(try Thing(json: #"{"id":1,"a":2}"#, validating: true).jsonText() == #"{"id":1}"#)
    }
}
