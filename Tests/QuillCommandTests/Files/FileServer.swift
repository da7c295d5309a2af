import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A server on a free local port that answers each path with a text: status line, headers and body as they are sent.
final class FileServer: Sendable {
    let port: UInt16
    private let listener: Int32
    private let asked = Asked()

    /// - Parameter answers: what stands behind each path, `/api.yaml`; 404 for every other one, silence for an empty one.
    init(_ answers: @escaping @Sendable (String) -> String) throws {
        #if canImport(Glibc)
            let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let listener = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        self.listener = listener
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) == 0 && getsockname(listener, address, &length) == 0
            }
        }
        guard isBound, listen(listener, 16) == 0 else { throw POSIXError(.EADDRINUSE) }
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [asked] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { return }
                let path = Self.readPath(client)
                asked.add(path)
                Self.send(answers(path), to: client)
                close(client)
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// `127.0.0.1:49152`
    var host: String { "127.0.0.1:\(port)" }

    /// The paths asked for so far.
    var paths: [String] { asked.all }

    static func ok(_ body: String) -> String {
        "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)"
    }

    static func redirect(to url: String) -> String {
        "HTTP/1.1 302 Found\r\nLocation: \(url)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    }

    static let notFound = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"

    private static func readPath(_ socket: Int32) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            bytes.append(contentsOf: buffer[..<count])
        }
        let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
        return words.count > 1 ? String(words[1]) : ""
    }

    private static func send(_ text: String, to socket: Int32) {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            #if canImport(Darwin)
                let flags: Int32 = 0
                var yes: Int32 = 1
                setsockopt(socket, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
            #else
                let flags = Int32(MSG_NOSIGNAL)
            #endif
            #if canImport(Glibc)
                let count = bytes[sent...].withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, flags) }
            #elseif canImport(Musl)
                let count = bytes[sent...].withUnsafeBytes { Musl.send(socket, $0.baseAddress, $0.count, flags) }
            #else
                let count = bytes[sent...].withUnsafeBytes { Darwin.send(socket, $0.baseAddress, $0.count, flags) }
            #endif
            guard count > 0 else { return }
            sent += count
        }
    }

    private final class Asked: @unchecked Sendable {
        private let lock = NSLock()
        private var paths: [String] = []
        var all: [String] { lock.withLock { paths } }
        func add(_ path: String) { lock.withLock { paths.append(path) } }
    }
}
