import Foundation
import QuillRuntime

// Models in the shape of generated ones.

struct Person: Model {
    let id: Int
    let name: String
    let nickname: String?
    let age: Int?
    private let _friend: Box<Person>?
    var friend: Person? { _friend?.value }

    init(id: Int, name: String, nickname: String? = nil, age: Int? = nil, friend: Person? = nil) {
        self.id = id
        self.name = name
        self.nickname = nickname
        self.age = age
        _friend = friend.map { Box($0) }
    }

    init(reading value: JSONReader) {
        var object = value.object()
        id = object.required("id")
        name = object.required("name")
        nickname = object.nullable("nickname")
        age = object.optional("age")
        _friend = object.optional("friend").map { Box($0) }
        value.check(Self.rule)
    }

    private static let rule = JSONRule(
        #"""
        {"properties": {
          "id": {"minimum": 1},
          "name": {"minLength": 1, "maxLength": 10, "pattern": "^[a-zA-Z ]*$"},
          "age": {"minimum": 0, "exclusiveMaximum": 150}
        }}
        """#, matching: TextPattern.self)

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.required("id", id)
        json.required("name", name)
        json.nullable("nickname", nickname)
        json.optional("age", age)
        json.optional("friend", friend)
        json.endObject()
    }
}

/// A partial update with additional properties.
struct Patch: Model {
    var name: Field<String>
    var tags: Field<[String]>
    var extra: [String: JSONValue]

    init(name: Field<String> = .absent, tags: Field<[String]> = .absent, extra: [String: JSONValue] = [:]) {
        self.name = name
        self.tags = tags
        self.extra = extra
    }

    init(reading value: JSONReader) {
        var object = value.object()
        name = object.field("name")
        tags = object.field("tags")
        extra = object.remaining()
        value.check(Self.rule)
    }

    private static let rule = JSONRule(#"{"properties": {"tags": {"maxItems": 3, "uniqueItems": true}}}"#)

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.field("name", name)
        json.field("tags", tags)
        json.remaining(extra)
        json.endObject()
    }
}

typealias Level = OpenEnum<LevelValues>

extension Level {
    static var v21: Self { Self(rawValue: 21) }
}

enum LevelValues: EnumValues {
    static var all: [Int] { [21, 37] }
}

typealias Color = OpenEnum<ColorValues>

extension Color {
    static var red: Self { Self(rawValue: "red") }
}

enum ColorValues: EnumValues {
    static var all: [String] { ["red", "green"] }
}

/// Every type that a format maps to.
struct Everything: Model {
    let flag: Bool
    let int: Int
    let int32: Int32
    let int64: Int64
    let double: Double
    let float: Double
    let date: Date
    let day: CalendarDate
    let uuid: UUID
    let url: URL
    let data: Data
    let level: Level
    let color: Color
    let any: JSONValue
    let list: [Double?]
    let map: [String: Level]

    init(reading value: JSONReader) {
        var object = value.object()
        flag = object.required("flag")
        int = object.required("int")
        int32 = object.required("int32")
        int64 = object.required("int64")
        double = object.required("double")
        float = object.required("float")
        date = object.required("date")
        day = object.required("day")
        uuid = object.required("uuid")
        url = object.required("url")
        data = object.required("data")
        level = object.required("level")
        color = object.required("color")
        any = object.required("any")
        list = object.required("list")
        map = object.required("map")
    }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.required("flag", flag)
        json.required("int", int)
        json.required("int32", int32)
        json.required("int64", int64)
        json.required("double", double)
        json.required("float", float)
        json.required("date", date)
        json.required("day", day)
        json.required("uuid", uuid)
        json.required("url", url)
        json.required("data", data)
        json.required("level", level)
        json.required("color", color)
        json.required("any", any)
        json.required("list", list)
        json.required("map", map)
        json.endObject()
    }

    static let text = """
        {"flag":true,"int":-12,"int32":2147483647,"int64":-9223372036854775808,"double":0.1,"float":3.14,\
        "date":"2019-08-24T14:15:22.123Z","day":"2020-02-29","uuid":"497f6eca-6276-4993-bfeb-53cbbbba6f08",\
        "url":"https://example.com/a?b=c","data":"aGVsbG8=","level":99,"color":"mauve",\
        "any":{"a":[1,2.5,null,{}],"b":"x"},"list":[1,null,2.5],"map":{"x":21,"y":37}}
        """
}

/// A tree, as deep as its document.
struct Tree: Model {
    let children: [Tree]?
    init(reading value: JSONReader) {
        var object = value.object()
        children = object.optional("children")
    }
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.optional("children", children)
        json.endObject()
    }
}

/// What reading a document complains about, one line for each issue.
func complaints<Value: JSONRepresentable>(
    _ type: Value.Type, _ json: String, validating: Bool = false, limits: JSONLimits = .standard
) -> [String] {
    do throws(JSONError) {
        _ = try Value(json: json, validating: validating, limits: limits)
        return []
    } catch {
        return error.issues.map(\.description)
    }
}
