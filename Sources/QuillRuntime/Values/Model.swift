/// What every generated type of a schema is.
///
/// Equality, hashing and `Codable` come from the JSON form, so that nothing has to be synthesized for hundreds of types:
/// - Two values are equal when their documents are.
/// - Any `Encoder` and `Decoder` can carry a model; it appears there with the names and the texts of its JSON form,
///   whatever strategies for keys and dates the coder has.
public nonisolated protocol Model: JSONRepresentable, Hashable, Codable {}

nonisolated extension Model {
    /// Whether both values have the same document.
    public static func == (left: Self, right: Self) -> Bool { left.jsonBytes() == right.jsonBytes() }

    /// Feeds the document to the hasher.
    public func hash(into hasher: inout Hasher) {
        var json = JSONWriter()
        write(to: &json)
        json.finished { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }

    /// Reads the value from any decoder.
    /// - Throws: `DecodingError.dataCorrupted` with a `JSONError` inside, or what the decoder throws.
    public init(from decoder: any Decoder) throws {
        let value = try JSONValue(from: decoder)
        do throws(JSONError) {
            try self.init(json: value.jsonBytes())
        } catch {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath, debugDescription: error.description, underlyingError: error))
        }
    }

    /// Writes the value to any encoder.
    public func encode(to encoder: any Encoder) throws {
        try JSONValue(json: jsonBytes()).encode(to: encoder)
    }
}

/// Holds a value elsewhere, so that the struct around it stays small and can be recursive.
///
/// The value is handed in and out by functions: to copy one that is stored is code wherever it is done, and more than all
/// the rest where the value is large.
public nonisolated final class Box<Value: Sendable>: Sendable {
    private let stored: Value

    /// Holds a value.
    public init(_ value: borrowing Value) { stored = copy value }

    /// What is held.
    public var value: Value { stored }
}
