// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import PostHogRuntime

/// What kept a transport from getting an answer. Transports throw it so that the client knows what may be retried;
/// any other error that they throw is passed on as it is, and not retried.
public nonisolated enum TransportError: Error, Sendable {
    /// Nothing listens there: the request was not sent.
    case connectionRefused
    /// The host's name has no address.
    case hostNotFound
    /// The connection broke, or there is no network, before an answer began.
    case connectionLost
    /// No trusted connection could be made.
    case insecureConnection(String)
    /// The connection broke after the answer began; `expected` is the `Content-Length`, if there was one.
    case truncatedBody(received: Int, expected: Int?)
    /// The body is longer than the transport accepts.
    case responseTooLarge(limit: Int)
    /// The time for the request ran out.
    case timedOut
    /// The task was cancelled.
    case cancelled
    /// Anything else, in words.
    case failed(String)
}

nonisolated extension TransportError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .connectionRefused: "the server refused the connection"
        case .hostNotFound: "the host was not found"
        case .connectionLost: "the connection was lost before an answer began"
        case .insecureConnection(let detail): "no secure connection could be made: \(detail)"
        case .truncatedBody(let received, let expected?): "the answer ended after \(received) of \(expected) bytes"
        case .truncatedBody(let received, nil): "the answer broke off after \(received) bytes"
        case .responseTooLarge(let limit): "the answer is longer than \(limit) bytes"
        case .timedOut: "the time ran out"
        case .cancelled: "the task was cancelled"
        case .failed(let detail): detail
        }
    }
}
