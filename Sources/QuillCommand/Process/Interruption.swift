import Dispatch

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Ctrl-C, waited for instead of dying of it: what is being written is written to its end.
final class Interruption {
    private let semaphore = DispatchSemaphore(value: 0)
    private let sources: [any DispatchSourceSignal]

    /// From here on the process no longer ends by SIGINT or SIGTERM of itself.
    init() {
        let semaphore = semaphore
        let queue = DispatchQueue(label: "quill.interruption")
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { semaphore.signal() }
            source.resume()
            return source
        }
    }

    /// Waits.
    ///
    /// - Returns: false where it came meanwhile.
    func pause(_ time: Duration) -> Bool {
        semaphore.wait(timeout: .now() + .milliseconds(Int(time.milliseconds))) == .timedOut
    }
}
