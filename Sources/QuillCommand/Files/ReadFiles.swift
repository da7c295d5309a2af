/// The files that an invocation read, each once, in the order in which it did.
///
/// Shared by all that read for one invocation: what a builder is told must not depend on every stage passing on what it
/// read. Folders that were listed are among them, since a file that is added there would be read as well.
final class ReadFiles {
    private(set) var paths: [FilePath] = []
    private var known: Set<FilePath> = []

    func note(_ path: FilePath) {
        if known.insert(path).inserted { paths.append(path) }
    }
}
