// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

/// Why a document could not be read.
public nonisolated struct JSONError: Error, Hashable, Sendable {
    /// What is at fault.
    public nonisolated enum Kind: Sendable, Hashable {
        /// The bytes are not JSON, or break a limit (a server answers 400).
        case malformed
        /// It is JSON that breaks its schema (a server answers 422).
        case mismatch
    }

    /// What is at fault.
    public let kind: Kind
    /// What was found, in the order of reading; at most fifty.
    public let issues: [JSONIssue]

    /// An error with what was found.
    public init(kind: Kind, issues: [JSONIssue]) {
        self.kind = kind
        self.issues = issues
    }
}

/// One fault of a document and where it is.
public nonisolated struct JSONIssue: Hashable, Sendable {
    /// The value at fault as a JSON pointer (RFC 6901): `"/results/0/name"`; empty for the whole document.
    public let pointer: String
    /// What is wrong with it: `"expected a string, found a number"`.
    public let message: String

    /// An issue with a value.
    public init(pointer: String, message: String) {
        self.pointer = pointer
        self.message = message
    }
}

/// How large a document may be.
public nonisolated struct JSONLimits: Sendable, Hashable {
    /// The number of bytes; 256 MB at most.
    public let maximumBytes: Int
    /// How deep arrays and objects may stand in each other. Values are read recursively, so that this bounds the stack.
    public let maximumDepth: Int

    /// Limits; more than 256 MB cannot be indexed.
    public init(maximumBytes: Int = 128 << 20, maximumDepth: Int = 512) {
        self.maximumBytes = min(maximumBytes, JSONEntry.maximumLength)
        self.maximumDepth = maximumDepth
    }

    /// 128 MB and 512 levels.
    public static let standard = JSONLimits()
}

nonisolated extension JSONError: CustomStringConvertible {
    /// `"/id: missing; /name: empty"`.
    public var description: String { issues.map(\.description).joined(separator: "; ") }
}

nonisolated extension JSONIssue: CustomStringConvertible {
    /// `"/id: missing"`.
    public var description: String { pointer.isEmpty ? message : "\(pointer): \(message)" }
}
