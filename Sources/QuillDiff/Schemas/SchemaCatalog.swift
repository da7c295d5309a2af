import QuillDiagnostics
import QuillOpenAPI

/// The schemas of one document, each put together once.
struct SchemaCatalog {
    private let table: OpenAPI.SchemaTable
    private var numbers: [Part: Int] = [:]
    private var flats: [[Int]: FlatSchema] = [:]
    private var prints: [PrintKey: Int] = [:]

    /// What makes a part the same as another.
    private enum Part: Hashable {
        case target(OpenAPI.Identity)
        case place(ObjectIdentifier, Int, isSibling: Bool)
    }

    private struct PrintKey: Hashable {
        let key: [Int]
        let depth: Int
    }

    init(_ document: OpenAPI.Document) {
        table = document.schemas
    }

    /// Schemas that hold for one value.
    mutating func use(_ parts: [OpenAPI.SchemaReference]) -> SchemaUse {
        var key: [Int] = []
        key.reserveCapacity(parts.count)
        for part in parts {
            switch part {
            case .inline(let schema): key.append(number(of: place(schema.location, isSibling: false)))
            case .reference(let target, let siblings, _):
                key.append(number(of: .target(target)))
                if let siblings { key.append(number(of: place(siblings.location, isSibling: true))) }
            }
        }
        return SchemaUse(parts: parts, key: key)
    }

    private func place(_ location: SourceLocation, isSibling: Bool) -> Part {
        .place(ObjectIdentifier(location.source), location.offset, isSibling: isSibling)
    }

    private mutating func number(of part: Part) -> Int {
        if let known = numbers[part] { return known }
        let number = numbers.count
        numbers[part] = number
        return number
    }

    /// What the schemas say together.
    mutating func flat(_ use: SchemaUse) -> FlatSchema {
        if let known = flats[use.key] { return known }
        let flat = SchemaFlattening.flat(use, in: table)
        flats[use.key] = flat
        return flat
    }

    /// A number that is the same for schemas that look alike down to a depth, and for few others.
    ///
    /// Only finds partners among the choices of a union; what the partners differ in is found by comparing them.
    mutating func fingerprint(_ use: SchemaUse, depth: Int = 3) -> Int {
        let printKey = PrintKey(key: use.key, depth: depth)
        if let known = prints[printKey] { return known }
        let flat = flat(use)
        var hasher = Hasher()
        hasher.combine(flat.types.rawValue)
        hasher.combine(flat.allowsNull)
        hasher.combine(flat.format)
        hasher.combine(flat.values.map { Set($0.map(NodeText.canonical)) })
        hasher.combine(flat.minimum)
        hasher.combine(flat.maximum)
        hasher.combine(flat.minLength)
        hasher.combine(flat.maxLength)
        hasher.combine(flat.patterns)
        hasher.combine(Set(flat.required))
        hasher.combine(flat.multiples)
        hasher.combine(flat.minItems)
        hasher.combine(flat.maxItems)
        hasher.combine(flat.isUnique)
        hasher.combine(flat.minProperties)
        hasher.combine(flat.maxProperties)
        hasher.combine(flat.unions.count)
        hasher.combine(flat.exclusions.count)
        hasher.combine(Set(flat.properties.map(\.name)))
        if depth > 0 {
            for property in flat.properties.sorted(by: { $0.name < $1.name }) {
                hasher.combine(fingerprint(self.use(property.parts), depth: depth - 1))
            }
            if !flat.items.isEmpty { hasher.combine(fingerprint(self.use(flat.items), depth: depth - 1)) }
            var choices: [Int] = []
            for choice in flat.unions.flatMap(\.choices) {
                choices.append(fingerprint(self.use([choice]), depth: depth - 1))
            }
            hasher.combine(choices.sorted())
        }
        let print = hasher.finalize()
        prints[printKey] = print
        return print
    }
}

/// The schemas of the two documents that are compared.
struct SchemaCatalogs {
    var old: SchemaCatalog
    var new: SchemaCatalog
}
