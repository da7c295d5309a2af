import Foundation
import QuillRuntime
import QuillServerRuntime
import Testing

@Suite("Who may call an operation")
struct AuthorizationTests {
    private let rules = ScopeRules(includes: [
        "item:write": ["item:read"], "*": ["item:read", "item:write"],
    ])
    private let schemes: [String: SecuritySchemeInfo] = [
        "key": .bearer, "internal": .bearer, "login": .basic, "header": .apiKey(in: .header, name: "X-Key"),
        "query": .apiKey(in: .query, name: "api key"), "cookie": .apiKey(in: .cookie, name: "session"),
        "hmac": .http(scheme: "HMAC"), "tls": .mutualTLS,
    ]

    /// The answer to a call with a bearer token.
    private func call(
        _ security: SecurityRequirement, token: String? = nil, fields: HTTPFields = [:], target: String = "/",
        options: ServerOptions = ServerOptions(), handled: Counter = Counter()
    ) async throws -> Answer {
        let server = server(security: security, schemes: schemes, scopeRules: rules, options: options) { call in
            handled.increment()
            return call.caller.grants.keys.sorted().joined(separator: " ")
        }
        var fields = fields
        if let token { fields["Authorization"] = "Bearer \(token)" }
        return try await server.answer(target, fields: fields)
    }

    @Test("Without a credential the answer is 401 with a challenge, and the handler does not run")
    func missingCredential() async throws {
        let handled = Counter()
        let answer = try await call(.scheme("key", "item:read"), handled: handled)
        #expect(answer.status == 401)
        #expect(answer.fields["WWW-Authenticate"] == "Bearer realm=\"api\"")
        #expect(try answer.problem.status == 401)
        #expect(handled.value == 0)
    }

    @Test("A credential that is no one's is 401", arguments: ["Bearer nobody", "Bearer x:", "bearer nobody"])
    func unknownCredential(field: String) async throws {
        let handled = Counter()
        let answer = try await call(
            .scheme("login"), fields: ["Authorization": field], handled: handled)
        #expect(answer.status == 401)
        #expect(answer.fields["WWW-Authenticate"] == "Basic realm=\"api\", charset=\"UTF-8\"")
        let other = try await call(.scheme("key"), token: "nobody", handled: handled)
        #expect(other.status == 401)
        #expect(other.fields["WWW-Authenticate"] == "Bearer realm=\"api\", error=\"invalid_token\"")
        #expect(handled.value == 0)
    }

