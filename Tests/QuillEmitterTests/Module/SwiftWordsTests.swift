import Testing

@testable import QuillEmitter

@Suite("Words of Swift")
struct SwiftWordsTests {
    @Test(arguments: [
        ("let pet: Pet", "let pet: Zoo.Pet"),
        ("[String: Pet]", "[String: Zoo.Pet]"),
        ("Field<[Pet]>.Pet", "Field<[Zoo.Pet]>.Pet"),
        ("struct Pet: Model {}", "struct Pet: Model {}"),
        ("extension Pet {", "extension Zoo.Pet {"),
        ("// a Pet\nPet()", "// a Pet\nZoo.Pet()"),
        (#""Pet" + Pet()"#, #""Pet" + Zoo.Pet()"#),
        (#""\"Pet" + Pet()"#, #""\"Pet" + Zoo.Pet()"#),
        ("#\"\"\"\n  Pet \"# Pet\n\"\"\"# + Pet()", "#\"\"\"\n  Pet \"# Pet\n\"\"\"# + Zoo.Pet()"),
        ("##\"Pet\"# Pet\"## + Pet()", "##\"Pet\"# Pet\"## + Zoo.Pet()"),
        ("Pets PetPet aPet", "Pets PetPet aPet"),
        ("#if Pet", "#if Zoo.Pet"),
        ("\"never closed Pet", "\"never closed Pet"),
    ])
    func areReplacedWhereTheyMentionAType(_ text: String, _ expected: String) {
        #expect(SwiftWords.replaced(in: text) { $0 == "Pet" ? "Zoo.Pet" : nil } == expected)
    }

    @Test func declarationsAreToldApart() {
        let text = """
            /// A pet.
            public nonisolated struct Pet: Model {
                let a: [String] = []
            }

            nonisolated extension Pet: Page {
            }

            // About what follows.
            @frozen
            public nonisolated protocol Long:
                A,
                B
            {}
            public enum Short {}

            """
        let chunks = SwiftChunk.chunks(of: text)
        #expect(chunks.map(\.declaredName) == ["Pet", nil, "Long", "Short"])
        #expect(chunks[2].text.hasPrefix("// About what follows.\n@frozen\n"))
    }
}
