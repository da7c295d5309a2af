/// A document to compare: a file, or a file as a revision of git has it.
enum DiffInput {
    case file(FilePath)
    /// The path as the reader of documents is to see it.
    case revision(GitRevision, path: FilePath)

    /// What a user wrote: `spec/api.yaml`, `main:spec/api.yaml`. A file of that very name comes first.
    init(_ text: String, in session: Session) throws(InvocationError) {
        let path = FilePath(text)
        guard let colon = text.firstIndex(of: ":"), !InputFile.exists(session.absolute(path)) else {
            self = .file(path)
            return
        }
        let name = String(text[text.index(after: colon)...])
        guard !name.isEmpty else {
            throw InvocationError("`\(text)` names no file; write REVISION:PATH", command: "diff")
        }
        // As git has it: from the top of the repository, unless it begins with `./`.
        let isRelative = name.hasPrefix("./") || name.hasPrefix("../")
        self = .revision(
            try GitRevision(
                String(text[..<colon]), folder: session.absolute(FilePath(".")), prefix: isRelative ? "./" : ""),
            path: FilePath(name))
    }

    /// What a file was at a revision.
    init(_ path: FilePath, at revision: String, in session: Session) throws(InvocationError) {
        let folder = session.absolute(path).folder
        self = .revision(try GitRevision(revision, folder: folder, prefix: "./"), path: FilePath(path.name))
    }

    /// The path as the reader of documents sees it.
    var path: FilePath {
        switch self {
        case .file(let path), .revision(_, let path): path
        }
    }

    /// What a person calls it.
    var name: String {
        switch self {
        case .file(let path): path.text
        case .revision(let revision, let path): revision.name(of: path.text)
        }
    }
}
