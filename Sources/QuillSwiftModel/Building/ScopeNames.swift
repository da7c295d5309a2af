import QuillAPI

/// The Swift names of security schemes and scopes, and of the requirements that combine them.
///
/// What a key may do is a protocol, and a key is a type that conforms to some of them. "One or the other" is a protocol
/// that each of the alternatives refines, so that a key that declares either conforms to it without saying so. Where an
/// alternative is itself several things at once it gets a protocol too, since conforming to its parts would not tell the
/// compiler of the whole.
struct ScopeNames {
    let model: ScopesModel
    private let rules: AccessRules
    private let protocols: [AccessTerm: String]
    private let combined: [Set<AccessTerm>: String]
    private let either: [Set<Set<AccessTerm>>: String]

    init(_ api: API) {
        let rules = AccessRules(api)
        let names = TermNames(api)
        var requirements: [[[AccessTerm]]] = []
        var known: Set<Set<Set<AccessTerm>>> = []
        for endpoint in api.endpoints {
            let alternatives = rules.alternatives(of: endpoint.security)
            guard alternatives.count > 1, known.insert(Set(alternatives.map(Set.init))).inserted else { continue }
            requirements.append(alternatives)
        }
        var namespaces = names.namespaces
        let combinations = ScopeNames.combinations(in: requirements, names, &namespaces)
        let choices = ScopeNames.choices(requirements, names, &namespaces)
        self.rules = rules
        protocols = names.protocols
        combined = Dictionary(combinations.map { (Set($0.terms), $0.name) }, uniquingKeysWith: { first, _ in first })
        either = Dictionary(
            choices.map { (Set($0.alternatives.map(Set.init)), $0.name) }, uniquingKeysWith: { first, _ in first })

        /// What a term or a combination refines for being an alternative of some requirement.
        func choicesRefined(by terms: [AccessTerm]) -> [String] {
            choices.filter { $0.alternatives.contains { Set($0) == Set(terms) } }.map(\.name)
        }
        func scopeModel(_ scope: Scope) -> ScopesModel.ScopeModel {
            let term = AccessTerm.scope(scheme: scope.scheme, name: scope.name)
            let included = rules.nearest(scope).compactMap { names.protocols[$0] }
            let canonical = rules.canonical(term)
            return ScopesModel.ScopeModel(
                typeName: names.types[term] ?? "", valueName: names.values[term] ?? "",
                literal: SwiftText.literal(scope.name),
                comment: SwiftText.commentLines(scope.meaning ?? "The scope `\(scope.name)`."),
                refines: (included.isEmpty ? [names.protocols[.scheme(scope.scheme)] ?? ""] : included)
                    + choicesRefined(by: [term]),
                alias: canonical == term ? nil : names.protocols[canonical])
        }
        /// What a credential conforms to that may turn out to hold everything under some schemes.
        func everything(_ schemes: [SecurityScheme]) -> [String] {
            let inScope = Set(schemes.map(\.name))
            var all = api.scopes.filter { inScope.contains($0.scheme) }.map {
                [rules.canonical(.scope(scheme: $0.scheme, name: $0.name))]
            }
            all += combinations.map(\.terms).filter { $0.allSatisfy { inScope.contains($0.scheme) } }
            all += schemes.map { [.scheme($0.name)] }
            var widest: [[AccessTerm]] = []
            for terms in all where !widest.contains(terms) {
                if all.contains(where: { Set($0) != Set(terms) && rules.includes($0, terms) }) { continue }
                widest.append(terms)
            }
            return widest.compactMap { terms in
                terms.count == 1
                    ? terms.first.flatMap { names.protocols[$0] }
                    : combinations.first { $0.terms == terms }?.name
            }
        }
        model = ScopesModel(
            schemes: api.schemes.map { scheme in
                let term = AccessTerm.scheme(scheme.name)
                let label = names.values[term] ?? "credential"
                let choices = choicesRefined(by: [term])
                return ScopesModel.Scheme(
                    typeName: names.types[term] ?? "", valueName: label,
                    literal: SwiftText.literal(scheme.name),
                    comment: SwiftText.commentLines(scheme.description ?? "The security scheme `\(scheme.name)`.")
                        + (scheme.isDeprecated ? ["", Deprecation.warning] : []),
                    deprecation: scheme.isDeprecated ? Deprecation.message : nil,
                    refines: choices.isEmpty ? ["Sendable"] : choices, everything: everything([scheme]),
                    kind: ScopeNames.spelling(scheme.kind),
                    credential: ScopeNames.credential(
                        scheme, label: label, hasScopes: api.scopes.contains { $0.scheme == scheme.name }),
                    issuer: scheme.issuer.map(ScopeNames.issuer),
                    scopes: api.scopes.filter { $0.scheme == scheme.name }.map(scopeModel))
            },
            combinations: combinations.map { combination in
                let weaker = combinations.filter { $0.name != combination.name }
                    .filter { rules.includes(combination.terms, $0.terms) }.map(\.name)
                return ScopesModel.Compound(
                    combination.name, "Together: ", ScopeNames.words([combination.terms]),
                    refines: combination.terms.compactMap { names.protocols[$0] } + weaker
                        + choicesRefined(by: combination.terms))
            },
            choices: choices.map { choice in
                ScopesModel.Compound(
                    choice.name, "What any of these conforms to: ", ScopeNames.words(choice.alternatives),
                    refines: ["Sendable"])
            },
            everything: combinations.contains { Set($0.terms.map(\.scheme)).count > 1 }
                ? everything(api.schemes) : nil,
            inclusions: api.scopes.filter { !$0.includes.isEmpty }.map {
                ScopesModel.Inclusion(
                    scope: SwiftText.literal($0.name), includes: $0.includes.map(SwiftText.literal))
            })
    }

