import Foundation
import QuillNodes
import QuillOpenAPI

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Asks allowed hosts for files.
///
/// Nothing is asked that the rules do not allow, redirects included. Sends neither cookies nor credentials, and keeps
/// nothing for the next run.
final class RemoteFile: NSObject, URLSessionDataDelegate, @unchecked Sendable {
    // Unchecked: what changes is touched on the session's serial queue, and read once that has signalled its end.
    private let rules: ReferenceRules
    private let limit: Int
    private let done = DispatchSemaphore(value: 0)
    private var bytes: [UInt8] = []
    private var failure: String?

    private static let redirectLimit = 5
    private var redirects = 0

    private init(rules: ReferenceRules, limit: Int) {
        self.rules = rules
        self.limit = limit
    }

    /// The bytes that a host answers with.
    ///
    /// - Parameters:
    ///   - url: of `http` or `https`.
    ///   - limit: of bytes.
    ///   - timeLimit: for the whole answer, in seconds.
    /// - Throws: where the host may not be asked, does not answer in time, with too much, or with anything but success.
    static func bytes(
        at url: String, rules: ReferenceRules, limit: Int = ReadingLimits.standard.bytes, timeLimit: Double = 30
    ) throws(InputFile.Failure) -> [UInt8] {
        guard rules.allow(url), let target = URL(string: url) else {
            throw InputFile.Failure(description: "its host may not be asked")
        }
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = timeLimit
        configuration.timeoutIntervalForResource = timeLimit
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        configuration.httpAdditionalHeaders = ["Accept": "application/json, application/yaml, text/yaml, */*;q=0.5"]
        let receiver = RemoteFile(rules: rules, limit: limit)
        let queue = OperationQueue()
        queue.maxConcurrentOperationCount = 1
        let session = URLSession(configuration: configuration, delegate: receiver, delegateQueue: queue)
        session.dataTask(with: target).resume()
        // The session's own limit ends the task; this one ends the wait whatever the session does.
        let isInTime = receiver.done.wait(timeout: .now() + timeLimit + 5) == .success
        session.invalidateAndCancel()
        guard isInTime else { throw InputFile.Failure(description: "the host does not answer in time") }
        if let failure = receiver.failure { throw InputFile.Failure(description: failure) }
        return receiver.bytes
    }

    // MARK: URLSessionDataDelegate

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        redirects += 1
        let url = request.url?.absoluteString ?? ""
        guard redirects <= Self.redirectLimit else {
            failure = "the host redirects more than \(Self.redirectLimit) times"
            return completionHandler(nil)
        }
        guard rules.allow(url) else {
            failure = "the host redirects to `\(url)`, which may not be asked"
            return completionHandler(nil)
        }
        completionHandler(request)
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        let status = (response as? HTTPURLResponse)?.statusCode ?? 0
        if failure == nil, !(200..<300).contains(status) { failure = "the host answers with the status \(status)" }
        if failure == nil, response.expectedContentLength > limit { failure = tooLarge }
        completionHandler(failure == nil ? .allow : .cancel)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        guard failure == nil else { return }
        guard bytes.count + data.count <= limit else {
            failure = tooLarge
            return dataTask.cancel()
        }
        bytes += data
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        if failure == nil, let error {
            failure =
                (error as? URLError)?.code == .timedOut
                ? "the host does not answer in time" : "the host cannot be asked: \(error.localizedDescription)"
        }
        done.signal()
    }

    private var tooLarge: String { "it has more than \(limit) bytes" }
}
