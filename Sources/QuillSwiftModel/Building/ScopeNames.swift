import QuillAPI

/// The Swift names of security schemes and scopes.
struct ScopeNames {
    let model: ScopesModel
    private let scopeTypes: [SecurityRequirement.Part: String]
    private let schemeTypes: [String: String]

    init(_ api: API) {
        var schemeNamespace = Namespace()
        var types = Namespace(reserved: ["Scope", "Scheme"])
        var values = Namespace(reserved: StaticNames.reserved)
        var schemeTypes: [String: String] = [:]
        var scopeTypes: [SecurityRequirement.Part: String] = [:]
        var valueNames: [SecurityRequirement.Part: String] = [:]
        var schemeValues: [String: String] = [:]
        for scheme in api.schemes {
            let words = Words(splitting: scheme.name)
            schemeTypes[scheme.name] = schemeNamespace.claim(Identifier.type(words, orElse: "Credential"))
            schemeValues[scheme.name] = Identifier.member(words, orElse: "credential")
        }
        for scope in api.scopes {
            let part = SecurityRequirement.Part(scheme: scope.scheme, scopes: [scope.name])
            let words = Words(splitting: scope.name)
            let qualified = Words(Words(splitting: scope.scheme).words + words.words)
            scopeTypes[part] = types.claim(
                Identifier.type(words, orElse: "Empty"), Identifier.type(qualified, orElse: "Empty"))
            valueNames[part] = values.claim(
                Identifier.member(words, orElse: "empty"), Identifier.member(qualified, orElse: "empty"))
        }
        self.scopeTypes = scopeTypes
        self.schemeTypes = schemeTypes

        func scopeModel(_ scope: Scope) -> ScopesModel.ScopeModel {
            let part = SecurityRequirement.Part(scheme: scope.scheme, scopes: [scope.name])
            // Those that another one includes come with it.
            let inner = Set(
                api.scopes.filter { $0.scheme == scope.scheme && scope.includes.contains($0.name) }
                    .flatMap(\.includes))
            let included = scope.includes.filter { !inner.contains($0) }.compactMap {
                scopeTypes[SecurityRequirement.Part(scheme: scope.scheme, scopes: [$0])]
            }
            let scheme = schemeTypes[scope.scheme] ?? ""
            return ScopesModel.ScopeModel(
                typeName: scopeTypes[part] ?? "", valueName: valueNames[part] ?? "",
                literal: SwiftText.literal(scope.name),
                comment: SwiftText.commentLines(scope.meaning ?? "The scope `\(scope.name)`."),
                refines: included.isEmpty ? ["Scheme.\(scheme)"] : included.map { "Scope.\($0)" })
        }
        model = ScopesModel(
            schemes: api.schemes.map { scheme in
                ScopesModel.Scheme(
                    typeName: schemeTypes[scheme.name] ?? "", valueName: schemeValues[scheme.name] ?? "",
                    literal: SwiftText.literal(scheme.name),
                    comment: SwiftText.commentLines(scheme.description ?? "The security scheme `\(scheme.name)`."),
                    kind: ScopeNames.spelling(scheme.kind),
                    credential: ScopeNames.credential(scheme, label: schemeValues[scheme.name] ?? "credential"),
                    scopes: api.scopes.filter { $0.scheme == scheme.name }.map(scopeModel))
            },
            inclusions: api.scopes.filter { !$0.includes.isEmpty }.map {
                ScopesModel.Inclusion(
                    scope: SwiftText.literal($0.name), includes: $0.includes.map(SwiftText.literal))
            })
    }

    /// The protocols that a key must conform to for a requirement: those of all its scopes, or of the schemes alone
    /// where it names none. Nil where there are alternatives, which a constraint cannot express.
    func requirements(_ requirement: SecurityRequirement) -> [String]? {
        guard requirement.alternatives.count <= 1 else { return nil }
        return (requirement.alternatives.first ?? []).flatMap { part in
            part.scopes.isEmpty
                ? schemeTypes[part.scheme].map { ["Scheme.\($0)"] } ?? []
                : part.scopes.compactMap {
                    scopeTypes[SecurityRequirement.Part(scheme: part.scheme, scopes: [$0])].map { "Scope.\($0)" }
                }
        }
    }

    /// The expression of a requirement as a value.
    static func expression(_ requirement: SecurityRequirement) -> String {
        func arguments(_ part: SecurityRequirement.Part) -> String {
            ([part.scheme] + part.scopes).map(SwiftText.literal).joined(separator: ", ")
        }
        let alternatives = requirement.alternatives
        if alternatives.isEmpty { return ".none" }
        if alternatives.count == 1, let only = alternatives.first, only.count == 1, let part = only.first {
            return ".scheme(\(arguments(part)))"
        }
        let parts = alternatives.map { alternative in
            let parts = alternative.map { part in
                let scopes = part.scopes.map(SwiftText.literal).joined(separator: ", ")
                return "SchemeRequirement(\(SwiftText.literal(part.scheme)), [\(scopes)])"
            }
            return "[\(parts.joined(separator: ", "))]"
        }
        return ".anyOf([\(parts.joined(separator: ", "))])"
    }

    private static func spelling(_ kind: SecurityScheme.Kind) -> String {
        switch kind {
        case .bearer: ".bearer"
        case .basic: ".basic"
        case .http(let scheme): ".http(scheme: \(SwiftText.literal(scheme)))"
        case .apiKey(let place, let name):
            ".apiKey(in: .\(place == .path ? "query" : place.rawValue), name: \(SwiftText.literal(name)))"
        case .oauth2: ".oauth2"
        case .openIDConnect: ".openIDConnect"
        case .mutualTLS: ".mutualTLS"
        }
    }

    private static func credential(_ scheme: SecurityScheme, label: String) -> ScopesModel.Credential? {
        switch scheme.kind {
        case .bearer, .oauth2, .openIDConnect, .http:
            ScopesModel.Credential(
                parameters: "\(label) token: String", expression: ".bearer(token", knowsScopes: true)
        case .basic:
            ScopesModel.Credential(
                parameters: "\(label) user: String, password: String",
                expression: ".basic(user: user, password: password", knowsScopes: false)
        case .apiKey:
            ScopesModel.Credential(parameters: "\(label) key: String", expression: ".apiKey(key", knowsScopes: false)
        case .mutualTLS: nil
        }
    }
}

private enum StaticNames {
    /// Members that the type of scopes has anyway.
    static let reserved: Set<String> = ["rules", "rawValue", "description", "knownValues"]
}
