import QuillAPI
import Testing

@Suite("Schemas that others extend")
struct InheritanceTests {
    private func schemas(_ text: String, version: String = "3.0.3") throws -> [String] {
        try DocumentText.schemas(text, version: version).api(ignoringWarnings: true).spellings
    }

    private static let pet = """
        Pet: {type: object, required: [kind], discriminator: {propertyName: kind}, properties: {kind: {type: string}}}
        """

    @Test func areUnionsOfTheseWithTheBaseForWhatIsNotKnown() throws {
        let found = try schemas(
            """
            \(Self.pet)
            Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}
            Dog: {allOf: [{$ref: '#/components/schemas/Pet'}]}
            Owner: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}}}
            """)
        #expect(found.contains("Pet by kind: Cat (Cat) | Dog (Dog) | base = Pet.base (…)"))
        #expect(found.contains("Pet.base {kind: string, *: any}"))
        #expect(found.contains("Cat {kind: string, lives?: integer}"))
        #expect(found.contains("Dog {kind: string}"))
        #expect(found.contains("Owner {pet?: Pet}"))
    }

    @Test func areObjectsWhereNothingExtendsThem() throws {
        #expect(try schemas(Self.pet) == ["Pet {kind: string}"])
    }

    @Test(arguments: [
        ("kind: {type: string}", "", "", "Cat"),
        ("kind: {type: string}", ", mapping: {tom: '#/components/schemas/Cat'}", "", "tom"),
        ("kind: {type: string}", "", "x-ms-discriminator-value: cat-1,", "cat-1"),
        ("kind: {type: string, enum: [CAT, dog]}", "", "", "CAT"),
        ("kind: {type: string}", "", "properties: {kind: {type: string, enum: [felis]}},", "felis"),
    ])
    func areKnownByMappingConstantOrName(property: String, mapping: String, own: String, tag: String) throws {
        let api = try DocumentText.schemas(
            """
            Pet: {type: object, required: [kind], discriminator: {propertyName: kind\(mapping)}, properties: {\(property)}}
            Cat: {\(own) allOf: [{$ref: '#/components/schemas/Pet'}]}
            """, version: "3.0.3"
        ).api(ignoringWarnings: true)
        guard case .union(let union) = api.schema(SchemaID(["Pet"]))?.shape else {
            Issue.record("no union")
            return
        }
        #expect(union.choices.first?.test == .tags([tag]))
        #expect(api.object("Cat")?.properties.first?.tag == tag)
        // What is meant by the base alone is not known beforehand.
        #expect(api.object("Pet", "base")?.properties.first?.tag == nil)
    }

    @Test func areNotExtendedByWhatMakesThemNullable() throws {
        let found = try schemas(
            """
            \(Self.pet)
            Maybe: {nullable: true, allOf: [{$ref: '#/components/schemas/Pet'}]}
            """)
        #expect(found == ["Pet {kind: string}"])
    }

    @Test func canExtendOthersThemselves() throws {
        let found = try schemas(
            """
            \(Self.pet)
            Cat: {discriminator: {propertyName: size}, allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {size: {}}}]}
            Lion: {allOf: [{$ref: '#/components/schemas/Cat'}]}
            """)
        #expect(found.contains("Pet by kind: Cat (Cat) | Lion (Lion) | base = Pet.base (…)"))
        #expect(found.contains("Cat by size: Lion (Lion) | base = Cat.base (…)"))
    }

    @Test func sayWhatTheyAreThoughTheBaseNamesNoProperty() throws {
        let found = try schemas(
            """
            Pet: {type: object, discriminator: {propertyName: kind}, properties: {name: {type: string}}}
            Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}
            """)
        #expect(found.contains("Pet by kind: Cat (Cat) adding Cat | base = Pet.base (…)"))
    }
}
