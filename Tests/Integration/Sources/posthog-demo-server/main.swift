import Foundation
import HummingbirdAdapter
import PostHogDemo
import PostHogServer

// posthog-demo-server [--memory] [PORT]: answers every operation with its documented example, or with `--memory` keeps
// datasets and their items. Prints its address, and runs until it is interrupted.

/// Listens on a port, any free one for 0.
func serve(_ service: some PostHogService, port: Int, address: ServiceAddress) async throws {
    let server = PostHogServer(service: service, authenticator: DemoKeys())
    let application = HummingbirdAdapter(server).application(address: .hostname("127.0.0.1", port: port)) { port in
        address.listen(on: port)
        // Not by `print`, which keeps the line back from a pipe.
        FileHandle.standardOutput.write(Data("http://127.0.0.1:\(port)\n".utf8))
    }
    try await application.runService()
}

let arguments = CommandLine.arguments.dropFirst()
let port = arguments.first { !$0.hasPrefix("--") }.map { UInt16($0) } ?? 0
let isKnown = arguments.allSatisfy { $0 == "--memory" || !$0.hasPrefix("--") }

if let port, isKnown {
    let address = ServiceAddress()
    if arguments.contains("--memory") {
        try await serve(DemoService(address: address), port: Int(port), address: address)
    } else {
        try await serve(ExampleService(), port: Int(port), address: address)
    }
} else {
    print("usage: posthog-demo-server [--memory] [PORT]")
}
