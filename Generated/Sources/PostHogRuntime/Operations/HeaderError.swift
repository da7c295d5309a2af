// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

/// A header field that an answer must have and has not, or not as documented.
public nonisolated struct HeaderError: Error, Hashable {
    /// The name of the field.
    public let name: String
    /// Whether it is there at all.
    public let isMissing: Bool

    /// A field at fault.
    public init(name: String, isMissing: Bool) {
        self.name = name
        self.isMissing = isMissing
    }
}

nonisolated extension HeaderError: CustomStringConvertible {
    /// `"the header Retry-After is missing"`.
    public var description: String { "the header \(name) \(isMissing ? "is missing" : "is not as documented")" }
}
