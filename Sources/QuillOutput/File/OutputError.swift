/// Why output cannot be planned or written.
///
/// Reads `Sources/API/User.swift: exists, differs, and was not written by quill`.
public struct OutputError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file or folder in question, relative to the output folder; the output folder's own path where it is that.
    public let path: String
    public let reason: Reason

    public enum Reason: Sendable, Hashable {
        /// The path is not one that output may have, and why.
        case invalidPath(String)
        /// Another output has the same path on a disk that does not tell upper from lower case, or has it as a folder.
        case clash(with: String)
        /// A folder on the way is a symbolic link to somewhere else.
        case leavesFolder(through: String)
        /// The file exists with other contents, and the manifest does not list it; how many more there are like it.
        case notOurs(others: Int)
        /// The manifest has a line that is not a path; the line's number.
        case invalidManifest(line: Int)
        /// What the system said.
        case disk(String)
    }

    public init(path: String, reason: Reason) {
        self.path = path
        self.reason = reason
    }

    public var description: String {
        switch reason {
        case .invalidPath(let why):
            "\(path.debugDescription) cannot be the path of a file: \(why)"
        case .clash(let other):
            "\(path): clashes with '\(other)', which is also to be written"
        case .leavesFolder(let link):
            "\(path): '\(link)' is a symbolic link that leads out of the output folder"
        case .notOurs(let others):
            "\(path): exists, differs, and was not written by quill"
                + (others == 0 ? "" : "; so \(others == 1 ? "does 1 other file" : "do \(others) other files")")
        case .invalidManifest(let line):
            "\(path):\(line): is not the path of a file in this folder; mend the line or remove it"
        case .disk(let what):
            "\(path): \(what)"
        }
    }
}
