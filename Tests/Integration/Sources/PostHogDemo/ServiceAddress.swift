import Foundation
import Synchronization

/// Where a service can be reached, which it learns once it listens: the links between pages are absolute.
public final class ServiceAddress: Sendable {
    private let url: Mutex<URL>

    /// An address, to be replaced when the port is known.
    public init(_ url: URL = URL(filePath: "/")) {
        self.url = Mutex(url)
    }

    /// The address of the service's root.
    public var current: URL { url.withLock { $0 } }

    /// Sets the address from the port that the service listens on.
    public func listen(on port: Int) {
        if let address = URL(string: "http://127.0.0.1:\(port)") { url.withLock { $0 = address } }
    }
}
