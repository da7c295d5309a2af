import Foundation
import Testing

@Suite("The configuration of Apple's generator")
struct AppleConfigurationTests {
    private func place(_ configuration: String) throws -> Workplace {
        try Workplace(["App/openapi.yaml": Pets.document, "App/openapi-generator-config.yaml": configuration])
    }

    private func text(_ place: Workplace) throws -> String {
        try place.texts("Out").sorted { $0.key < $1.key }.map { String(decoding: $0.value, as: UTF8.self) }.joined()
    }

    @Test func decidesPartsAndAccess() throws {
        let place = try place("generate: [types, client]\naccessModifier: package\nnamingStrategy: idiomatic\n")
        let run = place.run("target", "App/openapi.yaml", "--output", "Out", "--parts", "client,server")
        #expect(run.errors == "")
        let text = try text(place)
        #expect(text.contains("package nonisolated struct PetsClient<"))
        #expect(!text.contains("PetsServer"))
    }

    @Test func canBeNamed() throws {
        let place = try place("generate: [types, server]\n")
        let run = place.run(
            "generate", "--config", "App/openapi-generator-config.yaml", "--layout", "module", "--output", "Out")
        #expect(run.errors == "")
        #expect(try text(place).contains("struct PetsServer:"))
    }

    @Test func selectsWhatIsFiltered() throws {
        let place = try place(
            """
            generate: [types, client]
            filter:
              operations: [audit]
              paths: [/export]
            nameOverrides: { audit: checkBooks, Pet: Animal }
            """)
        #expect(place.run("target", "App/openapi.yaml", "--output", "Out").errors == "")
        let methods = try text(place).matches(of: /func (\w+)\([^)]*\) async throws where/).map { String($0.1) }
        #expect(methods.sorted() == ["checkBooks", "export"])
        #expect(try !text(place).contains("struct Animal"))
    }

    @Test func keepsSchemasThatAreNamed() throws {
        let place = try place("generate: [types]\nfilter: { schemas: [Pet] }\nnameOverrides: { Pet: Animal }\n")
        #expect(place.run("target", "App/openapi.yaml", "--output", "Out").errors == "")
        #expect(try text(place).contains("struct Animal:"))
        #expect(try !text(place).contains("PetsClient"))
    }

    @Test func tellsWhatHasNoEffect() throws {
        let place = try place(
            """
            generate: [client]
            additionalImports: [APITypes]
            namingStrategy: defensive
            typeOverrides: { schemas: { Pet: MyPet } }
            additionalFileComments: [x]
            featureFlags: [x]
            nameOverrides: { Nothing: here }
            """)
        let run = place.run("target", "App/openapi.yaml", "--output", "Out")
        #expect(run.code == 0)
        for line in 1...7 {
            #expect(run.errors.contains("App/openapi-generator-config.yaml:\(line):"), "line \(line)")
        }
        #expect(place.run("generate", "App/openapi.yaml", "--output", "Out2", "--strict").code == 1)
    }

    @Test(arguments: [
        ("generate: client\n", ":1:11: error: `generate` is `client`, where a list is expected"),
        ("generate: [clients]\n", ":1:12: error: an entry of `generate` is `clients`, where"),
        ("generate: [types]\naccessModifier: private\n", ":2:17: error: `accessModifier` is `private`, where"),
        ("filter: [a]\n", ":1:9: error: `filter` is an array, where an object is expected"),
        ("[]\n", ":1:1: error: the configuration is an array"),
    ])
    func tellsWhatIsWrongAtItsPlace(_ configuration: String, _ message: String) throws {
        let run = try place(configuration).run("target", "App/openapi.yaml", "--output", "Out")
        #expect(run.code == 1)
        #expect(run.errors.contains("App/openapi-generator-config.yaml" + message), "\(run.errors)")
    }

    @Test func givesWayToAConfigurationOfQuill() throws {
        let place = try place("generate: [types, client]\n")
        try place.write("App/quill.json", #"{ "document": "openapi.yaml", "parts": ["server"] }"#)
        #expect(place.run("target", "App/openapi.yaml", "--output", "Out").errors == "")
        #expect(try text(place).contains("struct PetsServer:"))
    }
}
