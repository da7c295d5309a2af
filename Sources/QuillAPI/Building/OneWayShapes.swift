import QuillDiagnostics

/// Gives requests and responses shapes of their own where `readOnly` and `writeOnly` make them differ (OpenAPI 3.1
/// §4.8.24.2).
///
/// What goes one way only is not part of a shape for the other way. A schema that is used both ways keeps one shape as
/// long as none of its one-way properties is required: then it is left out where it does not belong. Otherwise requests
/// get a shape of their own, `Dataset.Input` beside `Dataset`, and so do schemas that contain such a schema.
struct OneWayShapes {
    private let schemas: [Schema]
    private let positions: [SchemaID: Int]
    /// The shape for requests of each schema that has two.
    private(set) var inputs: [SchemaID: SchemaID] = [:]

    init(_ schemas: [Schema]) {
        self.schemas = schemas
        positions = Dictionary(zip(schemas.map(\.id), schemas.indices), uniquingKeysWith: { first, _ in first })
        let divided = dividedSchemas()
        for schema in schemas where divided.contains(schema.id) {
            var id = schema.id.adding("Input")
            var number = 2
            while positions[id] != nil {
                id = schema.id.adding("Input\(number)")
                number += 1
            }
            inputs[schema.id] = id
        }
    }

    /// The schemas used both ways that have a required one-way property, and all such that lead to one.
    private func dividedSchemas() -> Set<SchemaID> {
        var users: [SchemaID: [SchemaID]] = [:]
        var waiting: [SchemaID] = []
        for schema in schemas where schema.usage == [.request, .response] {
            for id in schema.contents { users[id, default: []].append(schema.id) }
            guard case .object(let object) = schema.shape else { continue }
            if object.properties.contains(where: { $0.isRequired && ($0.isReadOnly || $0.isWriteOnly) }) {
                waiting.append(schema.id)
            }
        }
        var divided: Set<SchemaID> = []
        while let id = waiting.popLast() {
            if divided.insert(id).inserted { waiting += users[id] ?? [] }
        }
        return divided
    }

    /// The schemas, the shapes for requests each behind the one for responses.
    func settled() -> [Schema] {
        schemas.flatMap { schema -> [Schema] in
            guard let input = inputs[schema.id] else {
                return [schema.with(shape: shape(schema.shape, for: schema.usage, isInput: schema.usage == .request))]
            }
            return [
                schema.with(shape: shape(schema.shape, for: .response, isInput: false), usage: .response),
                schema.with(id: input, shape: shape(schema.shape, for: .request, isInput: true), usage: .request),
            ]
        }
    }

    /// - Parameter isInput: whether what it contains has the shape for requests.
    private func shape(_ shape: Schema.Shape, for usage: Schema.Usage, isInput: Bool) -> Schema.Shape {
        switch shape {
        case .enumeration: return shape
        case .union(let union):
            return .union(isInput ? union.mappingTypes { $0.mapping(inputs) } : union)
        case .object(let object):
            // A member that has no property here must not be taken for something else, or refused.
            let canLeaveOut = !object.isClosed && object.additional?.isAny ?? true
            let properties = object.properties.compactMap { property -> Property? in
                let isForeign =
                    usage == .request && property.isReadOnly || usage == .response && property.isWriteOnly
                if isForeign, canLeaveOut { return nil }
                return property.with(
                    type: isInput ? property.type.mapping(inputs) : property.type,
                    isRequired: property.isRequired && !isForeign)
            }
            return .object(
                ObjectShape(
                    properties: properties,
                    additional: isInput ? object.additional?.mapping(inputs) : object.additional,
                    isClosed: object.isClosed, rule: object.rule))
        }
    }

    /// An operation of which the requests, or the responses, have the shapes for requests.
    func endpoint(_ endpoint: Endpoint, isSent: Bool) -> Endpoint {
        guard !inputs.isEmpty else { return endpoint }
        var endpoint = endpoint
        if isSent {
            for index in endpoint.responses.indices {
                endpoint.responses[index].contents = endpoint.responses[index].contents.map { $0.mapping(inputs) }
            }
        } else {
            for index in endpoint.parameters.indices {
                endpoint.parameters[index].type = endpoint.parameters[index].type.mapping(inputs)
            }
            endpoint.body = endpoint.body.map { body in
                var body = body
                body.content = body.content.mapping(inputs)
                body.others = body.others.map { $0.mapping(inputs) }
                return body
            }
        }
        return endpoint
    }
}

extension TypeUse {
    /// The type with other schemas in place of some.
    func mapping(_ ids: [SchemaID: SchemaID]) -> TypeUse {
        let kind: Kind =
            switch kind {
            case .schema(let id): .schema(ids[id] ?? id)
            case .array(let item): .array(item.mapping(ids))
            case .map(let value): .map(value.mapping(ids))
            default: kind
            }
        return TypeUse(kind, isNullable: isNullable, constraints: constraints)
    }

    fileprivate var isAny: Bool { if case .any = kind { true } else { false } }
}

extension Content {
    fileprivate func mapping(_ ids: [SchemaID: SchemaID]) -> Content {
        var content = self
        content.type = type.mapping(ids)
        return content
    }
}

extension Union {
    func mappingTypes(_ transform: (TypeUse) -> TypeUse) -> Union {
        Union(
            choices: choices.map {
                Choice(
                    name: $0.name, type: transform($0.type), test: $0.test, tag: $0.tag, isDeprecated: $0.isDeprecated)
            },
            discriminator: discriminator)
    }
}
