import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A server on a free local port that hands each connection to a closure: written on sockets, so that it can break
/// the rules of HTTP wherever a test wants it to.
final class TinyServer: Sendable {
    /// One accepted connection, closed when the closure returns.
    struct Connection: Sendable {
        let socket: Int32

        /// The request as it arrived: head, and as much body as its `Content-Length` says.
        func readRequest() -> String {
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let text = String(decoding: bytes, as: UTF8.self)
                if let end = text.range(of: "\r\n\r\n") {
                    let head = text[..<end.lowerBound].lowercased()
                    let length = head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
                        .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) }
                    if text.utf8.distance(from: end.upperBound, to: text.endIndex) >= length ?? 0 { return text }
                }
                let count = recv(socket, &buffer, buffer.count, 0)
                guard count > 0 else { return text }
                bytes.append(contentsOf: buffer[..<count])
            }
        }

        /// False once the other side is gone.
        @discardableResult
        func write(_ text: String) -> Bool {
            write(Array(text.utf8))
        }

        func write(_ bytes: [UInt8]) -> Bool {
            var sent = 0
            while sent < bytes.count {
                #if canImport(Darwin)
                    let flags: Int32 = 0
                #else
                    let flags = Int32(MSG_NOSIGNAL)
                #endif
                let count = bytes[sent...].withUnsafeBytes { send(socket, $0.baseAddress, $0.count, flags) }
                guard count > 0 else { return false }
                sent += count
            }
            return true
        }

        /// Says nothing until the other side hangs up.
        func wait() {
            var byte: UInt8 = 0
            while recv(socket, &byte, 1, 0) > 0 {}
        }
    }

    let port: UInt16
    private let listener: Int32
    private let isListening: Bool
    private let received = Received()

    /// - Parameter serve: is given each request that arrived and its connection. nil: nothing listens on the port.
    init(_ serve: (@Sendable (String, Connection) -> Void)?) throws {
        #if canImport(Glibc)
            listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            listener = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) == 0 && getsockname(listener, address, &length) == 0
            }
        }
        guard bound else { throw POSIXError(.EADDRINUSE) }
        port = UInt16(bigEndian: address.sin_port)
        isListening = serve != nil
        guard let serve else { return }
        guard listen(listener, 16) == 0 else { throw POSIXError(.EADDRINUSE) }
        Thread.detachNewThread { [received] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else {
                    #if !canImport(Darwin)
                        // Not before: another server's socket could get the number that this thread still waits on.
                        close(listener)
                    #endif
                    return
                }
                #if canImport(Darwin)
                    var yes: Int32 = 1
                    setsockopt(client, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
                #endif
                Thread.detachNewThread {
                    let connection = Connection(socket: client)
                    let request = connection.readRequest()
                    if !request.isEmpty {
                        received.add(request)
                        serve(request, connection)
                    }
                    close(client)
                }
            }
        }
    }

    deinit {
        #if canImport(Darwin)
            close(listener)
        #else
            if isListening { shutdown(listener, Int32(SHUT_RDWR)) } else { close(listener) }
        #endif
    }

    var url: URL {
        get throws {
            guard let url = URL(string: "http://127.0.0.1:\(port)") else { throw POSIXError(.EINVAL) }
            return url
        }
    }

    /// Every request so far, as text.
    var requests: [String] { received.all }

    private final class Received: @unchecked Sendable {
        private let lock = NSLock()
        private var requests: [String] = []
        var all: [String] { lock.withLock { requests } }
        func add(_ request: String) { lock.withLock { requests.append(request) } }
    }
}
