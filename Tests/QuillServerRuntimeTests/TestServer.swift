import QuillRuntime
import QuillServerRuntime
import Synchronization
import Testing

/// A service for routes that need none.
struct NoService: Sendable {}

/// Knows tokens by their text: `key:a,b` is a caller with the scopes a and b under the scheme `key`.
struct TokenAuthenticator: Authenticator {
    func caller(presenting credentials: [PresentedCredential], to operation: OperationInfo) async throws -> Caller? {
        var grants: [String: Set<String>] = [:]
        for credential in credentials {
            let text: String
            switch credential.kind {
            case .bearer(let token), .apiKey(let token), .http(_, let token), .certificate(let token): text = token
            case .basic(let user, let password): text = "\(user):\(password)"
            }
            for part in text.split(separator: ";") {
                let pieces = part.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                guard pieces.count == 2, let scheme = pieces.first, let scopes = pieces.last else { continue }
                grants[String(scheme), default: []].formUnion(scopes.split(separator: ",").map(String.init))
            }
        }
        return grants.isEmpty ? nil : Caller(subject: "someone", grants: grants)
    }
}

/// A server of one operation whose handler answers with text.
func server(
    _ method: HTTPMethod = .get, _ path: String = "/", security: SecurityRequirement = .none,
    answering mediaTypes: [String] = ["text/plain"], schemes: [String: SecuritySchemeInfo] = ["key": .bearer],
    scopeRules: ScopeRules = ScopeRules(includes: [:]), options: ServerOptions = ServerOptions(),
    _ handler: @escaping @Sendable (inout ServerCall) async throws -> String
) -> OperationServer<NoService> {
    let route = Route<NoService>(OperationInfo("operation", method, path, security), answering: mediaTypes) { call, _ in
        .text(200, try await handler(&call))
    }
    return OperationServer(
        service: NoService(), routes: [route], schemes: schemes, scopeRules: scopeRules,
        authenticator: TokenAuthenticator(), options: options)
}

/// What a client sees of an answer.
struct Answer {
    let status: Int
    let fields: HTTPFields
    let text: String

    /// The answer as a problem document.
    var problem: Problem {
        get throws {
            #expect(fields["content-type"] == "application/problem+json")
            return try Problem(json: Array(text.utf8))
        }
    }
}

extension HTTPResponder {
    /// Sends a request and reads the whole answer.
    func answer(
        _ target: String, _ method: HTTPMethod = .get, fields: HTTPFields = [:], body: HTTPBody = HTTPBody()
    ) async throws -> Answer {
        let request = HTTPRequest(method: method, target: target, fields: fields, body: body)
        let response = await respond(to: request)
        let bytes = try await response.body.collect(upTo: 1 << 20)
        return Answer(status: response.status, fields: response.fields, text: String(decoding: bytes, as: UTF8.self))
    }
}

/// Counts from any task.
final class Counter: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }
    func increment() { count.withLock { $0 += 1 } }
}
