import HTTPTypes
import Hummingbird
import Logging
import NIOCore

import struct HummingbirdCore.HTTP1Channel

/// Serves a generated server on Hummingbird:
///
///     let server = PostHogServer(service: service, authenticator: keys)
///     try await HummingbirdAdapter(server).application(address: .hostname("127.0.0.1", port: 8080)).runService()
///
/// Bodies stream both ways. When a client disconnects, the task of its request is cancelled.
public struct HummingbirdAdapter<Server: ServiceResponder>: HTTPResponder {
    private let server: Server

    /// Adapts a generated server.
    public init(_ server: Server) {
        self.server = server
    }

    /// An application that serves nothing else.
    /// - Parameters:
    ///   - address: where to listen; port 0 for any that is free.
    ///   - logger: Hummingbird's own log.
    ///   - onListening: told the port, once the server accepts connections.
    public func application(
        address: BindAddress, logger: Logger = Logger(label: "server"),
        onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        Application(
            responder: self,
            server: .http1(configuration: HTTP1Channel.Configuration(additionalChannelHandlers: [ConnectionWatch()])),
            configuration: ApplicationConfiguration(address: address),
            onServerRunning: { channel in
                if let port = channel.localAddress?.port { await onListening(port) }
            },
            logger: logger)
    }

    /// Answers one request.
    public func respond(to request: Request, context: ConnectionContext) async throws -> Response {
        // An application put together without `application(…)` has no watch, and one that is gone none anymore.
        let watch = try? await context.channel.pipeline.handler(type: ConnectionWatch.self).get()
        let task = Task { [server] in await server.respond(to: ServiceRequest(request)) }
        watch?.onDisconnect { task.cancel() }
        defer { watch?.onDisconnect(nil) }
        if !context.channel.isActive { task.cancel() }
        return await withTaskCancellationHandler {
            await Response(task.value, watchedBy: watch)
        } onCancel: {
            task.cancel()
        }
    }
}

/// What the adapter needs to know about a request's connection.
public struct ConnectionContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    let channel: any Channel

    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }
}

// MARK: - Messages

extension ServiceRequest {
    init(_ request: Request) {
        var fields = ServiceFields()
        for field in request.headers { fields.append(field.name.rawName, field.value) }
        // RFC 9112 §6.3: without either field a request has no body.
        let length = request.headers[.contentLength].flatMap { Int($0) }
        let hasBody = length.map { $0 > 0 } ?? (request.headers[.transferEncoding] != nil)
        self.init(
            method: ServiceMethod(rawValue: request.method.rawValue), scheme: request.head.scheme,
            authority: request.head.authority, target: request.head.path ?? "/", fields: fields,
            body: hasBody
                ? ServiceBody(stream: RequestChunks(body: request.body, length: length), length: length) : ServiceBody()
        )
    }
}

extension Response {
    init(_ response: ServiceResponse, watchedBy watch: ConnectionWatch?) {
        var headers = HTTPFields()
        for (name, value) in response.fields {
            guard let name = HTTPField.Name(name) else { continue }
            headers.append(HTTPField(name: name, value: value))
        }
        let body =
            if let bytes = response.body.bytes {
                bytes.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
            } else {
                ResponseBody(contentLength: response.body.length) { writer in
                    // Nobody else has it while the task runs. Writing alone would notice too late that the client has
                    // gone: a stream may have nothing to write for a long time.
                    nonisolated(unsafe) var output = writer
                    let task = Task {
                        for try await chunk in response.body { try await output.write(ByteBuffer(bytes: chunk)) }
                    }
                    watch?.onDisconnect { task.cancel() }
                    defer { watch?.onDisconnect(nil) }
                    try await withTaskCancellationHandler {
                        try await task.value
                    } onCancel: {
                        task.cancel()
                    }
                    try await output.finish(nil)
                }
            }
        self.init(status: HTTPResponse.Status(code: response.status), headers: headers, body: body)
    }
}

/// A request's body chunk by chunk.
///
/// To Hummingbird a connection that closes is the end of the body: whether all of it came, the length tells.
struct RequestChunks: AsyncSequence, Sendable {
    /// The client went away before its body was complete.
    struct EndedEarly: Error {}

    let body: RequestBody
    let length: Int?

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(buffers: body.makeAsyncIterator(), missing: length) }

    struct AsyncIterator: AsyncIteratorProtocol {
        var buffers: RequestBody.AsyncIterator
        var missing: Int?

        mutating func next() async throws -> [UInt8]? {
            guard let buffer = try await buffers.next() else {
                if let missing, missing > 0 { throw EndedEarly() }
                return nil
            }
            missing = missing.map { $0 - buffer.readableBytes }
            return Array(buffer: buffer)
        }
    }
}
