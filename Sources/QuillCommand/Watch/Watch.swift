import QuillOutput

/// Does something again whenever a file changes that it read: `quill generate --watch`.
struct Watch {
    static let option = CommandOption.flag("watch", "Generate again whenever something changes that was read.")

    private let session: Session
    /// Waits for a time; false where the user wants to end it meanwhile.
    private let pause: (Duration) -> Bool

    init(in session: Session, pause: @escaping (Duration) -> Bool) {
        self.session = session
        self.pause = pause
    }

    /// Times are asked for, not waited for: the few files of a document are quickly looked at, and that works the same
    /// on every system and disk.
    private static let interval = Duration.milliseconds(200)

    /// - Parameter work: one run in a session of its own. It tells itself what is wrong, and so does not end the watch.
    /// - Returns: the code of the last run.
    func run(_ work: (Session) -> ExitCode) -> ExitCode {
        // From here on an interruption waits for the end of a run.
        _ = pause(.zero)
        var watched: [FilePath: FileTime?] = [:]
        var told = 0
        while true {
            let run = session.renewed()
            let code = work(run)
            // What failed early has not read everything; what an earlier run read still counts.
            for read in run.reads.files { watched[read.path] = .some(read.time) }
            guard code != .invocationAtFault, !watched.isEmpty else { return code }
            // A configuration that comes beside the document is a change as well.
            for path in run.reads.missing where watched[path] == nil { watched[path] = .some(nil) }
            let count = watched.count { $0.value != nil }
            if !session.isQuiet, count != told {
                session.output.write(count == 1 ? "watching 1 file\n" : "watching \(count) files\n")
            }
            told = count
            guard waitForChange(of: watched) else { return code }
        }
    }

    /// - Returns: false where the user ended it.
    private func waitForChange(of watched: [FilePath: FileTime?]) -> Bool {
        repeat {
            guard pause(Self.interval) else { return false }
        } while current(watched) == watched
        // An editor or a checkout may be in the midst of it.
        var last = current(watched)
        while true {
            guard pause(Self.interval) else { return false }
            let next = current(watched)
            if next == last { return true }
            last = next
        }
    }

    private func current(_ watched: [FilePath: FileTime?]) -> [FilePath: FileTime?] {
        var times: [FilePath: FileTime?] = [:]
        for path in watched.keys { times[path] = .some(FileTime(ofFileAt: session.absolute(path).text)) }
        return times
    }
}
