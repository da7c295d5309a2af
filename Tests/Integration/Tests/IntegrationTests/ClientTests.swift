import Foundation
import PostHogClient
import PostHogDemo
import PostHogServer
import Testing

extension IntegrationTests {
    @Suite("The generated client, over URLSession")
    struct ClientTests {
        /// A client and a service that keeps datasets.
        private func withClient(
            _ token: String = "phx_all", scopes: Set<Scope>? = nil,
            _ test: @escaping @Sendable (PostHogClient<AnyPersonalAPIKey>) async throws -> Void
        ) async throws {
            let address = ServiceAddress()
            try await RunningServer.serving(DemoService(address: address), address: address) { server in
                let configuration = ClientConfiguration(server: server.url, retry: RetryPolicy(attempts: 1))
                try await test(PostHogClient(personalAPIKey: token, scopes: scopes, configuration: configuration))
            }
        }

        @Test("Datasets are made, read, listed over all pages, sorted and searched")
        func datasets() async throws {
            try await withClient { client in
                let datasets = client.environments.datasets
                for number in 0..<25 {
                    _ = try await datasets.create(
                        projectID: "1",
                        body: DatasetCreate(name: "Set \(number)", metadata: ["number": .integer(Int64(number))]))
                }
                var names: [String] = []
                for try await dataset in datasets.list(projectID: "1", limit: 10, orderBy: [.createdAt]) {
                    names.append(dataset.name)
                }
                #expect(names == (0..<25).map { "Set \($0)" })

                var pages: [Int] = []
                for try await page in datasets.list(projectID: "1", limit: 10).pages {
                    pages.append(page.results.count)
                }
                #expect(pages == [10, 10, 5])

                let newest = try await datasets.list(
                    projectID: "1", limit: 2, offset: 1, orderBy: [.createdAtDescending], search: "set 2"
                ).firstPage()
                #expect(newest.results.map(\.name) == ["Set 23", "Set 22"])
                #expect(newest.count == 6)
                #expect(newest.previous != nil)

                let some = try await datasets.list(projectID: "1", idIn: newest.results.map(\.id)).firstPage()
                #expect(Set(some.results.map(\.name)) == ["Set 23", "Set 22"])
                let elsewhere = try await client.projects.datasets.list(projectID: "2").firstPage()
                #expect(elsewhere.count == 0)
                #expect(try await client.projects.datasets.list(projectID: "1").firstPage().count == 25)
            }
        }

        @Test("A PATCH tells absent, null and a value apart")
        func patch() async throws {
            try await withClient { client in
                let datasets = client.environments.datasets
                let made = try await datasets.create(
                    projectID: "1", body: DatasetCreate(name: "A", description: "B", metadata: ["c": 1]))
                #expect(made.description == "B")
                #expect(made.createdBy.firstName == "all")

                let untouched = try await datasets.partialUpdate(
                    projectID: "1", id: made.id, body: DatasetUpdate(name: "D"))
                #expect(untouched.name == "D")
                #expect(untouched.description == "B")
                #expect(untouched.metadata == ["c": 1])

                let emptied = try await datasets.partialUpdate(
                    projectID: "1", id: made.id, body: DatasetUpdate(description: .null, metadata: .some(.null)))
                #expect(emptied.name == "D")
                #expect(emptied.description == nil)
                #expect(emptied.metadata == .null)

                _ = try await datasets.partialUpdate(projectID: "1", id: made.id, body: DatasetUpdate(deleted: true))
                #expect(try await datasets.list(projectID: "1").firstPage().count == 0)
                #expect(try await datasets.retrieve(projectID: "1", id: made.id).deleted == true)
            }
        }

        @Test("Items belong to datasets")
        func items() async throws {
            try await withClient { client in
                let made = try await client.environments.datasets.create(projectID: "1", body: DatasetCreate(name: "A"))
                let items = client.environments.datasetItems
                for number in 0..<5 {
                    _ = try await items.create(
                        projectID: "1",
                        body: DatasetItemCreate(dataset: made.id, input: .integer(Int64(number)), refTraceID: "t"))
                }
                var inputs: [JSONValue] = []
                for try await item in items.list(projectID: "1", dataset: made.id, limit: 2) {
                    inputs.append(item.input)
                }
                #expect(inputs == [0, 1, 2, 3, 4])
                let first = try #require(try await items.list(projectID: "1").firstPage().results.first)
                let changed = try await items.partialUpdate(
                    projectID: "1", id: first.id, body: DatasetItemUpdate(output: "x", refTraceID: .null))
                #expect(changed.output == "x")
                #expect(changed.refTraceID == nil)
                #expect(try await client.projects.datasetItems.retrieve(projectID: "1", id: first.id).output == "x")

                let error = await #expect(throws: ClientError.self) {
                    try await items.create(projectID: "1", body: DatasetItemCreate(dataset: first.id))
                }
                #expect(error?.status == 404)
                #expect(error?.problem?.detail?.hasPrefix("There is no dataset ") == true)
            }
        }

        @Test("Deleting is answered with the documented 405")
        func destroy() async throws {
            try await withClient { client in
                let made = try await client.environments.datasets.create(projectID: "1", body: DatasetCreate(name: "A"))
                let error = await #expect(throws: ErrorResponse<NoBody>.self) {
                    try await client.environments.datasets.destroy(projectID: "1", id: made.id)
                }
                #expect(error?.status == 405)
                #expect(try await client.environments.datasets.retrieve(projectID: "1", id: made.id).name == "A")
            }
        }

        @Test("The service refuses what the key does not hold; a client that knows does not ask")
        func scopes() async throws {
            try await withClient("phx_read") { client in
                let error = await #expect(throws: ClientError.self) {
                    try await client.environments.datasets.create(projectID: "1", body: DatasetCreate(name: "A"))
                }
                #expect(error?.status == 403)
                #expect(error?.problem?.requiredScopes == ["dataset:write"])
            }
            try await withClient("phx_read", scopes: [.datasetRead]) { client in
                let error = await #expect(throws: ClientError.self) {
                    try await client.environments.datasets.create(projectID: "1", body: DatasetCreate(name: "A"))
                }
                guard case .missingScope(let required, _)? = error?.reason else {
                    Issue.record("\(String(describing: error))")
                    return
                }
                #expect(required == ["dataset:write"])
            }
        }

        @Test("Many clients at once keep the store whole")
        func concurrency() async throws {
            try await withClient { client in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 0..<40 {
                        group.addTask {
                            _ = try await client.environments.datasets.create(
                                projectID: "1", body: DatasetCreate(name: "\(number)"))
                        }
                    }
                    try await group.waitForAll()
                }
                #expect(try await client.environments.datasets.list(projectID: "1").firstPage().count == 40)
            }
        }

        @Test("Every documented list is walked on the host that was configured, and nowhere else")
        func foreignLinks() async throws {
            // The documented pages point to api.example.org.
            try await RunningServer.serving(ExampleService()) { server in
                let configuration = ClientConfiguration(server: server.url, retry: RetryPolicy(attempts: 1))
                let client = PostHogClient(personalAPIKey: "phx_all", configuration: configuration)
                let error = await #expect(throws: ClientError.self) {
                    for try await _ in client.environments.datasets.list(projectID: "1") {}
                }
                guard case .pageElsewhere(let url)? = error?.reason else {
                    Issue.record("\(String(describing: error))")
                    return
                }
                #expect(url.host() == "api.example.org")
            }
        }
    }
}
