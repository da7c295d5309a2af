// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// The JSON forms of the types that the formats of OpenAPI map to.

nonisolated extension String: JSONRepresentable {
    public init(reading value: JSONReader) { self = value.string() }
    public func write(to json: inout JSONWriter) { json.write(self) }
}

nonisolated extension Bool: JSONRepresentable {
    public init(reading value: JSONReader) { self = value.bool() }
    public func write(to json: inout JSONWriter) { json.write(self) }
}

nonisolated extension Int: JSONRepresentable {
    public init(reading value: JSONReader) { self = value.integer() }
    public func write(to json: inout JSONWriter) { json.write(Int64(self)) }
}

nonisolated extension Int32: JSONRepresentable {
    public init(reading value: JSONReader) { self = value.integer() }
    public func write(to json: inout JSONWriter) { json.write(Int64(self)) }
}

nonisolated extension Int64: JSONRepresentable {
    public init(reading value: JSONReader) { self = value.int64() }
    public func write(to json: inout JSONWriter) { json.write(self) }
}

/// JSON has neither infinities nor NaN; they are written as null.
nonisolated extension Double: JSONRepresentable {
    public init(reading value: JSONReader) { self = value.double() }
    public func write(to json: inout JSONWriter) { json.write(self) }
}

/// `"2019-08-24T14:15:22.123456Z"` (RFC 3339), in UTC, to the microsecond, with a fraction where there is one. What lies
/// outside of the years 0000 to 9999 has no such form and is written as null.
nonisolated extension Date: JSONRepresentable {
    public init(reading value: JSONReader) { self = value.date() }
    public func write(to json: inout JSONWriter) { json.write(self) }
}

/// Written in lower case, read in either (RFC 9562 §4).
nonisolated extension UUID: JSONRepresentable {
    public init(reading value: JSONReader) { self = value.uuid() }
    public func write(to json: inout JSONWriter) { json.write(self) }
}

nonisolated extension URL: JSONRepresentable {
    public init(reading value: JSONReader) {
        let text = value.string()
        if let url = URL(string: text) {
            self = url
        } else {
            if !value.hasIssue { value.note("expected a URL, found \(JSONText.quoted(text))") }
            self = URL(filePath: "/", directoryHint: .isDirectory)
        }
    }
    public func write(to json: inout JSONWriter) { json.write(absoluteString) }
}

/// Base64 (RFC 4648 §4), with or without padding.
nonisolated extension Data: JSONRepresentable {
    public init(reading value: JSONReader) {
        let text = value.string()
        let padded = text + String(repeating: "=", count: text.utf8.count % 4 > 1 ? 4 - text.utf8.count % 4 : 0)
        if let data = Data(base64Encoded: padded) {
            self = data
        } else {
            if !value.hasIssue { value.note("expected base64") }
            self = Data()
        }
    }
    public func write(to json: inout JSONWriter) { json.write(base64EncodedString()) }
}

nonisolated extension JSONReader {
    /// A point in time; noted when there is none.
    func date() -> Date {
        parsed("a date and time like 2019-08-24T14:15:22Z", RFC3339.time) ?? Date(timeIntervalSinceReferenceDate: 0)
    }

    /// A UUID; noted when there is none.
    func uuid() -> UUID {
        parsed("a UUID", UUIDText.uuid) ?? UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
    }

    /// The text of a number.
    func numberText() -> UnsafeBufferPointer<UInt8> { document.bytes(document.entry(place)) }
}

nonisolated extension JSONWriter {
    /// A point in time, in UTC; null outside of the years 0000 to 9999.
    public mutating func write(_ value: Date) {
        guard let moment = RFC3339.Moment(value) else { return null() }
        writePlain(moment.length) { moment.write(to: $0) }
    }

    /// A UUID in lower case.
    public mutating func write(_ value: UUID) {
        writePlain(36) { UUIDText.write(value, to: $0) }
    }
}

nonisolated extension Optional: JSONRepresentable where Wrapped: JSONRepresentable {
    public init(reading value: JSONReader) { self = value.isNull ? nil : Wrapped(reading: value) }

    public func write(to json: inout JSONWriter) {
        if let self { self.write(to: &json) } else { json.null() }
    }
}

nonisolated extension Array: JSONRepresentable where Element: JSONRepresentable {
    public init(reading value: JSONReader) {
        let elements = value.array()
        self = []
        // Elements can be much larger than their text, so that a hostile document is not believed its size at once.
        reserveCapacity(Swift.min(elements.count, 1024))
        for element in elements { append(Element(reading: element)) }
    }

    public func write(to json: inout JSONWriter) {
        json.beginArray()
        for element in self { element.write(to: &json) }
        json.endArray()
    }
}

/// Written sorted by name. A name that occurs twice is noted.
nonisolated extension Dictionary: JSONRepresentable where Key == String, Value: JSONRepresentable {
    public init(reading value: JSONReader) {
        let members = value.members()
        self = [:]
        reserveCapacity(Swift.min(members.count, 1024))
        for (name, member) in members where updateValue(Value(reading: member), forKey: name) != nil {
            member.note("the member occurs twice")
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.remaining(self)
        json.endObject()
    }
}
