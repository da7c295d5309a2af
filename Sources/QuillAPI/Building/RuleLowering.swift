import QuillNodes
import QuillOpenAPI

/// Writes schemas as JSON Schema, for what no type can say of values.
struct RuleLowering {
    private let table: OpenAPI.SchemaTable
    private let names: SchemaNames
    private var definitions: [(name: String, text: String)] = []
    private var defined: Set<OpenAPI.Identity> = []
    private var waiting: [OpenAPI.Identity] = []

    /// How many schemas a rule may lead to: a rule that is as large as the document helps nobody.
    private static let maximumDefinitions = 40

    init(table: OpenAPI.SchemaTable, names: SchemaNames) {
        self.table = table
        self.names = names
    }

    /// A rule that its maker writes with this, together with what it refers to; nil where that is too much.
    static func rule(
        _ table: OpenAPI.SchemaTable, _ names: SchemaNames, _ make: (inout RuleLowering, inout SchemaRule) -> Void
    ) -> SchemaRule? {
        var lowering = RuleLowering(table: table, names: names)
        var rule = SchemaRule()
        make(&lowering, &rule)
        while let identity = lowering.waiting.popLast() {
            guard lowering.definitions.count < maximumDefinitions else { return nil }
            let text = lowering.table[identity].map { lowering.text($0) } ?? "true"
            lowering.definitions.append((names[identity].description, text))
        }
        for definition in lowering.definitions.sorted(by: { $0.name < $1.name }) {
            rule.define(definition.name, definition.text)
        }
        return rule
    }

    mutating func text(_ reference: OpenAPI.SchemaReference) -> String {
        switch reference {
        case .inline(let schema): return text(schema)
        case .reference(let target, let siblings, _):
            if defined.insert(target).inserted { waiting.append(target) }
            let pointer = names[target].description.replacing("~", with: "~0").replacing("/", with: "~1")
            var rule = SchemaRule()
            rule.add("$ref", SchemaRule.quoted("#/$defs/\(pointer)"))
            if let siblings { add(everythingOf: siblings, to: &rule) }
            return rule.text
        }
    }

    mutating func text(_ schema: OpenAPI.Schema) -> String {
        if let boolean = schema.boolean { return String(boolean) }
        var rule = SchemaRule()
        add(everythingOf: schema, to: &rule)
        return rule.text
    }

    mutating func list(_ schemas: [OpenAPI.SchemaReference]) -> String {
        "[" + schemas.map { text($0) }.joined(separator: ", ") + "]"
    }

    private mutating func map(_ schemas: OpenAPI.Map<OpenAPI.SchemaReference>) -> String {
        SchemaRule.object(schemas.map { SchemaRule.Member($0.key, text($0.value)) })
    }

    private static func list(_ texts: some Sequence<String>) -> String {
        Node.texts(texts).jsonText(pretty: false)
    }

    /// All that a schema asserts.
    mutating func add(everythingOf schema: OpenAPI.Schema, to rule: inout SchemaRule) {
        if schema.boolean == false { rule.add("not", "true") }
        if let types = schema.types {
            let names = types.names.filter { $0 != "integer" || !types.contains(.number) }
            rule.add(
                "type", names.count == 1 ? SchemaRule.quoted(names.first ?? "") : RuleLowering.list(names))
        }
        addValues(of: schema, to: &rule)
        var constraints = Constraints(number: schema.number)
        constraints.add(string: schema.string)
        if schema.saysArray { constraints.add(array: schema.array) }
        if schema.saysObject { constraints.add(map: schema.object) }
        constraints.add(to: &rule)
        if schema.saysArray {
            if let items = schema.array.items { rule.add("items", text(items)) }
            addArrayKeywords(schema.array, to: &rule)
        }
        if schema.saysObject {
            let object = schema.object
            if !object.required.isEmpty { rule.add("required", RuleLowering.list(object.required)) }
            if !object.properties.isEmpty { rule.add("properties", map(object.properties)) }
            if !object.patternProperties.isEmpty { rule.add("patternProperties", map(object.patternProperties)) }
            if let others = object.additionalProperties { rule.add("additionalProperties", text(others)) }
            addObjectKeywords(object, to: &rule)
            if let others = object.unevaluatedProperties { rule.add("unevaluatedProperties", text(others)) }
        }
        if schema.saysComposition {
            let composition = schema.composition
            if !composition.allOf.isEmpty { rule.add("allOf", list(composition.allOf)) }
            if !composition.anyOf.isEmpty { rule.add("anyOf", list(composition.anyOf)) }
            if !composition.oneOf.isEmpty { rule.add("oneOf", list(composition.oneOf)) }
            addConditions(composition, to: &rule)
        }
    }

