import QuillAPI
import QuillDiagnostics
import QuillEmitter
import QuillNodes
import QuillOpenAPI
import QuillOverlay
import QuillSwiftModel

/// The stages in their order: text, nodes, document, API, Swift model, files.
///
/// Gathers the warnings of all of them. Where a stage fails, its errors are thrown together with the warnings so far.
struct Pipeline {
    let session: Session
    private(set) var warnings: [Diagnostic] = []
    private(set) var stopwatch = Stopwatch()

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

    /// A project's document, references resolved.
    mutating func document(of project: Project) throws(DiagnosticsError) -> OpenAPI.Document {
        let session = session
        let path = project.document
        let rules = project.configuration.references
        let root = try step("read") { () throws(DiagnosticsError) in
            let root = try DocumentReader.read(try InputFile.source(at: path, rules: rules, in: session))
            return try Self.changed(root, by: project.configuration, in: session)
        }
        return try step("resolve") { () throws(DiagnosticsError) in
            let reader = OpenAPIReader(rules: rules) { name in
                if name == path.text { return root }
                let bytes = try InputFile.bytes(
                    of: FilePath(name), referredToFrom: path, rules: rules, in: session)
                return try DocumentReader.read(SourceText(path: name, bytes: bytes))
            }
            return try reader.read(rootPath: path.text)
        }
    }

    /// The root document as overlays and patches leave it.
    private static func changed(
        _ root: Node, by configuration: Configuration, in session: Session
    ) throws(DiagnosticsError) -> (Node, [Diagnostic]) {
        var root = root
        var warnings: [Diagnostic] = []
        do throws(DiagnosticsError) {
            for path in configuration.overlays {
                let source = try InputFile.source(at: path, rules: configuration.references, in: session)
                let (changed, found) = try Overlay(try DocumentReader.read(source)).applied(to: root)
                root = changed
                warnings += found
            }
            for path in configuration.patches {
                let source = try InputFile.source(at: path, rules: configuration.references, in: session)
                root = try Patch.apply(try DocumentReader.read(source), to: root)
            }
        } catch {
            throw DiagnosticsError(warnings + error.diagnostics)
        }
        return (root, warnings)
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
