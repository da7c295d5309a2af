import QuillDiagnostics
import QuillNodes

/// The tree of a text in JSON.
func tree(_ text: String, name: String = "api.json") throws -> Node {
    try DocumentReader.read(SourceText(path: name, text: text), format: .json)
}

/// What is wrong, as `file:line:column severity code: message`.
func spelled(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { diagnostic in
        let place = diagnostic.location.map { $0.description + " " } ?? ""
        return "\(place)\(diagnostic.severity) \(diagnostic.code): \(diagnostic.message)"
    }
}

func faults(_ work: () throws -> Void) -> [String] {
    do {
        try work()
        return []
    } catch let error as DiagnosticsError {
        return spelled(error.diagnostics)
    } catch {
        return ["\(error)"]
    }
}
