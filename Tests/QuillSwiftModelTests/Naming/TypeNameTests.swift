import Testing

@testable import QuillSwiftModel

@Suite("Names of types")
struct TypeNameTests {
    private let object = "{type: object, properties: {a: {}}}"

    private func names(_ schemas: [String], given: [String: String] = [:]) throws -> Set<String> {
        let lines = schemas.map { "\($0): \(object)" }
        return Set(try ModelText.schemas(lines.joined(separator: "\n    "), names: given).typeNames)
    }

    @Test(arguments: [
        (["pet"], ["Pet"]),
        (["Pet", "pet"], ["Pet", "PetModel"]),
        (["pet_item", "PetItem", "pet-item"], ["PetItem", "PetItemModel", "PetItemModel2"]),
        (["Error", "ErrorModel"], ["ErrorModel", "ErrorModelModel"]),
        (["TestClient", "TestServer"], ["TestClientModel", "TestServerModel"]),
        (["'123'", "'1.2'"], ["V123", "V1_2"]),
    ])
    func areSwiftAndEachThereOnce(schemas: [String], types: [String]) throws {
        let found = try names(schemas)
        #expect(found == Set(types))
    }

    /// What needs another name gives way to what has it, in whatever order they come.
    @Test func ofSchemasThatAreSpelledSoComeFirst() throws {
        let text = try ModelText.schemas(
            "error: {type: object, properties: {lower: {}}}", "Error: {type: object, properties: {upper: {}}}",
            "ErrorModel: {type: object, properties: {exact: {}}}", "API_key: {type: object, properties: {under: {}}}",
            "APIKey: {type: object, properties: {camel: {}}}")
        #expect(text.properties(of: "ErrorModel") == ["exact: JSONValue?"])
        #expect(text.properties(of: "APIKey") == ["camel: JSONValue?"])
        #expect(text.properties(of: "APIKeyModel") == ["under: JSONValue?"])
    }

    @Test func ofInlineSchemasGiveWayToComponents() throws {
        let text = try ModelText.schemas(
            "Pet: {type: object, properties: {state: {enum: [inline]}}}", "PetState: {enum: [component]}")
        #expect(text.cases(of: "PetState") == ["component = \"component\""])
        #expect(text.cases(of: "PetStateModel") == ["inline = \"inline\""])
        #expect(text.properties(of: "Pet") == ["state: PetStateModel?"])
    }

    @Test func areThoseOfTheConfiguration() throws {
        let given = ["pet": "Animal", "Pet.item": "Evil { }", "Other": "String"]
        let found = try names(["pet", "Animal", "Other"], given: given)
        #expect(found == ["Animal", "AnimalModel", "StringModel"])
    }

    @Test(arguments: ["Aardvark", "Zebra", "pet-item", "error", "PetState", "Model", "pet_list_response"])
    func areNotChangedByOthers(added: String) throws {
        let few = ["Pet", "Error", "api_key", "Order"]
        let before = try names(few)
        #expect(try names(few + [added]).isSuperset(of: before))
        #expect(try names([added] + few).isSuperset(of: before))
    }
}

@Suite("Names of members and operations")
struct MemberNameTests {
    @Test func areSwiftAndKeepApart() throws {
        let text = try ModelText.schemas(
            "A: {type: object, properties: {created_at: {}, createdAt: {}, created-at: {}, class: {}, '': {}, '1': {}}}"
        )
        #expect(
            text.properties(of: "A") == [
                "createdAt: JSONValue?", "createdAt2: JSONValue?", "created_at: JSONValue?", "`class`: JSONValue?",
                "empty: JSONValue?", "v1: JSONValue?",
            ])
    }

    private func operation(_ id: String, _ path: String) -> String {
        "/\(path): {get: {operationId: \(id), tags: [pets], responses: {'204': {description: Done.}}}}"
    }

    @Test func ofOperationsLeaveOutTheirGroup() throws {
        let text = try ModelText.operations([
            operation("pets_list", "a"), operation("listPets", "b"), operation("pets", "c"),
        ])
        #expect(text.operationNames == ["petsList", "listPets", "pets"])
        #expect(text.methodNames == ["Pets.list", "Pets.listPets", "Pets.pets"])
    }

    @Test func ofOperationsAreNotChangedByOthers() throws {
        let few = try ModelText.operations([operation("pets_list", "a"), operation("pets_get", "b")])
        let many = try ModelText.operations([
            operation("pets_all", "0"), operation("pets_list", "a"), operation("cats_get", "c"),
            operation("pets_get", "b"),
        ])
        #expect(Set(many.operationNames).isSuperset(of: few.operationNames))
        #expect(Set(many.methodNames).isSuperset(of: few.methodNames))
    }

    @Test func ofOperationsKeepApart() throws {
        let text = try ModelText.operations([operation("pets_list", "a"), operation("petsList", "b")])
        #expect(text.operationNames == ["getA", "petsList"])
        #expect(text.methodNames == ["Pets.petsList", "Pets.list"])
    }
}
