// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import PostHogRuntime

/// Answers requests by the routes of a document. Each request goes the same way:
///
/// 1. The route: 404 for an unknown path, 405 with `Allow` for an unknown method; OPTIONS is answered with 204.
/// 2. The caller: 401 without a credential that is known, 403 without the scopes. No handler runs before this.
/// 3. `Accept`: 406 if it excludes all that the operation answers with.
/// 4. The handler, with its parameters and its body: 400, 413, 415 or 422.
///
/// What a handler throws is the answer where it is a `Problem` or an `ErrorResponse`. Anything else is answered with
/// 500 and told only to ``ServerOptions/onError``, as is what breaks off a body while it is sent. Every refusal is a problem document (RFC 9457).
public nonisolated struct OperationServer<Service: Sendable>: HTTPResponder {
    private let service: Service
    private let routes: [Route<Service>]
    private let table: RouteTable
    private let security: SecurityPolicy
    private let options: ServerOptions

    /// Builds the server's route table; done once, when the program starts.
    /// - Parameters:
    ///   - service: what the routes' handlers are given.
    ///   - routes: the operations of the document.
    ///   - schemes: its security schemes by name.
    ///   - scopeRules: which scopes include others.
    ///   - authenticator: tells who presents a credential.
    ///   - options: limits and hooks.
    public init(
        service: Service, routes: [Route<Service>], schemes: [String: SecuritySchemeInfo] = [:],
        scopeRules: ScopeRules = ScopeRules(includes: [:]), authenticator: any Authenticator,
        options: ServerOptions = ServerOptions()
    ) {
        self.service = service
        self.routes = routes
        self.options = options
        table = RouteTable(operations: routes.map(\.operation), basePath: options.basePath)
        security = SecurityPolicy(
            schemes: schemes, scopeRules: scopeRules, authenticator: authenticator, options: options)
    }

    /// The answer to a request.
    public func respond(to request: HTTPRequest) async -> HTTPResponse {
        var response = await answer(to: request)
        if request.method == .head {
            // RFC 9110 §9.3.2: the fields of the answer to GET, its length among them, and no body.
            if let length = response.body.length { response.fields["Content-Length"] = String(length) }
            response.body = HTTPBody()
        }
        return response
    }

    private func answer(to request: HTTPRequest) async -> HTTPResponse {
        if request.method == .options, request.target == "*" { return .empty(204) }
        let path: RequestPath
        do {
            path = try RequestPath(target: request.target, maximumSegments: table.maximumSegments)
        } catch {
            return Refusal(400, error.detail).response
        }
        switch table.match(request.method, path) {
        case .unknownPath:
            return Refusal(404, "There is nothing at this path.").response
        case .otherMethods(let allowed):
            let fields: HTTPFields = ["Allow": Self.list(allowed)]
            guard request.method == .options else {
                return Refusal(405, "\(request.method.rawValue) is not answered here.", fields: fields).response
            }
            return HTTPResponse(status: 204, fields: fields, body: HTTPBody())
        case .route(let index, let parameters, let allowed):
            var response = await answer(to: request, by: routes[index], parameters)
            // RFC 9110 §15.5.6 wants the other methods named, also where 405 is the documented answer.
            if response.status == 405, response.fields["Allow"] == nil {
                response.fields["Allow"] = Self.list(allowed.filter { $0 != request.method })
            }
            return response
        }
    }

    private func answer(
        to request: HTTPRequest, by route: Route<Service>, _ parameters: [SentItem]
    ) async -> HTTPResponse {
        do {
            let caller = try await security.caller(of: route.operation, sending: request)
            guard
                route.mediaTypes.isEmpty
                    || HTTPMediaType.preferred(of: route.mediaTypes, by: request.fields) != nil
            else {
                throw Refusal(406, "The operation answers with \(route.mediaTypes.joined(separator: ", ")).")
            }
            var call = ServerCall(
                request, operation: route.operation, caller: caller, pathItems: parameters, options: options)
            return reporting(try await route.handler(&call, service), of: route.operation)
        } catch let error as HTTPBody.TooLarge {
            return Refusal.tooLarge(error.limit).response
        } catch is CancellationError {
            return Refusal(503, "The request was cancelled.").response
        } catch {
            if let answer = (error as? any AnsweringError)?.answer { return answer }
            options.onError?(error, route.operation)
            return Refusal(500, "The server failed to answer.").response
        }
    }

    /// The answer, of which an error in the middle is told as well.
    private func reporting(_ response: HTTPResponse, of operation: OperationInfo) -> HTTPResponse {
        guard let onError = options.onError, response.body.bytes == nil else { return response }
        var response = response
        let chunks = ReportedChunks(body: response.body) { onError($0, operation) }
        response.body = HTTPBody(stream: chunks, length: response.body.length)
        return response
    }

    private static func list(_ methods: [HTTPMethod]) -> String { methods.map(\.rawValue).joined(separator: ", ") }
}

/// Answers HTTP requests; what an engine's adapter is given. Generated servers are responders.
public nonisolated protocol HTTPResponder: Sendable {
    /// The answer to a request. Whatever goes wrong is an answer too.
    func respond(to request: HTTPRequest) async -> HTTPResponse
}
