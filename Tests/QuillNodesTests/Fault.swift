import QuillDiagnostics
import QuillNodes

/// What a reader finds wrong, in a form that tests can compare.
enum Fault {
    /// `line:column code: message`, then `line:column message` for every note; empty where the text is read.
    static func of(_ text: String, format: DocumentFormat, limits: ReadingLimits = .standard) -> [String] {
        do {
            _ = try DocumentReader.read(SourceText(path: "", text: text), format: format, limits: limits)
            return []
        } catch {
            return error.diagnostics.flatMap { diagnostic in
                ["\(place(diagnostic.location)) \(diagnostic.code): \(diagnostic.message)"]
                    + diagnostic.notes.map { "\(place($0.location)) \($0.message)" }
            }
        }
    }

    private static func place(_ location: SourceLocation?) -> String {
        location.map { String($0.description.dropFirst()) } ?? "-"
    }
}
