/// The list of the files that are quill's, kept in the output folder as `.quill-manifest`.
///
///     # Written by quill, which changes and removes only what is listed here.
///     Package.swift
///     Sources/API/User.swift
///
/// The first line is a comment, every other one a path. The paths are sorted by their bytes.
struct OutputManifest {
    let paths: Set<String>

    private static let header = "# Written by quill, which changes and removes only what is listed here.\n"

    init(_ paths: some Sequence<String>) {
        self.paths = Set(paths)
    }

    /// Reads a manifest. It may have been edited or merged by hand, and must not lead out of the folder.
    init(reading bytes: [UInt8]) throws(OutputError) {
        var paths: Set<String> = []
        let lines = String(decoding: bytes, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (number, line) in lines.enumerated() where !line.isEmpty && !(number == 0 && line.hasPrefix("#")) {
            let path = String(line)
            guard OutputPath.fault(in: path) == nil else {
                throw OutputError(path: OutputPath.manifest, reason: .invalidManifest(line: number + 1))
            }
            paths.insert(path)
        }
        self.paths = paths
    }

    var contents: [UInt8] {
        Array((Self.header + paths.sorted(by: OutputPath.precedes).map { $0 + "\n" }.joined()).utf8)
    }
}
