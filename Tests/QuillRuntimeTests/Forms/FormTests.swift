import Foundation
import Testing

@testable import QuillRuntime

/// A form, as the generator writes one.
struct Upload: Model {
    var name: String
    var count: Int?
    var isPublic: Bool?
    var tags: [String]?
    var home: JSONValue?
    var file: FilePart?
    var files: [FilePart]?

    init(
        name: String, count: Int? = nil, isPublic: Bool? = nil, tags: [String]? = nil, home: JSONValue? = nil,
        file: FilePart? = nil, files: [FilePart]? = nil
    ) {
        self.name = name
        self.count = count
        self.isPublic = isPublic
        self.tags = tags
        self.home = home
        self.file = file
        self.files = files
    }

    init(reading value: JSONReader) {
        var object = value.object()
        name = object.required("name")
        count = object.optional("count")
        isPublic = object.optional("is_public")
        tags = object.optional("tags")
        home = object.optional("home")
        file = object.optional("file")
        files = object.optional("files")
    }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.required("name", name)
        json.optional("count", count)
        json.optional("is_public", isPublic)
        json.optional("tags", tags)
        json.optional("home", home)
        json.optional("file", file)
        json.optional("files", files)
        json.endObject()
    }
}

/// A text in chunks of any size.
func stream(_ text: String, by size: Int) -> HTTPBody { stream(Array(text.utf8), by: size) }

func stream(_ bytes: [UInt8], by size: Int) -> HTTPBody {
    HTTPBody(
        stream: AsyncStream<[UInt8]> { continuation in
            for start in Swift.stride(from: 0, to: bytes.count, by: size) {
                continuation.yield(Array(bytes[start..<min(start + size, bytes.count)]))
            }
            continuation.finish()
        })
}

extension BodyCoding {
    static let fields: [String: FormField] = [
        "count": .number, "is_public": .flag, "tags": .text.list, "home": .any, "file": .file, "files": .file.list,
    ]

    func upload(
        _ body: HTTPBody, _ contentType: String? = nil,
        limits: BodyLimits = BodyLimits(memory: 1 << 20, upload: 1 << 22)
    ) async throws -> Upload {
        try await decoded(body, contentType: contentType, validating: true, limits: limits)
    }
}

@Suite("Forms") struct FormTests {
    private let form = BodyCoding.form(BodyCoding.fields)

    private func text(_ value: some JSONRepresentable, _ fields: [String: FormField] = [:]) -> String {
        String(decoding: BodyCoding.form(fields).encoded(value).body.bytes ?? [], as: UTF8.self)
    }

    @Test("A model is written by the members of its JSON, lists one by one")
    func writes() {
        let upload = Upload(
            name: "a b&c=d+é", count: 3, isPublic: true, tags: ["x", "y/z"], home: ["street": "Main"])
        #expect(
            text(upload)
                == "name=a%20b%26c%3Dd%2B%C3%A9&count=3&is_public=true&tags=x&tags=y%2Fz"
                + "&home=%7B%22street%22%3A%22Main%22%7D")
        #expect(form.encoded(upload).contentType == "application/x-www-form-urlencoded")
    }

    @Test(
        "Styles lay out lists and objects",
        arguments: [
            (FormField.text.list.style(.pipeDelimited, explode: false), "tags=x%7Cy"),
            (.text.list.style(.spaceDelimited, explode: false), "tags=x%20y"),
            (.text.list.style(.form, explode: false), "tags=x,y"), (.text.list.style(.form), "tags=x&tags=y"),
        ])
    func styledLists(field: FormField, expected: String) async throws {
        let upload = Upload(name: "n", tags: ["x", "y"])
        #expect(text(upload, ["tags": field]) == "name=n&" + expected)
        let read = try await BodyCoding.form(["tags": field]).upload(HTTPBody("name=n&" + expected))
        #expect(read == upload)
    }

    @Test(
        "Objects have styles too",
        arguments: [
            (FormField.json.style(.deepObject), "home%5Bcity%5D=Bonn&home%5Bstreet%5D=A%20B"),
            (.json.style(.form), "city=Bonn&street=A%20B"),
            (.json.style(.form, explode: false), "home=city,Bonn,street,A%20B"),
        ])
    func styledObjects(field: FormField, expected: String) async throws {
        let upload = Upload(name: "n", home: ["street": "A B", "city": "Bonn"])
        #expect(text(upload, ["home": field]) == "name=n&" + expected)
        let read = try await BodyCoding.form(["home": field]).upload(HTTPBody("name=n&" + expected))
        #expect(read.home?["street"] == "A B" && read.home?["city"] == "Bonn")
    }

    @Test("Texts are read as what the model wants")
    func reads() async throws {
        let body = "name=a+b%26&count=-12&is_public=false&tags=x&tags=+y&home=%7B%22a%22%3A1%7D&unknown=1"
        let read = try await form.upload(HTTPBody(body))
        #expect(
            read == Upload(name: "a b&", count: -12, isPublic: false, tags: ["x", " y"], home: ["a": 1]))
        #expect(try await form.upload(HTTPBody("name=1&home=%7Bx")).home == "{x")
    }

    @Test(
        "What is wrong is said by the field",
        arguments: [
            ("count=x&name=a", "/count: expected an integer, found a string"), ("", "/name: missing"),
            ("%zz=1", "/name: missing"),
            ("name=a&name=b", "/name: expected a string, found an array"),
            ("name=a&is_public=1", "/is_public: expected true or false, found a string"),
        ])
    func faults(body: String, expected: String) async {
        let error = await #expect(throws: JSONError.self) { try await form.upload(HTTPBody(body)) }
        #expect(error?.kind == .mismatch)
        #expect(error?.description.contains(expected) == true, "\(error?.description ?? "")")
    }

    @Test("What is no form is malformed", arguments: ["name=%C3", "name=%"])
    func malformed(body: String) async {
        let error = await #expect(throws: JSONError.self) { try await form.upload(HTTPBody(body)) }
        #expect(error?.kind == .malformed)
    }

    @Test("JSON in a field cannot add members to the form")
    func injection() async throws {
        let coding = BodyCoding.form(["home": .json])
        let error = await #expect(throws: JSONError.self) {
            try await coding.upload(HTTPBody("name=a&home=1%2C%22count%22%3A5"))
        }
        #expect(error?.kind == .malformed)
    }

    @Test("In JSON a text is still no number")
    func jsonStaysStrict() {
        #expect(throws: JSONError.self) { try Upload(json: #"{"name":"a","count":"3"}"#) }
    }
}
