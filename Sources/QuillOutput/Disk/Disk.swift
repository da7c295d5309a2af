#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The file system below one folder; errors name paths as they are relative to it.
struct Disk {
    /// The folder's path, as it was given.
    let root: String

    enum Kind {
        case file, folder, link, other
    }

    struct Status {
        let kind: Kind
        /// Device and number: the same for two names of one file.
        let identity: [UInt64]
    }

    /// What stands at a path, links not followed; nil where nothing does.
    func status(of path: String) throws(OutputError) -> Status? {
        var status = stat()
        guard lstat(absolute(path), &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw failure(path)
        }
        let kind: Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        return Status(kind: kind, identity: [UInt64(truncatingIfNeeded: status.st_dev), UInt64(status.st_ino)])
    }

    /// The path without links, as the system knows it; nil where it leads nowhere.
    func canonical(_ path: String) -> String? {
        guard let resolved = realpath(absolute(path), nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    func read(_ path: String) throws(OutputError) -> [UInt8] {
        let descriptor = open(absolute(path), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(path) }
        var bytes: [UInt8] = []
        // One more than the file has, so that the last call finds its end.
        var space = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
        while true {
            let count = space.withUnsafeMutableBytes { buffer in
                repeatingIfInterrupted { sysRead(descriptor, buffer) }
            }
            guard count >= 0 else { throw failure(path) }
            if count == 0 { return bytes }
            bytes += space[..<count]
        }
    }

    /// Puts a file into place with all its bytes at once: it is written beside its place and then renamed.
    ///
    /// - Parameters:
    ///   - path: in a folder that exists.
    ///   - modified: when it is to have been written; nil for now.
    func write(_ contents: [UInt8], to path: String, modified: FileTime? = nil) throws(OutputError) {
        let (descriptor, temporary) = try openTemporary(in: OutputPath.folders(of: path).last, for: path)
        var written = contents.withUnsafeBytes { sysWriteAll(descriptor, $0) }
        if let modified, written { written = futimens(descriptor, modified.forBoth) == 0 }
        let writeError = errno
        guard close(descriptor) == 0, written, rename(absolute(temporary), absolute(path)) == 0 else {
            let error = written ? errno : writeError
            unlink(absolute(temporary))
            errno = error
            throw failure(path)
        }
    }

    /// The time that a file written now gets.
    func now() throws(OutputError) -> FileTime {
        let (descriptor, temporary) = try openTemporary(in: nil, for: "")
        defer { close(descriptor) }
        var status = stat()
        let isKnown = fstat(descriptor, &status) == 0
        unlink(absolute(temporary))
        guard isKnown else { throw failure("") }
        return FileTime(status)
    }

    /// A new file beside its later place.
    private func openTemporary(
        in folder: String?, for path: String
    ) throws(OutputError) -> (descriptor: Int32, path: String) {
        let process = getpid()
        for number in 0..<1_000 {
            let temporary = (folder.map { $0 + "/" } ?? "") + OutputPath.temporary(number, process: process)
            let descriptor = open(absolute(temporary), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if descriptor >= 0 { return (descriptor, temporary) }
            if errno != EEXIST { break }
        }
        throw failure(path)
    }

    /// Removes a file or a link; what is gone already is no error.
    func remove(_ path: String) throws(OutputError) {
        guard unlink(absolute(path)) == 0 || errno == ENOENT || errno == ENOTDIR else { throw failure(path) }
    }

    /// Removes the folders that a file was in, as far as they are empty now.
    func removeEmptyFolders(of path: String) {
        for folder in OutputPath.folders(of: path).reversed() {
            guard rmdir(absolute(folder)) == 0 else { return }
        }
    }

    /// Creates a folder and those that it is in; the root itself for an empty path.
    func createFolder(_ path: String) throws(OutputError) {
        let absolute = absolute(path)
        guard mkdir(absolute, 0o777) != 0, errno != EEXIST else { return }
        for folder in OutputPath.folders(of: absolute) + [absolute] where !folder.isEmpty {
            if mkdir(folder, 0o777) != 0, errno != EEXIST, errno != EISDIR { throw failure(path) }
        }
    }

    /// The names in a folder; none where there is no such folder.
    func names(in folder: String) -> [String] {
        guard let directory = opendir(absolute(folder)) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
                    names.append(String(cString: $0))
                }
            }
        }
        return names
    }

    /// Compares memory: plugin tools are compiled without optimisation, and elements one by one would be slow there.
    static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        return left.withUnsafeBytes { left in
            right.withUnsafeBytes { right in
                guard let first = left.baseAddress, let second = right.baseAddress else { return true }
                return memcmp(first, second, left.count) == 0
            }
        }
    }

    private func absolute(_ path: String) -> String {
        path.isEmpty ? root : "\(root)/\(path)"
    }

    /// What the system says about the last call.
    private func failure(_ path: String) -> OutputError {
        OutputError(path: path.isEmpty ? root : path, reason: .disk(String(cString: strerror(errno))))
    }
}

private func sysRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, buffer.baseAddress, buffer.count)
}

private func sysWriteAll(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Bool {
    var rest = buffer[...]
    while !rest.isEmpty {
        let count = repeatingIfInterrupted {
            write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        }
        guard count >= 0 else { return false }
        rest = rest.dropFirst(count)
    }
    return true
}

private func repeatingIfInterrupted(_ call: () -> Int) -> Int {
    while true {
        let result = call()
        if result >= 0 || errno != EINTR { return result }
    }
}
