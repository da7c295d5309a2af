import Foundation
import QuillRuntime
import Testing

@testable import QuillClientRuntime

@Suite struct ClientCredentialsTests {
    private let rules = ScopeRules(includes: ["dataset:write": ["dataset:read"], "*": ["dataset:write"]])

    /// The request that arrives when an operation with that requirement is called.
    private func call(
        _ security: SecurityRequirement, _ credentials: ClientCredentials,
        schemes: [String: SecuritySchemeInfo] = [:]
    ) async throws -> HTTPRequest? {
        let transport = Script(.success(.status(200))).transport
        let sender = OperationSender(transport, credentials: credentials, schemes: schemes, rules: rules)
        try await sender.empty(OperationRequest(OperationInfo("op", .get, "/op/", security)), success: 200)
        return transport.requests.first
    }

    @Test func eachSchemeSaysWhereItsCredentialGoes() async throws {
        func request(_ scheme: SecuritySchemeInfo, _ credential: ClientCredential) async throws -> HTTPRequest? {
            try await call(.scheme("s"), ["s": credential], schemes: ["s": scheme])
        }
        for scheme in [SecuritySchemeInfo.bearer, .oauth2, .openIDConnect] {
            #expect(try await request(scheme, .bearer("t"))?.fields["Authorization"] == "Bearer t")
        }
        #expect(
            try await request(.basic, .basic(user: "Aladdin", password: "open sesame"))?.fields["Authorization"]
                == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
        #expect(try await request(.http(scheme: "Token"), .bearer("t"))?.fields["Authorization"] == "Token t")
        #expect(try await request(.apiKey(in: .header, name: "X-Key"), .apiKey("k"))?.fields["X-Key"] == "k")
        #expect(try await request(.apiKey(in: .query, name: "api key"), .apiKey("k&"))?.target == "/op/?api%20key=k%26")
        #expect(try await request(.apiKey(in: .cookie, name: "sid"), .apiKey("k;"))?.fields["Cookie"] == "sid=k%3B")
        #expect(try await request(.mutualTLS, .certificate())?.fields["Authorization"] == nil)
    }

    @Test func theFirstAlternativeThatTheClientCanMeetIsUsed() async throws {
        let security = SecurityRequirement.anyOf([
            [SchemeRequirement("a"), SchemeRequirement("b")], [SchemeRequirement("c", ["dataset:write"])],
            [SchemeRequirement("d")],
        ])
        let schemes: [String: SecuritySchemeInfo] = [
            "a": .apiKey(in: .header, name: "A"), "b": .apiKey(in: .header, name: "B"),
            "c": .apiKey(in: .header, name: "C"), "d": .apiKey(in: .header, name: "D"),
        ]
        func used(_ credentials: ClientCredentials) async throws -> [String] {
            let request = try await call(security, credentials, schemes: schemes)
            return ["A", "B", "C", "D"].filter { request?.fields[$0] != nil }
        }
        #expect(try await used(["a": .apiKey("1"), "b": .apiKey("2"), "c": .apiKey("3")]) == ["A", "B"])
        #expect(try await used(["a": .apiKey("1"), "c": .apiKey("3"), "d": .apiKey("4")]) == ["C"])
        // c has a credential, but not the scope.
        #expect(try await used(["c": .apiKey("3", scopes: ["dataset:read"]), "d": .apiKey("4")]) == ["D"])

        let missing = await clientError { try await used(["a": .apiKey("1")]) }
        guard case .missingCredential(let alternatives)? = missing?.reason else { return unexpected(missing) }
        #expect(alternatives == [["a", "b"], ["c"], ["d"]])
        #expect(missing?.description == "op: there is no credential for a and b, or for c, or for d")
        // A password is no API key.
        #expect(await clientError { try await used(["d": .basic(user: "u", password: "p")]) } != nil)
    }

    @Test func callsThatNeedNoneCarryNone() async throws {
        #expect(try await call(.none, ["key": .bearer("t")])?.fields["Authorization"] == nil)
        let optional = SecurityRequirement.anyOf([[], [SchemeRequirement("key", ["dataset:write"])]])
        #expect(try await call(optional, .none)?.fields["Authorization"] == nil)
        #expect(try await call(optional, ["key": .bearer("t")])?.fields["Authorization"] == "Bearer t")
        #expect(try await call(optional, ["key": .bearer("t", scopes: [])])?.fields["Authorization"] == nil)
    }

    @Test func declaredScopesAreCheckedByTheRulesBeforeSending() async throws {
        let write = SecurityRequirement.scheme("key", "dataset:write")
        let read = SecurityRequirement.scheme("key", "dataset:read")
        for scopes: Set<String> in [["*"], ["dataset:write"]] {
            for security in [write, read] {
                _ = try await call(security, ["key": .bearer("t", scopes: scopes)])
            }
        }
        // Unknown scopes are the server's to judge.
        _ = try await call(write, ["key": .bearer("t")])
        let error = await clientError { try await call(write, ["key": .bearer("t", scopes: ["dataset:read"])]) }
        guard case .missingScope(["dataset:write"], granted: ["dataset:read"])? = error?.reason else {
            return unexpected(error)
        }
        #expect(
            error?.description
                == "op: the credential does not cover the required scope dataset:write (it holds dataset:read)")
    }

    @Test func tokensAreAskedForBeforeEachAttempt() async throws {
        let count = Waits()
        let credential = ClientCredential.bearer {
            count.add(.zero)
            return "token-\(count.all.count)"
        }
        let transport = Script(.success(.status(429)), .success(.status(200))).transport
        let sender = OperationSender(transport, credentials: ["key": credential])
        try await sender.empty(OperationRequest(Operation.destroy), success: 200)
        #expect(transport.requests.map { $0.fields["Authorization"] } == ["Bearer token-1", "Bearer token-2"])
    }

    @Test func tokensThatCannotBeSentAreErrors() async throws {
        struct Expired: Error {}
        for credential in [.bearer(""), .bearer("a\r\nX: b"), .bearer { throw Expired() }] as [ClientCredential] {
            let error = await clientError { try await call(.scheme("key"), ["key": credential]) }
            guard case .credentialFailed("key", _)? = error?.reason else { return unexpected(error) }
        }
    }
}
