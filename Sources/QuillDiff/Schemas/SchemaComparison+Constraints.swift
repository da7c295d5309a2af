import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

extension SchemaComparison {
    /// Compares a limit that is a whole number.
    mutating func compare(_ limit: SchemaRule.Limit, _ old: Int?, _ new: Int?) {
        guard old != new else { return }
        let detail = NodeText.change(old.map(String.init), new.map(String.init))
        switch (old, new) {
        case (nil, let new?): note(limit.set, "\(new)")
        case (let old?, nil): note(limit.unset, "\(old)")
        case (let old?, let new?): note(new > old ? limit.increased : limit.decreased, detail)
        case (nil, nil): break
        }
    }

    // MARK: Numbers

    mutating func compareNumbers() {
        let isWhole = old.types.isDisjoint(with: .number) && new.types.isDisjoint(with: .number)
        compareBound(
            old.maximum, new.maximum, SchemaRule.Numbers.maximum, SchemaRule.Numbers.exclusiveMaximum,
            step: isWhole ? -1 : nil)
        compareBound(
            old.minimum, new.minimum, SchemaRule.Numbers.minimum, SchemaRule.Numbers.exclusiveMinimum,
            step: isWhole ? 1 : nil)
        compareMultiples()
    }

    /// - Parameter step: what takes a whole number from an excluded limit to the last one allowed; nil for fractions.
    private mutating func compareBound(
        _ old: OpenAPI.Schema.Bound?, _ new: OpenAPI.Schema.Bound?, _ inclusive: SchemaRule.Limit,
        _ exclusive: SchemaRule.Limit, step: Double?
    ) {
        func last(_ bound: OpenAPI.Schema.Bound) -> Double {
            guard bound.isExclusive, let step, bound.value.integer != nil else { return bound.value.double }
            return bound.value.double + step
        }
        func limit(_ bound: OpenAPI.Schema.Bound) -> SchemaRule.Limit { bound.isExclusive ? exclusive : inclusive }
        switch (old, new) {
        case (nil, nil): break
        case (nil, let new?): note(limit(new).set, new.value.text)
        case (let old?, nil): note(limit(old).unset, old.value.text)
        case (let old?, let new?):
            let (before, after) = (last(old), last(new))
            let detail = NodeText.change(old.value.text, new.value.text)
            if after != before {
                note(after > before ? limit(new).increased : limit(new).decreased, detail)
            } else if old.isExclusive != new.isExclusive, step == nil {
                let rule =
                    new.isExclusive ? SchemaRule.Numbers.becameExclusive : SchemaRule.Numbers.becameInclusive
                note(rule, new.value.text)
            }
        }
    }

    private mutating func compareMultiples() {
        guard Set(old.multiples.map(NodeText.canonical)) != Set(new.multiples.map(NodeText.canonical)) else { return }
        let detail = NodeText.change(Self.text(old.multiples), Self.text(new.multiples))
        guard let before = old.multiples.first?.double else {
            return note(SchemaRule.Numbers.multipleSet, Self.text(new.multiples) ?? "")
        }
        guard let after = new.multiples.first?.double else {
            return note(SchemaRule.Numbers.multipleUnset, Self.text(old.multiples) ?? "")
        }
        if old.multiples.count == 1, new.multiples.count == 1, before > 0, after > 0 {
            if (before / after).rounded() == before / after {
                return note(SchemaRule.Numbers.multipleGeneralized, detail)
            }
            if (after / before).rounded() == after / before {
                return note(SchemaRule.Numbers.multipleSpecialized, detail)
            }
        }
        note(SchemaRule.Numbers.multipleChanged, detail)
    }

    private static func text(_ numbers: [NumberText]) -> String? {
        numbers.isEmpty ? nil : numbers.map(\.text).joined(separator: " and ")
    }

    // MARK: Strings

    mutating func compareStrings(_ catalogs: inout SchemaCatalogs) {
        compare(SchemaRule.Strings.maxLength, old.maxLength, new.maxLength)
        // No string is shorter than nothing.
        compare(SchemaRule.Strings.minLength, old.minLength.nonZero, new.minLength.nonZero)
        comparePatterns()
        if old.contentEncoding?.lowercased() != new.contentEncoding?.lowercased() {
            note(SchemaRule.Strings.encodingChanged, NodeText.change(old.contentEncoding, new.contentEncoding))
        }
        if old.contentMediaType?.lowercased() != new.contentMediaType?.lowercased() {
            note(SchemaRule.Strings.mediaTypeChanged, NodeText.change(old.contentMediaType, new.contentMediaType))
        }
        compareOptional(
            old.contentSchema, new.contentSchema, step: .keyword("contentSchema"),
            added: SchemaRule.Strings.schemaAdded, removed: SchemaRule.Strings.schemaRemoved, &catalogs)
    }

    private mutating func comparePatterns() {
        let (before, after) = (Set(old.patterns), Set(new.patterns))
        let gone = old.patterns.filter { !after.contains($0) }
        let come = new.patterns.filter { !before.contains($0) }
        for (pattern, replacement) in zip(gone, come) {
            let detail = NodeText.change(pattern, replacement)
            if Self.matchesAnything(replacement) {
                note(SchemaRule.Strings.patternGeneralized, detail)
            } else if Self.matchesAnything(pattern) {
                note(SchemaRule.Strings.patternSpecialized, detail)
            } else {
                note(SchemaRule.Strings.patternChanged, detail)
            }
        }
        for pattern in gone.dropFirst(come.count) where !Self.matchesAnything(pattern) {
            note(SchemaRule.Strings.patternRemoved, NodeText.short(pattern))
        }
        for pattern in come.dropFirst(gone.count) where !Self.matchesAnything(pattern) {
            note(SchemaRule.Strings.patternAdded, NodeText.short(pattern))
        }
    }

    private static func matchesAnything(_ pattern: String) -> Bool {
        ["", ".*", "^.*", ".*$", "^.*$", "^", "$"].contains(pattern)
    }

    /// Compares schemas that may be there or not.
    mutating func compareOptional(
        _ old: [FlatSchema.Part], _ new: [FlatSchema.Part], step: PathStep, added: SchemaRule, removed: SchemaRule,
        detail: String = "", _ catalogs: inout SchemaCatalogs
    ) {
        switch (old.isEmpty, new.isEmpty) {
        case (true, true): break
        case (true, false): note(added, detail, new: new.first?.location)
        case (false, true): note(removed, detail, old: old.first?.location)
        case (false, false): descend(step, old, new, &catalogs)
        }
    }
}

extension Int? {
    fileprivate var nonZero: Int? { self == 0 ? nil : self }
}
