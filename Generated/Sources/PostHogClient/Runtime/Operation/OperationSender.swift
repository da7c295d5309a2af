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
public nonisolated struct OperationSender: Sendable {
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

    // MARK: One result

    /// The value of a JSON answer.
    public func json<Value: JSONRepresentable>(
        _ request: OperationRequest, success: StatusSet, errors: [DocumentedError] = []
    ) async throws -> Value {
        try json(
            in: await answer(to: request, accepting: "application/json", success: success, errors: errors), to: request)
    }

    /// An answer whose body, if there is one, does not matter.
    public func empty(
        _ request: OperationRequest, success: StatusSet, errors: [DocumentedError] = []
    ) async throws {
        _ = try await answer(to: request, accepting: "*/*", success: success, errors: errors)
    }

    /// The bytes of an answer that is not JSON.
    public func bytes(
        _ request: OperationRequest, success: StatusSet, errors: [DocumentedError] = []
    ) async throws -> [UInt8] {
        try await answer(to: request, accepting: "*/*", success: success, errors: errors).body.bytes ?? []
    }

    /// The content of an answer that is not JSON.
    public func body(
        _ request: OperationRequest, success: StatusSet, errors: [DocumentedError] = []
    ) async throws -> HTTPBody {
        try await answer(to: request, accepting: "*/*", success: success, errors: errors).body
    }

    /// The text of an answer, as UTF-8; what is not UTF-8 is replaced.
    public func text(
        _ request: OperationRequest, success: StatusSet, errors: [DocumentedError] = []
    ) async throws -> String {
        let accepted = "text/*, */*;q=0.5"
        let answer = try await answer(to: request, accepting: accepted, success: success, errors: errors)
        return String(decoding: answer.body.bytes ?? [], as: UTF8.self)
    }

    // MARK: Several results

    /// The whole answer, its body in memory, for an operation with more than one successful answer.
    public func response(
        _ request: OperationRequest, success: StatusSet = .any, errors: [DocumentedError] = []
    ) async throws -> HTTPResponse {
        try await answer(to: request, accepting: "application/json, */*;q=0.5", success: success, errors: errors)
    }

    /// The JSON value in an answer that ``response(_:success:errors:)`` gave.
    public func json<Value: JSONRepresentable>(
        in response: HTTPResponse, to request: OperationRequest
    ) throws -> Value {
        let type = response.fields["Content-Type"]
        // A body of no stated type is worth the try; whether it is JSON will show.
        guard MediaType(type)?.isJSON ?? true else {
            throw request.fault(.unexpectedContentType(type, expected: "JSON"))
        }
        do {
            return try Value(
                json: response.body.bytes ?? [], validating: configuration.validation.contains(.responses),
                limits: configuration.jsonLimits)
        } catch {
            throw request.fault(.malformedBody(error))
        }
    }

    // MARK: Pages

    /// The items of a list, page by page.
    /// - Parameter offset: the query parameter to count on, where the pages have no links.
    public func pages<P: Page>(
        _ request: OperationRequest, success: StatusSet, offset: String? = nil, errors: [DocumentedError] = []
    ) -> PagedResults<P> {
        PagedResults(
            pages: PagedResults.Pages(request: request, offset: offset, origin: origin) { request, target in
                let target = try target ?? self.target(of: request)
                let answer = try await answer(
                    to: request, at: target, accepting: "application/json", success: success, errors: errors)
                return (try json(in: answer, to: request), target)
            })
    }

    // MARK: The way there and back

    /// Sends a request and reads its answer, which has one of the statuses in `success`.
    private func answer(
        to request: OperationRequest, at target: String? = nil, accepting types: String, success: StatusSet,
        errors: [DocumentedError]
    ) async throws -> HTTPResponse {
        let operation = request.operation
        let target = try target ?? self.target(of: request)
        if configuration.validation.contains(.requests) {
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
            documented: success.patterns + errors.map(\.status))

        var message = HTTPRequest(
            method: operation.method, scheme: origin.scheme, authority: origin.authority, target: target,
            fields: request.fields, body: request.body)
        if message.fields["Accept"] == nil { message.fields["Accept"] = types }
        if let userAgent = configuration.userAgent, message.fields["User-Agent"] == nil {
            message.fields["User-Agent"] = userAgent
        }
        var answer = try await send(message, through: configuration.middleware[...], to: exchange)
        let bytes: [UInt8]
        do {
            bytes = try await answer.body.collect(upTo: configuration.maximumResponseBytes)
        } catch {
            throw exchange.fault(whileReading: error)
        }
        answer.body = HTTPBody(bytes)
        return try checked(answer, bytes, operation, success, errors)
    }

    private func target(of request: OperationRequest) throws(ClientError) -> String {
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

    /// The answer, if the entry that describes its status most closely is a success.
    private func checked(
        _ answer: HTTPResponse, _ bytes: [UInt8], _ operation: OperationInfo, _ success: StatusSet,
        _ errors: [DocumentedError]
    ) throws -> HTTPResponse {
        var closest = success.precision(for: answer.status) ?? -1
        var documented: DocumentedError?
        for error in errors {
            if let precision = error.status.precision(for: answer.status), precision > closest {
                (closest, documented) = (precision, error)
            }
        }
        if let error = documented?.error(operation, answer, bytes, configuration.jsonLimits) { throw error }
        if documented == nil, closest >= 0 { return answer }
        var excerpt = answer
        excerpt.body = HTTPBody(Array(bytes.prefix(16 * 1024)))
        throw ClientError(operationID: operation.id, reason: .unexpectedStatus(excerpt))
    }
}
