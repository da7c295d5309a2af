import Foundation
import PostHogClient
import PostHogServer
import Testing

/// Client to server to client, in this process, for every operation of the document.
@Suite struct RoundTripTests {
    private let documented: DocumentedOperations

    init() throws {
        documented = try DocumentedOperations()
    }

    @Test func everyOperationIsCalled() {
        #expect(documented.all.count == 51)
        #expect(Set(Exchanges.all.map(\.id)) == Set(documented.all.map(\.id)))
        #expect(Set(Operation.all.map(\.id)) == Set(documented.all.map(\.id)))
    }

    @Test(arguments: Exchanges.all)
    func operationAnswersAsDocumented(_ exchange: Exchange) async throws {
        let operation = try #require(documented[exchange.id])
        switch exchange.call {
        case .value(let call):
            let answer = try await call()
            let expected = try JSONValue(json: try #require(operation.example))
            #expect(try JSONValue(json: answer.jsonText()) == expected)
        case .empty(let call):
            try await call()
            #expect(operation.example == nil)
            #expect((200..<300).contains(operation.status))
        case .refused(let call):
            let error = await #expect(throws: ErrorResponse<NoBody>.self) { try await call() }
            #expect(error?.status == 405)
            #expect(error?.operationID == exchange.id)
        }
    }

    @Test(arguments: Exchanges.all)
    func operationSendsItsMethodAndPath(_ exchange: Exchange) async throws {
        let operation = try #require(documented[exchange.id])
        let info = try #require(Operation.all.first { $0.id == exchange.id })
        #expect(info.method.rawValue == operation.method)
        #expect(info.path == operation.path)
    }

    @Test func internalOperationsRefuseAPersonalKeyOfAllScopes() async throws {
        for info in Operation.all where info.security == .scheme("internalCredential", "INTERNAL") {
            let path = info.path.replacing("{project_id}", with: "1").replacing("{id}", with: Sample.id.uuidString)
            let request = HTTPRequest(
                method: info.method, target: path,
                fields: ["Authorization": "Bearer phx_test", "Content-Type": "application/json"],
                body: HTTPBody(Sample.batchExportRequest.jsonBytes()))
            let response = await Clients.server.respond(to: request)
            #expect(response.status == 403, "\(info.id)")
            let problem = try Problem(json: try await response.body.collect(upTo: 10_000))
            #expect(problem.requiredScopes == ["INTERNAL"])
        }
    }

    @Test func aPersonalKeyIsStoppedBeforeAnythingIsSentToAnInternalOperation() async throws {
        let sent = RecordingTransport { request in await Clients.server.respond(to: request) }
        var configuration = Clients.configuration
        configuration.transport = sent
        let client = PostHogClient(
            credentials: ["personalApiKey": .bearer("phx_test", scopes: ["*"])], for: AnyInternalCredential.self,
            configuration: configuration)
        let error = await #expect(throws: ClientError.self) {
            try await client.environments.batchExports.test(projectID: "1")
        }
        #expect(error?.operationID == "environments_batch_exports_test_retrieve")
        #expect(sent.requests.isEmpty)
    }
}
