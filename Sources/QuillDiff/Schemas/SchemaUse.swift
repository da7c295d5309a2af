import QuillDiagnostics
import QuillOpenAPI

/// Schemas that a value must follow all at once; most often one.
///
/// Equal where the schemas are the same ones of the same document.
struct SchemaUse: Hashable, Sendable {
    let parts: [OpenAPI.SchemaReference]
    /// The numbers of the parts in the catalogue.
    let key: [Int]

    static func == (left: Self, right: Self) -> Bool { left.key == right.key }

    func hash(into hasher: inout Hasher) { hasher.combine(key) }

    /// The schema that is referred to, where the use is nothing but a reference.
    var target: OpenAPI.Identity? {
        guard parts.count == 1, case .reference(let target, nil, _) = parts[0] else { return nil }
        return target
    }

    var location: SourceLocation? { parts.first?.location }
}

/// A property as a schema lists it.
struct PropertyUse: Sendable {
    let name: String
    var parts: [OpenAPI.SchemaReference]
    /// Where the name stands.
    let location: SourceLocation
}
