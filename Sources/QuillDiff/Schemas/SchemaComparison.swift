import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// Compares two schemas, each put together, and says which schemas inside them have to be compared.
struct SchemaComparison {
    let old: FlatSchema
    let new: FlatSchema
    let oldUse: SchemaUse
    let newUse: SchemaUse
    let lifecycle: Lifecycle
    private(set) var result = Result()

    /// What came of it.
    struct Result {
        var changes: [SchemaChange] = []
        var inside: [Inside] = []
        var isReadOnly = false
        var isWriteOnly = false
    }

    /// Two schemas inside those compared.
    struct Inside {
        let step: PathStep
        let old: SchemaUse
        let new: SchemaUse
    }

    init(old: FlatSchema, new: FlatSchema, oldUse: SchemaUse, newUse: SchemaUse, lifecycle: Lifecycle) {
        self.old = old
        self.new = new
        self.oldUse = oldUse
        self.newUse = newUse
        self.lifecycle = lifecycle
    }

    mutating func run(_ catalogs: inout SchemaCatalogs) {
        result.isReadOnly = old.isReadOnly && new.isReadOnly
        result.isWriteOnly = old.isWriteOnly && new.isWriteOnly
        compareRemarks()
        // One form on one side, several on the other: nothing but the forms can be compared.
        if compareWrapping(&catalogs) { return }
        compareNull()
        guard compareTypes() else { return }
        compareFormats()
        compareValues()
        let types = old.types.intersection(new.types)
        if types.contains(.integer) { compareNumbers() }
        if types.contains(.string) { compareStrings(&catalogs) }
        if types.contains(.array) { compareArrays(&catalogs) }
        if types.contains(.object) { compareObjects(&catalogs) }
        compareUnions(&catalogs)
        compareConditions(&catalogs)
    }

    mutating func note(
        _ rule: SchemaRule, _ detail: String = "", property: ChangedProperty? = nil, old: SourceLocation? = nil,
        new: SourceLocation? = nil
    ) {
        result.changes.append(
            SchemaChange(
                rule: rule, detail: detail, property: property, old: old ?? self.old.location,
                new: new ?? self.new.location))
    }

    /// Goes on with two schemas inside.
    mutating func descend(_ step: PathStep, _ old: SchemaUse, _ new: SchemaUse) {
        result.inside.append(Inside(step: step, old: old, new: new))
    }

    mutating func descend(
        _ step: PathStep, _ old: [FlatSchema.Part], _ new: [FlatSchema.Part], _ catalogs: inout SchemaCatalogs
    ) {
        descend(step, catalogs.old.use(old), catalogs.new.use(new))
    }

    // MARK: Types and values

    private mutating func compareNull() {
        guard let before = old.allowsNull, let after = new.allowsNull, before != after else { return }
        note(after ? SchemaRule.Types.becameNullable : SchemaRule.Types.becameNotNullable)
    }

    /// - Returns: whether the schemas have a type in common, so that it is worth while to go on.
    private mutating func compareTypes() -> Bool {
        let (before, after) = (old.types, new.types)
        if before == after {
            switch (old.typeStatement, new.typeStatement) {
            case (.implied, .stated): note(SchemaRule.Types.stated, after.valueNames)
            case (.stated, .implied): note(SchemaRule.Types.unstated, before.valueNames)
            default: break
            }
            return !before.isEmpty
        }
        let isList = [before, after].contains { $0 != .values && $0.valueCount > 1 }
        let detail = NodeText.change(before.valueNames, after.valueNames)
        if after.isSuperset(of: before) {
            note(isList ? SchemaRule.Types.listWidened : SchemaRule.Types.generalized, detail)
        } else if after.isSubset(of: before) {
            note(isList ? SchemaRule.Types.listNarrowed : SchemaRule.Types.specialized, detail)
        } else {
            note(SchemaRule.Types.changed, detail)
        }
        return !before.isDisjoint(with: after)
    }

