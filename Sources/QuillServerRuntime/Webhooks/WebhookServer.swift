import QuillRuntime

/// How a receiver tells the requests of a service apart. A webhook is known by its name in the document, a callback by
/// those of its operation and its own: `createStream/onData`.
public nonisolated enum WebhookRouting: Sendable, Hashable {
    /// By paths: each arrives at `/` and its name, unless it has another path here.
    case paths([String: String])
    /// All arrive at one address, and a header field holds the name: `.field("X-Event")`.
    case field(String)
    /// All arrive at one address, and a member of the JSON body holds the name: `.member("type")`.
    case member(String)
}

/// Receives what a service sends of itself: an ``OperationServer`` of webhooks and callbacks.
public nonisolated struct WebhookServer<Service: Sendable>: HTTPResponder {
    private let server: OperationServer<Service>
    private let routing: WebhookRouting
    private let options: ServerOptions

    /// - Parameter authenticator: tells who presents a credential, where the document asks for one.
    public init(
        service: Service, routes: [Route<Service>], routing: WebhookRouting, schemes: [String: SecuritySchemeInfo],
        scopeRules: ScopeRules, authenticator: any Authenticator, options: ServerOptions
    ) {
        var routes = routes
        if case .paths(let paths) = routing {
            for (name, path) in paths {
                let usual = Self.path(of: name)
                routes = routes.map { $0.operation.path == usual ? $0.moved(to: path) : $0 }
            }
        }
        server = OperationServer(
            service: service, routes: routes, schemes: schemes, scopeRules: scopeRules, authenticator: authenticator,
            options: options)
        self.routing = routing
        self.options = options
    }

    /// The answer to a request.
    public func respond(to request: HTTPRequest) async -> HTTPResponse {
        var request = request
        let name: String?
        switch routing {
        case .paths: return await server.respond(to: request)
        case .field(let field): name = request.fields[field]
        case .member(let member):
            do {
                let bytes = try await request.body.collect(upTo: options.maximumBodyBytes)
                request.body = HTTPBody(bytes)
                name = try JSONValue(json: bytes, limits: options.jsonLimits)[member]?.string
            } catch let error as HTTPBody.TooLarge {
                return Refusal.tooLarge(error.limit).response
            } catch {
                return Refusal(400, "The body is no JSON.").response
            }
        }
        guard let name else { return Refusal(400, "The request does not say what it is about.").response }
        request.target = options.basePath + Self.path(of: name) + (request.query.map { "?\($0)" } ?? "")
        return await server.respond(to: request)
    }

    /// The path of a webhook in the generated routes.
    private static func path(of name: String) -> String {
        "/" + name.split(separator: "/").map { PercentEncoding.unreserved.encode(String($0)) }.joined(separator: "/")
    }
}

nonisolated extension Route {
    /// The same at another path.
    fileprivate func moved(to path: String) -> Route {
        Route(
            OperationInfo(
                operation.id, operation.method, path, operation.security, bodyRule: operation.bodyRule,
                answerRules: operation.answerRules),
            answering: mediaTypes, handler)
    }
}
