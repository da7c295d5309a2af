#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A request, as client transports send it and server adapters receive it.
public nonisolated struct HTTPRequest: Sendable {
    /// What is asked for.
    public var method: HTTPMethod
    /// `"https"`; a server may not know it.
    public var scheme: String?
    /// Host and port: `"us.posthog.com"`, `"localhost:8080"`.
    public var authority: String?
    /// Path and query as they stand on the request line, percent-encoded: `"/api/projects/?limit=1"`.
    public var target: String
    /// The header fields.
    public var fields: HTTPFields
    /// The content.
    public var body: HTTPBody

    /// A message of these parts.
    public init(
        method: HTTPMethod, scheme: String? = nil, authority: String? = nil, target: String,
        fields: HTTPFields = [:], body: HTTPBody = HTTPBody()
    ) {
        self.method = method
        self.scheme = scheme
        self.authority = authority
        self.target = target
        self.fields = fields
        self.body = body
    }

    /// The target up to the question mark, percent-encoded.
    public var path: Substring { target[..<(questionMark ?? target.endIndex)] }

    /// What follows the question mark, percent-encoded; `nil` when there is none.
    public var query: Substring? {
        questionMark.map { target[target.utf8.index(after: $0)...] }
    }

    /// By byte: a combining mark would make another character of it.
    private var questionMark: String.Index? { target.utf8.firstIndex(of: UInt8(ascii: "?")) }

    /// The absolute address; `nil` without scheme or authority, or when they do not make an address.
    public var url: URL? {
        guard let scheme, let authority else { return nil }
        return URL(string: "\(scheme)://\(authority)\(target)")
    }
}

/// A response, as client transports receive it and server adapters send it.
public nonisolated struct HTTPResponse: Sendable {
    /// The status code: `200`.
    public var status: Int
    /// The header fields.
    public var fields: HTTPFields
    /// The content.
    public var body: HTTPBody

    /// A message of these parts.
    public init(status: Int, fields: HTTPFields = [:], body: HTTPBody = HTTPBody()) {
        self.status = status
        self.fields = fields
        self.body = body
    }
}

nonisolated extension HTTPRequest: CustomStringConvertible {
    /// `"GET /api/projects/"`: without the query and the field values, which can hold secrets.
    public var description: String { "\(method) \(path)" }
}

nonisolated extension HTTPResponse: CustomStringConvertible {
    /// `"200, HTTPBody(17 bytes)"`.
    public var description: String { "\(status), \(body)" }
}

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
