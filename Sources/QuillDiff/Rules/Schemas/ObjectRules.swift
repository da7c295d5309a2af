extension SchemaRule {
    /// What objects as a whole must be.
    enum Objects {
        static let maxProperties = Limit(
            "max-properties", "The greatest number of properties", isUpper: true, "JSON Schema Validation §6.5.1")
        static let minProperties = Limit(
            "min-properties", "The least number of properties", isUpper: false, "JSON Schema Validation §6.5.2")

        private static let additional = "JSON Schema Core §10.3.2.3"
        static let additionalForbidden = SchemaRule(
            "additional-properties-forbidden", "Other properties are no longer allowed", .narrows, additional)
        static let additionalAllowed = SchemaRule(
            "additional-properties-allowed", "Other properties are allowed", .widens, additional)
        static let additionalSchemaAdded = SchemaRule(
            "additional-properties-schema-added", "A schema for other properties is stated", .narrows, additional)
        static let additionalSchemaRemoved = SchemaRule(
            "additional-properties-schema-removed", "The schema for other properties is no longer stated", .widens,
            additional)
        static let patternAdded = SchemaRule(
            "pattern-property-added", "A schema for properties by pattern is stated", .narrows,
            "JSON Schema Core §10.3.2.2")
        static let patternRemoved = SchemaRule(
            "pattern-property-removed", "A schema for properties by pattern is no longer stated", .widens,
            "JSON Schema Core §10.3.2.2")
        static let namesAdded = SchemaRule(
            "property-names-added", "What names must be is stated", .narrows, "JSON Schema Core §10.3.2.4")
        static let namesRemoved = SchemaRule(
            "property-names-removed", "What names must be is no longer stated", .widens, "JSON Schema Core §10.3.2.4")
        static let unevaluatedAdded = SchemaRule(
            "unevaluated-properties-added", "What remaining properties must be is stated", .narrows,
            "JSON Schema Core §11.3")
        static let unevaluatedRemoved = SchemaRule(
            "unevaluated-properties-removed", "What remaining properties must be is no longer stated", .widens,
            "JSON Schema Core §11.3")
        static let dependentRequiredAdded = SchemaRule(
            "dependent-required-added", "A property requires others", .narrows, "JSON Schema Validation §6.5.4")
        static let dependentRequiredRemoved = SchemaRule(
            "dependent-required-removed", "A property no longer requires others", .widens,
            "JSON Schema Validation §6.5.4")
        static let dependentRequiredChanged = SchemaRule(
            "dependent-required-changed", "A property requires others than before", .replaces,
            "JSON Schema Validation §6.5.4")
        static let dependentSchemaAdded = SchemaRule(
            "dependent-schema-added", "A property requires a schema", .narrows, "JSON Schema Core §10.2.2.4")
        static let dependentSchemaRemoved = SchemaRule(
            "dependent-schema-removed", "A property no longer requires a schema", .widens,
            "JSON Schema Core §10.2.2.4")

        static let all =
            maxProperties.all + minProperties.all + [
                additionalForbidden, additionalAllowed, additionalSchemaAdded, additionalSchemaRemoved, patternAdded,
                patternRemoved, namesAdded, namesRemoved, unevaluatedAdded, unevaluatedRemoved,
                dependentRequiredAdded, dependentRequiredRemoved, dependentRequiredChanged, dependentSchemaAdded,
                dependentSchemaRemoved,
            ]
    }

    /// Properties that come, go, and are required.
    enum Properties {
        private static let required = "JSON Schema Validation §6.5.3"
        private static let marks = "OpenAPI 3.1 §4.8.24: `readOnly` and `writeOnly`"

        static let requiredAdded = SchemaRule(
            "added", "A required property was added", .narrows, of: .property(isRequired: true), required)
        static let requiredAddedWithDefault = SchemaRule(
            "added-with-default", "A required property with a default was added", .narrows,
            of: .property(isRequired: true), required + "; a default excuses nobody from `required`")
        static let optionalAdded = SchemaRule(
            "added", "An optional property was added", .widens, of: .property(isRequired: false),
            "JSON Schema Core §10.3.2.1; a caller passes over what it does not know, a service must not",
            sentByCallers: Impact(callers: .info, implementers: .warning), sentByService: .both(.info))
        static let requiredRemoved = SchemaRule(
            "removed", "A required property was removed", .replaces, of: .property(isRequired: true), required,
            sentByCallers: Impact(callers: .warning, implementers: .breaking),
            sentByService: Impact(callers: .breaking, implementers: .info))
        static let optionalRemoved = SchemaRule(
            "removed", "An optional property was removed", .unclear, of: .property(isRequired: false),
            "JSON Schema Core §10.3.2.1; what is not described may be ignored, refused or missing",
            sentByCallers: Impact(callers: .warning, implementers: .info),
            sentByService: Impact(callers: .warning, implementers: .info))
        static let becameRequired = SchemaRule(
            "became-required", "The property became required", .narrows, of: .propertyValue, required)
        static let becameRequiredWithDefault = SchemaRule(
            "became-required-with-default", "The property, which has a default, became required", .narrows,
            of: .propertyValue, required + "; a default excuses nobody from `required`")
        static let becameOptional = SchemaRule(
            "became-optional", "The property became optional", .widens, of: .propertyValue, required)

        static let marked = [true, false].flatMap { isRequired in
            [
                SchemaRule(
                    "became-read-only", "The property became `readOnly`", .unclear,
                    of: .property(isRequired: isRequired), marks,
                    sentByCallers: Impact(callers: .warning, implementers: isRequired ? .warning : .info),
                    sentByService: .both(.info)),
                SchemaRule(
                    "became-not-read-only", "The property is no longer `readOnly`", .unclear,
                    of: .property(isRequired: isRequired), marks,
                    sentByCallers: Impact(callers: isRequired ? .breaking : .info, implementers: .warning),
                    sentByService: .both(.info)),
                SchemaRule(
                    "became-write-only", "The property became `writeOnly`", .unclear,
                    of: .property(isRequired: isRequired), marks, sentByCallers: .both(.info),
                    sentByService: Impact(callers: isRequired ? .breaking : .warning, implementers: .warning)),
                SchemaRule(
                    "became-not-write-only", "The property is no longer `writeOnly`", .unclear,
                    of: .property(isRequired: isRequired), marks, sentByCallers: .both(.info),
                    sentByService: Impact(callers: .info, implementers: isRequired ? .breaking : .info)),
            ]
        }

        /// One of ``marked``.
        static func marked(_ suffix: String, isRequired: Bool) -> SchemaRule? {
            marked.first { $0.suffix == suffix && $0.subject == .property(isRequired: isRequired) }
        }

        static let all =
            [
                requiredAdded, requiredAddedWithDefault, optionalAdded, requiredRemoved, optionalRemoved,
                becameRequired, becameRequiredWithDefault, becameOptional,
            ] + marked
    }
}
