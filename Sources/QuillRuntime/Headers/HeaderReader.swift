/// Reads the header fields of an answer (OpenAPI 3.2 §4.21): `link = fields.optional("Link")`.
///
/// A field that may be left out and is not as documented is taken for one that is not there.
public nonisolated struct HeaderReader: Sendable {
    private let fields: HTTPFields
    /// The first field that must be there and is not as it must be.
    private(set) var error: HeaderError?

    init(_ fields: HTTPFields) {
        self.fields = fields
    }

    private func form(
        _ name: StaticString, _ explode: Bool = false, _ style: ParameterStyle = .simple
    ) -> ParameterForm {
        ParameterForm(name: name.description, place: .header, style: style, explode: explode)
    }

    /// The field as it was sent; several of one name are one list (RFC 9110 §5.3).
    private func sent(_ name: StaticString) -> [ArraySlice<UInt8>] {
        fields[name.description].map { [Array($0.utf8)[...]] } ?? []
    }

    private mutating func demanded<Value>(_ name: StaticString, _ value: Value?, _ placeholder: Value) -> Value {
        if let value { return value }
        error = error ?? HeaderError(name: name.description, isMissing: fields[name.description] == nil)
        return placeholder
    }

    // MARK: Single values

    /// A field that may be left out.
    public mutating func optional<Value: ParameterRepresentable>(_ name: StaticString) -> Value? {
        guard let text = try? form(name).scalar(sent(name)) else { return nil }
        let value: Value? = Value(parameterText: text)
        return value
    }

    /// A field that must be there.
    public mutating func required<Value: ParameterRepresentable>(_ name: StaticString) -> Value {
        let value: Value? = optional(name)
        return demanded(name, value, Value.parameterPlaceholder)
    }

    // MARK: Lists

    /// A list that may be left out.
    public mutating func optional<Value: ParameterRepresentable>(
        _ name: StaticString, style: ParameterStyle = .simple
    ) -> [Value]? {
        guard let texts = try? form(name, false, style).list(sent(name)) else { return nil }
        let values = texts.compactMap { text -> Value? in Value(parameterText: text) }
        return values.count == texts.count ? values : nil
    }

    /// A list that must be there.
    public mutating func required<Value: ParameterRepresentable>(
        _ name: StaticString, style: ParameterStyle = .simple
    ) -> [Value] {
        let values: [Value]? = optional(name, style: style)
        return demanded(name, values, [])
    }

    /// The values of a field that cannot be written as one list: `Set-Cookie` (RFC 9110 §5.3).
    public mutating func each(_ name: StaticString) -> [String] { fields.values(of: name.description) }

    // MARK: Structured values

    /// A structured value that may be left out.
    public mutating func optional<Value: JSONRepresentable>(
        model name: StaticString, as shape: ParameterShape, style: ParameterStyle = .simple, explode: Bool = false
    ) -> Value? {
        let candidates = try? form(name, explode, style).candidates(
            as: shape, among: [], values: sent(name), spread: .members([]))
        guard let candidates, !candidates.isEmpty else { return nil }
        return try? Value(parameter: candidates) as Value
    }

    /// A structured value that must be there.
    public mutating func required<Value: JSONRepresentable>(
        model name: StaticString, as shape: ParameterShape, style: ParameterStyle = .simple, explode: Bool = false
    ) -> Value {
        let value: Value? = optional(model: name, as: shape, style: style, explode: explode)
        return demanded(name, value, Value.jsonPlaceholder)
    }

    /// JSON that may be left out.
    public mutating func optional<Value: JSONRepresentable>(json name: StaticString) -> Value? {
        guard let text = fields[name.description] else { return nil }
        return try? Value(json: text) as Value
    }

    /// JSON that must be there.
    public mutating func required<Value: JSONRepresentable>(json name: StaticString) -> Value {
        let value: Value? = optional(json: name)
        return demanded(name, value, Value.jsonPlaceholder)
    }
}
