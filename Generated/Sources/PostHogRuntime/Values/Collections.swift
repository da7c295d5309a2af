// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

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
