import QuillOutput

/// The files that an invocation read, each once, in the order in which it did.
///
/// Shared by all that read for one invocation: what a builder is told must not depend on every stage passing on what it
/// read. Folders that were listed are among them, since a file that is added there would be read as well.
final class ReadFiles {
    private(set) var files: [File] = []
    /// Files that would have been read if they were there.
    private(set) var missing: Set<FilePath> = []
    private var known: Set<FilePath> = []

    struct File {
        let path: FilePath
        /// When it was written, as it was before it was read; nil where there was none.
        let time: FileTime?
    }

    var paths: [FilePath] { files.map(\.path) }

    func noteMissing(_ path: FilePath) { missing.insert(path) }

    /// - Parameter absolute: the same path for the system.
    func note(_ path: FilePath, at absolute: FilePath) {
        guard known.insert(path).inserted else { return }
        files.append(File(path: path, time: FileTime(ofFileAt: absolute.text)))
    }
}
