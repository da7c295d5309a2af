import QuillParallel

/// A folder that quill writes to, and that may hold files of others.
///
///     let folder = OutputFolder(path: "Generated")
///     try folder.write(folder.plan(files))
///
/// Which files are quill's is recorded in the folder, in `.quill-manifest`. No other file is ever removed or, unless that
/// is forced, overwritten.
public struct OutputFolder: Sendable {
    /// The folder's path, absolute or relative to the working directory, which an empty path stands for. It need not
    /// exist.
    public let path: String

    public init(path: String) {
        self.path = path.isEmpty ? "." : path
    }

    /// The file in the folder that lists those that are quill's.
    public static let manifestName = OutputPath.manifest

    var disk: Disk { Disk(root: path) }

    /// Compares files with what is in the folder, and touches nothing.
    ///
    /// - Parameters:
    ///   - files: All that the folder is to hold of quill's: what an earlier run wrote beyond them is stale.
    ///   - force: Whether files may be overwritten that exist, differ, and are not quill's.
    /// - Throws: `OutputError` where two files clash, where a path leads out of the folder through a link, where a file
    ///   would have to be overwritten that is not quill's, and where the disk cannot be read.
    public func plan(_ files: [OutputFile], force: Bool = false) throws(OutputError) -> OutputPlan {
        if let clash = OutputPath.clash(among: files.map(\.path)) { throw clash }
        var survey = try Survey(disk, force: force)
        for file in files.sorted(by: { OutputPath.precedes($0.path, $1.path) }) {
            try survey.compare(file)
        }
        return try survey.plan()
    }

    /// Carries a plan out. Touches nothing where the plan is up to date.
    ///
    /// Safe to interrupt: every file is whole at all times, old or new, and the manifest lists all that is quill's
    /// before it comes into being and until it is gone.
    ///
    /// - Throws: `OutputError` with what the disk refused; what has been written until then stays.
    public func write(_ plan: OutputPlan) throws(OutputError) {
        for leftover in plan.leftovers { try disk.remove(leftover) }
        guard !plan.isUpToDate else { return }
        try disk.createFolder("")
        if plan.manifest.during != plan.manifest.previous {
            try disk.write(plan.manifest.during, to: OutputPath.manifest)
        }
        for removal in plan.stale where removal.isInTheWay { try remove(removal) }
        let files = plan.created + plan.changed.map(\.file)
        for folder in Set(files.compactMap { OutputPath.folders(of: $0.path).last }).sorted() {
            try disk.createFolder(folder)
        }
        _ = try files.concurrentMap { file throws(OutputError) in
            try disk.write(file.contents, to: file.path)
        }
        for removal in plan.stale where !removal.isInTheWay { try remove(removal) }
        if plan.manifest.final != plan.manifest.during {
            try disk.write(plan.manifest.final, to: OutputPath.manifest)
        }
    }

    private func remove(_ removal: OutputPlan.Removal) throws(OutputError) {
        try disk.remove(removal.path)
        disk.removeEmptyFolders(of: removal.path)
    }
}
