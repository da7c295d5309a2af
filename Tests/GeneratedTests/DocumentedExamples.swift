import Foundation
import QuillNodes
import QuillDiagnostics

/// What `spec/posthog.yaml` says of each operation, read from the document itself.
struct DocumentedOperations {
    struct Operation {
        let id: String
        let method: String
        let path: String
        let status: Int
        /// The documented body of the answer, as JSON.
        let example: String?
    }

    let all: [Operation]

    static let packageRoot = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    init() throws {
        let file = DocumentedOperations.packageRoot.appendingPathComponent("spec/posthog.yaml")
        let source = SourceText(path: file.path, bytes: Array(try Data(contentsOf: file)))
        let document = try DocumentReader.read(source)
        var operations: [Operation] = []
        for path in document["paths"]?.object ?? NodeObject([]) {
            for operation in path.value.object ?? NodeObject([]) {
                guard let id = operation.value["operationId"]?.string,
                    let response = operation.value["responses"]?.object?.first,
                    let status = Int(response.key)
                else { continue }
                operations.append(
                    Operation(
                        id: id, method: operation.key.uppercased(), path: path.key, status: status,
                        example: response.value["content"]?["application/json"]?["example"]?.jsonText(pretty: false)))
            }
        }
        all = operations
    }

    subscript(id: String) -> Operation? { all.first { $0.id == id } }
}
