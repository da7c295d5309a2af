import QuillEmitter

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The process around the command: its arguments, its streams, its exit code.
public enum CommandProcess {
    /// Runs the command as the process was called, and exits.
    ///
    /// - Parameter texts: nil for those of the checkout.
    public static func run(texts: OutputTexts? = nil) -> Never {
        var interruption: Interruption?
        exit(
            QuillCommand.run(
                arguments: Array(CommandLine.arguments.dropFirst()),
                environment: { name in getenv(name).map { String(cString: $0) } },
                workingDirectory: workingDirectory(),
                standardOutput: console(STDOUT_FILENO), standardError: console(STDERR_FILENO),
                progress: progress(), texts: texts,
                pause: { time in
                    // Only what waits takes over the signals: everything else may end at once.
                    let current = interruption ?? Interruption()
                    interruption = current
                    return current.pause(time)
                }))
    }

    private static func console(_ descriptor: Int32) -> Console {
        Console(isTerminal: isatty(descriptor) == 1) { put($0, to: descriptor) }
    }

    @Sendable private static func put(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = write(descriptor, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                // Nobody reads any more, or nothing fits: there is nobody to tell either.
                guard count > 0 else { exit(1) }
                rest = rest.dropFirst(count)
            }
        }
    }

    /// Writes to the terminal at which somebody waits; nil where nobody does.
    private static func progress() -> (@Sendable (String) -> Void)? {
        guard isatty(STDERR_FILENO) == 1 else { return nil }
        return { text in put(text, to: STDERR_FILENO) }
    }

    private static func workingDirectory() -> String {
        guard let path = getcwd(nil, 0) else { return "." }
        defer { free(path) }
        return String(cString: path)
    }
}
