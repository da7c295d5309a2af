// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import Foundation
import PostHogRuntime

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The transport of Foundation, on Apple platforms and Linux: no cache, no cookies, no stored credentials, and no
/// redirect followed. Answers are buffered, and one that is longer than the limit is dropped while it arrives; those that
/// are read as streams do not wait in memory. A body that is a stream is written to a temporary file before it is sent,
/// because URLSession wants its length.
public nonisolated struct URLSessionTransport: ClientTransport {
    let owner: SessionOwner

    /// - Parameters:
    ///   - maximumResponseBytes: how long the body of an answer may be, after decompression.
    ///   - maximumUnreadBytes: how much of a streamed answer may wait in temporary files for who reads it more slowly than
    ///     it arrives; a call fails beyond it with ``TransportError/unread(limit:)``. On Linux only: elsewhere the server
    ///     waits.
    ///   - configure: changes the session's configuration (proxies, TLS versions) before it is used.
    ///   - answerChallenge: answers what a server asks of a connection: a client certificate for mutual TLS
    ///     (`URLCredential(identity:certificates:persistence:)`), or trust in a certificate of its own. nil leaves a
    ///     question to the system. Foundation asks on Apple platforms only; elsewhere take another transport.
    public init(
        maximumResponseBytes: Int = 64 * 1024 * 1024, maximumUnreadBytes: Int = 1 << 30,
        configure: (URLSessionConfiguration) -> Void = { _ in },
        answerChallenge: (@Sendable (URLAuthenticationChallenge) -> URLCredential?)? = nil
    ) {
        let configuration = URLSessionConfiguration.ephemeral
        configure(configuration)
        configuration.urlCache = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        configuration.httpCookieStorage = nil
        configuration.httpCookieAcceptPolicy = .never
        configuration.httpShouldSetCookies = false
        configuration.urlCredentialStorage = nil
        owner = SessionOwner(
            configuration, limit: maximumResponseBytes, unreadLimit: maximumUnreadBytes, answerChallenge)
    }

    public func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        // Held until the exchange is over.
        let (task, spool) = try await task(for: request, in: owner, idle: Double(timeout.components.seconds) + 5)
        defer { withExtendedLifetime(spool) {} }
        let exchange = SessionExchange(limit: owner.limit, hasBody: request.method != .head)
        owner.delegate.add(exchange, for: task)
        // URLSession's own time-out starts again with each packet, so a slow drip would last for ever.
        let clock = Task {
            try await Task.sleep(for: timeout)
            exchange.stop(task, .failure(.timedOut))
        }
        defer {
            clock.cancel()
            owner.delegate.remove(task)
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                exchange.start(task, continuation)
            }
        } onCancel: {
            exchange.stop(task, .failure(.cancelled))
        }
    }

    /// - Parameter idle: the time-out of URLSession, in seconds; the clock of the exchange decides before.
    func task(
        for request: HTTPRequest, in owner: SessionOwner, idle: Double
    ) async throws -> (URLSessionTask, SpooledFile?) {
        guard let url = request.url else { throw TransportError.failed("\(request.target) is no URL") }
        var urlRequest = URLRequest(url: url)
        urlRequest.httpMethod = request.method.rawValue
        urlRequest.httpShouldHandleCookies = false
        urlRequest.timeoutInterval = idle
        for (name, value) in request.fields { urlRequest.addValue(value, forHTTPHeaderField: name) }
        guard let bytes = request.body.bytes else {
            let file = try SpooledFile()
            let handle = try FileHandle(forWritingTo: file.url)
            for try await chunk in request.body { try handle.write(contentsOf: chunk) }
            try handle.close()
            return (owner.session.uploadTask(with: urlRequest, fromFile: file.url), file)
        }
        if !bytes.isEmpty { urlRequest.httpBody = Data(bytes) }
        return (owner.session.dataTask(with: urlRequest), nil)
    }
}

