import BodiesClient
import BodiesServer
import Foundation
import Hummingbird
import HummingbirdAdapter
import Logging

/// A server on a real port, in this process.
struct RunningServer: Sendable {
    let port: Int

    var url: URL { URL(string: "http://127.0.0.1:\(port)") ?? URL(filePath: "/") }

    /// A client that calls it over URLSession.
    func client(timeout: Duration = .seconds(60)) -> BodiesClient {
        BodiesClient(configuration: ClientConfiguration(server: url, retry: .never, timeout: timeout))
    }

    /// Serves while a test talks to it.
    static func serving(
        _ service: Service = Service(), options: ServerOptions = ServerOptions(),
        _ test: @escaping @Sendable (RunningServer) async throws -> Void
    ) async throws {
        let (ports, listening) = AsyncStream<Int>.makeStream()
        var logger = Logger(label: "server")
        // Hummingbird reports the connections that are open when a test ends.
        logger.logLevel = .critical
        let server = BodiesServer(service: service, options: options)
        let application = HummingbirdAdapter(server)
            .application(address: .hostname("127.0.0.1", port: 0), logger: logger) { listening.yield($0) }
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await application.run()
                return false
            }
            group.addTask {
                for await port in ports {
                    try await test(RunningServer(port: port))
                    return true
                }
                throw CancellationError()
            }
            defer { group.cancelAll() }
            while let isTested = try await group.next(), !isTested {}
        }
    }
}
