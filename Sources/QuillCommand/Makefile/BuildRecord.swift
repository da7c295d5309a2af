import QuillDiagnostics
import QuillOutput

/// What a builder wants to have of a run: what it read (`--depfile FILE`) and that it succeeded (`--stamp FILE`).
struct BuildRecord {
    static let depfile = CommandOption.value(
        "depfile", "FILE", "Write which files were read, as a rule for Make or Ninja.")
    static let stamp = CommandOption.value(
        "stamp", "FILE", "Renew a file when all is done, also where no output changes; the target in the --depfile.")

    private let depfile: FilePath?
    private let stamp: (file: LoneFile, name: String, start: FileTime)?
    private let session: Session

    /// Starts the record; to be called before anything is read.
    ///
    /// The stamp gets the time of this moment. Whatever is changed while quill runs is then newer than it, and the next
    /// build does not miss it.
    /// - Throws: where the stamp's folder cannot be written to.
    init(_ arguments: ParsedArguments, in session: Session) throws(DiagnosticsError) {
        self.session = session
        depfile = arguments.value(Self.depfile).map(FilePath.init)
        guard let name = arguments.value(Self.stamp) else {
            stamp = nil
            return
        }
        let file = LoneFile(path: session.absolute(FilePath(name)).text)
        do {
            stamp = (file, name, try file.now())
        } catch {
            throw Self.failure(name, error)
        }
    }

    /// Writes both, the stamp last.
    ///
    /// - Parameter target: what is made, where there is no stamp.
    func write(target: FilePath) throws(DiagnosticsError) {
        if let depfile {
            let dependencies = try DependencyFile(
                target: stamp?.name ?? target.text, prerequisites: session.reads.paths.map(\.text))
            do {
                try LoneFile(path: session.absolute(depfile).text).write(Array(dependencies.text.utf8))
            } catch {
                throw Self.failure(depfile.text, error)
            }
        }
        guard let stamp else { return }
        do {
            try stamp.file.write(Array("quill \(QuillCommand.version)\n".utf8), modified: stamp.start)
        } catch {
            throw Self.failure(stamp.name, error)
        }
    }

    private static func failure(_ path: String, _ error: OutputError) -> DiagnosticsError {
        DiagnosticsError([.error(.output, "cannot write `\(path)`: \(error)", at: nil)])
    }
}
