import Foundation
import QuillRuntime
import Testing

@testable import QuillClientRuntime

@Suite struct AuthorizationRequestTests {
    private func request(flow: TokenIssuer.Flow = .authorizationCode) async throws -> AuthorizationRequest {
        try await TestIssuer.documented.authorizationRequest(
            for: TestIssuer.client, scopes: [TestScope.write, .read], redirectURI: "https://app.example/back?x=1",
            parameters: ["prompt": "login"], flow: flow)
    }

    private func query(_ url: URL) -> [String: String] {
        let items = URLComponents(url: url, resolvingAgainstBaseURL: true)?.queryItems ?? []
        return Dictionary(items.map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { first, _ in first })
    }

    @Test func theAddressSaysWhoAsksForWhat() async throws {
        let request = try await request()
        var query = query(request.url)
        #expect(query.removeValue(forKey: "state") == request.state)
        #expect(query.removeValue(forKey: "code_challenge") == TokenIssuer.challenge(request.verifier))
        #expect(request.verifier.count == 43)
        #expect(try await self.request().state != request.state)
        #expect(
            query == [
                "tenant": "1", "response_type": "code", "client_id": "me & co", "scope": "read write",
                "redirect_uri": "https://app.example/back?x=1", "code_challenge_method": "S256", "prompt": "login",
            ])
    }

    @Test func theRedirectGrantsACode() async throws {
        let request = try await request()
        let redirect = try #require(URL(string: "https://app.example/back?x=1&code=a%2Fb&state=\(request.state)"))
        guard case .authorizationCode(let code, let same) = try request.grant(from: redirect) else {
            Issue.record("another grant")
            return
        }
        #expect(code == "a/b")
        #expect(same == request)
    }

    @Test func aRedirectOfAnotherRequestIsRefused() async throws {
        let request = try await request()
        for text in ["https://a/?code=x&state=other", "https://a/?code=x", "https://a/"] {
            let redirect = try #require(URL(string: text))
            #expect(throws: OAuthError.foreignRedirect) { _ = try request.grant(from: redirect) }
        }
        let refused = try #require(
            URL(string: "https://a/?error=access_denied&error_description=no+way&state=\(request.state)"))
        #expect(throws: OAuthError.refused(error: "access_denied", description: "no way")) {
            _ = try request.grant(from: refused)
        }
    }

    @Test func anImplicitRedirectCarriesTheToken() async throws {
        let request = try await request(flow: .implicit)
        #expect(query(request.url)["response_type"] == "token")
        #expect(query(request.url)["code_challenge"] == nil)
        let redirect = try #require(
            URL(string: "https://a/#access_token=t&token_type=Bearer&expires_in=60&state=\(request.state)"))
        let now = Date(timeIntervalSince1970: 0)
        #expect(
            try request.token(from: redirect, now: now)
                == OAuthToken(accessToken: "t", expiry: Date(timeIntervalSince1970: 60)))
    }

    /// RFC 7636 Appendix B.
    @Test func theProofIsThatOfTheRFC() {
        #expect(
            TokenIssuer.challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
                == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    }

    /// FIPS 180-4, and the lengths at which the padding takes another block.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            String(repeating: "a", count: 55),
            "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"
        ),
        (
            String(repeating: "a", count: 64),
            "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"
        ),
    ])
    func hashesAreThoseOfTheStandard(text: String, hash: String) {
        let digest = SHA256.digest(Array(text.utf8)).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }
        #expect(digest.joined() == hash)
    }
}

