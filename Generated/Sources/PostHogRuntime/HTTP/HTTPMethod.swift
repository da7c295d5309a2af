// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

/// A request method: `.get`, `.post`, or any other token as a string literal (RFC 9110 §9).
public nonisolated struct HTTPMethod: RawRepresentable, Hashable, Sendable {
    /// The method as it stands on the wire: `"GET"`. Methods are case-sensitive.
    public let rawValue: String

    /// Any method.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Asks for a representation.
    public static let get = HTTPMethod(rawValue: "GET")
    /// Asks for the head of what GET would answer.
    public static let head = HTTPMethod(rawValue: "HEAD")
    /// Has the resource act on the content.
    public static let post = HTTPMethod(rawValue: "POST")
    /// Replaces the resource.
    public static let put = HTTPMethod(rawValue: "PUT")
    /// Changes parts of the resource (RFC 5789).
    public static let patch = HTTPMethod(rawValue: "PATCH")
    /// Removes the resource.
    public static let delete = HTTPMethod(rawValue: "DELETE")
    /// Asks what can be done.
    public static let options = HTTPMethod(rawValue: "OPTIONS")
    /// Asks for the request as it arrived.
    public static let trace = HTTPMethod(rawValue: "TRACE")
    /// Asks for what the content describes, safely.
    public static let query = HTTPMethod(rawValue: "QUERY")

    /// Whether the request asks for nothing to change (RFC 9110 §9.2.1).
    public var isSafe: Bool {
        switch rawValue {
        case "GET", "HEAD", "OPTIONS", "TRACE", "QUERY": true
        default: false
        }
    }

    /// Whether sending the request twice means the same as sending it once (RFC 9110 §9.2.2).
    public var isIdempotent: Bool { isSafe || self == .put || self == .delete }
}

nonisolated extension HTTPMethod: ExpressibleByStringLiteral, CustomStringConvertible {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
    public var description: String { rawValue }
}
