/// What is wrong with the way that quill was called.
struct InvocationError: Error {
    /// One sentence without a full stop.
    let message: String
    /// The command whose help tells more; nil for that of quill as a whole.
    let command: String?

    init(_ message: String, command: String? = nil) {
        self.message = message
        self.command = command
    }
}
