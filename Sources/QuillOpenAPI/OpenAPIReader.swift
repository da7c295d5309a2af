import QuillDiagnostics
import QuillNodes

/// Reads an OpenAPI document of version 2.0 (Swagger), 3.0, 3.1 or 3.2, with every file that its references lead to.
///
/// The reader knows no file system: a closure gives it the tree of a file by path, where a path is the root path's
/// folder followed by the reference's, without `.` and `..`, or a URL. It is asked only for what the rules allow.
///
///     let reader = OpenAPIReader { path in try DocumentReader.read(contents(of: path)) }
///     let (document, warnings) = try reader.read(rootPath: "spec/posthog.yaml")
public struct OpenAPIReader {
    private let load: (String) throws -> Node
    private let rules: ReferenceRules

    /// - Parameters:
    ///   - rules: how far references may lead.
    ///   - load: the tree of a file. What it throws becomes a diagnostic where the file is referred to, with the code of
    ///     a ``FileRefusal``; a ``DiagnosticsError`` is passed on as it is.
    public init(rules: ReferenceRules = ReferenceRules(), load: @escaping (String) throws -> Node) {
        self.rules = rules
        self.load = load
    }

    /// The document in a file, references resolved, with what should be mended in it but can be understood.
    ///
    /// - Throws: everything that is wrong with the document, warnings included, if any of it is an error. Both lists
    ///   are in the order of the files and of the text in them.
    public func read(
        rootPath: String
    ) throws(DiagnosticsError) -> (document: OpenAPI.Document, warnings: [Diagnostic]) {
        let (document, found) = try readTolerantly(rootPath: rootPath)
        guard !found.contains(where: { $0.severity == .error }) else { throw DiagnosticsError(found) }
        return (document, found)
    }

    /// The document in a file as far as it can be understood, with everything that is wrong with it, errors as well.
    ///
    /// What stands where an error is may be missing from the document, or be less than is written there: for those who
    /// need a part of it only, and see to it that the errors are elsewhere.
    ///
    /// - Throws: everything that is wrong with it, where nothing can be understood.
    public func readTolerantly(
        rootPath: String
    ) throws(DiagnosticsError) -> (document: OpenAPI.Document, found: [Diagnostic]) {
        var reading = DocumentReading(files: FileSet(rootPath: rootPath, rules: rules, load: load))
        var document = reading.readRoot()
        if let document { reading.diagnostics += DocumentCheck.faults(in: document) }
        document?.schemas.cutCycles()
        let found = reading.sortedDiagnostics()
        guard let document else { throw DiagnosticsError(found) }
        return (document.completed(), found)
    }
}
