import Foundation
import PostHogClient
import PostHogServer

/// Bodies that a request can carry.
enum Sample {
    static let id = UUID(uuid: (0x49, 0x7F, 0x6E, 0xCA, 0x62, 0x76, 0x49, 0x93, 0xBF, 0xEB, 0x53, 0xCB, 0xBB, 0xBA, 0x6F, 0x08))

    static let batchExportRequest = BatchExportRequest(
        name: "Nightly", model: .events, destination: ["type": "S3"], interval: "day", paused: false,
        lastPausedAt: .null)
    static let dashboardCollaboratorCreate = DashboardCollaboratorCreate(level: 37, userUUID: id)
    static let dashboardCreate = DashboardCreate(name: "Growth", pinned: true, tags: ["growth", 1])
    static let datasetCreate = DatasetCreate(name: "Golden answers", metadata: ["owner": "search"])
    static let datasetItemCreate = DatasetItemCreate(dataset: id, input: "2 + 2", output: 4)
    static let datasetItemUpdate = DatasetItemUpdate(output: .null, refTraceID: .null, deleted: true)
    static let datasetUpdate = DatasetUpdate(name: "Renamed", description: .null)
    static let evaluationCreate = EvaluationCreate(name: "Polite", prompt: "Is the answer polite?")
    static let evaluationUpdate = EvaluationUpdate(enabled: false)
    static let exportCreate = ExportCreate(dashboard: 7, exportFormat: "image/png")
    static let fileSystemEntryCreate = FileSystemEntryCreate(path: "Research/Answers")
    static let fileSystemEntryUpdate = FileSystemEntryUpdate(path: "Research/Old answers", ref: .null)
    static let symbolSetUpload = SymbolSetUpload(ref: "main.js.map")
}

/// Knows two credentials, whatever scopes they are to hold.
struct TestAuthenticator: Authenticator {
    var scopes: Set<Scope> = [.all]

    func caller(presenting credentials: [PresentedCredential], to operation: OperationInfo) async throws -> Caller? {
        for credential in credentials {
            switch credential.kind {
            case .bearer("phx_test"): return .personalAPIKey(scopes: scopes, subject: "ada")
            case .bearer("internal_test"): return .internalCredential(scopes: [.internal])
            default: continue
            }
        }
        return nil
    }
}

/// Clients whose requests go straight to a server in this process.
enum Clients {
    static let server = PostHogServer(service: ExampleService(), authenticator: TestAuthenticator())
    static let configuration = ClientConfiguration(
        server: URL(string: "https://posthog.test") ?? URL(fileURLWithPath: "/"), transport: transport,
        retry: RetryPolicy(attempts: 1))
    static let transport = RecordingTransport { request in await server.respond(to: request) }

    static let personal = PostHogClient(personalAPIKey: "phx_test", configuration: configuration)
    static let `internal` = PostHogClient(internalCredential: "internal_test", configuration: configuration)

    static func configuration(_ server: PostHogServer) -> ClientConfiguration {
        ClientConfiguration(
            server: URL(string: "https://posthog.test") ?? URL(fileURLWithPath: "/"),
            transport: ClosureTransport { request in await server.respond(to: request) }, retry: RetryPolicy(attempts: 1))
    }
}

/// The one operation that the API deprecates, called through a protocol so that the compiler does not warn.
protocol EventLister: Sendable {
    func eventPage() async throws -> any Model
}

struct DeprecatedEventLister: EventLister {
    @available(*, deprecated)
    func eventPage() async throws -> any Model {
        try await Clients.personal.environments.events.list(projectID: "1").firstPage()
    }
}
