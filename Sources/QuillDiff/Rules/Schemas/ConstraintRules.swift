extension SchemaRule {
    /// The four rules of a limit.
    struct Limit: Sendable {
        let set: SchemaRule
        let unset: SchemaRule
        let increased: SchemaRule
        let decreased: SchemaRule

        /// - Parameter isUpper: whether values above it are wrong, rather than those below.
        init(_ suffix: String, _ noun: String, isUpper: Bool, _ source: String) {
            // A limit that is newly stated was often enforced before, and one that is no longer stated often still is.
            set = SchemaRule(
                "\(suffix)-set", "\(noun) is stated", .narrows, source,
                sentByCallers: Impact(callers: .warning, implementers: .info),
                sentByService: Impact(callers: .info, implementers: .warning))
            unset = SchemaRule("\(suffix)-unset", "\(noun) is no longer stated", .widens, source)
            increased = SchemaRule("\(suffix)-increased", "\(noun) was raised", isUpper ? .widens : .narrows, source)
            decreased = SchemaRule("\(suffix)-decreased", "\(noun) was lowered", isUpper ? .narrows : .widens, source)
        }

        var all: [SchemaRule] { [set, unset, increased, decreased] }
    }

    /// Limits of numbers.
    enum Numbers {
        static let maximum = Limit("max", "The maximum", isUpper: true, "JSON Schema Validation §6.2.2")
        static let minimum = Limit("min", "The minimum", isUpper: false, "JSON Schema Validation §6.2.4")
        static let exclusiveMaximum = Limit(
            "exclusive-max", "The exclusive maximum", isUpper: true, "JSON Schema Validation §6.2.3")
        static let exclusiveMinimum = Limit(
            "exclusive-min", "The exclusive minimum", isUpper: false, "JSON Schema Validation §6.2.5")
        static let becameExclusive = SchemaRule(
            "limit-became-exclusive", "The limit itself is no longer allowed", .narrows, "JSON Schema Validation §6.2")
        static let becameInclusive = SchemaRule(
            "limit-became-inclusive", "The limit itself is allowed", .widens, "JSON Schema Validation §6.2")

        private static let multiples = "JSON Schema Validation §6.2.1"
        static let multipleSet = SchemaRule(
            "multiple-of-set", "Only multiples of a number are allowed", .narrows, multiples)
        static let multipleUnset = SchemaRule(
            "multiple-of-unset", "Numbers no longer have to be multiples", .widens, multiples)
        static let multipleGeneralized = SchemaRule(
            "multiple-of-generalized", "More multiples are allowed", .widens, multiples)
        static let multipleSpecialized = SchemaRule(
            "multiple-of-specialized", "Fewer multiples are allowed", .narrows, multiples)
        static let multipleChanged = SchemaRule(
            "multiple-of-changed", "Multiples of another number are allowed", .replaces, multiples)

        static let all =
            maximum.all + minimum.all + exclusiveMaximum.all + exclusiveMinimum.all + [
                becameExclusive, becameInclusive, multipleSet, multipleUnset, multipleGeneralized,
                multipleSpecialized, multipleChanged,
            ]
    }

    /// Lengths, patterns and contents of strings.
    enum Strings {
        static let maxLength = Limit(
            "max-length", "The greatest length", isUpper: true, "JSON Schema Validation §6.3.1")
        static let minLength = Limit("min-length", "The least length", isUpper: false, "JSON Schema Validation §6.3.2")

        private static let patterns = "JSON Schema Validation §6.3.3"
        static let patternAdded = SchemaRule("pattern-added", "A pattern is stated", .narrows, patterns)
        static let patternRemoved = SchemaRule("pattern-removed", "A pattern is no longer stated", .widens, patterns)
        static let patternChanged = SchemaRule("pattern-changed", "The pattern is another", .unclear, patterns)
        static let patternGeneralized = SchemaRule(
            "pattern-generalized", "The pattern is another that anything matches", .widens, patterns)
        static let patternSpecialized = SchemaRule(
            "pattern-specialized", "The pattern that anything matched is another", .narrows, patterns)

        private static let contents = "JSON Schema Validation §8"
        static let encodingChanged = SchemaRule(
            "content-encoding-changed", "The encoding of the content is another", .replaces, contents)
        static let mediaTypeChanged = SchemaRule(
            "content-media-type-changed", "The media type of the content is another", .replaces, contents)
        static let schemaAdded = SchemaRule(
            "content-schema-added", "A schema for the content is stated", .narrows, contents)
        static let schemaRemoved = SchemaRule(
            "content-schema-removed", "The schema for the content is no longer stated", .widens, contents)

        static let all =
            maxLength.all + minLength.all + [
                patternAdded, patternRemoved, patternChanged, patternGeneralized, patternSpecialized, encodingChanged,
                mediaTypeChanged, schemaAdded, schemaRemoved,
            ]
    }

    /// Lengths and items of arrays.
    enum Arrays {
        static let maxItems = Limit(
            "max-items", "The greatest number of items", isUpper: true, "JSON Schema Validation §6.4.1")
        static let minItems = Limit(
            "min-items", "The least number of items", isUpper: false, "JSON Schema Validation §6.4.2")
        static let maxContains = Limit(
            "max-contains", "The greatest number of items of the kind", isUpper: true, "JSON Schema Validation §6.4.4")
        static let minContains = Limit(
            "min-contains", "The least number of items of the kind", isUpper: false, "JSON Schema Validation §6.4.5")
        static let uniqueSet = SchemaRule(
            "unique-items-set", "Items must be different from each other", .narrows, "JSON Schema Validation §6.4.3")
        static let uniqueUnset = SchemaRule(
            "unique-items-unset", "Items may be equal", .widens, "JSON Schema Validation §6.4.3")

        private static let items = "JSON Schema Core §10.3.1"
        static let itemsSet = SchemaRule("items-schema-added", "A schema for items is stated", .narrows, items)
        static let itemsUnset = SchemaRule(
            "items-schema-removed", "The schema for items is no longer stated", .widens, items)
        static let containsAdded = SchemaRule(
            "contains-added", "Items of a kind must be there", .narrows, items)
        static let containsRemoved = SchemaRule(
            "contains-removed", "Items of a kind no longer have to be there", .widens, items)
        static let prefixAdded = SchemaRule(
            "prefix-items-added", "A schema for one more position is stated", .narrows, items)
        static let prefixRemoved = SchemaRule(
            "prefix-items-removed", "A schema for one position is no longer stated", .widens, items)
        static let prefixExtended = SchemaRule(
            "prefix-items-extended", "One more position is allowed", .widens, items)
        static let prefixShortened = SchemaRule(
            "prefix-items-shortened", "One position is no longer allowed", .narrows, items)
        static let unevaluatedAdded = SchemaRule(
            "unevaluated-items-added", "What other items must be is stated", .narrows, "JSON Schema Core §11.2")
        static let unevaluatedRemoved = SchemaRule(
            "unevaluated-items-removed", "What other items must be is no longer stated", .widens,
            "JSON Schema Core §11.2")

        static let all =
            maxItems.all + minItems.all + maxContains.all + [
                minContains.increased, minContains.decreased, uniqueSet, uniqueUnset, itemsSet, itemsUnset,
                containsAdded, containsRemoved, prefixAdded,
                prefixRemoved, prefixExtended, prefixShortened, unevaluatedAdded, unevaluatedRemoved,
            ]
    }
}
