/// A file to be written: where, and what.
public struct OutputFile: Sendable, Hashable {
    /// Relative to the output folder, with `/` between its parts: `Sources/API/User.swift`.
    public let path: String
    public let contents: [UInt8]

    /// A file of bytes.
    ///
    /// - Throws: `OutputError` for a path that is absolute, has an empty part, `.` or `..`, control characters, a
    ///   backslash or a name over 255 bytes, or that means something to git or to quill.
    public init(path: String, contents: [UInt8]) throws(OutputError) {
        if let fault = OutputPath.fault(in: path) {
            throw OutputError(path: path, reason: .invalidPath(fault))
        }
        self.path = path
        self.contents = contents
    }

    /// A file of text, in UTF-8. Throws as the initializer from bytes does.
    public init(path: String, contents: String) throws(OutputError) {
        try self.init(path: path, contents: Array(contents.utf8))
    }
}
