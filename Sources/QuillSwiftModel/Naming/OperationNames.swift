import QuillAPI

/// Gives operations their names in one scope of the output.
///
/// Two operations whose ids differ only in what a Swift name has no letters for want the same name. Who gets it is
/// decided by their ids and not by where they stand, and the others are named after their methods and paths, so that
/// moving operations about renames none.
enum OperationNames {
    /// - Parameters:
    ///   - isGiven: whether somebody chose the name of an operation, which counts before everything.
    ///   - candidates: the names that an operation would have, the best first.
    /// - Returns: the names in the order of the operations.
    static func claimed(
        _ endpoints: [Endpoint], _ namespace: inout Namespace, isGiven: (Endpoint) -> Bool = { _ in false },
        candidates: (Endpoint) -> [String]
    ) -> [String] {
        let claims = endpoints.enumerated().map { index, endpoint in
            let wanted = candidates(endpoint)
            return (rank: isGiven(endpoint) ? 0 : wanted.first == endpoint.id ? 1 : 2, id: endpoint.id, index, wanted)
        }
        var names = [String](repeating: "", count: endpoints.count)
        for (_, _, index, wanted) in claims.sorted(by: { ($0.rank, $0.id, $0.2) < ($1.rank, $1.id, $1.2) }) {
            names[index] =
                namespace.claim(free: wanted) ?? namespace.claim(wanted + [lastResort(endpoints[index])])
        }
        return names
    }

    private static func lastResort(_ endpoint: Endpoint) -> String {
        let place = Words([endpoint.method] + Words(splitting: endpoint.path.text).words)
        return Identifier.member(place, orElse: "operation")
    }
}
