import QuillAPI
import Testing

@Suite("Forms and sequences")
struct FormTests {
    private func content(_ media: String, of type: String = "multipart/form-data") throws -> Content {
        let api = try DocumentText.operation("requestBody: {content: {\(type): {\(media)}}}").api(
            ignoringWarnings: true)
        return try #require(api.endpoints.first?.body?.content)
    }

    private func fields(_ properties: String, _ encoding: String = "{}", of type: String = "multipart/form-data") throws
        -> [String]
    {
        try content("schema: {properties: {\(properties)}}, encoding: \(encoding)", of: type).fields.map { field in
            var text = "\(field.key) \(field.kind.rawValue)"
            if field.isList { text += " list" }
            if let style = field.style { text += " \(style.style.rawValue)\(style.explode ? " explode" : "")" }
            return text + (field.contentType.map { " as \($0)" } ?? "")
        }
    }

    @Test(arguments: [
        ("a: {type: string}, b: {type: integer}, c: {enum: [x]}, d: {type: boolean}", "b number, d flag"),
        ("a: {type: array, items: {type: string}}", "a text list"),
        ("a: {type: object, properties: {b: {}}}, c: {additionalProperties: {}}", "a json, c json"),
        ("a: {type: array, items: {type: object, properties: {b: {}}}}", "a json list"),
        ("a: {type: array, items: {type: array, items: {}}}", "a json list"),
        ("a: {}, b: {type: [string, integer]}", "a any, b any"),
        ("a: {type: string, format: binary}", "a file"),
        ("a: {type: array, items: {type: string, format: binary}}", "a file list"),
        ("a: {contentMediaType: image/png}, b: {type: string, contentEncoding: binary}", "a file, b file"),
        ("a: {type: string, contentEncoding: base64, contentMediaType: image/png}", ""),
        (
            "a: {anyOf: [{type: string, format: binary}, {type: array, items: {type: string, format: binary}}]}",
            "a file list"
        ),
        ("a: {oneOf: [{type: string, format: binary}, {type: object, properties: {b: {}}}]}", "a file"),
    ])
    func haveFieldsByTheTypesOfTheirProperties(properties: String, expected: String) throws {
        #expect(try fields(properties).joined(separator: ", ") == expected)
    }

    @Test(arguments: [
        ("a: {type: string}", "{a: {contentType: text/csv}}", "a text as text/csv"),
        ("a: {type: string}", "{a: {contentType: application/json}}", "a json as application/json"),
        ("a: {type: string, format: binary}", "{a: {contentType: 'image/png, image/jpeg'}}", "a file"),
        ("a: {type: string, format: binary}", "{a: {contentType: image/png}}", "a file as image/png"),
        ("a: {type: object, properties: {b: {}}}", "{a: {contentType: application/xml}}", "a file as application/xml"),
    ])
    func areSentAsTheirEncodingSays(properties: String, encoding: String, expected: String) throws {
        #expect(try fields(properties, encoding).joined(separator: ", ") == expected)
    }

    /// What is wrong with a document, without the places.
    private func messages(of document: DocumentText) -> [String] {
        document.faults.map { fault in fault.split(separator: " ", maxSplits: 1).last.map(String.init) ?? fault }
    }

