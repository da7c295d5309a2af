import QuillOpenAPI

/// A path without `.`, needless `..` and doubled slashes, absolute or relative to the working directory; or the URL of a
/// file on another host.
struct FilePath: Hashable, Sendable {
    let text: String

    init(_ text: String) {
        if let url = URLParts(text) {
            self.text = url.text
            return
        }
        let isAbsolute = text.utf8.first == UInt8(ascii: "/")
        var parts: [Substring] = []
        // Bytes: a combining character behind a slash would hide it.
        for part in text.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init) where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else if part != ".." || !isAbsolute {
                parts.append(part)
            }
        }
        let joined = (isAbsolute ? "/" : "") + parts.joined(separator: "/")
        self.text = joined.isEmpty ? "." : joined
    }

    /// Whether this is a URL.
    var isRemote: Bool { URLParts(text) != nil }

    /// The folder that the file is in.
    var folder: FilePath { FilePath(text == "/" ? "/" : text + "/..") }

    /// What stands behind the last slash.
    var name: String {
        text.utf8.split(separator: UInt8(ascii: "/")).last.flatMap { String($0) } ?? text
    }

    /// A path relative to this folder; an absolute one stays what it is.
    func appending(_ path: String) -> FilePath {
        path.utf8.first == UInt8(ascii: "/") || URLParts(path) != nil ? FilePath(path) : FilePath(text + "/" + path)
    }

    /// Whether the file is in a folder or the folders in it; both are absolute.
    func isInside(_ folder: FilePath) -> Bool {
        folder.text == "/" || text.utf8.starts(with: (folder.text + "/").utf8)
    }

    /// `Generated/`, as a folder is written in a sentence.
    var asFolder: String { text == "/" ? text : text + "/" }
}
