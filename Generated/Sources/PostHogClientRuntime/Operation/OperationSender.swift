// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import Foundation
import PostHogRuntime

/// Carries out the operations of a client. Generated methods describe a call as an ``OperationRequest`` and name what
/// they expect back; everything in between happens here, in this order:
///
///     arguments checked → credentials chosen, scopes checked → middleware
///         → attempts, each: credentials presented → transport → redirects within the origin
///         → body read → status and type checked → value decoded
///
/// All calls throw ``OperationError``s: an `ErrorResponse` for a documented error, a ``ClientError`` for anything else,
/// besides errors of the middleware's own, which pass through unchanged.
///
/// Nothing of it changes. It is no struct because every group of operations holds it, and every method of one: copies of
/// all that it has would be a good part of the code of a client.
public nonisolated final class OperationSender: Sendable {
    public let configuration: ClientConfiguration
    let credentials: ClientCredentials
    let schemes: [String: SecuritySchemeInfo]
    let rules: ScopeRules
    let origin: ServerOrigin?

    /// - Parameters:
    ///   - schemes: the document's security schemes by name; a name without an entry is taken for a bearer token.
    ///   - scopeRules: what holding a scope includes.
    public init(
        configuration: ClientConfiguration, credentials: ClientCredentials,
        schemes: [String: SecuritySchemeInfo] = [:], scopeRules: ScopeRules = ScopeRules()
    ) {
        self.configuration = configuration
        self.credentials = credentials
        self.schemes = schemes
        rules = scopeRules
        origin = configuration.server.flatMap(ServerOrigin.init)
    }

    // MARK: The way there and back

    /// Sends a request and reads its answer, which has one of the statuses in `success`.
    /// - Parameter isStreamed: whether the body of a success is left to be read while it arrives.
    func answer(
        to request: OperationRequest, at target: String? = nil, accepting types: String, success: StatusSet,
        errors: [DocumentedError], isStreamed: Bool = false
    ) async throws -> HTTPResponse {
        let operation = request.operation
        let target = try target ?? self.target(of: request)
        if configuration.validation.contains(.requests) {
            try request.checkParameters()
            do throws(JSONError) {
                try request.bodyCheck?()
            } catch {
                throw request.fault(.invalidBody(error))
            }
        }
        guard let origin = origin(of: request) else { throw request.fault(.invalidServer) }
        let chosen = try ChosenCredentials(for: operation, from: credentials, schemes: schemes, rules: rules)
        let exchange = HTTPExchange(
            operation: operation, origin: origin, credentials: chosen, configuration: configuration,
            documented: success.patterns + errors.map(\.status), isStreamed: isStreamed)

        var message = HTTPRequest(
            method: operation.method, scheme: origin.scheme, authority: origin.authority, target: target,
            fields: request.fields, body: request.body)
        if message.fields["Accept"] == nil { message.fields["Accept"] = types }
        if let userAgent = configuration.userAgent, message.fields["User-Agent"] == nil {
            message.fields["User-Agent"] = userAgent
        }
        var answer = try await send(message, through: configuration.middleware[...], to: exchange)
        if isStreamed, documented(answer.status, success, errors).isSuccess {
            let type = answer.fields["Content-Type"]
            if answer.body.bytes == nil {
                answer.body = HTTPBody(
                    stream: WatchedChunks(body: answer.body, fault: exchange.fault(whileReading:)),
                    length: answer.body.length)
            }
            answer.body.contentType = type
            return answer
        }
        let bytes: [UInt8]
        do {
            bytes = try await answer.body.collect(upTo: configuration.maximumResponseBytes)
        } catch {
            throw exchange.fault(whileReading: error)
        }
        answer.body = HTTPBody(bytes)
        return try checked(answer, bytes, operation, success, errors)
    }

    func target(of request: OperationRequest) throws(ClientError) -> String {
        let basePath = request.destination == nil ? origin(of: request)?.basePath : nil
        return (basePath ?? "") + (try request.target())
    }

    /// The server of an operation that the document gives one of its own, which receives the credentials as well. Only
    /// while the client talks to a documented server: against a test server every operation goes there.
    private func origin(of request: OperationRequest) -> ServerOrigin? {
        if let destination = request.destination { return ServerOrigin(destination) }
        // Without a host it is another place on the same one.
        if let server = request.server, server.scheme == nil {
            return origin?.resolve(server.relativeString, from: "/").flatMap(ServerOrigin.init)
        }
        guard let server = request.server, request.usualServers.contains(where: { ServerOrigin($0) == origin }) else {
            return origin
        }
        return ServerOrigin(server)
    }

    private func send(
        _ message: HTTPRequest, through middleware: ArraySlice<any ClientMiddleware>, to exchange: HTTPExchange
    ) async throws -> HTTPResponse {
        guard let first = middleware.first else { return try await exchange.send(message) }
        return try await first.intercept(message, operation: exchange.operation) { message in
            try await send(message, through: middleware.dropFirst(), to: exchange)
        }
    }

    /// The entry that describes a status most closely: a success, an error, or none.
    private func documented(
        _ status: Int, _ success: StatusSet, _ errors: [DocumentedError]
    ) -> (isSuccess: Bool, error: DocumentedError?) {
        var closest = success.precision(for: status) ?? -1
        var documented: DocumentedError?
        for error in errors {
            if let precision = error.status.precision(for: status), precision > closest {
                (closest, documented) = (precision, error)
            }
        }
        return (documented == nil && closest >= 0, documented)
    }

    /// The answer, if it is a success.
    private func checked(
        _ answer: HTTPResponse, _ bytes: [UInt8], _ operation: OperationInfo, _ success: StatusSet,
        _ errors: [DocumentedError]
    ) throws -> HTTPResponse {
        let (isSuccess, documented) = documented(answer.status, success, errors)
        if isSuccess { return answer }
        let isValidated = configuration.validation.contains(.responses)
        var excerpt = answer
        excerpt.body = HTTPBody(Array(bytes.prefix(16 * 1024)))
        var reason = ClientError.Reason.unexpectedStatus(excerpt)
        var error: (any OperationError)?
        do throws(JSONError) {
            error = try documented?.error(
                DocumentedError.Answer(
                    operation: operation, response: answer, bytes: bytes, limits: configuration.jsonLimits,
                    isValidated: isValidated))
        } catch {
            if isValidated { reason = .malformedError(excerpt, error) }
        }
        throw error ?? ClientError(operationID: operation.id, reason: reason)
    }
}

/// The chunks of an answer, whose errors are told in the words of a call.
private nonisolated struct WatchedChunks: AsyncSequence, Sendable {
    typealias Element = [UInt8]

    let body: HTTPBody
    let fault: @Sendable (any Error) -> any Error

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(chunks: body.makeAsyncIterator(), fault: fault) }

    nonisolated struct AsyncIterator: AsyncIteratorProtocol {
        var chunks: HTTPBody.AsyncIterator
        let fault: @Sendable (any Error) -> any Error

        mutating func next() async throws -> [UInt8]? {
            do {
                return try await chunks.next()
            } catch {
                throw fault(error)
            }
        }
    }
}
