import QuillOpenAPI

extension SchemaComparison {
    // MARK: One form and several

    /// Compares one form with several, where all that one side says is that there are several.
    ///
    /// - Returns: whether that was the case.
    mutating func compareWrapping(_ catalogs: inout SchemaCatalogs) -> Bool {
        if old.unions.isEmpty, old.saysAnything, new.isOnlyUnion, let union = new.unions.first {
            let choices = union.choices.map { catalogs.new.use([$0]) }
            let matching = ChoiceMatching([oldUse], choices, isExhaustive: false, &catalogs)
            guard let pair = matching.pairs.first else {
                note(SchemaRule.Unions.replaced, new: union.location)
                return true
            }
            let others = choices.indices.filter { $0 != pair.new }
                .map { name(of: choices[$0], at: $0, &catalogs.new) }
            note(
                union.isExclusive ? SchemaRule.Unions.wrappedInOneOf : SchemaRule.Unions.wrappedInAnyOf,
                "also \(NodeText.short(others.joined(separator: ", ")))", new: union.location)
            descend(.choice(name(of: choices[pair.new], at: pair.new, &catalogs.new)), oldUse, choices[pair.new])
            return true
        }
        if new.unions.isEmpty, new.saysAnything, old.isOnlyUnion, let union = old.unions.first {
            let choices = union.choices.map { catalogs.old.use([$0]) }
            let matching = ChoiceMatching(choices, [newUse], isExhaustive: false, &catalogs)
            guard let pair = matching.pairs.first else {
                note(SchemaRule.Unions.replaced, old: union.location)
                return true
            }
            let others = choices.indices.filter { $0 != pair.old }
                .map { name(of: choices[$0], at: $0, &catalogs.old) }
            note(
                union.isExclusive ? SchemaRule.Unions.unwrappedFromOneOf : SchemaRule.Unions.unwrappedFromAnyOf,
                "no longer \(NodeText.short(others.joined(separator: ", ")))", old: union.location)
            descend(.choice(name(of: choices[pair.old], at: pair.old, &catalogs.old)), choices[pair.old], newUse)
            return true
        }
        return false
    }

    // MARK: Several forms

    mutating func compareUnions(_ catalogs: inout SchemaCatalogs) {
        if old.partCount != new.partCount {
            let rule =
                new.partCount > old.partCount ? SchemaRule.Unions.allOfAdded : SchemaRule.Unions.allOfRemoved
            note(rule, "\(old.partCount) → \(new.partCount)")
        }
        for (before, after) in zip(old.unions, new.unions) { compare(before, after, &catalogs) }
        for union in old.unions.dropFirst(new.unions.count) {
            note(SchemaRule.Unions.choiceRemoved, old: union.location)
        }
        for union in new.unions.dropFirst(old.unions.count) {
            note(SchemaRule.Unions.choiceAdded, new: union.location)
        }
        compare(old.discriminator, new.discriminator, [], [], nil, &catalogs)
    }

    private mutating func compare(
        _ before: FlatSchema.Union, _ after: FlatSchema.Union, _ catalogs: inout SchemaCatalogs
    ) {
        if before.isExclusive != after.isExclusive {
            note(
                after.isExclusive ? SchemaRule.Unions.anyOfToOneOf : SchemaRule.Unions.oneOfToAnyOf,
                old: before.location, new: after.location)
        }
        let olds = before.choices.map { catalogs.old.use([$0]) }
        let news = after.choices.map { catalogs.new.use([$0]) }
        let matching = ChoiceMatching(olds, news, isExhaustive: true, &catalogs)
        for index in matching.removed {
            note(
                before.isExclusive ? SchemaRule.Unions.oneOfRemoved : SchemaRule.Unions.anyOfRemoved,
                name(of: olds[index], at: index, &catalogs.old), old: olds[index].location, new: after.location)
        }
        for index in matching.added {
            note(
                after.isExclusive ? SchemaRule.Unions.oneOfAdded : SchemaRule.Unions.anyOfAdded,
                name(of: news[index], at: index, &catalogs.new), old: before.location, new: news[index].location)
        }
        for pair in matching.pairs.sorted(by: { $0.new < $1.new }) {
            descend(.choice(name(of: news[pair.new], at: pair.new, &catalogs.new)), olds[pair.old], news[pair.new])
        }
        compare(before.discriminator, after.discriminator, olds, news, matching, &catalogs)
    }

    /// `Dog`, or what else a person would call a choice.
    private func name(of use: SchemaUse, at index: Int, _ catalog: inout SchemaCatalog) -> String {
        if let target = use.target { return target.name }
        let flat = catalog.flat(use)
        if let title = flat.title { return NodeText.short(title) }
        if flat.types != .values, flat.types != .object { return flat.types.valueNames }
        return "choice \(index + 1)"
    }

    // MARK: Discriminators

