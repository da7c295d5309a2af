import Foundation
import QuillCommand

/// A folder of its own in which quill is run, gone with the test.
final class Workplace {
    let folder: URL

    init(_ files: [String: String] = [:]) throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("quill-command-tests-\(UUID().uuidString)").resolvingSymlinksInPath()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (path, text) in files { try write(path, text) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func url(_ path: String) -> URL { folder.appendingPathComponent(path) }

    func write(_ path: String, _ text: String) throws {
        try FileManager.default.createDirectory(
            at: url(path).deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url(path))
    }

    func read(_ path: String) throws -> String { String(decoding: try Data(contentsOf: url(path)), as: UTF8.self) }

    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: url(path).path) }

    /// Every file below a folder, with the time at which it was last written.
    func times(_ path: String) throws -> [String: Date] {
        var times: [String: Date] = [:]
        for file in try FileManager.default.subpathsOfDirectory(atPath: url(path).path) {
            let attributes = try FileManager.default.attributesOfItem(atPath: url(path).path + "/" + file)
            guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
            times[file] = attributes[.modificationDate] as? Date
        }
        return times
    }

    /// Runs quill here: `run("generate", "api.yaml")`.
    func run(_ arguments: String..., environment: [String: String] = [:], terminal: Bool = false) -> Run {
        Run(arguments, in: folder.path, environment: environment, terminal: terminal)
    }
}

/// One invocation and what came of it.
struct Run {
    let code: Int32
    let output: String
    let errors: String

    init(_ arguments: [String], in folder: String, environment: [String: String] = [:], terminal: Bool = false) {
        var (output, errors) = ("", "")
        code = QuillCommand.run(
            arguments: arguments, environment: { environment[$0] }, workingDirectory: folder,
            standardOutput: Console(isTerminal: terminal) { output += $0 },
            standardError: Console(isTerminal: terminal) { errors += $0 })
        self.output = output
        self.errors = errors
    }

    /// The output with times left out, which differ.
    var timeless: String { output.replacing(/\([0-9]+ ms\)/, with: "(… ms)") }
}

/// A small document with every kind of requirement.
enum Pets {
    static let document = """
        openapi: 3.1.0
        info:
          title: Pets API
          version: '1.0'
        servers:
          - url: https://pets.example
        tags:
          - name: pets
            description: Animals.
        paths:
          /pets:
            get:
              tags: [pets]
              operationId: pets_list
              security:
                - key: ['pet:read']
              responses:
                '200':
                  description: All pets.
                  content:
                    application/json:
                      schema:
                        type: array
                        items:
                          $ref: '#/components/schemas/Pet'
            post:
              tags: [pets]
              operationId: pets_create
              security:
                - key: ['pet:write']
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      $ref: '#/components/schemas/Pet'
              responses:
                '201':
                  description: Created.
          /audit:
            get:
              operationId: audit
              security:
                - internal: [INTERNAL]
              responses:
                '204':
                  description: Nothing.
          /export:
            get:
              operationId: export
              security:
                - key: ['pet:read', 'export:read']
              responses:
                '204':
                  description: Nothing.
          /feed:
            get:
              operationId: feed
              security:
                - key: []
              responses:
                '204':
                  description: Nothing.
          /status:
            get:
              operationId: status
              security: []
              responses:
                '204':
                  description: Nothing.
        components:
          securitySchemes:
            key:
              type: http
              scheme: bearer
              x-scopes:
                'pet:read': See pets.
                'pet:write': Change pets.
                'export:read': See exports.
            internal:
              type: http
              scheme: bearer
              x-scopes:
                INTERNAL: Call what is not for customers.
          schemas:
            Pet:
              type: object
              required: [name]
              properties:
                name:
                  type: string
                kind:
                  type: string
                  enum: [cat, dog]

        """

    /// The same with a requirement that can be met in two ways, which the generator warns about.
    static let documentWithAlternatives = document.replacing(
        "- key: ['pet:read', 'export:read']", with: "- key: ['pet:read', 'export:read']\n        - internal: [INTERNAL]"
    )

    static let configuration = """
        {
          "document": "pets.yaml",
          "output": "Generated",
          "name": "Pets",
          "scopes": { "key": { "*": ["*"], "{object}:write": ["{object}:read"] } }
        }

        """

    static var files: [String: String] { ["pets.yaml": document, "quill.json": configuration] }
}
