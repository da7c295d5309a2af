// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import PostHogRuntime

// Reading parameters: `let limit: Int? = call.query("limit", where: .init(minimum: 1))`. Text that is no `T` is noted as
// unparsable, what breaks the rules as invalid, and so is the absence of a parameter that must be sent.

// MARK: - Single values

nonisolated extension ServerCall {
    /// A path parameter.
    public mutating func path<T: ParameterRepresentable>(
        _ name: StaticString, style: ParameterStyle = .simple, where rules: ParameterRules = .none
    ) -> T {
        required(form(name, .path, style, false), rules)
    }

    /// An optional query parameter, nil when it is not sent.
    /// - Parameter allowsEmpty: whether an empty text means the same as none (`allowEmptyValue`).
    public mutating func query<T: ParameterRepresentable>(
        _ name: StaticString, allowsEmpty: Bool = false, where rules: ParameterRules = .none
    ) -> T? {
        value(form(name, .query, .form, true), rules, allowsEmpty: allowsEmpty)
    }

    /// A query parameter that must be sent.
    public mutating func requiredQuery<T: ParameterRepresentable>(
        _ name: StaticString, where rules: ParameterRules = .none
    ) -> T {
        required(form(name, .query, .form, true), rules)
    }

    /// An optional header parameter, by any case of its name.
    public mutating func header<T: ParameterRepresentable>(
        _ name: StaticString, where rules: ParameterRules = .none
    ) -> T? {
        value(form(name, .header, .simple, false), rules)
    }

    /// A header parameter that must be sent.
    public mutating func requiredHeader<T: ParameterRepresentable>(
        _ name: StaticString, where rules: ParameterRules = .none
    ) -> T {
        required(form(name, .header, .simple, false), rules)
    }

    /// An optional cookie.
    public mutating func cookie<T: ParameterRepresentable>(
        _ name: StaticString, style: ParameterStyle = .form, where rules: ParameterRules = .none
    ) -> T? {
        value(form(name, .cookie, style, true), rules)
    }

    /// A cookie that must be sent.
    public mutating func requiredCookie<T: ParameterRepresentable>(
        _ name: StaticString, style: ParameterStyle = .form, where rules: ParameterRules = .none
    ) -> T {
        required(form(name, .cookie, style, true), rules)
    }
}

// MARK: - Lists

nonisolated extension ServerCall {
    /// A list in one path segment, such as `a,b`.
    public mutating func path<T: ParameterRepresentable>(
        _ name: StaticString, style: ParameterStyle = .simple, explode: Bool = false,
        where rules: ParameterRules = .none
    ) -> [T] {
        requiredList(form(name, .path, style, explode), rules)
    }

    /// An optional list: `id=1&id=2` when exploded, else `id=1,2`, or delimited by spaces or bars.
    public mutating func query<T: ParameterRepresentable>(
        _ name: StaticString, style: ParameterStyle = .form, explode: Bool = true, allowsEmpty: Bool = false,
        where rules: ParameterRules = .none
    ) -> [T]? {
        list(form(name, .query, style, explode), rules, allowsEmpty: allowsEmpty)
    }

    /// A list that must be sent.
    public mutating func requiredQuery<T: ParameterRepresentable>(
        _ name: StaticString, style: ParameterStyle = .form, explode: Bool = true, where rules: ParameterRules = .none
    ) -> [T] {
        requiredList(form(name, .query, style, explode), rules)
    }

    /// An optional list in a header field: `a, b`.
    public mutating func header<T: ParameterRepresentable>(
        _ name: StaticString, style: ParameterStyle = .simple, explode: Bool = false,
        where rules: ParameterRules = .none
    ) -> [T]? {
        list(form(name, .header, style, explode), rules)
    }

    /// A list in a header field that must be sent.
    public mutating func requiredHeader<T: ParameterRepresentable>(
        _ name: StaticString, style: ParameterStyle = .simple, explode: Bool = false,
        where rules: ParameterRules = .none
    ) -> [T] {
        requiredList(form(name, .header, style, explode), rules)
    }

    /// An optional list in cookies: `a=1; a=2` when exploded, else `a=1,2`.
    public mutating func cookie<T: ParameterRepresentable>(
        _ name: StaticString, style: ParameterStyle = .form, explode: Bool = true, where rules: ParameterRules = .none
    ) -> [T]? {
        list(form(name, .cookie, style, explode), rules)
    }

    /// A list in cookies that must be sent.
    public mutating func requiredCookie<T: ParameterRepresentable>(
        _ name: StaticString, style: ParameterStyle = .form, explode: Bool = true, where rules: ParameterRules = .none
    ) -> [T] {
        requiredList(form(name, .cookie, style, explode), rules)
    }
}

