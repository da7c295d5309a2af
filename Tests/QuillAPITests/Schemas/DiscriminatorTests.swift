import QuillAPI
import Testing

@Suite("Discriminators")
struct DiscriminatorTests {
    private static let animals = """
        Cat: {type: object, required: [kind, lives], properties: {kind: {type: string}, lives: {type: integer}}}
        Dog: {type: object, required: [kind], properties: {kind: {type: string}}}
        Wolf: {type: object, required: [kind], properties: {kind: {enum: [wolf, hound]}}}
        Fish: {type: object, required: [kind], properties: {kind: {const: fish}}}
        Loach: {type: object, required: [kind], properties: {kind: {const: fish}}}
        Pike: {type: object, properties: {kind: {const: pike}}}
        Bird: {type: object, properties: {wings: {type: integer}}}
        Shark: {type: object, required: [a, kind], properties: {a: {const: a}, kind: {const: shark}}}
        Carp: {type: object, required: [a, kind], properties: {a: {const: b}, kind: {const: carp}}}
        """

    /// The spelling of a union of animals: `Cat Dog "{type: string}"`.
    private func union(_ choices: String, _ keywords: String = "", keyword: String = "oneOf") throws -> String? {
        try DocumentText.union(choices, keywords, keyword: keyword, beside: Self.animals).api().schema(SchemaID(["U"]))?
            .shape.spelling
    }

    @Test(arguments: [
        ("Cat Dog", "", "by kind: Cat (Cat) | Dog (Dog)"),
        ("Cat Dog", "cat: Cat, tom: Cat, dog: Dog", "by kind: Cat (cat, tom) | Dog (dog)"),
        ("Cat Dog", "cat: '#/components/schemas/Cat'", "by kind: Cat (cat) | Dog (Dog)"),
        ("Cat Wolf", "", "by kind: Cat (Cat) | Wolf (wolf, hound)"),
        ("Cat Wolf", "w: Wolf", "by kind: Cat (Cat) | Wolf (w)"),
        (
            "Fish {title: Own,required: [kind],properties: {kind: {const: own}}}", "",
            "by kind: Fish (fish) | Own = U.Own (own)"
        ),
        // What does not say it itself has it said.
        ("Cat Bird", "", "by kind: Cat (Cat) | Bird (Bird) adding Bird"),
        ("Cat Bird", "b: Bird, bird: Bird", "by kind: Cat (Cat) | Bird (b, bird) adding b"),
        // What is no object has nothing to say it in.
        ("Cat Dog {type: string}", "", "by kind: Cat (Cat) | Dog (Dog) | string as string"),
    ])
    func areStatedByMappingConstantOrName(choices: String, mapping: String, union: String) throws {
        let keywords = "discriminator: {propertyName: kind, mapping: {\(mapping)}}"
        for keyword in ["oneOf", "anyOf"] {
            let found = try self.union(choices, keywords, keyword: keyword)
            #expect(found == union)
        }
    }

    @Test(arguments: [
        ("Wolf Fish", "by kind: Wolf (wolf, hound) | Fish (fish)"),
        ("{type: string} Wolf Fish", "by kind: Wolf (wolf, hound) | Fish (fish) | string as string"),
        // Of several the first by name.
        ("Shark Carp", "by a: Shark (a) | Carp (b)"),
        ("Shark Carp Fish", "by kind: Shark (shark) | Carp (carp) | Fish (fish)"),
    ])
    func areInferredFromConstants(choices: String, union: String) throws {
        let found = try self.union(choices)
        #expect(found == union)
    }

    /// Not every choice says what it is, not always, or not what it alone is.
    @Test(arguments: ["Wolf Dog", "Wolf Pike", "Fish Loach", "Wolf Fish Bird", "Wolf {type: object}"])
    func areNotInferredFromLess(choices: String) throws {
        let found = try self.union(choices)
        #expect(found?.hasPrefix("by ") == false)
    }

    @Test(arguments: [
        ("Fish Loach", "kind", "6:54"), ("Cat {type: object,title: Other,properties: {a: {}}}", "kind", "6:53"),
    ])
    func cannotMeanEverything(choices: String, property: String, place: String) {
        let document = DocumentText.union(
            choices, "discriminator: {propertyName: \(property)}", beside: Self.animals)
        #expect(
            document.faults == [
                "\(place) warning unreachable-choice: no value of `\(property)` means this choice"
            ])
    }

    /// A union within a union stands for all that it is told apart by.
    @Test(arguments: ["", "discriminator: {propertyName: kind}"])
    func reachIntoUnions(keywords: String) throws {
        let inner = "Inner: {oneOf: [{$ref: '#/components/schemas/Wolf'}, {$ref: '#/components/schemas/Shark'}]}"
        let found = try DocumentText.union("Fish Inner", keywords, beside: Self.animals + "\n" + inner)
            .api().schema(SchemaID(["U"]))?.shape.spelling
        #expect(found == "by kind: Fish (fish) | Inner (wolf, hound, shark)")
    }
}
