/// Finds out, file by file, how a folder differs from what it is to hold.
struct Survey {
    private let disk: Disk
    private let isForced: Bool
    private let previousManifest: [UInt8]?
    /// What the manifest lists.
    private let ours: Set<String>
    /// The output folder without links; nil where it does not exist.
    private let canonicalRoot: String?
    /// Folders that are known to lie within the output folder.
    private var checkedFolders: Set<String> = []

    private var created: [OutputFile] = []
    private var changed: [OutputPlan.Change] = []
    private var unchanged: [String] = []
    /// The files that exist, by what they are called on a disk that does not tell upper from lower case.
    private var existing: [String: (file: OutputFile, identity: [UInt64])] = [:]
    private var paths: Set<String> = []
    private var folders: Set<String> = []
    private var foreign: [String] = []

    init(_ disk: Disk, force: Bool) throws(OutputError) {
        self.disk = disk
        isForced = force
        canonicalRoot = disk.canonical("")
        if try disk.status(of: OutputPath.manifest)?.kind == .file {
            let bytes = try disk.read(OutputPath.manifest)
            previousManifest = bytes
            ours = try OutputManifest(reading: bytes).paths
        } else {
            previousManifest = nil
            ours = []
        }
    }

    mutating func compare(_ file: OutputFile) throws(OutputError) {
        try checkFolders(of: file.path)
        paths.insert(file.path)
        folders.formUnion(OutputPath.folders(of: file.path))
        guard let status = try disk.status(of: file.path) else {
            created.append(file)
            return
        }
        existing[OutputPath.folded(file.path)] = (file, status.identity)
        var previous: [UInt8] = []
        switch status.kind {
        case .file:
            previous = try disk.read(file.path)
            if Disk.areEqual(previous, file.contents) {
                unchanged.append(file.path)
                return
            }
        case .link, .other:
            // Replaced, not written through.
            break
        case .folder:
            // Gone by the time that it matters, if all in it is stale; otherwise the disk refuses.
            created.append(file)
            return
        }
        if !isForced && !ours.contains(file.path) { foreign.append(file.path) }
        changed.append(OutputPlan.Change(file: file, previous: previous))
    }

    /// What was found.
    mutating func plan() throws(OutputError) -> OutputPlan {
        let stale = try findStale()
        if let first = foreign.first {
            throw OutputError(path: first, reason: .notOurs(others: foreign.count - 1))
        }
        return OutputPlan(
            created: created, changed: changed, unchanged: unchanged, stale: stale,
            leftovers: findLeftovers(),
            manifest: (
                previousManifest,
                OutputManifest(paths.union(stale.map(\.path))).contents,
                OutputManifest(paths).contents
            ))
    }

    private mutating func findStale() throws(OutputError) -> [OutputPlan.Removal] {
        var stale: [OutputPlan.Removal] = []
        for path in ours.subtracting(paths).sorted(by: OutputPath.precedes) {
            try checkFolders(of: path)
            guard let status = try disk.status(of: path), status.kind == .file || status.kind == .link else { continue }
            var isInTheWay = folders.contains(path) || OutputPath.folders(of: path).contains { paths.contains($0) }
            if let (file, identity) = existing[OutputPath.folded(path)], identity == status.identity {
                // A name that has changed in case only, on a disk that does not tell: removing the old file later would
                // remove the new one.
                isInTheWay = true
                created.removeAll { $0.path == file.path }
                changed.removeAll { $0.file.path == file.path }
                unchanged.removeAll { $0 == file.path }
                foreign.removeAll { $0 == file.path }
                created.append(file)
            }
            let previous = status.kind == .file ? try disk.read(path) : []
            stale.append(OutputPlan.Removal(path: path, previous: previous, isInTheWay: isInTheWay))
        }
        created.sort { OutputPath.precedes($0.path, $1.path) }
        return stale
    }

    private func findLeftovers() -> [String] {
        let all = folders.union(ours.flatMap { OutputPath.folders(of: $0) })
        return ([""] + all.sorted(by: OutputPath.precedes)).flatMap { folder in
            disk.names(in: folder).filter(OutputPath.isTemporary).sorted().map {
                folder.isEmpty ? $0 : "\(folder)/\($0)"
            }
        }
    }

    /// Makes sure that no folder on the way to a file is a link out of the output folder.
    private mutating func checkFolders(of path: String) throws(OutputError) {
        for folder in OutputPath.folders(of: path) where !checkedFolders.contains(folder) {
            guard let status = try disk.status(of: folder) else { return }
            if status.kind == .link {
                let root = canonicalRoot.map { $0 == "/" ? $0 : $0 + "/" } ?? "/"
                guard let target = disk.canonical(folder), (target + "/").hasPrefix(root) else {
                    throw OutputError(path: path, reason: .leavesFolder(through: folder))
                }
            }
            checkedFolders.insert(folder)
        }
    }
}
