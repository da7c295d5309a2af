import QuillAPI
import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

@testable import QuillSwiftModel

/// The Swift model of a document in YAML.
struct ModelText {
    let model: SwiftPackageModel

    init(_ text: String, options: SwiftOptions = SwiftOptions(name: "Test")) throws {
        let reader = OpenAPIReader { path in
            try DocumentReader.read(SourceText(path: path, text: text), format: .yaml)
        }
        let (api, _) = try APIBuilder.build(try reader.read(rootPath: "api.yaml").document)
        model = try SwiftModelBuilder.build(api, options: options).model
    }

    /// A document with schemas only, each on a line of its own.
    static func schemas(_ schemas: String..., names: [String: String] = [:]) throws -> ModelText {
        try ModelText(
            """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            paths: {}
            components:
              schemas:
                \(schemas.joined(separator: "\n    "))
            """, options: SwiftOptions(name: "Test", schemaNames: names))
    }

    /// A document with operations only, each on a line of its own.
    static func operations(_ paths: [String], names: [String: String] = [:]) throws -> ModelText {
        try ModelText(
            """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            paths:
              \(paths.joined(separator: "\n  "))
            """, options: SwiftOptions(name: "Test", operationNames: names))
    }

    var contents: [SwiftFile.Content] { model.files.flatMap(\.contents) }

    var declarations: [Declaration] {
        contents.compactMap { content in
            if case .declaration(let declaration) = content { declaration } else { nil }
        }
    }

    var typeNames: [String] {
        declarations.map { declaration in
            switch declaration {
            case .structure(let structure): structure.name
            case .enumeration(let enumeration): enumeration.name
            case .union(let union): union.name
            case .alias(let alias): alias.name
            }
        }
    }

    func cases(of name: String) -> [String] {
        declarations.flatMap { declaration -> [String] in
            guard case .enumeration(let enumeration) = declaration, enumeration.name == name else { return [] }
            return enumeration.cases.map { "\($0.name) = \($0.literal)" }
        }
    }

    func properties(of name: String) -> [String] {
        declarations.flatMap { declaration -> [String] in
            guard case .structure(let structure) = declaration, structure.name == name else { return [] }
            return structure.properties.map { "\($0.name): \($0.type)" }
        }
    }

    var operationNames: [String] {
        contents.flatMap { content -> [String] in
            if case .operations(let operations) = content { operations.map(\.name) } else { [] }
        }
    }

    var methodNames: [String] {
        contents.flatMap { content -> [String] in
            switch content {
            case .client(let client): client.methods.map(\.name)
            case .clientGroup(let group): group.methods.map { "\(group.name).\($0.name)" }
            default: []
            }
        }
    }
}
