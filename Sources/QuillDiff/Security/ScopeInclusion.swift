import QuillAPI

/// Which scopes the holder of others has as well, by the configuration's rules.
struct ScopeInclusion {
    private let rules: [ScopeRule]
    /// Every scope that the documents name, by scheme.
    private let names: [String: Set<String>]

    init(rules: [ScopeRule], names: [String: Set<String>]) {
        self.rules = rules
        self.names = names
    }

    /// Whether someone who holds those scopes holds another.
    func covers(_ scope: String, by held: [String], of scheme: String) -> Bool {
        if held.contains(scope) { return true }
        let rules = rules.filter { $0.scheme == scheme }
        guard !rules.isEmpty else { return false }
        var known = names[scheme] ?? []
        known.insert(scope)
        var found = Set(held)
        var waiting = held
        while let current = waiting.popLast() {
            for rule in rules {
                guard let bindings = ScopePattern(rule.scope).match(current) else { continue }
                for pattern in rule.includes {
                    for name in known
                    where !found.contains(name)
                        && (pattern == "*" || ScopePattern(pattern).match(name, bindings) != nil)
                    {
                        found.insert(name)
                        waiting.append(name)
                    }
                }
            }
        }
        return found.contains(scope)
    }
}
