import QuillAPI
import QuillDiagnostics
import QuillEmitter
import QuillNodes
import QuillOpenAPI
import QuillSwiftModel

/// What a tree becomes: the files and what is said about it, or why it is refused.
struct Generation {
    /// By path; empty where the document is refused.
    var files: [String: String] = [:]
    var diagnostics: [Diagnostic] = []

    var isRefused: Bool { diagnostics.contains { $0.severity == .error } }

    init(of root: Node, emitter: Emitter) throws {
        do {
            let (document, read) = try OpenAPIReader { _ in root }.read(rootPath: "openapi.yaml")
            let (api, built) = try APIBuilder.build(document)
            let (model, named) = try SwiftModelBuilder.build(api, options: SwiftOptions(name: "Sample"))
            diagnostics = read + built + named
            for file in try emitter.emit(model) { files[file.path] = file.text }
        } catch let error as DiagnosticsError {
            diagnostics = error.diagnostics
        }
    }
}