    /// The protocols that a key must conform to for a requirement. None where anyone may call.
    func requirements(_ requirement: SecurityRequirement) -> [String] {
        let alternatives = rules.alternatives(of: requirement)
        if alternatives.count > 1 { return either[Set(alternatives.map(Set.init))].map { [$0] } ?? [] }
        return (alternatives.first ?? []).compactMap { protocols[$0] }
    }

    /// The protocols that the smallest key declares that meets a requirement by its first alternative.
    func declaration(for requirement: SecurityRequirement) -> [String] {
        let alternatives = rules.alternatives(of: requirement)
        guard let first = alternatives.first else { return [] }
        if alternatives.count > 1, let name = combined[Set(first)] { return [name] }
        return first.compactMap { protocols[$0] }
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

    private static func issuer(_ issuer: TokenIssuer) -> ScopesModel.Issuer {
        ScopesModel.Issuer(
            flows: issuer.flows.map { flow in
                let addresses = [
                    ("authorization", flow.authorizationURL), ("device", flow.deviceURL), ("token", flow.tokenURL),
                    ("refresh", flow.refreshURL),
                ].compactMap { label, url in url.map { "\(label): \(SwiftText.literal($0))" } }
                return ".\(flow.grant.rawValue): .init(\(addresses.joined(separator: ", ")))"
            },
            metadata: issuer.metadata.map(SwiftText.literal))
    }

    private static func credential(
        _ scheme: SecurityScheme, label: String, hasScopes: Bool
    ) -> ScopesModel.Credential? {
        switch scheme.kind {
        case .bearer, .oauth2, .openIDConnect:
            ScopesModel.Credential(
                parameters: "\(labelled(label, "token")): String", expression: ".bearer(token", knowsScopes: true,
                source: scheme.issuer == nil ? nil : ".bearer(source", sourceParameter: labelled(label, "source"))
        // What a scheme of its own sends is either known or made for each request.
        case .http:
            ScopesModel.Credential(
                parameters: "\(labelled(label, "token")): String", expression: ".bearer(token", knowsScopes: true,
                source: ".authorization(source", sourceParameter: labelled(label, "source"))
        case .basic:
            ScopesModel.Credential(
                parameters: "\(labelled(label, "user")): String, password: String",
                expression: ".basic(user: user, password: password", knowsScopes: hasScopes)
        case .apiKey:
            ScopesModel.Credential(
                parameters: "\(labelled(label, "key")): String", expression: ".apiKey(key", knowsScopes: hasScopes)
        case .mutualTLS: nil
        }
    }

    /// Swift warns of a name that repeats its label.
    private static func labelled(_ label: String, _ name: String) -> String {
        label == name ? name : "\(label) \(name)"
    }
}

// MARK: - Requirements that combine

extension ScopeNames {
    private struct Combination {
        let terms: [AccessTerm]
        let name: String
    }

    private struct Choice {
        let alternatives: [[AccessTerm]]
        let name: String
    }

    /// The alternatives that ask for several things at once, in the order of their names.
    private static func combinations(
        in requirements: [[[AccessTerm]]], _ names: TermNames, _ namespaces: inout TermNames.Namespaces
    ) -> [Combination] {
        var known: Set<Set<AccessTerm>> = []
        let terms = requirements.joined().filter { $0.count > 1 && known.insert(Set($0)).inserted }
            .map { names.ordered($0) }
        return terms.map { ($0, names.name(ofAll: $0)) }.sorted { $0.1 < $1.1 }.map { terms, name in
            Combination(terms: terms, name: namespaces.claim(name, for: terms))
        }
    }

