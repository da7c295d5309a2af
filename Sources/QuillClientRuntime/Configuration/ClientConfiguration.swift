import Foundation
import QuillRuntime

/// How a client reaches its server: where it is, through what, how patiently. Holds no credentials.
public nonisolated struct ClientConfiguration: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// `https://us.posthog.com`, or with a path that all operations start with: `https://example.com/v1`.
    /// The origin of this URL, and no other, is sent the credentials. nil where an address was no URL; calls then
    /// throw ``ClientError/Reason/invalidServer``.
    public var server: URL?
    /// What carries requests to the server.
    public var transport: any ClientTransport
    /// What sees each request on its way out and each answer on its way in, outermost first.
    public var middleware: [any ClientMiddleware]
    /// When a failed attempt is made again.
    public var retry: RetryPolicy
    /// How long one attempt may take, from connecting to the last byte of the answer.
    public var timeout: Duration
    /// How long the body of an answer may be.
    public var maximumResponseBytes: Int
    /// What JSON answers may be at most.
    public var jsonLimits: JSONLimits
    /// Which bodies are held to all that the document says of them, as a server does, and not to their types alone.
    public var validation: Validation = []
    /// The `User-Agent` field; nil leaves it to the transport.
    public var userAgent: String?
    /// Where retries take time and chance from.
    public var timing: RetryTiming

    /// - Parameter transport: nil for a ``URLSessionTransport`` with the same limit on answers.
    public init(
        server: URL?, transport: (any ClientTransport)? = nil, middleware: [any ClientMiddleware] = [],
        retry: RetryPolicy = RetryPolicy(), timeout: Duration = .seconds(60),
        maximumResponseBytes: Int = 64 * 1024 * 1024, jsonLimits: JSONLimits = .standard, userAgent: String? = nil,
        timing: RetryTiming = .system
    ) {
        self.server = server
        self.transport = transport ?? URLSessionTransport(maximumResponseBytes: maximumResponseBytes)
        self.middleware = middleware
        self.retry = retry
        self.timeout = timeout
        self.maximumResponseBytes = maximumResponseBytes
        self.jsonLimits = jsonLimits
        self.userAgent = userAgent
        self.timing = timing
    }

    /// Sides of an exchange.
    public nonisolated struct Validation: OptionSet, Sendable, Hashable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }
        /// What is sent. What breaks the document is not: the call throws ``ClientError/Reason/invalidBody(_:)``, or
        /// ``ClientError/Reason/invalidParameter(name:reason:)`` where it is a parameter.
        public static let requests = Validation(rawValue: 1)
        /// What comes back. An answer that breaks the document is thrown as ``ClientError/Reason/malformedBody(_:)``, a
        /// documented error that does as ``ClientError/Reason/malformedError(_:_:)``.
        public static let responses = Validation(rawValue: 2)
    }

    /// The defaults, for a server whose address is a text: `"https://us.posthog.com"`.
    public init(address: String) {
        self.init(server: URL(string: address))
    }

    /// The server's origin and path, without a user or query that its URL may contain.
    public var description: String {
        let origin = server.flatMap(ServerOrigin.init)
        let place = origin.map { "\($0.scheme)://\($0.authority)\($0.basePath)" } ?? "no server"
        return "ClientConfiguration(\(place), timeout \(timeout), \(retry.attempts) attempts)"
    }

    public var debugDescription: String { description }
}

nonisolated extension ClientConfiguration: CustomReflectable {
    /// What `dump` shows: no more than the description, since a transport or middleware can hold secrets.
    public var customMirror: Mirror { Mirror(self, children: ["description": description], displayStyle: .struct) }
}

/// The scheme, host and port that the credentials belong to, and the path that all operations start with.
nonisolated struct ServerOrigin: Sendable, Hashable {
    let scheme: String
    let host: String
    /// nil where it is the scheme's own
    let port: Int?
    /// `""` or `/v1`, percent-encoded
    let basePath: String

    /// nil unless the URL is `http` or `https` with a host.
    init?(_ url: URL) {
        guard let parts = URLComponents(url: url, resolvingAgainstBaseURL: true), let origin = Self.origin(of: parts)
        else { return nil }
        (scheme, host, port) = origin
        var path = parts.percentEncodedPath[...]
        while path.hasSuffix("/") { path.removeLast() }
        basePath = String(path)
    }

    /// `example.com` or `localhost:8080`, as the `Host` field has it.
    var authority: String { port.map { "\(host):\($0)" } ?? host }

    /// Whether a request goes here and nowhere else. A target without its slash would extend the authority.
    func receives(_ request: HTTPRequest) -> Bool {
        request.scheme == scheme && request.authority == authority && request.target.hasPrefix("/")
    }

    /// The absolute form of a reference found in an answer to the request for `target`.
    func resolve(_ reference: String, from target: String) -> URL? {
        URL(string: reference, relativeTo: URL(string: "\(scheme)://\(authority)\(target)"))?.absoluteURL
    }

    /// The path and query of a URL with this host, nil if it is elsewhere.
    ///
    /// A service behind a proxy writes links with the scheme and port that it sees itself; `exactly` is for where
    /// those count too. The result is always asked of this origin, so what a link says cannot move the request.
    func target(of url: URL, exactly: Bool) -> String? {
        guard let parts = URLComponents(url: url, resolvingAgainstBaseURL: true), let origin = Self.origin(of: parts),
            origin.host == host, !exactly || (origin.scheme == scheme && origin.port == port)
        else { return nil }
        let path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
        return parts.percentEncodedQuery.map { "\(path)?\($0)" } ?? path
    }

    private static func origin(of parts: URLComponents) -> (scheme: String, host: String, port: Int?)? {
        guard let scheme = parts.scheme?.lowercased(), scheme == "http" || scheme == "https",
            var host = parts.encodedHost?.lowercased(), !host.isEmpty
        else { return nil }
        // Foundation's versions differ in whether an IPv6 address keeps its brackets.
        if host.contains(":"), !host.hasPrefix("[") { host = "[\(host)]" }
        return (scheme, host, parts.port == (scheme == "https" ? 443 : 80) ? nil : parts.port)
    }
}
