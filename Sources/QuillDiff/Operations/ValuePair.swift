import QuillOpenAPI

/// What a parameter or a header holds in both documents, the style aside in which a schema's values are written.
struct ValuePair {
    /// The schemas, where both documents state one for a value of the same kind.
    let schemas: (old: OpenAPI.SchemaReference, new: OpenAPI.SchemaReference)?
    /// `text/plain → application/json`, where the value is written in another media type, or in one instead of a style.
    let mediaTypeChange: String?

    init(_ old: OpenAPI.ParameterValue, _ new: OpenAPI.ParameterValue) {
        switch (old, new) {
        case (.schema(let before, _), .schema(let after, _)):
            schemas = (before, after)
            mediaTypeChange = nil
        case (.content(let type, let before), .content(let other, let after)):
            schemas = before.schema.flatMap { schema in after.schema.map { (schema, $0) } }
            mediaTypeChange = MediaRange(type) == MediaRange(other) ? nil : NodeText.change(type, other)
        case (.schema, .content(let type, _)):
            schemas = nil
            mediaTypeChange = NodeText.change(nil, type)
        case (.content(let type, _), .schema):
            schemas = nil
            mediaTypeChange = NodeText.change(type, nil)
        }
    }
}
