import QuillRuntime
import Testing

/// Unions in the shape that `Templates/models/union.mustache` gives them.
@Suite("Unions") struct UnionTests {
    @Test("A discriminator that the value does not contain is written before its members")
    func writesTags() throws {
        #expect(Pet.dog(Dog(barks: true)).jsonText() == #"{"kind":"dog","barks":true}"#)
        #expect(Pet.fish(Fish()).jsonText() == #"{"kind":"Fish"}"#)
        #expect([Pet.fish(Fish()), .fish(Fish())].jsonText() == #"[{"kind":"Fish"},{"kind":"Fish"}]"#)
    }

    @Test("What was written is read as the same choice", arguments: [Pet.dog(Dog(barks: false)), .fish(Fish())])
    func roundTrips(_ pet: Pet) throws {
        #expect(try Pet(json: pet.jsonText(), validating: true) == pet)
    }

    @Test("What is none of the choices is kept by a client and refused by a server")
    func keepsOthers() throws {
        let json = #"{"kind":"bird","wings":2}"#
        guard case .other(let value) = try Pet(json: json) else {
            Issue.record("expected the case for others")
            return
        }
        #expect(value["wings"] == 2)
        #expect(try Pet(json: json).jsonText() == json)
        let error = #expect(throws: JSONError.self) { try Pet(json: json, validating: true) }
        #expect(error?.kind == .mismatch)
    }

    @Test("Objects that require each other through unions end where a member is missing")
    func endsAtMissingMembers() {
        let error = #expect(throws: JSONError.self) { try Left(json: "{}") }
        #expect(error?.issues.map(\.pointer) == ["/next"])
    }
}

nonisolated struct Dog: Model {
    let barks: Bool
    init(barks: Bool) { self.barks = barks }
    init(reading value: JSONReader) {
        var object = value.object()
        barks = object.required("barks")
    }
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.required("barks", barks)
        json.endObject()
    }
}

nonisolated struct Fish: Model {
    init() {}
    init(reading value: JSONReader) { _ = value.object() }
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.endObject()
    }
}

nonisolated indirect enum Pet: Model {
    case dog(Dog)
    case fish(Fish)
    case other(JSONValue)

    init(reading value: JSONReader) {
        switch value.discriminator("kind") {
        case "dog": self = .dog(Dog(reading: value))
        case "Fish": self = .fish(Fish(reading: value))
        default: self = .other(value.unmatched())
        }
    }

    func write(to json: inout JSONWriter) {
        switch self {
        case .dog(let value): json.tagged("kind", "dog", value)
        case .fish(let value): json.tagged("kind", "Fish", value)
        case .other(let value): value.write(to: &json)
        }
    }
}

/// Requires a union whose only choice requires it again.
nonisolated struct Left: Model {
    let _next: Box<Next>
    init(reading value: JSONReader) {
        var object = value.object()
        _next = Box(object.required("next"))
    }
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.required("next", _next.value)
        json.endObject()
    }
}

nonisolated indirect enum Next: Model {
    case left(Left)
    case other(JSONValue)

    init(reading value: JSONReader) {
        if let choice = value.attempt(Left.self) {
            self = .left(choice)
        } else {
            self = .other(value.unmatched())
        }
    }

    func write(to json: inout JSONWriter) {
        switch self {
        case .left(let value): value.write(to: &json)
        case .other(let value): value.write(to: &json)
        }
    }
}
