import QuillDiagnostics

/// What a document leaves out or repeats although its meaning is clear; ``DocumentCheck`` warns of each.
extension OpenAPI.Document {
    /// The document with a text for every name in a path that no parameter describes, and without operation ids that
    /// are taken.
    func completed() -> OpenAPI.Document {
        var document = self
        var taken: [String: SourceLocation] = [:]
        document.paths = .init(
            paths.map { path in
                var item = path.value
                for index in item.operations.indices {
                    if let id = item.operations[index].operationID {
                        let location = item.operations[index].location
                        if taken[id, default: location] != location { item.operations[index].operationID = nil }
                        taken[id] = taken[id] ?? location
                    }
                    item.operations[index].parameters += item.assumedParameters(
                        of: item.operations[index], at: path.key)
                }
                return .init(key: path.key, keyLocation: path.keyLocation, value: item)
            })
        return document
    }
}

extension OpenAPI.PathItem {
    /// The names in the braces of a path that no parameter describes.
    func undeclaredNames(of operation: OpenAPI.Operation, in template: OpenAPI.PathTemplate) -> [String] {
        let declared = parameters(of: operation).filter { $0.place == .path }.map(\.name)
        return template.parameterNames.filter { !declared.contains($0) }
    }

    fileprivate func assumedParameters(of operation: OpenAPI.Operation, at path: String) -> [OpenAPI.Parameter] {
        guard let template = OpenAPI.PathTemplate(path) else { return [] }
        return undeclaredNames(of: operation, in: template).map { name in
            var schema = OpenAPI.Schema(at: operation.location)
            schema.types = .string
            return OpenAPI.Parameter(
                name: name, place: .path, isRequired: true, isDeprecated: false, allowsEmptyValue: false,
                value: .schema(.inline(schema), .standard(in: .path)), examples: .init(), extensions: [],
                location: operation.location)
        }
    }
}
