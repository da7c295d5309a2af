/// The value of a parameter, its parts in plain text and in order.
public nonisolated indirect enum ParameterValue: Sendable, Hashable {
    case text(String)
    /// A number, `true`, `false` or `null`: the same text in JSON, where other texts stand in quotes.
    case literal(String)
    case list([ParameterValue])
    case object([Member])

    /// One member of a parameter that is an object.
    public nonisolated struct Member: Sendable, Hashable {
        /// The name of the member.
        public let name: String
        /// Its value.
        public let value: ParameterValue
        /// A member with its value.
        public init(name: String, value: ParameterValue) {
            self.name = name
            self.value = value
        }
        /// A member whose value is a text.
        public init(name: String, value: String) { self.init(name: name, value: .text(value)) }
    }

    /// The text form of a value.
    public init(_ value: some ParameterRepresentable) { self = .text(value.parameterText) }
    /// The text forms of several values.
    public init(_ values: [some ParameterRepresentable]) { self = .list(values.map { .text($0.parameterText) }) }
    /// The parts of a value's JSON form; what is null is left out of objects, as RFC 6570 §2.3 has it.
    public init(model: some JSONRepresentable) {
        self = (try? ParameterValue(json: model.jsonBytes())) ?? .literal("null")
    }

    /// The value on its own: a text as it is, a list or an object as JSON.
    public var plainText: String {
        switch self {
        case .text(let text), .literal(let text): text
        case .list, .object: jsonText()
        }
    }

    var isScalar: Bool {
        switch self {
        case .text, .literal: true
        case .list, .object: false
        }
    }
}

nonisolated extension ParameterValue: JSONRepresentable {
    public init(reading value: JSONReader) {
        switch value.kind {
        case .null: self = .literal("null")
        case .bool: self = .literal(value.bool() ? "true" : "false")
        case .number: self = .literal(String(decoding: value.numberText(), as: UTF8.self))
        case .string: self = .text(value.string())
        case .array:
            var elements: [ParameterValue] = []
            for element in value.array() { elements.append(ParameterValue(reading: element)) }
            self = .list(elements)
        case .object:
            var members: [Member] = []
            for (name, member) in value.members() where !member.isNull {
                members.append(Member(name: name, value: ParameterValue(reading: member)))
            }
            self = .object(members)
        }
    }

    public func write(to json: inout JSONWriter) {
        switch self {
        case .text(let text): json.write(text)
        case .literal(let text): json.writeVerbatim(text)
        case .list(let elements):
            json.beginArray()
            for element in elements { element.write(to: &json) }
            json.endArray()
        case .object(let members):
            json.beginObject()
            for member in members {
                json.key(member.name)
                member.value.write(to: &json)
            }
            json.endObject()
        }
    }
}
