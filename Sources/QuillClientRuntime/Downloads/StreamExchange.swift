import Foundation
import QuillRuntime

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One request whose answer is read while it arrives. What is in memory is bounded. Where it is read slowly, the task is
/// suspended, and in the end the server waits. Linux cannot do that: a task that is suspended begins anew, and all sessions
/// share one thread, which must not wait for anybody; there the rest goes to temporary files, up to a limit.
nonisolated final class StreamExchange: SessionReceiver, @unchecked Sendable {
    // Guards everything below that changes.
    private let lock = NSLock()
    private let task: URLSessionTask
    private let owner: SessionOwner
    private let spool: SpooledFile?
    private let hasBody: Bool
    private let timeout: Duration
    private var response: HTTPURLResponse?
    private var headWaiting: CheckedContinuation<HTTPResponse, any Error>?
    private var chunkWaiting: CheckedContinuation<[UInt8]?, any Error>?
    private var clock: Task<Void, any Error>?
    private var buffer: [UInt8] = []
    private var received = 0
    private var isSuspended = false
    private var overflow: StreamOverflow?
    private var result: Result<Void, TransportError>?

    private static let bufferLimit = 256 << 10

    init(_ task: URLSessionTask, of owner: SessionOwner, holding spool: SpooledFile?, hasBody: Bool, timeout: Duration)
    {
        self.task = task
        self.owner = owner
        self.spool = spool
        self.hasBody = hasBody
        self.timeout = timeout
    }

    // MARK: What the client waits for

    /// Sends the request and waits for the head of the answer.
    func head() async throws -> HTTPResponse {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let result = lock.withLock {
                    if self.result == nil {
                        headWaiting = continuation
                        startClock()
                        task.resume()
                    }
                    return self.result
                }
                if case .failure(let fault) = result { continuation.resume(throwing: fault) }
            }
        } onCancel: {
            stop(.cancelled)
        }
    }

    /// The bytes that have arrived; nil at the end.
    func next() async throws -> [UInt8]? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let ready: Result<[UInt8]?, TransportError>? = lock.withLock {
                    if !buffer.isEmpty {
                        defer { buffer = [] }
                        letMoreArrive()
                        return .success(buffer)
                    }
                    if let count = overflow?.unread, count > 0 {
                        do {
                            return .success(try overflow?.next(upTo: Self.bufferLimit))
                        } catch {
                            return .failure(.failed("what arrived cannot be read back: \(error)"))
                        }
                    }
                    if let result { return result.map { nil } }
                    chunkWaiting = continuation
                    startClock()
                    return nil
                }
                if let ready { continuation.resume(with: ready) }
            }
        } onCancel: {
            stop(.cancelled)
        }
    }

    /// Ends the exchange, if it has not ended yet. Not on this thread: Linux would wait for the delegate call that this
    /// may be in.
    func stop(_ fault: TransportError) {
        if finish(.failure(fault)) {
            DispatchQueue.global().async { [task] in task.cancel() }
        }
    }

    /// With the lock held: what nothing arrives for in time is over.
    private func startClock() {
        clock = Task { [timeout] in
            try await Task.sleep(for: timeout)
            stop(.timedOut)
        }
    }

    private func stopClock() {
        clock?.cancel()
        clock = nil
    }

    /// With the lock held.
    private func letMoreArrive() {
        if isSuspended {
            isSuspended = false
            task.resume()
        }
    }

    /// False if the exchange had finished before.
    @discardableResult
    private func finish(_ result: Result<Void, TransportError>) -> Bool {
        let (isFirst, head, chunk) = lock.withLock {
            guard self.result == nil else {
                return (
                    false, nil as CheckedContinuation<HTTPResponse, any Error>?,
                    nil as CheckedContinuation<[UInt8]?, any Error>?
                )
            }
            self.result = result
            stopClock()
            letMoreArrive()
            defer { (headWaiting, chunkWaiting) = (nil, nil) }
            return (true, headWaiting, chunkWaiting)
        }
        if isFirst {
            DispatchQueue.global().async { [owner, task] in owner.delegate.remove(task) }
            head?.resume(with: result.flatMap { .failure(.connectionLost) })
            chunk?.resume(with: result.map { nil })
        }
        return isFirst
    }

    // MARK: What the session tells

    func begin(_ response: URLResponse) {
        guard let response = response as? HTTPURLResponse else { return }
        let waiting = lock.withLock {
            self.response = response
            stopClock()
            defer { headWaiting = nil }
            return headWaiting
        }
        let chunks = StreamChunks(holder: StreamHolder(exchange: self))
        waiting?.resume(
            returning: HTTPResponse(
                status: response.statusCode, fields: response.fields,
                body: HTTPBody(stream: chunks, length: response.expectedBytes(hasBody))))
    }

    func receive(_ data: Data, _ task: URLSessionTask) {
        lock.lock()
        guard result == nil else { return lock.unlock() }
        received += data.count
        if let waiting = chunkWaiting {
            chunkWaiting = nil
            stopClock()
            lock.unlock()
            return waiting.resume(returning: Array(data))
        }
        let fault = keep(data, task)
        lock.unlock()
        if let fault { stop(fault) }
    }

    /// With the lock held: keeps what nobody waits for. Says why there is no room for it.
    private func keep(_ data: Data, _ task: URLSessionTask) -> TransportError? {
        #if canImport(FoundationNetworking)
            let isOverflowing = (overflow?.unread ?? 0) > 0
            guard isOverflowing || buffer.count + data.count > Self.bufferLimit else {
                buffer += data
                return nil
            }
            do {
                var file = overflow ?? StreamOverflow(limit: owner.unreadLimit)
                try file.append(data)
                overflow = file
                return nil
            } catch {
                return error as? TransportError ?? .failed("what arrived cannot be kept: the disk may be full")
            }
        #else
            buffer += data
            if buffer.count > Self.bufferLimit, !isSuspended {
                isSuspended = true
                task.suspend()
            }
            return nil
        #endif
    }

    func complete(_ error: (any Error)?) {
        let result: Result<Void, TransportError> = lock.withLock {
            let expected = response?.expectedBytes(hasBody)
            if let error {
                return .failure(
                    TransportError(error, received: response == nil ? nil : received, expected: expected))
            }
            guard response != nil else { return .failure(.connectionLost) }
            if let expected, received < expected {
                return .failure(.truncatedBody(received: received, expected: expected))
            }
            return .success(())
        }
        finish(result)
    }

    func end(_ task: URLSessionTask) {
        complete(nil)
        DispatchQueue.global().async { task.cancel() }
    }
}

/// Ends the exchange when nobody can read its answer any more.
private nonisolated final class StreamHolder: Sendable {
    let exchange: StreamExchange

    init(exchange: StreamExchange) {
        self.exchange = exchange
    }

    deinit { exchange.stop(.cancelled) }
}

/// The answer of an exchange. Who iterates again goes on where the last one stopped.
private nonisolated struct StreamChunks: AsyncSequence, AsyncIteratorProtocol, Sendable {
    typealias Element = [UInt8]

    let holder: StreamHolder

    func makeAsyncIterator() -> StreamChunks { self }

    mutating func next() async throws -> [UInt8]? { try await holder.exchange.next() }
}
