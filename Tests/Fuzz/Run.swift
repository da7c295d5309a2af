import QuillAPI
import QuillDiagnostics
import QuillEmitter
import QuillNodes
import QuillOpenAPI
import QuillSwiftModel

/// The whole way through the generator for one input.
enum Run {
    enum Outcome: String, CaseIterable {
        case unreadable, refused, generated
    }

    static func outcome(of input: (name: String, bytes: [UInt8]), emitter: Emitter) throws -> Outcome {
        let root: Node
        do {
            root = try DocumentReader.read(SourceText(path: input.name, bytes: input.bytes))
        } catch {
            return .unreadable
        }
        do {
            // A part of a document with errors elsewhere is generated all the same, so every stage has to bear them.
            let (document, found) = try OpenAPIReader { _ in root }.readTolerantly(rootPath: input.name)
            let (api, more) = APIBuilder.buildTolerantly(document)
            let faults = (found + more).filter { $0.severity == .error }
            _ = SwiftModelBuilder.names(api, options: SwiftOptions(name: "Fuzz"))
            if !faults.isEmpty { throw DiagnosticsError(faults) }
            let (model, _) = try SwiftModelBuilder.build(api, options: SwiftOptions(name: "Fuzz"))
            _ = try emitter.emit(model)
            return .generated
        } catch let error as DiagnosticsError {
            // Printing what was found must not fail either.
            _ = DiagnosticRenderer().text(error.diagnostics)
            return .refused
        }
    }
}
