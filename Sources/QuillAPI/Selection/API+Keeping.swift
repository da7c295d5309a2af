extension API {
    /// A part of the API: some endpoints and schemas, and everything that they need.
    ///
    /// What schemas are used for stays as it is in the whole, so that a type does not change with what else is kept.
    ///
    /// - Parameters:
    ///   - endpoints: by their `operationId`.
    ///   - groups: by their path, beside those of the endpoints.
    ///   - keepsSent: whether what the service sends of itself is kept, all of it or nothing.
    public func keeping(
        endpoints kept: Set<String>, schemas: Set<SchemaID>, groups: Set<[String]>, keepsSent: Bool
    ) -> API {
        let endpoints = self.endpoints.filter { kept.contains($0.id) }
        let sent = keepsSent ? self.sent : []
        var needed: Set<SchemaID> = []
        var waiting = Array(schemas) + (endpoints + sent.map(\.endpoint)).flatMap(\.schemas)
        while let id = waiting.popLast() {
            guard needed.insert(id).inserted, let schema = schema(id) else { continue }
            waiting += schema.contents
        }
        var paths: Set<[String]> = []
        for path in groups.union(endpoints.map(\.group)) {
            for count in 0...path.count { paths.insert(Array(path.prefix(count))) }
        }
        return API(
            title: title, version: version, description: description, facts: facts, servers: servers,
            groups: self.groups.filter { paths.contains($0.path) }, endpoints: endpoints, sent: sent, schemes: schemes,
            scopes: scopes, schemas: self.schemas.filter { needed.contains($0.id) })
    }
}

extension Endpoint {
    /// The schemas that its parameters, body and responses mention.
    var schemas: [SchemaID] {
        let types =
            parameters.map(\.type) + (body?.contents ?? []).map(\.type)
            + responses.flatMap(\.contents).map(\.type)
            + responses.flatMap(\.headers).map(\.type)
        return types.flatMap(\.schemas) + [pagination?.page].compactMap { $0 }
    }
}
