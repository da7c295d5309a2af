import Foundation
import Testing

/// Scopes as types: what compiles, what does not, and how the compiler says it.
@Suite struct ScopeTypeTests {
    @Test func aCallThatTheKeyCoversCompiles() async throws {
        let result = try await Typecheck.run(
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

    @Test func aCallWithoutItsScopeDoesNotCompileAndTheErrorNamesTheScope() async throws {
        let result = try await Typecheck.run(
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

    @Test func aPersonalKeyNeverReachesInternalOperations() async throws {
        let result = try await Typecheck.run(
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

    @Test func aKeyOfAnotherSchemeIsNotTakenForAPersonalKey() async throws {
        let result = try await Typecheck.run(
            """
            enum Service: Scope.Internal {}
            let client = PostHogClient(personalAPIKey: "phx_1", for: Service.self)
            """)
        #expect(result.status != 0)
        #expect(result.output.contains("Scheme.PersonalAPIKey"), "\(result.output)")
    }
}
