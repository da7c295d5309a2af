import QuillAPI
import QuillDiagnostics
import QuillEmitter
import QuillMustache
import QuillNodes
import QuillOpenAPI
import QuillSwiftModel

/// The stages in their order: text, nodes, document, API, Swift model, files.
struct Pipeline {
    /// Gives the bytes of a file by path.
    let read: (String) throws -> [UInt8]

    /// The API that a document describes, and what should be mended in it.
    func api(
        documentPath: String, options: APIOptions
    ) throws(DiagnosticsError) -> (api: API, warnings: [Diagnostic]) {
        let reader = OpenAPIReader { path in
            try DocumentReader.read(SourceText(path: path, bytes: try read(path)))
        }
        let (document, warnings) = try reader.read(rootPath: documentPath)
        do {
            let (api, more) = try APIBuilder.build(document, options: options)
            return (api, warnings + more)
        } catch {
            throw DiagnosticsError(warnings + error.diagnostics)
        }
    }

    /// The files that an API becomes.
    func files(
        of api: API, options: SwiftOptions, templates: [String: String]
    ) throws -> (files: [EmittedFile], warnings: [Diagnostic]) {
        let (model, warnings) = try SwiftModelBuilder.build(api, options: options)
        return (try Emitter(overrides: templates).emit(model), warnings)
    }
}
