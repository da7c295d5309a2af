import QuillAPI

/// Finds the smallest key of a scheme that opens some endpoints: the one that can do least besides.
///
/// A key that holds fewer scopes, all those included counted, is smaller: `*` alone is not. Of the scopes that come to
/// the same, as few are named as possible.
struct KeySearch {
    private let api: API
    private let scheme: String
    /// The scheme's scopes in the API's order, and for each the numbers of all it holds, itself too.
    private let names: [String]
    private let closures: [Set<Int>]

    init(_ api: API, scheme: String) {
        self.api = api
        self.scheme = scheme
        let scopes = api.scopes.filter { $0.scheme == scheme }
        names = scopes.map(\.name)
        let numbers = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
        closures = scopes.enumerated().map { index, scope in
            Set(scope.includes.compactMap { numbers[$0] }).union([index])
        }
    }

    struct Result {
        let key: Key
        /// False where there were too many combinations to try them all.
        let isSmallest: Bool
    }

    /// - Returns: nil where no key of the scheme opens all of them.
    func smallest(for endpoints: [Endpoint]) -> Result? {
        var needs: [[Set<Int>]] = []
        for endpoint in endpoints {
            let ways = ways(into: endpoint)
            if ways.isEmpty { return nil }
            needs.append(ways)
        }
        // What has but one way in is settled, and may settle others.
        let settled = needs.filter { $0.count == 1 }.reduce(into: Set<Int>()) { $0.formUnion($1.first ?? []) }
        let open = needs.filter { ways in !ways.contains { $0.isSubset(of: settled) } }
        let (held, isSmallest) = search(open, from: settled)
        return Result(key: Key(scheme: scheme, scopes: named(held), in: api), isSmallest: isSmallest)
    }

    /// For each alternative that a key of the scheme can meet, what it then holds; without those that ask for more than
    /// another does.
    private func ways(into endpoint: Endpoint) -> [Set<Int>] {
        let alternatives = endpoint.security.alternatives
        if alternatives.isEmpty { return [[]] }
        var ways: [Set<Int>] = []
        for parts in alternatives where parts.allSatisfy({ $0.scheme == scheme }) {
            let way = parts.flatMap(\.scopes).compactMap(names.firstIndex).reduce(into: Set<Int>()) {
                $0.formUnion(closures[$1])
            }
            if ways.contains(where: { $0.isSubset(of: way) }) { continue }
            ways.removeAll { way.isSubset(of: $0) }
            ways.append(way)
        }
        return ways
    }

    /// Tries every combination of alternatives, leaving those that already hold more than the best one found.
    private func search(_ needs: [[Set<Int>]], from start: Set<Int>) -> (held: Set<Int>, isSmallest: Bool) {
        var best = needs.reduce(into: start) { held, ways in
            if !ways.contains(where: held.isSuperset), let way = ways.first { held.formUnion(way) }
        }
        var waiting = [(held: start, next: 0)]
        var tries = 0
        while let (held, next) = waiting.popLast() {
            tries += 1
            if tries > 100_000 { return (best, false) }
            guard held.count < best.count else { continue }
            guard next < needs.count else {
                best = held
                continue
            }
            if needs[next].contains(where: held.isSuperset) {
                waiting.append((held, next + 1))
            } else {
                for way in needs[next].reversed() { waiting.append((held.union(way), next + 1)) }
            }
        }
        return (best, true)
    }

    /// The fewest scopes that come to all those held: those that no other of them includes.
    private func named(_ held: Set<Int>) -> [String] {
        held.sorted().filter { scope in
            !held.contains { other in
                other != scope && closures[other].contains(scope)
                    && !(closures[scope].contains(other) && scope < other)
            }
        }
        .map { names[$0] }
    }
}
