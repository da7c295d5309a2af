import QuillRuntime

// MARK: - Single values

nonisolated extension ServerCall {
    /// A path parameter: `let id: UUID = call.path("id")`. Text that is no `T` is noted as unparsable; the other
    /// arguments are the constraints of its schema.
    public mutating func path<T: ParameterRepresentable>(
        _ name: StaticString, style: ParameterStyle = .simple, minimum: Double? = nil, maximum: Double? = nil,
        exclusiveMinimum: Double? = nil, exclusiveMaximum: Double? = nil, multipleOf: Double? = nil,
        minLength: Int? = nil, maxLength: Int? = nil, pattern: StaticString? = nil
    ) -> T {
        let rules = ParameterRules(
            minimum: minimum, maximum: maximum, exclusiveMinimum: exclusiveMinimum, exclusiveMaximum: exclusiveMaximum,
            multipleOf: multipleOf, minLength: minLength, maxLength: maxLength, pattern: pattern)
        return required(form(name, .path, style, false), rules)
    }

    /// An optional query parameter: `let limit: Int? = call.query("limit", minimum: 1)`, nil when it is not sent.
    public mutating func query<T: ParameterRepresentable>(
        _ name: StaticString, minimum: Double? = nil, maximum: Double? = nil, exclusiveMinimum: Double? = nil,
        exclusiveMaximum: Double? = nil, multipleOf: Double? = nil, minLength: Int? = nil, maxLength: Int? = nil,
        pattern: StaticString? = nil
    ) -> T? {
        let rules = ParameterRules(
            minimum: minimum, maximum: maximum, exclusiveMinimum: exclusiveMinimum, exclusiveMaximum: exclusiveMaximum,
            multipleOf: multipleOf, minLength: minLength, maxLength: maxLength, pattern: pattern)
        return value(form(name, .query, .form, true), rules)
    }

    /// A query parameter that must be sent; its absence is noted as invalid.
    public mutating func requiredQuery<T: ParameterRepresentable>(
        _ name: StaticString, minimum: Double? = nil, maximum: Double? = nil, exclusiveMinimum: Double? = nil,
        exclusiveMaximum: Double? = nil, multipleOf: Double? = nil, minLength: Int? = nil, maxLength: Int? = nil,
        pattern: StaticString? = nil
    ) -> T {
        let rules = ParameterRules(
            minimum: minimum, maximum: maximum, exclusiveMinimum: exclusiveMinimum, exclusiveMaximum: exclusiveMaximum,
            multipleOf: multipleOf, minLength: minLength, maxLength: maxLength, pattern: pattern)
        return required(form(name, .query, .form, true), rules)
    }

    /// An optional header parameter, by any case of its name.
    public mutating func header<T: ParameterRepresentable>(
        _ name: StaticString, minimum: Double? = nil, maximum: Double? = nil, exclusiveMinimum: Double? = nil,
        exclusiveMaximum: Double? = nil, multipleOf: Double? = nil, minLength: Int? = nil, maxLength: Int? = nil,
        pattern: StaticString? = nil
    ) -> T? {
        let rules = ParameterRules(
            minimum: minimum, maximum: maximum, exclusiveMinimum: exclusiveMinimum, exclusiveMaximum: exclusiveMaximum,
            multipleOf: multipleOf, minLength: minLength, maxLength: maxLength, pattern: pattern)
        return value(form(name, .header, .simple, false), rules)
    }

    /// A header parameter that must be sent.
    public mutating func requiredHeader<T: ParameterRepresentable>(
        _ name: StaticString, minimum: Double? = nil, maximum: Double? = nil, exclusiveMinimum: Double? = nil,
        exclusiveMaximum: Double? = nil, multipleOf: Double? = nil, minLength: Int? = nil, maxLength: Int? = nil,
        pattern: StaticString? = nil
    ) -> T {
        let rules = ParameterRules(
            minimum: minimum, maximum: maximum, exclusiveMinimum: exclusiveMinimum, exclusiveMaximum: exclusiveMaximum,
            multipleOf: multipleOf, minLength: minLength, maxLength: maxLength, pattern: pattern)
        return required(form(name, .header, .simple, false), rules)
    }

    /// An optional cookie.
    public mutating func cookie<T: ParameterRepresentable>(
        _ name: StaticString, minimum: Double? = nil, maximum: Double? = nil, exclusiveMinimum: Double? = nil,
        exclusiveMaximum: Double? = nil, multipleOf: Double? = nil, minLength: Int? = nil, maxLength: Int? = nil,
        pattern: StaticString? = nil
    ) -> T? {
        let rules = ParameterRules(
            minimum: minimum, maximum: maximum, exclusiveMinimum: exclusiveMinimum, exclusiveMaximum: exclusiveMaximum,
            multipleOf: multipleOf, minLength: minLength, maxLength: maxLength, pattern: pattern)
        return value(form(name, .cookie, .form, true), rules)
    }

    /// A cookie that must be sent.
    public mutating func requiredCookie<T: ParameterRepresentable>(
        _ name: StaticString, minimum: Double? = nil, maximum: Double? = nil, exclusiveMinimum: Double? = nil,
        exclusiveMaximum: Double? = nil, multipleOf: Double? = nil, minLength: Int? = nil, maxLength: Int? = nil,
        pattern: StaticString? = nil
    ) -> T {
        let rules = ParameterRules(
            minimum: minimum, maximum: maximum, exclusiveMinimum: exclusiveMinimum, exclusiveMaximum: exclusiveMaximum,
            multipleOf: multipleOf, minLength: minLength, maxLength: maxLength, pattern: pattern)
        return required(form(name, .cookie, .form, true), rules)
    }
}

