import QuillDiagnostics
import QuillOpenAPI

extension SchemaComparison {
    mutating func compareObjects(_ catalogs: inout SchemaCatalogs) {
        compareProperties(&catalogs)
        compare(SchemaRule.Objects.maxProperties, old.maxProperties, new.maxProperties)
        compare(
            SchemaRule.Objects.minProperties, old.minProperties == 0 ? nil : old.minProperties,
            new.minProperties == 0 ? nil : new.minProperties)
        compareAdditional(
            old.additional, new.additional, .member("*"), forbidden: SchemaRule.Objects.additionalForbidden,
            allowed: SchemaRule.Objects.additionalAllowed, schemaAdded: SchemaRule.Objects.additionalSchemaAdded,
            schemaRemoved: SchemaRule.Objects.additionalSchemaRemoved, &catalogs)
        compareAdditional(
            old.unevaluatedProperties, new.unevaluatedProperties, .member("*"),
            forbidden: SchemaRule.Objects.unevaluatedAdded, allowed: SchemaRule.Objects.unevaluatedRemoved,
            schemaAdded: SchemaRule.Objects.unevaluatedAdded, schemaRemoved: SchemaRule.Objects.unevaluatedRemoved,
            &catalogs)
        compareNamed(
            old.patternProperties, new.patternProperties, step: { .member("/\($0)/") },
            added: SchemaRule.Objects.patternAdded, removed: SchemaRule.Objects.patternRemoved, &catalogs)
        compareOptional(
            old.propertyNames, new.propertyNames, step: .keyword("propertyNames"),
            added: SchemaRule.Objects.namesAdded, removed: SchemaRule.Objects.namesRemoved, &catalogs)
        compareNamed(
            old.dependentSchemas, new.dependentSchemas, step: { .keyword("with \($0)") },
            added: SchemaRule.Objects.dependentSchemaAdded, removed: SchemaRule.Objects.dependentSchemaRemoved,
            &catalogs)
        compareDependencies()
    }

    // MARK: Properties

    private mutating func compareProperties(_ catalogs: inout SchemaCatalogs) {
        var after: [String: PropertyUse] = [:]
        for property in new.properties { after[property.name] = property }
        var known: Set<String> = []
        for property in old.properties {
            known.insert(property.name)
            if let counterpart = after[property.name] {
                compare(property, counterpart, &catalogs)
            } else {
                noteRemoved(property, &catalogs)
            }
        }
        for property in new.properties where !known.contains(property.name) { noteAdded(property, &catalogs) }
        compareRequired(&catalogs)
    }

    private mutating func compare(
        _ before: PropertyUse, _ after: PropertyUse, _ catalogs: inout SchemaCatalogs
    ) {
        let (oldUse, newUse) = (catalogs.old.use(before.parts), catalogs.new.use(after.parts))
        let (oldFlat, newFlat) = (catalogs.old.flat(oldUse), catalogs.new.flat(newUse))
        let property = ChangedProperty(
            name: before.name, isReadOnly: oldFlat.isReadOnly && newFlat.isReadOnly,
            isWriteOnly: oldFlat.isWriteOnly && newFlat.isWriteOnly)
        let (wasRequired, isRequired) = (old.required.contains(before.name), new.required.contains(before.name))
        if wasRequired != isRequired {
            var rule = isRequired ? SchemaRule.Properties.becameRequired : SchemaRule.Properties.becameOptional
            var detail = ""
            if isRequired, let value = newFlat.defaultValue {
                rule = SchemaRule.Properties.becameRequiredWithDefault
                detail = NodeText.short(value)
            }
            note(rule, detail, property: property, old: before.location, new: after.location)
        }
        func mark(_ wasMarked: Bool, _ isMarked: Bool, _ mark: String) -> SchemaRule? {
            guard wasMarked != isMarked else { return nil }
            return SchemaRule.Properties.marked(
                isMarked ? "became-\(mark)" : "became-not-\(mark)", isRequired: isRequired)
        }
        for rule in [
            mark(oldFlat.isReadOnly, newFlat.isReadOnly, "read-only"),
            mark(oldFlat.isWriteOnly, newFlat.isWriteOnly, "write-only"),
        ].compactMap({ $0 }) {
            note(rule, property: property, old: before.location, new: after.location)
        }
        descend(.property(before.name), oldUse, newUse)
    }

