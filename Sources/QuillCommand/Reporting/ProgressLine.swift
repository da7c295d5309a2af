import Dispatch

/// A line on the terminal that says what is being done, once a run takes more than half a second:
///
///     quill: resolve (1.2 s)
///
/// A queue of its own keeps it up to date, since the stages themselves do not stop to report.
final class ProgressLine: @unchecked Sendable {
    // Unchecked: everything that changes is touched on the queue only.
    private let queue = DispatchQueue(label: "quill.progress")
    private let write: @Sendable (String) -> Void
    private let start = ContinuousClock.now
    private let timer: any DispatchSourceTimer
    private var stage: String?
    private var isShown = false

    /// - Parameter write: writes to the terminal at once; called from another thread.
    init(write: @escaping @Sendable (String) -> Void) {
        self.write = write
        timer = DispatchSource.makeTimerSource(queue: queue)
        timer.schedule(deadline: .now() + .milliseconds(500), repeating: .milliseconds(100))
        timer.setEventHandler { [weak self] in self?.show() }
        timer.resume()
    }

    deinit { timer.cancel() }

    /// Says what is being done from here on.
    func begin(_ stage: String) {
        queue.sync { self.stage = stage }
    }

    /// Takes the line away, so that other output can be written.
    func end() {
        queue.sync {
            stage = nil
            guard isShown else { return }
            isShown = false
            write(Self.clear)
        }
    }

    /// Writes the line anew.
    private func show() {
        guard let stage else { return }
        let tenths = Int(start.duration(to: .now).milliseconds / 100)
        write("\(Self.clear)quill: \(stage) (\(tenths / 10).\(tenths % 10) s)")
        isShown = true
    }

    private static let clear = "\r\u{1B}[K"
}
