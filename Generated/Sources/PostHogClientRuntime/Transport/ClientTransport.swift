// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import Foundation
import PostHogRuntime

/// What carries a request to the server and brings its answer back. One call is one exchange.
///
/// An implementation sends the request to its own `scheme` and `authority` and follows no redirect (the client does,
/// within the configured origin); it keeps no cookies and no cache. It throws ``TransportError`` where one applies.
public nonisolated protocol ClientTransport: Sendable {
    /// - Parameter timeout: how long the exchange may take, to the last byte of the answer.
    func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse

    /// Sends a request whose answer is read while it arrives: its body is a stream, which ends the exchange when nobody
    /// holds it any more.
    ///
    /// A transport that does not provide it answers with the body in memory.
    /// - Parameter timeout: how long nothing may arrive.
    func stream(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse
}

nonisolated extension ClientTransport {
    public func stream(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        try await send(request, timeout: timeout)
    }
}

/// A transport that answers by itself: the server of a test, without a network.
///
///     let transport = ClosureTransport { request in
///         HTTPResponse(status: 200, fields: ["Content-Type": "application/json"], body: HTTPBody(example))
///     }
public nonisolated struct ClosureTransport: ClientTransport {
    private let respond: @Sendable (HTTPRequest) async throws -> HTTPResponse

    public init(_ respond: @escaping @Sendable (HTTPRequest) async throws -> HTTPResponse) {
        self.respond = respond
    }

    public func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        try await respond(request)
    }
}

/// What stands between a client and its transport, and sees each call once, whatever is retried or redirected.
///
/// Credentials are put on a request after all middleware, so none is shown them, and only if the request still goes
/// to the configured origin.
public nonisolated protocol ClientMiddleware: Sendable {
    /// Passes the request on to `next`, as it is or changed, or answers in its place.
    func intercept(
        _ request: HTTPRequest, operation: OperationInfo,
        next: @Sendable (HTTPRequest) async throws -> HTTPResponse
    ) async throws -> HTTPResponse
}

/// A transport that remembers what was sent through it, for the assertions of a test.
public nonisolated final class RecordingTransport: ClientTransport, @unchecked Sendable {
    private let wrapped: any ClientTransport
    // Guards `recorded`; the reason why the class may call itself Sendable.
    private let lock = NSLock()
    private var recorded: [HTTPRequest] = []

    public init(_ wrapped: any ClientTransport) {
        self.wrapped = wrapped
    }

    public convenience init(_ respond: @escaping @Sendable (HTTPRequest) async throws -> HTTPResponse) {
        self.init(ClosureTransport(respond))
    }

    /// Every request so far, in the order of sending, credentials included.
    public var requests: [HTTPRequest] { lock.withLock { recorded } }

    public func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        lock.withLock { recorded.append(request) }
        return try await wrapped.send(request, timeout: timeout)
    }

    public func stream(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        lock.withLock { recorded.append(request) }
        return try await wrapped.stream(request, timeout: timeout)
    }
}
