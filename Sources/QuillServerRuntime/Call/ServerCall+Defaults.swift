import QuillRuntime

// Reading parameters that have a value when they are not sent: `let limit: Int = call.query("limit", default: 20)`.

nonisolated extension ServerCall {
    /// A query parameter, or what it is when it is not sent.
    /// - Parameter allowsEmpty: whether an empty text means the same as none (`allowEmptyValue`).
    public mutating func query<T: ParameterRepresentable>(
        _ name: StaticString, default fallback: T, allowsEmpty: Bool = false, where rules: ParameterRules = .none
    ) -> T {
        value(form(name, .query, .form, true), rules, allowsEmpty: allowsEmpty) ?? fallback
    }

    /// A header parameter, by any case of its name, or what it is when it is not sent.
    public mutating func header<T: ParameterRepresentable>(
        _ name: StaticString, default fallback: T, where rules: ParameterRules = .none
    ) -> T {
        value(form(name, .header, .simple, false), rules) ?? fallback
    }

    /// A cookie, or what it is when it is not sent.
    public mutating func cookie<T: ParameterRepresentable>(
        _ name: StaticString, default fallback: T, style: ParameterStyle = .form, where rules: ParameterRules = .none
    ) -> T {
        value(form(name, .cookie, style, true), rules) ?? fallback
    }
}
