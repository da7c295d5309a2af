import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// Puts together what several schemas demand of one value.
struct SchemaFlattening {
    private let table: OpenAPI.SchemaTable
    private var flat = FlatSchema()
    private var visited: Set<OpenAPI.Identity> = []
    private var waiting: [OpenAPI.SchemaReference]
    /// Null as each schema has it: stated, ruled out, or not spoken of.
    private var nullIsForced = false
    private var nullIsStated = false
    private var nullIsExcluded = false
    private var unionAllowsNull = false

    /// More parts than any document needs: `allOf` of `allOf` can multiply.
    private static let limit = 10_000

    static func flat(_ use: SchemaUse, in table: OpenAPI.SchemaTable) -> FlatSchema {
        var flattening = SchemaFlattening(table: table, waiting: use.parts.reversed())
        flattening.run()
        if flattening.flat.location == nil { flattening.flat.location = use.location }
        return flattening.flat
    }

    private init(table: OpenAPI.SchemaTable, waiting: [OpenAPI.SchemaReference]) {
        self.table = table
        self.waiting = waiting
    }

    private mutating func run() {
        var count = 0
        while let part = waiting.popLast(), count < Self.limit {
            count += 1
            switch part {
            case .inline(let schema): add(schema)
            case .reference(let target, let siblings, _):
                // What stands beside a reference speaks first, of title and description.
                if let schema = table[target], visited.insert(target).inserted { waiting.append(schema) }
                if let siblings { add(siblings) }
            }
        }
        settleTypes()
        settleNull()
    }

    private mutating func add(_ schema: OpenAPI.Schema) {
        if flat.location == nil { flat.location = schema.location }
        addTypes(schema)
        addRemarks(schema)
        if schema.saysNumber { addNumbers(schema.number) }
        if schema.saysString { addStrings(schema.string) }
        if schema.saysArray { addArrays(schema.array) }
        if schema.saysObject { addObjects(schema.object) }
        if schema.saysComposition { addComposition(schema.composition, at: schema.location) }
    }

    // MARK: Types

    private mutating func addTypes(_ schema: OpenAPI.Schema) {
        if schema.boolean == false {
            flat.types = []
            flat.typeStatement = .stated
            nullIsExcluded = true
        }
        if schema.isNullable { nullIsForced = true }
        if var types = schema.types {
            if types.contains(.null) { nullIsStated = true } else { nullIsExcluded = true }
            if types.contains(.number) { types.insert(.integer) }
            flat.types.formIntersection(types.subtracting(.null))
            flat.typeStatement = .stated
        }
        if let format = schema.format, flat.format == nil { flat.format = format }
        if let constant = schema.constant { addValues([constant], isConstant: true) }
        if let values = schema.enumeration { addValues(values, isConstant: false) }
    }

    private mutating func addValues(_ values: [Node], isConstant: Bool) {
        if values.contains(where: \.isNull) { nullIsStated = true } else { nullIsExcluded = true }
        let values = values.filter { !$0.isNull }
        if let known = flat.values {
            let allowed = Set(values.map(NodeText.canonical))
            flat.values = known.filter { allowed.contains(NodeText.canonical($0)) }
        } else {
            flat.values = values
        }
        flat.isConstant = flat.isConstant || isConstant
    }

    /// Documents often leave out `type` where the keywords, or the values listed, tell.
    private mutating func settleTypes() {
        guard flat.typeStatement == .none else { return }
        var implied: OpenAPI.SchemaTypes = []
        if !flat.properties.isEmpty || !flat.required.isEmpty { implied.insert(.object) }
        if !flat.items.isEmpty || !flat.prefixItems.isEmpty { implied.insert(.array) }
        if implied.isEmpty, let values = flat.values {
            for value in values {
                switch value.value {
                case .bool: implied.insert(.boolean)
                case .number(let number): implied.formUnion(number.integer == nil ? [.number, .integer] : .integer)
                case .string: implied.insert(.string)
                case .array: implied.insert(.array)
                case .object: implied.insert(.object)
                case .null: break
                }
            }
        }
        guard !implied.isEmpty else { return }
        flat.types.formIntersection(implied)
        flat.typeStatement = .implied
    }

    private mutating func settleNull() {
        if nullIsForced || unionAllowsNull {
            flat.allowsNull = true
        } else if nullIsExcluded {
            flat.allowsNull = false
        } else if nullIsStated {
            flat.allowsNull = true
        } else if flat.typeStatement == .implied {
            flat.allowsNull = false
        }
    }

