import QuillDiagnostics
import QuillNodes

extension DocumentReading {
    /// A schema where it is used. What a reference leads to is not read here but put down to be read later, which
    /// makes the depth of reading independent of how schemas refer to each other.
    mutating func schema(_ node: Node) -> OpenAPI.SchemaReference? {
        guard let object = node.object else { return schemaWithoutKeywords(node) }
        guard enter(node.location) else { return nil }
        defer { leave() }
        guard object["$id"]?.string != nil, let own = files.resource(at: node.location, in: file) else {
            return schemaOrReference(object, at: node.location)
        }
        let outer = resource
        resource = own
        defer { resource = outer }
        return schemaOrReference(object, at: node.location)
    }

    private mutating func schemaOrReference(
        _ object: NodeObject, at location: SourceLocation
    ) -> OpenAPI.SchemaReference? {
        if let reference = object["$ref"] { return schemaReference(reference, beside: object, at: location) }
        if let reference = object["$dynamicRef"] { return dynamicReference(reference, beside: object, at: location) }
        if object["$recursiveRef"] != nil, let target = recursiveTarget() {
            return .reference(target: target, siblings: nil, location: location)
        }
        return .inline(schema(object, at: location))
    }

    private mutating func schemaWithoutKeywords(_ node: Node) -> OpenAPI.SchemaReference? {
        switch node.value {
        case .bool(let value):
            if version < .v3_1 {
                warn(
                    .booleanSchema, "a schema can be `\(value)` only since OpenAPI 3.1; it is read as 3.1 would",
                    at: node.location)
            }
            var schema = OpenAPI.Schema(at: node.location)
            schema.boolean = value
            return .inline(schema)
        case .null:
            warn(
                .nullField, "a schema is null; it is read as one that allows anything", at: node.location,
                note: "write `{}`")
            return .inline(OpenAPI.Schema(at: node.location))
        case .string, .number, .array, .object:
            error(.wrongType, "a schema must be an object, not \(node.kindDescription)", at: node.location)
            return nil
        }
    }

    private mutating func schemaReference(
        _ reference: Node, beside object: NodeObject, at location: SourceLocation
    ) -> OpenAPI.SchemaReference? {
        guard let target = target(of: reference, kind: .schema) else { return nil }
        if let known = resolved[target.identity] {
            wrongKind(
                target.identity, is: Swift.type(of: known).kind.noun, expected: .schema, at: reference.location)
            return nil
        }
        noteReferred(to: target)
        var siblings: OpenAPI.Schema?
        if object.count > 1 {
            if version < .v3_1 {
                warnIgnoredSiblings(of: object)
                if version == .v2_0 { siblings = nullability(beside: object, at: location) }
            } else {
                siblings = schema(object, at: location)
                if let dynamic = object["$dynamicRef"], let other = dynamicReference(dynamic, at: location) {
                    siblings?.composition.allOf.append(other)
                }
            }
        }
        return .reference(target: target.identity, siblings: siblings, location: location)
    }

    /// The extension is honoured where 2.0 ignores all else: its authors have no other place for it.
    private mutating func nullability(beside object: NodeObject, at location: SourceLocation) -> OpenAPI.Schema? {
        guard flag(object, "x-nullable") == true else { return nil }
        var schema = OpenAPI.Schema(at: location)
        schema.isNullable = true
        return schema
    }

    mutating func noteReferred(to target: FileSet.Target) {
        if knownSchemas.insert(target.identity).inserted { schemasReferredTo.append(target) }
    }

    /// Reads what references lead to, and what those lead to, until all are read.
    mutating func readReferredSchemas() -> OpenAPI.SchemaTable {
        var table = OpenAPI.SchemaTable()
        var next = 0
        while next < schemasReferredTo.count {
            let target = schemasReferredTo[next]
            next += 1
            file = target.file
            resource = target.resource
            outermostSchema = target
            if let schema = schema(target.node) { table.insert(schema, as: target.identity) }
        }
        warnAmbiguousDynamicReferences()
        return table
    }

    /// The keywords of an object; a `$ref` among them has been dealt with.
    mutating func schema(_ object: NodeObject, at location: SourceLocation) -> OpenAPI.Schema {
        let draft = SchemaDraft(at: location)
        for member in object {
            if let keyword = keyword(of: member, in: draft) { read(keyword, member.value, into: draft) }
        }
        if version == .v2_0, draft.schema.format == "file" { readAsFile(object, into: draft) }
        return draft.finished()
    }

