import Foundation
import QuillDiagnostics
import QuillNodes
import QuillOpenAPI
import Testing

@Suite("Hostile documents")
struct RobustnessTests {
    /// One of everything, so that a mutation of each node reaches all of the reader.
    private static let everything = #"""
        {"openapi":"3.1.0","info":{"title":"T","version":"1","contact":{"name":"n"},"license":{"name":"l"}},
         "servers":[{"url":"https://{h}","variables":{"h":{"default":"a","enum":["a"]}}}],
         "tags":[{"name":"t","externalDocs":{"url":"u"}}],"security":[{"k":["s"]}],
         "paths":{"/a/{p}":{"parameters":[{"$ref":"#/components/parameters/P"}],"get":{"operationId":"o",
            "parameters":[{"name":"q","in":"query","style":"form","content":{"a/b":{}}}],
            "requestBody":{"content":{"a/b":{"schema":{"$ref":"#/components/schemas/S"},
               "encoding":{"e":{"style":"form","headers":{"h":{"schema":{}}}}}}}},
            "responses":{"200":{"description":"","headers":{"h":{"$ref":"#/components/headers/H"}},
               "links":{"l":{"operationId":"o","parameters":{"p":1}}},
               "content":{"a/b":{"examples":{"e":{"value":1}}}}},"default":{"$ref":"#/components/responses/R"}},
            "callbacks":{"c":{"{$url}":{"$ref":"#/components/pathItems/I"}}}}}},
         "components":{"headers":{"H":{"schema":true}},"responses":{"R":{"description":""}},
            "pathItems":{"I":{"post":{}}},
            "parameters":{"P":{"name":"p","in":"path","required":true,"schema":{"type":"string","minLength":1}}},
            "securitySchemes":{"k":{"type":"oauth2","flows":{"password":{"tokenUrl":"t","scopes":{"s":""}}}},
               "a":{"type":"apiKey","in":"query","name":"n"}},
            "schemas":{"S":{"type":["object"],"properties":{"s":{"$ref":"#/components/schemas/S","title":"t"}},
               "required":["s"],"additionalProperties":{"minimum":1},"allOf":[{"items":{}}],"enum":[1],
               "discriminator":{"propertyName":"s","mapping":{"a":"S"}},"xml":{"name":"x"},
               "dependentRequired":{"a":["b"]},"exclusiveMaximum":2,"examples":[1]}}}}
        """#

    /// What only 2.0 has.
    private static let everythingOfSwagger = #"""
        {"swagger":"2.0","info":{"title":"T","version":"1"},"host":"h","basePath":"/b","schemes":["https"],
         "consumes":["application/json"],"produces":["application/json"],"security":[{"o":["s"]}],
         "paths":{"/a/{p}":{"parameters":[{"$ref":"#/parameters/P"},{"$ref":"#/parameters/B"}],
            "get":{"operationId":"o","consumes":["application/xml"],"produces":["image/png"],"schemes":["http"],
               "parameters":[{"name":"q","in":"query","type":"array","items":{"type":"array","items":{},
                  "collectionFormat":"csv"},"collectionFormat":"tsv","x-nullable":true}],
               "responses":{"200":{"description":"","schema":{"type":"file"},"examples":{"image/png":1},
                  "headers":{"h":{"type":"array","items":{},"collectionFormat":"csv"}}},
                  "default":{"$ref":"#/responses/R"}}}},
            "/f":{"post":{"parameters":[{"name":"f","in":"formData","type":"file"},
               {"name":"g","in":"formData","type":"array","items":{"type":"string"},"allowEmptyValue":false}],
               "responses":{}}}},
         "parameters":{"P":{"name":"p","in":"path","required":true,"type":"string"},
            "B":{"name":"b","in":"body","schema":{"$ref":"#/definitions/S","x-nullable":true}}},
         "responses":{"R":{"description":"","schema":{"$ref":"#/definitions/S"}}},
         "securityDefinitions":{"b":{"type":"basic"},"k":{"type":"apiKey","in":"query","name":"n"},
            "o":{"type":"oauth2","flow":"accessCode","authorizationUrl":"a","tokenUrl":"t","scopes":{"s":""}}},
         "definitions":{"S":{"type":"object","discriminator":"d","properties":{"d":{"$ref":"#/definitions/S"}}}}}
        """#

    /// What only 3.2 has.
    private static let everythingOf32 = #"""
        {"openapi":"3.2.0","$self":"https://s","info":{"title":"T","version":"1"},"servers":[{"url":"u","name":"n"}],
         "tags":[{"name":"a","kind":"nav"},{"name":"b","summary":"s","parent":"a"}],
         "security":[{"#/components/securitySchemes/o":["s"]}],
         "paths":{"/a":{"query":{"parameters":[{"name":"q","in":"querystring","content":{"a/b":{}}},
            {"name":"c","in":"cookie","style":"cookie","schema":{}}],"responses":{"200":{"summary":"s"}}},
            "additionalOperations":{"LINK":{"requestBody":{"content":{"a/b":{"$ref":"#/components/mediaTypes/M"}}}}}}},
         "components":{"mediaTypes":{"M":{"itemSchema":{"$ref":"#/components/schemas/S"},"prefixEncoding":[{}],
               "itemEncoding":{"prefixEncoding":[{"encoding":{"e":{}}}],"itemEncoding":{"contentType":"a/b"}},
               "examples":{"e":{"dataValue":1,"serializedValue":"1"}}}},
            "securitySchemes":{"o":{"type":"oauth2","deprecated":true,"oauth2MetadataUrl":"m",
               "flows":{"deviceAuthorization":{"deviceAuthorizationUrl":"d","tokenUrl":"t","scopes":{"s":""}}}}},
            "schemas":{"S":{"oneOf":[{}],"discriminator":{"propertyName":"s","defaultMapping":"S"},
               "xml":{"nodeType":"text"}}}}}
        """#

    @Test(arguments: [everything, everythingOfSwagger, everythingOf32])
    func anyValueAnywhereIsAnswered(_ text: String) throws {
        let root = try DocumentReader.read(SourceText(path: "api.json", text: text), format: .json)
        let (_, warnings) = try OpenAPIReader { _ in root }.read(rootPath: "api.json")
        #expect(warnings.isEmpty)
        let replacements: [Node.Value] = [
            .null, .bool(true), .number(NumberText("-1e400")), .string(""), .string("#/"), .array([]),
            .array([Node(.null, at: root.location)]), .object(NodeObject([])),
            .object(
                NodeObject([
                    .init(
                        key: "$ref", keyLocation: root.location,
                        value: Node(.string("#/components/schemas/S"), at: root.location))
                ])),
        ]
        var read = 0
        var refused = 0
        let count = Self.count(root)
        for index in 0..<count {
            for replacement in replacements {
                var rest = index
                let mutated = Self.replacing(&rest, with: replacement, in: root)
                do throws(DiagnosticsError) {
                    _ = try OpenAPIReader { _ in mutated }.read(rootPath: "api.json")
                    read += 1
                } catch {
                    #expect(error.diagnostics.contains { $0.severity == .error })
                    refused += 1
                }
            }
        }
        #expect(read + refused == count * replacements.count)
        print("mutated documents: \(read) read, \(refused) refused")
    }

    private static func count(_ node: Node) -> Int {
        switch node.value {
        case .array(let items): items.reduce(1) { $0 + count($1) }
        case .object(let object): object.reduce(1) { $0 + count($1.value) }
        default: 1
        }
    }

    /// The tree with its node of that number, counted from the top, replaced.
    private static func replacing(_ index: inout Int, with value: Node.Value, in node: Node) -> Node {
        defer { index -= 1 }
        if index == 0 { return Node(value, at: node.location) }
        switch node.value {
        case .array(let items):
            var result: [Node] = []
            for item in items {
                index -= 1
                result.append(replacing(&index, with: value, in: item))
                index += 1
            }
            return Node(.array(result), at: node.location)
        case .object(let object):
            var result: [NodeObject.Member] = []
            for member in object {
                index -= 1
                let value = replacing(&index, with: value, in: member.value)
                index += 1
                result.append(.init(key: member.key, keyLocation: member.keyLocation, value: value))
            }
            return Node(.object(NodeObject(result)), at: node.location)
        default: return node
        }
    }

    @Test func deepNestingIsRefusedOnASmallStack() {
        let depth = 120
        let schema =
            String(repeating: #"{"items":{"additionalProperties":"#, count: depth / 2) + "{}"
            + String(repeating: "}}", count: depth / 2)
        let faults = Self.onSmallStack { Files.schemas(#""S":"# + schema).faults() }
        #expect(faults?.first?.contains("error nesting-too-deep: objects are nested more than 64 deep") == true)
    }

    @Test func deepOperationsAreRefusedOnASmallStack() {
        let depth = 40
        let callbacks =
            String(repeating: #"{"c":{"{$u}":{"post":{"callbacks":"#, count: depth) + "{}"
            + String(repeating: "}}}}", count: depth)
        let faults = Self.onSmallStack {
            Files.document(#""paths":{"/a":{"get":{"callbacks":"# + callbacks + "}}}").faults()
        }
        #expect(faults?.first?.contains("error nesting-too-deep") == true)
    }

    @Test func longChainsOfReferencesNeedNoStack() throws {
        let count = 20_000
        let schemas = (0..<count).map { ##""S\##($0)":{"allOf":[{"$ref":"#/components/schemas/S\##($0 + 1)"}]}"## }
        let files = Files.schemas(schemas.joined(separator: ",") + #","S\#(count)":{}"#)
        let faults = Self.onSmallStack { files.faults() }
        #expect(faults == [])
    }

    @Test func referencesThatMultiplyEnd() {
        // Each callback contains the next twice: 2^60 ways to the last.
        let callbacks = (0..<60).map { index in
            let next = "{\"$ref\":\"#/components/callbacks/C\(index + 1)\"}"
            return "\"C\(index)\":{\"{$u}\":{\"post\":{\"callbacks\":{\"a\":\(next),\"b\":\(next)}}}}"
        }
        let start = ContinuousClock.now
        let faults = Files.document(
            "\"components\":{\"callbacks\":{\(callbacks.joined(separator: ",")),\"C60\":{}}}"
        ).faults()
        #expect(faults.allSatisfy { $0.contains("nesting-too-deep") || $0.hasPrefix("- ") })
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    /// Half a megabyte, as every thread but the first has on Apple platforms.
    private static func onSmallStack<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result? {
        let outcome = Outcome<Result>()
        let thread = Thread {
            outcome.value = body()
            outcome.done.signal()
        }
        thread.stackSize = 512 << 10
        thread.start()
        outcome.done.wait()
        return outcome.value
    }

    /// Written by one thread before the signal and read by the other after it.
    private final class Outcome<Value: Sendable>: @unchecked Sendable {
        var value: Value?
        let done = DispatchSemaphore(value: 0)
    }
}
