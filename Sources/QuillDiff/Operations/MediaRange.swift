import QuillNodes
import QuillOpenAPI

/// A media type or a range of them, `application/*`, by meaning: case and order of parameters do not count.
struct MediaRange: Hashable {
    /// `application/json`
    let essence: String
    /// `charset=utf-8`, sorted.
    let parameters: [String]

    init(_ text: String) {
        let parts = text.lowercased().split(separator: ";").map { part in
            String(part.filter { $0 != " " && $0 != "\t" })
        }
        essence = parts.first ?? ""
        parameters = parts.dropFirst().sorted()
    }

    /// Whether every type of another range is in this one.
    func contains(_ other: MediaRange) -> Bool {
        if essence == other.essence { return parameters.isEmpty }
        if essence == "*/*" { return true }
        guard essence.hasSuffix("/*") else { return false }
        return other.essence.hasPrefix(essence.dropLast())
    }
}

/// Which media type of an old body became which of a new one.
struct MediaPartners {
    typealias Entry = OpenAPI.Map<OpenAPI.MediaType>.Entry

    /// How two media types are related.
    enum Relation {
        case same, otherParameters, generalized, specialized
    }

    private(set) var pairs: [(old: Entry, new: Entry, relation: Relation)] = []
    private(set) var removed: [Entry]
    private(set) var added: [Entry]

    init(_ old: OpenAPI.Map<OpenAPI.MediaType>, _ new: OpenAPI.Map<OpenAPI.MediaType>) {
        removed = Array(old)
        added = Array(new)
        match(.same) { $0 == $1 }
        match(.otherParameters) { $0.essence == $1.essence }
        match(.generalized) { $1.contains($0) }
        match(.specialized) { $0.contains($1) }
    }

    private mutating func match(_ relation: Relation, _ isPartner: (MediaRange, MediaRange) -> Bool) {
        for entry in removed {
            let range = MediaRange(entry.key)
            guard let index = added.firstIndex(where: { isPartner(range, MediaRange($0.key)) }) else { continue }
            pairs.append((entry, added.remove(at: index), relation))
            removed.removeAll { $0.key == entry.key }
        }
    }
}

/// Examples by what they show.
struct Samples: Equatable {
    private let texts: [String]

    init(_ example: Node?, _ examples: OpenAPI.Map<OpenAPI.Example>) {
        texts =
            (example.map { [NodeText.canonical($0)] } ?? [])
            + examples.map { entry in
                let sample = entry.value
                let value = sample.value ?? sample.dataValue
                return [
                    entry.key, value.map(NodeText.canonical), sample.serializedValue, sample.externalValue,
                    sample.summary, sample.description,
                ].map { $0 ?? "-" }.joined(separator: "\n")
            }
    }
}
