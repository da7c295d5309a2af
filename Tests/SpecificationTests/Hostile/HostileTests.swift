import Foundation
import QuillDiagnostics
import QuillEmitter
import QuillNodes
import QuillTexts
import TestThreads
import Testing

/// Whatever stands in a text of the document is data: nothing of it becomes code or leaves the output folder.
@Suite struct HostileTests {
    @Test(arguments: Payload.all)
    func payloadInEveryTextStaysText(_ payload: Payload) async throws {
        for (file, kind, objects) in [
            ("openapi-3.2.yaml", "OpenAPI", SpecificationObject.newest),
            ("swagger-2.0.yaml", "Swagger", SpecificationObject.oldest),
        ] {
            let sample = Sample(try SourceFolder.document(file), kind: kind, objects: objects)
            let (generation, taken, all) = try await aside { try infected(sample, with: payload) }
            // What is left out is what the specification restricts: types, references, styles, expressions, URLs.
            #expect(taken * 3 > all, "only \(taken) of \(all) places of \(file) take it")
            checkPaths(generation)
            checkCharacters(generation)
            let complaints = try await HostilePackage.complaints(about: generation)
            #expect(complaints.isEmpty, "\(file): \(complaints)")
            print("\(payload.name): \(taken) of \(all) places of \(file) took it, and the output compiles")
        }
    }

    /// The largest part of a sample that takes a payload without being refused.
    private func infected(
        _ sample: Sample, with payload: Payload
    ) throws -> (generation: Generation, taken: Int, all: Int) {
        var document = HostileDocument(sample, payload: payload)
        let all = document.sites.count
        let emitter = try Emitter(texts: .embedded)
        while true {
            let tree = try DocumentReader.read(SourceText(path: "hostile.json", bytes: Array(document.text.utf8)))
            let generation = try Generation(of: tree, emitter: emitter)
            guard generation.isRefused else { return (generation, document.sites.count, all) }
            let errors = generation.diagnostics.filter { $0.severity == .error }
            #expect(errors.allSatisfy { $0.location != nil }, "a fault without a place: \(errors.map(\.message))")
            let offsets = Set(errors.compactMap { $0.location?.offset })
            let isSpared = document.spare(offsets, in: tree)
            try #require(
                isSpared,
                "no payload is where the faults are: \(errors.prefix(3).map(\.message))")
        }
    }

    private func checkPaths(_ generation: Generation) {
        for path in generation.files.keys {
            let components = path.split(separator: "/", omittingEmptySubsequences: false)
            #expect(!components.contains { $0 == ".." || $0 == "." || $0.isEmpty }, "\(path)")
            #expect(
                path.allSatisfy { $0.isLetter || $0.isNumber || "/+._-".contains($0) }, "\(path)")
        }
    }

    /// Nothing that a terminal, a reviewer's screen or the compiler would take for something else.
    private func checkCharacters(_ generation: Generation) {
        for (path, text) in generation.files {
            let found = text.unicodeScalars.filter { scalar in
                switch scalar.value {
                case 0x0A: false
                case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
                    true
                default: false
                }
            }
            #expect(found.isEmpty, "\(path) contains \(found.map { String($0.value, radix: 16) })")
        }
    }
}
