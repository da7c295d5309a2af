import QuillRuntime

// Parameters whose values are more than texts and lists of them: objects, dictionaries, unions, lists of lists. They are
// read by their JSON form, `"5"` as a number where one is wanted.

// MARK: - By style

nonisolated extension ServerCall {
    /// A structured path parameter: `R=100,G=200`.
    public mutating func path<T: JSONRepresentable>(
        model name: StaticString, as shape: ParameterShape, style: ParameterStyle = .simple, explode: Bool = false
    ) -> T {
        requiredModel(form(name, .path, style, explode), shape, .members([]))
    }

    /// An optional structured query parameter: `filter[a]=1&filter[b]=2` as a deep object, `filter=a,1,b,2` as form.
    /// - Parameters:
    ///   - shape: what kind of value it has.
    ///   - spread: which items of the query are its members, where these stand on their own.
    public mutating func query<T: JSONRepresentable>(
        model name: StaticString, as shape: ParameterShape, style: ParameterStyle = .form, explode: Bool = true,
        spread: ParameterSpread = .members([])
    ) -> T? {
        model(form(name, .query, style, explode), shape, spread)
    }

    /// A structured query parameter that must be sent.
    public mutating func requiredQuery<T: JSONRepresentable>(
        model name: StaticString, as shape: ParameterShape, style: ParameterStyle = .form, explode: Bool = true,
        spread: ParameterSpread = .members([])
    ) -> T {
        requiredModel(form(name, .query, style, explode), shape, spread)
    }

    /// An optional structured header parameter: `R=100,G=200`.
    public mutating func header<T: JSONRepresentable>(
        model name: StaticString, as shape: ParameterShape, style: ParameterStyle = .simple, explode: Bool = false
    ) -> T? {
        model(form(name, .header, style, explode), shape, .members([]))
    }

    /// A structured header parameter that must be sent.
    public mutating func requiredHeader<T: JSONRepresentable>(
        model name: StaticString, as shape: ParameterShape, style: ParameterStyle = .simple, explode: Bool = false
    ) -> T {
        requiredModel(form(name, .header, style, explode), shape, .members([]))
    }

    /// An optional structured cookie.
    public mutating func cookie<T: JSONRepresentable>(
        model name: StaticString, as shape: ParameterShape, style: ParameterStyle = .form, explode: Bool = true,
        spread: ParameterSpread = .members([])
    ) -> T? {
        model(form(name, .cookie, style, explode), shape, spread)
    }

    /// A structured cookie that must be sent.
    public mutating func requiredCookie<T: JSONRepresentable>(
        model name: StaticString, as shape: ParameterShape, style: ParameterStyle = .form, explode: Bool = true,
        spread: ParameterSpread = .members([])
    ) -> T {
        requiredModel(form(name, .cookie, style, explode), shape, spread)
    }
}

// MARK: - As JSON

nonisolated extension ServerCall {
    /// A path parameter whose value is a JSON text (`content: application/json`).
    public mutating func path<T: JSONRepresentable>(json name: StaticString) -> T {
        requiredJSON(form(name, .path, .simple, false))
    }

    /// An optional query parameter whose value is a JSON text.
    public mutating func query<T: JSONRepresentable>(json name: StaticString) -> T? {
        json(form(name, .query, .form, true))
    }

    /// A query parameter whose value is a JSON text, which must be sent.
    public mutating func requiredQuery<T: JSONRepresentable>(json name: StaticString) -> T {
        requiredJSON(form(name, .query, .form, true))
    }

    /// An optional header field whose value is a JSON text.
    public mutating func header<T: JSONRepresentable>(json name: StaticString) -> T? {
        json(form(name, .header, .simple, false))
    }

    /// A header field whose value is a JSON text, which must be sent.
    public mutating func requiredHeader<T: JSONRepresentable>(json name: StaticString) -> T {
        requiredJSON(form(name, .header, .simple, false))
    }

    /// An optional cookie whose value is a percent-encoded JSON text.
    public mutating func cookie<T: JSONRepresentable>(json name: StaticString) -> T? {
        json(form(name, .cookie, .form, true))
    }

    /// A cookie whose value is a percent-encoded JSON text, which must be sent.
    public mutating func requiredCookie<T: JSONRepresentable>(json name: StaticString) -> T {
        requiredJSON(form(name, .cookie, .form, true))
    }
}

// MARK: - The whole query

