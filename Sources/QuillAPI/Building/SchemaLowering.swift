import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// Turns OpenAPI schemas into types, declaring each that needs a declaration once.
struct SchemaLowering {
    private(set) var declared: [Schema] = []
    var faults = Faults()

    private let table: OpenAPI.SchemaTable
    /// What each referenced schema became. `open` while it is being worked on: met again then, it is recursive.
    private var lowered: [OpenAPI.Identity: State] = [:]
    private var ids: [SchemaID: OpenAPI.Identity] = [:]

    private enum State {
        /// Declared under this name, whether or not its declaration is complete.
        case declaration(SchemaID)
        case open
        case done(TypeUse)
    }

    init(table: OpenAPI.SchemaTable) {
        self.table = table
    }

    /// Makes sure that a component is declared although no endpoint may use it.
    mutating func declare(_ identity: OpenAPI.Identity) {
        guard let schema = table[identity] else { return }
        _ = reference(to: identity, at: schema.location)
    }

    /// The type of a schema.
    ///
    /// - Parameter id: what to call it should it need a declaration of its own.
    mutating func type(of schema: OpenAPI.SchemaReference, id: SchemaID) -> TypeUse {
        switch schema {
        case .inline(let schema): return type(of: schema, id: id)
        case .reference(let target, let siblings, let location):
            let use = reference(to: target, at: location)
            guard let siblings else { return use }
            if siblings.saysComposition || siblings.saysObject || siblings.enumeration != nil {
                faults.unsupported("keywords beside `$ref` that change its type", at: siblings.location)
            }
            return siblings.isNullable ? use.nullable : use
        }
    }

    private mutating func reference(to identity: OpenAPI.Identity, at location: SourceLocation) -> TypeUse {
        switch lowered[identity] {
        case .declaration(let id): return TypeUse(.schema(id), isNullable: isNullable(identity))
        case .done(let use): return use
        case .open:
            faults.unsupported("a schema that contains itself without an object in between", at: location)
            return TypeUse(.any)
        case nil: break
        }
        guard let schema = table[identity] else { return TypeUse(.any) }
        let id = name(identity)
        lowered[identity] = .open
        // An object or enumeration is known by its name before its parts are, so that it can contain itself.
        if case .inline(let schema) = schema, SchemaMeaning(schema).needsDeclaration {
            lowered[identity] = .declaration(id)
        }
        let use = type(of: schema, id: id)
        lowered[identity] = .done(use)
        return use
    }

    private func isNullable(_ identity: OpenAPI.Identity) -> Bool {
        table.resolve(.reference(target: identity, siblings: nil, location: placeholderLocation)).map {
            $0.schema.types?.contains(.null) == true || $0.schema.isNullable
        } ?? false
    }

    private var placeholderLocation: SourceLocation {
        SourceLocation(SourceText(path: "", bytes: []), offset: 0)
    }

    /// A component's own name; where two files have one of that name, the later adds its file's.
    private mutating func name(_ identity: OpenAPI.Identity) -> SchemaID {
        var id = SchemaID([identity.name])
        if let other = ids[id], other != identity { id = SchemaID([identity.file, identity.name]) }
        ids[id] = identity
        return id
    }