@Suite struct DeviceAuthorizationTests {
    @Test func theUsersConsentIsWaitedFor() async throws {
        let issuer = TestIssuer { form, count in
            switch count {
            case 1:
                .json(
                    """
                    {"device_code": "d", "user_code": "ABCD", "verification_uri": "https://issuer.example/on",
                     "verification_uri_complete": "https://issuer.example/on?c=ABCD", "expires_in": 60, "interval": 4}
                    """)
            case 2: .json(#"{"error": "authorization_pending"}"#, status: 400)
            case 3: .json(#"{"error": "slow_down"}"#, status: 400)
            default: .json(#"{"access_token": "t", "expires_in": 100}"#)
            }
        }
        let started = issuer.timing.now()
        let device = try await TestIssuer.documented.deviceAuthorization(
            for: TestIssuer.client, scopes: [TestScope.read], transport: issuer.transport, timing: issuer.timing)
        #expect(device.userCode == "ABCD")
        #expect(device.completeVerificationURI == "https://issuer.example/on?c=ABCD")
        #expect(try await issuer.source(.device(device)).token().accessToken == "t")
        // Four seconds, then nine.
        #expect(issuer.timing.now().timeIntervalSince(started) == 13)
        #expect(issuer.forms[0] == ["scope": "read"])
        #expect(
            issuer.forms[1] == [
                "grant_type": "urn:ietf:params:oauth:grant-type:device_code", "device_code": "d",
            ])
    }

    @Test func aCodeThatEndsIsNotAskedForEver() async throws {
        let issuer = TestIssuer { form, count in
            count == 1
                ? .json(#"{"device_code": "d", "user_code": "A", "verification_uri": "u", "expires_in": 20}"#)
                : .json(#"{"error": "authorization_pending"}"#, status: 400)
        }
        let device = try await TestIssuer.documented.deviceAuthorization(
            for: TestIssuer.client, scopes: [TestScope.read], transport: issuer.transport, timing: issuer.timing)
        #expect(await oauthError { try await issuer.source(.device(device)).token() } == .signInNeeded)
        #expect(issuer.requests.count == 6)
    }
}

@Suite struct IssuerMetadataTests {
    private let metadata = "https://issuer.example/tenant/.well-known/openid-configuration"

    private func issuer(called name: String) -> TestIssuer {
        TestIssuer { form, count in
            form.isEmpty
                ? .json(
                    """
                    {"issuer": "\(name)", "authorization_endpoint": "https://issuer.example/a",
                     "token_endpoint": "https://issuer.example/t"}
                    """) : .json(#"{"access_token": "t\#(count)", "expires_in": 100}"#)
        }
    }

    @Test func addressesAreFetchedWhenTheyAreNeededAndOnce() async throws {
        let issuer = issuer(called: "https://issuer.example/tenant/")
        let tokens = issuer.source(.clientCredentials, from: TokenIssuer(metadata: metadata))
        #expect(issuer.requests.isEmpty)
        _ = try await tokens.token()
        issuer.pass(seconds: 100)
        _ = try await tokens.token()
        #expect(
            issuer.requests.map { "\($0.method) \($0.target)" } == [
                "GET /tenant/.well-known/openid-configuration", "POST /t", "POST /t",
            ])
        let request = try await TokenIssuer(metadata: metadata).authorizationRequest(
            for: TestIssuer.client, scopes: [TestScope.read], redirectURI: "app://back", transport: issuer.transport)
        #expect(request.url.absoluteString.hasPrefix("https://issuer.example/a?response_type=code"))
    }

    @Test func noOneSpeaksForAnotherIssuer() async throws {
        let issuer = issuer(called: "https://elsewhere.example")
        let tokens = issuer.source(.clientCredentials, from: TokenIssuer(metadata: metadata))
        #expect(
            await oauthError { try await tokens.token() }
                == .malformedAnswer("the metadata are those of https://elsewhere.example"))
    }

    @Test func whatNobodyNamesIsAnError() async throws {
        let issuer = TestIssuer()
        let implicit = TokenIssuer([.implicit: .init(authorization: "https://issuer.example/a")])
        #expect(
            await oauthError { try await issuer.source(.clientCredentials, from: implicit).token() }
                == .noEndpoint("the flow clientCredentials"))
        #expect(
            await oauthError {
                try await issuer.source(.refreshToken("r"), from: implicit).token()
            } == .noEndpoint("tokens"))
    }
}