// MARK: - Lists

nonisolated extension ServerCall {
    /// A list in one path segment, such as `a,b`.
    public mutating func path<T: ParameterRepresentable>(
        _ name: StaticString, style: ParameterStyle = .simple, explode: Bool = false, minItems: Int? = nil,
        maxItems: Int? = nil, uniqueItems: Bool = false
    ) -> [T] {
        requiredList(
            form(name, .path, style, explode),
            ListRules(minItems: minItems, maxItems: maxItems, uniqueItems: uniqueItems))
    }

    /// An optional list: `id=1&id=2` when exploded, else `id=1,2`, or delimited by spaces or bars.
    public mutating func query<T: ParameterRepresentable>(
        _ name: StaticString, style: ParameterStyle = .form, explode: Bool = true, minItems: Int? = nil,
        maxItems: Int? = nil, uniqueItems: Bool = false
    ) -> [T]? {
        list(
            form(name, .query, style, explode),
            ListRules(minItems: minItems, maxItems: maxItems, uniqueItems: uniqueItems))
    }

    /// A list that must be sent.
    public mutating func requiredQuery<T: ParameterRepresentable>(
        _ name: StaticString, style: ParameterStyle = .form, explode: Bool = true, minItems: Int? = nil,
        maxItems: Int? = nil, uniqueItems: Bool = false
    ) -> [T] {
        requiredList(
            form(name, .query, style, explode),
            ListRules(minItems: minItems, maxItems: maxItems, uniqueItems: uniqueItems))
    }

    /// An optional list in a header field: `a, b`.
    public mutating func header<T: ParameterRepresentable>(
        _ name: StaticString, explode: Bool = false, minItems: Int? = nil, maxItems: Int? = nil,
        uniqueItems: Bool = false
    ) -> [T]? {
        list(
            form(name, .header, .simple, explode),
            ListRules(minItems: minItems, maxItems: maxItems, uniqueItems: uniqueItems))
    }

    /// A list in a header field that must be sent.
    public mutating func requiredHeader<T: ParameterRepresentable>(
        _ name: StaticString, explode: Bool = false, minItems: Int? = nil, maxItems: Int? = nil,
        uniqueItems: Bool = false
    ) -> [T] {
        requiredList(
            form(name, .header, .simple, explode),
            ListRules(minItems: minItems, maxItems: maxItems, uniqueItems: uniqueItems))
    }

    /// An optional list in cookies: `a=1; a=2` when exploded, else `a=1,2`.
    public mutating func cookie<T: ParameterRepresentable>(
        _ name: StaticString, explode: Bool = true, minItems: Int? = nil, maxItems: Int? = nil,
        uniqueItems: Bool = false
    ) -> [T]? {
        list(
            form(name, .cookie, .form, explode),
            ListRules(minItems: minItems, maxItems: maxItems, uniqueItems: uniqueItems))
    }
}

