import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// Compares the ways to prove who is calling, wherever they are required.
struct SecuritySchemesComparison {
    private let old: OpenAPI.Map<OpenAPI.SecurityScheme>
    private let new: OpenAPI.Map<OpenAPI.SecurityScheme>
    /// The new name of each scheme that has another one and is the same otherwise.
    let renamed: [String: String]

    init(old: OpenAPI.Document, new: OpenAPI.Document) {
        self.old = old.components.securitySchemes
        self.new = new.components.securitySchemes
        var renamed: [String: String] = [:]
        let gone = self.old.filter { [new] entry in new.components.securitySchemes[entry.key] == nil }
        let come = self.new.filter { [old] entry in old.components.securitySchemes[entry.key] == nil }
        for entry in gone {
            let partners = come.filter { Self.isSame(entry.value.kind, $0.value.kind) }
            let rivals = gone.filter { Self.isSame(entry.value.kind, $0.value.kind) }
            if partners.count == 1, rivals.count == 1 { renamed[entry.key] = partners[0].key }
        }
        self.renamed = renamed
    }

    func run(_ record: inout DifferenceRecord) {
        for entry in old {
            if let scheme = new[entry.key] {
                compare(entry.key, entry.value, scheme, &record)
            } else if let name = renamed[entry.key], let scheme = new[name] {
                record.note(
                    Rule.Security.schemeRenamed, NodeText.change(entry.key, name), old: entry.keyLocation,
                    new: scheme.location)
                compare(name, entry.value, scheme, &record)
            } else {
                record.note(Rule.Security.schemeRemoved, entry.key, old: entry.keyLocation, new: nil)
            }
        }
        for entry in new where old[entry.key] == nil && !renamed.values.contains(entry.key) {
            record.note(Rule.Security.schemeAdded, entry.key, old: nil, new: entry.keyLocation)
        }
    }

    private static func isSame(_ old: OpenAPI.SecurityScheme.Kind, _ new: OpenAPI.SecurityScheme.Kind) -> Bool {
        switch (old, new) {
        case (.apiKey(let place, let name), .apiKey(let otherPlace, let otherName)):
            place == otherPlace && name == otherName
        case (.http(let scheme, _), .http(let other, _)): scheme.lowercased() == other.lowercased()
        case (.oauth2(let flows), .oauth2(let others)): Set(flows.map(\.grant)) == Set(others.map(\.grant))
        case (.openIDConnect(let url), .openIDConnect(let other)): url == other
        case (.mutualTLS, .mutualTLS): true
        default: false
        }
    }

    private func compare(
        _ name: String, _ old: OpenAPI.SecurityScheme, _ new: OpenAPI.SecurityScheme,
        _ record: inout DifferenceRecord
    ) {
        func note(_ rule: Rule, _ detail: String) {
            record.note(
                rule, detail.isEmpty ? name : "\(name): \(detail)", old: old.location, new: new.location)
        }
        switch (old.kind, new.kind) {
        case (.apiKey(let place, let key), .apiKey(let otherPlace, let otherKey)):
            let isSameKey = place == .header ? key.lowercased() == otherKey.lowercased() : key == otherKey
            if place != otherPlace || !isSameKey {
                note(
                    Rule.Security.placeChanged,
                    NodeText.change("\(place.rawValue) \(key)", "\(otherPlace.rawValue) \(otherKey)"))
            }
        case (.http(let scheme, let format), .http(let other, let otherFormat)):
            if scheme.lowercased() != other.lowercased() {
                note(Rule.Security.typeChanged, NodeText.change(scheme, other))
            } else if format != otherFormat {
                note(Rule.Security.formatChanged, NodeText.change(format, otherFormat))
            }
        case (.oauth2(let flows), .oauth2(let others)):
            if old.oauth2MetadataURL != new.oauth2MetadataURL {
                note(
                    Rule.Security.oauthURLChanged,
                    NodeText.change(old.oauth2MetadataURL, new.oauth2MetadataURL))
            }
            compare(flows, others, note)
        case (.openIDConnect(let url), .openIDConnect(let other)):
            if url != other { note(Rule.Security.openIDURLChanged, NodeText.change(url, other)) }
        case (.mutualTLS, .mutualTLS): break
        default: note(Rule.Security.typeChanged, NodeText.change(old.kind.name, new.kind.name))
        }
        compareScopes(old, new, note)
        if old.description != new.description { note(Rule.Security.descriptionChanged, "") }
        if old.isDeprecated != new.isDeprecated {
            note(new.isDeprecated ? Rule.Security.deprecated : Rule.Security.reactivated, "")
        }
    }

