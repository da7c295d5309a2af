import Foundation
import PostHogClient
import PostHogServer
import Testing

/// Scopes at run time, on both sides.
@Suite struct ScopeTests {
    @Test func declaredRuntimeScopesStopACallBeforeItIsSent() async throws {
        let sent = RecordingTransport { request in await Clients.server.respond(to: request) }
        var configuration = Clients.configuration
        configuration.transport = sent
        let client = PostHogClient(personalAPIKey: "phx_test", scopes: [.datasetRead], configuration: configuration)
        _ = try await client.environments.datasets.list(projectID: "1").firstPage()
        #expect(sent.requests.count == 1)
        let error = await #expect(throws: ClientError.self) {
            try await client.environments.datasets.create(projectID: "1", body: Sample.datasetCreate)
        }
        #expect(sent.requests.count == 1)
        guard case .missingScope(let required, let granted)? = error?.reason else {
            Issue.record("expected missingScope, found \(String(describing: error))")
            return
        }
        #expect(required == ["dataset:write"])
        #expect(granted == ["dataset:read"])
    }

    @Test func writingIncludesReadingAndTheStarIncludesEverything() async throws {
        for scopes: Set<Scope> in [[.datasetWrite], [.all]] {
            let client = PostHogClient(personalAPIKey: "phx_test", scopes: scopes, configuration: Clients.configuration)
            _ = try await client.environments.datasets.list(projectID: "1").firstPage()
        }
        #expect(!Scope.rules.covers(["*"], ["INTERNAL"]))
    }

    @Test func theServerNamesTheMissingScope() async throws {
        let server = PostHogServer(
            service: ExampleService(), authenticator: TestAuthenticator(scopes: [.datasetRead, .queryRead]))
        let response = await server.respond(
            to: HTTPRequest(
                method: .post, target: "/api/environments/1/datasets/", fields: ["Authorization": "Bearer phx_test"],
                body: HTTPBody()))
        #expect(response.status == 403)
        #expect(response.fields["Content-Type"]?.hasPrefix("application/problem+json") == true)
        let problem = try Problem(json: try await response.body.collect(upTo: 10_000))
        #expect(problem.requiredScopes == ["dataset:write"])
        #expect(problem.grantedScopes == ["dataset:read", "query:read"])
    }

    @Test func withoutACredentialTheServerAsksForOne() async {
        let response = await Clients.server.respond(
            to: HTTPRequest(method: .get, target: "/api/environments/1/datasets/"))
        #expect(response.status == 401)
        #expect(response.fields["WWW-Authenticate"]?.hasPrefix("Bearer") == true)
    }

    @Test func anOperationThatStatesNoScopeIsOpenToAnyPersonalKeyAndToNobodyElse() async {
        let target = "/api/environments/1/batch_exports/\(Sample.id.uuidString)/logs/"
        let server = PostHogServer(service: ExampleService(), authenticator: TestAuthenticator(scopes: []))
        for (token, status) in [("phx_test", 200), ("internal_test", 403), ("unknown", 401)] {
            let response = await server.respond(
                to: HTTPRequest(method: .get, target: target, fields: ["Authorization": "Bearer \(token)"]))
            #expect(response.status == status, "\(token)")
        }
    }
}