// MARK: - From text to values

nonisolated extension ServerCall {
    func form(
        _ name: StaticString, _ place: ParameterPlace, _ style: ParameterStyle, _ explode: Bool
    ) -> ParameterForm {
        ParameterForm(name: name.description, place: place, style: style, explode: explode)
    }

    mutating func note(_ kind: ParameterFault.Kind, _ form: ParameterForm, _ reason: String) {
        note(ParameterFault(kind: kind, parameter: form.name, place: form.place.rawValue, reason: reason))
    }

    /// All items of a place.
    func items(of place: ParameterPlace) -> [SentItem] {
        switch place {
        case .header: []
        case .path: pathItems
        case .query: queryItems
        case .cookie: SentItem.cookies(in: request.fields)
        }
    }

    /// The encoded values sent under a name, in order.
    func sent(_ form: ParameterForm) -> [ArraySlice<UInt8>] {
        // RFC 9110 §5.3: several fields of one name are one list.
        if form.place == .header { return request.fields[form.name].map { [Array($0.utf8)[...]] } ?? [] }
        return form.values(in: items(of: form.place))
    }

    mutating func value<T: ParameterRepresentable>(
        _ form: ParameterForm, _ rules: ParameterRules, allowsEmpty: Bool = false
    ) -> T? {
        do {
            guard let text = try form.scalar(sent(form)), !(allowsEmpty && text.isEmpty) else { return nil }
            // Not of the type `T?`, which would read `null`.
            let value: T = parse(text, form, rules)
            return value
        } catch {
            note(.unparsable, form, error.reason)
            return T.parameterPlaceholder
        }
    }

    mutating func required<T: ParameterRepresentable>(_ form: ParameterForm, _ rules: ParameterRules) -> T {
        if let value: T = value(form, rules) { return value }
        note(.invalid, form, "is missing")
        return T.parameterPlaceholder
    }

    private mutating func list<T: ParameterRepresentable>(
        _ form: ParameterForm, _ rules: ParameterRules, allowsEmpty: Bool = false
    ) -> [T]? {
        do {
            guard let texts = try form.list(sent(form)), !(allowsEmpty && texts == [""]) else { return nil }
            if let fault = rules.fault(list: texts) { note(.invalid, form, fault) }
            let rules = rules.items.first ?? .none
            return texts.map { parse($0, form, rules) as T }
        } catch {
            note(.unparsable, form, error.reason)
            return []
        }
    }

    private mutating func requiredList<T: ParameterRepresentable>(
        _ form: ParameterForm, _ rules: ParameterRules
    ) -> [T] {
        if let values: [T] = list(form, rules) { return values }
        note(.invalid, form, "is missing")
        return []
    }

    private mutating func parse<T: ParameterRepresentable>(
        _ text: String, _ form: ParameterForm, _ rules: ParameterRules
    ) -> T {
        guard let value = T(parameterText: text) else {
            note(.unparsable, form, "is not \(T.expectation)")
            return T.parameterPlaceholder
        }
        if let fault = rules.fault(value) { note(.invalid, form, fault) }
        return value
    }
}
