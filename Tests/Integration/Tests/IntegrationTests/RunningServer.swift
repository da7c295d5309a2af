import Foundation
import Hummingbird
import HummingbirdAdapter
import Logging
import PostHogDemo
import PostHogServer

/// A server on a real port, in this process.
struct RunningServer: Sendable {
    let port: Int

    var url: URL { URL(string: "http://127.0.0.1:\(port)") ?? URL(filePath: "/") }

    /// Runs a service while a test talks to it.
    static func serving<Result: Sendable>(
        _ service: some PostHogService, address: ServiceAddress = ServiceAddress(),
        options: ServerOptions = ServerOptions(), _ test: @escaping @Sendable (RunningServer) async throws -> Result
    ) async throws -> Result {
        let (ports, listening) = AsyncStream<Int>.makeStream()
        var logger = Logger(label: "server")
        // Hummingbird reports the connections that are open when a test ends.
        logger.logLevel = .critical
        let server = PostHogServer(service: service, authenticator: DemoKeys(), options: options)
        let application = HummingbirdAdapter(server)
            .application(address: .hostname("127.0.0.1", port: 0), logger: logger) { port in
                address.listen(on: port)
                listening.yield(port)
            }
        return try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask {
                try await application.run()
                return nil
            }
            group.addTask {
                for await port in ports { return try await test(RunningServer(port: port)) }
                throw CancellationError()
            }
            defer { group.cancelAll() }
            while let result = try await group.next() {
                if let result { return result }
            }
            throw CancellationError()
        }
    }
}
