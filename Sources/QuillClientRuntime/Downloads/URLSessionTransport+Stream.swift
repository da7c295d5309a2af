import QuillRuntime

nonisolated extension URLSessionTransport {
    /// Sends a request whose answer is read while it arrives, and no further than somebody asks for it.
    public func stream(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        // URLSession's own time-out would count the time for which nobody reads.
        let (task, spool) = try await task(for: request, in: owner, idle: 7 * 86400)
        let exchange = StreamExchange(
            task, of: owner, holding: spool, hasBody: request.method != .head, timeout: timeout)
        owner.delegate.add(exchange, for: task)
        return try await exchange.head()
    }
}
