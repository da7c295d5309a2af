import Foundation
import QuillRuntime
import Testing

@Suite struct ValueTests {
    @Test func everyFormatSurvives() throws {
        let value = try Everything(json: Everything.text)
        #expect(value.jsonText() == Everything.text)
        #expect(value.uuid == UUID(uuidString: "497F6ECA-6276-4993-BFEB-53CBBBBA6F08"))
        #expect(value.data == Data("hello".utf8))
        #expect(value.level.rawValue == 99)
    }

    @Test func modelsWorkWithOtherCoders() throws {
        let value = try Everything(json: Everything.text)
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.dateEncodingStrategy = .secondsSince1970
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        #expect(try decoder.decode(Everything.self, from: encoder.encode(value)) == value)
        let person = Person(id: 1, name: "A", nickname: "x", friend: Person(id: 2, name: "B", nickname: "y"))
        let list = try PropertyListEncoder().encode([person])
        #expect(try PropertyListDecoder().decode([Person].self, from: list) == [person])
        #expect(try JSONDecoder().decode([Level].self, from: Data("[21,5]".utf8)) == [.v21, Level(rawValue: 5)])
        #expect(try String(decoding: JSONEncoder().encode([Color.red]), as: UTF8.self) == #"["red"]"#)
    }

    @Test func otherCodersAreToldWhatIsWrong() {
        #expect { try JSONDecoder().decode([Person].self, from: Data(#"[{"id":1}]"#.utf8)) } throws: { error in
            guard case .dataCorrupted(let context)? = error as? DecodingError else { return false }
            return context.debugDescription == "/name: missing; /nickname: missing"
                && context.underlyingError is JSONError
        }
    }

    @Test func modelsAreEqualWhenTheirDocumentsAre() throws {
        let one = try Patch(json: #"{"name":"x","b":1,"a":{"z":1,"y":2}}"#)
        let other = try Patch(json: #"{"a":{"y":2,"z":1.0},"b":1e0,"name":"x"}"#)
        #expect(one == other)
        #expect(Set([one, other]).count == 1)
        #expect(one != Patch(name: "x"))
        #expect(Patch(name: .null) != Patch())
    }

    @Test func enumerationsStayOpen() throws {
        #expect(try [Color](json: #"["red","mauve"]"#).map(\.isKnown) == [true, false])
        #expect(
            complaints([Color].self, #"["red","mauve",5]"#, validating: true) == [
                #"/1: unknown value "mauve"; known are "red", "green""#, "/2: expected a string, found a number",
            ])
        #expect(complaints(Level.self, "5", validating: true) == ["unknown value 5; known are 21, 37"])
        #expect(Color.red == Color(rawValue: "red"))
        #expect(Color.red != Color(rawValue: "blue"))
        #expect(Set([Color.red, .red, Color(rawValue: "green")]).count == 2)
    }

    @Test func fieldsTakeLiterals() {
        let fields: (Field<String>, Field<Int>, Field<Double>, Field<Bool>, Field<[String]>, Field<[String: Int]>) =
            ("a", 1, 2.5, true, ["x"], ["k": 1])
        #expect(fields.0 == .value("a"))
        #expect(fields.1 == .value(1))
        #expect(fields.2 == .value(2.5))
        #expect(fields.3 == .value(true))
        #expect(fields.4 == .value(["x"]))
        #expect(fields.5 == .value(["k": 1]))
        #expect(Field<Int>(nil) == .null)
        #expect(Field(3).map { $0 * 2 }.value == 6)
        #expect(Field<Int>.absent.isAbsent && Field<Int>.null.isNull && Field<Int>.null.value == nil)
    }

    @Test func anyValueIsKept() throws {
        for text in [
            "null", "true", "12", "-0.5", "123456789012345678901234567890", "0.1234567890123456789", "1e400", #""x""#,
            #"{"a":[1,{"b":null}],"c":{}}"#, "9007199254740993",
        ] {
            #expect(try JSONValue(json: text).jsonText() == text)
        }
        #expect(try JSONValue(json: "1.0") == 1)
        var value: JSONValue = ["a": [1, 2.5, "x", nil, true]]
        #expect(value["a"]?[1]?.double == 2.5)
        #expect(value["a"]?[9] == nil)
        #expect(value["b"] == nil)
        value["b"] = ["c": 1]
        #expect(value.jsonText() == #"{"a":[1,2.5,"x",null,true],"b":{"c":1}}"#)
        #expect(JSONValue.decimal(#"1,"x":2"#).jsonText() == #""1,\"x\":2""#)
        #expect(JSONValue.decimal("12345678901234567890").jsonText() == "12345678901234567890")
    }

    @Test func uuidsAreHeldToTheirForm() throws {
        var random = Randomness(seed: 5)
        for _ in 0..<2000 {
            let (high, low) = (random.next(), random.next())
            let bytes =
                (0..<8).map { UInt8(truncatingIfNeeded: high >> ($0 * 8)) }
                + (0..<8).map { UInt8(truncatingIfNeeded: low >> ($0 * 8)) }
            let uuid = bytes.withUnsafeBytes { UUID(uuid: $0.load(as: uuid_t.self)) }
            #expect(uuid.jsonText() == "\"\(uuid.uuidString.lowercased())\"")
            #expect(try UUID(json: "\"\(uuid.uuidString)\"") == uuid)
        }
        let good = Array("497f6eca-6276-4993-bfeb-53cbbbba6f08".utf8)
        for position in good.indices {
            for byte in UInt8(0x20)..<0x7F {
                var bytes = good
                bytes[position] = byte
                let text = String(decoding: bytes, as: UTF8.self)
                let isDigit = good[position] != UInt8(ascii: "-") && Character(Unicode.Scalar(byte)).isHexDigit
                let isValid = isDigit || byte == good[position]
                // Foundation's own reading lets blanks and signs pass in places.
                #expect((try? UUID(json: text.jsonBytes())) == (isValid ? UUID(uuidString: text) : nil), "\(text)")
                #expect((UUID(parameterText: text) != nil) == isValid)
            }
        }
        #expect(complaints(UUID.self, #""x""#) == [#"expected a UUID, found "x""#])
    }

    @Test func dataIsBase64() throws {
        #expect(try Data(json: #""aGVsbG8""#) == Data("hello".utf8))
        #expect(complaints(Data.self, #""a?""#) == ["expected base64"])
        #expect(complaints(Data.self, "1") == ["expected a string, found a number"])
    }
}
