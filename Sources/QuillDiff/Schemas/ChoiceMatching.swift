import QuillOpenAPI

/// Which choice of an old union became which of a new one.
struct ChoiceMatching {
    /// Positions in the old and in the new list.
    private(set) var pairs: [(old: Int, new: Int)] = []
    /// Positions of old choices without a partner.
    private(set) var removed: [Int]
    /// Positions of new choices without a partner.
    private(set) var added: [Int]

    /// Finds partners by what tells most: the name, then what they say, then what they share.
    ///
    /// - Parameter isExhaustive: whether what is left over of the same kind belongs together, as in two unions.
    init(_ old: [SchemaUse], _ new: [SchemaUse], isExhaustive: Bool, _ catalogs: inout SchemaCatalogs) {
        removed = Array(old.indices)
        added = Array(new.indices)
        let before = old.map { Choice($0, &catalogs.old) }
        let after = new.map { Choice($0, &catalogs.new) }
        match { before[$0].name != nil && before[$0].name == after[$1].name }
        match { before[$0].print == after[$1].print }
        match { before[$0].tag != nil && before[$0].tag == after[$1].tag }
        match { before[$0].title != nil && before[$0].title == after[$1].title }
        matchLikely(before, after)
        guard isExhaustive else { return }
        // As many left of a kind on both sides: in their order.
        for kind in Set(removed.map { before[$0].kind }).sorted() where kind != Choice.objectKind {
            let gone = removed.filter { before[$0].kind == kind }
            let come = added.filter { after[$0].kind == kind }
            if gone.count == come.count { for (old, new) in zip(gone, come) { pair(old, new) } }
        }
    }

    private mutating func match(_ isPartner: (Int, Int) -> Bool) {
        for old in removed {
            if let new = added.first(where: { isPartner(old, $0) }) { pair(old, new) }
        }
    }

    /// Those that are most alike first, as long as they share half of what they have.
    private mutating func matchLikely(_ before: [Choice], _ after: [Choice]) {
        var candidates: [(old: Int, new: Int, likeness: Double)] = []
        for old in removed {
            for new in added {
                let likeness = before[old].likeness(to: after[new])
                if likeness >= 0.5 { candidates.append((old, new, likeness)) }
            }
        }
        for candidate in candidates.sorted(by: { $0.likeness > $1.likeness })
        where removed.contains(candidate.old) && added.contains(candidate.new) {
            pair(candidate.old, candidate.new)
        }
    }

    private mutating func pair(_ old: Int, _ new: Int) {
        pairs.append((old, new))
        removed.removeAll { $0 == old }
        added.removeAll { $0 == new }
    }

    /// What tells a choice from the others.
    private struct Choice {
        let name: String?
        let print: Int
        let title: String?
        /// A property with one possible value: `type=dog`.
        let tag: String?
        let kind: UInt8
        let properties: Set<String>

        static let objectKind = OpenAPI.SchemaTypes.object.rawValue

        init(_ use: SchemaUse, _ catalog: inout SchemaCatalog) {
            let flat = catalog.flat(use)
            name = use.target?.name
            print = catalog.fingerprint(use)
            title = flat.title
            kind = flat.types.rawValue
            var properties = Set(flat.properties.map(\.name))
            if !flat.items.isEmpty {
                let items = catalog.use(flat.items)
                properties.formUnion(catalog.flat(items).properties.map { "[].\($0.name)" })
            }
            self.properties = properties
            var tag: String?
            for property in flat.properties where flat.required.contains(property.name) {
                guard let values = catalog.flat(catalog.use(property.parts)).values, values.count == 1 else { continue }
                tag = "\(property.name)=\(NodeText.canonical(values[0]))"
                break
            }
            self.tag = tag
        }

        /// The share of their properties that two objects have in common.
        func likeness(to other: Choice) -> Double {
            let all = properties.union(other.properties).count
            return all == 0 ? 0 : Double(properties.intersection(other.properties).count) / Double(all)
        }
    }
}