    // MARK: Numbers and strings

    private mutating func addNumbers(_ number: OpenAPI.Schema.NumberKeywords) {
        if let bound = number.minimum {
            flat.minimum = tighter(flat.minimum, bound) { $0 > $1 }
        }
        if let bound = number.maximum {
            flat.maximum = tighter(flat.maximum, bound) { $0 < $1 }
        }
        if let multiple = number.multipleOf, !flat.multiples.contains(multiple) { flat.multiples.append(multiple) }
    }

    private func tighter(
        _ known: OpenAPI.Schema.Bound?, _ bound: OpenAPI.Schema.Bound, by isTighter: (Double, Double) -> Bool
    ) -> OpenAPI.Schema.Bound {
        guard let known else { return bound }
        let (old, new) = (known.value.double, bound.value.double)
        if old == new { return known.isExclusive ? known : bound }
        return isTighter(new, old) ? bound : known
    }

    private mutating func addStrings(_ string: OpenAPI.Schema.StringKeywords) {
        flat.minLength = greater(flat.minLength, string.minLength)
        flat.maxLength = lesser(flat.maxLength, string.maxLength)
        if let pattern = string.pattern, !flat.patterns.contains(pattern) { flat.patterns.append(pattern) }
        flat.contentEncoding = flat.contentEncoding ?? string.contentEncoding
        flat.contentMediaType = flat.contentMediaType ?? string.contentMediaType
        if let schema = string.contentSchema { flat.contentSchema.append(schema) }
    }

    private func greater(_ known: Int?, _ limit: Int?) -> Int? { limit.map { max(known ?? $0, $0) } ?? known }

    private func lesser(_ known: Int?, _ limit: Int?) -> Int? { limit.map { min(known ?? $0, $0) } ?? known }

    // MARK: Arrays and objects

    private mutating func addArrays(_ array: OpenAPI.Schema.ArrayKeywords) {
        if let items = array.items { flat.items.append(items) }
        for (index, item) in array.prefixItems.enumerated() {
            if index < flat.prefixItems.count {
                flat.prefixItems[index].append(item)
            } else {
                flat.prefixItems.append([item])
            }
        }
        if let contains = array.contains { flat.contains.append(contains) }
        flat.minContains = greater(flat.minContains, array.minContains)
        flat.maxContains = lesser(flat.maxContains, array.maxContains)
        flat.minItems = greater(flat.minItems, array.minItems)
        flat.maxItems = lesser(flat.maxItems, array.maxItems)
        flat.isUnique = flat.isUnique || array.isUnique
        if let rest = array.unevaluatedItems { flat.unevaluatedItems.append(rest) }
    }

    private mutating func addObjects(_ object: OpenAPI.Schema.ObjectKeywords) {
        Self.add(object.properties, to: &flat.properties)
        for name in object.required where !flat.required.contains(name) { flat.required.append(name) }
        if let additional = object.additionalProperties { Self.add(additional, to: &flat.additional) }
        Self.add(object.patternProperties, to: &flat.patternProperties)
        if let names = object.propertyNames { flat.propertyNames.append(names) }
        flat.minProperties = greater(flat.minProperties, object.minProperties)
        flat.maxProperties = lesser(flat.maxProperties, object.maxProperties)
        for entry in object.dependentRequired {
            let known = flat.dependentRequired[entry.key] ?? []
            flat.dependentRequired[entry.key] = known + entry.value.filter { !known.contains($0) }
        }
        Self.add(object.dependentSchemas, to: &flat.dependentSchemas)
        if let rest = object.unevaluatedProperties { Self.add(rest, to: &flat.unevaluatedProperties) }
    }

    private static func add(_ map: OpenAPI.Map<OpenAPI.SchemaReference>, to uses: inout [PropertyUse]) {
        if uses.isEmpty {
            uses = map.map { PropertyUse(name: $0.key, parts: [$0.value], location: $0.keyLocation) }
            return
        }
        var positions: [String: Int] = [:]
        for (index, use) in uses.enumerated() { positions[use.name] = index }
        for entry in map {
            if let position = positions[entry.key] {
                uses[position].parts.append(entry.value)
            } else {
                uses.append(PropertyUse(name: entry.key, parts: [entry.value], location: entry.keyLocation))
            }
        }
    }

    private static func add(_ rest: OpenAPI.Schema.AdditionalProperties, to additional: inout FlatSchema.Additional) {
        switch (rest, additional) {
        case (.any, _), (_, .closed): break
        case (.none, _): additional = .closed
        case (.schema(let schema), .schema(let known)): additional = .schema(known + [schema])
        case (.schema(let schema), .open): additional = .schema([schema])
        }
    }