    private mutating func compareFormats() {
        switch (old.format, new.format) {
        case (nil, nil): break
        case (nil, let format?): note(SchemaRule.Types.formatAdded, format)
        case (let format?, nil): note(SchemaRule.Types.formatRemoved, format)
        case (let before?, let after?):
            guard before != after else { return }
            let detail = NodeText.change(before, after)
            if Self.isMoreGeneral(after, than: before) {
                note(SchemaRule.Types.formatGeneralized, detail)
            } else if Self.isMoreGeneral(before, than: after) {
                note(SchemaRule.Types.formatSpecialized, detail)
            } else {
                note(SchemaRule.Types.formatChanged, detail)
            }
        }
    }

    /// Formats that every value of another has as well.
    private static func isMoreGeneral(_ format: String, than other: String) -> Bool {
        let wider = [
            "int8": ["int16", "int32", "int64"], "int16": ["int32", "int64"], "int32": ["int64"],
            "uint8": ["uint16", "uint32", "uint64", "int16", "int32", "int64"],
            "uint16": ["uint32", "uint64", "int32", "int64"], "uint32": ["uint64", "int64"], "float": ["double"],
            "email": ["idn-email"], "hostname": ["idn-hostname"], "uri": ["uri-reference", "iri", "iri-reference"],
            "iri": ["iri-reference"], "uri-reference": ["iri-reference"],
        ]
        return wider[other]?.contains(format) == true
    }

    private mutating func compareValues() {
        compareLists()
        compareExtensibleValues()
        let (before, after) = (old.defaultValue, new.defaultValue)
        switch (before, after) {
        case (nil, nil): break
        case (nil, let value?): note(SchemaRule.Values.defaultAdded, NodeText.short(value), new: value.location)
        case (let value?, nil): note(SchemaRule.Values.defaultRemoved, NodeText.short(value), old: value.location)
        case (let before?, let after?):
            guard NodeText.canonical(before) != NodeText.canonical(after) else { return }
            note(
                SchemaRule.Values.defaultChanged, NodeText.change(before.jsonText(), after.jsonText()),
                old: before.location, new: after.location)
        }
    }

    private mutating func compareLists() {
        switch (old.values, new.values) {
        case (nil, nil): break
        case (nil, let values?):
            let rule = new.isConstant ? SchemaRule.Values.constantAdded : SchemaRule.Values.becameEnum
            note(rule, Self.text(values), new: values.first?.location)
        case (let values?, nil):
            let rule = old.isConstant ? SchemaRule.Values.constantRemoved : SchemaRule.Values.noLongerEnum
            note(rule, Self.text(values), old: values.first?.location)
        case (let before?, let after?):
            if old.isConstant, new.isConstant, let first = before.first, let second = after.first,
                NodeText.canonical(first) != NodeText.canonical(second)
            {
                note(
                    SchemaRule.Values.constantChanged, NodeText.change(first.jsonText(), second.jsonText()),
                    old: first.location, new: second.location)
                return
            }
            let (known, remaining) = (Set(before.map(NodeText.canonical)), Set(after.map(NodeText.canonical)))
            for value in before where !remaining.contains(NodeText.canonical(value)) {
                note(SchemaRule.Values.removed, NodeText.short(value), old: value.location)
            }
            for value in after where !known.contains(NodeText.canonical(value)) {
                note(SchemaRule.Values.added, NodeText.short(value), new: value.location)
            }
        }
    }

    private mutating func compareExtensibleValues() {
        let (before, after) = (old.extensibleValues, new.extensibleValues)
        guard !before.isEmpty, !after.isEmpty else { return }
        let (known, remaining) = (Set(before.map(NodeText.canonical)), Set(after.map(NodeText.canonical)))
        for value in before where !remaining.contains(NodeText.canonical(value)) {
            note(SchemaRule.Values.extensibleRemoved, NodeText.short(value), old: value.location)
        }
        for value in after where !known.contains(NodeText.canonical(value)) {
            note(SchemaRule.Values.extensibleAdded, NodeText.short(value), new: value.location)
        }
    }

    private static func text(_ values: [Node]) -> String {
        NodeText.short(values.map { $0.jsonText() }.joined(separator: ", "))
    }
}
