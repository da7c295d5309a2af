import Foundation
import QuillRuntime
import Testing

@Suite struct JSONWriterTests {
    @Test func emptyContainersHaveNoCommas() {
        #expect([String: [Int]]().jsonText() == "{}")
        #expect([[Int](), [1], []].jsonText() == "[[],[1],[]]")
        #expect(["a": [String: Int](), "b": ["c": 1]].jsonText() == #"{"a":{},"b":{"c":1}}"#)
    }

    @Test func stringsAreEscapedWhereverTheFaultStands() throws {
        for length in 0..<40 {
            for position in 0..<max(length, 1) {
                for odd in ["\"", "\\", "\n", "\r", "\t", "\0", "\u{1F}", "é", "😀", "/", "\u{7F}", "\u{2028}"] {
                    var characters = Array(repeating: "x", count: length)
                    if length > 0 { characters[position] = odd }
                    let text = characters.joined()
                    #expect(try String(json: text.jsonBytes()) == text)
                    #expect(try JSONSerialization.jsonObject(with: [text].jsonData()) as? [String] == [text])
                }
            }
        }
        #expect("\u{1}\u{1F}\"\\\n".jsonText() == #""\u0001\u001f\"\\\n""#)
        #expect("a/é".jsonText() == #""a/é""#)
    }

    @Test func namesAreEscapedToo() throws {
        struct Odd: JSONRepresentable {
            init(reading value: JSONReader) {}
            init() {}
            func write(to json: inout JSONWriter) {
                json.beginObject()
                json.required("a\"b\\c\n", 1)
                json.required("x", 2)
                json.remaining(["\u{0}": 3])
                json.endObject()
            }
        }
        #expect(Odd().jsonText() == #"{"a\"b\\c\n":1,"x":2,"\u0000":3}"#)
    }

    @Test func additionalMembersAreSorted() {
        #expect(
            Patch(name: "n", extra: ["z": 1, "a": nil, "m": [true]]).jsonText()
                == #"{"name":"n","a":null,"m":[true],"z":1}"#)
    }

    @Test func documentsGrow() throws {
        let long = String(repeating: "0123456789", count: 100_000) + "\n"
        #expect(try [String](json: [long, long].jsonBytes()) == [long, long])
    }
}
