import QuillOpenAPI

extension SchemaComparison {
    mutating func compareArrays(_ catalogs: inout SchemaCatalogs) {
        compare(SchemaRule.Arrays.maxItems, old.maxItems, new.maxItems)
        compare(
            SchemaRule.Arrays.minItems, old.minItems == 0 ? nil : old.minItems, new.minItems == 0 ? nil : new.minItems)
        if old.isUnique != new.isUnique {
            note(new.isUnique ? SchemaRule.Arrays.uniqueSet : SchemaRule.Arrays.uniqueUnset)
        }
        comparePositions(&catalogs)
        compareItems(&catalogs)
        compareOptional(
            old.contains, new.contains, step: .item, added: SchemaRule.Arrays.containsAdded,
            removed: SchemaRule.Arrays.containsRemoved, &catalogs)
        if !old.contains.isEmpty, !new.contains.isEmpty {
            compare(SchemaRule.Arrays.maxContains, old.maxContains, new.maxContains)
            // One has to be there where nothing is stated.
            if (old.minContains ?? 1) != (new.minContains ?? 1) {
                compare(SchemaRule.Arrays.minContains, old.minContains ?? 1, new.minContains ?? 1)
            }
        }
        compareOptional(
            old.unevaluatedItems, new.unevaluatedItems, step: .item, added: SchemaRule.Arrays.unevaluatedAdded,
            removed: SchemaRule.Arrays.unevaluatedRemoved, &catalogs)
    }

    private mutating func compareItems(_ catalogs: inout SchemaCatalogs) {
        // A schema that says nothing is as good as none.
        let before = old.items.isEmpty || !catalogs.old.flat(catalogs.old.use(old.items)).saysAnything ? [] : old.items
        let after = new.items.isEmpty || !catalogs.new.flat(catalogs.new.use(new.items)).saysAnything ? [] : new.items
        if before.isEmpty, after.isEmpty, !old.items.isEmpty, !new.items.isEmpty {
            return descend(.item, old.items, new.items, &catalogs)
        }
        compareOptional(
            before, after, step: .item, added: SchemaRule.Arrays.itemsSet, removed: SchemaRule.Arrays.itemsUnset,
            &catalogs)
    }

    private mutating func comparePositions(_ catalogs: inout SchemaCatalogs) {
        let shared = min(old.prefixItems.count, new.prefixItems.count)
        for index in 0..<shared {
            descend(.position(index), old.prefixItems[index], new.prefixItems[index], &catalogs)
        }
        for index in shared..<max(shared, old.prefixItems.count) {
            let isClosed = forbidsMore(new.items)
            note(
                isClosed ? SchemaRule.Arrays.prefixShortened : SchemaRule.Arrays.prefixRemoved, "position \(index)",
                old: old.prefixItems[index].first?.location)
        }
        for index in shared..<max(shared, new.prefixItems.count) {
            let wasClosed = forbidsMore(old.items)
            note(
                wasClosed ? SchemaRule.Arrays.prefixExtended : SchemaRule.Arrays.prefixAdded, "position \(index)",
                new: new.prefixItems[index].first?.location)
        }
    }

    /// `items: false`
    private func forbidsMore(_ items: [FlatSchema.Part]) -> Bool {
        items.contains { if case .inline(let schema) = $0 { schema.boolean == false } else { false } }
    }
}