    private mutating func compare(
        _ before: OpenAPI.Discriminator?, _ after: OpenAPI.Discriminator?, _ olds: [SchemaUse], _ news: [SchemaUse],
        _ matching: ChoiceMatching?, _ catalogs: inout SchemaCatalogs
    ) {
        guard let before else {
            if let after { note(SchemaRule.Unions.discriminatorAdded, after.propertyName, new: after.location) }
            return
        }
        guard let after else {
            return note(SchemaRule.Unions.discriminatorRemoved, before.propertyName, old: before.location)
        }
        if before.propertyName != after.propertyName {
            note(
                SchemaRule.Unions.discriminatorNameChanged,
                NodeText.change(before.propertyName, after.propertyName), old: before.location, new: after.location)
        }
        let mapped = Mapping(before, olds)
        let remapped = Mapping(after, news)
        func isSame(_ old: OpenAPI.Identity, _ new: OpenAPI.Identity) -> Bool {
            if old.name == new.name { return true }
            let indices = (olds.firstIndex { $0.target == old }, news.firstIndex { $0.target == new })
            return matching?.pairs.contains { $0.old == indices.0 && $0.new == indices.1 } ?? false
        }
        for entry in mapped.entries {
            guard let other = remapped[entry.value] else {
                // The name of a choice that is gone stands for itself: its removal is reported already.
                let index = olds.firstIndex { $0.target == entry.target }
                if !entry.isStated, let index, matching?.removed.contains(index) == true { continue }
                note(SchemaRule.Unions.mappingDeleted, entry.value, old: before.location, new: after.location)
                continue
            }
            if !isSame(entry.target, other.target) {
                note(
                    SchemaRule.Unions.mappingChanged,
                    "\(entry.value): \(NodeText.change(entry.target.name, other.target.name))", old: before.location,
                    new: after.location)
            }
        }
        for entry in remapped.entries where mapped[entry.value] == nil {
            let index = news.firstIndex { $0.target == entry.target }
            if !entry.isStated, let index, matching?.added.contains(index) == true { continue }
            note(SchemaRule.Unions.mappingAdded, entry.value, old: before.location, new: after.location)
        }
        if before.defaultMapping?.name != after.defaultMapping?.name {
            note(
                SchemaRule.Unions.defaultMappingChanged,
                NodeText.change(before.defaultMapping?.name, after.defaultMapping?.name), old: before.location,
                new: after.location)
        }
    }

    /// Every value of a discriminator with the schema it stands for, stated or by the schema's name.
    private struct Mapping {
        struct Entry {
            let value: String
            let target: OpenAPI.Identity
            let isStated: Bool
        }

        let entries: [Entry]

        init(_ discriminator: OpenAPI.Discriminator, _ choices: [SchemaUse]) {
            let stated = discriminator.mapping.map { Entry(value: $0.key, target: $0.value, isStated: true) }
            let targets = Set(stated.map(\.target))
            entries =
                stated
                + choices.compactMap(\.target).filter { !targets.contains($0) }
                .map { Entry(value: $0.name, target: $0, isStated: false) }
        }

        subscript(value: String) -> Entry? { entries.first { $0.value == value } }
    }

    // MARK: Conditions

    mutating func compareConditions(_ catalogs: inout SchemaCatalogs) {
        var gone = old.exclusions.map { catalogs.old.fingerprint(catalogs.old.use($0), depth: 6) }
        var come: [Int] = []
        for exclusion in new.exclusions {
            let print = catalogs.new.fingerprint(catalogs.new.use(exclusion), depth: 6)
            if let index = gone.firstIndex(of: print) { gone.remove(at: index) } else { come.append(print) }
        }
        switch (gone.isEmpty, come.isEmpty) {
        case (true, true): break
        case (false, true): note(SchemaRule.Conditions.notRemoved)
        case (true, false): note(SchemaRule.Conditions.notAdded)
        case (false, false): note(SchemaRule.Conditions.notChanged)
        }
        for (before, after) in zip(old.conditions, new.conditions) { compare(before, after, &catalogs) }
        for condition in old.conditions.dropFirst(new.conditions.count) {
            note(SchemaRule.Conditions.ifRemoved, old: condition.test.location)
        }
        for condition in new.conditions.dropFirst(old.conditions.count) {
            note(SchemaRule.Conditions.ifAdded, new: condition.test.location)
        }
    }

    private mutating func compare(
        _ before: FlatSchema.Condition, _ after: FlatSchema.Condition, _ catalogs: inout SchemaCatalogs
    ) {
        let prints = (
            catalogs.old.fingerprint(catalogs.old.use([before.test]), depth: 6),
            catalogs.new.fingerprint(catalogs.new.use([after.test]), depth: 6)
        )
        if prints.0 != prints.1 {
            note(SchemaRule.Conditions.ifChanged, old: before.test.location, new: after.test.location)
        }
        compareOptional(
            before.consequence.map { [$0] } ?? [], after.consequence.map { [$0] } ?? [], step: .keyword("then"),
            added: SchemaRule.Conditions.thenAdded, removed: SchemaRule.Conditions.thenRemoved, &catalogs)
        compareOptional(
            before.alternative.map { [$0] } ?? [], after.alternative.map { [$0] } ?? [], step: .keyword("else"),
            added: SchemaRule.Conditions.elseAdded, removed: SchemaRule.Conditions.elseRemoved, &catalogs)
    }
}
