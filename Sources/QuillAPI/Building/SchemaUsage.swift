/// Finds which schemas requests contain, and which responses.
struct SchemaUsage {
    private let schemas: [Schema]
    private let endpoints: [Endpoint]
    private let sent: [Endpoint]

    /// - Parameter sent: what the service sends: it fills in such a request as it does a response.
    init(schemas: [Schema], endpoints: [Endpoint], sent: [Endpoint]) {
        self.schemas = schemas
        self.endpoints = endpoints
        self.sent = sent
    }

    /// The schemas with their usage filled in.
    func marked() -> [Schema] {
        var positions: [SchemaID: Int] = [:]
        positions.reserveCapacity(schemas.count)
        for index in schemas.indices { positions[schemas[index].id] = index }
        var usages = [Schema.Usage](repeating: [], count: schemas.count)

        func mark(_ roots: [TypeUse], _ usage: Schema.Usage) {
            var waiting = roots.flatMap(\.schemas)
            while let id = waiting.popLast() {
                guard let index = positions[id], !usages[index].contains(usage) else { continue }
                usages[index].insert(usage)
                waiting += schemas[index].contents
            }
        }
        func mark(_ endpoints: [Endpoint], asking: Schema.Usage, answering: Schema.Usage) {
            for endpoint in endpoints {
                mark(endpoint.parameters.map(\.type), asking)
                mark(endpoint.body?.contents.map(\.type) ?? [], asking)
                mark(endpoint.responses.flatMap(\.contents).map(\.type), answering)
                mark(endpoint.responses.flatMap(\.headers).map(\.type), answering)
            }
        }
        mark(endpoints, asking: .request, answering: .response)
        mark(sent, asking: .response, answering: .request)
        return zip(schemas, usages).map { schema, usage in schema.with(usage: usage) }
    }
}

extension TypeUse {
    /// The declared schemas that this type speaks of directly.
    public var schemas: [SchemaID] {
        switch kind {
        case .schema(let id): [id]
        case .array(let item): item.schemas
        case .map(let value): value.schemas
        case .any, .boolean, .integer, .number, .string: []
        }
    }
}

extension Schema {
    /// The declared schemas that this one speaks of directly.
    public var contents: [SchemaID] {
        switch shape {
        case .object(let object):
            object.properties.flatMap(\.type.schemas) + (object.additional?.schemas ?? [])
        case .enumeration: []
        case .union(let union): union.choices.flatMap(\.type.schemas)
        }
    }
}
