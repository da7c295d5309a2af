import Foundation
import QuillRuntime

@testable import QuillClientRuntime

/// An issuer of tokens in this process: it numbers its tokens and remembers what it was asked.
final class TestIssuer: @unchecked Sendable {
    typealias Answer = @Sendable (_ form: [String: String], _ count: Int) -> HTTPResponse

    private let lock = NSLock()
    private var asked: [(request: HTTPRequest, form: [String: String])] = []
    private var time = Date(timeIntervalSince1970: 1_000_000)
    private let answer: Answer

    init(_ answer: @escaping Answer = { _, count in .json(#"{"access_token": "t\#(count)", "expires_in": 100}"#) }) {
        self.answer = answer
    }

    var requests: [HTTPRequest] { lock.withLock { asked.map(\.request) } }
    var forms: [[String: String]] { lock.withLock { asked.map(\.form) } }

    /// A clock that only waiting moves.
    var timing: RetryTiming {
        RetryTiming(
            now: { self.lock.withLock { self.time } },
            sleep: { wait in self.pass(seconds: Double(wait.components.seconds)) }, random: { 0 })
    }

    func pass(seconds: Double) { lock.withLock { time += seconds } }

    var transport: ClosureTransport {
        ClosureTransport { request in
            let text = String(decoding: request.body.bytes ?? [], as: UTF8.self)
            var form: [String: String] = [:]
            for pair in text.split(separator: "&") {
                let parts = pair.split(separator: "=", omittingEmptySubsequences: false).map {
                    PercentEncoding.decode($0, plusIsSpace: true) ?? ""
                }
                form[parts[0]] = parts.count > 1 ? parts[1] : ""
            }
            let count = self.lock.withLock {
                self.asked.append((request, form))
                return self.asked.count
            }
            // Whoever calls at the same time should find this one under way.
            try await Task.sleep(for: .milliseconds(20))
            return self.answer(form, count)
        }
    }

    static let client = OAuthClient(id: "me & co", secret: "s:ecret")
    static let documented = TokenIssuer([
        .clientCredentials: .init(token: "https://issuer.example/token"),
        .password: .init(token: "https://issuer.example/token", refresh: "https://issuer.example/refresh"),
        .authorizationCode: .init(
            authorization: "https://issuer.example/authorize?tenant=1", token: "https://issuer.example/token"),
        .deviceAuthorization: .init(device: "https://issuer.example/device", token: "https://issuer.example/token"),
        .implicit: .init(authorization: "https://issuer.example/authorize"),
    ])

    func source(
        _ grant: OAuthGrant, from issuer: TokenIssuer = documented,
        onToken: (@Sendable (OAuthToken) async -> Void)? = nil
    ) -> TokenSource {
        TokenSource(
            grant, from: issuer, for: TestIssuer.client, scopes: [TestScope.write, .read], transport: transport,
            timing: timing, onToken: onToken)
    }
}

enum TestScope: String { case read, write }

/// The error of OAuth that something throws.
func oauthError(_ work: () async throws -> some Any) async -> OAuthError? {
    do {
        _ = try await work()
    } catch {
        return error as? OAuthError
    }
    return nil
}
