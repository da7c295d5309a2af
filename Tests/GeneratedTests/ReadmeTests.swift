import Foundation
import PostHogClient
import Testing

/// The README's examples are true.
@Suite struct ReadmeTests {
    private let blocks: [(language: String, text: String)]

    init() throws {
        let file = DocumentedOperations.packageRoot.appendingPathComponent("README.md")
        let pieces = String(decoding: try Data(contentsOf: file), as: UTF8.self).components(separatedBy: "```")
        blocks = pieces.enumerated().compactMap { index, piece in
            guard !index.isMultiple(of: 2), let end = piece.firstIndex(of: "\n") else { return nil }
            return (String(piece[..<end]), String(piece[piece.index(after: end)...]))
        }
    }

    @Test func theClientExampleCompiles() async throws {
        let example = try #require(swift(containing: "for try await dataset"))
        let result = try await Typecheck.run("func example() async throws {\n\(withoutImports(example))\n}")
        #expect(result.status == 0, "\(result.output)")
    }

    @Test func theServerExampleCompiles() async throws {
        let example = try #require(swift(containing: "struct MyService"))
        let service = try #require(example.range(of: "let server"))
        let result = try await Typecheck.run(
            """
            struct Store: Sendable { func insert(_ body: DatasetCreate, by: String?) async throws -> Dataset { fatalError() } }
            let store = Store()
            struct Keys: Authenticator {
                func caller(
                    presenting credentials: [PresentedCredential], to operation: OperationInfo
                ) async throws -> Caller? { nil }
            }
            let myKeys = Keys()
            \(withoutImports(String(example[..<service.lowerBound])))
            func example(_ request: HTTPRequest) async {
            \(example[service.lowerBound...])
                _ = response
            }
            """, importing: "PostHogServer")
        #expect(result.status == 0, "\(result.output)")
    }

    @Test func theScopeErrorReadsAsTheReadmeSays() async throws {
        let example = try #require(swift(containing: "enum Reporting"))
        let message = try #require(blocks.first { $0.language == "text" && $0.text.hasPrefix("error: ") }?.text)
        let result = try await Typecheck.run("func example() async throws {\n\(withoutImports(example))\n}")
        #expect(result.status != 0)
        #expect(result.output.contains(message.trimmingCharacters(in: .whitespacesAndNewlines)), "\(result.output)")
    }

    @Test func theScopeErrorAtRunTimeReadsAsTheReadmeSays() async throws {
        let message = try #require(blocks.first { $0.language == "text" && $0.text.hasPrefix("environments_") }?.text)
        let client = PostHogClient(
            personalAPIKey: "phx_test", scopes: [.datasetRead], configuration: Clients.configuration)
        let error = await #expect(throws: ClientError.self) {
            try await client.environments.datasets.create(projectID: "1", body: Sample.datasetCreate)
        }
        #expect(error.map { "\($0)" } == message.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    private func swift(containing text: String) -> String? {
        blocks.first { $0.language == "swift" && $0.text.contains(text) }?.text
    }

    private func withoutImports(_ source: String) -> String {
        source.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("import ") }
            .joined(separator: "\n")
    }
}
