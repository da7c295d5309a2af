import Foundation
import QuillRuntime

/// Who issues the tokens of a security scheme, and where: the flows that the document describes (OpenAPI 3.1 §4.8.28),
/// the metadata that the issuer publishes itself (OpenID Connect Discovery, RFC 8414), or both.
public nonisolated struct TokenIssuer: Sendable, Hashable {
    /// A way to a token.
    public nonisolated enum Flow: String, Sendable, Hashable {
        case authorizationCode, clientCredentials, deviceAuthorization, implicit, password
    }

    /// The addresses that a flow needs.
    public nonisolated struct Endpoints: Sendable, Hashable {
        /// Where a user's browser is sent.
        public var authorization: String?
        /// Where a device without a browser asks for a code (RFC 8628).
        public var device: String?
        public var token: String?
        /// Where a token is refreshed; nil for where it was had.
        public var refresh: String?

        public init(
            authorization: String? = nil, device: String? = nil, token: String? = nil, refresh: String? = nil
        ) {
            self.authorization = authorization
            self.device = device
            self.token = token
            self.refresh = refresh
        }
    }

    public var flows: [Flow: Endpoints]
    /// The URL of a document with the issuer's addresses. Fetched when it is needed first.
    public var metadata: String?

    public init(_ flows: [Flow: Endpoints] = [:], metadata: String? = nil) {
        self.flows = flows
        self.metadata = metadata
    }

    /// The addresses of a flow: those of the document, or failing these those of the issuer's metadata.
    /// - Throws: ``OAuthError``, and what the transport throws.
    func endpoints(_ flow: Flow, over connection: IssuerConnection) async throws -> Endpoints {
        if let endpoints = flows[flow] { return endpoints }
        guard let metadata else { throw OAuthError.noEndpoint("the flow \(flow.rawValue)") }
        let found = try await connection.get(metadata)
        try check(found, at: metadata)
        return Endpoints(
            authorization: found["authorization_endpoint"]?.string,
            device: found["device_authorization_endpoint"]?.string, token: found["token_endpoint"]?.string)
    }

    /// Metadata speak of the issuer under whose address they stand, or someone speaks for another (OpenID Connect
    /// Discovery 1.0 §4.3).
    private func check(_ found: JSONValue, at address: String) throws {
        guard let issuer = found["issuer"]?.string, let end = address.range(of: "/.well-known/openid-configuration"),
            end.upperBound == address.endIndex
        else { return }
        var stated = issuer[...]
        while stated.hasSuffix("/") { stated.removeLast() }
        guard stated == address[..<end.lowerBound] else {
            throw OAuthError.malformedAnswer("the metadata are those of \(issuer)")
        }
    }
}

/// The way to an issuer.
nonisolated struct IssuerConnection: Sendable {
    let transport: any ClientTransport
    let timeout: Duration

    /// The JSON at an address.
    func get(_ address: String) async throws -> JSONValue {
        let (status, answer) = try await send(.get, address, HTTPFields(), HTTPBody())
        guard (200..<300).contains(status), let answer else { throw OAuthError.unexpectedStatus(status) }
        return answer
    }

    /// The answer to a form, in the name of a client.
    /// - Throws: ``OAuthError/refused(error:description:)`` where the issuer says why it refuses.
    func post(_ form: [(String, String)], to address: String, by client: OAuthClient) async throws -> JSONValue {
        var form = form
        var fields: HTTPFields = ["Content-Type": "application/x-www-form-urlencoded"]
        let encoding = PercentEncoding.unreserved
        switch client.authentication {
        case .none: form.append(("client_id", client.id))
        case .basic(let secret):
            // RFC 6749 §2.3.1: both parts are encoded as in a form first.
            let pair = Data("\(encoding.encode(client.id)):\(encoding.encode(secret))".utf8)
            fields["Authorization"] = "Basic " + pair.base64EncodedString()
        case .body(let secret): form += [("client_id", client.id), ("client_secret", secret)]
        }
        let text = form.map { "\(encoding.encode($0))=\(encoding.encode($1))" }.joined(separator: "&")
        let (status, answer) = try await send(.post, address, fields, HTTPBody(Array(text.utf8)))
        if let error = answer?["error"]?.string {
            throw OAuthError.refused(error: error, description: answer?["error_description"]?.string)
        }
        guard (200..<300).contains(status) else { throw OAuthError.unexpectedStatus(status) }
        guard let answer else { throw OAuthError.malformedAnswer("it is no JSON") }
        return answer
    }

    private func send(
        _ method: HTTPMethod, _ address: String, _ fields: HTTPFields, _ body: HTTPBody
    ) async throws -> (status: Int, answer: JSONValue?) {
        guard let url = URL(string: address), let origin = ServerOrigin(url),
            origin.scheme == "https" || ["localhost", "127.0.0.1", "[::1]"].contains(origin.host),
            let target = origin.target(of: url, exactly: true)
        else { throw OAuthError.unusableEndpoint(String(address.prefix { $0 != "?" })) }
        var fields = fields
        fields["Accept"] = "application/json"
        let request = HTTPRequest(
            method: method, scheme: origin.scheme, authority: origin.authority, target: target, fields: fields,
            body: body)
        let response = try await transport.send(request, timeout: timeout)
        let bytes = try await response.body.collect(upTo: 1 << 20)
        return (response.status, try? JSONValue(json: bytes))
    }
}