// MARK: - Objects

nonisolated extension ServerCall {
    /// An optional object without named members: `filter[a]=1&filter[b]=2` as a deep object, `filter=a,1,b,2` as form.
    public mutating func query<T: ParameterRepresentable>(
        _ name: StaticString, style: ParameterStyle, explode: Bool
    ) -> [String: T]? {
        let form = form(name, .query, style, explode)
        return members(form).map { members in
            var values: [String: T] = [:]
            for (name, text) in members {
                if values[name] != nil { note(.unparsable, form, "gives `\(name)` more than once") }
                values[name] = parse(text, form, ParameterRules())
            }
            return values
        }
    }

    /// An object without named members that must be sent.
    public mutating func requiredQuery<T: ParameterRepresentable>(
        _ name: StaticString, style: ParameterStyle, explode: Bool
    ) -> [String: T] {
        if let values: [String: T] = query(name, style: style, explode: explode) { return values }
        note(.invalid, form(name, .query, style, explode), "is missing")
        return [:]
    }

    /// An optional object with named members, a model.
    public mutating func query<T: Model>(_ name: StaticString, style: ParameterStyle, explode: Bool) -> T? {
        let form = form(name, .query, style, explode)
        return members(form).flatMap { model($0, form) }
    }

    /// An object with named members that must be sent.
    /// - Throws: the answer that lists the faults, when there is no object to go on with.
    public mutating func requiredQuery<T: Model>(_ name: StaticString, style: ParameterStyle, explode: Bool) throws -> T
    {
        if let value: T = query(name, style: style, explode: explode) { return value }
        note(.invalid, form(name, .query, style, explode), "is missing or not the object expected")
        throw refusal(adding: [])
    }

    /// An optional parameter whose value is a JSON text (`content: application/json`).
    public mutating func queryJSON<T: JSONRepresentable>(_ name: StaticString) -> T? {
        guard let text: String = query(name) else { return nil }
        return json(Array(text.utf8), form(name, .query, .form, true))
    }

    /// A parameter whose value is a JSON text, which must be sent.
    /// - Throws: the answer that lists the faults, when there is no value to go on with.
    public mutating func requiredQueryJSON<T: JSONRepresentable>(_ name: StaticString) throws -> T {
        if let value: T = queryJSON(name) { return value }
        note(.invalid, form(name, .query, .form, true), "is missing or not the JSON expected")
        throw refusal(adding: [])
    }
}

// MARK: - From text to values

