import Foundation
import Testing

@Suite("Overlays, patches and selections")
struct InputTests {
    private let overlay = """
        overlay: 1.0.0
        info: {title: T, version: '1'}
        actions:
          - target: $.components.schemas.Pet
            update: {title: Beast}
          - target: $.paths['/nowhere']
            remove: true

        """

    @Test func areAppliedBeforeReading() throws {
        let place = try Workplace(Pets.files)
        try place.write("o.yaml", overlay)
        try place.write("p.json", #"{ "components": { "schemas": { "Pet": { "type": 3 } } } }"#)
        let run = place.run("validate", "--overlay", "o.yaml", "--patch", "p.json")
        #expect(
            run.errors.hasPrefix(
                "o.yaml:6:13: warning: `$.paths['/nowhere']` matches nothing in the document [overlay-without-effect]"))
        #expect(run.errors.contains("p.json:1:49: error: `3` is no value of `type`"))
        #expect(run.code == 1)
    }

    @Test func areNamedInTheConfiguration() throws {
        let place = try Workplace(["spec/pets.yaml": Pets.document, "spec/o.yaml": overlay])
        try place.write(
            "spec/quill.json", #"{ "document": "pets.yaml", "overlays": ["o.yaml"], "patches": ["none.json"] }"#)
        let run = place.run("validate")
        #expect(run.errors.contains("spec/o.yaml:6:13: warning"))
        #expect(run.errors.contains("cannot read `spec/none.json`"))
    }

    @Test func arePartOfWhatABuilderDependsOn() throws {
        let place = try Workplace(Pets.files)
        try place.write("o.yaml", overlay)
        #expect(place.run("generate", "--overlay", "o.yaml", "--depfile", "d").code == 0)
        #expect(try place.read("d").contains("o.yaml"))
    }

    private func operations(_ arguments: String..., configuration: String? = nil) throws -> String {
        let place = try Workplace(Pets.files)
        if let configuration { try place.write("quill.json", configuration) }
        let run = Run(["generate", "--output", "Out"] + arguments, in: place.folder.path)
        guard run.code == 0 else { return run.errors }
        let files = try place.times("Out").keys.sorted()
        let sources = try files.filter { $0.hasSuffix(".swift") }.map { try place.read("Out/" + $0) }
        let text = sources.joined()
        let names = ["pets_list", "pets_create", "audit", "export", "feed", "status"].filter {
            text.contains("OperationInfo(\"\($0)\"")
        }
        let hasPet = sources.contains { $0.contains("struct Pet:") }
        return names.joined(separator: " ") + (hasPet ? " + Pet" : "")
    }

    @Test func selectByEverythingThatAnOperationHas() throws {
        #expect(try operations() == "pets_list pets_create audit export feed status + Pet")
        #expect(try operations("--operation", "audit", "--operation", "get /feed") == "audit feed")
        #expect(try operations("--tag", "pets") == "pets_list pets_create + Pet")
        #expect(try operations("--path", "/p*") == "pets_list pets_create + Pet")
        #expect(try operations("--scope", "pet:read") == "pets_list export + Pet")
        let configuration =
            #"{ "document": "pets.yaml", "name": "Pets", "include": { "paths": ["/**"] }, "exclude": { "tags": ["pets"], "operations": ["a*"] } }"#
        #expect(try operations(configuration: configuration) == "export feed status")
        #expect(
            try operations("--operation", "pets_*", "--operation", "status", configuration: configuration) == "status")
    }

    @Test func tellWhatSelectsNothing() throws {
        let place = try Workplace(Pets.files)
        try place.write(
            "quill.json", "{ \"document\": \"pets.yaml\",\n\"include\": { \"tags\": [\"pets\", \"pest\"] } }")
        let run = place.run("validate")
        #expect(
            run.errors.hasPrefix("quill.json:2:31: warning: no operation matches `pest` in tags [unused-selection]"))
        #expect(run.code == 0)
        #expect(place.run("validate", "--path", "/nowhere").errors.contains("[empty-selection]"))
    }
}