    // MARK: Composition

    private mutating func addComposition(
        _ composition: OpenAPI.Schema.CompositionKeywords, at location: SourceLocation
    ) {
        // One part alone is how a reference is decorated.
        if composition.allOf.count > 1 { flat.partCount += composition.allOf.count }
        if composition.oneOf.isEmpty, composition.anyOf.isEmpty, let discriminator = composition.discriminator {
            flat.discriminator = flat.discriminator ?? discriminator
        }
        addUnion(composition.oneOf, isExclusive: true, composition.discriminator, at: location)
        addUnion(composition.anyOf, isExclusive: false, composition.discriminator, at: location)
        if let exclusion = composition.not { flat.exclusions.append([exclusion]) }
        if let test = composition.condition {
            flat.conditions.append(
                .init(test: test, consequence: composition.consequence, alternative: composition.alternative))
        }
        waiting += composition.allOf.reversed()
    }

    private mutating func addUnion(
        _ choices: [OpenAPI.SchemaReference], isExclusive: Bool, _ discriminator: OpenAPI.Discriminator?,
        at location: SourceLocation
    ) {
        guard !choices.isEmpty else { return }
        let others = choices.filter { !isNull($0) }
        if others.count < choices.count { unionAllowsNull = true }
        if others.count == 1 {
            waiting.append(others[0])
        } else if let types = plainTypes(others) {
            flat.types.formIntersection(types)
            flat.typeStatement = .stated
        } else if let values = plainValues(others) {
            addValues(values, isConstant: false)
        } else if others.count > 1 {
            flat.unions.append(
                .init(isExclusive: isExclusive, choices: others, discriminator: discriminator, location: location))
        }
    }

    /// Whether a choice is null and nothing else, as is common for what may be null.
    private func isNull(_ choice: OpenAPI.SchemaReference) -> Bool {
        guard case .inline(let schema) = choice else { return false }
        if schema.types == .null { return true }
        if let values = schema.enumeration { return !values.isEmpty && values.allSatisfy(\.isNull) }
        return schema.constant?.isNull == true
    }

    /// The types of choices that say nothing but their type.
    private func plainTypes(_ choices: [OpenAPI.SchemaReference]) -> OpenAPI.SchemaTypes? {
        var types: OpenAPI.SchemaTypes = []
        for choice in choices {
            guard case .inline(let schema) = choice, var stated = schema.types, schema.format == nil,
                schema.enumeration == nil, schema.constant == nil, !schema.says
            else { return nil }
            if stated.contains(.number) { stated.insert(.integer) }
            types.formUnion(stated.subtracting(.null))
        }
        return types
    }

    /// The values of choices that are constants and nothing else.
    private func plainValues(_ choices: [OpenAPI.SchemaReference]) -> [Node]? {
        var values: [Node] = []
        for choice in choices {
            guard case .inline(let schema) = choice, schema.format == nil, !schema.says,
                let found = schema.constant.map({ [$0] }) ?? schema.enumeration
            else { return nil }
            values += found
        }
        return values
    }

    // MARK: Remarks

    private mutating func addRemarks(_ schema: OpenAPI.Schema) {
        flat.isReadOnly = flat.isReadOnly || schema.isReadOnly
        flat.isWriteOnly = flat.isWriteOnly || schema.isWriteOnly
        flat.isDeprecated = flat.isDeprecated || schema.isDeprecated
        flat.title = flat.title ?? schema.title
        flat.description = flat.description ?? schema.description
        let annotations = schema.annotations
        flat.defaultValue = flat.defaultValue ?? annotations.defaultValue
        if flat.examples.isEmpty { flat.examples = annotations.examples }
        flat.externalDocs = flat.externalDocs ?? annotations.externalDocs?.url
        flat.xml = flat.xml ?? annotations.xml
        flat.comment = flat.comment ?? annotations.comment
        for mark in schema.extensions {
            if mark.key == "x-extensible-enum", flat.extensibleValues.isEmpty {
                flat.extensibleValues = mark.value.array ?? []
            } else if !flat.extensions.contains(where: { $0.key == mark.key }) {
                flat.extensions.append(mark)
            }
        }
    }
}

extension OpenAPI.Schema {
    /// Whether it states keywords of any group.
    fileprivate var says: Bool { saysNumber || saysString || saysArray || saysObject || saysComposition }
}
