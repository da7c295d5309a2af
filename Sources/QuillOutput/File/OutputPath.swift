/// What paths in an output folder may look like, and what they have in common.
///
/// Names in a document can lead to names of files; whatever they are, nothing is written outside the folder, and what is
/// written can be checked out on every system.
enum OutputPath {
    static let manifest = ".quill-manifest"

    /// Why a path may not be written; nil where it may.
    static func fault(in path: String) -> String? {
        if path.isEmpty { return "it is empty" }
        if path.hasPrefix("/") { return "it is absolute" }
        for scalar in path.unicodeScalars {
            // Looking properties up is slow.
            if scalar.isASCII, scalar.value >= 0x20, scalar.value != 0x7F, scalar != "\\" { continue }
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: return "it has a control character"
            default: if scalar == "\\" { return "it has a backslash" }
            }
        }
        for part in path.split(separator: "/", omittingEmptySubsequences: false) {
            if part.isEmpty { return "a part of it is empty" }
            if part == "." || part == ".." { return "a part of it is '\(part)'" }
            if part.utf8.count > 255 { return "a part of it is longer than 255 bytes" }
            let folded = folded(part)
            if folded == ".git" { return "'\(part)' belongs to git" }
            if folded == manifest || isTemporary(folded) { return "'\(part)' belongs to quill" }
        }
        return nil
    }

    /// The folders that a path leads through, outermost first: `a`, `a/b` for `a/b/c`.
    static func folders(of path: String) -> [String] {
        var folders: [String] = []
        for index in path.utf8.indices where path.utf8[index] == UInt8(ascii: "/") {
            folders.append(String(path[..<index]))
        }
        return folders
    }

    /// The same for paths that a disk may take for the same. Strings already compare by canonical equivalence.
    static func folded(_ path: some StringProtocol) -> String {
        path.lowercased()
    }

    /// A name for a file that is being written.
    static func temporary(_ number: Int, process: Int32) -> String {
        ".quill-\(process)-\(number).tmp"
    }

    /// Whether a name is of a file that was being written when a run was interrupted.
    static func isTemporary(_ name: String) -> Bool {
        guard name.hasPrefix(".quill-"), name.hasSuffix(".tmp") else { return false }
        let numbers = name.dropFirst(7).dropLast(4).split(separator: "-", omittingEmptySubsequences: false)
        return numbers.count == 2 && numbers.allSatisfy { Int($0) != nil }
    }

    static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    /// The first two of the outputs that could not both exist on every disk, whichever way they came.
    static func clash(among paths: [String]) -> OutputError? {
        var files: [String: String] = [:]
        var folders: [String: (spelling: String, path: String)] = [:]
        for path in paths {
            if let other = files.updateValue(path, forKey: folded(path)) {
                return OutputError(path: path, reason: .clash(with: other))
            }
        }
        for path in paths {
            for folder in Self.folders(of: path) {
                let key = folded(folder)
                if let file = files[key] { return OutputError(path: path, reason: .clash(with: file)) }
                if let known = folders[key] {
                    // Bytes: a disk that normalizes names makes one folder of two spellings, another makes two.
                    if !known.spelling.utf8.elementsEqual(folder.utf8) {
                        return OutputError(path: path, reason: .clash(with: known.path))
                    }
                } else {
                    folders[key] = (folder, path)
                }
            }
        }
        return nil
    }
}
