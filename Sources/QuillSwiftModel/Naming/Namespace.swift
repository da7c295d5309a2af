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
        if let name = claim(free: candidates) { return name }
        let last = candidates.last.map { $0.filter { $0 != "`" } } ?? "name"
        let stem = last.last?.isNumber == true ? last + "_" : last
        var number = 2
        while !taken.insert(Namespace.key("\(stem)\(number)")).inserted { number += 1 }
        return "\(stem)\(number)"
    }

    /// The first of the candidates that is free; nil where none is.
    mutating func claim(free candidates: [String]) -> String? {
        candidates.first { taken.insert(Namespace.key($0)).inserted }
    }

    /// Gives out the names that were chosen, before any other, and the rest to whoever has none of them.
    ///
    /// - Returns: the chosen names that were free, by position.
    mutating func claim(chosen: [String?]) -> [Int: String] {
        var names: [Int: String] = [:]
        for (position, name) in chosen.enumerated() {
            guard let name else { continue }
            let escaped = Identifier.escaped(name)
            if taken.insert(Namespace.key(escaped)).inserted { names[position] = escaped }
        }
        return names
    }

    /// With and without backticks it is one name.
    private static func key(_ name: String) -> String {
        name.utf8.contains(UInt8(ascii: "`")) ? name.filter { $0 != "`" } : name
    }
}
