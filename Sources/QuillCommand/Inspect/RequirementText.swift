import QuillAPI

/// What an operation asks of its caller, in few words: `dataset:read`, "none stated", "no security".
struct RequirementText {
    /// Scopes that name their scheme, because no other has them.
    private let unambiguous: Set<String>
    private let schemeCount: Int

    init(_ api: API) {
        var schemes: [String: Set<String>] = [:]
        for scope in api.scopes { schemes[scope.name, default: []].insert(scope.scheme) }
        unambiguous = Set(schemes.filter { $0.value.count == 1 }.keys)
        schemeCount = api.schemes.count
    }

    /// Alternatives are joined by "or", what is needed together by `+`.
    func text(_ requirement: SecurityRequirement) -> String {
        if requirement.alternatives.isEmpty { return "no security" }
        return requirement.alternatives.map { parts in
            parts.isEmpty ? "no security" : parts.map(text).joined(separator: " + ")
        }
        .joined(separator: " or ")
    }

    private func text(_ part: SecurityRequirement.Part) -> String {
        if part.scopes.isEmpty { return schemeCount > 1 ? "none stated (\(part.scheme))" : "none stated" }
        let scopes = part.scopes.joined(separator: " + ")
        return part.scopes.allSatisfy(unambiguous.contains) ? scopes : "\(scopes) (\(part.scheme))"
    }

    /// The same as a sentence has it: "`key` with `dataset:read`".
    static func sentence(_ requirement: SecurityRequirement) -> String {
        if requirement.alternatives.isEmpty { return "nothing" }
        return requirement.alternatives.map { parts in
            parts.isEmpty
                ? "nothing"
                : parts.map { part in
                    "`\(part.scheme)`"
                        + (part.scopes.isEmpty
                            ? "" : " with \(part.scopes.map { "`\($0)`" }.joined(separator: " and "))")
                }
                .joined(separator: " together with ")
        }
        .joined(separator: ", or ")
    }
}

extension SecurityRequirement {
    /// Whether no credential is needed.
    var admitsAnyone: Bool { alternatives.isEmpty || alternatives.contains(where: \.isEmpty) }
}