    /// Bodies cannot have `type: file` in 2.0, so authors put it into the format.
    private mutating func readAsFile(_ object: NodeObject, into draft: SchemaDraft) {
        warn(
            .fileByFormat, "the format `file` is read as `type: string` and `format: binary`",
            at: object["format"]?.location ?? draft.schema.location, note: "write that")
        draft.schema.types = .string
        draft.schema.format = "binary"
    }

    /// The keyword of a member if there is something to be read.
    private mutating func keyword(of member: NodeObject.Member, in draft: SchemaDraft) -> SchemaKeyword? {
        guard let keyword = SchemaKeyword.named[member.key] else {
            if member.key.hasPrefix("x-") {
                draft.schema.extensions.append(.init(key: member.key, value: member.value))
                // The usual spelling before 3.0 had a keyword for it.
                if version == .v2_0, member.key == "x-nullable" {
                    draft.schema.isNullable = flag(member.value, field: member.key) ?? false
                }
            } else {
                warnUnknown(
                    member.key, of: .schema, at: member.keyLocation,
                    known: SchemaKeyword.allCases.lazy.map(\.rawValue))
            }
            return nil
        }
        if let since = keyword.since, version < since {
            warnLater(member.key, of: .schema, since: since, at: member.keyLocation)
        }
        guard member.value.isNull else { return keyword }
        switch keyword {
        case .default, .example, .const, .vocabulary, .type: return keyword
        default:
            warn(
                .nullField, "`\(member.key)` is null; it is ignored", at: member.value.location,
                note: "leave it out")
            return nil
        }
    }

    /// One keyword, by groups: functions of their own keep the stack small where schemas contain schemas.
    private mutating func read(_ keyword: SchemaKeyword, _ node: Node, into draft: SchemaDraft) {
        switch keyword {
        case .type, .format, .enum, .const, .title, .description, .deprecated, .readOnly, .writeOnly, .nullable:
            readGeneral(keyword, node, into: &draft.schema)
        case .default, .example, .examples, .externalDocs, .xml, .comment:
            readAnnotation(keyword, node, into: draft)
        case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf:
            readNumber(keyword, node, into: draft)
        case .minLength, .maxLength, .pattern, .contentEncoding, .contentMediaType, .contentSchema:
            readString(keyword, node, into: &draft.string)
        case .items, .prefixItems, .contains, .minContains, .maxContains, .minItems, .maxItems, .uniqueItems,
            .unevaluatedItems:
            readArray(keyword, node, into: &draft.array)
        case .properties, .required, .additionalProperties, .patternProperties, .propertyNames, .minProperties,
            .maxProperties, .dependentRequired, .dependentSchemas, .unevaluatedProperties:
            readObject(keyword, node, into: &draft.object)
        case .allOf, .anyOf, .oneOf, .not, .if, .then, .else, .discriminator:
            readComposition(keyword, node, into: &draft.composition)
        case .id, .dialect, .anchor, .dynamicAnchor, .vocabulary, .definitions:
            readIdentifier(keyword, node, into: &draft.identifiers)
        case .reference, .dynamicReference, .recursiveAnchor: break
        case .recursiveReference:
            warnRecursive(node)
        }
    }

    private mutating func warnRecursive(_ node: Node) {
        warn(
            .recursiveReference,
            "`$recursiveRef` leads nowhere: the schema that contains it has no `$recursiveAnchor: true`; it is ignored",
            at: node.location, note: "write `$ref`")
    }

    private mutating func readString(
        _ keyword: SchemaKeyword, _ node: Node, into group: inout OpenAPI.Schema.StringKeywords?
    ) {
        var string = group ?? .init()
        switch keyword {
        case .minLength: string.minLength = count(node, field: keyword.rawValue)
        case .maxLength: string.maxLength = count(node, field: keyword.rawValue)
        case .pattern: string.pattern = text(node, field: keyword.rawValue)
        case .contentEncoding: string.contentEncoding = text(node, field: keyword.rawValue)
        case .contentMediaType: string.contentMediaType = text(node, field: keyword.rawValue)
        default: string.contentSchema = schema(node)
        }
        group = string
    }

    private mutating func readArray(
        _ keyword: SchemaKeyword, _ node: Node, into group: inout OpenAPI.Schema.ArrayKeywords?
    ) {
        var array = group ?? .init()
        switch keyword {
        case .items where node.array != nil: array.prefixItems = itemsByPosition(node)
        case .items: array.items = schema(node)
        case .prefixItems: array.prefixItems = list(node, field: keyword.rawValue) { $0.schema($1) }
        case .contains: array.contains = schema(node)
        case .minContains: array.minContains = count(node, field: keyword.rawValue)
        case .maxContains: array.maxContains = count(node, field: keyword.rawValue)
        case .minItems: array.minItems = count(node, field: keyword.rawValue)
        case .maxItems: array.maxItems = count(node, field: keyword.rawValue)
        case .uniqueItems: array.isUnique = flag(node, field: keyword.rawValue) ?? false
        default: array.unevaluatedItems = schema(node)
        }
        group = array
    }

