// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import PostHogRuntime

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Decides whether a request may reach the handler of an operation (OpenAPI §4.8.30).
nonisolated struct SecurityPolicy: Sendable {
    let schemes: [String: SecuritySchemeInfo]
    let scopeRules: ScopeRules
    let authenticator: any Authenticator
    let options: ServerOptions

    /// The caller of an operation, who meets its requirement.
    /// - Throws: a refusal with 401 or 403, or what the authenticator throws.
    func caller(of operation: OperationInfo, sending request: HTTPRequest) async throws -> Caller {
        let alternatives = operation.security.alternatives
        guard !alternatives.isEmpty else { return .anonymous }
        let names = schemeNames(of: operation.security)
        let credentials = credentials(in: request, for: names)
        guard !credentials.isEmpty else {
            if alternatives.contains(where: \.isEmpty) { return .anonymous }
            throw unauthenticated(names, "This operation needs a credential.", token: .missing)
        }
        guard let caller = try await authenticator.caller(presenting: credentials, to: operation) else {
            throw unauthenticated(names, "The credential is not known.", token: .invalid)
        }
        guard alternatives.contains(where: { isMet($0, by: caller) }) else {
            throw forbidden(operation.security, caller: caller)
        }
        return caller
    }

    private func isMet(_ alternative: [SchemeRequirement], by caller: Caller) -> Bool {
        alternative.allSatisfy { requirement in
            guard let granted = caller.grants[requirement.scheme] else { return false }
            return scopeRules.covers(granted, requirement.scopes)
        }
    }

    private func schemeNames(of requirement: SecurityRequirement) -> [String] {
        var names: [String] = []
        for scheme in requirement.alternatives.joined() where !names.contains(scheme.scheme) {
            names.append(scheme.scheme)
        }
        return names
    }
}

// MARK: - What a request presents

nonisolated extension SecurityPolicy {
    /// The credentials for the named schemes; schemes that read the same place share one credential.
    private func credentials(in request: HTTPRequest, for names: [String]) -> [PresentedCredential] {
        var found: [(kind: PresentedCredential.Kind, schemes: [String])] = []
        for name in names {
            guard let scheme = schemes[name], let kind = credential(for: scheme, in: request) else { continue }
            if let known = found.firstIndex(where: { $0.kind == kind }) {
                found[known].schemes.append(name)
            } else {
                found.append((kind, [name]))
            }
        }
        return found.map { PresentedCredential($0.kind, schemes: $0.schemes) }
    }

    private func credential(for scheme: SecuritySchemeInfo, in request: HTTPRequest) -> PresentedCredential.Kind? {
        switch scheme {
        case .bearer, .oauth2, .openIDConnect:
            return authorization("Bearer", in: request).map { .bearer($0) }
        case .basic:
            guard let encoded = authorization("Basic", in: request), let data = Data(base64Encoded: encoded),
                let text = String(data: data, encoding: .utf8), let colon = text.firstIndex(of: ":")
            else { return nil }
            return .basic(user: String(text[..<colon]), password: String(text[text.index(after: colon)...]))
        case .http(let name):
            return authorization(name, in: request).map { .http(scheme: name, value: $0) }
        case .apiKey(let location, let name):
            return apiKey(named: name, in: location, of: request).map { .apiKey($0) }
        case .mutualTLS:
            return options.clientCertificate?(request).map { .certificate($0) }
        }
    }

    /// What follows the scheme's name in `Authorization`; the name is case-insensitive (RFC 9110 §11.1).
    private func authorization(_ scheme: String, in request: HTTPRequest) -> String? {
        guard let field = request.fields["authorization"], let space = field.firstIndex(of: " "),
            field[..<space].lowercased() == scheme.lowercased()
        else { return nil }
        let value = field[space...].drop { $0 == " " }
        return value.isEmpty ? nil : String(value)
    }

    private func apiKey(
        named name: String, in location: SecuritySchemeInfo.Location, of request: HTTPRequest
    ) -> String? {
        let value: String? =
            switch location {
            case .header: request.fields[name]
            case .query:
                SentItem.items(inTarget: request.target).first { $0.name == name }
                    .flatMap { PercentEncoding.decode($0.encoded, plusIsSpace: true) }
            case .cookie:
                SentItem.cookies(in: request.fields).first { $0.name == name }
                    .flatMap { PercentEncoding.decode($0.encoded) }
            }
        return value.flatMap { $0.isEmpty ? nil : $0 }
    }
}

