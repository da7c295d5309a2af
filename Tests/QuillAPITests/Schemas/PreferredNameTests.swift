import QuillAPI
import Testing

@Suite("Names that a document chooses")
struct PreferredNameTests {
    private func schema(_ text: String) throws -> Schema? {
        try DocumentText.schemas(text).api().schemas.first
    }

    @Test(arguments: [
        ("x-quill-name", "Person"), ("x-swift-name", "Person"), ("x-ogen-name", "Person"), ("x-quill-name", "person"),
    ])
    func areOfComponents(key: String, name: String) throws {
        #expect(try schema("P: {\(key): \(name), type: object, properties: {a: {}}}")?.preferredName == name)
    }

    @Test func ofOthersThatAreNoneAreNotForUs() throws {
        let schema = try schema("P: {x-swift-name: 'a b', x-ogen-name: {}, type: object, properties: {a: {}}}")
        #expect(schema?.preferredName == nil)
    }

    /// The schema of a property stands for both.
    @Test(
        arguments: [("other", "other", String?.none), ("Other", String?.none, "Other")] as [(String, String?, String?)])
    func areOfAPropertyOrOfItsType(name: String, property: String?, type: String?) throws {
        let api = try DocumentText.schemas(
            "P: {type: object, properties: {a: {x-quill-name: \(name), type: object, properties: {b: {}}}}}"
        ).api()
        guard case .object(let object) = api.schemas.first?.shape else { throw Missing() }
        #expect(object.properties.map(\.preferredName) == [property])
        #expect(api.schemas.last?.preferredName == type)
    }

    @Test func ofAPropertyMayStandBesideAReference() throws {
        guard
            case .object(let object) = try schema(
                "P: {x-quill-name: Q, type: object, properties: {a: {$ref: '#/components/schemas/P', x-quill-name: b}}}"
            )?.shape
        else { throw Missing() }
        #expect(object.properties.map(\.preferredName) == ["b"])
    }

    @Test func areOfParametersOperationsAndTags() throws {
        let api = try DocumentText(
            """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            tags: [{name: t, x-quill-name: group}]
            paths:
              /a:
                get:
                  operationId: g
                  x-quill-name: go
                  tags: [t]
                  parameters:
                    - {name: p, in: query, x-quill-name: one, schema: {type: string}}
                    - {name: q, in: query, schema: {type: string, x-quill-name: two}}
                  responses: {'204': {description: Done.}}
            """
        ).api()
        #expect(api.groups.map(\.preferredName) == ["group"])
        #expect(api.endpoints.map(\.preferredName) == ["go"])
        #expect(api.endpoints.first?.parameters.map(\.preferredName) == ["one", "two"])
    }

    @Test(arguments: ["x-enum-varnames", "x-enumNames"])
    func areOfTheValuesOfAnEnumeration(key: String) throws {
        guard case .enumeration(let list) = try schema("E: {enum: [1, 2, 3], \(key): [One, null, THREE]}")?.shape
        else { throw Missing() }
        #expect(list.names == ["1": "One", "3": "THREE"])
    }

    @Test(arguments: [
        (
            "P: {x-quill-name: 2nd, type: object, properties: {a: {}}}",
            "6:23 error invalid-name: `x-quill-name` is `2nd`, which is no name: "
                + "a name is a letter with letters, digits and underscores behind it"
        ),
        (
            "P: {x-quill-name: [], type: object, properties: {a: {}}}",
            "6:23 error invalid-name: `x-quill-name` is `[]`, which is no name: "
                + "a name is a letter with letters, digits and underscores behind it"
        ),
        (
            "P: {type: object, properties: {a: {type: string, x-quill-name: Text}}}",
            "6:68 warning ineffective-name: `x-quill-name` names nothing here: a name with a capital is for a type that "
                + "is declared, any other for a property or a parameter"
        ),
        (
            "E: {enum: [a, b], x-enum-varnames: [one]}",
            "6:40 warning invalid-name: `x-enum-varnames` has to be a list with a name for each of the 2 values; "
                + "it is ignored"
        ),
        (
            "E: {enum: [a, b], x-enum-varnames: [one, '2']}",
            "6:46 warning invalid-name: `x-enum-varnames` is `2`, which is no name: "
                + "a name is a letter with letters, digits and underscores behind it"
        ),
    ])
    func haveToBeNamesOfSomething(schema: String, fault: String) {
        #expect(DocumentText.schemas(schema).faults == [fault])
    }

    private struct Missing: Error {}
}
