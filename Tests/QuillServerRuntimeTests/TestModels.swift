import QuillRuntime

/// A body with constraints, as the generator writes one.
struct Note: Model {
    let title: String
    let count: Int?

    init(title: String, count: Int?) {
        self.title = title
        self.count = count
    }

    init(reading value: JSONReader) {
        var object = value.object()
        title = object.required("title")
        object.check("title", title, minLength: 1, maxLength: 5)
        count = object.optional("count")
        object.check("count", count, minimum: 0)
    }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.required("title", title)
        json.optional("count", count)
        json.endObject()
    }
}

/// An open enumeration of texts.
struct Order: OpenEnum {
    let rawValue: String
    init(rawValue: String) { self.rawValue = rawValue }
    static var knownValues: [Order] { [Order(rawValue: "name"), Order(rawValue: "-name")] }
}

/// An open enumeration of numbers.
struct Level: OpenEnum {
    let rawValue: Int
    init(rawValue: Int) { self.rawValue = rawValue }
    static var knownValues: [Level] { [Level(rawValue: 21), Level(rawValue: 37)] }
}
