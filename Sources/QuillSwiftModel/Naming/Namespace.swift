/// The names given out in one scope of the output. Hands out each once.
///
/// What a name becomes depends on the names that clash with it alone, and clashes are settled in an order that the
/// caller fixes, so that a new name elsewhere renames nothing.
struct Namespace {
    private var taken: Set<String>

    init(reserved: Set<String> = []) {
        taken = reserved
    }

    /// The first of the candidates that is free; failing those, the last with the smallest free number from 2.
    mutating func claim(_ candidates: String...) -> String { claim(candidates) }

    /// The first of the candidates that is free; failing those, the last with the smallest free number from 2.
    mutating func claim(_ candidates: [String]) -> String {
        for candidate in candidates where taken.insert(Namespace.key(candidate)).inserted { return candidate }
        let last = candidates.last.map { $0.filter { $0 != "`" } } ?? "name"
        let stem = last.last?.isNumber == true ? last + "_" : last
        var number = 2
        while !taken.insert(Namespace.key("\(stem)\(number)")).inserted { number += 1 }
        return "\(stem)\(number)"
    }

    /// With and without backticks it is one name.
    private static func key(_ name: String) -> String { name.filter { $0 != "`" } }
}
