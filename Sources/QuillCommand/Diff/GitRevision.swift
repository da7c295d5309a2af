import QuillDiagnostics
import QuillNodes

/// The files of a repository as one revision has them.
struct GitRevision {
    private let revision: String
    /// Where git runs.
    private let folder: FilePath
    /// What stands before a path that is relative to the folder: `./`; nothing for one from the top.
    private let prefix: String

    /// - Throws: where the revision could be taken for an option.
    init(_ revision: String, folder: FilePath, prefix: String) throws(InvocationError) {
        guard !revision.isEmpty, !revision.hasPrefix("-"), !revision.contains(":"), !revision.utf8.contains(0) else {
            throw InvocationError("`\(revision)` is no revision of git", command: "diff")
        }
        self.init(revision: revision, folder: folder, prefix: prefix)
    }

    /// `main:spec/api.yaml`
    func name(of path: String) -> String { "\(revision):\(path)" }

    /// The same revision, with paths relative to a folder of the repository.
    func seen(from folder: FilePath) -> GitRevision { GitRevision(revision: revision, folder: folder, prefix: "./") }

    private init(revision: String, folder: FilePath, prefix: String) {
        self.revision = revision
        self.folder = folder
        self.prefix = prefix
    }

    /// Whether there is such a file.
    func has(_ path: FilePath) -> Bool {
        (try? run(["cat-file", "-e", object(path.text)]))?.status == 0
    }

    /// What a file in JSON or YAML contains.
    func node(of path: FilePath) throws(DiagnosticsError) -> Node {
        try DocumentReader.read(try source(of: path.text))
    }

    /// The text of a file.
    private func source(of path: String) throws(DiagnosticsError) -> SourceText {
        let result: ChildProcess.Result
        do {
            // `cat-file` rather than `show`: it runs none of the filters that a repository can configure.
            result = try run(["cat-file", "blob", object(path)])
        } catch {
            throw fault(path, error.description)
        }
        guard result.status == 0 else {
            let lines = result.errors.split(separator: "\n")
            throw fault(path, lines.first.map { String($0.trimming(prefix: "fatal: ")) } ?? "git failed")
        }
        return SourceText(path: name(of: path), bytes: result.output)
    }

    private func object(_ path: String) -> String { "\(revision):\(prefix)\(path)" }

    private func run(_ arguments: [String]) throws(ChildProcess.Failure) -> ChildProcess.Result {
        try ChildProcess.run("git", ["-C", folder.text] + arguments, limit: ReadingLimits.standard.bytes)
    }

    private func fault(_ path: String, _ reason: String) -> DiagnosticsError {
        DiagnosticsError([.error(.unreadableFile, "cannot read `\(name(of: path))`: \(reason)", at: nil)])
    }
}

extension Substring {
    fileprivate func trimming(prefix: String) -> Substring { hasPrefix(prefix) ? dropFirst(prefix.count) : self }
}
