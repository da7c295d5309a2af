import QuillDiagnostics
import QuillNodes

/// What an invocation works on: the document, and the configuration that belongs to it.
struct Project {
    let document: FilePath
    var configuration: Configuration
    /// Where the configuration stands; nil where there is none.
    var file: FilePath?

    /// Finds both.
    ///
    /// The configuration is the one that is named, or else the `quill.json` beside the document, where that speaks of
    /// this document. Without a document it is `quill.json` or `spec/quill.json`.
    /// - Parameters:
    ///   - document: as the user gave it.
    ///   - configuration: as the user gave it.
    ///   - command: whose help tells more.
    static func find(
        document: String?, configuration: String?, command: String, in session: Session
    ) throws -> Project {
        if let configuration {
            let file = FilePath(configuration)
            let document = document ?? appleDocument(beside: file, in: session)
            return try Project(
                document: document, configuration: read(root(of: file, session), file), file: file)
        }
        if let document {
            let path = FilePath(document)
            let file = path.folder.appending(fileName)
            guard !path.isRemote, InputFile.exists(session.absolute(file)) else {
                if !path.isRemote { session.reads.noteMissing(file) }
                return try Project(document: path, configuration: appleConfiguration(beside: path, in: session))
            }
            let root = try root(of: file, session)
            let part = part(of: root) { subject in
                InputFile.areSame(session.absolute(file.folder.appending(subject)), session.absolute(path))
            }
            guard let part else { return Project(document: path, configuration: Configuration()) }
            return Project(document: path, configuration: try read(part, file), file: file)
        }
        for file in defaultFiles where InputFile.exists(session.absolute(file)) {
            return try Project(document: nil, configuration: read(root(of: file, session), file), file: file)
        }
        let near = [".", "spec"].map(FilePath.init).flatMap { AppleConfiguration.documentNames.map($0.appending) }
            .first { InputFile.exists(session.absolute($0)) }
        throw InvocationError(
            "no document is given, and there is no `quill.json` or `spec/quill.json` that names one"
                + (near.map { "; `quill init \($0.text)` writes one" } ?? ""), command: command)
    }

    /// Finds every document that a configuration names, where it names several; else as ``find`` does.
    static func all(
        document: String?, configuration: String?, command: String, in session: Session
    ) throws -> [Project] {
        if document == nil {
            let files = configuration.map { [FilePath($0)] } ?? defaultFiles
            if let file = files.first(where: { InputFile.exists(session.absolute($0)) }),
                let projects = try list(root(of: file, session), file: file)
            {
                return projects
            }
        }
        return [try find(document: document, configuration: configuration, command: command, in: session)]
    }

    static let fileName = "quill.json"
    private static let defaultFiles = [FilePath(fileName), FilePath("spec").appending(fileName)]

    init(_ root: Node, file: FilePath) throws(DiagnosticsError) {
        try self.init(document: nil, configuration: Self.read(root, file), file: file)
    }

    init(document: FilePath, configuration: Configuration, file: FilePath? = nil) {
        self.document = document
        self.configuration = configuration
        self.file = file
    }

    private init(document: String?, configuration: Configuration, file: FilePath) throws(DiagnosticsError) {
        guard let path = document.map(FilePath.init) ?? configuration.document else {
            throw DiagnosticsError([
                .error(
                    .missingKey, "`\(file.text)` has no `document`, and none is given", at: nil,
                    notes: [.init("name the OpenAPI document there or on the command line")])
            ])
        }
        self.init(document: path, configuration: configuration, file: file)
    }

    private static func root(of file: FilePath, _ session: Session) throws(DiagnosticsError) -> Node {
        try DocumentReader.read(try InputFile.source(at: file, in: session))
    }

    private static func read(_ root: Node, _ file: FilePath) throws(DiagnosticsError) -> Configuration {
        if isApple(file) { return try AppleConfiguration.read(root) }
        return try ConfigurationReader.read(root, folder: file.folder)
    }

    // MARK: Apple's generator

    private static func isApple(_ file: FilePath) -> Bool {
        AppleConfiguration.fileNames.contains { file.folder.appending($0) == file }
    }

    /// The document that a configuration of Apple's generator is for, which it does not name.
    private static func appleDocument(beside file: FilePath, in session: Session) -> String? {
        guard isApple(file) else { return nil }
        return AppleConfiguration.documentNames.map { file.folder.appending($0) }
            .first { InputFile.exists(session.absolute($0)) }?.text
    }

    /// What Apple's generator is told about a document of the name that it expects.
    private static func appleConfiguration(
        beside document: FilePath, in session: Session
    ) throws(DiagnosticsError) -> Configuration {
        let folder = document.folder
        guard !document.isRemote, AppleConfiguration.documentNames.contains(where: { folder.appending($0) == document })
        else { return Configuration() }
        for name in AppleConfiguration.fileNames where InputFile.exists(session.absolute(folder.appending(name))) {
            return try read(root(of: folder.appending(name), session), folder.appending(name))
        }
        return Configuration()
    }
}