    /// The list that `items` could be up to JSON Schema 2019-09.
    private mutating func itemsByPosition(_ node: Node) -> [OpenAPI.SchemaReference] {
        warn(
            .itemsByPosition, "`items` is one schema for all items; the list is read as `prefixItems`",
            at: node.location, note: "write `prefixItems`")
        return list(node, field: "items") { $0.schema($1) }
    }

    private mutating func readObject(
        _ keyword: SchemaKeyword, _ node: Node, into group: inout OpenAPI.Schema.ObjectKeywords?
    ) {
        var object = group ?? .init()
        switch keyword {
        case .properties: object.properties = schemas(node, field: keyword.rawValue)
        case .required: object.required = required(node)
        case .additionalProperties: object.additionalProperties = additionalProperties(node)
        case .patternProperties: object.patternProperties = schemas(node, field: keyword.rawValue)
        case .propertyNames: object.propertyNames = schema(node)
        case .minProperties: object.minProperties = count(node, field: keyword.rawValue)
        case .maxProperties: object.maxProperties = count(node, field: keyword.rawValue)
        case .dependentRequired:
            object.dependentRequired = map(node, field: keyword.rawValue) { reading, member in
                reading.texts(member.value, field: member.key)
            }
        case .dependentSchemas: object.dependentSchemas = schemas(node, field: keyword.rawValue)
        default: object.unevaluatedProperties = additionalProperties(node)
        }
        group = object
    }

    private mutating func schemas(_ node: Node, field: String) -> OpenAPI.Map<OpenAPI.SchemaReference> {
        map(node, field: field) { reading, member in reading.schema(member.value) }
    }

    private mutating func additionalProperties(_ node: Node) -> OpenAPI.Schema.AdditionalProperties? {
        if let allowed = node.bool { return allowed ? .any : OpenAPI.Schema.AdditionalProperties.none }
        return schema(node).map { .schema($0) }
    }

    /// Names; the boolean of JSON Schema's third draft, still common inside of properties, says nothing here.
    private mutating func required(_ node: Node) -> [String] {
        guard node.bool == nil else {
            warn(
                .misplacedRequired, "`required` of a schema is a list of property names; the boolean is ignored",
                at: node.location, note: "name the property in `required` of the object that it belongs to")
            return []
        }
        // Not by `texts`, which is slow on the hundreds of names that some schemas have.
        guard let items = node.array else {
            wrongType(node, field: "required", expected: "a list of property names")
            return []
        }
        var seen: Set<String> = []
        var names: [String] = []
        for item in items {
            guard let name = text(item, field: "required") else { continue }
            if seen.insert(name).inserted {
                names.append(name)
            } else {
                warn(.repeatedItem, "`\(name)` stands twice in `required`", at: item.location)
            }
        }
        return names
    }

    private mutating func readComposition(
        _ keyword: SchemaKeyword, _ node: Node, into group: inout OpenAPI.Schema.CompositionKeywords?
    ) {
        var composition = group ?? .init()
        switch keyword {
        case .allOf: composition.allOf = list(node, field: keyword.rawValue) { $0.schema($1) }
        case .anyOf: composition.anyOf = list(node, field: keyword.rawValue) { $0.schema($1) }
        case .oneOf: composition.oneOf = list(node, field: keyword.rawValue) { $0.schema($1) }
        case .not: composition.not = schema(node)
        case .if: composition.condition = schema(node)
        case .then: composition.consequence = schema(node)
        case .else: composition.alternative = schema(node)
        default: composition.discriminator = discriminator(node)
        }
        group = composition
    }

    private mutating func readIdentifier(
        _ keyword: SchemaKeyword, _ node: Node, into group: inout OpenAPI.Schema.IdentifierKeywords?
    ) {
        var identifiers = group ?? .init()
        switch keyword {
        case .id: identifiers.id = text(node, field: keyword.rawValue)
        case .dialect: identifiers.dialect = text(node, field: keyword.rawValue)
        case .anchor: identifiers.anchor = text(node, field: keyword.rawValue)
        case .dynamicAnchor: identifiers.dynamicAnchor = text(node, field: keyword.rawValue)
        case .vocabulary: identifiers.vocabulary = node
        default: identifiers.definitions = schemas(node, field: keyword.rawValue)
        }
        group = identifiers
    }
}