    private mutating func text(_ others: OpenAPI.Schema.AdditionalProperties) -> String {
        switch others {
        case .any: "true"
        case .none: "false"
        case .schema(let schema): text(schema)
        }
    }

    func addValues(of schema: OpenAPI.Schema, to rule: inout SchemaRule) {
        let extra = schema.isNullable ? [Node.nothing] : []
        if let constant = schema.constant {
            if extra.isEmpty || constant.isNull {
                rule.add("const", constant.jsonText(pretty: false))
            } else {
                rule.add("enum", Node.list([constant] + extra).jsonText(pretty: false))
            }
        }
        if let values = schema.enumeration, !values.isEmpty {
            let more = values.contains { $0.isNull } ? [] : extra
            rule.add("enum", Node.list(values + more).jsonText(pretty: false))
        }
    }

    /// `not`, and `if` with what follows from it.
    mutating func addConditions(_ keywords: OpenAPI.Schema.CompositionKeywords, to rule: inout SchemaRule) {
        if let schema = keywords.not { rule.add("not", text(schema)) }
        guard let condition = keywords.condition, keywords.consequence != nil || keywords.alternative != nil else {
            return
        }
        // The three belong together, whatever else is added.
        var parts = SchemaRule()
        parts.add("if", text(condition))
        if let schema = keywords.consequence { parts.add("then", text(schema)) }
        if let schema = keywords.alternative { parts.add("else", text(schema)) }
        if rule["if"] == nil { rule.add(parts) } else { rule.add("allOf", "[\(parts.text)]") }
    }

    /// What is said of the items of an array beside their type and number.
    mutating func addArrayKeywords(_ keywords: OpenAPI.Schema.ArrayKeywords, to rule: inout SchemaRule) {
        if !keywords.prefixItems.isEmpty {
            rule.add("prefixItems", list(keywords.prefixItems))
            if let schema = keywords.items { rule.add("items", text(schema)) }
        }
        if let schema = keywords.contains {
            rule.add("contains", text(schema))
            if let count = keywords.minContains { rule.add("minContains", String(count)) }
            if let count = keywords.maxContains { rule.add("maxContains", String(count)) }
        }
        if let schema = keywords.unevaluatedItems { rule.add("unevaluatedItems", text(schema)) }
    }

    /// What is said of the members of an object beside their types and number.
    mutating func addObjectKeywords(_ keywords: OpenAPI.Schema.ObjectKeywords, to rule: inout SchemaRule) {
        if let schema = keywords.propertyNames { rule.add("propertyNames", text(schema)) }
        if !keywords.dependentRequired.isEmpty {
            let members = keywords.dependentRequired.map { SchemaRule.Member($0.key, RuleLowering.list($0.value)) }
            rule.add("dependentRequired", SchemaRule.object(members))
        }
        if !keywords.dependentSchemas.isEmpty { rule.add("dependentSchemas", map(keywords.dependentSchemas)) }
    }

    /// The schemas by the patterns of names, and that there are no others where the object is closed.
    mutating func addPatterns(_ keywords: OpenAPI.Schema.ObjectKeywords, to rule: inout SchemaRule) {
        guard !keywords.patternProperties.isEmpty else { return }
        var parts = SchemaRule()
        parts.add("patternProperties", map(keywords.patternProperties))
        if let others = keywords.additionalProperties, case .any = others {
        } else if let others = keywords.additionalProperties {
            if !keywords.properties.isEmpty {
                parts.add(
                    "properties", SchemaRule.object(keywords.properties.map { SchemaRule.Member($0.key, "true") }))
            }
            parts.add("additionalProperties", text(others))
        }
        // What belongs together stays so, whatever else is added.
        rule.add("allOf", "[\(parts.text)]")
    }
}
