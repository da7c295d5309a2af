import Foundation
import QuillRuntime
import Testing

@testable import QuillClientRuntime

@Suite struct TokenSourceTests {
    @Test func aTokenIsHadOnceAndAgainBeforeItEnds() async throws {
        let issuer = TestIssuer()
        let tokens = issuer.source(.clientCredentials)
        #expect(try await tokens.token().accessToken == "t1")
        issuer.pass(seconds: 69)
        #expect(try await tokens.token().accessToken == "t1")
        issuer.pass(seconds: 2)
        #expect(try await tokens.token().accessToken == "t2")
        #expect(issuer.forms.first == ["grant_type": "client_credentials", "scope": "read write"])
        let request = try #require(issuer.requests.first)
        #expect(request.url?.absoluteString == "https://issuer.example/token")
        #expect(
            request.fields["Authorization"] == "Basic " + Data("me%20%26%20co:s%3Aecret".utf8).base64EncodedString())
    }

    @Test func callsThatWaitShareOneRequest() async throws {
        let issuer = TestIssuer()
        let tokens = issuer.source(.clientCredentials)
        let had = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<20 { group.addTask { try await tokens.token().accessToken } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(had == ["t1"])
        #expect(issuer.requests.count == 1)
    }

    @Test func theSecretOfAClientGoesWhereItIsWanted() async throws {
        let issuer = TestIssuer()
        for authentication in [OAuthClient.Authentication.body(secret: "s"), .none] {
            _ = try await TokenSource(
                .clientCredentials, from: TestIssuer.documented,
                for: OAuthClient(id: "me", authentication: authentication),
                transport: issuer.transport, timing: issuer.timing
            ).token()
        }
        #expect(
            issuer.forms == [
                ["grant_type": "client_credentials", "client_id": "me", "client_secret": "s"],
                ["grant_type": "client_credentials", "client_id": "me"],
            ])
        #expect(issuer.requests.allSatisfy { $0.fields["Authorization"] == nil })
    }

    @Test func aTokenIsRefreshedWithWhatCameLast() async throws {
        let issuer = TestIssuer { form, count in
            // The second answer has no new refresh token: the old one stays.
            .json(
                #"{"access_token": "t\#(count)", "expires_in": 100\#(count == 1 ? #", "refresh_token": "r1""# : "")}"#)
        }
        let tokens = issuer.source(.password(user: "me", password: "secret"))
        for _ in 0..<3 {
            _ = try await tokens.token()
            issuer.pass(seconds: 100)
        }
        #expect(
            issuer.forms == [
                ["grant_type": "password", "username": "me", "password": "secret", "scope": "read write"],
                ["grant_type": "refresh_token", "refresh_token": "r1"],
                ["grant_type": "refresh_token", "refresh_token": "r1"],
            ])
        #expect(issuer.requests.map(\.target) == ["/token", "/refresh", "/refresh"])
    }

    @Test func aRefusedRefreshFallsBackToTheGrant() async throws {
        let issuer = TestIssuer { form, count in
            form["grant_type"] == "refresh_token"
                ? .json(#"{"error": "invalid_grant"}"#, status: 400)
                : .json(#"{"access_token": "t\#(count)", "expires_in": 10, "refresh_token": "r"}"#)
        }
        let tokens = issuer.source(.password(user: "me", password: "secret"))
        #expect(try await tokens.token().accessToken == "t1")
        #expect(try await tokens.token().accessToken == "t3")
        #expect(issuer.forms.map { $0["grant_type"] } == ["password", "refresh_token", "password"])
    }

    @Test func whatServesOnceEndsInASignIn() async throws {
        let issuer = TestIssuer { form, count in
            form["grant_type"] == "refresh_token"
                ? .json(#"{"error": "invalid_grant", "error_description": "revoked"}"#, status: 400)
                : .json(#"{"access_token": "t\#(count)", "expires_in": 10, "refresh_token": "r"}"#)
        }
        let request = try await TestIssuer.documented.authorizationRequest(
            for: TestIssuer.client, scopes: [TestScope.read], redirectURI: "app://back")
        let tokens = issuer.source(.authorizationCode("code", request))
        #expect(try await tokens.token().accessToken == "t1")
        #expect(await oauthError { try await tokens.token() } == .signInNeeded)
        #expect(
            issuer.forms.first == [
                "grant_type": "authorization_code", "code": "code", "redirect_uri": "app://back",
                "code_verifier": request.verifier,
            ])
    }

    @Test func aTokenThatWasKeptIsUsedAndRefreshed() async throws {
        let issuer = TestIssuer()
        let kept = OAuthToken(accessToken: "kept", expiry: Date(timeIntervalSince1970: 1_000_040), refreshToken: "r")
        let seen = Waits()
        let tokens = issuer.source(.token(kept)) { token in seen.add(.seconds(token.accessToken == "t1" ? 1 : 2)) }
        #expect(try await tokens.token().accessToken == "kept")
        issuer.pass(seconds: 20)
        #expect(try await tokens.token().accessToken == "t1")
        #expect(seen.all == [.seconds(1)])
        #expect(try await issuer.source(.refreshToken("other")).token().accessToken == "t2")
        #expect(issuer.forms.map { $0["refresh_token"] } == ["r", "other"])
    }

    @Test func whatTheIssuerSaysIsTold() async throws {
        let answers: [(HTTPResponse, OAuthError)] = [
            (
                .json(#"{"error": "invalid_client", "error_description": "who?"}"#, status: 401),
                .refused(error: "invalid_client", description: "who?")
            ),
            (.status(503), .unexpectedStatus(503)),
            (.json("{}"), .malformedAnswer("it has no access_token")),
            (
                .json(#"{"access_token": "t", "token_type": "mac"}"#),
                .malformedAnswer("the token is of the type mac instead of Bearer")
            ),
        ]
        for (answer, error) in answers {
            let issuer = TestIssuer { _, _ in answer }
            #expect(await oauthError { try await issuer.source(.clientCredentials).token() } == error)
        }
        #expect(
            OAuthError.refused(error: "invalid_client", description: "who?").description
                == "the issuer refused: invalid_client (who?)")
    }

    @Test func secretsAreSentOverTLSOnly() async throws {
        for (address, isUsable) in [
            ("http://issuer.example/token", false), ("token", false), ("http://localhost:8080/token", true),
        ] {
            let issuer = TestIssuer()
            let error = await oauthError {
                try await issuer.source(
                    .clientCredentials, from: TokenIssuer([.clientCredentials: .init(token: address)])
                ).token()
            }
            #expect(error == (isUsable ? nil : .unusableEndpoint(address)))
            #expect(issuer.requests.count == (isUsable ? 1 : 0))
        }
    }

    @Test func noDescriptionShowsASecret() {
        let token = OAuthToken(accessToken: "secret", refreshToken: "secret")
        var dumped = ""
        dump(token, to: &dumped)
        dump(OAuthClient(id: "me", secret: "secret"), to: &dumped)
        #expect(!"\(token) \(OAuthClient(id: "me", secret: "secret")) \(dumped)".contains("secret"))
    }
}

@Suite struct RenewalTests {
    private let info = OperationInfo("op", .get, "/op/", .scheme("login"))

    private func sender(_ service: RecordingTransport, _ source: any CredentialSource) -> OperationSender {
        OperationSender(service, credentials: ["login": .bearer(source)], schemes: ["login": .oauth2])
    }

    @Test func aRefusedTokenIsRenewedOnce() async throws {
        let issuer = TestIssuer()
        let service = RecordingTransport { request in
            .status(request.fields["Authorization"] == "Bearer t1" ? 401 : 200)
        }
        let sender = sender(service, issuer.source(.clientCredentials))
        try await sender.empty(OperationRequest(info), success: 200)
        try await sender.empty(OperationRequest(info), success: 200)
        #expect(service.requests.map { $0.fields["Authorization"] } == ["Bearer t1", "Bearer t2", "Bearer t2"])
    }

    @Test func aServiceThatRefusesEveryTokenIsAskedTwice() async throws {
        let issuer = TestIssuer()
        let service = RecordingTransport { _ in .status(401) }
        let sender = sender(service, issuer.source(.clientCredentials))
        let error = await clientError { try await sender.empty(OperationRequest(info), success: 200) }
        #expect(error?.status == 401)
        #expect(service.requests.count == 2)
        #expect(issuer.requests.count == 2)
    }

    @Test func callsThatAreRefusedTogetherRenewOnce() async throws {
        let issuer = TestIssuer()
        let service = RecordingTransport { request in
            .status(request.fields["Authorization"] == "Bearer t1" ? 401 : 200)
        }
        let sender = sender(service, issuer.source(.clientCredentials))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<10 {
                group.addTask { try await sender.empty(OperationRequest(info), success: 200) }
            }
            try await group.waitForAll()
        }
        #expect(issuer.requests.count == 2)
    }

    @Test func aTokenThatCannotBeRenewedLeavesTheRefusal() async throws {
        let service = RecordingTransport { _ in .status(401) }
        let fixed = TestIssuer().source(.token(OAuthToken(accessToken: "fixed")))
        let error = await clientError { try await sender(service, fixed).empty(OperationRequest(info), success: 200) }
        #expect(error?.status == 401)
        #expect(service.requests.count == 1)
    }

    @Test func aFailedRenewalIsTheCallsError() async throws {
        let issuer = TestIssuer { _, _ in .json(#"{"error": "invalid_client"}"#, status: 400) }
        let sender = sender(RecordingTransport { _ in .status(200) }, issuer.source(.clientCredentials))
        let error = await clientError { try await sender.empty(OperationRequest(info), success: 200) }
        #expect(
            error?.description == "op: the credential for login cannot be used: the issuer refused: invalid_client")
    }

    /// A scheme that answers what the service asks, as Digest does.
    private struct Challenged: CredentialSource {
        let nonce = Waits()

        func secret(for request: HTTPRequest) async throws -> String {
            "Digest uri=\(request.target), nonce=\(nonce.all.last?.components.seconds ?? 0)"
        }

        func renew(_ refused: String, after answer: HTTPResponse) async throws -> Bool {
            guard let number = answer.fields["WWW-Authenticate"].flatMap({ Int64($0.dropFirst("Digest nonce=".count)) })
            else { return false }
            nonce.add(.seconds(number))
            return true
        }
    }

    @Test func aSchemeOfItsOwnSeesTheRequestAndTheChallenge() async throws {
        let service = RecordingTransport { request in
            request.fields["Authorization"]?.hasSuffix("nonce=7") == true
                ? .status(200) : .status(401, ["WWW-Authenticate": "Digest nonce=7"])
        }
        let sender = OperationSender(
            service, credentials: ["login": .authorization(Challenged())], schemes: ["login": .http(scheme: "Digest")])
        try await sender.empty(OperationRequest(info), success: 200)
        #expect(
            service.requests.map { $0.fields["Authorization"] } == [
                "Digest uri=/op/, nonce=0", "Digest uri=/op/, nonce=7",
            ])
    }
}
