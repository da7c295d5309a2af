import Foundation
import QuillDiagnostics
import QuillNodes
import QuillOpenAPI
import Testing

@testable import QuillDiff

/// Real documents, which do not differ from themselves.
@Suite struct CorpusTests {
    @Test func documentsAreWhatTheyAre() throws {
        guard let shared = ProcessInfo.processInfo.environment["QUILL_SHARED"] else {
            print("skipped: QUILL_SHARED does not name the folder with real documents")
            return
        }
        let folder = URL(fileURLWithPath: shared).appendingPathComponent("corpus")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { $0.hasSuffix(".json") || $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
        for name in names {
            // Read twice, so that nothing is the same by being in the same place.
            let documents = try ["old-", "new-"].map { prefix in
                let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
                let root = try DocumentReader.read(SourceText(path: prefix + name, bytes: bytes))
                let reader = OpenAPIReader { path in
                    guard path == prefix + name else { throw Documents.Missing() }
                    return root
                }
                return try reader.read(rootPath: prefix + name).document
            }
            let start = ContinuousClock.now
            let difference = APIDifference.between(
                documents[0], documents[1], options: DifferenceOptions(today: Documents.today))
            print("\(name): compared in \(start.duration(to: .now))")
            #expect(difference.changes.map(\.message) == [], "\(name)")
        }
    }
}
