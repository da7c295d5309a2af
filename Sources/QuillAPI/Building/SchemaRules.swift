import QuillDiagnostics
import QuillOpenAPI
import QuillRuntime

/// What the types of schemas leave to be checked.
extension SchemaLowering {
    /// What a schema says of its values that neither its type nor the limits of a type use say.
    mutating func rule(of schema: OpenAPI.Schema, isObject: Bool = false) -> SchemaRule {
        let mayAddMembers =
            schema.composition.condition != nil || !schema.object.dependentSchemas.isEmpty
            || !schema.object.patternProperties.isEmpty
        let choices = schema.composition.oneOf + schema.composition.anyOf
        guard schema.saysComposition || schema.saysArray || schema.saysObject else { return SchemaRule() }
        return rule(at: schema.location) { lowering, rule in
            if schema.saysComposition {
                let composition = schema.composition
                lowering.addConditions(composition, to: &rule)
                // Those of them that are types become choices.
                let hasBoth = !composition.oneOf.isEmpty && !composition.anyOf.isEmpty
                for (keyword, choices) in [("oneOf", composition.oneOf), ("anyOf", composition.anyOf)] {
                    let isLeft = hasBoth && keyword == "anyOf" || choices.allSatisfy { $0.onlyRequires || $0.isNull }
                    if !choices.isEmpty, isLeft {
                        rule.add(keyword, lowering.list(choices))
                    }
                }
            }
            // What stands beside choices counts for all of them.
            if !choices.isEmpty {
                var limits = Constraints(number: schema.number)
                limits.add(string: schema.string)
                limits.add(array: schema.array)
                limits.add(to: &rule)
            }
            if schema.saysArray { lowering.addArrayKeywords(schema.array, to: &rule) }
            if schema.saysObject {
                lowering.addObjectKeywords(schema.object, to: &rule)
                lowering.addPatterns(schema.object, to: &rule)
                if isObject { Constraints(map: schema.object).add(to: &rule) }
                if mayAddMembers, schema.object.unevaluatedProperties != nil {
                    var whole = SchemaRule()
                    lowering.add(everythingOf: schema, to: &whole)
                    rule.add("allOf", "[\(whole.text)]")
                }
            }
        }
    }

    /// All that a schema asserts, for values whose type says little.
    mutating func wholeRule(of schema: OpenAPI.Schema) -> SchemaRule {
        rule(at: schema.location) { lowering, rule in lowering.add(everythingOf: schema, to: &rule) }
    }

    /// That all of several schemas have to be met.
    mutating func allRule(_ schemas: [OpenAPI.SchemaReference], at location: SourceLocation) -> SchemaRule {
        rule(at: location) { lowering, rule in rule.add("allOf", lowering.list(schemas)) }
    }

    /// That one of several schemas has to be met.
    mutating func choiceRule(
        _ choices: [OpenAPI.SchemaReference], isNullable: Bool, at location: SourceLocation
    ) -> SchemaRule {
        var choices = choices
        if isNullable {
            var null = OpenAPI.Schema(at: location)
            null.types = .null
            choices.append(.inline(null))
        }
        return rule(at: location) { lowering, rule in rule.add("anyOf", lowering.list(choices)) }
    }

    private mutating func rule(
        at location: SourceLocation, _ make: (inout RuleLowering, inout SchemaRule) -> Void
    ) -> SchemaRule {
        guard let rule = RuleLowering.rule(table, names, make) else {
            faults.warning(
                .notEnforced, "what this schema demands beside its type leads to too many schemas to be checked",
                at: location)
            return SchemaRule()
        }
        return rule
    }

    /// What pattern a text has to match is a matter of its dialect of regular expressions.
    mutating func checkPatterns(of schema: OpenAPI.Schema) {
        var patterns = schema.object.patternProperties.map { ($0.key, $0.keyLocation) }
        if let pattern = schema.string.pattern { patterns.append((pattern, schema.location)) }
        for (pattern, location) in patterns {
            do throws(TextPattern.Unreadable) {
                _ = try TextPattern(pattern)
            } catch {
                faults.warning(
                    .unreadablePattern,
                    "the pattern `\(pattern)` cannot be checked: \(error.reason); every text meets it",
                    at: location)
            }
        }
    }
}

extension OpenAPI.SchemaReference? {
    /// Whether this is the schema that no value meets.
    var isFalse: Bool {
        if case .inline(let schema)? = self { schema.boolean == false } else { false }
    }
}
