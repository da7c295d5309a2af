/// A file that is no part of an output folder: a stamp, a list of dependencies. Always whole, old or new.
public struct LoneFile: Sendable {
    private let disk: Disk
    private let name: String

    /// - Parameter path: absolute, or relative to the working directory.
    public init(path: String) {
        let folder = OutputPath.folders(of: path).last
        disk = Disk(root: folder.map { $0.isEmpty ? "/" : $0 } ?? ".")
        name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) } ?? path
    }

    /// Writes it with its folder, whatever was there.
    ///
    /// - Parameter modified: when it is to have been written; nil for now.
    /// - Throws: what the disk refuses.
    public func write(_ contents: [UInt8], modified: FileTime? = nil) throws(OutputError) {
        try disk.createFolder("")
        try disk.write(contents, to: name, modified: modified)
    }

    /// What is in it; nil where it does not exist.
    ///
    /// - Throws: what the disk refuses.
    public func contents() throws(OutputError) -> [UInt8]? {
        try disk.status(of: name) == nil ? nil : try disk.read(name)
    }

    /// What the file's disk takes to be now, which is neither as fine nor always the same as the system's clock.
    ///
    /// - Throws: where its folder cannot be made or written to.
    public func now() throws(OutputError) -> FileTime {
        try disk.createFolder("")
        return try disk.now()
    }
}
