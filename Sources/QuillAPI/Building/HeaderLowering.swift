import QuillOpenAPI

/// The headers of responses.
extension EndpointLowering {
    /// - Parameter id: what to call a type that needs a declaration, before the name of its header.
    mutating func headers(
        of response: OpenAPI.Response, id: SchemaID, _ schemas: inout SchemaLowering
    ) -> [ResponseHeader] {
        var known: Set<String> = []
        return response.headers.compactMap { entry in
            // OpenAPI 3.1 §4.8.17.1: the media type says it.
            if entry.key.lowercased() == "content-type" {
                faults.warning(.ignoredHeader, "the header `\(entry.key)` is ignored", at: entry.keyLocation)
                return nil
            }
            guard known.insert(entry.key.lowercased()).inserted else {
                faults.warning(
                    .ignoredHeader, "the header `\(entry.key)` is described already, in another case; it is ignored",
                    at: entry.keyLocation)
                return nil
            }
            let header = entry.value
            let (type, layout) = value(of: header, id: id.adding(entry.key), &schemas)
            var notes = ReaderNotes(example: header.example, examples: header.examples)
            if case .schema(let schema, _) = header.value {
                let remarks = SchemaRemarks(on: [schema], in: document.schemas)
                notes = notes.orElse(remarks.notes).orElse(remarks.typeNotes)
            }
            return ResponseHeader(
                name: entry.key, type: type, isRequired: header.isRequired, isDeprecated: header.isDeprecated,
                layout: layout, description: header.description, notes: notes, location: entry.keyLocation)
        }
    }

    private mutating func value(
        of header: OpenAPI.Header, id: SchemaID, _ schemas: inout SchemaLowering
    ) -> (TypeUse, ValueLayout) {
        switch header.value {
        case .schema(let schema, let serialization):
            return (schemas.type(of: schema, id: id), ValueLayout(serialization))
        case .content(let mediaType, let content):
            if let type = jsonType(mediaType, content, id, &schemas) { return (type, .json) }
            if !ValueLayout.isText(mediaType) {
                faults.warning(
                    .textParameter, "a header of `\(mediaType)`: it is passed as text, in the form that this has",
                    at: header.location)
            }
            return (TypeUse(.string(.plain)), .text)
        }
    }
}
