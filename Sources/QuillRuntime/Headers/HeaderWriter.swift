/// Writes the header fields of an answer: `fields.write("Link", link)`. What is nil is left out.
public nonisolated struct HeaderWriter: Sendable {
    /// What has been written.
    private(set) var fields = HTTPFields()

    init() {}

    /// A value.
    public mutating func write<Value: ParameterRepresentable>(_ name: StaticString, _ value: Value?) {
        write(name, value.map { ParameterValue($0) })
    }

    /// A list in one field.
    public mutating func write<Value: ParameterRepresentable>(
        _ name: StaticString, _ values: [Value]?, style: ParameterStyle = .simple
    ) {
        write(name, values.map { ParameterValue($0) }, style)
    }

    /// A field for each value: `Set-Cookie` (RFC 9110 §5.3).
    public mutating func writeEach(_ name: StaticString, _ values: [String]) {
        for value in values { fields.append(name.description, value) }
    }

    /// A structured value, by its JSON form.
    public mutating func write<Value: JSONRepresentable>(
        _ name: StaticString, model value: Value?, style: ParameterStyle = .simple, explode: Bool = false
    ) {
        write(name, value.map { ParameterValue(model: $0) }, style, explode)
    }

    /// A value as JSON.
    public mutating func write<Value: JSONRepresentable>(_ name: StaticString, json value: Value?) {
        if let value { fields.append(name.description, value.jsonText()) }
    }

    private mutating func write(
        _ name: StaticString, _ value: ParameterValue?, _ style: ParameterStyle = .simple, _ explode: Bool = false
    ) {
        guard let value, value != .list([]), value != .object([]) else { return }
        fields.append(
            name.description,
            style.text(of: value, named: name.description, explode: explode, encoded: false, isNamed: false))
    }
}
