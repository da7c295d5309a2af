import QuillOpenAPI

/// The keywords of schemas that are read and not carried through yet.
extension SchemaLowering {
    mutating func noteUnchecked(_ schema: OpenAPI.Schema) {
        for construct in UncheckedKeywords.of(schema) { faults.unenforced(construct, at: schema.location) }
        if schema.identifiers.dynamicReference != nil { faults.unsupported("`$dynamicRef`", at: schema.location) }
        if let dialect = schema.identifiers.dialect, !UncheckedKeywords.isKnown(dialect: dialect) {
            faults.warning(
                .unknownDialect, "the dialect `\(dialect)` is not known; the schema is read as JSON Schema 2020-12",
                at: schema.location)
        }
    }
}

enum UncheckedKeywords {
    static func of(_ schema: OpenAPI.Schema) -> [String] {
        (schema.saysComposition ? composition(schema.composition) : [])
            + (schema.saysObject ? object(schema.object) : []) + (schema.saysArray ? array(schema.array) : [])
            + (schema.string.contentSchema != nil ? ["`contentSchema`"] : [])
    }

    private static func composition(_ keywords: OpenAPI.Schema.CompositionKeywords) -> [String] {
        var found: [String] = []
        if keywords.not != nil { found.append("`not`") }
        let choices = (keywords.oneOf + keywords.anyOf).filter { choice in
            if case .inline(let schema) = choice { schema.types != .null } else { true }
        }
        if !choices.isEmpty, choices.allSatisfy(\.onlyRequires) { found.append("alternatives of `required`") }
        if keywords.condition != nil || keywords.consequence != nil || keywords.alternative != nil {
            found.append("`if`, `then` and `else`")
        }
        // Beside alternatives it only says how to choose; alone it makes the schema stand for all that extend it.
        if keywords.discriminator != nil, keywords.oneOf.isEmpty, keywords.anyOf.isEmpty {
            found.append("`discriminator` without `oneOf` or `anyOf`")
        }
        if keywords.discriminator?.defaultMapping != nil { found.append("`defaultMapping` of a discriminator") }
        return found
    }

    private static func object(_ keywords: OpenAPI.Schema.ObjectKeywords) -> [String] {
        var found: [String] = []
        if !keywords.patternProperties.isEmpty { found.append("`patternProperties`") }
        if keywords.propertyNames != nil { found.append("`propertyNames`") }
        if !keywords.dependentRequired.isEmpty { found.append("`dependentRequired`") }
        if !keywords.dependentSchemas.isEmpty { found.append("`dependentSchemas`") }
        if keywords.unevaluatedProperties != nil { found.append("`unevaluatedProperties`") }
        return found
    }

    private static func array(_ keywords: OpenAPI.Schema.ArrayKeywords) -> [String] {
        var found: [String] = []
        if !keywords.prefixItems.isEmpty { found.append("`prefixItems`") }
        if keywords.contains != nil { found.append("`contains`") }
        if keywords.unevaluatedItems != nil { found.append("`unevaluatedItems`") }
        return found
    }

    /// OpenAPI's own dialect in any of its editions, and the one that it extends (OpenAPI 3.1 §4.8.24.5).
    static func isKnown(dialect: String) -> Bool {
        dialect.hasPrefix("https://spec.openapis.org/oas/3.1/")
            || dialect.hasPrefix("https://spec.openapis.org/oas/3.2/")
            || dialect == "https://json-schema.org/draft/2020-12/schema"
    }
}
