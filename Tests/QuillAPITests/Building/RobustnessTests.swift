import Foundation
import QuillAPI
import QuillDiagnostics
import QuillNodes
import QuillOpenAPI
import Testing

@Suite("Documents that are made to harm")
struct RobustnessTests {
    /// Builds on a thread as small as Apple's are, and gives what is wrong.
    private func faults(_ document: DocumentText) async -> [String] {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: document.faults) }
            thread.stackSize = 512 << 10
            thread.start()
        }
    }

    private func chain(_ count: Int, _ schema: (Int) -> String) -> DocumentText {
        .schemas((0..<count).map { "S\($0): \(schema($0))" }.joined(separator: "\n") + "\nS\(count): {type: string}")
    }

    @Test func canChainObjectsWithoutEnd() async {
        let document = chain(3000) { "{type: object, properties: {next: {$ref: '#/components/schemas/S\($0 + 1)'}}}" }
        #expect(await faults(document) == [])
    }

    @Test func cannotChainOtherSchemasDeeper() async {
        let document = chain(200) { "{type: array, items: {$ref: '#/components/schemas/S\($0 + 1)'}}" }
        let found = await faults(document)
        #expect(found.count >= 1)
        #expect(found.first?.hasSuffix("schemas are nested more than 32 deep without an object in between") == true)
    }

    @Test func canChainAllOf() async {
        let document = DocumentText.schemas(
            (0..<200).map {
                "S\($0): {allOf: [{$ref: '#/components/schemas/S\($0 + 1)'}], properties: {p\($0): {}}}"
            }.joined(separator: "\n") + "\nS200: {type: object}")
        #expect(await faults(document) == [])
    }

    /// Each leads twice to the next: 2^60 ways.
    @Test func cannotMultiplyAllOf() async {
        let document = DocumentText.schemas(
            (0..<60).map { index in
                let next = "{$ref: '#/components/schemas/S\(index + 1)'}"
                return "S\(index): {allOf: [\(next), \(next)], properties: {p\(index): {}}}"
            }.joined(separator: "\n") + "\nS60: {type: object}")
        #expect(await faults(document) == [])
    }

    /// None of these is an object, and none of them ends.
    @Test(arguments: ["oneOf", "anyOf"])
    func cannotWrapEachOtherWithoutEnd(keyword: String) async {
        let document = DocumentText.schemas(
            """
            A: {\(keyword): [{$ref: '#/components/schemas/B'}]}
            B: {\(keyword): [{$ref: '#/components/schemas/A'}]}
            S: {allOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {a: {}}}]}
            """)
        let found = await faults(document)
        let circle = "a schema that contains itself without an object in between"
        #expect(
            found == [
                Gap.untyped.fault(circle, at: "7:17"),
                Gap.untyped.fault("`allOf` of other than objects", at: "8:8"),
            ])
    }

    @Test func canNestInlineLists() async {
        let depth = 30
        let opening = String(repeating: "{type: array, items: ", count: depth)
        #expect(await faults(.schemas("S: \(opening){}\(String(repeating: "}", count: depth))")) == [])
    }
}

@Suite("Real documents")
struct CorpusTests {
    private static let folder = ProcessInfo.processInfo.environment["QUILL_SHARED"].map { $0 + "/corpus" }

    private static let documents: [String] = {
        guard let folder else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".json") || $0.hasSuffix(".yaml") }.sorted()
    }()

    /// Not that they are supported: that building them ends, and says what is missing.
    @Test(.enabled(if: folder != nil, "QUILL_SHARED is not set")) func areBuiltOrRefused() throws {
        for name in Self.documents {
            let path = try #require(Self.folder) + "/" + name
            guard let data = FileManager.default.contents(atPath: path) else { continue }
            let reader = OpenAPIReader { _ in try DocumentReader.read(SourceText(path: name, bytes: Array(data))) }
            guard let document = try? reader.read(rootPath: name).document else { continue }
            let start = ContinuousClock.now
            var constructs: [String: Int] = [:]
            do throws(DiagnosticsError) {
                _ = try APIBuilder.build(document)
            } catch {
                #expect(!error.diagnostics.isEmpty)
                for fault in error.diagnostics where fault.severity == .error {
                    #expect(fault.location != nil, "\(fault.message)")
                    constructs[fault.message.split(separator: "`").prefix(2).joined(separator: "`"), default: 0] += 1
                }
            }
            let seconds = ContinuousClock.now - start
            let most = constructs.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(4)
            print("corpus \(name): \(seconds)", most.map { "\($0.value)x \($0.key)" }.joined(separator: "; "))
        }
    }
}

@Suite("The PostHog document")
struct PostHogDocumentTests {
    private var document: OpenAPI.Document {
        get throws {
            let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
            let data = try Data(contentsOf: root.appendingPathComponent("spec/posthog.yaml"))
            let reader = OpenAPIReader { path in
                try DocumentReader.read(SourceText(path: path, bytes: Array(data)), format: .yaml)
            }
            return try reader.read(rootPath: "posthog.yaml").document
        }
    }

    @Test func isCarriedThroughWhole() throws {
        let (api, warnings) = try APIBuilder.build(
            try document,
            options: APIOptions(
                scopeRules: [
                    ScopeRule(scheme: "personalApiKey", scope: "*", includes: ["*"]),
                    ScopeRule(scheme: "personalApiKey", scope: "{object}:write", includes: ["{object}:read"]),
                ],
                paginationRules: [PaginationRule(items: "results", next: "next", offset: "offset", limit: "limit")]))
        #expect(warnings.map(\.message) == [])
        #expect(api.endpoints.count == 51)
        let write = api.scopes.first { $0.name == "dataset:write" }
        #expect(write?.includes == ["dataset:read"])
        // A personal key never holds what is open to PostHog's own services only, not even with `*`.
        let all = try #require(api.scopes.first { $0.name == "*" })
        #expect(all.includes.contains("dataset:write") && !all.includes.contains("INTERNAL"))
        #expect(api.endpoints.contains { $0.security.alternatives == [[.init(scheme: "personalApiKey", scopes: [])]] })
        #expect(api.endpoints.contains { $0.pagination != nil })
        #expect(api.endpoints.contains { $0.responses.map(\.status) == [.code(405)] })
    }
}
