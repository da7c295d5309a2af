import QuillAPI
import QuillParallel

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
        _ endpoints: [Endpoint], _ namespace: inout Namespace,
        isGiven: @Sendable (Endpoint) -> Bool = { _ in false }, candidates: @Sendable (Endpoint) -> [String]
    ) -> [String] {
        let claims = endpoints.concurrentMap { endpoint in
            let wanted = candidates(endpoint)
            return (rank: isGiven(endpoint) ? 0 : wanted.first == endpoint.id ? 1 : 2, id: endpoint.id, wanted: wanted)
        }
        let order = claims.indices.sorted { left, right in
            let (one, other) = (claims[left], claims[right])
            return (one.rank, one.id, left) < (other.rank, other.id, right)
        }
        var names = [String](repeating: "", count: endpoints.count)
        for index in order {
            let wanted = claims[index].wanted
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
