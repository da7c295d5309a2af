import Foundation
import QuillRuntime
import Testing

@Suite struct JSONReaderTests {
    @Test func membersAreFoundInAnyOrder() throws {
        let person = Person(id: 1, name: "Ada", nickname: "A", age: 36)
        for text in [
            #"{"id":1,"name":"Ada","nickname":"A","age":36}"#, #"{"age":36,"nickname":"A","name":"Ada","id":1}"#,
            #"{"x":0,"name":"Ada","y":[{}],"id":1,"age":36,"nickname":"A","z":{"id":2}}"#,
            #"{"\u0069d":1,"n\u0061me":"Ada","nickname":"A","age":36}"#,
        ] {
            #expect(try Person(json: text) == person)
        }
    }

    @Test func everyFaultIsSaidWithItsPlace() {
        #expect(
            complaints([Person].self, #"[{"id":1,"name":"A","nickname":null},{"id":"x","nickname":7,"age":1.5}]"#) == [
                "/1/id: expected an integer, found a string", "/1/name: missing",
                "/1/nickname: expected a string, found a number", "/1/age: expected an integer, found a fraction",
            ])
        #expect(complaints(Person.self, "[]") == ["expected an object, found an array"])
        #expect(
            complaints(Person.self, #"{"id":1,"name":"A","nickname":null,"friend":5}"#) == [
                "/friend: expected an object, found a number"
            ])
        #expect(
            complaints([String: [Int]].self, #"{"a/b~c":[1,true]}"#) == [
                "/a~1b~0c/1: expected an integer, found true or false"
            ])
    }

    @Test func atMostFiftyIssuesAreKept() {
        let text = "[" + Array(repeating: "true", count: 10_000).joined(separator: ",") + "]"
        #expect(complaints([String].self, text).count == 50)
        #expect(complaints([Person].self, text).count == 50)
    }

    @Test func absenceAndNull() throws {
        let text = #"{"id":1,"name":"A","nickname":null,"age":null}"#
        #expect(try Person(json: text).age == nil)
        #expect(complaints(Person.self, text, validating: true) == ["/age: null is not allowed; leave the member out"])
        #expect(complaints(Person.self, #"{"id":1,"name":"A"}"#) == ["/nickname: missing"])
        #expect(
            complaints(Person.self, #"{"id":null,"name":"A","nickname":null}"#) == [
                "/id: expected an integer, found null"
            ])
    }

    @Test func fieldsTellThreeThingsApart() throws {
        #expect(try Patch(json: "{}") == Patch())
        #expect(try Patch(json: #"{"name":null,"tags":["a"]}"#) == Patch(name: .null, tags: ["a"]))
        for text in ["{}", #"{"name":null}"#, #"{"name":"x","tags":[]}"#, #"{"tags":null,"a":1,"b":[null]}"#] {
            #expect(try Patch(json: text, validating: true).jsonText() == text)
        }
    }

    @Test func aNameThatOccursTwiceIsAFault() {
        let fault = "/id: the member occurs twice"
        #expect(complaints(Person.self, #"{"id":1,"name":"A","nickname":null,"id":2}"#) == [fault])
        #expect(complaints(Person.self, #"{"id":1,"id":1,"name":"A","nickname":null}"#) == [fault])
        #expect(complaints(Person.self, #"{"id":1,"name":"A","nickname":null,"\u0069d":2}"#) == [fault])
        #expect(complaints(Patch.self, #"{"a":1,"b":2,"a":3}"#) == ["/a: the member occurs twice"])
        #expect(complaints([String: Int].self, #"{"a":1,"b":2,"a":3}"#) == ["/a: the member occurs twice"])
        // Nobody asked for these.
        #expect(complaints(Person.self, #"{"x":1,"x":2,"id":1,"name":"A","nickname":null}"#) == [])
        let many = (0..<300).map { "\"k\($0)\":0" }.joined(separator: ",")
        #expect(complaints(Person.self, "{\"id\":1,\(many),\"name\":\"A\",\"nickname\":null,\"id\":2}") == [fault])
    }

    @Test func hostileObjectsStayLinear() throws {
        struct Wide: JSONRepresentable {
            let sum: Int
            init(reading value: JSONReader) {
                var object = value.object()
                var sum = 0
                for _ in 0..<2000 {
                    sum += object.optional("absent") ?? 0
                    sum += object.optional("k99999") ?? 0
                    sum += object.optional("k0") ?? 0
                }
                self.sum = sum
            }
            func write(to json: inout JSONWriter) { json.null() }
        }
        let text = "{" + (0..<100_000).map { "\"k\($0)\":1" }.joined(separator: ",") + "}"
        let bytes = Array(text.utf8)
        var sum = 0
        let duration = try ContinuousClock().measure { sum = try Wide(json: bytes).sum }
        #expect(sum == 4000)
        // A quadratic search takes minutes.
        #expect(duration < .seconds(10))
    }

    @Test func membersOfWideObjectsAreToldApart() throws {
        let text = "{" + (0..<200).map { "\"k\($0)\":\($0)" }.joined(separator: ",") + ",\"name\":\"x\"}"
        let patch = try Patch(json: text)
        #expect(patch.name == "x")
        #expect(patch.extra.count == 200)
        #expect(patch.extra["k199"] == 199)
    }

    @Test func schemasAreChosenByWhatIsThere() throws {
        struct Choice: JSONRepresentable {
            let text: String
            init(reading value: JSONReader) {
                if let kind = value.discriminator("kind") {
                    text = "kind \(kind)"
                } else if let person = value.attempt(Person.self) {
                    text = "person \(person.id)"
                } else if let number = value.attempt(Int.self) {
                    text = "number \(number)"
                } else {
                    text = value.has("a") ? "has a" : "\(value.kind)"
                }
            }
            func write(to json: inout JSONWriter) { json.write(text) }
        }
        let text =
            #"[{"id":1,"kind":"x"},{"id":7,"name":"A","nickname":null},{"id":7},{"a":{"id":1}},5,null,"s",{"kind":1}]"#
        #expect(
            try [Choice](json: text).map(\.text) == [
                "kind x", "person 7", "object", "has a", "number 5", "null", "string", "object",
            ])
    }

    @Test func nestedTrialsAreBounded() {
        /// Tries both of two ways, each of which tries both again: 2 to the depth of the document.
        struct Both: JSONRepresentable {
            init(reading value: JSONReader) {
                for element in value.array() {
                    if element.attempt(Both.self) == nil, element.attempt(Both.self) == nil {
                        element.note("fits neither")
                    }
                }
            }
            func write(to json: inout JSONWriter) { json.null() }
        }
        let text = String(repeating: "[", count: 300) + "1" + String(repeating: "]", count: 300)
        #expect(complaints(Both.self, text).isEmpty == false)
    }

    @Test func constraintsHoldForAValidatingReaderOnly() {
        let text = #"{"id":0,"name":"Ada Lovelace!","nickname":null,"age":150}"#
        #expect(complaints(Person.self, text) == [])
        #expect(
            complaints(Person.self, text, validating: true) == [
                "/id: less than 1", "/name: longer than 10 characters", "/age: not less than 150",
            ])
        #expect(complaints(Person.self, #"{"id":1,"name":"","nickname":null}"#, validating: true) == ["/name: empty"])
        #expect(
            complaints(Person.self, #"{"id":1,"name":"a-b","nickname":null}"#, validating: true) == [
                "/name: does not match ^[a-zA-Z ]*$"
            ])
        #expect(
            complaints(Patch.self, #"{"tags":["a","a","b","c"]}"#, validating: true) == ["/tags: more than 3 elements"])
        #expect(complaints(Patch.self, #"{"tags":["a","a"]}"#, validating: true) == ["/tags: has equal elements"])
        // What is missing or of another kind is said once.
        #expect(
            complaints(Person.self, #"{"nickname":null,"name":5}"#, validating: true) == [
                "/id: missing", "/name: expected a string, found a number",
            ])
    }

    @Test func unknownMembersCanBeRefused() {
        struct Closed: JSONRepresentable {
            init(reading value: JSONReader) {
                var object = value.object()
                let _: Int? = object.optional("a")
                object.refuseRemaining()
            }
            func write(to json: inout JSONWriter) { json.null() }
        }
        #expect(complaints(Closed.self, #"{"a":1,"b":2}"#) == [])
        #expect(complaints(Closed.self, #"{"a":1,"b":2}"#, validating: true) == ["/b: the member is not known"])
    }

    @Test func readersKeepTheirDocumentAlive() throws {
        _ = try Stealing(json: #"{"a":[1,2,"three"]}"#)
        let array = Stealing.stolen?.member("a")?.array().map { $0 }
        #expect(array?.last?.string() == "three")
        Stealing.stolen = nil
    }

    private struct Stealing: JSONRepresentable {
        nonisolated(unsafe) static var stolen: JSONReader?
        init(reading value: JSONReader) { Stealing.stolen = value }
        func write(to json: inout JSONWriter) { json.null() }
    }
}
