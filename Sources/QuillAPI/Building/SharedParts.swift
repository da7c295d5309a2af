import QuillDiagnostics
import QuillOpenAPI

/// What the schemas are called that stand in parameters, headers, bodies and responses which operations share.
///
/// They are called after the part that they stand in, `DirectionParameter`, `NotFoundResponse`, and not after the
/// operation that comes first in the document: that may change, and says nothing to the others.
struct SharedParts {
    private(set) var names: [SourceLocation: SchemaID] = [:]
    private let taken: Set<SchemaID>

    /// - Parameter taken: names that belong to others.
    init(_ components: OpenAPI.Components, taken: Set<SchemaID>) {
        self.taken = taken
        for entry in components.parameters { note(entry.value.value, of: entry.key, "parameter") }
        for entry in components.headers { note(entry.value.value, of: entry.key, "header") }
        for entry in components.requestBodies { note(entry.value.content, of: entry.key, "body") }
        for entry in components.responses { note(entry.value.content, of: entry.key, "response") }
    }

    private mutating func note(_ value: OpenAPI.ParameterValue, of component: String, _ kind: String) {
        switch value {
        case .schema(let schema, _): note(schema, id(component, kind))
        case .content(_, let content): note(content.schema, id(component, kind))
        }
    }

    private mutating func note(_ content: OpenAPI.Map<OpenAPI.MediaType>, of component: String, _ kind: String) {
        let id = id(component, kind)
        var isFirst = true
        for entry in content {
            note(entry.value.schema, isFirst ? id : id.adding(entry.key))
            isFirst = false
        }
    }

    private mutating func note(_ schema: OpenAPI.SchemaReference?, _ id: SchemaID) {
        guard case .inline(let schema) = schema, names[schema.location] == nil else { return }
        names[schema.location] = id
    }

    /// `not_found`, `response`; a name that says already what it is of stays alone.
    private func id(_ component: String, _ kind: String) -> SchemaID {
        let alone = SchemaID([component])
        return component.lowercased().hasSuffix(kind) && !taken.contains(alone) ? alone : alone.adding(kind)
    }
}
