import QuillOpenAPI

/// The keywords of schemas that are read and not carried through yet.
extension SchemaLowering {
    mutating func noteUnchecked(_ schema: OpenAPI.Schema) {
        let isBase = inheritance.base(at: schema.location) != nil
        for construct in UncheckedKeywords.of(schema, isBase: isBase) {
            faults.unenforced(construct, at: schema.location)
        }
        if schema.enumeration?.isEmpty == true {
            faults.warning(.emptyEnum, "`enum` lists no value; it is ignored", at: schema.location)
        }
        if let dialect = schema.identifiers.dialect, !UncheckedKeywords.isKnown(dialect: dialect) {
            faults.warning(
                .unknownDialect, "the dialect `\(dialect)` is not known; the schema is read as JSON Schema 2020-12",
                at: schema.location)
        }
    }
}

enum UncheckedKeywords {
    /// - Parameter isBase: whether others extend the schema.
    static func of(_ schema: OpenAPI.Schema, isBase: Bool) -> [String] {
        var found: [String] = []
        let composition = schema.composition
        // Beside alternatives it says how to choose; alone it makes the schema stand for all that extend it.
        if !isBase, composition.discriminator != nil, composition.oneOf.isEmpty, composition.anyOf.isEmpty {
            found.append("`discriminator` without choices, of a schema that no other extends")
        }
        return found + (schema.string.contentSchema != nil ? ["`contentSchema`"] : [])
    }

    /// OpenAPI's own dialect in any of its editions, and the one that it extends (OpenAPI 3.1 §4.8.24.5).
    static func isKnown(dialect: String) -> Bool {
        dialect.hasPrefix("https://spec.openapis.org/oas/3.1/")
            || dialect.hasPrefix("https://spec.openapis.org/oas/3.2/")
            || dialect == "https://json-schema.org/draft/2020-12/schema"
    }
}