    private mutating func type(of schema: OpenAPI.Schema, id: SchemaID) -> TypeUse {
        refuseUnsupported(schema)
        let meaning = SchemaMeaning(schema)
        let constraints = Constraints(schema)
        switch meaning.kind {
        case .any:
            return TypeUse(.any)
        case .nothing:
            faults.unsupported("the schema `false`", at: schema.location)
            return TypeUse(.any)
        case .boolean:
            return TypeUse(.boolean, isNullable: meaning.isNullable)
        case .integer:
            let format = schema.format.flatMap(TypeUse.IntegerFormat.init) ?? .plain
            return TypeUse(.integer(format), isNullable: meaning.isNullable, constraints: constraints)
        case .number:
            let format = schema.format.flatMap(TypeUse.NumberFormat.init) ?? .plain
            return TypeUse(.number(format), isNullable: meaning.isNullable, constraints: constraints)
        case .string:
            return TypeUse(.string(.init(schema.format)), isNullable: meaning.isNullable, constraints: constraints)
        case .array:
            let item = schema.array.items.map { type(of: $0, id: id.adding("item")) } ?? TypeUse(.any)
            refuseInnerLimits(item, "items", at: schema.location)
            return TypeUse(.array(item), isNullable: meaning.isNullable, constraints: constraints)
        case .map:
            var value = TypeUse(.any)
            if case .schema(let schema) = schema.object.additionalProperties {
                value = type(of: schema, id: id.adding("value"))
            }
            refuseInnerLimits(value, "additionalProperties", at: schema.location)
            return TypeUse(.map(value), isNullable: meaning.isNullable, constraints: constraints)
        case .wrapper(let inner):
            let use = type(of: inner, id: id)
            return meaning.isNullable ? use.nullable : use
        case .object, .merged:
            return declare(id, .object(object(of: schema, id: id)), of: schema, isNullable: meaning.isNullable)
        case .strings(let values):
            return declare(
                id, .enumeration(Enumeration(values: .strings(values))), of: schema, isNullable: meaning.isNullable)
        case .integers(let values):
            return declare(
                id, .enumeration(Enumeration(values: .integers(values))), of: schema, isNullable: meaning.isNullable)
        case .unsupported(let construct):
            faults.unsupported(construct, at: schema.location)
            return TypeUse(.any)
        }
    }

    private mutating func declare(
        _ id: SchemaID, _ shape: Schema.Shape, of schema: OpenAPI.Schema, isNullable: Bool
    ) -> TypeUse {
        declared.append(
            Schema(
                id: id, shape: shape, title: schema.title, description: schema.description,
                isDeprecated: schema.isDeprecated, usage: [], location: schema.location))
        return TypeUse(.schema(id), isNullable: isNullable)
    }

    // MARK: Objects

    private mutating func object(of schema: OpenAPI.Schema, id: SchemaID) -> ObjectShape {
        var parts = ObjectParts()
        gather(schema, id: id, into: &parts, depth: 0)
        let properties = parts.properties.map { part in
            let annotations = resolvedAnnotations(part.schema)
            return Property(
                key: part.key, type: part.type, isRequired: parts.required.contains(part.key),
                isReadOnly: annotations.isReadOnly, isWriteOnly: annotations.isWriteOnly,
                isDeprecated: annotations.isDeprecated, description: annotations.description,
                defaultValue: annotations.defaultValue, location: part.location)
        }
        return ObjectShape(properties: properties, additional: parts.additional)
    }

    private struct ObjectParts {
        var properties: [Part] = []
        var required: Set<String> = []
        var additional: TypeUse?

        struct Part {
            let key: String
            let type: TypeUse
            let schema: OpenAPI.SchemaReference
            let location: SourceLocation
        }
    }

    /// Adds what a schema and the members of its `allOf` say about an object's members; the later statement wins.
    private mutating func gather(_ schema: OpenAPI.Schema, id: SchemaID, into parts: inout ObjectParts, depth: Int) {
        guard depth < 64 else {
            faults.error("recursive-allof", "`allOf` contains itself", at: schema.location)
            return
        }
        for member in schema.composition.allOf {
            guard let resolved = table.resolve(member)?.schema else { continue }
            if depth > 0 || resolved.saysComposition { refuseUnsupported(resolved) }
            gather(resolved, id: id, into: &parts, depth: depth + 1)
        }
        parts.required.formUnion(schema.object.required)
        for entry in schema.object.properties {
            let part = ObjectParts.Part(
                key: entry.key, type: type(of: entry.value, id: id.adding(entry.key)), schema: entry.value,
                location: entry.keyLocation)
            if let index = parts.properties.firstIndex(where: { $0.key == entry.key }) {
                parts.properties[index] = part
            } else {
                parts.properties.append(part)
            }
        }
        switch schema.object.additionalProperties {
        case .any: parts.additional = TypeUse(.any)
        case .schema(let schema): parts.additional = type(of: schema, id: id.adding("additional"))
        case .some(.none), nil: break
        }
    }

