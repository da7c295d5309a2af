import QuillAPI
import Testing

/// No value has all members of objects that must contain themselves.
@Suite("Required cycles")
struct RequiredCyclesTests {
    private static let reason =
        "is required and leads back to the schema it is in, which no value can meet; it is optional in the output"

    /// `A: properties: {a: {ref A end}}` for `A: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}`.
    private func schemas(_ lines: [String]) -> DocumentText {
        let objects = lines.map { "\($0.prefix { $0 != ":" }): {type: object, \($0.drop { $0 != ":" }.dropFirst(2))}" }
        return .schemas(
            objects.joined(separator: "\n").replacing("ref ", with: "$ref: '#/components/schemas/")
                .replacing(" end", with: "'"))
    }

    @Test func areOpenedAtTheMemberThatClosesThem() throws {
        let document = schemas([
            "A: required: [b, x], properties: {b: {ref B end}, x: {type: string}}",
            "B: required: [c], properties: {c: {ref C end}}",
            "C: required: [a, c], properties: {a: {ref A end}, c: {ref C end}}",
        ])
        #expect(
            document.faults == [
                "8:54 warning endless-property: `a` \(Self.reason)",
                "8:91 warning endless-property: `c` \(Self.reason)",
            ])
        let shapes = try document.api(ignoringWarnings: true).spellings
        #expect(shapes == ["A {b: B, x: string}", "B {c: C}", "C {a?: A, c?: C}"])
    }

    /// What can be absent, `null` or empty ends.
    @Test(arguments: [
        "A: properties: {a: {ref A end}}",
        "A: required: [a], properties: {a: {type: array, items: {ref A end}}}",
        "A: required: [a], properties: {a: {type: object, additionalProperties: {ref A end}}}",
        "A: required: [a], properties: {a: {anyOf: [{ref A end}, {type: 'null'}]}}",
        "A: required: [a], properties: {a: {oneOf: [{ref A end}, {type: string}]}}",
    ])
    func areNoneWhereValuesEnd(schema: String) {
        #expect(schemas([schema]).faults == [])
    }

    @Test func areNoneWhereWaysOnlyMeet() {
        let document = schemas([
            "A: required: [b, c], properties: {b: {ref B end}, c: {ref C end}}",
            "B: required: [c], properties: {c: {ref C end}}", "C: properties: {a: {ref A end}}",
        ])
        #expect(document.faults == [])
    }
}
