extension SchemaRule {
    /// `oneOf`, `anyOf`, `allOf` and discriminators.
    enum Unions {
        private static let core = "JSON Schema Core §10.2.1"
        private static let hint = "OpenAPI 3.1 §4.8.25"

        static let oneOfAdded = SchemaRule("one-of-added", "A choice was added to `oneOf`", .widens, core)
        static let oneOfRemoved = SchemaRule("one-of-removed", "A choice was removed from `oneOf`", .narrows, core)
        static let anyOfAdded = SchemaRule("any-of-added", "A choice was added to `anyOf`", .widens, core)
        static let anyOfRemoved = SchemaRule("any-of-removed", "A choice was removed from `anyOf`", .narrows, core)
        static let wrappedInOneOf = SchemaRule(
            "wrapped-in-one-of", "What was the only form is one of several", .widens, core)
        static let wrappedInAnyOf = SchemaRule(
            "wrapped-in-any-of", "What was the only form is one of several", .widens, core)
        static let unwrappedFromOneOf = SchemaRule(
            "unwrapped-from-one-of", "One of several forms is the only one left", .narrows, core)
        static let unwrappedFromAnyOf = SchemaRule(
            "unwrapped-from-any-of", "One of several forms is the only one left", .narrows, core)
        static let choiceAdded = SchemaRule(
            "choice-added", "Values must follow one of several schemas in addition", .narrows, core)
        static let choiceRemoved = SchemaRule(
            "choice-removed", "Values no longer have to follow one of several schemas", .widens, core)
        static let replaced = SchemaRule(
            "union-changed", "Other forms than before are allowed", .replaces, core)
        static let anyOfToOneOf = SchemaRule(
            "any-of-changed-to-one-of", "Values must follow exactly one of the schemas", .narrows, core,
            sentByCallers: Impact(callers: .warning, implementers: .info),
            sentByService: Impact(callers: .info, implementers: .warning))
        static let oneOfToAnyOf = SchemaRule(
            "one-of-changed-to-any-of", "Values may follow several of the schemas at once", .widens, core,
            sentByCallers: Impact(callers: .info, implementers: .warning),
            sentByService: Impact(callers: .warning, implementers: .info))
        private static let parts = "JSON Schema Core §10.2.1.1; what the part says is reported on its own"
        static let allOfAdded = SchemaRule(
            "all-of-added", "The schema is made of more parts by `allOf`", .documents, parts)
        static let allOfRemoved = SchemaRule(
            "all-of-removed", "The schema is made of fewer parts by `allOf`", .documents, parts)

        static let discriminatorAdded = SchemaRule(
            "discriminator-added", "A discriminator is stated", .documents, hint)
        static let discriminatorRemoved = SchemaRule(
            "discriminator-removed", "The discriminator is no longer stated", .unclear, hint)
        static let discriminatorNameChanged = SchemaRule(
            "discriminator-property-name-changed", "Another property tells the choices apart", .replaces, hint)
        static let mappingAdded = SchemaRule(
            "discriminator-mapping-added", "A value of the discriminator was added", .widens, hint,
            sentByCallers: Impact(callers: .info, implementers: .warning),
            sentByService: Impact(callers: .warning, implementers: .info))
        static let mappingDeleted = SchemaRule(
            "discriminator-mapping-deleted", "A value of the discriminator was removed", .narrows, hint)
        static let mappingChanged = SchemaRule(
            "discriminator-mapping-changed", "A value of the discriminator means another choice", .replaces, hint)
        static let defaultMappingChanged = SchemaRule(
            "discriminator-default-mapping-changed", "Values without a known discriminator mean another choice",
            .unclear, "OpenAPI 3.2 §4.25")

        static let all = [
            oneOfAdded, oneOfRemoved, anyOfAdded, anyOfRemoved, wrappedInOneOf, wrappedInAnyOf, unwrappedFromOneOf,
            unwrappedFromAnyOf, choiceAdded, choiceRemoved, replaced, anyOfToOneOf, oneOfToAnyOf, allOfAdded,
            allOfRemoved, discriminatorAdded, discriminatorRemoved, discriminatorNameChanged, mappingAdded,
            mappingDeleted, mappingChanged, defaultMappingChanged,
        ]
    }

    /// `not`, `if`, `then` and `else`.
    enum Conditions {
        private static let core = "JSON Schema Core §10.2.2"

        static let notAdded = SchemaRule("not-added", "Some values are excluded", .narrows, core)
        static let notRemoved = SchemaRule("not-removed", "Values are no longer excluded", .widens, core)
        static let notChanged = SchemaRule("not-changed", "Other values are excluded", .unclear, core)
        static let ifAdded = SchemaRule("if-added", "A condition is stated", .narrows, core)
        static let ifRemoved = SchemaRule("if-removed", "A condition is no longer stated", .widens, core)
        static let ifChanged = SchemaRule("if-changed", "The condition is another", .unclear, core)
        static let thenAdded = SchemaRule(
            "then-added", "What holds where the condition does is stated", .narrows, core)
        static let thenRemoved = SchemaRule(
            "then-removed", "What holds where the condition does is no longer stated", .widens, core)
        static let elseAdded = SchemaRule(
            "else-added", "What holds where the condition does not is stated", .narrows, core)
        static let elseRemoved = SchemaRule(
            "else-removed", "What holds where the condition does not is no longer stated", .widens, core)

        static let all = [
            notAdded, notRemoved, notChanged, ifAdded, ifRemoved, ifChanged, thenAdded, thenRemoved, elseAdded,
            elseRemoved,
        ]
    }
}
