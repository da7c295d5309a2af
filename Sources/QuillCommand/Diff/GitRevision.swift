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
        self.revision = revision
        self.folder = folder
        self.prefix = prefix
    }

    /// `main:spec/api.yaml`
    func name(of path: String) -> String { "\(revision):\(path)" }

    /// The text of a file.
    func source(of path: String) throws(DiagnosticsError) -> SourceText {
        // `cat-file` rather than `show`: it runs none of the filters that a repository can configure.
        let object = "\(revision):\(prefix)\(path)"
        let result: ChildProcess.Result
        do {
            result = try ChildProcess.run(
                "git", ["-C", folder.text, "cat-file", "blob", object], limit: ReadingLimits.standard.bytes)
        } catch {
            throw fault(path, error.description)
        }
        guard result.status == 0 else {
            let lines = result.errors.split(separator: "\n")
            throw fault(path, lines.first.map { String($0.trimming(prefix: "fatal: ")) } ?? "git failed")
        }
        return SourceText(path: name(of: path), bytes: result.output)
    }

    private func fault(_ path: String, _ reason: String) -> DiagnosticsError {
        DiagnosticsError([.error(.unreadableFile, "cannot read `\(name(of: path))`: \(reason)", at: nil)])
    }
}

extension Substring {
    fileprivate func trimming(prefix: String) -> Substring { hasPrefix(prefix) ? dropFirst(prefix.count) : self }
}