    private func compare(
        _ old: [OpenAPI.OAuthFlow], _ new: [OpenAPI.OAuthFlow], _ note: (Rule, String) -> Void
    ) {
        for flow in old {
            guard let other = new.first(where: { $0.grant.name == flow.grant.name }) else {
                note(Rule.Security.flowRemoved, flow.grant.name)
                continue
            }
            let (before, after) = (flow.grant.addresses, other.grant.addresses)
            if before.authorization != after.authorization {
                note(
                    Rule.Security.oauthURLChanged,
                    "\(flow.grant.name): \(NodeText.change(before.authorization, after.authorization))")
            }
            if before.token != after.token {
                note(
                    Rule.Security.tokenURLChanged,
                    "\(flow.grant.name): \(NodeText.change(before.token, after.token))")
            }
            if flow.refreshURL != other.refreshURL {
                note(
                    Rule.Security.refreshURLChanged,
                    "\(flow.grant.name): \(NodeText.change(flow.refreshURL, other.refreshURL))")
            }
        }
        for flow in new where !old.contains(where: { $0.grant.name == flow.grant.name }) {
            note(Rule.Security.flowAdded, flow.grant.name)
        }
    }

    private func compareScopes(
        _ old: OpenAPI.SecurityScheme, _ new: OpenAPI.SecurityScheme, _ note: (Rule, String) -> Void
    ) {
        let (before, after) = (old.scopeMeanings, new.scopeMeanings)
        for (scope, meaning) in before {
            guard let other = after.first(where: { $0.name == scope }) else {
                note(Rule.Security.scopeRemoved, scope)
                continue
            }
            if other.meaning != meaning { note(Rule.Security.scopeChanged, scope) }
        }
        for (scope, _) in after where !before.contains(where: { $0.name == scope }) {
            note(Rule.Security.scopeAdded, scope)
        }
    }
}

extension OpenAPI.SecurityScheme {
    /// Every scope that the scheme lists, in its flows or in `x-scopes`, each once.
    fileprivate var scopeMeanings: [(name: String, meaning: String?)] {
        var scopes: [(name: String, meaning: String?)] = []
        if case .oauth2(let flows) = kind {
            for scope in flows.flatMap(\.scopes) where !scopes.contains(where: { $0.name == scope.key }) {
                scopes.append((scope.key, scope.value))
            }
        }
        for member in extensions.first(where: { $0.key == "x-scopes" })?.value.object ?? NodeObject([])
        where !scopes.contains(where: { $0.name == member.key }) {
            scopes.append((member.key, member.value.string))
        }
        return scopes
    }
}

extension OpenAPI.SecurityScheme.Kind {
    /// The word of the specification.
    fileprivate var name: String {
        switch self {
        case .apiKey: "apiKey"
        case .http(let scheme, _): "http \(scheme)"
        case .oauth2: "oauth2"
        case .openIDConnect: "openIdConnect"
        case .mutualTLS: "mutualTLS"
        }
    }
}

extension OpenAPI.OAuthFlow.Grant {
    /// The word of the specification.
    fileprivate var name: String {
        switch self {
        case .implicit: "implicit"
        case .password: "password"
        case .clientCredentials: "clientCredentials"
        case .authorizationCode: "authorizationCode"
        case .deviceAuthorization: "deviceAuthorization"
        }
    }

    fileprivate var addresses: (authorization: String?, token: String?) {
        switch self {
        case .implicit(let authorization): (authorization, nil)
        case .password(let token), .clientCredentials(let token): (nil, token)
        case .authorizationCode(let authorization, let token): (authorization, token)
        case .deviceAuthorization(let authorization, let token): (authorization, token)
        }
    }
}
