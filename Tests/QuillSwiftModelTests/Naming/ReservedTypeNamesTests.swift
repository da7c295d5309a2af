import Foundation
import Testing

@testable import QuillSwiftModel

/// Generated packages carry the runtime beside the document's types: what it speaks of must stay its own.
@Suite("Reserved names of types")
struct ReservedTypeNamesTests {
    @Test func everyTypeOfTheRuntimeIsReserved() throws {
        let declaration = try Regex(
            #"(?m)^(?!//)(?!.*private)\S.*\b(?:struct|enum|class|protocol|actor|typealias) ([A-Z]\w*)"#)
        let declared = try Self.runtimeSources().flatMap { text in
            text.matches(of: declaration).compactMap { $0.output[1].substring.map(String.init) }
        }
        #expect(declared.count > 100)
        #expect(Set(declared).subtracting(ReservedTypeNames.all).sorted() == [])
    }

    @Test(.enabled(if: SwiftCompiler.path != nil, "\(SwiftCompiler.isMissing)"))
    func everyTypeOfTheSystemThatTheRuntimeUsesIsReserved() async throws {
        let name = try Regex(#"\b[A-Z][A-Za-z0-9]+\b"#)
        var names: Set<String> = []
        for text in try Self.runtimeSources() {
            for line in text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
                names.formUnion(line.matches(of: name).map { String($0.output[0].substring ?? "") })
            }
        }
        let candidates = names.subtracting(ReservedTypeNames.all).sorted()
        let source =
            """
            import Foundation
            #if canImport(FoundationNetworking)
            import FoundationNetworking
            #endif

            """ + candidates.enumerated().map { "typealias T\($0) = \($1)\n" }.joined()
        let complaints = try await SwiftCompiler.complaints(about: source)
        let unreserved = candidates.filter { !complaints.contains("cannot find type '\($0)' in scope") }
        #expect(unreserved == [])
    }

    private static func runtimeSources() throws -> [String] {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../Sources").standardized
        return try ["QuillRuntime", "QuillClientRuntime", "QuillServerRuntime"].flatMap { target in
            let folder = sources.appendingPathComponent(target)
            let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
            return try paths.filter { $0.hasSuffix(".swift") }.map {
                try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
            }
        }
    }
}
