import QuillDiagnostics
import QuillOpenAPI

/// Pairs of an old and a new schema that stand in the same place, and the pairs inside them.
///
/// Every pair is compared once, however many operations lead to it, and schemas that contain themselves end where they
/// come round again. Built by a list of pairs that wait, not by recursion: documents nest as deep as they like.
struct SchemaGraph {
    private var catalogs: SchemaCatalogs
    private var numbers: [PairKey: Int] = [:]
    private(set) var pairs: [Pair] = []
    private var waiting: [Int] = []
    private let lifecycle: Lifecycle

    private struct PairKey: Hashable {
        let old: [Int]
        let new: [Int]
    }

    /// An old and a new schema with what differs.
    struct Pair {
        let old: SchemaUse
        let new: SchemaUse
        var changes: [SchemaChange] = []
        var steps: [Step] = []
        var isReadOnly = false
        var isWriteOnly = false

        /// The name of the schema, if it has one.
        var name: String? { (new.target ?? old.target)?.name }
    }

    /// The way to a pair inside another.
    struct Step {
        let step: PathStep
        let pair: Int
    }

    init(old: OpenAPI.Document, new: OpenAPI.Document, lifecycle: Lifecycle) {
        catalogs = SchemaCatalogs(old: SchemaCatalog(old), new: SchemaCatalog(new))
        self.lifecycle = lifecycle
    }

    /// The number of a pair, which is compared with everything inside it.
    mutating func compare(_ old: OpenAPI.SchemaReference, _ new: OpenAPI.SchemaReference) -> Int {
        let number = number(of: catalogs.old.use([old]), catalogs.new.use([new]))
        while let next = waiting.popLast() {
            let pair = pairs[next]
            var comparison = SchemaComparison(
                old: catalogs.old.flat(pair.old), new: catalogs.new.flat(pair.new), oldUse: pair.old,
                newUse: pair.new, lifecycle: lifecycle)
            comparison.run(&catalogs)
            let result = comparison.result
            pairs[next].changes = result.changes
            pairs[next].isReadOnly = result.isReadOnly
            pairs[next].isWriteOnly = result.isWriteOnly
            pairs[next].steps = result.inside.map { Step(step: $0.step, pair: self.number(of: $0.old, $0.new)) }
        }
        return number
    }

    private mutating func number(of old: SchemaUse, _ new: SchemaUse) -> Int {
        let key = PairKey(old: old.key, new: new.key)
        if let known = numbers[key] { return known }
        let number = pairs.count
        numbers[key] = number
        pairs.append(Pair(old: old, new: new))
        waiting.append(number)
        return number
    }

    /// For each pair whether a change is in it or inside it.
    func pairsWithChanges() -> [Bool] {
        var users: [[Int]] = Array(repeating: [], count: pairs.count)
        var found = Array(repeating: false, count: pairs.count)
        var waiting: [Int] = []
        for (number, pair) in pairs.enumerated() {
            for step in pair.steps { users[step.pair].append(number) }
            if !pair.changes.isEmpty {
                found[number] = true
                waiting.append(number)
            }
        }
        while let number = waiting.popLast() {
            for user in users[number] where !found[user] {
                found[user] = true
                waiting.append(user)
            }
        }
        return found
    }
}