nonisolated extension ServerCall {
    private func form(
        _ name: StaticString, _ place: ParameterPlace, _ style: ParameterStyle, _ explode: Bool
    ) -> ParameterForm {
        ParameterForm(name: name.description, place: place, style: style, explode: explode)
    }

    private mutating func note(_ kind: ParameterFault.Kind, _ form: ParameterForm, _ reason: String) {
        note(ParameterFault(kind: kind, parameter: form.name, place: form.place, reason: reason))
    }

    /// The encoded values sent under a name, in order.
    private func sent(_ form: ParameterForm) -> [ArraySlice<UInt8>] {
        let items: [SentItem]
        switch form.place {
        // RFC 9110 §5.3: several fields of one name are one list.
        case .header: return request.fields[form.name].map { [Array($0.utf8)[...]] } ?? []
        case .path: items = pathItems
        case .query: items = queryItems
        case .cookie: items = SentItem.cookies(in: request.fields)
        }
        return items.filter { $0.name == form.name }.map(\.encoded)
    }

    private mutating func value<T: ParameterRepresentable>(_ form: ParameterForm, _ rules: ParameterRules) -> T? {
        do {
            return try form.scalar(sent(form)).map { parse($0, form, rules) }
        } catch {
            note(.unparsable, form, error.reason)
            return .parameterPlaceholder
        }
    }

    private mutating func required<T: ParameterRepresentable>(_ form: ParameterForm, _ rules: ParameterRules) -> T {
        if let value: T = value(form, rules) { return value }
        note(.invalid, form, "is missing")
        return .parameterPlaceholder
    }

    private mutating func list<T: ParameterRepresentable>(_ form: ParameterForm, _ rules: ListRules) -> [T]? {
        do {
            guard let texts = try form.list(sent(form)) else { return nil }
            if let fault = rules.fault(texts) { note(.invalid, form, fault) }
            return texts.map { parse($0, form, ParameterRules()) }
        } catch {
            note(.unparsable, form, error.reason)
            return []
        }
    }

    private mutating func requiredList<T: ParameterRepresentable>(_ form: ParameterForm, _ rules: ListRules) -> [T] {
        if let values: [T] = list(form, rules) { return values }
        note(.invalid, form, "is missing")
        return []
    }

    private mutating func members(_ form: ParameterForm) -> [(name: String, value: String)]? {
        do {
            return try form.members(sent(form), among: queryItems)
        } catch {
            note(.unparsable, form, error.reason)
            return nil
        }
    }

    private mutating func parse<T: ParameterRepresentable>(
        _ text: String, _ form: ParameterForm, _ rules: ParameterRules
    ) -> T {
        guard let value = T(parameterText: text) else {
            note(.unparsable, form, "is not \(T.expectation)")
            return .parameterPlaceholder
        }
        if let fault = rules.fault(value) { note(.invalid, form, fault) }
        return value
    }

    /// A model from members that are all text: each is tried as a JSON string, and where the model balks, as the
    /// number, flag or null that its text spells.
    private mutating func model<T: Model>(_ members: [(name: String, value: String)], _ form: ParameterForm) -> T? {
        var object: [String: JSONValue] = [:]
        for (name, text) in members { object[name] = .string(text) }
        func issues(_ object: [String: JSONValue]) -> [JSONIssue] {
            do {
                _ = try T(json: JSONValue.object(object).jsonBytes(), validating: true)
                return []
            } catch {
                return error.issues
            }
        }
        // The list of issues is bounded, and with it the number of attempts.
        let first = issues(object)
        var remaining = first.count
        for name in Set(first.map { String($0.pointer.dropFirst().prefix { $0 != "/" }) }) {
            guard case .string(let text) = object[name], let scalar = try? JSONValue(json: Array(text.utf8)) else {
                continue
            }
            var candidate = object
            candidate[name] = scalar
            let count = issues(candidate).count
            if count < remaining { (object, remaining) = (candidate, count) }
        }
        return json(JSONValue.object(object).jsonBytes(), form)
    }

    private mutating func json<T: JSONRepresentable>(_ bytes: [UInt8], _ form: ParameterForm) -> T? {
        do {
            return try T(json: bytes, validating: true, limits: options.jsonLimits)
        } catch {
            for issue in error.issues {
                let place = issue.pointer.isEmpty ? "" : " at \(issue.pointer)"
                note(error.kind == .malformed ? .unparsable : .invalid, form, "is broken\(place): \(issue.message)")
            }
            return nil
        }
    }
}
