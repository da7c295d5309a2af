extension SchemaRule {
    /// Types, formats and null.
    enum Types {
        private static let types = "JSON Schema Validation §6.1.1"
        private static let formats = "JSON Schema Validation §7, OpenAPI Format Registry"

        static let changed = SchemaRule("type-changed", "The type is another", .replaces, types)
        static let generalized = SchemaRule("type-generalized", "The type became more general", .widens, types)
        static let specialized = SchemaRule("type-specialized", "The type became more special", .narrows, types)
        static let listWidened = SchemaRule("list-of-types-widened", "More types are allowed", .widens, types)
        static let listNarrowed = SchemaRule("list-of-types-narrowed", "Fewer types are allowed", .narrows, types)
        static let stated = SchemaRule(
            "type-stated", "The type that the keywords implied is stated", .documents, types)
        static let unstated = SchemaRule(
            "type-unstated", "The type is no longer stated but implied by the keywords", .documents, types)
        static let becameNullable = SchemaRule("became-nullable", "`null` is allowed", .widens, types)
        static let becameNotNullable = SchemaRule(
            "became-not-nullable", "`null` is no longer allowed", .narrows, types)

        static let formatAdded = SchemaRule(
            "format-added", "A format is stated", .narrows, formats,
            sentByCallers: Impact(callers: .warning, implementers: .info),
            sentByService: Impact(callers: .info, implementers: .warning))
        static let formatRemoved = SchemaRule(
            "format-removed", "The format is no longer stated", .widens, formats,
            sentByCallers: Impact(callers: .info, implementers: .warning),
            sentByService: Impact(callers: .warning, implementers: .info))
        static let formatChanged = SchemaRule("format-changed", "The format is another", .replaces, formats)
        static let formatGeneralized = SchemaRule(
            "format-generalized", "The format became more general", .widens, formats)
        static let formatSpecialized = SchemaRule(
            "format-specialized", "The format became more special", .narrows, formats)

        static let all = [
            changed, generalized, specialized, listWidened, listNarrowed, stated, unstated, becameNullable,
            becameNotNullable, formatAdded, formatRemoved, formatChanged, formatGeneralized, formatSpecialized,
        ]
    }

    /// Enumerations, constants and defaults.
    enum Values {
        private static let enums = "JSON Schema Validation §6.1.2"
        private static let constants = "JSON Schema Validation §6.1.3"
        private static let defaults = "JSON Schema Validation §9.2"
        private static let extensible =
            "`x-extensible-enum` lists the values known today; others may come at any time"

        static let becameEnum = SchemaRule("became-enum", "Only listed values are allowed", .narrows, enums)
        static let noLongerEnum = SchemaRule(
            "no-longer-enum", "Values are no longer limited to a list", .widens, enums,
            sentByService: Impact(callers: .warning, implementers: .info))
        static let added = SchemaRule(
            "enum-value-added", "A value was added to the list", .widens, enums,
            sentByService: Impact(callers: .warning, implementers: .info))
        static let removed = SchemaRule("enum-value-removed", "A value was removed from the list", .narrows, enums)
        static let constantAdded = SchemaRule("const-added", "Only one value is allowed", .narrows, constants)
        static let constantRemoved = SchemaRule(
            "const-removed", "Values are no longer limited to one", .widens, constants)
        static let constantChanged = SchemaRule(
            "const-changed", "The only value allowed is another", .replaces, constants)
        static let extensibleAdded = SchemaRule(
            "x-extensible-enum-value-added", "A value was added to the open list", .widens, extensible,
            sentByCallers: Impact(callers: .info, implementers: .warning), sentByService: .both(.info))
        static let extensibleRemoved = SchemaRule(
            "x-extensible-enum-value-removed", "A value was removed from the open list", .narrows, extensible)

        static let defaultAdded = SchemaRule(
            "default-value-added", "A default is stated", .unclear, defaults,
            sentByCallers: Impact(callers: .info, implementers: .warning), sentByService: .both(.info))
        static let defaultRemoved = SchemaRule(
            "default-value-removed", "The default is no longer stated", .unclear, defaults,
            sentByService: .both(.info))
        static let defaultChanged = SchemaRule(
            "default-value-changed", "The default is another", .unclear, defaults, sentByService: .both(.info))

        static let all = [
            becameEnum, noLongerEnum, added, removed, constantAdded, constantRemoved, constantChanged,
            extensibleAdded, extensibleRemoved, defaultAdded, defaultRemoved, defaultChanged,
        ]
    }
}
