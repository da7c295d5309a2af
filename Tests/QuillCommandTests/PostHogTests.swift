import Foundation
import Testing

/// The command on the document of this repository.
@Suite("The PostHog document")
struct PostHogTests {
    private static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    private func run(_ arguments: String...) -> Run { Run(arguments, in: Self.repository) }

    private func json(_ run: Run) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }

    @Test func hasNoFaults() {
        let run = run("validate")
        #expect(run.output == "spec/posthog.yaml: no faults\n")
        #expect(run.errors == "")
    }

    @Test func hasAllOperations() throws {
        let api = try json(run("inspect", "--json"))
        let endpoints = try #require(api["endpoints"] as? [[String: Any]])
        #expect(endpoints.count == 51)
        #expect(Set(endpoints.compactMap { $0["id"] as? String }).count == 51)
    }

    @Test(arguments: [
        ("dataset:read", 7, 11), ("dataset:write", 17, 21), ("error_tracking:write", 4, 8), ("*", 44, 48),
        ("INTERNAL", 3, 3),
    ])
    func answersWhatAScopeOpens(_ scope: String, _ requiring: Int, _ opened: Int) throws {
        // Four operations state no scope: every personal key opens them, the internal credential does not.
        let opens = try #require(try json(run("inspect", "--json", "--scope", scope))["opens"] as? [[String: Any]])
        #expect(opens.count == 1)
        let operations = try #require(opens.first?["operations"] as? [String])
        #expect(operations.count == opened)
        let unscoped: Set<String> = [
            "environments_batch_exports_logs_retrieve", "environments_file_system_count_create",
            "environments_file_system_link_create", "environments_file_system_move_create",
        ]
        #expect(operations.count { !unscoped.contains($0) } == requiring)
    }

    @Test func answersWithTheSmallestKey() throws {
        func scopes(_ operations: String...) throws -> [[String]] {
            let run = Run(["inspect", "--json"] + operations.map { "--key-for=\($0)" }, in: Self.repository)
            let keys = try #require(try json(run)["keys"] as? [[String: Any]])
            return keys.map { [$0["scheme"] as? String ?? ""] + ($0["scopes"] as? [String] ?? []) }
        }
        #expect(try scopes("environments_datasets_list") == [["personalApiKey", "dataset:read"]])
        #expect(
            try scopes("environments_datasets_list", "projects_dataset_items_create")
                == [["personalApiKey", "dataset:write"]])
        #expect(
            try scopes("environments_datasets_list", "environments_events_list", "environments_exports_create")
                == [["personalApiKey", "dataset:read", "export:write", "query:read"]])
        #expect(try scopes("environments_batch_exports_logs_retrieve") == [["personalApiKey"]])
        #expect(try scopes("environments_batch_exports_test_retrieve") == [["internalCredential", "INTERNAL"]])
        #expect(try scopes("environments_batch_exports_test_retrieve", "environments_events_list") == [])
    }

    @Test func isGeneratedTheSameEveryTime() throws {
        let place = try Workplace()
        let output = place.url("Out").path
        #expect(run("generate", "--quiet", "--output", output).errors == "")
        #expect(run("generate", "--check", "--output", output).code == 0)
        #expect(place.exists("Out/Sources/PostHogClient/PostHogClient.swift"))
    }
}
