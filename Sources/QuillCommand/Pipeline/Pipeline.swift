import QuillAPI
import QuillDiagnostics
import QuillEmitter
import QuillNodes
import QuillOpenAPI
import QuillSwiftModel

/// The stages in their order: text, nodes, document, API, Swift model, files.
///
/// Gathers the warnings of all of them. Where a stage fails, its errors are thrown together with the warnings so far.
struct Pipeline {
    let session: Session
    private(set) var warnings: [Diagnostic] = []
    private(set) var stopwatch = Stopwatch()
    /// The document that was read last, and the tree that it was read from.
    private var last: (document: OpenAPI.Document, tree: Node)?

    init(session: Session, warnings: [Diagnostic] = []) {
        self.session = session
        self.warnings = warnings
    }

    /// The API that a project's document describes.
    mutating func api(of project: Project) throws(DiagnosticsError) -> API {
        try api(try document(of: project), of: project)
    }

    /// The API that a document describes.
    mutating func api(_ document: OpenAPI.Document, of project: Project) throws(DiagnosticsError) -> API {
        try step("build the API") { () throws(DiagnosticsError) in
            try APIBuilder.build(document, options: project.configuration.api)
        }
    }

    /// As much of the API as can be understood, for those who need a part of it only. Errors are among the ``warnings``
    /// until ``narrow(to:since:of:)`` tells those that matter from those that do not.
    ///
    /// - Throws: where there is no telling what the document says.
    mutating func roughAPI(of project: Project) throws(DiagnosticsError) -> API {
        let document = try document(of: project, isTolerant: true)
        return try step("build the API") {
            APIBuilder.buildTolerantly(document, options: project.configuration.api)
        }
    }

    /// A project's document, references resolved.
    ///
    /// - Parameter isTolerant: whether errors are noted instead of thrown, as long as anything can be understood.
    mutating func document(
        of project: Project, isTolerant: Bool = false
    ) throws(DiagnosticsError) -> OpenAPI.Document {
        let session = session
        let path = project.document
        let rules = project.configuration.references
        let root = try step("read") { () throws(DiagnosticsError) in
            func read(_ path: FilePath) throws(DiagnosticsError) -> Node {
                try DocumentReader.read(try InputFile.source(at: path, rules: rules, in: session))
            }
            return try project.configuration.changes.applied(to: try read(path), reading: read)
        }
        let document = try step("resolve") { () throws(DiagnosticsError) in
            let reader = OpenAPIReader(rules: rules) { name in
                if name == path.text { return root }
                let bytes = try InputFile.bytes(
                    of: FilePath(name), referredToFrom: path, rules: rules, in: session)
                return try DocumentReader.read(SourceText(path: name, bytes: bytes))
            }
            return try isTolerant ? reader.readTolerantly(rootPath: path.text) : reader.read(rootPath: path.text)
        }
        last = (document, root)
        return document
    }

    /// A document that is read in another way.
    mutating func reading(
        _ stage: String, _ read: () throws(DiagnosticsError) -> (OpenAPI.Document, [Diagnostic])
    ) throws(DiagnosticsError) -> OpenAPI.Document {
        try step(stage, read)
    }

    /// What the API becomes in Swift.
    mutating func model(of api: API, options: SwiftOptions) throws(DiagnosticsError) -> SwiftPackageModel {
        try step("name and lay out") { () throws(DiagnosticsError) in
            try SwiftModelBuilder.build(api, options: options)
        }
    }

    /// The text of every file.
    mutating func files(
        _ render: () throws(DiagnosticsError) -> [EmittedFile]
    ) throws(DiagnosticsError) -> [EmittedFile] {
        try step("render") { () throws(DiagnosticsError) in (try render(), []) }
    }

    /// Notes what else should be mended.
    mutating func warn(_ diagnostics: [Diagnostic]) { warnings += diagnostics }

    /// Forgets what was found in parts of the last document that the API has nothing of.
    ///
    /// - Parameters:
    ///   - first: how many warnings there were before it was read.
    ///   - project: says how the part was chosen.
    /// - Throws: everything else that was found, if any of it is an error.
    mutating func narrow(to api: API, since first: Int, of project: Project) throws(DiagnosticsError) {
        guard let last else { return }
        let part = DocumentPart(
            of: api, in: last.tree, last.document, selection: project.configuration.api.selection)
        warnings = warnings.prefix(first) + warnings.dropFirst(first).filter(part.concerns)
        try refuseErrors()
    }

    /// - Throws: everything found so far, if any of it is an error.
    func refuseErrors() throws(DiagnosticsError) {
        if warnings.contains(where: { $0.severity == .error }) { throw DiagnosticsError(warnings) }
    }

    /// Everything found, where it lets the output be written.
    ///
    /// - Throws: all of it where `--strict` makes errors of warnings.
    func settled() throws(DiagnosticsError) -> [Diagnostic] {
        guard session.judged(warnings).contains(where: { $0.severity == .error }) else { return warnings }
        throw DiagnosticsError(warnings)
    }

    /// Does something that counts as a stage.
    mutating func time<Result, Failure>(
        _ stage: String, _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try session.during(stage) { () throws(Failure) in try stopwatch.time(stage, work) }
    }

    /// Tells how long each stage took, where that is asked for.
    func tellTimes() {
        if session.isVerbose { session.errors.write(stopwatch.text) }
    }

    private mutating func step<Result>(
        _ stage: String, _ work: () throws(DiagnosticsError) -> (Result, [Diagnostic])
    ) throws(DiagnosticsError) -> Result {
        do {
            let (result, found) = try time(stage, work)
            warnings += found
            return result
        } catch {
            throw DiagnosticsError(warnings + error.diagnostics)
        }
    }
}
