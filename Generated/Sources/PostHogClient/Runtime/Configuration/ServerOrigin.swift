// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import Foundation
import PostHogRuntime

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