nonisolated extension ServerCall {
    /// The whole query as a text, nil when there is none (`in: querystring`, OpenAPI 3.2 §4.12.1).
    public mutating func queryString(_ name: StaticString) -> String? {
        guard let query = request.query, !query.isEmpty else { return nil }
        if let text = PercentEncoding.decode(query) { return text }
        note(.unparsable, form(name, .query, .form, true), "is not percent-encoded UTF-8")
        return ""
    }

    /// The whole query as a text, which must be sent.
    public mutating func requiredQueryString(_ name: StaticString) -> String {
        if let text = queryString(name) { return text }
        note(.invalid, form(name, .query, .form, true), "is missing")
        return ""
    }

    /// The whole query as percent-encoded JSON, nil when there is none.
    public mutating func queryString<T: JSONRepresentable>(json name: StaticString) -> T? {
        queryString(name).map { decoded(json: $0, form(name, .query, .form, true)) as T }
    }

    /// The whole query as percent-encoded JSON, which must be sent.
    public mutating func requiredQueryString<T: JSONRepresentable>(json name: StaticString) -> T {
        decoded(json: requiredQueryString(name), form(name, .query, .form, true))
    }

    /// The whole query as a form, nil when there is none.
    public mutating func queryString<T: JSONRepresentable>(
        form name: StaticString, layouts: [String: FormLayout] = [:]
    ) -> T? {
        guard let query = request.query, !query.isEmpty else { return nil }
        let bytes = Array(query.utf8)
        let form = form(name, .query, .form, true)
        do throws(BrokenForm) {
            return read([try URLEncodedForm.value(of: bytes[...], layouts: layouts)], form) as T
        } catch {
            note(.unparsable, form, error.reason)
            return T.jsonPlaceholder
        }
    }

    /// The whole query as a form, which must be sent.
    public mutating func requiredQueryString<T: JSONRepresentable>(
        form name: StaticString, layouts: [String: FormLayout] = [:]
    ) -> T {
        if let value: T = queryString(form: name, layouts: layouts) { return value }
        note(.invalid, form(name, .query, .form, true), "is missing")
        return T.jsonPlaceholder
    }
}

// MARK: - From text to values

nonisolated extension ServerCall {
    private mutating func model<T: JSONRepresentable>(
        _ form: ParameterForm, _ shape: ParameterShape, _ spread: ParameterSpread
    ) -> T? {
        do throws(BrokenForm) {
            let candidates = try form.candidates(
                as: shape, among: items(of: form.place), values: sent(form), spread: spread)
            return candidates.isEmpty ? nil : read(candidates, form) as T
        } catch {
            note(.unparsable, form, error.reason)
            return T.jsonPlaceholder
        }
    }

    private mutating func requiredModel<T: JSONRepresentable>(
        _ form: ParameterForm, _ shape: ParameterShape, _ spread: ParameterSpread
    ) -> T {
        if let value: T = model(form, shape, spread) { return value }
        note(.invalid, form, "is missing")
        return T.jsonPlaceholder
    }

    private mutating func read<T: JSONRepresentable>(_ candidates: [ParameterValue], _ form: ParameterForm) -> T {
        do throws(JSONError) {
            return try T(parameter: candidates, validating: true, limits: options.jsonLimits)
        } catch {
            return noted(error, form)
        }
    }

    private mutating func json<T: JSONRepresentable>(_ form: ParameterForm) -> T? {
        guard let text: String = value(form, .none) else { return nil }
        return decoded(json: text, form) as T
    }

    private mutating func requiredJSON<T: JSONRepresentable>(_ form: ParameterForm) -> T {
        if let value: T = json(form) { return value }
        note(.invalid, form, "is missing")
        return T.jsonPlaceholder
    }

    private mutating func decoded<T: JSONRepresentable>(json text: String, _ form: ParameterForm) -> T {
        do throws(JSONError) {
            return try T(json: Array(text.utf8), validating: true, limits: options.jsonLimits)
        } catch {
            return noted(error, form)
        }
    }

    private mutating func noted<T: JSONRepresentable>(_ error: JSONError, _ form: ParameterForm) -> T {
        for issue in error.issues {
            let place = issue.pointer.isEmpty ? "" : " at \(issue.pointer)"
            note(error.kind == .malformed ? .unparsable : .invalid, form, "is broken\(place): \(issue.message)")
        }
        return T.jsonPlaceholder
    }
}
