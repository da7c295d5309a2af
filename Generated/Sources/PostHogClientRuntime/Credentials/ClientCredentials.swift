// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import PostHogRuntime

/// The credentials of a client, by the name of the document's security scheme:
/// `["personalAPIKey": .bearer(key, scopes: ["dataset:read"])]`. Its description shows names and scopes, no secret.
public nonisolated struct ClientCredentials: Sendable, ExpressibleByDictionaryLiteral {
    private var byScheme: [String: ClientCredential]

    public init(_ byScheme: [String: ClientCredential] = [:]) {
        self.byScheme = byScheme
    }

    public init(dictionaryLiteral elements: (String, ClientCredential)...) {
        byScheme = Dictionary(elements) { _, last in last }
    }

    /// No credentials; only operations that need none can be called.
    public static var none: ClientCredentials { ClientCredentials() }

    /// The credential for a security scheme.
    public subscript(scheme: String) -> ClientCredential? {
        get { byScheme[scheme] }
        set { byScheme[scheme] = newValue }
    }
}

/// The credentials that one operation is called with: an alternative of its requirement that the client can meet.
nonisolated struct ChosenCredentials: Sendable {
    let operationID: String
    private let entries: [(name: String, scheme: SecuritySchemeInfo?, credential: ClientCredential)]

    /// Takes the first alternative whose schemes all have a credential with the scopes that it asks for. An
    /// alternative without schemes (`{}`: may be called without) comes last, so that a credential is used if there is
    /// one.
    /// - Throws: ``ClientError/Reason/missingScope(required:granted:)`` where credentials would do but for their
    ///   scopes, ``ClientError/Reason/missingCredential(alternatives:)`` otherwise.
    init(
        for operation: OperationInfo, from credentials: ClientCredentials, schemes: [String: SecuritySchemeInfo],
        rules: ScopeRules
    ) throws(ClientError) {
        operationID = operation.id
        let alternatives = operation.security.alternatives
        var shortfall: ClientError.Reason?
        for alternative in alternatives where !alternative.isEmpty {
            var entries: [(name: String, scheme: SecuritySchemeInfo?, credential: ClientCredential)] = []
            var lacking: ClientError.Reason?
            for requirement in alternative {
                guard let credential = credentials[requirement.scheme], credential.fits(schemes[requirement.scheme])
                else { break }
                if let granted = credential.scopes, !rules.covers(granted, requirement.scopes), lacking == nil {
                    lacking = .missingScope(required: requirement.scopes, granted: granted)
                }
                entries.append((requirement.scheme, schemes[requirement.scheme], credential))
            }
            guard entries.count == alternative.count else { continue }
            if lacking == nil {
                self.entries = entries
                return
            }
            shortfall = shortfall ?? lacking
        }
        entries = []
        if alternatives.isEmpty || alternatives.contains(where: \.isEmpty) { return }
        let missing = ClientError.Reason.missingCredential(alternatives: alternatives.map { $0.map(\.scheme) })
        throw ClientError(operationID: operation.id, reason: shortfall ?? missing)
    }

    /// Puts the credentials on a request.
    /// - Returns: what came from sources, in the order of the schemes.
    func present(on request: inout HTTPRequest) async throws(ClientError) -> [String?] {
        var secrets: [String?] = []
        for entry in entries {
            do {
                secrets.append(try await entry.credential.present(as: entry.scheme, on: &request))
            } catch {
                throw failure(of: entry.name, error)
            }
        }
        return secrets
    }

    /// Whether a source of a secret that the service refused has another one.
    func renew(_ refused: [String?], after answer: HTTPResponse) async throws(ClientError) -> Bool {
        var isRenewed = false
        for (entry, secret) in zip(entries, refused) {
            guard let secret else { continue }
            do {
                if try await entry.credential.renew(secret, after: answer) { isRenewed = true }
            } catch {
                throw failure(of: entry.name, error)
            }
        }
        return isRenewed
    }

    private func failure(of scheme: String, _ error: any Error) -> ClientError {
        ClientError(
            operationID: operationID,
            reason: error is CancellationError ? .cancelled : .credentialFailed(scheme: scheme, error))
    }
}

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
