import QuillRuntime

// Each parameter in its place and style. A value that is nil is left out, and so is an empty list or dictionary, which no
// style can tell from none (RFC 6570 §2.3).

// MARK: - Path

nonisolated extension OperationRequest {
    /// A parameter in the path: `{name}` of the operation's template.
    public mutating func path<T: ParameterRepresentable>(
        _ name: String, _ value: T, style: ParameterStyle = .simple, explode: Bool = false, allowReserved: Bool = false
    ) {
        checkListed(name, [value])
        path(name, ParameterValue(value), style, explode, allowReserved)
    }

    /// A list in the path.
    public mutating func path<T: ParameterRepresentable>(
        _ name: String, _ values: [T], style: ParameterStyle = .simple, explode: Bool = false,
        allowReserved: Bool = false
    ) {
        checkListed(name, values)
        path(name, ParameterValue(values), style, explode, allowReserved)
    }

    /// A structured value in the path, by its JSON form.
    public mutating func path<T: JSONRepresentable>(
        _ name: String, model value: T, style: ParameterStyle = .simple, explode: Bool = false,
        allowReserved: Bool = false
    ) {
        checkModel(name, value)
        path(name, ParameterValue(model: value), style, explode, allowReserved)
    }

    /// A value in the path as JSON.
    public mutating func path<T: JSONRepresentable>(_ name: String, json value: T) {
        checkModel(name, value)
        path(name, value.jsonText())
    }

    private mutating func path(
        _ name: String, _ value: ParameterValue, _ style: ParameterStyle, _ explode: Bool, _ allowReserved: Bool
    ) {
        if let fault = style.ambiguity(of: value, explode: explode) { note(name, fault) }
        pathTexts[name] = style.text(
            of: value, named: name, explode: explode, allowReserved: allowReserved, isNamed: false)
    }
}

// MARK: - Query

nonisolated extension OperationRequest {
    /// A parameter in the query.
    public mutating func query<T: ParameterRepresentable>(
        _ name: String, _ value: T?, style: ParameterStyle = .form, explode: Bool = true, allowReserved: Bool = false
    ) {
        if let value { checkListed(name, [value]) }
        query(name, value.map { ParameterValue($0) }, style, explode, allowReserved)
    }

    /// A list in the query.
    public mutating func query<T: ParameterRepresentable>(
        _ name: String, _ values: [T]?, style: ParameterStyle = .form, explode: Bool = true,
        allowReserved: Bool = false
    ) {
        checkListed(name, values ?? [])
        query(name, values.map { ParameterValue($0) }, style, explode, allowReserved)
    }

    /// A structured value in the query, by its JSON form.
    public mutating func query<T: JSONRepresentable>(
        _ name: String, model value: T?, style: ParameterStyle = .form, explode: Bool = true,
        allowReserved: Bool = false
    ) {
        checkModel(name, value)
        query(name, value.map { ParameterValue(model: $0) }, style, explode, allowReserved)
    }

    /// A value in the query as JSON.
    public mutating func query<T: JSONRepresentable>(_ name: String, json value: T?) {
        checkModel(name, value)
        query(name, value?.jsonText())
    }

    private mutating func query(
        _ name: String, _ value: ParameterValue?, _ style: ParameterStyle, _ explode: Bool, _ allowReserved: Bool
    ) {
        guard let value else { return }
        if let fault = style.ambiguity(of: value, explode: explode) { note(name, fault) }
        let text = style.text(of: value, named: name, explode: explode, allowReserved: allowReserved)
        if !text.isEmpty { queryTexts.append((name, text)) }
    }

    /// The whole query as a text (`in: querystring`, OpenAPI 3.2 §4.12.1).
    public mutating func queryString(_ name: String, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        queryTexts.append((name, PercentEncoding.unreserved.encode(value)))
    }

    /// The whole query as JSON.
    public mutating func queryString<T: JSONRepresentable>(_ name: String, json value: T?) {
        checkModel(name, value)
        queryString(name, value?.jsonText())
    }

    /// The whole query as a form.
    public mutating func queryString<T: JSONRepresentable>(
        _ name: String, form value: T?, layouts: [String: FormLayout] = [:]
    ) {
        checkModel(name, value)
        let text = value.map { URLEncodedForm.text(of: $0, layouts: layouts) } ?? ""
        if !text.isEmpty { queryTexts.append((name, text)) }
    }
}

