/// Where an invocation writes: the standard output or the standard error.
public struct Console {
    /// Whether a person reads it, so that colours do some good.
    public let isTerminal: Bool
    /// Writes text as it is.
    public let write: (String) -> Void

    public init(isTerminal: Bool, write: @escaping (String) -> Void) {
        self.isTerminal = isTerminal
        self.write = write
    }
}
