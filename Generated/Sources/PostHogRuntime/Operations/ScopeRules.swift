// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

/// What holding a scope includes: with `["dataset:write": ["dataset:read"]]`, who may write may also read.
///
/// Client, server and `quill inspect` decide by the same rules.
public nonisolated struct ScopeRules: Sendable, Hashable {
    /// The scopes that each scope brings along, itself aside.
    public let includes: [String: Set<String>]

    /// Rules from what each scope includes.
    public init(includes: [String: Set<String>] = [:]) { self.includes = includes }

    /// The scopes together with all that they include, directly or through others.
    public func closure(of scopes: Set<String>) -> Set<String> {
        var closed = scopes
        var open = Array(scopes)
        while let scope = open.popLast() {
            for included in includes[scope] ?? [] where closed.insert(included).inserted {
                open.append(included)
            }
        }
        return closed
    }

    /// Whether somebody who was granted some scopes may do what requires others (all of them).
    public func covers(_ granted: Set<String>, _ required: [String]) -> Bool {
        if granted.isSuperset(of: required) { return true }
        return closure(of: granted).isSuperset(of: required)
    }
}
