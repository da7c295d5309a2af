// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

/// Holds the values of a document to a rule.
nonisolated struct RuleReading {
    let rule: JSONRule
    let document: JSONDocument
    /// Whether nothing is noted, because it only matters whether a schema is met.
    private var isQuiet = false
    /// The places of members and items that some schema has spoken of, which is what `unevaluated…` leaves alone.
    private var evaluated: Set<Int> = []
    private let tracksEvaluated: Bool

    init(rule: JSONRule, document: JSONDocument) {
        self.rule = rule
        self.document = document
        tracksEvaluated = rule.schemas.contains { checks in
            checks.contains { check in
                switch check {
                case .unevaluatedItems, .unevaluatedMembers: true
                default: false
                }
            }
        }
    }

    /// Whether a value meets a schema of the rule; what breaks it is noted.
    mutating func holds(_ schema: Int, at place: Int) -> Bool {
        guard rule.schemas.indices.contains(schema) else { return true }
        guard document.spendsRuleStep(at: place), document.canDescend(into: place) else { return false }
        // A schema sees what it and the schemas in it speak of, not what others beside it do (Core §11).
        let outer = evaluated
        if tracksEvaluated { evaluated = [] }
        defer { if tracksEvaluated { evaluated.formUnion(outer) } }
        var isMet = true
        for check in rule.schemas[schema] where !meets(check, at: place) {
            isMet = false
            // The first fault is enough where nobody hears of the others.
            if isQuiet { break }
        }
        return isMet
    }

    /// Whether a value meets a schema, with nothing noted, and nothing counted as spoken of where it does not.
    private mutating func quietlyHolds(_ schema: Int, at place: Int) -> Bool {
        let (wasQuiet, before) = (isQuiet, evaluated)
        isQuiet = true
        let isMet = holds(schema, at: place)
        isQuiet = wasQuiet
        if !isMet { evaluated = before }
        return isMet
    }

    private mutating func meets(_ check: JSONRule.Check, at place: Int) -> Bool {
        let value = JSONReader(document: document, place: place)
        switch check {
        case .never: return noted(false, "is not allowed", place)
        case .types(let types):
            return noted(
                types.contains { isOf($0, value) }, "is not of the type \(types.joined(separator: ", "))", place)
        case .values(let values):
            let found = JSONValue(reading: value)
            if values.contains(found) { return true }
            let known = values.prefix(20).map { $0.jsonText() }.joined(separator: ", ")
            return noted(false, "none of the documented values: \(known)\(values.count > 20 ? ", …" : "")", place)
        case .all(let schemas):
            return schemas.reduce(true) { isMet, schema in holds(schema, at: place) && isMet }
        case .any(let schemas):
            var isMet = false
            // All of them, because each says which members it speaks of.
            for schema in schemas where !isMet || tracksEvaluated { isMet = quietlyHolds(schema, at: place) || isMet }
            return noted(isMet, "matches none of the documented alternatives", place)
        case .one(let schemas):
            var count = 0
            for schema in schemas where count < 2 && quietlyHolds(schema, at: place) { count += 1 }
            return noted(count > 0, "matches none of the documented alternatives", place)
                && noted(count < 2, "matches several alternatives, of which only one is allowed", place)
        case .not(let schema):
            let before = evaluated
            let isMet = quietlyHolds(schema, at: place)
            evaluated = before
            return noted(!isMet, "matches what is documented as not allowed", place)
        case .conditional(let condition, let then, let otherwise):
            guard let next = quietlyHolds(condition, at: place) ? then : otherwise else { return true }
            return holds(next, at: place)
        default: break
        }
        let entry = document.entry(place)
        switch entry.code {
        case JSONEntry.Code.number: return meets(check, number: place)
        case JSONEntry.Code.string:
            guard meets(check, text: place) else { return false }
            // A parameter's number is a text.
            let isNumber = document.texts != .none && JSONTexts.kind(of: document.string(entry)) == .number
            return isNumber ? meets(check, number: place) : true
        case JSONEntry.Code.array: return meets(check, array: value)
        case JSONEntry.Code.object: return meets(check, object: place)
        default: return true
        }
    }

    private func noted(_ isMet: Bool, _ fault: @autoclosure () -> String?, _ place: Int) -> Bool {
        if !isMet, !isQuiet, !document.hasIssue(at: place), let fault = fault() { document.note(fault, at: place) }
        return isMet
    }

    private func isOf(_ type: String, _ value: JSONReader) -> Bool {
        switch (type, value.kind) {
        case ("null", .null), ("boolean", .bool), ("number", .number), ("string", .string), ("array", .array),
            ("object", .object):
            return true
        case ("integer", .number):
            if case .fraction = JSONNumber.integer(value.numberText(), isPlain: false) { return false }
            return true
        default: return false
        }
    }

    // MARK: Numbers and texts

    private func meets(_ check: JSONRule.Check, number place: Int) -> Bool {
        var number: DecimalNumber { DecimalNumber(document.bytes(document.entry(place))) }
        switch check {
        case .minimum(let bound, let isExclusive):
            let isMet = isExclusive ? bound.number < number : !(number < bound.number)
            return noted(isMet, "\(isExclusive ? "not greater" : "less") than \(bound.text)", place)
        case .maximum(let bound, let isExclusive):
            let isMet = isExclusive ? number < bound.number : !(bound.number < number)
            return noted(isMet, "\(isExclusive ? "not less" : "greater") than \(bound.text)", place)
        case .multiple(let bound):
            return noted(number.isMultiple(of: bound.number), "not a multiple of \(bound.text)", place)
        default: return true
        }
    }

    private func meets(_ check: JSONRule.Check, text place: Int) -> Bool {
        switch check {
        case .length(let least, let most):
            let fault = Constraint.fault(document.string(document.entry(place)), minLength: least, maxLength: most)
            return noted(fault == nil, fault, place)
        case .pattern(let pattern, let source):
            guard let isMet = pattern.matches(document.string(document.entry(place))) else {
                return noted(false, "too long to be compared with \(source)", place)
            }
            return noted(isMet, "does not match \(source)", place)
        default: return true
        }
    }

    // MARK: Arrays

    private mutating func meets(_ check: JSONRule.Check, array: JSONReader) -> Bool {
        switch check {
        case .itemCount(let least, let most):
            let count = document.entry(array.place).length
            let fault = Constraint.fault(count: count, of: "element", minimum: least, maximum: most)
            return noted(fault == nil, fault, array.place)
        case .uniqueItems:
            var known: Set<[UInt8]> = []
            let isMet = array.array().allSatisfy { known.insert(JSONValue(reading: $0).jsonBytes()).inserted }
            return noted(isMet, "has equal elements", array.place)
        case .items(let first, let others):
            var isMet = true
            for (position, item) in array.array().enumerated() {
                guard let schema = position < first.count ? first[position] : others else { break }
                if !holds(schema, at: item.place) { isMet = false }
                if tracksEvaluated { evaluated.insert(item.place) }
                if !isMet && isQuiet { break }
            }
            return isMet
        case .contains(let schema, let least, let most):
            var count = 0
            for item in array.array() where quietlyHolds(schema, at: item.place) {
                count += 1
                if tracksEvaluated { evaluated.insert(item.place) }
            }
            return noted(count >= least, "too few elements are of the kind that it has to contain", array.place)
                && noted(
                    count <= most ?? count, "too many elements are of the kind that it has to contain", array.place)
        case .unevaluatedItems(let schema):
            var isMet = true
            for item in array.array() where evaluated.insert(item.place).inserted && !holds(schema, at: item.place) {
                isMet = false
            }
            return isMet
        default: return true
        }
    }

    // MARK: Objects

    private mutating func meets(_ check: JSONRule.Check, object place: Int) -> Bool {
        let value = JSONReader(document: document, place: place)
        switch check {
        case .memberCount(let least, let most):
            let count = document.entry(place).length
            let fault = Constraint.fault(count: count, of: "member", minimum: least, maximum: most)
            return noted(fault == nil, fault, place)
        case .required(let names): return hasAll(names, place)
        case .members(let named, let patterns, let others):
            var isMet = true
            for (name, member) in value.members() {
                var schemas = named[name].map { [$0] } ?? []
                for (pattern, schema) in patterns where pattern.matches(name) != false { schemas.append(schema) }
                if schemas.isEmpty, let others { schemas.append(others) }
                for schema in schemas where !holds(schema, at: member.place) { isMet = false }
                if tracksEvaluated, !schemas.isEmpty { evaluated.insert(member.place) }
                if !isMet && isQuiet { break }
            }
            return isMet
        case .names(let schema):
            var name = place + 1
            var isMet = true
            while name < document.entry(place).offset {
                // The name of a member is an entry like that of any other string.
                if !quietlyHolds(schema, at: name) { isMet = noted(false, "its name is not allowed", name + 1) }
                name = document.next(name + 1)
            }
            return isMet
        case .dependents(let name, let required, let schema):
            guard value.members().contains(where: { $0.name == name }) else { return true }
            return hasAll(required, place) && (schema.map { holds($0, at: place) } ?? true)
        case .unevaluatedMembers(let schema):
            var isMet = true
            for (_, member) in value.members() where evaluated.insert(member.place).inserted {
                if !holds(schema, at: member.place) { isMet = false }
            }
            return isMet
        default: return true
        }
    }

    private func hasAll(_ names: [String], _ place: Int) -> Bool {
        if names.isEmpty { return true }
        let present = Set(JSONReader(document: document, place: place).members().map(\.name))
        guard let missing = names.first(where: { !present.contains($0) }) else { return true }
        if !isQuiet { document.note("missing", at: place, member: missing) }
        return false
    }
}
