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
        count = object.optional("count")
        value.check(Self.rule)
    }

    private static let rule = JSONRule(
        #"{"properties": {"title": {"minLength": 1, "maxLength": 5}, "count": {"minimum": 0}}}"#)

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.required("title", title)
        json.optional("count", count)
        json.endObject()
    }
}

/// An open enumeration of texts.
typealias Order = OpenEnum<OrderValues>

enum OrderValues: EnumValues {
    static var all: [String] { ["name", "-name"] }
}

/// An open enumeration of numbers.
typealias Level = OpenEnum<LevelValues>

enum LevelValues: EnumValues {
    static var all: [Int] { [21, 37] }
}
