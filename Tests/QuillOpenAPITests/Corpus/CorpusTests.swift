import Foundation
import QuillDiagnostics
import QuillNodes
import QuillOpenAPI
import Testing

/// Real documents, found by the environment variable `QUILL_SHARED`.
@Suite("Real documents")
struct CorpusTests {
    private static let folder = ProcessInfo.processInfo.environment["QUILL_SHARED"].map {
        URL(fileURLWithPath: $0).appendingPathComponent("corpus")
    }

    /// Paths in the folder of every document.
    private static let documents: [String] = {
        guard let folder else { return [] }
        func names(_ path: String) -> [String] {
            let found = try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(path).path)
            return (found ?? []).sorted().map { path.isEmpty ? $0 : "\(path)/\($0)" }
        }
        // The other files there are parts of that one.
        let joined = names("digitalocean/specification").filter { $0.contains("/DigitalOcean-public") }
        return (names("") + names("features") + joined).filter { path in
            [".json", ".yaml", ".yml"].contains(where: path.hasSuffix)
        }
    }()

    @Test func areReadWithoutErrors() throws {
        guard let folder = Self.folder else {
            print("QUILL_SHARED is not set: the real documents are skipped")
            return
        }
        #expect(!Self.documents.isEmpty)
        for path in Self.documents {
            let clock = ContinuousClock()
            var loading = Duration.zero
            let reader = OpenAPIReader { file in
                let start = clock.now
                defer { loading += clock.now - start }
                let bytes = try Data(contentsOf: folder.appendingPathComponent(file))
                return try DocumentReader.read(SourceText(path: file, bytes: Array(bytes)))
            }
            let start = clock.now
            do throws(DiagnosticsError) {
                let (document, warnings) = try reader.read(rootPath: path)
                let modelling = clock.now - start - loading
                let operations = document.paths.reduce(0) { $0 + $1.value.operations.count }
                print(
                    "\(path): \(document.versionText), \(operations) operations, \(document.schemas.count) schemas, "
                        + "\(document.files.count) files, \(warnings.count) warnings; "
                        + "nodes \(loading), model \(modelling)")
                #expect(operations > 0)
            } catch {
                let errors = error.diagnostics.filter { $0.severity == .error }.prefix(5).map { error in
                    "\(error.location?.description ?? "") \(error.code): \(error.message)"
                }
                Issue.record("\(path): \(errors)")
            }
        }
    }
}
