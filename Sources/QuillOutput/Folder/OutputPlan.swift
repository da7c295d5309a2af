/// What writing some files to a folder comes to, before anything is touched. All lists are sorted by path.
public struct OutputPlan: Sendable {
    /// Files that do not exist yet.
    public let created: [OutputFile]
    /// Files that exist with other bytes.
    public let changed: [Change]
    /// The paths of files that are as they should be.
    public let unchanged: [String]
    /// Files of an earlier run that are no longer written, and will be removed.
    public let stale: [Removal]

    /// A file that is replaced.
    public struct Change: Sendable, Hashable {
        public let file: OutputFile
        /// What is in the file now.
        public let previous: [UInt8]
    }

    /// A file that is removed.
    public struct Removal: Sendable, Hashable {
        public let path: String
        /// What is in the file now.
        public let previous: [UInt8]
        /// Whether it stands where a new file or its folder belongs.
        let isInTheWay: Bool
    }

    /// Files that an interrupted run left half written.
    let leftovers: [String]
    /// The manifest's bytes: as they are (nil where there is none), while files are being written, and in the end.
    let manifest: (previous: [UInt8]?, during: [UInt8], final: [UInt8])

    /// Whether everything is as it should be, the manifest included.
    public var isUpToDate: Bool {
        created.isEmpty && changed.isEmpty && stale.isEmpty && manifest.previous == manifest.final
    }

    /// What writing would change, as one patch that `git apply` and `patch -p1` take; empty where nothing would.
    public func differences(context: Int = 3) -> String {
        var patches: [(path: String, text: String)] = []
        for file in created {
            patches.append((file.path, FilePatch(path: file.path, old: nil, new: file.contents).text(context)))
        }
        for change in changed {
            let patch = FilePatch(path: change.file.path, old: change.previous, new: change.file.contents)
            patches.append((change.file.path, patch.text(context)))
        }
        for removal in stale {
            patches.append((removal.path, FilePatch(path: removal.path, old: removal.previous, new: nil).text(context)))
        }
        if manifest.previous != manifest.final {
            let patch = FilePatch(path: OutputPath.manifest, old: manifest.previous, new: manifest.final)
            patches.append((OutputPath.manifest, patch.text(context)))
        }
        return patches.sorted { OutputPath.precedes($0.path, $1.path) }.map(\.text).joined()
    }
}
