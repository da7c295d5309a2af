import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads what the user or a document names. The path may lead anywhere, to folders, pipes and devices too.
enum InputFile {
    /// Why a file cannot be read, in the words of the system.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// The bytes of a regular file.
    ///
    /// - Parameter path: absolute.
    static func bytes(at path: FilePath, limit: Int = ReadingLimits.standard.bytes) throws(Failure) -> [UInt8] {
        guard !path.text.utf8.contains(0) else { throw Failure(description: "its name has a NUL character") }
        // Opening a pipe that nobody writes to would wait for ever.
        let descriptor = open(path.text, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw systemFailure() }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw systemFailure() }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw Failure(description: "it is a folder")
        default: throw Failure(description: "it is not a regular file")
        }
        guard status.st_size <= limit else {
            throw Failure(description: "it has \(status.st_size) bytes, the limit is \(limit)")
        }
        let size = Int(status.st_size)
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
            while count >= 0, initialized < size {
                count = read(descriptor, buffer.baseAddress.map { $0 + initialized }, size - initialized)
                if count < 0, errno == EINTR {
                    count = 0
                } else if count > 0 {
                    initialized += count
                } else {
                    break
                }
            }
        }
        guard count >= 0 else { throw systemFailure() }
        return bytes
    }

    /// The text of a file, by the name under which the user knows it.
    ///
    /// - Parameter rules: where it may come from, beside the user's own disk.
    static func source(
        at path: FilePath, rules: ReferenceRules = ReferenceRules(), in session: Session
    ) throws(DiagnosticsError) -> SourceText {
        do throws(Failure) {
            guard path.isRemote else { return SourceText(path: path.text, bytes: try bytes(of: path, in: session)) }
            return SourceText(path: path.text, bytes: try RemoteFile.bytes(at: path.text, rules: rules))
        } catch {
            let isRefused = path.isRemote && !rules.allow(path.text)
            let host = RemoteHost(of: path.text).map(\.description) ?? "HOST"
            throw DiagnosticsError([
                .error(
                    isRefused ? .remoteReference : .unreadableFile, "cannot read `\(path.text)`: \(error)", at: nil,
                    notes: isRefused ? [.init("allow it with `--allow-host \(host)`")] : [])
            ])
        }
    }

    /// The bytes of a file that belongs to the invocation's input, which notes it.
    static func bytes(of path: FilePath, in session: Session) throws(Failure) -> [UInt8] {
        session.reads.note(path, at: session.absolute(path))
        return try bytes(at: session.absolute(path))
    }

    /// The bytes of a file that a reference leads to.
    ///
    /// - Parameter root: the document; a link in its folder must not lead out of that where the rules forbid it.
    static func bytes(
        of path: FilePath, referredToFrom root: FilePath, rules: ReferenceRules, in session: Session
    ) throws -> [UInt8] {
        if path.isRemote { return try RemoteFile.bytes(at: path.text, rules: rules) }
        if !rules.mayLeaveFolder, let place = realPath(session.absolute(path)) {
            // Builders lay links to each input side by side: what stands beside the real document is allowed too.
            let folders = [realPath(session.absolute(root.folder)), realPath(session.absolute(root)).map(\.folder)]
            guard folders.contains(where: { $0.map(place.isInside) ?? false }) else {
                throw FileRefusal(
                    .referenceOutsideFolder,
                    "`\(path.text)` is a link that leads out of the folder of the root document",
                    notes: [.init("copy the file into that folder, or allow it with `--allow-outside`")])
            }
        }
        return try bytes(of: path, in: session)
    }

    /// Where a path leads when all links are followed; nil where there is nothing.
    private static func realPath(_ path: FilePath) -> FilePath? {
        guard let resolved = realpath(path.text, nil) else { return nil }
        defer { free(resolved) }
        return FilePath(String(cString: resolved))
    }

    /// Whether a regular file is there.
    static func exists(_ path: FilePath) -> Bool { kind(of: path) == S_IFREG }

    /// Whether a folder is there.
    static func isFolder(_ path: FilePath) -> Bool { kind(of: path) == S_IFDIR }

    /// Whether two paths lead to one file.
    static func areSame(_ left: FilePath, _ right: FilePath) -> Bool {
        if left == right { return true }
        var (one, other) = (stat(), stat())
        guard stat(left.text, &one) == 0, stat(right.text, &other) == 0 else { return false }
        return one.st_dev == other.st_dev && one.st_ino == other.st_ino
    }

    /// The names in a folder, sorted.
    static func names(in folder: FilePath) throws(Failure) -> [String] {
        guard let directory = opendir(folder.text) else { throw systemFailure() }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
                    String(cString: $0)
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func kind(of path: FilePath) -> mode_t? {
        guard !path.text.utf8.contains(0) else { return nil }
        var status = stat()
        return stat(path.text, &status) == 0 ? status.st_mode & S_IFMT : nil
    }

    /// `no such file or directory`
    private static func systemFailure() -> Failure {
        let message = String(cString: strerror(errno))
        return Failure(description: message.prefix(1).lowercased() + message.dropFirst())
    }
}