    private struct ResolvedAnnotations {
        var description: String?
        var defaultValue: Node?
        var isReadOnly = false
        var isWriteOnly = false
        var isDeprecated = false
    }

    /// What is said where a schema is used wins over what is said where it is declared; a type's own description
    /// stays with its declaration.
    private func resolvedAnnotations(_ reference: OpenAPI.SchemaReference) -> ResolvedAnnotations {
        var result = ResolvedAnnotations()
        let own: OpenAPI.Schema?
        switch reference {
        case .inline(let schema): own = schema
        case .reference(_, let siblings, _):
            own = siblings
            if let target = table.resolve(reference)?.schema {
                result.defaultValue = target.annotations.defaultValue
                result.isReadOnly = target.isReadOnly
                result.isWriteOnly = target.isWriteOnly
                result.isDeprecated = target.isDeprecated
            }
        }
        guard let own else { return result }
        result.description = own.description ?? own.title
        result.defaultValue = own.annotations.defaultValue ?? result.defaultValue
        result.isReadOnly = result.isReadOnly || own.isReadOnly
        result.isWriteOnly = result.isWriteOnly || own.isWriteOnly
        result.isDeprecated = result.isDeprecated || own.isDeprecated
        return result
    }

    // MARK: What is refused

    /// Limits are checked on members; those of what an array or a dictionary contains are not carried through yet.
    private mutating func refuseInnerLimits(_ type: TypeUse, _ keyword: String, at location: SourceLocation) {
        if !type.constraints.isEmpty { faults.unsupported("limits on values in `\(keyword)`", at: location) }
    }

    private mutating func refuseUnsupported(_ schema: OpenAPI.Schema) {
        let at = schema.location
        let composition = schema.composition
        if composition.not != nil { faults.unsupported("`not`", at: at) }
        if composition.condition != nil || composition.consequence != nil || composition.alternative != nil {
            faults.unsupported("`if`, `then` and `else`", at: at)
        }
        let object = schema.object
        if !object.patternProperties.isEmpty { faults.unsupported("`patternProperties`", at: at) }
        if object.propertyNames != nil { faults.unsupported("`propertyNames`", at: at) }
        if !object.dependentRequired.isEmpty || !object.dependentSchemas.isEmpty {
            faults.unsupported("`dependentRequired` and `dependentSchemas`", at: at)
        }
        if object.unevaluatedProperties != nil { faults.unsupported("`unevaluatedProperties`", at: at) }
        let array = schema.array
        if !array.prefixItems.isEmpty { faults.unsupported("`prefixItems`", at: at) }
        if array.contains != nil { faults.unsupported("`contains`", at: at) }
        if array.unevaluatedItems != nil { faults.unsupported("`unevaluatedItems`", at: at) }
        if schema.string.contentSchema != nil { faults.unsupported("`contentSchema`", at: at) }
        if schema.identifiers.dynamicReference != nil { faults.unsupported("`$dynamicRef`", at: at) }
    }
}

extension TypeUse.StringFormat {
    init(_ format: String?) {
        switch format {
        case "date-time": self = .dateTime
        case "date": self = .date
        case "uuid": self = .uuid
        case "uri", "url": self = .uri
        case "byte", "base64": self = .byte
        case "binary": self = .binary
        default: self = .plain
        }
    }
}

extension Constraints {
    init(_ schema: OpenAPI.Schema) {
        self.init()
        if schema.saysNumber {
            minimum = schema.number.minimum.map { Bound(value: $0.value, isExclusive: $0.isExclusive) }
            maximum = schema.number.maximum.map { Bound(value: $0.value, isExclusive: $0.isExclusive) }
            multipleOf = schema.number.multipleOf
        }
        if schema.saysString {
            minLength = schema.string.minLength
            maxLength = schema.string.maxLength
            pattern = schema.string.pattern
        }
        if schema.saysArray {
            minItems = schema.array.minItems
            maxItems = schema.array.maxItems
            uniqueItems = schema.array.isUnique
        }
        if schema.saysObject {
            minProperties = schema.object.minProperties
            maxProperties = schema.object.maxProperties
        }
    }
}
