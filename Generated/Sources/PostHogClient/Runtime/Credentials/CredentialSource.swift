// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import PostHogRuntime

/// Where a credential comes from that changes: a token that ends, a header that is computed for each request.
///
/// It is asked before each attempt. A source keeps what is still good.
public nonisolated protocol CredentialSource: Sendable {
    /// The token or key to send; for ``ClientCredential/authorization(_:scopes:)`` the whole value of the header.
    func secret(for request: HTTPRequest) async throws -> String

    /// Told that the service answered 401 to a secret of this source, with the answer's `WWW-Authenticate` among its
    /// fields. Says whether another secret can be had now: the request is then sent once more.
    func renew(_ refused: String, after answer: HTTPResponse) async throws -> Bool
}

nonisolated extension CredentialSource {
    /// By default a refusal is final.
    public func renew(_ refused: String, after answer: HTTPResponse) async throws -> Bool { false }
}

/// A secret that a function gives.
nonisolated struct ProvidedSecret: CredentialSource {
    let provide: @Sendable () async throws -> String

    func secret(for request: HTTPRequest) async throws -> String { try await provide() }
}