// MARK: - Header

nonisolated extension OperationRequest {
    /// A header field.
    public mutating func header<T: ParameterRepresentable>(_ name: String, _ value: T?, explode: Bool = false) {
        if let value { checkListed(name, [value]) }
        header(name, value.map { ParameterValue($0) }, .simple, explode)
    }

    /// A list in a header field. Its items are sent as they are; one with a comma, or what else stands between them, has
    /// to be quoted by whoever sends it.
    public mutating func header<T: ParameterRepresentable>(
        _ name: String, _ values: [T]?, style: ParameterStyle = .simple, explode: Bool = false
    ) {
        checkListed(name, values ?? [])
        header(name, values.map { ParameterValue($0) }, style, explode)
    }

    /// A structured value in a header field, by its JSON form.
    public mutating func header<T: JSONRepresentable>(
        _ name: String, model value: T?, style: ParameterStyle = .simple, explode: Bool = false
    ) {
        checkModel(name, value)
        header(name, value.map { ParameterValue(model: $0) }, style, explode)
    }

    /// A value in a header field as JSON.
    public mutating func header<T: JSONRepresentable>(_ name: String, json value: T?) {
        checkModel(name, value)
        header(name, value?.jsonText())
    }

    private mutating func header(_ name: String, _ value: ParameterValue?, _ style: ParameterStyle, _ explode: Bool) {
        guard let value, value != .list([]), value != .object([]) else { return }
        if let fault = style.ambiguity(of: value, explode: explode, encoded: false) { note(name, fault) }
        let text = style.text(of: value, named: name, explode: explode, encoded: false, isNamed: false)
        if text.unicodeScalars.contains(where: { $0 == "\r" || $0 == "\n" || $0 == "\0" }) {
            note(name, "a header field cannot contain a line break or NUL")
        } else if !fields.append(name, text) {
            note(name, "this is no name of a header field")
        }
    }
}

// MARK: - Cookies

nonisolated extension OperationRequest {
    /// A cookie.
    public mutating func cookie<T: ParameterRepresentable>(
        _ name: String, _ value: T?, style: ParameterStyle = .form, allowReserved: Bool = false
    ) {
        if let value { checkListed(name, [value]) }
        cookie(name, value.map { ParameterValue($0) }, style, true, allowReserved)
    }

    /// A list in cookies: one for each element when exploded.
    public mutating func cookie<T: ParameterRepresentable>(
        _ name: String, _ values: [T]?, style: ParameterStyle = .form, explode: Bool = true,
        allowReserved: Bool = false
    ) {
        checkListed(name, values ?? [])
        cookie(name, values.map { ParameterValue($0) }, style, explode, allowReserved)
    }

    /// A structured value in cookies, by its JSON form: one for each member when exploded.
    public mutating func cookie<T: JSONRepresentable>(
        _ name: String, model value: T?, style: ParameterStyle = .form, explode: Bool = true,
        allowReserved: Bool = false
    ) {
        checkModel(name, value)
        cookie(name, value.map { ParameterValue(model: $0) }, style, explode, allowReserved)
    }

    /// A cookie whose value is percent-encoded JSON.
    public mutating func cookie<T: JSONRepresentable>(_ name: String, json value: T?) {
        checkModel(name, value)
        cookie(name, value?.jsonText())
    }

    private mutating func cookie(
        _ name: String, _ value: ParameterValue?, _ style: ParameterStyle, _ explode: Bool, _ allowReserved: Bool
    ) {
        guard let value else { return }
        if let fault = style.ambiguity(of: value, explode: explode) { note(name, fault) }
        for pair in style.items(of: value, named: name, explode: explode, allowReserved: allowReserved) {
            // What RFC 6265 §4.1.1 keeps out of cookies.
            fields.addCookie(style == .cookie ? pair[...] : pair.replacing(";", with: "%3B")[...])
        }
    }
}