    @Test func haveHeadersOfTheirOwn() throws {
        let document = DocumentText.operation(
            """
            requestBody:
              content:
                multipart/form-data:
                  schema:
                    properties:
                      text: {type: string}
                      plain: {type: integer}
                      raw: {type: array, items: {type: integer}}
                      file: {type: string, format: binary, description: The file.}
                  encoding:
                    text: {headers: {X-Kind: {required: true, schema: {const: a}}, Content-Type: {schema: {}}}}
                    plain: {headers: {X-Unit: {schema: {const: cm}}}}
                    raw: {headers: {X-Sum: {required: true, schema: {type: integer}}}}
                    file:
                      headers:
                        X-One: {required: true, schema: {enum: [1]}}
                        X-Hash: {required: true, description: Of the bytes., schema: {type: string}}
                        X-Two: {schema: {type: string}}
            """)
        #expect(
            messages(of: document) == [
                "warning ignored-header: the media type of a part is that of its `contentType`; the header is ignored",
                "warning not-generated: the header `X-Unit` of the part `plain`, which is no file: not generated yet",
                "warning raw-part: the part `raw` is passed as it is, since only a file has headers such as `X-Sum`",
            ])
        let api = try document.api(ignoringWarnings: true)
        let content = try #require(api.endpoints.first?.body?.content)
        #expect(content.fields.map(\.key) == ["text", "plain", "raw", "file"])
        let described = content.fields.flatMap(\.described).map { header in
            "\(header.name) \(header.type.spelling)\(header.isRequired ? "" : "?") \(header.rule.text)"
        }
        #expect(
            described == [
                #"X-Kind string {"const": "a"}"#, #"X-Unit string? {"const": "cm"}"#, "X-Sum integer {}",
                #"X-One integer {"enum": [1]}"#, "X-Hash string {}", "X-Two string? {}",
            ])
        let fixed = content.fields.flatMap(\.headers).map { header in "\(header.name): \(header.value)" }
        #expect(fixed == ["X-Kind: a", "X-One: 1"])
        guard case .schema(let id) = content.type.kind, case .object(let form)? = api.schema(id)?.shape else {
            Issue.record("the form is no object")
            return
        }
        #expect(form.properties.map(\.type.spelling) == ["string", "integer", "[string(file)]", "string(file)"])
        #expect(
            form.properties.last?.description
                == "The file.\n\nHeader fields of its part:\n\n- `X-Hash`: required; Of the bytes.\n- `X-Two`")
    }

    @Test(arguments: [
        ("schema: {type: array, items: {type: integer}}", "[integer]", #"{"items": {"type": "integer"}}"#),
        (
            "schema: {type: array, items: {type: array, items: {}}}", "[any]",
            #"{"items": {"type": "array", "items": {}}}"#
        ),
        (
            "schema: {type: object, required: [a]}, explode: true", "{any} exploded",
            #"{"required": ["a"]}"#
        ),
        ("schema: {type: string, format: date-time, minLength: 2}", "string(dateTime)", #"{"minLength": 2}"#),
        ("schema: {type: string, format: binary}", "string", "{}"),
        ("schema: {type: integer, format: int32, maximum: 3}", "integer(int32)", #"{"maximum": 3}"#),
        ("schema: {type: [string, integer]}", "any", #"{"type": ["integer","string"]}"#),
        ("schema: {$ref: '#/components/schemas/S'}", "string", #"{"enum": ["x","y"]}"#),
        ("content: {application/json: {schema: {type: integer}}}", "any as JSON", #"{"type": "integer"}"#),
        ("content: {text/plain: {schema: {type: integer}}}", "string", "{}"),
    ])
    func haveHeadersOfEveryType(header: String, type: String, rule: String) throws {
        let text = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                post:
                  requestBody:
                    content:
                      multipart/form-data:
                        schema: {properties: {file: {type: string, format: binary}}}
                        encoding: {file: {headers: {X-A: {\(header)}}}}
                  responses: {'204': {description: ''}}
            components: {schemas: {S: {enum: [x, y]}}}
            """
        let api = try DocumentText(text).api()
        let found = try #require(api.endpoints.first?.body?.content.fields.first?.described.first)
        let remarks = (found.explode ? " exploded" : "") + (found.isJSON ? " as JSON" : "")
        #expect(found.type.spelling + remarks == type)
        #expect(found.rule.text == rule)
        // Nothing is declared for them.
        #expect(!api.schemas.contains { $0.id.description.contains("X-A") })
    }

    @Test func haveNoHeadersInOneText() {
        let text =
            "requestBody: {content: {application/x-www-form-urlencoded: {schema: {properties: {a: {}}}, "
            + "encoding: {a: {headers: {X-A: {schema: {}}}}}}}}"
        #expect(
            messages(of: DocumentText.operation(text)) == [
                "warning ignored-encoding: `headers` are for multipart bodies only (OpenAPI 3.1 §4.8.15.1); they are "
                    + "ignored"
            ])
    }

    @Test(arguments: [
        ("{}", "a text list, b json"),
        ("{a: {style: form}}", "a text list, b json"),
        ("{a: {style: pipeDelimited, explode: false}}", "a text list pipeDelimited, b json"),
        ("{b: {style: deepObject}}", "a text list, b json deepObject explode"),
        ("{b: {explode: true}}", "a text list, b json form explode"),
    ])
    func areLaidOutAsStylesSay(encoding: String, expected: String) throws {
        let properties = "a: {type: array, items: {type: string}}, b: {type: object, properties: {c: {}}}"
        let found = try fields(properties, encoding, of: "application/x-www-form-urlencoded")
        #expect(found.joined(separator: ", ") == expected)
    }

    /// As JSON a file is a text; as multipart it is a file. One component can be both.
    @Test func haveATypeOfTheirOwnWhereFilesAreInThem() throws {
        let text = """
            openapi: 3.0.3
            info: {title: T, version: '1'}
            paths:
              /a:
                post:
                  operationId: a
                  requestBody:
                    content:
                      application/json: {schema: {$ref: '#/components/schemas/Upload'}}
                      application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Upload'}}
                      multipart/form-data: {schema: {$ref: '#/components/schemas/Upload'}}
                  responses: {'200': {description: '', content: {application/json: {schema: {$ref: '#/components/schemas/Upload'}}}}}
              /b:
                post:
                  operationId: b
                  requestBody: {content: {multipart/form-data: {schema: {$ref: '#/components/schemas/Upload'}}}}
                  responses: {'204': {description: ''}}
            components:
              schemas:
                Upload: {type: object, properties: {file: {type: string, format: binary}, kind: {enum: [x, y]}}}
            """
        let api = try DocumentText(text).api()
        #expect(api.endpoints.first?.body?.contents.map(\.type.spelling) == ["Upload", "Upload", "Upload.form"])
        #expect(api.endpoints.last?.body?.content.type.spelling == "Upload.form")
        #expect(api.schemas.map(\.id.description) == ["Upload", "Upload.kind", "Upload.form"])
        guard case .object(let form)? = api.schema(SchemaID(["Upload", "form"]))?.shape else {
            Issue.record("the form is no object")
            return
        }
        #expect(form.properties.map(\.type.spelling) == ["string(file)", "Upload.kind"])
    }

    /// Each choice is what it would be alone, told apart as they are in JSON.
    @Test func chooseBetweenFormsAsTheirSchemaDoes() throws {
        let document = DocumentText(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                post:
                  requestBody:
                    content:
                      application/json: {schema: {$ref: '#/components/schemas/Media'}}
                      multipart/form-data: {schema: {$ref: '#/components/schemas/Media'}}
                  responses: {'204': {description: ''}}
            components:
              schemas:
                Media:
                  oneOf: [{$ref: '#/components/schemas/Upload'}, {$ref: '#/components/schemas/Link'}]
                  discriminator: {propertyName: kind, mapping: {up: '#/components/schemas/Upload'}}
                Upload: {type: object, properties: {kind: {type: string}, file: {type: string, format: binary}}}
                Link: {type: object, properties: {kind: {type: string}, url: {type: integer}}}
            """)
        let api = try document.api()
        let contents = try #require(api.endpoints.first?.body?.contents)
        #expect(contents.map(\.type.spelling) == ["Media", "Media.form"])
        #expect(contents.last?.fields.map(\.key) == ["file", "url"])
        let shapes = api.schemas.filter { $0.id.words.first == "Media" }.map(\.shape.spelling)
        #expect(
            shapes == [
                "by kind: Upload (up) | Link (Link)",
                "by kind: Upload = Upload.form (up) | Link (Link)",
            ])
    }

    @Test(arguments: [
        "schema: {type: string}", "schema: {type: array, items: {}}",
        "itemSchema: {type: object}, itemEncoding: {contentType: text/plain}",
        "schema: {oneOf: [{type: object, properties: {a: {type: string, format: binary}}}, {type: string}]}",
    ])
    func areRawWhereTheirPartsAreNoProperties(media: String) throws {
        #expect(try content(media).coding == .raw)
    }

    @Test func sayWhatEncodingHasNoProperty() {
        let text = "requestBody: {content: {multipart/form-data: {schema: {properties: {a: {}}}, encoding: {b: {}}}}}"
        #expect(
            DocumentText.operation(text).faults == [
                "6:95 warning ignored-encoding: `b` is no property of this form; its encoding is ignored"
            ])
    }

    @Test(arguments: [
        ("application/jsonl", "itemSchema: {type: integer}", "integer"),
        ("application/jsonl", "schema: {type: array, items: {type: integer}}", "integer"),
        ("application/jsonl", "schema: {type: integer}", "integer"), ("application/jsonl", "", "any"),
        ("text/event-stream", "", "string"), ("text/event-stream", "schema: {type: string}", "string"),
        ("text/event-stream", "schema: {type: integer}", "integer"),
        ("text/event-stream", "itemSchema: {properties: {event: {type: string}, data: {type: string}}}", "string"),
        (
            "text/event-stream",
            "itemSchema: {properties: {data: {contentMediaType: application/json, contentSchema: {type: integer}}}}",
            "integer"
        ),
        (
            "text/event-stream",
            "itemSchema: {oneOf: [{properties: {event: {const: a}, data: {contentSchema: {type: integer}}}}]}",
            "integer"
        ),
        ("text/event-stream", "itemSchema: {properties: {data: {type: object}}}", "get_a.body.item"),
    ])
    func haveItemsOfTheTypeThatIsDescribed(mediaType: String, media: String, expected: String) throws {
        #expect(try content(media, of: mediaType).type.spelling == expected)
    }

    @Test(arguments: [
        ("application/json: {schema: {properties: {stream: {type: boolean}}}}", "stream"),
        ("application/json: {schema: {properties: {stream: {type: [boolean, 'null']}}}}", "stream"),
        ("application/json: {schema: {properties: {stream: {type: string}}}}", nil),
        ("application/json: {schema: {properties: {other: {type: boolean}}}}", nil),
        ("text/plain: {}", nil),
    ])
    func nameTheSwitchOfAStream(body: String, key: String?) throws {
        let endpoint = try DocumentText.operation(
            """
            requestBody: {content: {\(body)}}
            responses: {'200': {description: '', content: {application/json: {}, text/event-stream: {}}}}
            """
        ).api(ignoringWarnings: true).endpoints.first
        #expect(endpoint?.streamKey == key)
    }
}
