import QuillAPI
import QuillNodes

/// Looks among a document's own examples for points in time that a `Date` would not bring back as they are.
struct DateExamples {
    /// What is lost of a text.
    enum Loss {
        case offset, digits
    }

    private let schemas: [SchemaID: Schema]
    /// Examples are walked by their types, of which unions offer several for one value.
    private var steps = 100_000

    init(_ api: API) {
        schemas = Dictionary(api.schemas.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The first such text.
    static func first(in api: API) -> (text: String, loss: Loss)? {
        var examples = DateExamples(api)
        for schema in api.schemas {
            if let found = examples.first(in: schema.notes.examples, of: TypeUse(.schema(schema.id))) { return found }
            guard case .object(let object) = schema.shape else { continue }
            for property in object.properties {
                let values = property.notes.examples + [property.defaultValue].compactMap { $0 }
                if let found = examples.first(in: values, of: property.type) { return found }
            }
        }
        for endpoint in api.endpoints {
            for parameter in endpoint.parameters {
                if let found = examples.first(in: parameter.notes.examples, of: parameter.type) { return found }
            }
            for header in endpoint.responses.flatMap(\.headers) {
                if let found = examples.first(in: header.notes.examples, of: header.type) { return found }
            }
            for content in (endpoint.body?.contents ?? []) + endpoint.responses.flatMap(\.contents) {
                let values = [content.example].compactMap { $0 }
                if let found = examples.first(in: values, of: content.type) { return found }
            }
        }
        return nil
    }

    private mutating func first(in values: [Node], of type: TypeUse) -> (text: String, loss: Loss)? {
        for value in values {
            if let found = first(in: value, of: type) { return found }
        }
        return nil
    }

    /// As deep as the value is, which the reader has bounded; a union in a union goes no deeper into it.
    private mutating func first(
        in value: Node, of type: TypeUse, unions: Int = 0
    ) -> (text: String, loss: Loss)? {
        steps -= 1
        guard steps > 0, unions < 8 else { return nil }
        switch type.kind {
        case .string(.dateTime):
            guard let text = value.string, let loss = DateExamples.loss(of: text) else { return nil }
            return (text, loss)
        case .array(let item):
            return first(in: value.array ?? [], of: item)
        case .map(let member):
            return first(in: value.object?.map(\.value) ?? [], of: member)
        case .schema(let id):
            switch schemas[id]?.shape {
            case .object(let object):
                for property in object.properties {
                    guard let member = value.object?[property.key] else { continue }
                    if let found = first(in: member, of: property.type) { return found }
                }
            case .union(let union):
                for choice in union.choices {
                    if let found = first(in: value, of: choice.type, unions: unions + 1) { return found }
                }
            case .enumeration, nil: break
            }
            return nil
        case .any, .boolean, .integer, .number, .string: return nil
        }
    }

    /// What a `Date` loses of `2022-03-08T16:17:26.123456789+02:00` (RFC 3339 §5.6); nil for what it keeps, and for what
    /// is no point in time.
    static func loss(of text: String) -> Loss? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[4] == UInt8(ascii: "-"), bytes[10] | 0x20 == UInt8(ascii: "t"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":")
        else { return nil }
        var rest = bytes[19...]
        var digits: ArraySlice<UInt8> = []
        if rest.first == UInt8(ascii: ".") {
            digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
            rest = rest.dropFirst(1 + digits.count)
        }
        let offset = String(decoding: rest, as: UTF8.self)
        if ["+", "-"].contains(offset.prefix(1)), offset.utf8.count == 6, offset.dropFirst() != "00:00" {
            return .offset
        }
        // A date is written to the microsecond.
        while digits.last == 0x30 { digits.removeLast() }
        return digits.count > 6 ? .digits : nil
    }
}