/// Ends the session when the last transport that uses it is gone: a session keeps its delegate until it is told to.
nonisolated final class SessionOwner: Sendable {
    let session: URLSession
    let delegate: SessionDelegate
    let limit: Int
    let unreadLimit: Int

    init(
        _ configuration: URLSessionConfiguration, limit: Int, unreadLimit: Int,
        _ answerChallenge: (@Sendable (URLAuthenticationChallenge) -> URLCredential?)?
    ) {
        delegate = SessionDelegate(answerChallenge)
        #if canImport(FoundationNetworking)
            let queue: OperationQueue? = InlineQueue()
        #else
            let queue: OperationQueue? = nil
        #endif
        session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: queue)
        self.limit = limit
        self.unreadLimit = unreadLimit
    }

    deinit {
        session.finishTasksAndInvalidate()
    }
}

#if canImport(FoundationNetworking)
    /// Calls the delegate where the data arrives. On a queue of its own the delegate falls behind a fast server without
    /// slowing it down: hundreds of megabytes of an answer were received before the limit of one was noticed.
    private nonisolated final class InlineQueue: OperationQueue, @unchecked Sendable {
        override func addOperation(_ block: @escaping @Sendable () -> Void) {
            block()
        }
    }
#endif

/// What happens to a task of a session.
nonisolated protocol SessionReceiver: Sendable {
    func begin(_ response: URLResponse)
    func receive(_ data: Data, _ task: URLSessionTask)
    func complete(_ error: (any Error)?)
    /// Ends the exchange with what has arrived.
    func end(_ task: URLSessionTask)
}

/// One request and what has arrived for it. Finishes once: by its answer, a fault, the clock or cancellation,
/// whichever comes first.
private nonisolated final class SessionExchange: SessionReceiver, @unchecked Sendable {
    typealias Continuation = CheckedContinuation<HTTPResponse, any Error>

    // Guards everything below.
    private let lock = NSLock()
    private let limit: Int
    private let hasBody: Bool
    private var continuation: Continuation?
    private var result: Result<HTTPResponse, TransportError>?
    private var head: HTTPURLResponse?
    private var body: [UInt8] = []

    init(limit: Int, hasBody: Bool) {
        self.limit = limit
        self.hasBody = hasBody
    }

    /// Sends the request, unless the exchange finished before.
    func start(_ task: URLSessionTask, _ continuation: Continuation) {
        let result = lock.withLock {
            if self.result == nil {
                self.continuation = continuation
                task.resume()
            }
            return self.result
        }
        if let result { continuation.resume(with: result) }
    }

    /// Ends the exchange and the task, if neither has ended yet.
    ///
    /// Not on this thread: Linux would wait for the delegate call that this may be in. And only once, after the task
    /// was resumed: a second call that waits for the task's queue can put its cancellation behind its completion, which
    /// ends the process.
    func stop(_ task: URLSessionTask, _ result: Result<HTTPResponse, TransportError>) {
        if finish(result) { DispatchQueue.global().async { task.cancel() } }
    }

    /// False if the exchange had finished before.
    @discardableResult
    private func finish(_ result: Result<HTTPResponse, TransportError>) -> Bool {
        let (isFirst, continuation) = lock.withLock {
            let isFirst = self.result == nil
            if isFirst { self.result = result }
            defer { self.continuation = nil }
            return (isFirst, self.continuation)
        }
        continuation?.resume(with: result)
        return isFirst
    }

    func begin(_ response: URLResponse) {
        lock.withLock {
            head = response as? HTTPURLResponse
            if let expected = head?.expectedBytes(hasBody) { body.reserveCapacity(min(expected, limit, 1 << 20)) }
        }
    }

    func receive(_ data: Data, _ task: URLSessionTask) {
        let isTooLarge = lock.withLock {
            guard result == nil else { return false }
            guard data.count <= limit - body.count else { return true }
            body.append(contentsOf: data)
            return false
        }
        if isTooLarge { stop(task, .failure(.responseTooLarge(limit: limit))) }
    }

    func complete(_ error: (any Error)?) {
        finish(outcome(error))
    }

    func end(_ task: URLSessionTask) { stop(task, outcome(nil)) }

    /// What has arrived, when nothing more will.
    private func outcome(_ error: (any Error)?) -> Result<HTTPResponse, TransportError> {
        lock.withLock {
            if let error {
                return .failure(
                    TransportError(
                        error, received: head.map { _ in body.count }, expected: head?.expectedBytes(hasBody)))
            }
            guard let head else { return .failure(.connectionLost) }
            // Linux reports a connection that closed early as a complete answer.
            if let expected = head.expectedBytes(hasBody), body.count < expected {
                return .failure(.truncatedBody(received: body.count, expected: expected))
            }
            return .success(HTTPResponse(status: head.statusCode, fields: head.fields, body: HTTPBody(body)))
        }
    }
}