    /// The requirements with alternatives, in the order of their names.
    private static func choices(
        _ requirements: [[[AccessTerm]]], _ names: TermNames, _ namespaces: inout TermNames.Namespaces
    ) -> [Choice] {
        let ordered = requirements.map { alternatives in
            alternatives.map { names.ordered($0) }.sorted { names.comesBefore($0, $1) }
        }
        return ordered.map { ($0, names.name(ofAny: $0)) }.sorted { $0.1 < $1.1 }.map { alternatives, name in
            Choice(alternatives: alternatives, name: namespaces.claim(name, for: Array(alternatives.joined())))
        }
    }

    /// `` `header`, or `oauth` with `admin` ``
    private static func words(_ alternatives: [[AccessTerm]]) -> String {
        alternatives.map { terms in
            var schemes: [String] = []
            var scopes: [String: [String]] = [:]
            for term in terms {
                if !schemes.contains(term.scheme) { schemes.append(term.scheme) }
                if case .scope(let scheme, let name) = term { scopes[scheme, default: []].append("`\(name)`") }
            }
            return schemes.map { scheme in
                "`\(scheme)`" + (scopes[scheme].map { " with \($0.joined(separator: ", "))" } ?? "")
            }.joined(separator: " and ")
        }.joined(separator: ", or ")
    }
}

extension ScopesModel.Compound {
    fileprivate init(_ name: String, _ prefix: String, _ words: String, refines: [String]) {
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        self.init(
            namespace: parts.first ?? "", typeName: parts.last ?? "",
            comment: SwiftText.commentLines(prefix + words + "."), refines: refines)
    }
}

/// The names of schemes and scopes as types and as values.
private struct TermNames {
    /// The names that the extensions of `Scheme` and `Scope` give out.
    struct Namespaces {
        var schemes = Namespace()
        var scopes = Namespace(reserved: ["Scope", "Scheme"])

        /// A name for what combines terms: beside the scopes if it speaks of one, else beside the schemes.
        mutating func claim(_ name: String, for terms: [AccessTerm]) -> String {
            let isOfSchemes = terms.allSatisfy { if case .scheme = $0 { true } else { false } }
            return isOfSchemes ? "Scheme." + schemes.claim(name) : "Scope." + scopes.claim(name)
        }
    }

    private(set) var types: [AccessTerm: String] = [:]
    private(set) var values: [AccessTerm: String] = [:]
    private(set) var protocols: [AccessTerm: String] = [:]
    private(set) var namespaces = Namespaces()

    init(_ api: API) {
        for scheme in api.schemes {
            let words = Words(splitting: scheme.name)
            let name = namespaces.schemes.claim(Identifier.type(words, orElse: "Credential"))
            types[.scheme(scheme.name)] = name
            protocols[.scheme(scheme.name)] = "Scheme.\(name)"
        }
        var schemeValues = Namespace(reserved: ["all"])
        var scopeValues = Namespace(reserved: StaticNames.reserved)
        for scheme in api.schemes {
            values[.scheme(scheme.name)] = schemeValues.claim(
                Identifier.member(Words(splitting: scheme.name), orElse: "credential"))
        }
        for scope in api.scopes {
            let term = AccessTerm.scope(scheme: scope.scheme, name: scope.name)
            let words = Words(splitting: scope.name)
            let qualified = Words(Words(splitting: scope.scheme).words + words.words)
            let name = namespaces.scopes.claim(
                Identifier.type(words, orElse: "Empty"), Identifier.type(qualified, orElse: "Empty"))
            types[term] = name
            protocols[term] = "Scope.\(name)"
            values[term] = scopeValues.claim(
                Identifier.member(words, orElse: "empty"), Identifier.member(qualified, orElse: "empty"))
        }
    }

    /// Whatever the order in which the document names them, so that it renames nothing: schemes first, each by name.
    func ordered(_ terms: [AccessTerm]) -> [AccessTerm] {
        terms.sorted { comesBefore([$0], [$1]) }
    }

    func comesBefore(_ one: [AccessTerm], _ other: [AccessTerm]) -> Bool {
        func key(_ terms: [AccessTerm]) -> [String] { terms.map { protocols[$0] ?? "" } }
        return key(one).lexicographicallyPrecedes(key(other))
    }

    func name(ofAll terms: [AccessTerm]) -> String { joined(terms.map { types[$0] ?? "" }, by: "And", most: 3) }

    func name(ofAny alternatives: [[AccessTerm]]) -> String {
        joined(alternatives.map(name(ofAll:)), by: "Or", most: 4)
    }

    private func joined(_ names: [String], by word: String, most: Int) -> String {
        guard names.count > most, let first = names.first else { return names.joined(separator: word) }
        return "\(first)\(word)\(names.count - 1)More"
    }
}

private enum StaticNames {
    /// Members that the type of scopes has anyway.
    static let reserved: Set<String> = ["rules", "rawValue", "description", "knownValues"]
}
