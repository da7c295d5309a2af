import Foundation
import Testing

/// Scopes as types: what compiles, what does not, and how the compiler says it.
@Suite struct ScopeTypeTests {
    @Test func aCallThatTheKeyCoversCompiles() throws {
        let result = try typecheck(
            """
            enum Curator: Scope.DatasetWrite {}
            let client = PostHogClient(personalAPIKey: "phx_1", for: Curator.self)
            func run() async throws {
                _ = try await client.environments.datasets.list(projectID: "1").firstPage()
                _ = try await client.environments.datasets.create(projectID: "1", body: DatasetCreate(name: "x"))
            }
            """)
        #expect(result.status == 0, "\(result.output)")
    }

    @Test func aCallWithoutItsScopeDoesNotCompileAndTheErrorNamesTheScope() throws {
        let result = try typecheck(
            """
            enum Reporting: Scope.DatasetRead {}
            let client = PostHogClient(personalAPIKey: "phx_1", for: Reporting.self)
            func run() async throws {
                _ = try await client.environments.datasets.create(projectID: "1", body: DatasetCreate(name: "x"))
            }
            """)
        #expect(result.status != 0)
        #expect(
            result.output.contains(
                "instance method 'create(projectID:body:)' requires that 'Reporting' conform to 'Scope.DatasetWrite'"),
            "\(result.output)")
    }

    @Test func aPersonalKeyNeverReachesInternalOperations() throws {
        let result = try typecheck(
            """
            let client = PostHogClient(personalAPIKey: "phx_1")
            func run() async throws {
                try await client.environments.batchExports.test(projectID: "1")
            }
            """)
        #expect(result.status != 0)
        #expect(
            result.output.contains("requires that 'AnyPersonalAPIKey' conform to 'Scope.Internal'"), "\(result.output)")
    }

    @Test func aKeyOfAnotherSchemeIsNotTakenForAPersonalKey() throws {
        let result = try typecheck(
            """
            enum Service: Scope.Internal {}
            let client = PostHogClient(personalAPIKey: "phx_1", for: Service.self)
            """)
        #expect(result.status != 0)
        #expect(result.output.contains("Scheme.PersonalAPIKey"), "\(result.output)")
    }

    /// Compiles a source against the modules that this test run was built with.
    private func typecheck(_ source: String) throws -> (status: Int32, output: String) {
        let products = try #require(productsFolder, "the modules of this build were not found")
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("Example.swift")
        try Data("import PostHogClient\n\(source)\n".utf8).write(to: file)

        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "swiftc", "-typecheck", "-swift-version", "6", "-parse-as-library", "-I",
            products.appendingPathComponent("Modules").path, file.path,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    /// `.build/debug`, from where the running test bundle is.
    private var productsFolder: URL? {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        for _ in 0..<6 {
            let module = folder.appendingPathComponent("Modules/PostHogClient.swiftmodule")
            if FileManager.default.fileExists(atPath: module.path) { return folder }
            folder = folder.deletingLastPathComponent()
        }
        return nil
    }
}