nonisolated final class SessionDelegate: NSObject, URLSessionDataDelegate, @unchecked Sendable {
    // Guards `exchanges`.
    private let lock = NSLock()
    private var exchanges: [Int: any SessionReceiver] = [:]
    let answerChallenge: (@Sendable (URLAuthenticationChallenge) -> URLCredential?)?

    init(_ answerChallenge: (@Sendable (URLAuthenticationChallenge) -> URLCredential?)?) {
        self.answerChallenge = answerChallenge
    }

    func add(_ exchange: any SessionReceiver, for task: URLSessionTask) {
        lock.withLock { exchanges[task.taskIdentifier] = exchange }
    }

    func remove(_ task: URLSessionTask) {
        lock.withLock { exchanges[task.taskIdentifier] = nil }
    }

    private func exchange(_ task: URLSessionTask) -> (any SessionReceiver)? {
        lock.withLock { exchanges[task.taskIdentifier] }
    }

    /// No redirect is followed here: only the client knows which origin may see the credentials.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        exchange(dataTask)?.begin(response)
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        exchange(dataTask)?.receive(data, dataTask)
    }

    #if canImport(FoundationNetworking)
        /// A 401 is an answer like any other. Linux asks for credentials once it has all of it, and without them neither
        /// completes nor fails.
        func urlSession(
            _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
            completionHandler: @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
        ) {
            exchange(task)?.end(task)
        }
    #else
        func urlSession(
            _ session: URLSession, didReceive challenge: URLAuthenticationChallenge,
            completionHandler: @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
        ) {
            let credential = answerChallenge?(challenge)
            completionHandler(credential == nil ? .performDefaultHandling : .useCredential, credential)
        }
    #endif

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        exchange(task)?.complete(error)
    }
}

nonisolated extension HTTPURLResponse {
    var fields: HTTPFields {
        var fields = HTTPFields()
        for case (let name as String, let value as String) in allHeaderFields { fields.append(name, value) }
        return fields
    }

    /// The length that the head announces, unless it is that of another form than the one received.
    func expectedBytes(_ hasBody: Bool) -> Int? {
        guard hasBody, statusCode != 204, statusCode != 304, value(forHTTPHeaderField: "Content-Encoding") == nil else {
            return nil
        }
        return value(forHTTPHeaderField: "Content-Length").flatMap { Int($0) }
    }
}

nonisolated extension TransportError {
    /// Keeps nothing of the error but its meaning: its dictionary holds the URL, and with it a key in the query.
    /// - Parameter received: how much of a body had arrived, nil if no answer had begun.
    init(_ error: any Error, received: Int?, expected: Int?) {
        guard let error = error as? URLError else {
            self = .failed("URLSession failed")
            return
        }
        switch error.code {
        case .cancelled: self = .cancelled
        case .timedOut: self = .timedOut
        case _ where received != nil: self = .truncatedBody(received: received ?? 0, expected: expected)
        case .cannotConnectToHost: self = .connectionRefused
        case .cannotFindHost, .dnsLookupFailed: self = .hostNotFound
        case .networkConnectionLost, .notConnectedToInternet, .badServerResponse: self = .connectionLost
        case .secureConnectionFailed, .serverCertificateHasBadDate, .serverCertificateUntrusted,
            .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid, .clientCertificateRejected,
            .clientCertificateRequired, .appTransportSecurityRequiresSecureConnection:
            self = .insecureConnection("URLError \(error.code.rawValue)")
        default: self = .failed("URLError \(error.code.rawValue)")
        }
    }
}
