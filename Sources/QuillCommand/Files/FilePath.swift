/// A path without `.`, needless `..` and doubled slashes, absolute or relative to the working directory.
struct FilePath: Hashable, Sendable {
    let text: String

    init(_ text: String) {
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

    /// The folder that the file is in.
    var folder: FilePath { FilePath(text == "/" ? "/" : text + "/..") }

    /// A path relative to this folder; an absolute one stays what it is.
    func appending(_ path: String) -> FilePath {
        path.utf8.first == UInt8(ascii: "/") ? FilePath(path) : FilePath(text + "/" + path)
    }

    /// `Generated/`, as a folder is written in a sentence.
    var asFolder: String { text == "/" ? text : text + "/" }
}
