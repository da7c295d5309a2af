import Foundation
import QuillDiagnostics
import QuillEmitter
import QuillNodes
import QuillTexts
import TestThreads
import Testing

/// Schemas that contain themselves where each containing place makes a type of its own: a choice beside properties adds
/// them to what is chosen, which contains the choice again. The first was found by `quill-fuzz`, which it kept busy for
/// ever.
@Suite struct RecursionTests {
    @Test(arguments: [
        """
        Entry: {type: object, oneOf: [{$ref: '#/components/schemas/Failure'}], properties: {message: {type: string}}}
        Failure:
          type: object
          properties:
            entry:
              type: object
              oneOf: [{$ref: '#/components/schemas/Failure'}, {$ref: '#/components/schemas/Success'}]
              properties: {message: {type: string}}
        Success: {type: object, properties: {reason: {type: string}}}
        """,
        """
        Entry: {type: object, oneOf: [{$ref: '#/components/schemas/A'}], properties: {note: {type: string}}}
        A:
          type: object
          properties:
            a:
              oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]
              properties: {first: {type: string}}
        B:
          type: object
          properties:
            b:
              anyOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]
              properties: {second: {type: integer}}
        """,
        """
        Entry: {allOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {e: {$ref: '#/components/schemas/Entry'}}}]}
        A:
          type: object
          additionalProperties: {oneOf: [{$ref: '#/components/schemas/A'}, {type: array, items: {$ref: '#/components/schemas/Entry'}}]}
        """,
    ])
    func endsWhereChoicesContainThemselves(schemas: String) async throws {
        let text = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /entry:
                get:
                  operationId: get
                  responses:
                    '200':
                      description: Yes.
                      content: {application/json: {schema: {$ref: '#/components/schemas/Entry'}}}
            components:
              schemas:
            \(schemas.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
            """
        let generation = try await aside {
            let tree = try DocumentReader.read(SourceText(path: "openapi.yaml", bytes: Array(text.utf8)))
            return try Generation(of: tree, emitter: Emitter(texts: .embedded))
        }
        #expect(!generation.isRefused, "\(generation.diagnostics.map(\.message))")
        let models = generation.files.keys.filter { $0.contains("/Schemas/") }
        #expect(models.count < 12, "\(models)")
        #expect(try await HostilePackage.complaints(about: generation) == "")
    }
}
