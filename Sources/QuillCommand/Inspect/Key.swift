import QuillAPI

/// A credential of one scheme, and the scopes that it was given.
struct Key {
    let scheme: String
    let scopes: [String]
    /// What it holds besides, because its scopes include it; in the order of the API's scopes.
    let included: [String]
    private let held: Set<String>

    init(scheme: String, scopes: [String], in api: API) {
        self.scheme = scheme
        self.scopes = scopes
        let given = Set(scopes)
        let all = api.scopes.filter { $0.scheme == scheme }
        held = all.reduce(into: given) { held, scope in
            if given.contains(scope.name) { held.formUnion(scope.includes) }
        }
        included = all.map(\.name).filter { [held] in held.contains($0) && !given.contains($0) }
    }

    /// Whether the key alone is enough for one of the endpoint's alternatives.
    func opens(_ endpoint: Endpoint) -> Bool {
        let alternatives = endpoint.security.alternatives
        return alternatives.isEmpty
            || alternatives.contains { parts in
                parts.allSatisfy { $0.scheme == scheme && held.isSuperset(of: $0.scopes) }
            }
    }
}
