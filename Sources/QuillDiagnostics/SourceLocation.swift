/// A place in an input: a byte of one ``SourceText``.
public struct SourceLocation: Sendable, Hashable {
    /// The text that the place is in.
    public let source: SourceText
    /// The byte, counted from 0.
    public let offset: Int

    public init(_ source: SourceText, offset: Int) {
        self.source = source
        self.offset = offset
    }

    /// `file:line:column`, as compilers print it and editors open it.
    public var description: String {
        let (line, column) = source.position(at: offset)
        return "\(source.path):\(line):\(column)"
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.offset == right.offset && (left.source === right.source || left.source.path == right.source.path)
    }

    public func hash(into hasher: inout Hasher) {
        // Few places of several sources have one offset, and a path takes long.
        hasher.combine(offset)
    }
}
