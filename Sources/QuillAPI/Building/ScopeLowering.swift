import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// Gathers the security schemes and every scope that the document or its configuration names.
struct ScopeLowering {
    let document: OpenAPI.Document
    let rules: [ScopeRule]

    func lowered(_ faults: inout Faults) -> (schemes: [SecurityScheme], scopes: [Scope]) {
        let schemes = document.components.securitySchemes.map { entry in
            SecurityScheme(
                name: entry.key, kind: kind(entry.value.kind), description: entry.value.text,
                isDeprecated: entry.value.isDeprecated, issuer: issuer(entry.value))
        }
        for scheme in document.components.securitySchemes {
            for mark in scheme.value.extensions where mark.key == "x-scopes" && mark.value.object == nil {
                faults.warning(
                    .wrongType,
                    "`x-scopes` is \(mark.value.kindDescription), where the meaning of each scope is expected",
                    at: mark.value.location)
            }
        }
        for rule in rules where !schemes.contains(where: { $0.name == rule.scheme }) {
            faults.error(
                .unknownScheme,
                "the configuration's scopes are of `\(rule.scheme)`, a security scheme the document lacks",
                at: document.components.location ?? document.location)
        }
        for text in rules.flatMap({ [$0.scope] + $0.includes }) where ScopePattern(text).isTooLong {
            faults.error(
                .scopePatternTooLong, "the configuration's scope `\(text)` has too many names in braces", at: nil)
            return (schemes, [])
        }
        return (schemes, document.components.securitySchemes.flatMap { scopes(of: $0.key, $0.value) })
    }

    private func kind(_ kind: OpenAPI.SecurityScheme.Kind) -> SecurityScheme.Kind {
        switch kind {
        case .http(let scheme, _):
            switch scheme.lowercased() {
            case "bearer": .bearer
            case "basic": .basic
            default: .http(scheme)
            }
        // A key is in a place that is carried: the reader lets no other through.
        case .apiKey(let place, let name): .apiKey(place: Parameter.Location(place), name: name)
        case .oauth2: .oauth2
        case .openIDConnect: .openIDConnect
        case .mutualTLS: .mutualTLS
        }
    }

    private func issuer(_ scheme: OpenAPI.SecurityScheme) -> TokenIssuer? {
        switch scheme.kind {
        case .oauth2(let flows):
            TokenIssuer(flows: flows.map(flow), metadata: scheme.oauth2MetadataURL.map(absolute))
        case .openIDConnect(let url): TokenIssuer(flows: [], metadata: absolute(url))
        case .apiKey, .http, .mutualTLS: nil
        }
    }

    private func flow(_ flow: OpenAPI.OAuthFlow) -> TokenIssuer.Flow {
        func made(
            _ grant: TokenIssuer.Flow.Grant, authorization: String? = nil, device: String? = nil, token: String? = nil
        ) -> TokenIssuer.Flow {
            TokenIssuer.Flow(
                grant: grant, authorizationURL: authorization.map(absolute), deviceURL: device.map(absolute),
                tokenURL: token.map(absolute), refreshURL: flow.refreshURL.map(absolute))
        }
        return switch flow.grant {
        case .implicit(let authorization): made(.implicit, authorization: authorization)
        case .password(let token): made(.password, token: token)
        case .clientCredentials(let token): made(.clientCredentials, token: token)
        case .authorizationCode(let authorization, let token):
            made(.authorizationCode, authorization: authorization, token: token)
        case .deviceAuthorization(let device, let token): made(.deviceAuthorization, device: device, token: token)
        }
    }

    /// Addresses without a host are the server's (OpenAPI 3.1 §4.6).
    private func absolute(_ url: String) -> String {
        guard url.hasPrefix("/"), !url.hasPrefix("//"), let server = document.servers.first?.url,
            let scheme = server.firstRange(of: "://")
        else { return url }
        return server[..<scheme.upperBound] + server[scheme.upperBound...].prefix { $0 != "/" } + url
    }

    private func scopes(of scheme: String, _ declaration: OpenAPI.SecurityScheme) -> [Scope] {
        var meanings: [(name: String, meaning: String?)] = []
        func note(_ name: String, _ meaning: String?) {
            guard !meanings.contains(where: { $0.name == name }) else { return }
            meanings.append((name, meaning))
        }
        if case .oauth2(let flows) = declaration.kind {
            for scope in flows.flatMap(\.scopes) { note(scope.key, scope.value) }
        }
        for member in declaration.extensions.first(where: { $0.key == "x-scopes" })?.value.object ?? NodeObject([]) {
            note(member.key, member.value.string)
        }
        for path in document.paths {
            for operation in path.value.operations {
                for part in (document.security(of: operation) ?? []).flatMap(\.schemes) where part.name == scheme {
                    for scope in part.scopes { note(scope.name, nil) }
                }
            }
        }
        let rules = rules.filter { $0.scheme == scheme }
        for rule in rules where !rule.scope.contains("{") { note(rule.scope, nil) }
        let names = meanings.map(\.name)
        return meanings.map { name, meaning in
            Scope(scheme: scheme, name: name, meaning: meaning, includes: included(by: name, of: names, rules))
        }
    }

    /// Everything that holding a scope includes, itself left out.
    private func included(by scope: String, of names: [String], _ rules: [ScopeRule]) -> [String] {
        var found: Set<String> = [scope]
        var waiting = [scope]
        while let current = waiting.popLast() {
            for rule in rules {
                guard let bindings = ScopePattern(rule.scope).match(current) else { continue }
                for pattern in rule.includes {
                    for name in names
                    where pattern == "*" || ScopePattern(pattern).match(name, bindings) != nil {
                        if found.insert(name).inserted { waiting.append(name) }
                    }
                }
            }
        }
        return names.filter { $0 != scope && found.contains($0) }
    }
}
