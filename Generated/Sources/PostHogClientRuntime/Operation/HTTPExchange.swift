// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import Foundation
import PostHogRuntime

/// One call on its way to the server: attempts, and redirects within the origin.
nonisolated struct HTTPExchange: Sendable {
    let operation: OperationInfo
    let origin: ServerOrigin
    let credentials: ChosenCredentials
    let configuration: ClientConfiguration
    /// The statuses that the operation describes. A redirect that is one of them is its answer.
    let documented: [StatusPattern]
    /// Whether the answer is read while it arrives.
    var isStreamed = false

    private static var redirectLimit: Int { 5 }

    /// Sends the request as often as the retry policy says.
    /// - Throws: ``ClientError``
    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let (policy, timing) = (configuration.retry, configuration.timing)
        // A stream is gone once it was sent.
        let attempts = request.body.bytes == nil ? 1 : policy.attempts
        var attempt = 1
        while true {
            let outcome: Result<HTTPResponse, TransportError>
            do {
                outcome = .success(try await follow(request))
            } catch let fault as TransportError {
                outcome = .failure(fault)
            }
            let wait = policy.delay(after: attempt, outcome, to: request.method, timing: timing)
            guard let wait, attempt < attempts else {
                return try outcome.mapError { ClientError(operationID: operation.id, fault: $0) }.get()
            }
            attempt += 1
            do {
                try await timing.sleep(wait)
            } catch {
                throw fault(.cancelled)
            }
        }
    }

    /// Makes one attempt, and goes where the server redirects it within the origin.
    /// - Throws: ``TransportError``, for the policy to judge; ``ClientError``
    private func follow(_ request: HTTPRequest) async throws -> HTTPResponse {
        var request = request
        for _ in 0...Self.redirectLimit {
            let answer = try await attempt(request)
            guard let redirect = Redirect(answer, to: request.method), !describes(answer.status) else { return answer }
            guard let url = origin.resolve(redirect.location, from: request.target),
                let target = origin.target(of: url, exactly: true), origin.receives(request)
            else {
                // Without its query, which may repeat a key.
                throw fault(.redirected(to: String(redirect.location.prefix { $0 != "?" && $0 != "#" })))
            }
            if redirect.method != request.method {
                (request.method, request.body) = (redirect.method, HTTPBody())
                request.fields.remove("Content-Type")
            } else if request.body.bytes == nil {
                // The stream that was sent cannot be sent again.
                return answer
            }
            request.target = target
        }
        throw fault(.tooManyRedirects(limit: Self.redirectLimit))
    }

    /// Sends the request with its credentials, and once more where the service refuses one that can be renewed.
    private func attempt(_ request: HTTPRequest) async throws -> HTTPResponse {
        let (answer, secrets) = try await presented(request)
        guard answer.status == 401, request.body.bytes != nil, try await credentials.renew(secrets, after: answer)
        else { return answer }
        return try await presented(request).answer
    }

    private func presented(_ request: HTTPRequest) async throws -> (answer: HTTPResponse, secrets: [String?]) {
        var request = request
        if Task.isCancelled { throw fault(.cancelled) }
        // A middleware may send a request elsewhere; the credentials stay at home.
        let secrets = origin.receives(request) ? try await credentials.present(on: &request) : []
        do {
            let (transport, timeout) = (configuration.transport, configuration.timeout)
            let answer =
                isStreamed
                ? try await transport.stream(request, timeout: timeout)
                : try await transport.send(request, timeout: timeout)
            return (answer, secrets)
        } catch let error as TransportError {
            throw error
        } catch {
            throw fault(error is CancellationError || Task.isCancelled ? .cancelled : .transport(error))
        }
    }

    /// What went wrong while a body arrived, or with what arrived.
    @Sendable func fault(whileReading error: any Error) -> any Error {
        switch error {
        case let error as JSONError: fault(.malformedBody(error))
        case let error as ClientError: error
        case let error as TransportError: ClientError(operationID: operation.id, fault: error)
        case let error as HTTPBody.TooLarge: fault(.responseTooLarge(limit: error.limit))
        case is CancellationError: fault(.cancelled)
        default: fault(.transport(error))
        }
    }

    private func describes(_ status: Int) -> Bool {
        documented.contains { $0 != .default && $0.precision(for: status) != nil }
    }

    private func fault(_ reason: ClientError.Reason) -> ClientError {
        ClientError(operationID: operation.id, reason: reason)
    }
}

/// Where an answer sends the request, and with which method (RFC 9110 §15.4).
private nonisolated struct Redirect {
    let location: String
    let method: HTTPMethod

    init?(_ answer: HTTPResponse, to method: HTTPMethod) {
        guard let location = answer.fields["Location"] else { return nil }
        switch answer.status {
        case 301, 302: self.method = method == .post ? .get : method
        case 303: self.method = method == .head ? .head : .get
        case 307, 308: self.method = method
        default: return nil
        }
        self.location = location
    }
}
