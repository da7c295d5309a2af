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
        let wanted = endpoints.map(candidates)
        func rank(_ index: Int) -> Int {
            if isGiven(endpoints[index]) { return 0 }
            return wanted[index].first == endpoints[index].id ? 1 : 2
        }
        let order = endpoints.indices.sorted { (rank($0), endpoints[$0].id, $0) < (rank($1), endpoints[$1].id, $1) }
        var names = [String](repeating: "", count: endpoints.count)
        for index in order {
            let endpoint = endpoints[index]
            let place = Words([endpoint.method] + Words(splitting: endpoint.path.text).words)
            names[index] = namespace.claim(wanted[index] + [Identifier.member(place, orElse: "operation")])
        }
        return names
    }
}
