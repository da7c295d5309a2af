import Foundation
import QuillRuntime

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
