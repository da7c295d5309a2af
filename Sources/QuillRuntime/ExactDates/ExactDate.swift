#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A point in time as it was written: `2019-08-24T14:15:22.123456789+02:00` (RFC 3339 §5.6), with every digit of its
/// fraction and its offset.
///
/// Types have it in place of `Date` where they are generated with `"exactDates": true`. Two are equal where their texts
/// are; in time they are compared by their dates.
public nonisolated struct ExactDate: Sendable, Hashable, LosslessStringConvertible {
    /// The text as it came.
    public let description: String

    /// Reads a text; `nil` where it is no point in time, as on the 30th of February.
    public init?(_ description: String) {
        guard Array(description.utf8).withUnsafeBufferPointer(RFC3339.time) != nil else { return nil }
        self.description = description
    }

    /// A date in UTC, to the microsecond; `nil` outside of the years 0000 to 9999, which the text cannot tell.
    public init?(_ date: Date) {
        guard let text = RFC3339.text(date) else { return nil }
        description = text
    }

    private init(known description: String) { self.description = description }

    /// The same point in time, as closely as a `Date` holds it.
    public var date: Date {
        Array(description.utf8).withUnsafeBufferPointer(RFC3339.time) ?? Date(timeIntervalSince1970: 0)
    }

    private static let placeholder = ExactDate(known: "1970-01-01T00:00:00Z")
}

nonisolated extension ExactDate: JSONRepresentable, Codable {
    public init(reading value: JSONReader) {
        let read = value.parsed("a date and time like 2019-08-24T14:15:22Z") { text -> ExactDate? in
            RFC3339.time(text) == nil ? nil : ExactDate(known: String(decoding: text, as: UTF8.self))
        }
        self = read ?? .placeholder
    }

    public func write(to json: inout JSONWriter) { json.write(description) }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let date = ExactDate(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected a date and time like 2019-08-24T14:15:22Z")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

nonisolated extension ExactDate: ParameterRepresentable {
    public init?(parameterText: String) { self.init(parameterText) }
    public var parameterText: String { description }
    public static var parameterPlaceholder: ExactDate { placeholder }
}