    private mutating func noteRemoved(_ property: PropertyUse, _ catalogs: inout SchemaCatalogs) {
        let flat = catalogs.old.flat(catalogs.old.use(property.parts))
        let rule =
            old.required.contains(property.name)
            ? SchemaRule.Properties.requiredRemoved : SchemaRule.Properties.optionalRemoved
        note(
            rule, property: ChangedProperty(property.name, flat), old: property.location)
    }

    private mutating func noteAdded(_ property: PropertyUse, _ catalogs: inout SchemaCatalogs) {
        let flat = catalogs.new.flat(catalogs.new.use(property.parts))
        var rule = SchemaRule.Properties.optionalAdded
        var detail = ""
        // What was required all along is only described now.
        if new.required.contains(property.name), !old.required.contains(property.name) {
            rule = SchemaRule.Properties.requiredAdded
            if let value = flat.defaultValue {
                rule = SchemaRule.Properties.requiredAddedWithDefault
                detail = NodeText.short(value)
            }
        }
        note(rule, detail, property: ChangedProperty(property.name, flat), new: property.location)
    }

    /// Names that are required without being described.
    private mutating func compareRequired(_ catalogs: inout SchemaCatalogs) {
        let described = Set(old.properties.map(\.name)).union(new.properties.map(\.name))
        func property(_ name: String) -> ChangedProperty {
            ChangedProperty(name: name, isReadOnly: false, isWriteOnly: false)
        }
        for name in new.required where !described.contains(name) && !old.required.contains(name) {
            note(SchemaRule.Properties.becameRequired, property: property(name))
        }
        for name in old.required where !described.contains(name) && !new.required.contains(name) {
            note(SchemaRule.Properties.becameOptional, property: property(name))
        }
    }

    // MARK: Other members

    private mutating func compareAdditional(
        _ before: FlatSchema.Additional, _ after: FlatSchema.Additional, _ step: PathStep, forbidden: SchemaRule,
        allowed: SchemaRule, schemaAdded: SchemaRule, schemaRemoved: SchemaRule, _ catalogs: inout SchemaCatalogs
    ) {
        let before = meaning(before, &catalogs.old)
        let after = meaning(after, &catalogs.new)
        switch (before, after) {
        case (.open, .open), (.closed, .closed): break
        case (.closed, _): note(allowed)
        case (_, .closed): note(forbidden)
        case (.open, .schema(let parts)): note(schemaAdded, new: parts.first?.location)
        case (.schema(let parts), .open): note(schemaRemoved, old: parts.first?.location)
        case (.schema(let before), .schema(let after)): descend(step, before, after, &catalogs)
        }
    }

    /// `{}` is as good as `true`, and `{not: {}}` as `false`.
    private func meaning(
        _ additional: FlatSchema.Additional, _ catalog: inout SchemaCatalog
    ) -> FlatSchema.Additional {
        guard case .schema(let parts) = additional else { return additional }
        let flat = catalog.flat(catalog.use(parts))
        if flat.types.isEmpty { return .closed }
        return flat.saysAnything ? additional : .open
    }

    private mutating func compareNamed(
        _ before: [PropertyUse], _ after: [PropertyUse], step: (String) -> PathStep, added: SchemaRule,
        removed: SchemaRule, _ catalogs: inout SchemaCatalogs
    ) {
        for use in before {
            if let counterpart = after.first(where: { $0.name == use.name }) {
                descend(step(use.name), use.parts, counterpart.parts, &catalogs)
            } else {
                note(removed, NodeText.short(use.name), old: use.location)
            }
        }
        for use in after where !before.contains(where: { $0.name == use.name }) {
            note(added, NodeText.short(use.name), new: use.location)
        }
    }

    private mutating func compareDependencies() {
        for (name, before) in old.dependentRequired.sorted(by: { $0.key < $1.key }) {
            guard let after = new.dependentRequired[name] else {
                note(SchemaRule.Objects.dependentRequiredRemoved, "\(name) → \(before.joined(separator: ", "))")
                continue
            }
            if Set(before) != Set(after) {
                note(
                    SchemaRule.Objects.dependentRequiredChanged,
                    "\(name): \(NodeText.change(before.joined(separator: ", "), after.joined(separator: ", ")))")
            }
        }
        for (name, after) in new.dependentRequired.sorted(by: { $0.key < $1.key })
        where old.dependentRequired[name] == nil {
            note(SchemaRule.Objects.dependentRequiredAdded, "\(name) → \(after.joined(separator: ", "))")
        }
    }
}

extension ChangedProperty {
    fileprivate init(_ name: String, _ flat: FlatSchema) {
        self.init(name: name, isReadOnly: flat.isReadOnly, isWriteOnly: flat.isWriteOnly)
    }
}