// MARK: - Refusals

nonisolated extension SecurityPolicy {
    private enum Token { case missing, invalid }

    /// 401, with a challenge for each scheme that would do (RFC 9110 §11.6.1).
    private func unauthenticated(_ names: [String], _ detail: String, token: Token) -> Refusal {
        var challenges: [String] = []
        for name in names {
            guard let scheme = schemes[name] else { continue }
            let challenge = challenge(for: scheme, token: token)
            if !challenges.contains(challenge) { challenges.append(challenge) }
        }
        return Refusal(
            401, detail, fields: challenges.isEmpty ? [:] : ["WWW-Authenticate": challenges.joined(separator: ", ")])
    }

    private func challenge(for scheme: SecuritySchemeInfo, token: Token) -> String {
        let realm = "realm=\(quoted(options.realm))"
        return switch scheme {
        case .bearer, .oauth2, .openIDConnect:
            token == .invalid ? "Bearer \(realm), error=\"invalid_token\"" : "Bearer \(realm)"
        case .basic: "Basic \(realm), charset=\"UTF-8\""
        case .http(let name): "\(name) \(realm)"
        // RFC 9110 wants a challenge in every 401; API keys have no registered one.
        case .apiKey(_, let name): "ApiKey \(realm), name=\(quoted(name))"
        case .mutualTLS: "Mutual \(realm)"
        }
    }

    /// 403, naming what the operation requires and what the caller holds.
    private func forbidden(_ requirement: SecurityRequirement, caller: Caller) -> Refusal {
        // Of several ways in, the scopes of the one that the caller is nearest to are the machine-readable answer.
        let nearest =
            requirement.alternatives.first { $0.allSatisfy { caller.grants[$0.scheme] != nil } }
            ?? requirement.alternatives.first ?? []
        let required = nearest.flatMap(\.scopes)
        let isKnownByScheme = nearest.allSatisfy { caller.grants[$0.scheme] != nil }
        let grants = isKnownByScheme ? nearest.compactMap { caller.grants[$0.scheme] } : Array(caller.grants.values)
        let held = Set(grants.joined()).sorted()
        let needs = requirement.alternatives.map { alternative in
            alternative.map { scheme in
                scheme.scopes.isEmpty ? scheme.scheme : "\(scheme.scopes.joined(separator: ", ")) (\(scheme.scheme))"
            }.joined(separator: " and ")
        }.joined(separator: ", or ")
        let has =
            isKnownByScheme
            ? held.isEmpty ? "the caller holds no scope" : "the caller holds \(held.joined(separator: ", "))"
            : "the caller is not known by \(nearest.map(\.scheme).joined(separator: " and "))"
        var fields: HTTPFields = [:]
        if isKnownByScheme, nearest.contains(where: { schemes[$0.scheme].map(isBearer) ?? false }) {
            let scope = quoted(required.joined(separator: " "))
            fields["WWW-Authenticate"] =
                "Bearer realm=\(quoted(options.realm)), error=\"insufficient_scope\", scope=\(scope)"
        }
        return Refusal(
            403, "This operation needs \(needs); \(has).", fields: fields, requiredScopes: required, grantedScopes: held
        )
    }

    private func isBearer(_ scheme: SecuritySchemeInfo) -> Bool {
        switch scheme {
        case .bearer, .oauth2, .openIDConnect: true
        default: false
        }
    }

    /// A quoted string of RFC 9110 §5.6.4.
    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
