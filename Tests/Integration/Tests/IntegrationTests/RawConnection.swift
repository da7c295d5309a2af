import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A bare TCP connection, for what no HTTP client does.
final class RawConnection: Sendable {
    /// The system refused; with its `errno`.
    struct Failure: Error {
        let code: Int32
    }

    private let socket: Int32
    /// What came after the last answer.
    private let unread = Mutex<[UInt8]>([])

    /// Connects to a port of this machine. Reading gives up after ten seconds.
    init(port: Int) throws {
        #if canImport(Glibc)
            let kind = Int32(SOCK_STREAM.rawValue)
        #else
            let kind = SOCK_STREAM
        #endif
        socket = systemSocket(AF_INET, kind, 0)
        guard socket >= 0 else { throw Failure(code: errno) }
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failure(code: errno) }
    }

    deinit { close(socket) }

    /// Sends a text as it is.
    func send(_ text: String) throws {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { write(socket, $0.baseAddress, $0.count) }
            guard count > 0 else { throw Failure(code: errno) }
            sent += count
        }
    }

    /// One answer with a `Content-Length`, head and body; less if the connection ends.
    func answer() async -> String {
        // Reading blocks, which the threads of tasks must not.
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: self.blockingAnswer()) }
        }
    }

    private func blockingAnswer() -> String {
        var bytes = unread.withLock { $0 }
        var chunk = [UInt8](repeating: 0, count: 4096)
        while length(ofAnswerIn: bytes) == nil {
            let count = read(socket, &chunk, chunk.count)
            guard count > 0 else { break }
            bytes += chunk[..<count]
        }
        let end = length(ofAnswerIn: bytes) ?? bytes.count
        let rest = Array(bytes[end...])
        unread.withLock { $0 = rest }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }

    /// Ends the connection: says that nothing more comes, or with a reset when the value is dropped.
    func hangUp(abruptly: Bool = false) {
        guard abruptly else {
            shutdown(socket, Int32(SHUT_RDWR))
            return
        }
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        // Connecting to nowhere dissolves the connection, and with that option resets it.
        var nowhere = sockaddr()
        nowhere.sa_family = sa_family_t(AF_UNSPEC)
        connect(socket, &nowhere, socklen_t(MemoryLayout<sockaddr>.size))
    }

    /// The length of a complete answer at the beginning of bytes.
    private func length(ofAnswerIn bytes: [UInt8]) -> Int? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n") else { return nil }
        let head = text[..<end.upperBound]
        let field = head.range(of: "content-length: ", options: .caseInsensitive)
        let body = field.flatMap { Int(head[$0.upperBound...].prefix { $0.isNumber }) } ?? 0
        return bytes.count >= head.utf8.count + body ? head.utf8.count + body : nil
    }
}

private func systemSocket(_ domain: Int32, _ kind: Int32, _ other: Int32) -> Int32 { socket(domain, kind, other) }
