import Foundation
import QuillEmitter
import Testing

@Suite("quill target")
struct TargetTests {
    private static let shops = Pets.document.replacing("Pets API", with: "Shops API")
    private static let both = """
        { "documents": [ { "document": "pets.yaml", "name": "Pets" }, { "document": "shops.yaml", "name": "Shops" } ] }
        """

    private func text(_ place: Workplace, _ kind: String = "") throws -> String {
        try place.texts("Out").filter { $0.key.hasPrefix("Quill\(kind)") }.sorted { $0.key < $1.key }
            .map { String(decoding: $0.value, as: UTF8.self) }.joined()
    }

    @Test func writesTheSameFilesForEveryDocument() throws {
        let place = try Workplace(["pets.yaml": Pets.document])
        let run = place.run("target", "pets.yaml", "--output", "Out", "--parts", "client")
        #expect(run.errors == "")
        #expect(try Set(place.times("Out").keys) == Set(ModuleOutput.paths + [".quill-manifest"]))
        #expect(try text(place, "Client").contains("\nnonisolated struct PetsClient<Access>: Sendable {"))
        #expect(
            try text(place, "Client").contains("import Foundation\nimport QuillClientRuntime\nimport QuillRuntime\n"))
        #expect(try text(place, "Models").contains("\nnonisolated struct Pet: Model {\n    var name: String\n"))
        #expect(try !text(place).contains("public"))
        #expect(try !text(place).contains("PetsServer"))
    }

    @Test func agreesWithThePluginOnTheirNames() throws {
        let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../..").standardizedFileURL
        let plugin = try String(
            contentsOf: root.appendingPathComponent("Sources/Plugins/QuillPlugin/OutputNames.swift"), encoding: .utf8)
        for kind in ["Models", "Client", "Server"] {
            let count = ModuleOutput.paths.filter { $0.hasPrefix("Quill\(kind)") }.count
            #expect(plugin.contains("numbered(\"\(kind)\", \(count))"))
        }
    }

    @Test func putsSeveralDocumentsIntoNamespaces() throws {
        let place = try Workplace(["pets.yaml": Pets.document, "shops.yaml": Self.shops, "quill.json": Self.both])
        #expect(place.run("target", "--config", "quill.json", "--output", "Out").code == 0)
        let text = try text(place)
        for name in ["Pets", "Shops"] {
            #expect(text.contains("\nnonisolated enum \(name) {}\n"))
            #expect(text.contains("\nnonisolated extension \(name) {\n    /// The schema `Pet`.\n"))
            #expect(text.contains("\nnonisolated struct \(name)Client<Access>: Sendable {"))
            #expect(text.contains(") async throws where Access: \(name).Scope.PetWrite {"))
            #expect(text.contains("OperationRequest(\(name).Operation.petsCreate)"))
            #expect(text.contains("static var \(name.lowercased())"))
        }
    }

    @Test func tellsAGroupFromADocumentOfItsName() throws {
        let place = try Workplace(["pets.yaml": Pets.document])
        #expect(place.run("target", "pets.yaml", "--output", "Out", "--parts", "server").code == 0)
        let protocols = try text(place, "Server").matches(of: /protocol (\w+Service)\b/).map { String($0.1) }
        #expect(protocols.sorted() == ["PetsGroupService", "PetsRootService", "PetsService"])
    }

    @Test func keepsTheAccessThatIsAskedFor() throws {
        let place = try Workplace(["pets.yaml": Pets.document])
        try place.write("quill.json", #"{ "document": "pets.yaml", "access": "package", "parts": ["server"] }"#)
        #expect(place.run("target", "--config", "quill.json", "--output", "Out", "--parts", "client").code == 0)
        let text = try text(place)
        #expect(text.contains("\npackage nonisolated struct PetsServer:"))
        #expect(text.contains("@_exported import QuillServerRuntime\n"))
        #expect(!text.contains("PetsClient"))
        #expect(!text.contains("public "))
    }

    @Test func movesNothingWhenAnotherSchemaChanges() throws {
        let place = try Workplace(["pets.yaml": Pets.document])
        #expect(place.run("target", "pets.yaml", "--output", "Out").code == 0)
        let before = try place.texts("Out")
        try place.write("pets.yaml", Pets.document.replacing("enum: [cat, dog]", with: "enum: [cat, dog, eel]"))
        #expect(place.run("target", "pets.yaml", "--output", "Out").code == 0)
        let after = try place.texts("Out")
        #expect(before.filter { after[$0.key] != $0.value }.count == 1)
    }

    // MARK: Running again

    @Test func doesNothingWhereNothingChanged() throws {
        let place = try Workplace(["in/pets.yaml": Pets.document])
        func run() -> Run { place.run("target", "in/pets.yaml", "--output", "Out", "--state", "state") }
        #expect(run().code == 0)
        try FileManager.default.removeItem(at: place.url("Out/.quill-manifest"))
        #expect(run().code == 0)
        #expect(!place.exists("Out/.quill-manifest"), "it did something")

        try place.write("in/pets.yaml", "openapi: 3.1.0\n")
        #expect(run().code == 1)
        #expect(run().code == 1)
        try place.write("in/pets.yaml", Pets.document)
        #expect(run().code == 0)
        try FileManager.default.removeItem(at: place.url("Out/Quill.swift"))
        #expect(run().code == 0)
        #expect(place.exists("Out/Quill.swift"))
    }

    /// A target whose output depends on files of every kind.
    private func placeWithInputs() throws -> (place: Workplace, run: () -> Bool) {
        let place = try Workplace([
            "in/quill.json":
                #"{"document": "pets.yaml", "overlays": ["mend.yaml"], "patches": ["fix.json"], "templates": "mine"}"#,
            "in/pets.yaml": Pets.document.replacing(
                "name:\n          type: string", with: "name:\n          $ref: 'name.yaml'"),
            "in/name.yaml": "type: string\n",
            "in/mend.yaml":
                "{overlay: 1.0.0, info: {title: Mend, version: '1'}, actions: [{target: $.info, update: {version: '2'}}]}",
            "in/fix.json": #"[{"op": "replace", "path": "/info/version", "value": "3"}]"#,
            "in/mine/shared/header.mustache": "// Mine.\n", "in/other.yaml": "", "tool": "",
        ])
        // Quill works where its list of outputs is written anew.
        return (
            place,
            {
                try? FileManager.default.removeItem(at: place.url("Out/.quill-manifest"))
                let run = place.run(
                    "target", "--config", "in/quill.json", "--output", "Out", "--state", "state", "--tool", "tool")
                #expect(run.code == 0, "\(run.errors)")
                return place.exists("Out/.quill-manifest")
            }
        )
    }

    @Test(arguments: [
        "in/quill.json", "in/pets.yaml", "in/name.yaml", "in/mend.yaml", "in/fix.json",
        "in/mine/shared/header.mustache",
        "tool",
    ])
    func worksAgainWhereAnInputChanges(_ file: String) throws {
        let (place, works) = try placeWithInputs()
        #expect(works())
        #expect(!works())
        try place.touch(file)
        #expect(works())
        #expect(!works())
    }

    @Test func worksAgainWhereATemplateComesAndNowhereElse() throws {
        let (place, works) = try placeWithInputs()
        #expect(works())
        try place.touch("in/other.yaml")
        #expect(!works())
        try place.write("in/mine/shared/exports.mustache", "// None.\n")
        #expect(works())
        #expect(!works())
    }

    @Test func renewsAFileWhereTheBuilderDoesNotKnowWhatIsRead() throws {
        let place = try Workplace([
            "pets.yaml": Pets.document.replacing(
                "name:\n          type: string", with: "name:\n          $ref: 'name.yaml'"),
            "name.yaml": "type: string\n", "again": "0",
        ])
        func run(_ inputs: String...) -> String {
            let arguments = ["target", "pets.yaml", "--output", "Out", "--state", "state", "--again", "again"]
            let run = Run(arguments + inputs.flatMap { ["--input", $0] }, in: place.folder.path)
            #expect(run.errors == "")
            return (try? place.read("again")) ?? ""
        }
        #expect(run("pets.yaml", "name.yaml") == "0")
        #expect(run("pets.yaml") == "1")
        #expect(run("pets.yaml") == "2", "also where there is nothing to do")
    }

    // MARK: quill.json with several documents

    @Test func packagesOfSeveralDocumentsHaveFoldersOfTheirOwn() throws {
        let place = try Workplace(["pets.yaml": Pets.document, "shops.yaml": Self.shops, "quill.json": Self.both])
        #expect(
            place.run("generate", "--output", "Out").errors.contains("two packages cannot be written to one folder"))
        try place.write(
            "quill.json",
            Self.both.replacing("\"Pets\"", with: "\"Pets\", \"output\": \"A\"")
                .replacing("\"Shops\"", with: "\"Shops\", \"output\": \"B\""))
        #expect(place.run("generate").code == 0)
        #expect(place.exists("A/Sources/PetsClient") && place.exists("B/Sources/ShopsClient"))
        #expect(place.run("generate", "--check").code == 0)
    }

    @Test func generateWritesAModuleToo() throws {
        let place = try Workplace(["pets.yaml": Pets.document])
        let run = place.run("generate", "pets.yaml", "--layout", "module", "--parts", "client", "--output", "Out")
        #expect(run.timeless == "Out/: \(ModuleOutput.paths.count) written, 0 removed, 0 unchanged (… ms)\n")
        #expect(place.run("generate", "pets.yaml", "--layout", "modul", "--output", "Out").code == 2)
    }

    @Test(arguments: [
        (#"{ "documents": [] }"#, "`documents` is an empty list"),
        (#"{ "document": "a.yaml", "documents": [{ "document": "b.yaml" }] }"#, "has both `document` and `documents`"),
        (#"{ "documents": [{ "name": "A" }] }"#, "has no `document`"),
        (#"{ "documents": [{ "document": "pets.yaml", "nam": "A" }] }"#, "has no key `nam`"),
        (#"{ "documents": [{ "document": "pets.yaml" }, { "document": "pets.yaml" }] }"#, "have the name `Pets`"),
        (#"{ "document": "pets.yaml", "access": "private" }"#, "does not know `private`"),
    ])
    func saysWhatIsWrongWithAConfiguration(_ configuration: String, _ message: String) throws {
        let place = try Workplace(["quill.json": configuration, "pets.yaml": Pets.document])
        let run = place.run("target", "--config", "quill.json", "--output", "Out")
        #expect(run.code == 1)
        #expect(run.errors.contains(message), "\(run.errors)")
    }
}
