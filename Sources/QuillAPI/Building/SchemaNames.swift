import QuillOpenAPI

/// What the schemas that references lead to are called.
///
/// A component of the root document has its own name, whatever else there is. Anything else is called by the last part
/// of its place; only where another one ends alike, the file comes before it, and if need be all of the place. So the
/// name depends on those that clash with it alone, not on the order in which they are met.
struct SchemaNames {
    private var ids: [OpenAPI.Identity: SchemaID] = [:]
    private(set) var taken: Set<SchemaID> = []

    init(_ document: OpenAPI.Document) {
        let components = Set(document.components.schemas.map(\.value))
        for component in components { give(SchemaID([component.name]), to: component) }
        let candidates: [(OpenAPI.Identity) -> SchemaID] = [
            { SchemaID([$0.name]) },
            { SchemaID(SchemaNames.fileWords($0) + ($0.pointer.isEmpty ? [] : [$0.name])) },
            { SchemaID(SchemaNames.fileWords($0) + $0.pointer.split(separator: "/").map(String.init)) },
        ]
        var nameless = document.schemas.map(\.identity).filter { !components.contains($0) }
        for candidate in candidates {
            let counts = Dictionary(nameless.map { (candidate($0), 1) }, uniquingKeysWith: +)
            for identity in nameless where counts[candidate(identity)] == 1 { give(candidate(identity), to: identity) }
            nameless.removeAll { ids[$0] != nil }
        }
        // Files that differ in their extensions only.
        for identity in nameless { give(SchemaID([identity.description]), to: identity) }
    }

    private mutating func give(_ id: SchemaID, to identity: OpenAPI.Identity) {
        if taken.insert(id).inserted { ids[identity] = id }
    }

    subscript(identity: OpenAPI.Identity) -> SchemaID { ids[identity] ?? SchemaID([identity.description]) }

    /// `models`, `pet` of `models/pet.yaml`
    private static func fileWords(_ identity: OpenAPI.Identity) -> [String] {
        var words = identity.file.split(separator: "/").map(String.init)
        if let last = words.popLast() {
            words.append(last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last)
        }
        return words
    }
}
