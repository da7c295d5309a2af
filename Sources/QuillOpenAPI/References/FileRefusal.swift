import QuillDiagnostics

/// Why a file is not read although a reference leads to it: told where the reference stands.
public struct FileRefusal: Error {
    public let code: DiagnosticCode
    /// One sentence without a full stop.
    public let message: String
    public let notes: [Diagnostic.Note]

    public init(_ code: DiagnosticCode, _ message: String, notes: [Diagnostic.Note] = []) {
        self.code = code
        self.message = message
        self.notes = notes
    }
}
