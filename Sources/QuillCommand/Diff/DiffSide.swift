import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// A document to compare, with the configuration that speaks of it.
///
/// A revision is configured as it was then: an overlay that was added since is one of the changes. A file counts as a
/// version of the new document, and is configured as that is.
struct DiffSide {
    let input: DiffInput
    /// What is changed in the document aside.
    let configuration: Configuration
    /// Changes of the configuration, and what their files are read from.
    private let own: (changes: DocumentChanges, revision: GitRevision?)
    /// Changes that the invocation adds.
    private let added: DocumentChanges

    /// - Parameters:
    ///   - now: the new document with its own configuration.
    ///   - isNamed: whether the invocation names that configuration.
    init(
        _ input: DiffInput, comparedWith now: Project, isNamed: Bool = false, adding options: InputOptions? = nil,
        in session: Session
    ) {
        self.input = input
        added = options?.changes ?? DocumentChanges()
        let earlier = Self.earlierConfiguration(of: input, now.file, in: session)
        var configuration = earlier?.configuration ?? now.configuration
        switch input {
        case .file: own = (configuration.changes, nil)
        // What is named is meant for both; what was found may be newer than the revision.
        case .revision: own = (earlier != nil || isNamed ? configuration.changes : DocumentChanges(), earlier?.revision)
        }
        configuration = options?.added(to: configuration) ?? configuration
        configuration.changes = DocumentChanges()
        self.configuration = configuration
    }

    /// The document and what speaks of it, for what comes behind reading it.
    var project: Project { Project(document: input.path, configuration: configuration) }

    /// The document, changed, and references resolved; what they lead to is of the same revision.
    func document(_ pipeline: inout Pipeline) throws(DiagnosticsError) -> OpenAPI.Document {
        switch input {
        case .file:
            var project = project
            project.configuration.changes = own.changes
            project.configuration.changes += added
            return try pipeline.document(of: project)
        case .revision(let revision, let path):
            let session = pipeline.session
            return try pipeline.reading("read \(input.name)") { () throws(DiagnosticsError) in
                try document(path, at: revision, in: session)
            }
        }
    }

    private func document(
        _ path: FilePath, at revision: GitRevision, in session: Session
    ) throws(DiagnosticsError) -> (OpenAPI.Document, [Diagnostic]) {
        func onDisk(_ path: FilePath) throws(DiagnosticsError) -> Node {
            try DocumentReader.read(try InputFile.source(at: path, rules: configuration.references, in: session))
        }
        func ofConfiguration(_ path: FilePath) throws(DiagnosticsError) -> Node {
            guard let revision = own.revision else { return try onDisk(path) }
            return try revision.node(of: path)
        }
        let original = try revision.node(of: path)
        let (mended, found) = try own.changes.applied(to: original, reading: ofConfiguration)
        let (root, others) = try added.applied(to: mended, reading: onDisk)
        let reader = OpenAPIReader(rules: configuration.references) { name in
            if name == path.text { return root }
            return try revision.node(of: FilePath(name))
        }
        let (document, rest) = try reader.read(rootPath: path.text)
        return (document, found + others + rest)
    }

    /// The configuration as the revision of a document has it: the `quill.json` beside it, or the file that configures
    /// the new document. Nil for a file, and where there is no such configuration.
    private static func earlierConfiguration(
        of input: DiffInput, _ now: FilePath?, in session: Session
    ) -> (configuration: Configuration, revision: GitRevision)? {
        guard case .revision(let revision, let path) = input else { return nil }
        func read(
            _ file: FilePath, at revision: GitRevision, _ names: (String) -> Bool
        ) -> (configuration: Configuration, revision: GitRevision)? {
            guard revision.has(file), let root = try? revision.node(of: file),
                let part = Project.part(of: root, names)
            else { return nil }
            return (ConfigurationReader.readEarlier(part, folder: file.folder), revision)
        }
        let beside = path.folder.appending(Project.fileName)
        if let found = read(beside, at: revision, { beside.folder.appending($0) == path }) { return found }
        guard let now else { return nil }
        // Where it stood in the repository, seen from its own folder.
        return read(FilePath(now.name), at: revision.seen(from: session.absolute(now).folder)) { subject in
            FilePath(subject).name == path.name
        }
    }
}
