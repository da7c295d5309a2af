// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

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
