import Foundation
import QuillAPI
import QuillDiagnostics
import QuillNodes
import QuillOpenAPI
import QuillSwiftModel

// Lists the documented examples of a document for `Tests/Corpus/examples`: as JSON, and as the part of a program that
// reads each as the type that is generated for it.
//
//     quill-examples DOCUMENT NAME FOLDER

/// A value that the document shows, and the type of it.
struct Example {
    let place: String
    let type: TypeUse
    let value: Node
}

let arguments = CommandLine.arguments
guard arguments.count == 4 else {
    print("usage: quill-examples DOCUMENT NAME FOLDER")
    exit(2)
}
let path = URL(fileURLWithPath: arguments[1])
let reader = OpenAPIReader { name in
    let file = name == path.lastPathComponent ? path : path.deletingLastPathComponent().appendingPathComponent(name)
    return try DocumentReader.read(SourceText(path: name, bytes: [UInt8](try Data(contentsOf: file))))
}
let document = try reader.read(rootPath: path.lastPathComponent).document
let api = try APIBuilder.build(document).api

var examples: [Example] = []
for endpoint in api.endpoints {
    if let content = endpoint.body?.content, content.coding == .json, let value = content.example {
        examples.append(Example(place: "\(endpoint.id) request", type: content.type, value: value))
    }
    for response in endpoint.responses {
        guard let content = response.content, content.coding == .json, let value = content.example else { continue }
        let place = "\(endpoint.id) \(response.status.description)"
        examples.append(Example(place: place, type: content.type, value: value))
    }
}
// A component's own examples, found by where it stands.
let components = Dictionary(
    document.schemas.compactMap { entry -> (SourceLocation, [Node])? in
        guard case .inline(let schema) = entry.schema else { return nil }
        return (schema.location, schema.annotations.examples)
    }, uniquingKeysWith: { first, _ in first })
for schema in api.schemas {
    for (number, value) in (components[schema.location] ?? []).enumerated() {
        examples.append(
            Example(
                place: "\(schema.id.description) example \(number + 1)", type: TypeUse(.schema(schema.id)), value: value
            ))
    }
}

let spelling = SwiftModelBuilder.spellings(api, options: SwiftOptions(name: arguments[2]))
let folder = URL(fileURLWithPath: arguments[3])
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
let list = Node.list(examples.map { .object(["place": .text($0.place), "value": $0.value]) })
try list.jsonText(pretty: false).write(
    to: folder.appendingPathComponent("examples.json"), atomically: true, encoding: .utf8)
var readers =
    "import \(arguments[2])Models\nimport Foundation\n\nnonisolated func readAll(_ examples: inout Examples) {\n"
for (index, example) in examples.enumerated() {
    readers += "    examples.read(\(index), \(spelling(example.type)).self)\n"
}
try (readers + "}\n").write(to: folder.appendingPathComponent("Readers.swift"), atomically: true, encoding: .utf8)
