import QuillAPI

/// What the compiler asks of a credential: a scheme, or a scope under its scheme.
enum AccessTerm: Hashable {
    case scheme(String)
    case scope(scheme: String, name: String)

    var scheme: String {
        switch self {
        case .scheme(let name), .scope(let name, _): name
        }
    }
}

/// Brings requirements to their shortest form, alternatives and conjunctions kept apart: what another part already
/// includes is left out, and so is an alternative that asks for more than another one does.
struct AccessRules {
    /// Every scope of each term that holding it includes, and its scheme.
    private let included: [AccessTerm: Set<AccessTerm>]
    /// The first of several scopes that include each other: to the compiler they are one.
    private let canonical: [AccessTerm: AccessTerm]

    init(_ api: API) {
        var included: [AccessTerm: Set<AccessTerm>] = [:]
        for scope in api.scopes {
            let terms = scope.includes.map { AccessTerm.scope(scheme: scope.scheme, name: $0) }
            included[.scope(scheme: scope.scheme, name: scope.name)] = Set(terms + [.scheme(scope.scheme)])
        }
        var canonical: [AccessTerm: AccessTerm] = [:]
        for scope in api.scopes {
            let term = AccessTerm.scope(scheme: scope.scheme, name: scope.name)
            for name in scope.includes {
                let other = AccessTerm.scope(scheme: scope.scheme, name: name)
                guard included[other]?.contains(term) == true, canonical[other] == nil else { continue }
                canonical[other] = canonical[term] ?? term
            }
            canonical[term] = canonical[term] ?? term
        }
        self.included = included
        self.canonical = canonical
    }

    /// The term that stands for another one that includes it and that it includes.
    func canonical(_ term: AccessTerm) -> AccessTerm { canonical[term] ?? term }

    func includes(_ one: AccessTerm, _ other: AccessTerm) -> Bool {
        one == other || included[one]?.contains(other) == true
    }

    /// Whether who meets the one conjunction meets the other as well.
    func includes(_ one: [AccessTerm], _ other: [AccessTerm]) -> Bool {
        other.allSatisfy { wanted in one.contains { includes($0, wanted) } }
    }

    /// What a scope includes next, without what that includes in turn.
    func nearest(_ scope: Scope) -> [AccessTerm] {
        let term = AccessTerm.scope(scheme: scope.scheme, name: scope.name)
        var found: [AccessTerm] = []
        for name in scope.includes {
            let other = canonical(.scope(scheme: scope.scheme, name: name))
            if other != canonical(term), !found.contains(other) { found.append(other) }
        }
        return found.filter { one in !found.contains { $0 != one && includes($0, one) } }
    }

    /// Alternatives in their shortest form. None: no credential has to be shown.
    func alternatives(of requirement: SecurityRequirement) -> [[AccessTerm]] {
        var kept: [[AccessTerm]] = []
        for alternative in requirement.alternatives {
            var terms: [AccessTerm] = []
            for part in alternative {
                let scopes = part.scopes.map { canonical(.scope(scheme: part.scheme, name: $0)) }
                for term in scopes.isEmpty ? [.scheme(part.scheme)] : scopes where !terms.contains(term) {
                    terms.append(term)
                }
            }
            terms = terms.filter { term in !terms.contains { $0 != term && includes($0, term) } }
            if terms.isEmpty { return [] }
            if kept.contains(where: { includes(terms, $0) }) { continue }
            kept.removeAll { includes($0, terms) }
            kept.append(terms)
        }
        return kept
    }
}