    @Test("A missing scope is 403, naming what is required and what is held")
    func missingScope() async throws {
        let handled = Counter()
        let answer = try await call(.scheme("key", "item:write"), token: "key:item:read", handled: handled)
        #expect(answer.status == 403)
        let problem = try answer.problem
        #expect(problem.requiredScopes == ["item:write"])
        #expect(problem.grantedScopes == ["item:read"])
        #expect(problem.detail == "This operation needs item:write (key); the caller holds item:read.")
        #expect(
            answer.fields["WWW-Authenticate"]
                == "Bearer realm=\"api\", error=\"insufficient_scope\", scope=\"item:write\"")
        #expect(handled.value == 0)
    }

    @Test(
        "Scopes include others by the rules",
        arguments: [
            ("item:read", "key:item:read", 200), ("item:read", "key:item:write", 200), ("item:read", "key:*", 200),
            ("item:write", "key:*", 200), ("item:write", "key:item:read", 403), ("other:read", "key:*", 403),
            ("item:read", "key:", 403),
        ])
    func scopeRules(scope: String, token: String, status: Int) async throws {
        #expect(try await call(.scheme("key", scope), token: token).status == status)
    }

    @Test("An operation without scopes wants any known caller of the scheme")
    func noScopes() async throws {
        #expect(try await call(.scheme("key"), token: "key:").status == 200)
        #expect(try await call(.scheme("key"), token: "internal:").status == 403)
    }

    @Test("An operation without security is open, whatever is sent")
    func noSecurity() async throws {
        #expect(try await call(.none).text == "")
        #expect(try await call(.none, token: "nobody").status == 200)
    }

    @Test("INTERNAL under another scheme is out of a personal key's reach, even of one that holds all")
    func internalScheme() async throws {
        let security = SecurityRequirement.scheme("internal", "INTERNAL")
        let answer = try await call(security, token: "key:*")
        #expect(answer.status == 403)
        let problem = try answer.problem
        #expect(problem.requiredScopes == ["INTERNAL"])
        #expect(problem.grantedScopes == ["*"])
        #expect(problem.detail?.contains("the caller is not known by internal") == true)
        #expect(try await call(security, token: "internal:INTERNAL").status == 200)
        #expect(try await call(security, token: "key:INTERNAL").status == 403)
    }

    @Test("Any one of the alternatives will do")
    func alternatives() async throws {
        let security = SecurityRequirement.anyOf([
            [SchemeRequirement("key", ["item:write"])], [SchemeRequirement("login")],
        ])
        #expect(try await call(security, token: "key:item:write").status == 200)
        #expect(try await call(security, token: "key:item:read").status == 403)
        let login = "Basic \(Data("login:".utf8).base64EncodedString())"
        #expect(try await call(security, fields: ["Authorization": login]).text == "login")
        #expect(
            try await call(security).fields["WWW-Authenticate"]
                == "Bearer realm=\"api\", Basic realm=\"api\", charset=\"UTF-8\"")
    }

    @Test("All schemes of an alternative are needed")
    func conjunction() async throws {
        let security = SecurityRequirement.anyOf([
            [SchemeRequirement("key", ["item:read"]), SchemeRequirement("header", ["sign"])]
        ])
        #expect(try await call(security, token: "key:item:read").status == 403)
        #expect(try await call(security, fields: ["X-Key": "header:sign"]).status == 403)
        #expect(try await call(security, token: "key:item:read", fields: ["X-Key": "header:"]).status == 403)
        #expect(try await call(security, token: "key:item:read", fields: ["x-key": "header:sign"]).status == 200)
    }

    @Test("An empty alternative lets the anonymous in, but not a credential that is no one's")
    func optionalSecurity() async throws {
        let security = SecurityRequirement.anyOf([[SchemeRequirement("key", ["item:read"])], []])
        #expect(try await call(security).text == "")
        #expect(try await call(security, token: "key:").text == "key")
        #expect(try await call(security, token: "nobody").status == 401)
    }

    @Test("Each kind of scheme is read from its place")
    func places() async throws {
        #expect(try await call(.scheme("query"), target: "/?api+key=query%3Aa").text == "query")
        #expect(try await call(.scheme("query"), target: "/?api%20key=").status == 401)
        #expect(try await call(.scheme("cookie"), fields: ["Cookie": "a=b; session=cookie:"]).text == "cookie")
        #expect(try await call(.scheme("hmac"), fields: ["Authorization": "hmac  hmac:x"]).text == "hmac")
        #expect(try await call(.scheme("header"), fields: ["X-Key": ""]).status == 401)
        let basic = "Basic \(Data("no colon".utf8).base64EncodedString())"
        #expect(try await call(.scheme("login"), fields: ["Authorization": basic]).status == 401)
        #expect(try await call(.scheme("login"), fields: ["Authorization": "Basic %%%"]).status == 401)
        var options = ServerOptions()
        options.clientCertificate = { $0.fields["x-client"] }
        #expect(try await call(.scheme("tls"), options: options).status == 401)
        #expect(try await call(.scheme("tls"), fields: ["X-Client": "tls:"], options: options).text == "tls")
    }

    @Test("Schemes that share a field are presented as one credential")
    func sharedField() async throws {
        struct Watch: Authenticator {
            func caller(
                presenting credentials: [PresentedCredential], to operation: OperationInfo
            ) async throws -> Caller? {
                #expect(credentials == [PresentedCredential(.bearer("t"), schemes: ["key", "internal"])])
                #expect(operation.id == "shared")
                return Caller(grants: ["internal": []])
            }
        }
        let security = SecurityRequirement.anyOf([[SchemeRequirement("key")], [SchemeRequirement("internal")]])
        let route = Route<NoService>(OperationInfo("shared", .get, "/", security), answering: []) { _, _ in .empty(204)
        }
        let server = OperationServer(
            service: NoService(), routes: [route], schemes: schemes, authenticator: Watch())
        #expect(try await server.answer("/", fields: ["Authorization": "Bearer t"]).status == 204)
    }

    @Test("What an authenticator throws is the answer, or 500")
    func failingAuthenticator() async throws {
        struct Failing: Authenticator {
            let error: any Error
            func caller(
                presenting credentials: [PresentedCredential], to operation: OperationInfo
            ) async throws -> Caller? { throw error }
        }
        struct Broken: Error {}
        let route = Route<NoService>(OperationInfo("x", .get, "/", .scheme("key"))) { _, _ in .empty(204) }
        for (error, status) in [(Broken() as any Error, 500), (Problem(title: "Busy", status: 503), 503)] {
            let server = OperationServer(
                service: NoService(), routes: [route], schemes: schemes, authenticator: Failing(error: error))
            #expect(try await server.answer("/", fields: ["Authorization": "Bearer t"]).status == status)
        }
    }

    @Test("Credentials keep their secrets out of texts")
    func secrets() {
        for kind in [
            PresentedCredential.Kind.bearer("s3cret"), .basic(user: "u", password: "s3cret"), .apiKey("s3cret"),
            .http(scheme: "HMAC", value: "s3cret"), .certificate("s3cret"),
        ] {
            let credential = PresentedCredential(kind, schemes: ["key"])
            var dumped = ""
            dump(credential, to: &dumped)
            dump([kind], to: &dumped)
            for text in [
                "\(credential)", String(reflecting: credential), "\(kind)", String(reflecting: [kind]), dumped,
            ] {
                #expect(!text.contains("s3cret"))
            }
        }
    }

    @Test("A scheme that the document does not define is met by no one")
    func undefinedScheme() async throws {
        #expect(try await call(.scheme("nowhere"), token: "nowhere:").status == 401)
    }
}
