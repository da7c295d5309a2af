import Foundation
import QuillClientRuntime
import QuillRuntime
import Testing

struct Dataset: Model {
    let id: Int
    let name: String

    init(id: Int, name: String) {
        self.id = id
        self.name = name
    }

    init(reading value: JSONReader) {
        var object = value.object()
        id = object.required("id")
        name = object.required("name")
    }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.required("id", id)
        json.required("name", name)
        json.endObject()
    }
}

struct LinkedPage: Model, Page {
    let next: URL?
    let results: [Int]
    var pageItems: [Int] { results }
    var nextPage: NextPage { .link(next) }

    init(reading value: JSONReader) {
        var object = value.object()
        next = object.nullable("next")
        results = object.required("results")
    }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.nullable("next", next)
        json.required("results", results)
        json.endObject()
    }
}

struct CountedPage: Model, Page {
    let results: [Int]
    var pageItems: [Int] { results }
    var nextPage: NextPage { .offset }

    init(reading value: JSONReader) {
        var object = value.object()
        results = object.required("results")
    }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.required("results", results)
        json.endObject()
    }
}

struct BasicError: Model {
    let detail: String

    init(reading value: JSONReader) {
        var object = value.object()
        detail = object.required("detail")
    }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.required("detail", detail)
        json.endObject()
    }
}

enum Operation {
    static let list = OperationInfo(
        "datasets_list", .get, "/api/{project_id}/datasets/", .scheme("key", "dataset:read"))
    static let create = OperationInfo(
        "datasets_create", .post, "/api/{project_id}/datasets/", .scheme("key", "dataset:write"))
    static let destroy = OperationInfo("datasets_destroy", .delete, "/api/datasets/", .scheme("key", "dataset:write"))
    static let open = OperationInfo("open_retrieve", .get, "/open/", .none)
    static let send = OperationInfo("open_create", .post, "/open/", .none)
}

extension OperationSender {
    /// A sender to `https://api.example.com` that waits for nothing.
    convenience init(
        _ transport: any ClientTransport, server: String = "https://api.example.com",
        credentials: ClientCredentials = ["key": .bearer("secret-key")], schemes: [String: SecuritySchemeInfo] = [:],
        rules: ScopeRules = ScopeRules(), timing: RetryTiming = .immediate(),
        configure: (inout ClientConfiguration) -> Void = { _ in }
    ) {
        var configuration = ClientConfiguration(server: URL(string: server), transport: transport, timing: timing)
        configure(&configuration)
        self.init(configuration: configuration, credentials: credentials, schemes: schemes, scopeRules: rules)
    }
}

extension RetryTiming {
    static func immediate(_ waits: Waits = Waits(), random: Double = 0) -> RetryTiming {
        RetryTiming(
            now: { Date(timeIntervalSince1970: 784_111_777) }, sleep: { waits.add($0) }, random: { random })
    }
}

/// The waits that a retry would have made.
final class Waits: @unchecked Sendable {
    private let lock = NSLock()
    private var waits: [Duration] = []
    var all: [Duration] { lock.withLock { waits } }
    func add(_ wait: Duration) { lock.withLock { waits.append(wait) } }
}

/// Answers the first request with the first answer and so on, and the last for ever.
final class Script: @unchecked Sendable {
    private let lock = NSLock()
    private var answers: [Result<HTTPResponse, TransportError>]
    init(_ answers: Result<HTTPResponse, TransportError>...) { self.answers = answers }
    func next() throws -> HTTPResponse {
        try lock.withLock { answers.count > 1 ? answers.removeFirst() : answers[0] }.get()
    }
    var transport: RecordingTransport { RecordingTransport { _ in try self.next() } }
}

extension HTTPResponse {
    static func json(_ text: String, status: Int = 200, type: String? = "application/json") -> HTTPResponse {
        HTTPResponse(
            status: status, fields: type.map { ["Content-Type": $0] } ?? [:], body: HTTPBody(Array(text.utf8)))
    }

    static func status(_ status: Int, _ fields: HTTPFields = [:]) -> HTTPResponse {
        HTTPResponse(status: status, fields: fields)
    }
}

/// The client error that a call throws; anything else is a failure of the test.
func clientError(
    sourceLocation: SourceLocation = #_sourceLocation, _ call: () async throws -> some Any
) async -> ClientError? {
    do {
        let value = try await call()
        Issue.record("no error, but \(value)", sourceLocation: sourceLocation)
    } catch let error as ClientError {
        return error
    } catch {
        Issue.record("another error: \(error)", sourceLocation: sourceLocation)
    }
    return nil
}

/// Records that a call failed for another reason than expected.
func unexpected(_ error: ClientError?, sourceLocation: SourceLocation = #_sourceLocation) {
    Issue.record("another reason: \(error?.description ?? "no error")", sourceLocation: sourceLocation)
}
