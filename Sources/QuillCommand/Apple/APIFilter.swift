import QuillAPI

/// A part of an API: what any of these names, with everything that it needs.
struct APIFilter: Hashable {
    /// By `operationId`.
    var operations: Set<String> = []
    var tags: Set<String> = []
    /// As the document writes them: `/pets/{id}`.
    var paths: Set<String> = []
    var schemas: Set<String> = []

    func part(of api: API) -> API {
        let endpoints = api.endpoints.filter { endpoint in
            operations.contains(endpoint.id) || tags.contains(endpoint.group.joined(separator: "/"))
                || paths.contains(endpoint.path.text)
        }
        return api.keeping(
            endpoints: Set(endpoints.map(\.id)),
            schemas: Set(api.schemas.map(\.id).filter { schemas.contains($0.description) }), groups: [],
            keepsSent: false)
    }
}
